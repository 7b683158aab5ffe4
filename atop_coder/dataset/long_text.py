"""The Text table: whole texts that no cell of a workbook can hold, in rows that continue one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from atop_coder.dataset.cell_text import cut, is_too_long, parts_of
from atop_coder.dataset.column import NO_CODES, Cell, Column, Missing, Type
from atop_coder.dataset.table import Table, make_table

TEXT = "Text"


@dataclass(frozen=True)
class Part:
    """A piece of a long text: from which row and column of which table, and the how-manieth (from 1)."""

    atop_id: Cell
    file: Cell
    table: str
    column: Column[object]
    row: int
    number: int
    text: str


def split_long(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The tables, with every text cut that no cell can hold; then, if there is one, the Text table with all of it."""
    fitting, parts = [], []
    for table in tables:
        found = tuple(_long_cells(table))
        fitting.append(_without(table, found))
        parts += [part for place in found for part in _parts(table, *place)]
    return (*fitting, make_table(TEXT, _TEXT_COLUMNS, parts)) if parts else tuple(fitting)


def _long_cells(table: Table) -> Iterator[tuple[int, int, str]]:
    """(row, column, text) of every cell that holds too much."""
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and is_too_long(cell):
                yield row, column, cell


def _without(table: Table, found: tuple[tuple[int, int, str], ...]) -> Table:
    if not found:
        return table
    rows = [list(cells) for cells in table.rows]
    for row, column, text in found:
        rows[row][column] = cut(text)
    return replace(table, rows=tuple(map(tuple, rows)))


def _parts(table: Table, row: int, column: int, text: str) -> Iterator[Part]:
    cells = dict(zip(table.names, table.rows[row], strict=True))
    of_row = (cells.get("atopid"), cells.get("file"), table.name, table.columns[column], row + 2)
    return (Part(*of_row, number, piece) for number, piece in enumerate(parts_of(text), start=1))


_TEXT_COLUMNS: tuple[Column[Part], ...] = (
    Column("atopid", "ATOP alliance ID", None, Type.NUMBER, NO_CODES, lambda part: part.atop_id),
    Column("file", "File of the sheet", None, Type.TEXT, NO_CODES, lambda part: part.file),
    Column("question", "Number of the question", None, Type.NUMBER, NO_CODES, lambda part: part.column.question),
    Column("table", "Table with the cut text", None, Type.TEXT, NO_CODES, lambda part: part.table),
    Column("column", "Column with the cut text", None, Type.TEXT, NO_CODES, lambda part: part.column.name),
    Column("row", "Row of the cut text, as exported", None, Type.NUMBER, NO_CODES, lambda part: part.row),
    Column("part", "Place among the parts", None, Type.NUMBER, NO_CODES, lambda part: part.number),
    Column("text", "This part of the text", None, Type.LONG_TEXT, NO_CODES, lambda part: part.text),
)
