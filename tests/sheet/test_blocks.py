"""A sheet as blocks: the same words as the normalized sheet, and back."""

import pytest
from hypothesis import given

from atop_coder.sheet import Sheet
from atop_coder.sheet.blocks import Role, answer_blocks, sheet_blocks, text_of_blocks
from atop_coder.writing import sheet_to_normalized
from tests.strategies import FORM, sheets


def text_of(sheet: Sheet) -> str:
    return text_of_blocks((block.role, block.text) for block in sheet_blocks(sheet))


@given(sheets())
def test_the_blocks_of_a_sheet_say_its_normalized_text(sheet):
    assert text_of(sheet) == sheet_to_normalized(sheet)


def test_an_empty_sheet_has_headings_and_prompts_alone():
    blocks = list(sheet_blocks(Sheet.empty()))
    assert {block.role for block in blocks} == {Role.HEADING, Role.PROMPT}
    assert [block.text for block in blocks if block.role == Role.HEADING] == [
        section.heading for section in FORM.sections
    ]


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_prompt_is_a_block_of_its_question(question):
    block = next(block for block in sheet_blocks(Sheet.empty()) if block.question == question.number)
    assert block.text == f"{question.number}. {question.prompt}"


def test_values_that_follow_one_another_are_one_list():
    blocks = [(Role.PROMPT, "4. Members"), (Role.VALUE, "703"), (Role.VALUE, "705"), (Role.ANSWER, "Both.")]
    assert text_of_blocks(blocks).split("\n")[2:] == ["4. Members", "    703", "    705", "", "    Both.", ""]


@pytest.mark.parametrize("role", [Role.TITLE, Role.SUMMARY])
def test_titles_are_no_part_of_the_sheet(role):
    assert text_of_blocks([(role, "ATOP 5040")]) == text_of_blocks([])


@pytest.mark.parametrize("text", ["", " ", "\t", "\u00a0"])
def test_an_empty_block_says_nothing(text):
    assert text_of_blocks([(Role.PROMPT, "1. Id:"), (Role.ANSWER, text)]) == text_of_blocks(
        [(Role.PROMPT, "1. Id:")]
    )


def test_a_broken_line_begins_a_paragraph_and_no_prompt():
    lines = text_of_blocks([(Role.PROMPT, "1. Id:"), (Role.ANSWER, "One\n2. COW")]).split("\n")
    assert lines[2:] == ["1. Id:", "    One", "", "    2. COW", ""]


def test_a_blank_answer_has_no_blocks():
    assert not list(answer_blocks(FORM.question(5), Sheet.empty()[5], FORM))
