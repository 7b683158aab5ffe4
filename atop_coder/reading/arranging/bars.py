"""Tables drawn with bars: `| prompt | answer |`, with rules of +---+ between their rows or without."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from atop_coder.reading.arranging.arranged import stripped
from atop_coder.reading.arranging.table_rows import (
    Found,
    TableRow,
    are_numbered,
    is_asking,
    number_in,
    row_number,
    starts_row,
)
from atop_coder.reading.arranging.wordings import labels
from atop_coder.reading.cells import is_numbered
from atop_coder.reading.report import Line
from atop_coder.reading.words import plain

NOTE = "the text is a table with bars: what stands right of a question was taken for its answer"
SWAPPED = "the text is a table with bars: what stands left of a question was taken for its answer"
_DRAWN = r"\s+|:=_─━│┼├┤┌┐└┘┬┴═║╔╗╚╝╠╣╦╩╬-"
_RULE = re.compile(rf"[{_DRAWN}]*")
_STROKE = re.compile(r"[-=_─━═]{3}|--")
_BAR = re.compile(r"(?<!\\)[|│║]")
_NUMBER = re.compile(r"\D{0,3}\d{1,2}\W?")
_LINES = 16  # a table of questions has at least
_SHARE = 0.75  # of the lines have the bars of the table
_MOST_CELLS = 6
_SHORT = 45  # characters of a label
_LABELLED = 0.5  # of the cells at the left are labels


@dataclass(frozen=True)
class _Table:
    """How a table is drawn: whether bars stand at its edges, and how many columns it has.

    `counted` tells that the first column holds numbers, `numbered` that the rows have numbers at all, `ruled`
    that rules part the rows, `labelled` that most of them begin with a short label of a question.
    """

    bordered: bool
    size: int
    counted: bool
    numbered: bool
    ruled: bool
    labelled: bool = False


def rows_by_bars(lines: Sequence[Line]) -> Found | None:
    """The rows of a table drawn with bars; None if the lines are none."""
    lines = _with_single_bars(lines)
    filled = [line for line in lines if line.text.strip() and not _is_rule(line)]
    barred = [line for line in filled if _BAR.search(line.text)]
    if len(barred) < _LINES or len(barred) < _SHARE * len(filled):
        return None
    table = _table(barred, sum(map(_is_rule, lines)))
    if not 2 <= table.size <= _MOST_CELLS:
        return None
    rows = tuple(_rows(lines, table))
    inside = [row for row in rows if isinstance(row, TableRow)]
    if not is_asking(inside) and is_asking([_swapped(row) for row in inside]):
        return Found(
            tuple(_swapped(row) if isinstance(row, TableRow) else row for row in rows), SWAPPED, turned=True
        )
    told = is_asking(inside) or _are_short(inside, table) or _count_up(inside, table)
    return Found(rows, NOTE) if told else None


def _with_single_bars(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with one bar where each has two side by side."""
    barred = [line for line in lines if _BAR.search(line.text)]
    double = sum("||" in line.text for line in barred)
    if double < max(_LINES, _SHARE * len(barred)):
        return lines
    return [replace(line, text=line.text.replace("||", " |")) for line in lines]


def _swapped(row: TableRow) -> TableRow:
    """The row with what is asked right of its answer."""
    return replace(row, left=row.right, right=row.left)


def _is_rule(line: Line) -> bool:
    return bool(_STROKE.search(line.text) and _RULE.fullmatch(line.text))


def _table(barred: Sequence[Line], rules: int) -> _Table:
    """How the table is drawn, by what most of its lines are."""
    bordered = sum(line.text.lstrip()[:1] in "|│║" for line in barred) >= _SHARE * len(barred)
    size = Counter(len(_cells(line, bordered)) for line in barred).most_common(1)[0][0]
    first = [text for line in barred if (text := _cells(line, bordered, size)[0].text)]
    counted = sum(bool(_NUMBER.fullmatch(text)) for text in first) >= _SHARE * len(first) > 0
    numbered = counted or are_numbered(first) or sum(map(is_numbered, first)) >= _LINES
    known = sum(plain(text) in labels() for text in first)
    labelled = not numbered and known >= max(_LINES, _LABELLED * len(first))
    return _Table(bordered, size, counted, numbered, rules >= _LINES, labelled)


def _cells(line: Line, bordered: bool, size: int = 0) -> list[Line]:
    """The cells of a line, stripped, `size` of them; bars beyond that are the last cell's own."""
    text = line.text.rstrip()
    start = len(text) - len(text.lstrip()) + 1 if bordered and _BAR.match(text.lstrip()) else 0
    end = len(text) - 1 if bordered and len(text) > start and _BAR.match(text, len(text) - 1) else len(text)
    places = [match.start() for match in _BAR.finditer(text, start, end)]
    places = places[: size - 1] if size else places
    cells = [
        stripped(line, one, other)
        for one, other in zip([start, *(place + 1 for place in places)], [*places, end], strict=True)
    ]
    return cells + [stripped(line, len(line.text))] * (size - len(cells))


def _rows(lines: Sequence[Line], table: _Table) -> Iterator[TableRow | Line]:
    """The rows in order, and the lines that stand between them without a bar."""
    row: list[list[Line]] = []
    last = 0
    for line in lines:
        blank = not line.text.strip()
        if blank or _is_rule(line) or not _BAR.search(line.text):
            if row and (table.ruled or not (blank or _is_rule(line))):
                yield _row(row, table)
                row = []
            if not blank and not _is_rule(line):
                yield line
            continue
        cells = _cells(line, table.bordered, table.size)
        number, left = (cells[0].text, cells[1].text) if table.counted else ("", cells[0].text)
        above = _last_asked(row, table)
        starts = starts_row(left, number, above, last, table.numbered)
        last = row_number(left, number, table.numbered) if starts else last
        if row and not table.ruled and (starts or (not table.numbered and _is_whole(cells, row, table))):
            yield _row(row, table)
            row = []
        row.append(cells)
    if row:
        yield _row(row, table)


def _is_whole(cells: Sequence[Line], row: Sequence[Sequence[Line]], table: _Table) -> bool:
    """Whether a line begins a row although its words are not the form's: the row above it is closed."""
    above = _last_asked(row, table)
    if table.labelled:
        return plain(cells[0].text) in labels() or (plain(above) in labels() and cells[0].text[:1].isupper())
    closed = above.endswith(("?", ":", ".", ")")) or len(above) <= _SHORT / 2
    return bool(closed and cells[0].text[:1].isupper() and cells[1].text)


def _last_asked(row: Sequence[Sequence[Line]], table: _Table) -> str:
    """The last words of what the rows so far ask."""
    return next((one[table.counted].text for one in reversed(row) if one[table.counted].text), "")


def _row(cells: Sequence[Sequence[Line]], table: _Table) -> TableRow:
    columns = [list(column) for column in zip(*cells, strict=True)]
    number = " ".join(line.text for line in columns[0] if line.text) if table.counted else ""
    left, right, *more = (
        columns[1:] if table.counted and table.size > 2 else ([], columns[1]) if table.counted else columns
    )
    return TableRow(
        tuple(left), tuple(right), number, tuple(line for column in more for line in column if line.text)
    )


def _count_up(rows: Sequence[TableRow], table: _Table) -> bool:
    """Whether the rows have the numbers of questions, one after the other, whatever language they ask in."""
    numbers = [number_in(row.left[0].text if row.left else "", row.number) for row in rows]
    steps = [0 < later - earlier <= 3 for earlier, later in pairwise(numbers) if later]
    return table.size <= 3 and len(steps) >= _LINES and sum(steps) >= 0.9 * len(steps)


def _are_short(rows: Sequence[TableRow], table: _Table) -> bool:
    """Whether they are numbers, or short labels, beside answers: which of them, a later step decides."""
    left = [" ".join(line.text for line in row.left).strip() for row in rows]
    short = sum(len(text) <= _SHORT for text in left)
    return (
        table.size == 2 + (table.counted and any(left)) and len(rows) >= _LINES and short >= 0.9 * len(rows)
    )
