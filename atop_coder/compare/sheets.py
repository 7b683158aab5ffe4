"""What two sheets differ in, question by question, and who changed it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from atop_coder.form import Form, Question, load_form
from atop_coder.sheet import Answer, Sheet
from atop_coder.sheet.answer_lines import answer_paragraphs
from atop_coder.sheet.code_names import known_names


class Side(StrEnum):
    """One of the two sheets that are compared."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Difference:
    """A question that the two sheets answer differently.

    `changed` are the sides that differ from what both began with; both, where nobody knows that.
    """

    question: int
    mine: Answer
    theirs: Answer
    changed: frozenset[Side] = frozenset(Side)

    @property
    def proposed(self) -> Side | None:
        """The side that alone was changed; None where a person has to choose."""
        return next(iter(self.changed)) if len(self.changed) == 1 else None

    def answer(self, side: Side) -> Answer:
        return self.mine if side == Side.MINE else self.theirs


def compare(mine: Sheet, theirs: Sheet, base: Sheet | None = None) -> tuple[Difference, ...]:
    """The questions that two sheets answer differently, in order; `base` is what both began with."""
    return tuple(
        Difference(number, answer, theirs[number], _changed(answer, theirs[number], base, number))
        for number, answer in mine
        if answer != theirs[number]
    )


def _changed(mine: Answer, theirs: Answer, base: Sheet | None, number: int) -> frozenset[Side]:
    if base is None:
        return frozenset(Side)
    pairs = ((Side.MINE, mine), (Side.THEIRS, theirs))
    return frozenset(side for side, answer in pairs if answer != base[number])


def taken(differences: Iterable[Difference], choices: Mapping[int, Side]) -> dict[int, Answer]:
    """The answers that mine takes over from theirs by these choices."""
    return {one.question: one.theirs for one in differences if choices.get(one.question) == Side.THEIRS}


def answer_words(question: Question, answer: Answer, form: Form | None = None) -> tuple[str, ...]:
    """An answer in words, as a saved sheet has it: its paragraphs, none for a blank answer."""
    lines = answer_paragraphs(question, answer, form or load_form(), known_names)
    return tuple("\n".join(paragraph) for paragraph in lines)


def questions_in_words(numbers: Iterable[int], most: int = 8) -> str:
    """ "question 5", "questions 5, 11 and 14", "questions 1, 2, 3 … (12 in all)"; "" for none."""
    found = [str(number) for number in numbers]
    if len(found) > most:
        return f"questions {', '.join(found[: most - 1])} … ({len(found)} in all)"
    if len(found) < 2:
        return f"question {found[0]}" if found else ""
    return f"questions {', '.join(found[:-1])} and {found[-1]}"
