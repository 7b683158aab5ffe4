"""A sheet: 61 answers to the questions of the form; nothing changes it, each change makes a new one."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr, SkipValidation, model_validator

from atop_coder.form import Form, Kind, Question, Status, load_form
from atop_coder.reference import load_states
from atop_coder.sheet.dates import PartialDate
from atop_coder.sheet.text import Details, paragraphs
from atop_coder.sheet.values import VALUE_TYPES, AnyValue, Codes, DateEntry, Member, Termination

T = TypeVar("T")


class Answer(BaseModel):
    """One answer: a status, a value of the question's kind, and a description in plain text.

    `states` and `alliances` (ATOP ids) and `wars` (COW numbers) are those that the description names.
    An answer with nothing in it is blank; blank, "No", N/A and Unknown stay four things.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Status = Status.ANSWERED
    value: SkipValidation[AnyValue | None] = None
    details: Details = ""
    states: Codes = ()
    wars: Codes = ()
    alliances: Codes = ()

    @model_validator(mode="after")
    def _status_fits(self) -> Self:
        if self.status != Status.ANSWERED and self.value is not None:
            raise ValueError(f"an answer that is {self.status} has no value")
        if self.status == Status.BLANK and self._has_words:
            raise ValueError("a blank answer has no description")
        if self.status == Status.ANSWERED and self.value is None and not self._has_words:
            object.__setattr__(self, "status", Status.BLANK)
        return self

    @property
    def _has_words(self) -> bool:
        return bool(self.details or self.states or self.wars or self.alliances)

    @property
    def is_blank(self) -> bool:
        return self.status == Status.BLANK

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return paragraphs(self.details)

    def each(self, kind: type[T]) -> tuple[T, ...]:
        """What is listed in it, as far as it is of that kind; none where its value is no list."""
        return (
            tuple(one for one in self.value if isinstance(one, kind)) if isinstance(self.value, tuple) else ()
        )

    def replace(self, **changes: Any) -> "Answer":
        """This answer with some parts changed, checked anew; a blank answer that gets words is answered."""
        if self.is_blank:
            changes = {"status": Status.ANSWERED} | changes
        return Answer(**({name: getattr(self, name) for name in type(self).model_fields} | changes))


BLANK = Answer(status=Status.BLANK)


def make_answer(question: Question, data: Mapping[str, Any]) -> Answer:
    """The answer with these parts, its value of the question's type; ValueError where one does not fit."""
    parts = dict(data)
    value = parts.pop("value", None)
    if value is not None:
        if question.kind == Kind.TEXT:
            raise ValueError(f"question {question.number} takes text alone: put it in 'details'")
        value = VALUE_TYPES[question.kind].validate_python(value)
        _refuse_unknown_choices(question, value)
    return Answer(value=value, **parts)


def _refuse_unknown_choices(question: Question, value: AnyValue) -> None:
    if question.choices:
        for word in (value,) if isinstance(value, str) else value:  # type: ignore[union-attr]  # kinds with choices
            if word not in question.labels:
                raise ValueError(f"{word!r} is none of: {', '.join(question.labels)}")


class Sheet(BaseModel):
    """The answers to all questions of the form, by number and by key; those not given are blank.

    Numbers are the form's to change; what asks for a certain question asks by its key.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    form: str
    form_version: str
    answers: SkipValidation[Mapping[int, Answer]]
    _codesheet: Form = PrivateAttr(default_factory=load_form)

    @classmethod
    def empty(cls, form: Form | None = None) -> "Sheet":
        return cls.of({}, form)

    @classmethod
    def of(cls, answers: Mapping[int, Answer], form: Form | None = None) -> "Sheet":
        """The sheet with these answers; KeyError for a number that the form does not have."""
        form = form or load_form()
        for number in answers:
            form.question(number)
        complete = {question.number: answers.get(question.number, BLANK) for question in form.questions}
        sheet = cls.model_construct(
            form=form.form, form_version=form.version, answers=MappingProxyType(complete)
        )
        sheet._codesheet = form
        return sheet

    @property
    def codesheet(self) -> Form:
        """The form whose questions it answers."""
        return self._codesheet

    def __getitem__(self, number: int) -> Answer:
        return self.answers[number]

    def by_key(self, key: str) -> Answer:
        """The answer to the question with that key; blank if the form or the sheet has none."""
        question = self._codesheet.by_key.get(key)
        return self.answers.get(question.number, BLANK) if question else BLANK

    def __iter__(self) -> Iterator[tuple[int, Answer]]:  # type: ignore[override]  # pairs are numbers and answers
        return iter(self.answers.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sheet) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash((self.form, self.form_version, self.atop_id, self.signature_dates, self.members))

    @property
    def _parts(self) -> tuple[str, str, dict[int, Answer]]:
        return self.form, self.form_version, dict(self.answers)

    def with_answer(self, number: int, answer: Answer) -> "Sheet":
        """This sheet with one answer changed."""
        return self.model_copy(update={"answers": MappingProxyType({**self.answers, number: answer})})

    # What the sheet as a whole says, for titles, checks and the dataset.

    @property
    def atop_id(self) -> int | None:
        value = self.by_key("atop_id").value
        return value if isinstance(value, int) else None

    @property
    def signature_dates(self) -> tuple[DateEntry, ...]:
        return self.by_key("signature_dates").each(DateEntry)

    def signed_on(self, ccode: int) -> tuple[PartialDate, ...]:
        """The dates on which that state signed, in order: its own, else those of no state, else all."""
        entries = (
            [entry for entry in self.signature_dates if ccode in entry.states]
            or [entry for entry in self.signature_dates if not entry.states]
            or self.signature_dates
        )
        return tuple(sorted(entry.date for entry in entries))

    @property
    def members(self) -> tuple[Member, ...]:
        return self.by_key("members").each(Member)

    def state_name(self, ccode: int) -> str:
        """`Kazakhstan (705)`, by the name that the sheet gives a member; a code of no state as `code 999`."""
        state = load_states().get(ccode)
        name = next((member.name for member in self.members if member.ccode == ccode), "")
        return f"{name or state.name} ({ccode})" if state else f"code {ccode}"

    @property
    def termination(self) -> Termination | None:
        value = self.by_key("termination").value
        return value if isinstance(value, Termination) else None

    @property
    def answered(self) -> int:
        """How many questions have an answer of any kind, N/A and Unknown counted."""
        return sum(not answer.is_blank for _, answer in self)
