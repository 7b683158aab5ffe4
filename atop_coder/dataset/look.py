"""How the cells of the workbook look: widths, fonts, colours, and what keeps text text."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from atop_coder.dataset.cell_text import excel_text
from atop_coder.dataset.column import Cell, Column, Missing, Type
from atop_coder.dataset.styled_cell import StyledCell
from atop_coder.dataset.table import ALLIANCES, TEXT, Table
from atop_coder.sheet import PartialDate

FIRST_DAY = date(1900, 3, 1)  # before it Excel has no dates, or (29 February 1900) a wrong one
SIGNS = ("=", "+", "-", "@", "'")  # what Excel would take for the start of a formula, or swallow

WIDTHS = {Type.NUMBER: 10, Type.CODE: 12, Type.DATE: 12, Type.TEXT: 28, Type.LONG_TEXT: 60}
ROOM_FOR_FILTER = 4
WIDEST_HEADER = 30
LINES = {ALLIANCES: 5, TEXT: 5}  # a row of the other tables is as high as its text
POINTS_A_LINE = 15

_LINE = Side(style="hair", color="B5BEC6")
_BORDER = Border(bottom=_LINE)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(vertical="top", horizontal="center")
_PLAIN = Alignment(vertical="top")
_ALIGNMENTS = {
    Type.NUMBER: _PLAIN,
    Type.CODE: _CENTRED,
    Type.DATE: _CENTRED,
    Type.TEXT: _WRAPPED,
    Type.LONG_TEXT: _WRAPPED,
}


def width(column: Column[Any]) -> float:
    """Wide enough for what the column holds, and for its name where that is not too long."""
    return max(WIDTHS[column.type], min(len(column.name) + ROOM_FOR_FILTER, WIDEST_HEADER))


def row_height(table: Table) -> int | None:
    """The height of the rows in points; None where each may be as high as its text."""
    lines = LINES.get(table.name)
    return lines * POINTS_A_LINE if lines else None


class CellMaker:
    """Makes the cells of one tab.

    There is one cell for each look, handed out again and again: it must be written before the next is asked
    for, as openpyxl does with a row that is a generator.
    """

    def __init__(self, tab: Any) -> None:
        self.tab = tab
        self._header = self._styled(
            font=Font(bold=True, color="FFFFFF"),
            fill=PatternFill("solid", fgColor="24485C"),
            alignment=Alignment(vertical="center", wrap_text=True),
        )
        self._missing = self._styled(font=Font(italic=True, color="7F7F7F"), alignment=_CENTRED)
        self._plain = {type_: self._of_type(type_) for type_ in Type}
        self._quoted = {type_: self._of_type(type_, quotePrefix=True) for type_ in Type}

    def _of_type(self, type_: Type, **look: Any) -> StyledCell:
        if type_ == Type.DATE:
            look["number_format"] = "yyyy-mm-dd"
        return self._styled(alignment=_ALIGNMENTS[type_], **look)

    def _styled(self, **look: Any) -> StyledCell:
        return StyledCell(self.tab, border=_BORDER, **look)

    def header(self, column: Column[Any]) -> StyledCell:
        """The cell with the column's name."""
        return _filled(self._header, column.name)

    def row(self, columns: tuple[Column[Any], ...], cells: tuple[Cell, ...]) -> Iterator[StyledCell | None]:
        """The cells of a row, one after the other; None for an empty one."""
        return (
            None if value is None or value == "" else self.cell(column.type, value)
            for column, value in zip(columns, cells, strict=True)
        )

    def cell(self, type_: Type, value: Cell) -> StyledCell:
        """The cell that shows the value: a number or date as such, all else as text."""
        if isinstance(value, int):
            return _filled(self._plain[type_], value)
        if isinstance(value, Missing):
            return _filled(self._missing, str(value))
        if isinstance(value, PartialDate):
            return _filled(self._plain[type_], _real_date(value) or value.iso)
        text = excel_text(value or "")
        return _filled((self._quoted if text.startswith(SIGNS) else self._plain)[type_], text)


def _filled(cell: StyledCell, value: int | str | date) -> StyledCell:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl has taken "=…" for a formula and "#N/A" for an error
    return cell


def _real_date(value: PartialDate) -> date | None:
    """The date that Excel can hold; None for one that is cut or too early."""
    return value.first() if value.whole and value.first() >= FIRST_DAY else None
