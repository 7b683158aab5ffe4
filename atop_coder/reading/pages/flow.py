"""The order in which the pieces of a PDF are read, and where its paragraphs end."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from atop_coder.reading.pages.cells import are_newspaper, by_cells
from atop_coder.reading.pages.found import HYPHEN, Piece

_SAME = 2.0  # points within which left edges are one
_SPACE = 0.24  # type sizes between two words, about
_LOOSE = 2.0  # type sizes from line to line; further apart they are in different cells
_FEWEST = 4  # lines that begin in a table's further column
_BARE_NUMBER = re.compile(r"\s*[#(\[]*\d{1,2}\s*[.,):\]]*\s*")
_TERMINAL = re.compile(r"[.!?:;)\]”\"’']\s*$")
_LEAD = re.compile(
    r"\s*(?:[•*·▪-]\s|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s+(?=[A-Z“\"(])|\([a-z0-9ivx]{1,4}\)\s"
    r"|[Qq#(]{0,2}\d{1,2}\s*[.,):]\s+(?=[A-Z])"
    r"|(?i:section|sec\.|art\.|article|chapter|annex|§)\s*[\dIVXLC]+(?![\w;,)]))"
)


def in_order(pages: Sequence[Sequence[Piece]], columns: Sequence[float]) -> list[Piece]:
    """All pieces as they are read: as drawn, but from the top where a page is drawn in another order."""
    ordered: list[Piece] = []
    running = are_newspaper(pages, columns)
    for page in pages:
        joined = by_cells(_joined(_from_the_top(page), columns), columns)
        ordered = ordered + joined if running else _torn_rows_mended(ordered, joined, columns)
    return ordered


def further_columns(pages: Sequence[Sequence[Piece]]) -> tuple[float, ...]:
    """The left edges of a table's columns but the first: where cells begin beside others, and lines alone."""
    beside: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for page in pages:
        for before, piece in pairwise(page):
            cell = piece.follows or (piece.base < before.base + _SAME and _in_next_cell(before, piece))
            (beside if cell else alone)[round(piece.left)] += 1
    both = beside + alone
    edges = [edge for edge in both if _near(beside, edge) >= _FEWEST and _near(alone, edge) >= 2]
    return tuple(sorted(edge for edge in edges if both[edge] == max(both[near] for near in _around(edge))))


def _around(edge: int) -> tuple[int, int, int]:
    return edge - 1, edge, edge + 1


def _near(edges: Counter[int], edge: int) -> int:
    return sum(edges[near] for near in _around(edge))


def column_of(piece: Piece, columns: Sequence[float]) -> int:
    """0 for the first column, and so on."""
    return sum(piece.left >= edge - _SAME for edge in columns)


def _from_the_top(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces as they are drawn; by their place if something is drawn after what stands below it."""
    for before, piece in pairwise(pieces):
        above = piece.base < before.base - 0.8 * before.size
        if (
            above
            and piece.left < before.right
            and piece.right > before.left
            and not _in_next_cell(before, piece)
        ):
            rows = sorted(pieces, key=lambda one: (round(one.base / 2), one.left))
            return [
                replace(one, follows=bool(at) and _on_one_line(rows[at - 1], one))
                for at, one in enumerate(rows)
            ]
    return list(pieces)


def _in_next_cell(before: Piece, piece: Piece) -> bool:
    """Whether a piece begins so far right of the one before that it may stand in a table's next column."""
    return piece.left > before.left + 3 * before.size


def _on_one_line(first: Piece, second: Piece) -> bool:
    return abs(first.base - second.base) < 0.4 * min(first.size, second.size)


def _joined(pieces: Sequence[Piece], columns: Sequence[float]) -> list[Piece]:
    """Pieces of one line put together, but those in different columns of a table."""
    joined: list[Piece] = []
    for piece in (part for whole in pieces for part in _parted(whole, columns)):
        last = joined[-1] if joined else None
        if last is None or not piece.follows:
            joined.append(piece)
        elif _BARE_NUMBER.fullmatch(last.text) or not _begins_column(piece, columns):
            joined[-1] = _put_together(last, piece)
        else:
            joined.append(piece)
    return joined


def _parted(piece: Piece, columns: Sequence[float]) -> list[Piece]:
    """A piece, or its parts in different columns of a table."""
    if not any(_begins_column(part, columns) for part in piece.parts[1:]):
        return [piece]
    parts = [replace(piece.parts[0], follows=piece.follows)]
    for part in piece.parts[1:]:
        if _begins_column(part, columns):
            parts.append(part)
        else:
            parts[-1] = _put_together(parts[-1], part, " ")
    return parts


def _begins_column(piece: Piece, columns: Sequence[float]) -> bool:
    return any(abs(piece.left - edge) <= _SAME for edge in columns)


def _put_together(first: Piece, second: Piece, between: str = "\t") -> Piece:
    between = " " if _BARE_NUMBER.fullmatch(first.text) else between
    head = first.text.rstrip() + between
    shift = len(head) - len(second.text) + len(second.text.lstrip())
    left = second.left if _BARE_NUMBER.fullmatch(first.text) else first.left
    return replace(
        first,
        text=head + second.text.lstrip(),
        left=left,
        right=second.right,
        bold_end=second.bold_end,
        filled=second.filled,
        marks=(*first.marks, *(mark.moved(shift) for mark in second.marks)),
    )


def _torn_rows_mended(before: list[Piece], page: list[Piece], columns: Sequence[float]) -> list[Piece]:
    """The pieces so far and those of a new page; of a row torn by the page's end, cell goes to cell."""
    if not columns or not before or not page:
        return before + page
    last_column = column_of(before[-1], columns)
    start = len(before)
    while (
        start
        and column_of(before[start - 1], columns) == last_column
        and before[start - 1].page == before[-1].page
    ):
        start -= 1
    first_column = column_of(page[0], columns)
    if not start or first_column >= last_column or column_of(before[start - 1], columns) != first_column:
        return before + page
    if not _goes_on(before[start - 1].text, page[0].text):
        return before + page
    end = _end_of_cell(page, columns)
    return [*before[:start], *page[:end], *before[start:], *page[end:]]


def _goes_on(above: str, below: str) -> bool:
    """Whether a cell at the top of a page goes on with the one above, and does not begin a row."""
    if _LEAD.match(below) or _BARE_NUMBER.match(below):
        return False
    return not _TERMINAL.search(above) or bool(re.match(r"[a-z(]|If\b", below))


def _end_of_cell(page: Sequence[Piece], columns: Sequence[float]) -> int:
    """How many pieces at the top of a page belong to one cell: in one column, line by line."""
    for at, (first, second) in enumerate(pairwise(page), start=1):
        torn = (second.base - first.base) / first.size > _LOOSE or _LEAD.match(second.text)
        if torn or column_of(second, columns) != column_of(page[0], columns):
            return at
    return len(page)


def ends_of(pieces: Sequence[Piece], columns: Sequence[float]) -> list[bool]:
    """Of each piece, whether a paragraph ends with it; so it does with a field, and before one."""
    behind = [*(piece.filled for piece in pieces[1:]), False]
    told = zip(_Paragraphs(pieces, columns).ends(), pieces, behind, strict=True)
    return [end or piece.filled or field for end, piece, field in told]


class _Paragraphs:
    """What the lines of a PDF tell of its paragraphs: their right edge, and how far apart lines are."""

    def __init__(self, pieces: Sequence[Piece], columns: Sequence[float]) -> None:
        self.pieces = pieces
        self.columns = columns
        spaces = [piece.space / piece.size for piece in pieces if 0.1 < piece.space / piece.size < 0.8]
        self.space = median(spaces) if spaces else _SPACE
        self.edges = self.right_edges()
        self.leading = self.usual_leading()

    def right_edges(self) -> dict[int, float]:
        """Column -> how far right its lines reach, but for a few that stick out.

        Where a sentence plainly goes on in the next line, that line's first word did not fit: so far at most.
        """
        reached: dict[int, list[float]] = defaultdict(list)
        needed: dict[int, list[float]] = defaultdict(list)
        for piece in self.pieces:
            reached[column_of(piece, self.columns)].append(piece.right)
        for first, second in pairwise(self.pieces):
            if (
                self.is_below(first, second)
                and second.text[:1].islower()
                and not _TERMINAL.search(first.text)
            ):
                needed[column_of(first, self.columns)].append(self.needed(first, second))
        return {
            column: min(
                max(rights), sorted(needed[column])[len(needed[column]) // 33] if needed[column] else 1e9
            )
            for column, rights in reached.items()
        }

    def usual_leading(self) -> float:
        """How far lines of one paragraph are apart, in type sizes; 0 if no paragraph has two lines."""
        steps = [
            (second.base - first.base) / first.size
            for first, second in pairwise(self.pieces)
            if self.is_below(first, second)
            and self.is_full(first, second)
            and not _TERMINAL.search(first.text)
        ]
        return median(steps) if steps else 0.0

    def is_below(self, first: Piece, second: Piece) -> bool:
        same = column_of(first, self.columns) == column_of(second, self.columns)
        return first.page == second.page and same and second.base > first.base

    def is_full(self, first: Piece, second: Piece) -> bool:
        """Whether the next line's first word would not have fitted behind this line."""
        return self.needed(first, second) > self.edges[column_of(first, self.columns)] - 0.1 * first.size

    def needed(self, first: Piece, second: Piece) -> float:
        """How far right the line would reach with the next line's first word behind it."""
        return first.right + self.space * first.size + second.word

    def ends(self) -> list[bool]:
        ends: list[bool] = []
        first_of = 0  # the first piece of the paragraph
        for at, (first, second) in enumerate(pairwise(self.pieces)):
            ends.append(self.is_end(first, second, self.pieces[first_of]))
            if ends[-1]:
                first_of = at + 1
        return [*ends, True] if self.pieces else []

    def is_end(self, first: Piece, second: Piece, opening: Piece) -> bool:
        if first.text.rstrip().endswith(HYPHEN):
            return False
        if column_of(first, self.columns) != column_of(second, self.columns) or not self.is_full(
            first, second
        ):
            return True
        if first.page == second.page and not self.is_next_line(first, second):
            return True
        if abs(first.size - second.size) > 0.2 * first.size or (first.bold_end and first.bold) != second.bold:
            return first.bold_end != second.bold or abs(first.size - second.size) > 0.2 * first.size
        if _LEAD.match(second.text) and (_TERMINAL.search(first.text) or _LEAD.match(opening.text)):
            return True
        return self.is_indented(first, second, opening)

    def is_next_line(self, first: Piece, second: Piece) -> bool:
        """Whether the second stands as far below the first as lines of one paragraph do."""
        step = (second.base - first.base) / first.size
        return 0 < step <= (self.leading or 1.6) * 1.2 + 0.05

    def is_indented(self, first: Piece, second: Piece, opening: Piece) -> bool:
        """Whether the second begins elsewhere than the paragraph's lines do, as a new paragraph would."""
        shift = second.left - first.left
        if abs(shift) <= _SAME:
            return False
        if first is opening:  # the second line of a paragraph may hang, or its first may be indented
            return shift > 0 and not _LEAD.match(first.text) and not _BARE_NUMBER.match(first.text)
        return True
