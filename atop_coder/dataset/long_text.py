"""The Text table: whole texts that no cell of a workbook can hold, in rows that continue one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from atop_coder.dataset.column import Cell, Column, Type
from atop_coder.dataset.table import TEXT, Table, make_table
from atop_coder.writing.excel_text import cut, is_too_long, parts_of

Place = tuple[int, int, str]
"""Row and column, from 0, and the text there."""


@dataclass(frozen=True)
class Part:
    """A piece of a long text, its number (from 1), and the cell it was cut in; `row` counts the header."""

    atop_id: Cell
    file: Cell
    table: str
    column: Column[Any]
    row: int
    number: int
    text: str


def split_long(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The tables, with each text cut that fits no cell; then, if any was cut, the Text table of all these."""
    fitting: list[Table] = []
    parts: list[Part] = []
    for table in tables:
        found = tuple(_long_cells(table))
        fitting.append(_without(table, found))
        parts += (part for place in found for part in _parts(table, place))
    return (*fitting, make_table(TEXT, _COLUMNS, parts)) if parts else tuple(fitting)


def _long_cells(table: Table) -> Iterator[Place]:
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and is_too_long(cell):
                yield row, column, cell


def _without(table: Table, found: tuple[Place, ...]) -> Table:
    if not found:
        return table
    rows = [list(cells) for cells in table.rows]
    for row, column, text in found:
        rows[row][column] = cut(text)
    return replace(table, rows=tuple(map(tuple, rows)))


def _parts(table: Table, place: Place) -> Iterator[Part]:
    row, column, text = place
    cells = dict(zip(table.names, table.rows[row], strict=True))
    of_cell = (cells.get("atopid"), cells.get("file"), table.name, table.columns[column], row + 2)
    return (Part(*of_cell, number, piece) for number, piece in enumerate(parts_of(text), start=1))


_COLUMNS: tuple[Column[Part], ...] = (
    Column("atopid", "ATOP alliance ID", Type.NUMBER, lambda part: part.atop_id),
    Column("file", "File of the sheet", Type.TEXT, lambda part: part.file),
    Column("question", "Number of the question", Type.NUMBER, lambda part: part.column.question),
    Column("table", "Table with the cut text", Type.TEXT, lambda part: part.table),
    Column("column", "Column with the cut text", Type.TEXT, lambda part: part.column.name),
    Column("row", "Row of the cut text, as exported", Type.NUMBER, lambda part: part.row),
    Column("part", "Place among the parts", Type.NUMBER, lambda part: part.number),
    Column("text", "This part of the text", Type.LONG_TEXT, lambda part: part.text),
)
