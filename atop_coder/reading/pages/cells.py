"""Pages of a table that are drawn line by line, over all columns: their pieces cell by cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from atop_coder.reading.cells import NUMBER, is_numbered
from atop_coder.reading.column_order import questions_of
from atop_coder.reading.pages.found import Piece

TORN = "the page's end may tear its row, and nothing tells to which question the answer there belongs"
UNCLEAR = "the rows of its table cannot be told apart"
_SAME = 2.0  # points within which left edges, and lines, are one
_WIDE = 1.15  # of the usual leading; so far apart lines are of different rows
_MOST = 0.8  # of the rows that must begin behind such a gap, where gaps part rows
_TOP = 0.6  # of the rows whose answer must begin beside the question, where nothing else parts rows
_FEWEST = 4  # rows
_FEW = 2  # questions in each of two columns of running text
_SHIFTED = 0.5  # of the rows whose question and answer have not as many lines
Band = Sequence[Piece]


@dataclass(frozen=True)
class _Page:
    """The lines of a page, where its columns but the first begin, and whether questions have numbers."""

    bands: Sequence[Band]
    columns: Sequence[float]
    numbered: bool

    def column(self, piece: Piece) -> int:
        return sum(piece.left >= edge - _SAME for edge in self.columns)

    def begins(self, at: int) -> bool:
        """Whether a line holds the first words of a question, or its number, in the first column."""
        first = [piece.text for piece in self.bands[at] if not self.column(piece)]
        return any(_has_number(text) if self.numbered else questions_of(text) for text in first)

    @cached_property
    def asking(self) -> list[int]:
        return [at for at in range(len(self.bands)) if self.begins(at)]

    @cached_property
    def wide(self) -> frozenset[int]:
        """The lines above which there is more room than between the lines of one cell."""
        gaps = [later[0].base - one[0].base for one, later in pairwise(self.bands)]
        usual = median(sorted(gaps)[: max(1, len(gaps) // 2)]) if gaps else 0.0
        return frozenset(at for at, gap in enumerate(gaps, start=1) if gap > _WIDE * usual)

    @cached_property
    def parted(self) -> bool:
        """Whether nearly every question has a gap of its own between it and the question before."""
        pairs = list(pairwise(self.asking))
        parted = sum(any(at in self.wide for at in range(one + 1, later + 1)) for one, later in pairs)
        return len(pairs) >= _FEWEST - 1 and parted >= _MOST * len(pairs)


def by_cells(pieces: Sequence[Piece], columns: Sequence[float]) -> list[Piece]:
    """The pieces of a page cell by cell, if they are drawn line by line; else as they are."""
    page = _page(pieces, columns)
    if page is None or not page.asking:
        return list(pieces)
    if are_newspaper([pieces], columns):
        return list(_in_cells(page, page.bands))
    return [piece for row in _rows(page) for piece in _in_cells(page, row)]


def are_newspaper(pages: Sequence[Sequence[Piece]], columns: Sequence[float]) -> bool:
    """Whether the text of some pages runs down one column and on in the next: both ask, in order."""
    if len(columns) != 1:
        return False
    ordered = both = 0
    for page in pages:
        left = [number for piece in page if piece.left < columns[0] - _SAME for number in _number_of(piece)]
        right = [number for piece in page if piece.left >= columns[0] - _SAME for number in _number_of(piece)]
        both += bool(left and right)
        ordered += bool(left and right and max(left) < min(right) and min(len(left), len(right)) >= _FEW)
    return ordered > 0 and ordered * 2 > both


def _number_of(piece: Piece) -> list[int]:
    match = NUMBER.match(piece.text) if questions_of(piece.text) else None
    return [int(match[1])] if match and int(match[1]) in questions_of(piece.text) else []


def unclear_rows(pieces: Sequence[Piece], columns: Sequence[float]) -> list[Piece]:
    """The questions of a page drawn line by line on which nothing tells where a row begins."""
    page = _page(pieces, columns)
    if page is None or len(page.asking) < _FEWEST or page.parted:
        return []
    asking = [page.bands[at] for at in page.asking]
    beside = sum(len(set(map(page.column, band))) > 1 for band in asking)
    return [] if beside >= _TOP * len(asking) else [piece for band in asking for piece in band]


def torn_rows(pages: Sequence[Sequence[Piece]], columns: Sequence[float]) -> list[Piece]:
    """The questions beside a page's end that may tear a row, where answers do not begin beside questions.

    Then nobody can tell whether what stands at the page's foot belongs to the question above it.
    """
    if not columns or len(pages) < 2:
        return []
    sorted_pages = [_of_bands(bands_of(_from_the_top(page)), columns) for page in pages]
    rows = [list(_rows(page)) if page.bands else [] for page in sorted_pages]
    uneven = [
        _is_shifted(page, row)
        for page, some in zip(sorted_pages, rows, strict=True)
        for row in some
        if _is_uneven(page, row)
    ]
    if sum(uneven) < max(_FEWEST, _SHIFTED * len(uneven)):
        return []
    found: list[Piece] = []
    for (one, above), (later, _) in pairwise(zip(sorted_pages, rows, strict=True)):
        if one.asking and later.asking and (later.asking[0] or not _has_first(one, _last(one, above))):
            found += (*one.bands[one.asking[-1]], *later.bands[later.asking[0]])
    return found


def _last(page: _Page, rows: Sequence[Sequence[Band]]) -> Sequence[Band]:
    """The last row of a page, or what stands behind a gap within it."""
    last = max(page.wide, default=0)
    return page.bands[last:] if rows and last else rows[-1] if rows else ()


def _has_first(page: _Page, row: Sequence[Band]) -> bool:
    return any(not page.column(piece) for band in row for piece in band)


def _is_uneven(page: _Page, row: Sequence[Band]) -> bool:
    """Whether question and answer of a row have not as many lines."""
    lines = Counter(page.column(piece) > 0 for band in row for piece in band)
    return len(lines) > 1 and lines[True] != lines[False]


def _is_shifted(page: _Page, row: Sequence[Band]) -> bool:
    """Whether question and answer of a row begin on different lines."""
    tops: dict[bool, float] = {}
    for band in row:
        for piece in band:
            tops.setdefault(page.column(piece) > 0, piece.base)
    return len(tops) > 1 and abs(tops[True] - tops[False]) > _SAME


def _from_the_top(pieces: Sequence[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: (round(piece.base / _SAME), piece.left))


def _page(pieces: Sequence[Piece], columns: Sequence[float]) -> _Page | None:
    """A page that is drawn line by line; None for another."""
    bands = bands_of(pieces) if columns else []
    falling = all(later[0].base > one[0].base + _SAME for one, later in pairwise(bands))
    if not falling or sum(len(band) > 1 for band in bands) < _FEWEST:
        return None
    return _of_bands(bands, columns)


def _of_bands(bands: Sequence[Band], columns: Sequence[float]) -> _Page:
    first = [piece.text for band in bands for piece in band if piece.left < columns[0] - _SAME]
    numbers = sum(map(_has_number, first))
    return _Page(bands, columns, numbers >= max(1, sum(bool(questions_of(text)) for text in first) / 2))


def bands_of(pieces: Sequence[Piece]) -> list[Band]:
    """The pieces of each line, as they are drawn one after the other."""
    bands: list[list[Piece]] = []
    for piece in pieces:
        if bands and abs(bands[-1][-1].base - piece.base) <= _SAME and bands[-1][-1].left < piece.left:
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return list(bands)


def _has_number(text: str) -> bool:
    return is_numbered(text) or bool(NUMBER.fullmatch(text))


def _rows(page: _Page) -> Iterator[list[Band]]:
    """The lines of each row: parted by gaps where these part rows, else where a question begins."""
    row: list[Band] = []
    asked = False
    for at, band in enumerate(page.bands):
        begins = at in page.asking
        apart = page.parted and at in page.wide and _asks_soon(page, at)
        if row and ((begins and (asked or not page.parted)) or apart):
            yield row
            row, asked = [], False
        row.append(band)
        asked = asked or begins
    yield row


def _asks_soon(page: _Page, at: int) -> bool:
    """Whether a question begins before the next wide gap: paragraphs of one cell are apart, too."""
    end = min((place for place in page.wide if place > at), default=len(page.bands))
    return any(at <= place < end for place in page.asking)


def _in_cells(page: _Page, row: Sequence[Band]) -> Iterator[Piece]:
    for column in range(len(page.columns) + 1):
        for band in row:
            yield from (piece for piece in band if page.column(piece) == column)
