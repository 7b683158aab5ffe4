"""What tesseract saw on a page as pieces of a page, as the reader of PDFs has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from atop_coder.reading.pages.found import Piece, clean

_GAP, _SMALL_GAP = 1.6, 0.8  # type sizes between words of different pieces, and of different columns perhaps
_WIDTH = 612.0  # points; as wide a page is taken to be


@dataclass(frozen=True)
class _Word:
    """A word, where it stands in points, and the line that it belongs to."""

    line: tuple[int, ...]
    left: float
    top: float
    right: float
    bottom: float
    text: str


def pieces_of(table: str, page: int) -> list[Piece]:
    """The pieces of a page, from tesseract's table of words."""
    rows = [row for line in table.splitlines()[1:] if len(row := line.split("\t", 11)) == 12]
    width = next((float(row[8]) for row in rows if row[0] == "1" and row[8].isdecimal()), 0.0)
    words = list(_words(rows, _WIDTH / width if width else 0.24))
    lines = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    heights = [max(word.bottom for word in line) - min(word.top for word in line) for line in lines]
    size = max(4.0, median(heights)) if heights else 10.0
    return [piece for line in lines for piece in _pieces(line, size, page)]


def _words(rows: Sequence[Sequence[str]], scale: float) -> Iterator[_Word]:
    for row in rows:
        if row[0] == "5" and row[11].strip():
            left, top, width, height = (float(number) * scale for number in row[6:10])
            line = tuple(int(number) for number in row[2:5])
            yield _Word(line, left, top, left + width, top + height, row[11].strip())


def _pieces(line: Sequence[_Word], size: float, page: int) -> Iterator[Piece]:
    middle = median((word.top + word.bottom) / 2 for word in line)
    for place, words in enumerate(_parted(line, _GAP * size)):
        parts = [_piece(part, size, page, middle) for part in _parted(words, _SMALL_GAP * size)]
        piece = replace(_piece(words, size, page, middle), follows=bool(place))
        yield replace(piece, parts=tuple(parts)) if len(parts) > 1 else piece


def _parted(words: Sequence[_Word], least: float) -> Iterator[list[_Word]]:
    part: list[_Word] = []
    for word in words:
        if part and word.left - part[-1].right > least:
            yield part
            part = []
        part.append(word)
    yield part


def _piece(words: Sequence[_Word], size: float, page: int, middle: float) -> Piece:
    return Piece(
        text=clean(" ".join(word.text for word in words)),
        page=page,
        left=words[0].left,
        right=words[-1].right,
        base=middle + 0.3 * size,
        size=size,
        word=words[0].right - words[0].left,
        space=words[1].left - words[0].right if len(words) > 1 else 0.0,
        follows=True,
    )
