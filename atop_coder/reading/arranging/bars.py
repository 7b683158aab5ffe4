"""Tables drawn with bars: `| prompt | answer |`, with rules of +---+ between their rows or without."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from atop_coder.reading.arranging.arranged import stripped
from atop_coder.reading.arranging.table_rows import Found, TableRow, is_asking, number_in, starts_row
from atop_coder.reading.report import Line

NOTE = "the text is a table with bars: what stands right of a question was taken for its answer"
_RULE = re.compile(r"[\s+|:=_─━│┼├┤┌┐└┘┬┴═║╔╗╚╝╠╣╦╩╬-]*(?:[-=_─━═]{3,}|:?-{2,}:?)[\s+|:=_─━│┼├┤┌┐└┘┬┴═║╔╗╚╝╠╣╦╩╬-]*")
_BAR = re.compile(r"(?<!\\)[|│║]")
_LINES = 16  # a table of questions has at least
_SHARE = 0.75  # of the lines have the bars of the table
_MOST_CELLS = 6


def rows_by_bars(lines: Sequence[Line]) -> Found | None:
    """The rows of a table drawn with bars; None if the lines are none."""
    filled = [line for line in lines if line.text.strip() and not _RULE.fullmatch(line.text)]
    barred = [line for line in filled if _BAR.search(line.text)]
    if len(barred) < _LINES or len(barred) < _SHARE * len(filled):
        return None
    size = _common_size(barred)
    if not 2 <= size <= _MOST_CELLS:
        return None
    numbered = size > 2 and _first_are_numbers(barred, size)
    rows = list(_grouped(lines, size, numbered))
    table = [row for row in rows if isinstance(row, TableRow)]
    return Found(tuple(rows), NOTE) if is_asking(table) or _all_alone(table, numbered) else None


def _cells(line: Line, size: int = 0) -> list[Line]:
    """The cells of a line, stripped; those beyond `size` are the last one's."""
    text = line.text.rstrip()
    start = _outer(text)
    end = len(text) - 1 if _BAR.match(text, len(text) - 1) and len(text) > start else len(text)
    places = [match.start() for match in _BAR.finditer(text, start, end)]
    if size:
        places = places[: size - 1]
    starts, ends = [start, *(place + 1 for place in places)], [*places, end]
    return [stripped(line, one, other) for one, other in zip(starts, ends, strict=True)]


def _outer(text: str) -> int:
    """The column behind a bar that begins the line."""
    match = _BAR.match(text.lstrip())
    return len(text) - len(text.lstrip()) + 1 if match else 0


def _common_size(barred: Sequence[Line]) -> int:
    return Counter(len(_cells(line)) for line in barred).most_common(1)[0][0]


def _first_are_numbers(barred: Sequence[Line], size: int) -> bool:
    """Whether the first column holds only the questions' numbers."""
    first = [_cells(line, size)[0].text for line in barred]
    filled = [text for text in first if text]
    return sum(bool(re.fullmatch(r"\D{0,3}\d{1,2}\W?", text)) for text in filled) >= _SHARE * len(filled) > 0


def _grouped(lines: Sequence[Line], size: int, numbered: bool) -> Iterator[TableRow | Line]:
    """The rows in order; rules part them if there is one for every few lines, else their beginnings do."""
    rules = sum(bool(_RULE.fullmatch(line.text)) for line in lines if line.text.strip())
    by_rules = rules >= _LINES
    row: list[list[Line]] = []
    last = 0
    for line in lines:
        is_rule = bool(line.text.strip() and _RULE.fullmatch(line.text))
        if not is_rule and line.text.strip() and not _BAR.search(line.text):
            yield from _row(row, numbered)
            row = []
            yield line
            continue
        if is_rule or not line.text.strip():
            if by_rules:
                yield from _row(row, numbered)
                row = []
            continue
        cells = _cells(line, size)
        cells += [stripped(line, len(line.text))] * (size - len(cells))
        number, left = (cells[0].text, cells[1].text) if numbered else ("", cells[0].text)
        if not by_rules and (starts_row(left, number, last) or _is_whole_row(cells, row)):
            yield from _row(row, numbered)
            row = []
        last = (number_in(left, number) or last) if not row else last
        row.append(cells)
    yield from _row(row, numbered)


def _is_whole_row(cells: Sequence[Line], row: Sequence[Sequence[Line]]) -> bool:
    """Whether a line begins a row although its words are not the form's: the row above it is closed."""
    closed = row and row[-1][0].text.rstrip().endswith(("?", ":", ".", ")"))
    return bool(closed and cells[0].text[:1].isupper() and cells[1].text)


def _row(cells: Sequence[Sequence[Line]], numbered: bool) -> Iterator[TableRow]:
    if not cells:
        return
    columns = [list(column) for column in zip(*cells, strict=True)]
    number = " ".join(line.text for line in columns[0] if line.text) if numbered else ""
    left, right, *more = columns[1:] if numbered else columns
    further = tuple(line for column in more for line in column if line.text)
    yield TableRow(tuple(left), tuple(right), number, further)


def _all_alone(rows: Sequence[TableRow], numbered: bool) -> bool:
    """Whether they are numbers, or short labels, beside answers: which of them, a later step decides."""
    left = [" ".join(line.text for line in row.left).strip() for row in rows]
    short = sum(0 < len(text) <= 45 for text in left)
    return not numbered and len(rows) >= _LINES and short >= 0.9 * len(rows)
