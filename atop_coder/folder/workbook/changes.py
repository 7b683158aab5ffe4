"""What an edited workbook would change in the sheets of a folder, for a person to look through first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from atop_coder.checks import Problem, Severity, check
from atop_coder.sheet import Answer, Sheet


@dataclass(frozen=True)
class Change:
    """One question that the workbook answers otherwise than the sheet.

    `before` stands in the sheet now, `after` is what the person wants; `cells` are the places they edited
    ("Alliances, cell CK12 (q08)"). `clash` says that the sheet's answer, too, was changed since the export.
    """

    question: int
    before: Answer
    after: Answer
    cells: tuple[str, ...]
    clash: bool = False


@dataclass(frozen=True)
class Left:
    """An edit that cannot be taken over: where it stands, and a line that says why and what to do."""

    place: str
    message: str


@dataclass(frozen=True)
class SheetChanges:
    """All that the workbook would change in one sheet.

    `sheet` is what the file (or the open tab) holds now, `fingerprint` the print of the file's bytes. Only a
    `normalized` file is written over; beside any other a normalized sheet is written. Without `recorded`, the
    workbook does not tell what was exported of this sheet.
    """

    path: Path
    sheet: Sheet
    fingerprint: str
    normalized: bool
    changes: tuple[Change, ...] = ()
    left: tuple[Left, ...] = ()
    recorded: bool = True

    @property
    def name(self) -> str:
        """`ATOP 5040`, or the file's name where the sheet has no id."""
        return f"ATOP {self.sheet.atop_id}" if self.sheet.atop_id is not None else self.path.name

    def answers(self, chosen: Collection[int]) -> dict[int, Answer]:
        """The new answers of the questions chosen."""
        return {one.question: one.after for one in self.changes if one.question in chosen}

    def with_changes(self, chosen: Collection[int]) -> Sheet:
        """The sheet with the changes of these questions."""
        sheet = self.sheet
        for number, answer in self.answers(chosen).items():
            sheet = sheet.with_answer(number, answer)
        return sheet

    @cached_property
    def problems_now(self) -> frozenset[Problem]:
        """What the checks find in the sheet without any change."""
        return frozenset(check(self.sheet))

    def new_problems(self, chosen: Collection[int]) -> tuple[Problem, ...]:
        """What the checks find in the sheet with these changes, and do not find in it now."""
        found = check(self.with_changes(chosen)) if chosen else ()
        return tuple(problem for problem in found if problem not in self.problems_now)

    @cached_property
    def proposed(self) -> frozenset[int]:
        """The questions whose change needs no second look: there is no clash, and it brings no error.

        An error counts against the change of its question, and against a change that brings it alone.
        """
        errors = _errors(self.new_problems(self.questions))
        alone = {one for one in self.questions if errors and _errors(self.new_problems((one,)))}
        wrong = alone | {problem.question for problem in errors}
        return frozenset(one.question for one in self.changes if not one.clash) - wrong

    @property
    def questions(self) -> tuple[int, ...]:
        return tuple(one.question for one in self.changes)


Chosen = tuple[SheetChanges, Collection[int]]
"""The changes to one sheet, and the questions of which they are wanted."""


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == Severity.ERROR]


@dataclass(frozen=True)
class Preview:
    """An edited workbook held against the sheets.

    `sheets` are those with a change or with an edit that cannot be taken over; `left` are edits that belong
    to no sheet that was found. Without `recorded`, the workbook does not tell what was exported: then a
    sheet that was changed since looks as if the workbook had been edited, and nothing is proposed.
    """

    book: Path
    sheets: tuple[SheetChanges, ...]
    left: tuple[Left, ...] = ()
    recorded: bool = True

    def proposed(self, one: SheetChanges) -> frozenset[int]:
        """The questions of a sheet that are ticked to begin with."""
        return one.proposed if self.recorded and one.recorded else frozenset()

    @property
    def count(self) -> int:
        """How many changes there are."""
        return sum(len(one.changes) for one in self.sheets)
