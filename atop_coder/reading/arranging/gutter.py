"""Two columns set with spaces: the gutter between them is a column of the page that is always blank."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from atop_coder.reading.arranging.arranged import stripped
from atop_coder.reading.arranging.table_rows import (
    Found,
    TableRow,
    are_numbered,
    is_asking,
    row_number,
    starts_row,
)
from atop_coder.reading.report import Line

NOTE = "the text stands in two columns: the right one was taken for the answers"
_FEWEST = 16  # lines with text right of the gutter
_CLEAR = 0.93  # the share of the lines that leave the gutter blank
_APART = re.compile(r"(?<=\S)  +(?=\S)|^ {12,}(?=\S)")
_NARROWEST = 12  # characters of the left column


def rows_by_gutter(lines: Sequence[Line]) -> Found | None:
    """The rows of a text in two columns; None if it has no gutter."""
    column = _right_edge([line.text for line in lines])
    if not column:
        return None
    rows = list(_grouped(lines, column))
    table = [row for row in rows if isinstance(row, TableRow)]
    both = sum(bool(row.right and any(line.text.strip() for line in row.right)) for row in table)
    return Found(tuple(rows), NOTE) if is_asking(table) and both >= len(table) / 2 else None


def _right_edge(texts: Sequence[str]) -> int:
    """The column at which the right one begins, a blank one before it; 0 if there is none."""
    starts = Counter(match.end() for text in texts if "  " in text for match in _APART.finditer(text))
    for column, count in starts.most_common(3):
        reaching = [text for text in texts if len(text.rstrip()) > column]
        clear = sum(text[column - 1].isspace() for text in reaching)
        if column >= _NARROWEST and count >= _FEWEST and clear >= _CLEAR * len(reaching):
            return column
    return 0


def _grouped(lines: Sequence[Line], column: int) -> Iterator[TableRow | Line]:
    left: list[Line] = []
    right: list[Line] = []
    last = 0
    numbered = are_numbered(line.text for line in lines)
    for line in lines:
        if line.text[column - 1 : column].strip():  # a heading over both columns
            yield from _row(left, right)
            left, right = [], []
            yield line
            continue
        one, other = stripped(line, 0, column), stripped(line, column)
        above = left[-1].text if left and not _blank_between(left[-1], line) else ""
        if one.text and starts_row(one.text, "", above, last, numbered):
            yield from _row(left, right)
            left, right = [], []
            last = row_number(one.text, "", numbered)
        left += [one] if one.text else []
        right += [other] if other.text or right else []
    yield from _row(left, right)


def _blank_between(above: Line, line: Line) -> bool:
    return line.number - above.number > 1


def _row(left: Sequence[Line], right: Sequence[Line]) -> Iterator[TableRow]:
    if left or right:
        yield TableRow(tuple(left), tuple(right))
