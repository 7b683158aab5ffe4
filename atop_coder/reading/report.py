"""What a reader says of its work: where each answer came from, how sure it is, and what has no place."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from atop_coder.sheet import Sheet


class Sureness(StrEnum):
    """How sure a reader is of an answer: read as written, read by likeness, or in want of a person's eye."""

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


class Look(StrEnum):
    """What sets words off from the text round them."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINED = "underlined"
    HIGHLIGHTED = "highlighted"
    COLOURED = "coloured"
    FRAMED = "framed"
    STRUCK = "struck"


@dataclass(frozen=True)
class Mark:
    """A look of `text[start:end]` of a line or paragraph."""

    start: int
    end: int
    look: Look

    def moved(self, by: int) -> "Mark":
        """The mark in a text that begins so many characters further on."""
        return Mark(self.start + by, self.end + by, self.look)


def marks_within(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """The marks of `text[start:end]`, as places in that part."""
    return tuple(
        Mark(max(one.start, start) - start, min(one.end, end) - start, one.look)
        for one in marks
        if one.start < end and one.end > start
    )


@dataclass(frozen=True)
class Line:
    """A line of the source as it stood: its number (from 1) and page (from 1) in the file.

    The rest is what a file may tell beside its text: `ends` whether a paragraph ends with this line (None:
    not known), `aside` why the line is outside the text, such as "a page header" ("": it is inside), `asks`
    the question that it asks by its type and its place (0: not known), `top` and `bottom` where it stands,
    in points from the page's upper edge (0 and 0: not known), `left` and `right` likewise from its left edge,
    `marks` which of its words are set off by their type, `apart` whether it ends the cell of a prompt whose
    answer stands in another cell. In a table with a column for each coder, `coding` is
    the heading of the line's column ("": it belongs to all); `doubt` says why the answer on it is in doubt.
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
    marks: tuple[Mark, ...] = ()
    apart: bool = False
    coding: str = ""
    doubt: str = ""


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
class Part:
    """Which of several sheets in one file a reading is: the `number`-th of `count`.

    `kind` is "sheet", or "coding" for one coder's column; `name` what the file calls it, such as a tab.
    """

    number: int
    count: int
    kind: str = "sheet"
    name: str = ""

    @property
    def words(self) -> str:
        """`sheet 2 of 3`, `coding 1 of 2 (Coder A)`."""
        return f"{self.kind} {self.number} of {self.count}{f' ({self.name})' if self.name else ''}"


@dataclass(frozen=True)
class ReadingReport:
    """All that is known of a reading; `format` is "text", "normalized", "json", …, `lines` the source.

    `part` says which sheet of the file it is, where the file holds several; `lines` are that sheet's alone.
    `exported` is a file that this program wrote from a sheet, known by its content.
    """

    file: str
    format: str
    encoding: str = "utf-8"
    lines: tuple[Line, ...] = ()
    placed: tuple[Placed, ...] = ()
    unplaced: tuple[Piece, ...] = ()
    furniture: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = field(default=())
    part: Part | None = None
    exported: bool = False

    @property
    def title(self) -> str:
        """The file, and the part of it where it holds several sheets: `old.txt, sheet 2 of 3`."""
        return f"{self.file}, {self.part.words}" if self.part else self.file

    def of(self, question: int) -> Placed | None:
        """Where the answer to that question came from; None if the file has no such question."""
        return next((placed for placed in self.placed if placed.question == question), None)

    @property
    def unsure(self) -> tuple[Placed, ...]:
        """The answers that want a person's eye."""
        return tuple(placed for placed in self.placed if placed.sureness == Sureness.UNSURE)


@dataclass(frozen=True)
class Reading:
    """A sheet and the report of how it was read; of a file with several, the first and the `others`."""

    sheet: Sheet
    report: ReadingReport
    others: tuple["Reading", ...] = field(default=(), repr=False)
