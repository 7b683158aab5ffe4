"""The cells of a CSV file: `3;"May 4, 1911"`, `3,Signature dates,"May 4, 1911"`."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from atop_coder.reading.arranging.table_rows import Found, TableRow, is_asking
from atop_coder.reading.report import Line

NOTE = "the text is a table of values parted by {sign}: the last of each row was taken for the answer"
_SIGNS = (";", "\t", ",", "|")
_NAMES = {";": "semicolons", "\t": "tabs", ",": "commas", "|": "bars"}
_FEWEST = 16  # rows
_PARTED = 0.4  # of the lines have the sign, for a cell may go over several
_SHARE = 0.9  # of the rows have the same number of cells


def rows_of_csv(lines: Sequence[Line]) -> Found | None:
    """The rows of a CSV file; None if the lines are none."""
    filled = sum(bool(line.text.strip()) for line in lines)
    for sign in _SIGNS:
        if sum(sign in line.text for line in lines) < max(_FEWEST, _PARTED * filled):
            continue
        rows = _rows(lines, sign)
        if rows is not None:
            return Found(tuple(rows), NOTE.format(sign=_NAMES[sign]))
    return None


def _rows(lines: Sequence[Line], sign: str) -> list[TableRow] | None:
    try:
        records = list(_records(lines, sign))
    except csv.Error:
        return None
    records = _without_blank_columns(records)
    sizes = Counter(len(cells) for _, cells in records)
    size = sizes.most_common(1)[0][0] if sizes else 0
    if size not in (2, 3) or len(records) < _FEWEST or sizes[size] < _SHARE * len(records):
        return None
    rows = [_row(line, cells, size) for line, cells in records]
    alone = sum(not row.left for row in rows)
    return rows if is_asking(rows) or (size == 2 and alone >= _SHARE * len(rows)) else None


def _records(lines: Sequence[Line], sign: str) -> list[tuple[Line, list[str]]]:
    """The records with the line on which each begins; a cell in quotes may go over several."""
    reader = csv.reader((f"{line.text}\n" for line in lines), delimiter=sign, skipinitialspace=True)
    found, first = [], 0
    for cells in reader:
        if any(cell.strip() for cell in cells):
            found.append((lines[first], [cell.strip() for cell in cells]))
        first = reader.line_num
    return found


def _without_blank_columns(records: Sequence[tuple[Line, list[str]]]) -> list[tuple[Line, list[str]]]:
    """The records without the columns that are blank in all of them, as between two tabs."""
    width = max((len(cells) for _, cells in records), default=0)
    filled = [at for at in range(width) if any(at < len(cells) and cells[at] for _, cells in records)]
    return [(line, [cells[at] for at in filled if at < len(cells)]) for line, cells in records]


def _row(line: Line, cells: Sequence[str], size: int) -> TableRow:
    number = cells[0] if re.fullmatch(r"\W{0,2}Q?\.?\s*\d{1,2}\W{0,2}", cells[0], re.IGNORECASE) else ""
    asked = cells[1] if number and size == 3 and len(cells) > 1 else "" if number else cells[0]
    taken = bool(number) + bool(asked or (number and size == 3))
    answer = ", ".join(cells[taken:])
    right = [replace(line, text=text, marks=()) for text in answer.split("\n")]
    left = [replace(line, text=asked, marks=())] if asked else []
    return TableRow(tuple(left), tuple(right), number)
