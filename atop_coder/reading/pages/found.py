"""What is found on the pages of a PDF: text and fields with their place, links and notes.

It is plain, so that it can travel from the process that reads the file, and knows nothing of that.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from pydantic import ConfigDict, TypeAdapter

from atop_coder.reading.report import Mark

HYPHEN = "\ufffe"  # PDFium's mark for a hyphen at the end of a line that goes on in the next
_LARGEST = 10.0  # points; the size of type that fields are taken to have, if they are high enough


@dataclass(frozen=True)
class Piece:
    """Text that stands on one line, without a wide gap in it.

    `left`, `right`, `base`, `size` are in points from the upper left corner of the page as it is seen; `word`
    is the width of its first word, `space` that of the gap behind it (0: it has only one word), `bold` and
    `bold_end` tell of its first and last letter. `follows` tells that the piece before stands on the same
    line. `parts` are what it falls into at gaps that are a little wider than between words, as a table's
    columns may be apart. `filled` tells of a field of a form that somebody has filled in, `marks` which of
    its words are set off.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    word: float
    bold: bool = False
    bold_end: bool = False
    follows: bool = False
    angle: float = 0.0
    space: float = 0.0
    parts: tuple["Piece", ...] = ()
    filled: bool = False
    marks: tuple[Mark, ...] = ()

    @property
    def top(self) -> float:
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        return self.base + 0.2 * self.size


class Field(NamedTuple):
    """What a field says: its lines, or one box, with its place as a viewer sees it, in points."""

    page: int
    lines: tuple[str, ...]
    left: float
    top: float
    right: float
    bottom: float
    hidden: bool
    is_box: bool

    @property
    def size(self) -> float:
        return max(1.0, min(_LARGEST, 0.75 * (self.bottom - self.top)))


class Remark(NamedTuple):
    """The address of a link, or the note of an author, with its place: points from the page's lower left."""

    page: int
    text: str
    author: str
    is_link: bool
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Found:
    """All of a file: the pieces of each page, remarks and fields, whether pictures are among it.

    `attached` is the normalized sheet that a PDF of this program carries with it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(ser_json_inf_nan="constants")

    pages: tuple[tuple[Piece, ...], ...]
    remarks: tuple[Remark, ...] = ()
    fields: tuple[Field, ...] = ()
    pictures: bool = False
    attached: str | None = None


def as_bytes(found: Found) -> bytes:
    """What was found, for another process."""
    return TypeAdapter(Found).dump_json(found)


def from_bytes(data: bytes) -> Found:
    """What another process has found; ValueError for what is not of that shape."""
    return TypeAdapter(Found).validate_json(data)


def clean(text: str) -> str:
    """One text, its accents put onto their letters; U+FB00 to U+FB06 are spelt out already, … and № stay."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole.replace("\xad", HYPHEN if whole.endswith("\xad") else ""))


def upright(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that stand as the page's text does, and those at another angle, such as a watermark."""
    angles = sorted(piece.angle for piece in pieces for _ in piece.text)
    usual = angles[len(angles) // 2] if angles else 0.0
    straight = [piece for piece in pieces if abs(piece.angle - usual) < 0.1]
    return straight, [piece for piece in pieces if piece not in straight]


def in_text(marks: Iterable[Mark], before: str, text: str) -> tuple[Mark, ...]:
    """The marks of a line that has been mended: its first word may have gone to the line above."""
    plain = before.strip()
    lead = len(before) - len(before.lstrip())
    if plain != text and plain.endswith(text):
        lead += len(plain) - len(text)
    elif not (text.startswith(plain[:-1]) or plain.startswith(text)):
        return ()
    places = ((max(0, one.start - lead), min(len(text), one.end - lead), one.look) for one in marks)
    return tuple(Mark(start, end, look) for start, end, look in places if start < end)
