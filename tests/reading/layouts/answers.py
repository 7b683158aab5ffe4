"""Answers as coders type them, with what they say, and the plain sheet that they stand in."""

import textwrap
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from atop_coder.form import Form, Kind, Question, load_form
from atop_coder.reference import load_alliances
from atop_coder.sheet import Answer, make_answer
from benchmarks.made_sheets import Written, write_answers

FORM: Form = load_form()
HERE = Path(__file__).parent
_COMMENTS = (15, 18, 20, 28, 43, 57)
SHORTEST = 40  # characters that a column or a line has at least


class Typed(NamedTuple):
    """An answer as a coder types it, in paragraphs, and what it says."""

    paragraphs: tuple[str, ...]
    answer: Answer

    @property
    def line(self) -> str:
        return " ".join(self.paragraphs)


Answers = Mapping[int, Typed]
Layout = Callable[[Answers, Random], str]


@cache
def _alliances() -> tuple[object, ...]:
    return tuple(load_alliances())


def answers_of(chance: Random) -> Answers:
    """The answers of a made sheet, a few of them Unknown, or No with a description."""
    alliance = chance.choice(_alliances())
    written = write_answers(alliance, FORM, chance)  # type: ignore[arg-type]
    return {number: _typed(FORM.question(number), one, chance) for number, one in sorted(written.items())}


def _typed(question: Question, written: Written, chance: Random) -> Typed:
    if question.kind == Kind.YES_NO and written.paragraphs == ("No.",):
        written = _another_no(question, written, chance)
    if written.parts.get("wars"):  # how wars are named is tried elsewhere
        written = Written({"value": "no"}, ("No.",))
    if question.number in _COMMENTS and " " in "".join(
        written.paragraphs
    ):  # no two alike, lest they seem to be page headers
        said = f"On {question.short}: {written.paragraphs[0]}"
        written = Written({"details": said}, (said,))
    answer = make_answer(question, written.parts) if written.parts else Answer()
    return Typed(tuple(part for part in written.paragraphs if part), answer)


def _another_no(question: Question, written: Written, chance: Random) -> Written:
    way = chance.random()
    if way < 0.05:
        return Written({"status": "unknown"}, ("Unknown.",))
    if way < 0.1:
        return Written({"status": "not_applicable"}, ("N/A",))
    if way < 0.17:
        return Written({"value": "no", "details": "But see Article 4."}, ("No. But see Article 4.",))
    return Written(written.parts, (chance.choice(("No", "No.", "no", "NO")),))


# Pieces of pages


def wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) if width else [text]


def plain_lines(
    answers: Answers,
    width: int = 0,
    number: str = "{}. ",
    gap: int = 1,
    below: bool = True,
    before: str = "",
    headings: bool = True,
) -> list[str]:
    """The lines of a plain sheet; `before` stands ahead of each answer."""
    lines: list[str] = []
    for question in FORM.questions:
        section = FORM.section_of(question)
        if headings and FORM.questions_of(section)[0] == question:
            lines += [section.heading, ""]
        typed = answers[question.number]
        prompt = f"{number.format(question.number)}{question.prompt}"
        first, rest = (typed.paragraphs or ("",))[0], typed.paragraphs[1:]
        if below:
            lines += [*wrapped(prompt, width), *wrapped(before + first, width)]
        else:
            lines += wrapped(f"{prompt} {before}{first}", width)
        for paragraph in rest:
            lines += [*([""] if question.kind != Kind.MEMBERS else []), *wrapped(paragraph, width)]
        lines += [""] * gap
    return lines


def text_of(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def drawn(answers: Answers, chance: Random, **fixed: object) -> list[str]:
    """A plain sheet in a drawn style."""
    style = {
        "width": chance.choice((0, 76, 96, 120)),
        "below": chance.random() < 0.6,
        "gap": chance.choice((0, 1, 1)),
        "headings": chance.random() < 0.7,
    }
    return plain_lines(answers, **(style | fixed))  # type: ignore[arg-type]
