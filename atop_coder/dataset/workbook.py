"""The dataset as an Excel workbook: one tab a table, each a real Excel table with filters.

The same tables give the same bytes.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any

from xlsxwriter import Workbook

from atop_coder.dataset.column import Cell, Missing, Type
from atop_coder.dataset.edited.exported import EXPORTED, exported_rows
from atop_coder.dataset.long_text import split_long
from atop_coder.dataset.look import Looks, real_date, row_height, widths
from atop_coder.dataset.prompts import add_prompts
from atop_coder.dataset.table import ALLIANCES, Table
from atop_coder.sheet import PartialDate
from atop_coder.writing.excel_text import allowed_text

WHEN = datetime(2000, 1, 1)  # any fixed day: a workbook's own date would make every export another file
FIRST_CELL = (1, 2)  # the header and the two columns that tell rows apart stay in sight
STYLE = "Table Style Light 1"


def write_workbook(tables: Iterable[Table], file: IO[bytes], when: datetime = WHEN) -> None:
    """Writes the tables, and a Text table if some text fits no cell; `when` is the workbook's date."""
    tables = tuple(tables)
    book = Workbook(file, {"in_memory": True})
    book.set_properties({"author": "ATOP Coder", "title": "ATOP dataset", "created": when})
    looks = Looks(book)
    with _no_search_for_garbage():
        for table in split_long(tables):
            _write_tab(book, table, looks)
        if tables[0].name == ALLIANCES:  # only a dataset of sheets has a way back into them
            _remember(book, tables)
        book.close()


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Every cell is kept until the end, so looking again and again for some to let go takes a tenth more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write_tab(book: Any, table: Table, looks: Looks) -> None:
    tab = book.add_worksheet(table.name)
    tab.freeze_panes(*FIRST_CELL)
    of_columns = widths(table)
    for place, width in enumerate(of_columns):
        tab.set_column(place, place, width)
    tab.add_table(*_extent(table), _table_options(table, looks))
    for row, cells in enumerate(table.rows, start=1):
        if height := row_height(table, cells, of_columns):
            tab.set_row(row, height)
        _write_cells(tab, row, table, cells, looks)
    add_prompts(tab, table)
    _set_page(tab, table)


def _extent(table: Table) -> tuple[int, int, int, int]:
    """First row and column, last row and column; Excel wants one row of data at least, if an empty one."""
    return 0, 0, max(len(table.rows), 1), len(table.columns) - 1


def _table_options(table: Table, looks: Looks) -> dict[str, Any]:
    columns = [
        {"header": column.name, "header_format": looks.header[column.type]} for column in table.columns
    ]
    return {"name": f"{table.name.replace('-', '_')}_table", "columns": columns, "style": STYLE}


def _write_cells(tab: Any, row: int, table: Table, cells: tuple[Cell, ...], looks: Looks) -> None:
    """Writes numbers and dates as such, all else as text, and nothing where there is none."""
    for place, (column, cell) in enumerate(zip(table.columns, cells, strict=True)):
        if isinstance(cell, int):
            tab.write_number(row, place, cell, looks.plain[column.type])
        elif isinstance(cell, Missing):
            tab.write_string(row, place, cell.value, looks.missing)
        elif isinstance(cell, PartialDate):
            _write_date(tab, row, place, cell, looks)
        elif cell:
            text = allowed_text(cell)
            _check(tab.write_string(row, place, text, looks.of_text(column.type, text)))


def _write_date(tab: Any, row: int, place: int, cell: PartialDate, looks: Looks) -> None:
    day = real_date(cell)
    if day is None:
        tab.write_string(row, place, cell.iso, looks.plain[Type.DATE])
    else:
        tab.write_datetime(row, place, day, looks.plain[Type.DATE])


def _check(code: int) -> None:
    """Refuses a workbook in which a text was cut, which the library tells by a code alone."""
    if code:
        raise ValueError(f"a text was not written whole (XlsxWriter's code {code})")


def _remember(book: Any, tables: tuple[Table, ...]) -> None:
    """Adds the hidden tab by which edits are told apart when the workbook comes back."""
    tab = book.add_worksheet(EXPORTED)
    tab.hide()
    for row, cells in enumerate(exported_rows(tables)):
        for place, cell in enumerate(cells):
            if isinstance(cell, int):
                tab.write_number(row, place, cell)
            elif cell:
                _check(tab.write_string(row, place, allowed_text(str(cell))))


def _set_page(tab: Any, table: Table) -> None:
    """Printed, the header stands on every page, and all tables but the widest are one page wide."""
    tab.repeat_rows(0)
    tab.hide_gridlines(0)
    tab.set_landscape()
    if table.name != ALLIANCES:
        tab.fit_to_pages(1, 0)
