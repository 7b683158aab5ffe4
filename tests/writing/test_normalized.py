"""The normalized sheet: as formats.md has it, and back without a loss."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atop_coder.form import Kind, load_form
from atop_coder.reading.normalized import read_normalized
from atop_coder.sheet import Answer, Sheet, make_answer
from atop_coder.sheet.answer_lines import answer_paragraphs, read_answer
from atop_coder.sheet.code_names import no_names
from atop_coder.writing.normalized import sheet_to_normalized
from tests.strategies import any_answers, sheets

FORM = load_form()


def written(number: int, **data: object) -> str:
    """What stands under the prompt of that question."""
    sheet = Sheet.of({number: make_answer(FORM.question(number), data)})
    prompt = f"{number}. {FORM.question(number).prompt}\n"
    after = sheet_to_normalized(sheet).split(prompt, 1)[1]
    ends = [after.find(f"\n\n{mark}") for mark in (f"{number + 1}. ", "SECTION ")]
    return after[: min((end for end in ends if end >= 0), default=-1)]

SAMPLE = """\
    Yes.

    The treaty is concluded for an indefinite period.
"""


@given(any_answers())
@settings(max_examples=1000, deadline=None)
def test_every_answer_is_read_back_as_it_was(pair):
    question, answer = pair
    read = read_answer(question, answer_paragraphs(question, answer))
    assert read.answer == answer
    assert not read.loose
