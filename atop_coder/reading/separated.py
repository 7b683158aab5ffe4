"""Reads sheets in text whose cells are parted by commas, semicolons, tabs or bars (.csv, .tsv)."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace

from atop_coder.errors import AtopError
from atop_coder.reading.excel.cells import MOST_CELLS, Tab
from atop_coder.reading.report import Reading
from atop_coder.reading.source import LIMIT_MB, Source, decode
from atop_coder.reading.xlsx import sheet_in

_DELIMITERS = ",;\t|"
_LOOKED_AT = 40  # rows that tell which one parts the cells
_MOST_COLUMNS = 16_384
_SEPARATOR = re.compile("sep=(.)\n", re.IGNORECASE)
_DATASET = (frozenset({"atopid", "file"}), frozenset({"table", "column"}))


def read_csv(source: Source) -> Reading:
    """The sheet in such a file; AtopError if it has far too many cells, is a dataset, or holds none."""
    text, encoding = decode(source.data, source.path)
    rows = read_rows(text, source.path)
    if is_dataset(rows):
        raise AtopError("workbook-is-dataset", file=source.path)
    reading = sheet_in([_tab(rows)], str(source.path), "csv")
    return replace(reading, report=replace(reading.report, encoding=encoding))


def is_dataset_text(data: bytes) -> bool:
    """Whether such a file is a dataset that this program exported; only its beginning is looked at."""
    text, _ = decode(data[:20_000])
    return is_dataset(read_rows(text, most=1))


def is_dataset(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of these rows has the names of an exported dataset, or of its codebook."""
    names = {name.strip().casefold() for name in rows[0]} if rows else set()
    return any(known <= names for known in _DATASET)


def read_rows(text: str, file: object = "", most: int = 10**9) -> list[list[str]]:
    """The rows of such a text, cell by cell, up to so many of them."""
    text = text.removeprefix("\ufeff").replace("\x00", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if match := _SEPARATOR.match(text):  # a line of Excel's own
        return _rows(text[match.end() :], match[1], file, most)
    return _rows(text, delimiter_of(text), file, most)


def delimiter_of(text: str) -> str:
    """What parts the cells: the mark by which most rows have as many cells as the others, and several."""
    counts = {}
    for mark in _DELIMITERS:
        widths = [len(row) for row in _rows(text[:200_000], mark, "", _LOOKED_AT) if any(row)]
        usual = max(set(widths), key=widths.count, default=1)
        counts[mark] = (widths.count(usual) / len(widths) * (usual > 1), usual) if widths else (0.0, 1)
    return max(_DELIMITERS, key=lambda mark: counts[mark])


def _rows(text: str, delimiter: str, file: object, most: int) -> list[list[str]]:
    rows: list[list[str]] = []
    cells = 0
    csv.field_size_limit(LIMIT_MB * 2**20)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) >= most:
                break
            cells += sum(1 + cell.count("\n") for cell in row if cell)  # each line of a cell is a line
            if cells > MOST_CELLS or (file and len(row) > _MOST_COLUMNS):
                raise AtopError("file-unpacks-too-large", file=file)
            rows.append(row)
    except csv.Error as error:
        raise AtopError(
            "file-damaged", file=file, reason=f"its cells cannot be told apart: {error}"
        ) from error
    return rows


def _tab(rows: Sequence[Sequence[str]]) -> Tab:
    filled = {
        number: {column: text for column, text in enumerate(row, start=1) if text}
        for number, row in enumerate(rows, start=1)
    }
    return Tab("", {number: row for number, row in filled.items() if row})
