"""What a column of the dataset is, and what can stand in its cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from atop_coder.form import Status
from atop_coder.sheet import PartialDate

MAX_NAME = 32  # Stata takes no longer name
MAX_LABEL = 80  # nor a longer label

Row = TypeVar("Row")
Codes = Mapping[int | str, str]
"""Code -> label."""

NO_CODES: Codes = MappingProxyType({})
YES_NO: Codes = MappingProxyType({1: "Yes", 0: "No"})


class Type(StrEnum):
    """What kind of thing a column holds; the writers choose width, alignment and format by it."""

    NUMBER = "number"
    CODE = "code"
    DATE = "date"
    TEXT = "text"
    LONG_TEXT = "long text"


class Missing(StrEnum):
    """Why a question has no coded value: the four are told apart in every format."""

    BLANK = "blank"
    NOT_APPLICABLE = "N/A"
    UNKNOWN = "Unknown"
    WORDS_ONLY = "see text"

    @property
    def meaning(self) -> str:
        return _MEANINGS[self]


_MEANINGS = {
    Missing.BLANK: "nobody has answered",
    Missing.NOT_APPLICABLE: "does not apply",
    Missing.UNKNOWN: "the source does not tell",
    Missing.WORDS_ONLY: "answered in words alone",
}
MISSING_OF = {
    Status.BLANK: Missing.BLANK,
    Status.NOT_APPLICABLE: Missing.NOT_APPLICABLE,
    Status.UNKNOWN: Missing.UNKNOWN,
    Status.ANSWERED: Missing.WORDS_ONLY,
}

Cell = int | str | PartialDate | Missing | None
"""None is an empty cell: there is nothing to say, or an ATOP variable is missing."""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column, declared once: `get` takes what a row is made of and returns its cell.

    `question` is the number of the question it comes from, `values` the labels of its codes, `missing` the
    words that can stand in place of a value.
    """

    name: str
    label: str
    type: Type
    get: Callable[[Row], Cell]
    question: int | None = None
    values: Codes = field(default_factory=lambda: NO_CODES)
    missing: tuple[Missing, ...] = ()

    @property
    def legend(self) -> str:
        """All codes with their labels, one a line."""
        labels = {str(code): label for code, label in self.values.items()}
        labels |= {str(word): word.meaning for word in self.missing}
        return "\n".join(f"{code} = {label}" for code, label in labels.items())
