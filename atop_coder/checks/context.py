"""What the rules look at: a sheet, the day it is, and the tables of states, wars and alliances."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from atop_coder.checks.catalogue import make_problem
from atop_coder.checks.problem import Problem
from atop_coder.form import Form, Kind, Question, Status
from atop_coder.reference import Alliances, States, Wars, load_alliances, load_states, load_wars
from atop_coder.sheet import BLANK, Answer, DateEntry, Member, PartialDate, Sheet, Termination


@dataclass(frozen=True)
class Context:
    """A sheet under examination, and what it is held against."""

    sheet: Sheet
    form: Form
    today: date

    def __getitem__(self, key: str) -> Answer:
        """The answer to the question with that key; blank if the form or the sheet has none."""
        return self.sheet.by_key(key)

    def number(self, key: str) -> int:
        """The number of the question with that key; KeyError if the form has none."""
        return self.form.by_key[key].number

    def problem(self, key: str, code: str, data: Mapping[str, Any] | None = None, **words: object) -> Problem:
        """The problem of that code in the question with that key."""
        return make_problem(self.number(key), code, data, **words)

    @cached_property
    def answers(self) -> tuple[tuple[Question, Answer], ...]:
        """All questions with their answers, those left out of the sheet as blank."""
        found = self.sheet.answers
        return tuple((question, found.get(question.number, BLANK)) for question in self.form.questions)

    @cached_property
    def answered(self) -> tuple[tuple[Question, Answer], ...]:
        """The questions that are neither blank nor N/A nor Unknown."""
        return tuple(pair for pair in self.answers if pair[1].status == Status.ANSWERED)

    @property
    def states(self) -> States:
        return load_states()

    @property
    def wars(self) -> Wars:
        return load_wars()

    @property
    def alliances(self) -> Alliances:
        return load_alliances()

    # What the answers say.

    @property
    def members(self) -> tuple[Member, ...]:
        return self.sheet.members

    @property
    def signatures(self) -> tuple[DateEntry, ...]:
        return self.sheet.signature_dates

    @property
    def termination(self) -> Termination | None:
        return self.sheet.termination

    @property
    def ends(self) -> tuple[DateEntry, ...]:
        """The dates of question 14, that on which the alliance was seen in effect as well."""
        ended = self.termination
        if ended is None:
            return ()
        return (DateEntry(date=ended.in_effect_as_of),) if ended.in_effect_as_of else ended.dates

    @property
    def revised(self) -> PartialDate | None:
        value = self["revision_date"].value
        return value if isinstance(value, PartialDate) else None

    def signed_on(self, ccode: int) -> tuple[PartialDate, ...]:
        """The dates on which that state signed, in order: its own, else those of no state, else all."""
        return self.sheet.signed_on(ccode)

    def state_name(self, ccode: int) -> str:
        """`Kazakhstan (705)`, by the name that the sheet gives a member; a code of no state as `code 999`."""
        return self.sheet.state_name(ccode)

    def choices(self, key: str) -> tuple[str, ...]:
        """The words chosen in a question of choices; none unless it is answered."""
        return self[key].each(str)

    def label(self, key: str, value: str) -> str:
        """The label of a choice in the question with that key."""
        return self.form.by_key[key].labels.get(value, value)


def is_missing(question: Question, answer: Answer) -> bool:
    """Whether nobody has answered: blank, or no date or no name where some are asked for."""
    empty = question.kind in (Kind.DATES, Kind.PEOPLE) and answer.value == () and not answer.details
    return answer.is_blank or empty


def is_open(question: Question, answer: Answer) -> bool:
    """Whether an answered question has words, but none that could be read as its value."""
    return question.kind != Kind.TEXT and answer.status == Status.ANSWERED and answer.value is None
