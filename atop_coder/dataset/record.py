"""What the rows of the dataset are made of: a sheet, where it came from, and what the checks find in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from atop_coder.checks import Problem, Severity, check
from atop_coder.form import Form, load_form
from atop_coder.sheet import Answer, Member, Sheet


@dataclass(frozen=True)
class Record:
    """A sheet of the dataset; `today` is what the checks hold a date in the future against."""

    file: str
    sheet: Sheet
    form: Form
    today: date

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        return check(self.sheet, self.today, self.form)

    @property
    def atop_id(self) -> int | None:
        return self.sheet.atop_id

    def answer(self, number: int) -> Answer:
        return self.sheet[number]

    def count(self, severity: Severity) -> int:
        """How many problems of that severity the sheet has."""
        return sum(problem.severity == severity for problem in self.problems)

    @cached_property
    def member_codes(self) -> tuple[int, ...]:
        """The codes of the members, each once, ascending, as ATOP orders its mem1, mem2, …"""
        return tuple(sorted({member.ccode for member in self.sheet.members}))


@dataclass(frozen=True)
class MemberOf:
    """A member and its place (from 1) in the sheet's list."""

    record: Record
    order: int
    member: Member


@dataclass(frozen=True)
class ConditionOf:
    """One of the conditions that the obligations depend on: the form's value of it, and its label."""

    record: Record
    condition: str
    label: str


@dataclass(frozen=True)
class Found:
    """A problem and the sheet it was found in."""

    record: Record
    problem: Problem


def to_records(
    readings: Iterable[tuple[object, Sheet]], today: date | None = None, form: Form | None = None
) -> tuple[Record, ...]:
    """A record for each (file, sheet), in order."""
    form, today = form or load_form(), today or date.today()
    return tuple(Record(str(file), sheet, form, today) for file, sheet in readings)
