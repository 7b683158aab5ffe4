"""The answer of some rows in which words may be ticked, set off or struck out."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from atop_coder.form import Kind, Question, Status
from atop_coder.reading.found import Found
from atop_coder.reading.menus import (
    NONE,
    PRINTED_WHY,
    Menu,
    Side,
    read_menu,
    read_prompt_menu,
    side_of,
    without_printed,
    without_struck,
)
from atop_coder.reading.report import Piece, Sureness
from atop_coder.reading.rows import Row
from atop_coder.reading.values.parsed import Parsed, not_read, with_details
from atop_coder.sheet import BLANK, Answer

Parse = Callable[[Sequence[Row]], Parsed]
Paragraphs = Callable[[Sequence[Row]], Sequence[str]]
_RANK = {Sureness.SURE: 0, Sureness.LIKELY: 1, Sureness.UNSURE: 2}
_MARKS = re.compile(r"[☐☒☑□■_[{*]")
_FEWEST = 2  # menus that agree where their boxes stand


@dataclass(frozen=True)
class Prompt:
    """The whole rows of a prompt, and where in them it stands."""

    whole: Sequence[Row]
    place: Found

    @property
    def may_be_marked(self) -> bool:
        """Whether its words have looks, or boxes and signs stand in it: a look that costs little."""
        return any(row.marks or _MARKS.search(row.text) for row in self.whole)

    @property
    def rows(self) -> list[Row]:
        """The rows without what stands before and behind the prompt."""
        *others, last = self.whole
        rows = [*others, last.part(0, self.place.end_column)]
        return [rows[0].part(self.place.column), *rows[1:]]


@dataclass(frozen=True)
class Marked:
    """The rows of a question and of its answer, with their marks, and how they are read without them.

    `habit` tells the side on which boxes of the sheet have their choices, if that is known.
    """

    question: Question
    prompt: Prompt
    rows: Sequence[Row]
    parse: Parse
    paragraphs: Paragraphs
    habit: Callable[[], Side | None]

    def read(self) -> tuple[Parsed, tuple[Piece, ...]]:
        """The answer, and the pieces of its rows that are no part of it."""
        rows, printed = without_printed(self.question, self.rows)
        if printed:
            parsed, pieces = replace(self, rows=rows).read()
            return parsed, (*printed, *pieces)
        menu = read_menu(self.question, self.rows, self.habit)
        if menu is None and (self.prompt.may_be_marked or not any(row.text.strip() for row in self.rows)):
            menu = self.of_prompt()
        rows, struck = without_struck(menu.rows if menu else self.rows)
        if menu is None:
            return self.parse(rows), struck
        return self.with_menu(menu, rows), (*menu.pieces, *struck)

    def of_prompt(self) -> Menu | None:
        """The menu of the prompt, where the answer below says nothing that it could contradict."""
        menu = read_prompt_menu(self.question, self.prompt.rows, self.rows)
        if menu is None or not any(row.text.strip() for row in self.rows):
            return menu
        below = self.parse(without_struck(self.rows)[0]).answer
        silent = below.status == Status.ANSWERED and below.value is None
        if self.question.kind == Kind.CHOICES or menu.values is None:
            return None
        if silent:
            return menu
        same = below.value in menu.values or below.status.value in menu.values
        why = "the question is marked otherwise than its answer says"
        return None if same else Menu(tuple(self.rows), None, Sureness.UNSURE, why, as_typed=True)

    def with_menu(self, menu: Menu, rows: Sequence[Row]) -> Parsed:
        if menu.as_typed:
            return doubted(self.parse(rows), menu)
        if menu.values is None:
            if menu.blank:
                return Parsed(BLANK, menu.sureness, menu.why)
            return not_read(self.paragraphs(rows), menu.why)
        if self.question.kind != Kind.CHOICES:
            return doubted(self.parse(rows), menu)
        return Parsed(with_details(_of(menu.values), self.paragraphs(rows)), menu.sureness, menu.why)


def _of(values: Sequence[str]) -> Answer:
    """The answer with these choices: NONE of them, or a status in their place."""
    if values[0] in (Status.NOT_APPLICABLE, Status.UNKNOWN):
        return Answer(status=Status(values[0]))
    return Answer(value=tuple(value for value in values if value != NONE))


def doubted(parsed: Parsed, menu: Menu) -> Parsed:
    """The answer with the menu's doubt, if that is the greater."""
    if _RANK[menu.sureness] <= _RANK[parsed.sureness]:
        return parsed
    return replace(parsed, sureness=menu.sureness, why=menu.why)


def habit_of(answers: Iterable[tuple[Question, Sequence[Row]]]) -> Side | None:
    """On which side of their choices the boxes of a sheet stand, if its menus that tell it agree."""
    sides = [side for question, rows in answers if (side := side_of(question, rows))]
    return sides[0] if len(sides) >= _FEWEST and len(set(sides)) == 1 else None


def parted_pieces(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What belongs to the printed form, and what people wrote that is in no answer."""
    form: list[Piece] = []
    words: list[Piece] = []
    for piece in pieces:
        (form if piece.why == PRINTED_WHY else words).append(piece)
    return form, words
