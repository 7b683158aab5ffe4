"""A sheet as the blocks of a page: what the Word file, the web page and the PDF are made of.

A Word file names each block's style by its role, so that the blocks of a file that a person has edited and
saved give the normalized text again: `text_of_blocks`.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from atop_coder.form import Form, Question, load_form
from atop_coder.sheet.answer_lines import answer_paragraphs, head_lines
from atop_coder.sheet.frame import title_line
from atop_coder.sheet.sheet import Answer, Sheet

INDENT = "    "  # keeps answers from being taken for prompts in the normalized text


class Role(StrEnum):
    """What a block is; the value is the name of its style in Word."""

    TITLE = "Title"
    SUMMARY = "Subtitle"
    HEADING = "Heading 1"
    PROMPT = "Prompt"
    VALUE = "Answer Value"  # a line of the value, or N/A and Unknown; those that follow one another are one
    ANSWER = "Answer"  # any other paragraph of an answer


class Block(NamedTuple):
    """One paragraph of plain text; `question` is 0 for what belongs to none."""

    role: Role
    text: str
    question: int = 0


def sheet_blocks(sheet: Sheet, form: Form | None = None) -> Iterator[Block]:
    """The section headings, prompts and answers in the form's order, in the words of the normalized sheet."""
    form = form or load_form()
    for section in form.sections:
        yield Block(Role.HEADING, section.heading)
        for question in form.questions_of(section):
            yield Block(Role.PROMPT, f"{question.number}. {question.prompt}", question.number)
            yield from answer_blocks(question, sheet[question.number], form)


def answer_blocks(question: Question, answer: Answer, form: Form) -> Iterator[Block]:
    """The lines of the value and the paragraphs behind it; none for a blank answer."""
    paragraphs = answer_paragraphs(question, answer, form)
    if head_lines(question, answer, form):
        yield from (Block(Role.VALUE, line, question.number) for line in paragraphs[0])
        paragraphs = paragraphs[1:]
    yield from (Block(Role.ANSWER, line, question.number) for lines in paragraphs for line in lines)


def text_of_blocks(blocks: Iterable[tuple[Role, str]], form: Form | None = None) -> str:
    """The normalized text that such blocks say, for the reader of normalized text to judge.

    Titles are left out, and blocks without text. A block of several lines is as many paragraphs.
    """
    lines = [title_line(form or load_form())]
    before = Role.TITLE
    for role, text in blocks:
        if role in (Role.HEADING, Role.PROMPT):
            lines += ["", text]
        elif role in (Role.VALUE, Role.ANSWER) and text.strip():
            lines += _answer_lines(role, text, before)
        else:
            continue
        before = role
    return "\n".join(lines) + "\n"


def _answer_lines(role: Role, text: str, before: Role) -> Iterator[str]:
    together = before == Role.PROMPT or role == before == Role.VALUE
    for place, line in enumerate(text.split("\n")):
        if place or not together:
            yield ""
        yield INDENT + line
