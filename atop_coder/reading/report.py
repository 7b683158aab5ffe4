"""What a reader says of its work: where each answer came from, how sure it is, and what has no place."""

from dataclasses import dataclass, field
from enum import StrEnum

from atop_coder.sheet import Sheet


class Sureness(StrEnum):
    """How sure a reader is of an answer: read as written, read by likeness, or in want of a person's eye."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Line:
    """A line of the source as it stood: its number (from 1) and page (from 1) in the file.

    The rest is what a file may tell beside its text: `ends` whether a paragraph ends with this line (None:
    not known), `aside` why the line is outside the text, such as "a page header" ("": it is inside), `asks`
    the question that it asks by its type and its place (0: not known), `top` and `bottom` where it stands,
    in points from the page's upper edge (0 and 0: not known), `left` and `right` likewise from its left edge.
    """

    number: int
    text: str
    page: int = 1
    ends: bool | None = None
    aside: str = ""
    asks: int = 0
    top: float = 0.0
    bottom: float = 0.0
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True)
class Piece:
    """Text that is in no answer, with its line number and the reason."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class Placed:
    """Where the answer to a question stood, and how sure the reader is of it.

    `first` and `last` are line numbers of prompt and answer together, `text` is the answer as it stood, its
    lines parted by line feeds. `why` is "" for a sure reading.
    """

    question: int
    first: int
    last: int
    text: str
    sureness: Sureness = Sureness.SURE
    why: str = ""


@dataclass(frozen=True)
class ReadingReport:
    """All that is known of a reading; `format` is "text", "normalized", "json", …, `lines` the source."""

    file: str
    format: str
    encoding: str = "utf-8"
    lines: tuple[Line, ...] = ()
    placed: tuple[Placed, ...] = ()
    unplaced: tuple[Piece, ...] = ()
    furniture: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def of(self, question: int) -> Placed | None:
        """Where the answer to that question came from; None if the file has no such question."""
        return next((placed for placed in self.placed if placed.question == question), None)

    @property
    def unsure(self) -> tuple[Placed, ...]:
        """The answers that want a person's eye."""
        return tuple(placed for placed in self.placed if placed.sureness == Sureness.UNSURE)


@dataclass(frozen=True)
class Reading:
    """A sheet and the report of how it was read."""

    sheet: Sheet
    report: ReadingReport
