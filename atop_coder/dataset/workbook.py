"""The dataset as an Excel workbook: one tab a table, each a real Excel table with filters.

Written row by row (openpyxl's write-only mode), which takes a memory of one row for each tab. The same tables
give the same bytes.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from atop_coder.dataset.long_text import split_long
from atop_coder.dataset.look import CellMaker, row_height, widths
from atop_coder.dataset.prompts import add_prompts
from atop_coder.dataset.still_archive import StillArchive
from atop_coder.dataset.styled_cell import take_styled_cells
from atop_coder.dataset.table import ALLIANCES, Table

WHEN = datetime(2000, 1, 1)  # any fixed day: a workbook's own date would make every export another file
FIRST_CELL = "C2"  # the header and the two columns that tell rows apart stay in sight


def write_workbook(tables: Iterable[Table], file: IO[bytes], when: datetime = WHEN) -> None:
    """Writes the tables, and a Text table if some text fits no cell; `when` is the workbook's date."""
    book = Workbook(write_only=True)
    book.properties = DocumentProperties(
        creator="ATOP Coder", title="ATOP dataset", created=when, modified=when
    )
    for table in split_long(tables):
        _write_tab(book, table)
    ExcelWriter(book, StillArchive(file, when)).save()


def _write_tab(book: Workbook, table: Table) -> None:
    tab = book.create_sheet(table.name)
    tab.freeze_panes = FIRST_CELL
    _lay_out(tab, table)
    take_styled_cells(tab)
    make = CellMaker(tab)
    tab.append(make.header(column) for column in table.columns)
    for cells in table.rows:
        tab.append(make.row(table.columns, cells))
    tab.tables.add(_excel_table(table))  # `add_table` warns of missing columns, which are there
    add_prompts(tab, table)


def _lay_out(tab: Any, table: Table) -> None:
    of_columns = widths(table)
    for place, width in enumerate(of_columns, start=1):
        tab.column_dimensions[get_column_letter(place)].width = width
    for row, cells in enumerate(table.rows, start=2):
        height = row_height(table, cells, of_columns)
        if height:
            tab.row_dimensions[row].height = height
    _set_page(tab, table)


def _set_page(tab: Any, table: Table) -> None:
    """Printed, the header stands on every page, and all tables but the widest are one page wide."""
    tab.print_title_rows = "1:1"
    tab.print_options.gridLines = True
    tab.page_setup.orientation = "landscape"
    if table.name != ALLIANCES:
        tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        tab.page_setup.fitToHeight = 0


def _excel_table(table: Table) -> ExcelTable:
    """A table over header and rows; Excel wants one row of data at least, and it may be an empty one."""
    ref = f"A1:{get_column_letter(len(table.columns))}{max(len(table.rows), 1) + 1}"
    columns = [TableColumn(id=place, name=name) for place, name in enumerate(table.names, start=1)]
    style = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return ExcelTable(
        displayName=f"{table.name}_table",
        ref=ref,
        tableColumns=columns,
        autoFilter=AutoFilter(ref=ref),
        tableStyleInfo=style,
    )
