"""The cells of a CSV file: `3;"May 4, 1911"`, `3,Signature dates,"May 4, 1911"`."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from atop_coder.reading.arranging.arranged import questions_asked
from atop_coder.reading.arranging.table_rows import Found, TableRow, is_asking
from atop_coder.reading.report import Line

NOTE = "the text is a table of values parted by {sign}: the last of each row was taken for the answer"
_SIGNS = (";", "\t", ",", "|")
_NAMES = {";": "semicolons", "\t": "tabs", ",": "commas", "|": "bars"}
_NUMBER = re.compile(r"\W{0,2}Q?\.?\s*\d{1,2}\W{0,2}", re.IGNORECASE)
_MOST_CELLS = 6
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
            return Found(tuple(rows), NOTE.format(sign=_NAMES[sign]), wraps=False)
    return None


def _rows(lines: Sequence[Line], sign: str) -> list[TableRow] | None:
    try:
        records = _without_blank_columns(_records(lines, sign))
    except csv.Error:
        return None
    sizes = Counter(len(cells) for _, cells in records)
    size = sizes.most_common(1)[0][0] if sizes else 0
    if not 2 <= size <= _MOST_CELLS or len(records) < _FEWEST or sizes[size] < _SHARE * len(records):
        return None
    asked = _asking_column([cells for _, cells in records], size)
    rows = [_row(line, cells, asked) for line, cells in records]
    alone = sum(bool(row.number) for row in rows)
    return rows if is_asking(rows) or (size == 2 and alone >= _SHARE * len(rows)) else None


def _asking_column(records: Sequence[Sequence[str]], size: int) -> int:
    """The column with the most questions of the form; 0 if none has any."""
    asking = [
        sum(bool(questions_asked(f"{cells[at]}:")) for cells in records if at < len(cells))
        for at in range(size)
    ]
    return max(range(size - 1), key=lambda at: asking[at])


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


def _row(line: Line, cells: Sequence[str], asked: int) -> TableRow:
    """A record as a row: a number may stand first, the answer stands right of what is asked."""
    number = cells[0] if _NUMBER.fullmatch(cells[0]) else ""
    left = "" if number and not asked else cells[asked] if asked < len(cells) else ""
    answer, *further = cells[asked + 1 :] or [""]
    right = tuple(replace(line, text=text, marks=()) for text in answer.split("\n"))
    told = tuple(replace(line, text=text, marks=()) for text in further if text)
    return TableRow((replace(line, text=left, marks=()),) if left else (), right, number, told)
