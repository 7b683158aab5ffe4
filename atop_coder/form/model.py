"""The codesheet's form: sections and questions, as the form file tells them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """What a question asks for; the value of an answer has a type of its own for each."""

    INTEGER = "integer"
    DATES = "dates"
    MEMBERS = "members"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TERMINATION = "termination"
    CHOICES = "choices"
    TEXT = "text"
    DATE = "date"
    PEOPLE = "people"


class Status(StrEnum):
    """The four states of an answer, which are never mixed up."""

    ANSWERED = "answered"
    BLANK = "blank"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


CHOOSING = frozenset({Kind.YES_NO, Kind.CHOICE, Kind.CHOICES})


@dataclass(frozen=True)
class Choice:
    """One allowed value, the label it is written with, and the ways people write it."""

    value: str
    label: str
    spellings: tuple[str, ...] = ()

    @cached_property
    def ways(self) -> tuple[str, ...]:
        """Label and spellings, in lower case."""
        return tuple(dict.fromkeys((self.label.casefold(), *(s.casefold() for s in self.spellings))))


@dataclass(frozen=True)
class StatusWords:
    """How a status is written, and the ways people write it."""

    value: Status
    label: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: its number, official prompt, kind, and what an answer to it may be."""

    number: int
    section: str
    key: str
    short: str
    prompt: str
    kind: Kind
    statuses: tuple[Status, ...]
    required: bool = True
    details_owed: tuple[str, ...] = ()
    quotes_owed: bool = False
    extras: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    also: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    help: str
    example: str = ""

    def __hash__(self) -> int:
        return hash(self.key)  # a form's keys are unique, and hashing every part would be slow

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Choice value -> label."""
        return {choice.value: choice.label for choice in self.choices}


@dataclass(frozen=True)
class Section:
    """A part of the form, with the heading as it stands on the sheet."""

    key: str
    numeral: str
    title: str
    heading: str
    intro: str = ""


@dataclass(frozen=True)
class Form:
    """The whole form: sections, questions in order, and the words for the statuses."""

    form: str
    version: str
    title: str
    statuses: tuple[StatusWords, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    def __hash__(self) -> int:
        return hash((self.form, self.version))

    @cached_property
    def by_number(self) -> Mapping[int, Question]:
        return {question.number: question for question in self.questions}

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        return {question.key: question for question in self.questions}

    def question(self, number: int) -> Question:
        """The question of that number; KeyError if the form has none."""
        return self.by_number[number]

    def section_of(self, question: Question) -> Section:
        return next(section for section in self.sections if section.key == question.section)

    def questions_of(self, section: Section) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.section == section.key)

    def status_label(self, status: Status) -> str:
        """The words a status is written with ("" for blank and answered)."""
        return next((words.label for words in self.statuses if words.value == status), "")
