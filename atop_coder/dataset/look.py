"""How the cells of the workbook look: widths, fonts, colours, and what keeps text text."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill

from atop_coder.dataset.cell_text import excel_text
from atop_coder.dataset.column import Cell, Column, Missing, Type
from atop_coder.dataset.styled_cell import StyledCell
from atop_coder.dataset.table import ALLIANCES, TEXT, Table
from atop_coder.sheet import PartialDate

FIRST_DAY = date(1900, 3, 1)  # before it Excel has no dates, or (29 February 1900) a wrong one
SIGNS = ("=", "+", "-", "@", "'")  # what Excel would take for the start of a formula, or swallow

WIDTHS = {Type.NUMBER: 10, Type.CODE: 12, Type.DATE: 12, Type.TEXT: 28, Type.LONG_TEXT: 60}
WIDER = {"label": 46, "values": 46}
ROOM_FOR_FILTER = 4
MARGIN = 2
WIDEST_HEADER = 30

POINTS_A_LINE = 15
LINES = {ALLIANCES: 4, TEXT: 4}  # of every row; a row of the other tables is as high as its text
MOST_LINES = 20
LETTERS_A_UNIT = 1.1  # a width counts digits, and most letters are narrower
WRAPPED = (Type.TEXT, Type.LONG_TEXT)

_HEADER_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="24485C")
_MISSING_FONT = Font(name="Calibri", size=11, italic=True, color="7F7F7F")
_ALIGNMENTS = {
    type_: Alignment(vertical="top", wrap_text=True)
    if type_ in WRAPPED
    else Alignment(vertical="top", horizontal="center")
    for type_ in Type
}


def widths(table: Table) -> tuple[float, ...]:
    """The width of each column in characters: as its longest cell needs, within the limits of its type."""
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    return tuple(map(_width, table.columns, columns))


def _width(column: Column[Any], cells: tuple[Cell, ...]) -> float:
    header = min(len(column.name) + ROOM_FOR_FILTER, WIDEST_HEADER)
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    return max(header, min(longest + MARGIN, WIDER.get(column.name, WIDTHS[column.type])))


def row_height(table: Table, cells: tuple[Cell, ...], widths: tuple[float, ...]) -> int | None:
    """The height of a row in points, which LibreOffice does not find by itself; None for a single line."""
    lines = LINES.get(table.name) or max(_wrapped_lines(table, cells, widths), default=1)
    return POINTS_A_LINE * min(lines, MOST_LINES) if lines > 1 else None


def _wrapped_lines(table: Table, cells: tuple[Cell, ...], widths: tuple[float, ...]) -> Iterator[int]:
    for column, cell, room in zip(table.columns, cells, widths, strict=True):
        if column.type in WRAPPED and cell is not None:
            yield sum(1 + int(len(line) / (room * LETTERS_A_UNIT)) for line in str(cell).split("\n"))


class CellMaker:
    """Makes the cells of one tab.

    There is one cell for each look, handed out again and again: it must be written before the next is asked
    for, as openpyxl does with a row that is a generator.
    """

    def __init__(self, tab: Any) -> None:
        self.tab = tab
        self._header = {type_: self._of_header(type_) for type_ in Type}
        self._missing = self._styled(font=_MISSING_FONT, alignment=_ALIGNMENTS[Type.CODE])
        self._plain = {type_: self._of_type(type_) for type_ in Type}
        self._quoted = {type_: self._of_type(type_, quotePrefix=True) for type_ in Type}

    def _of_header(self, type_: Type) -> StyledCell:
        horizontal = "left" if type_ in WRAPPED else "center"
        alignment = Alignment(vertical="center", horizontal=horizontal)
        return self._styled(font=_HEADER_FONT, fill=_HEADER_FILL, alignment=alignment)

    def _of_type(self, type_: Type, **look: Any) -> StyledCell:
        if type_ == Type.DATE:
            look["number_format"] = "yyyy-mm-dd"
        return self._styled(alignment=_ALIGNMENTS[type_], **look)

    def _styled(self, **look: Any) -> StyledCell:
        return StyledCell(self.tab, **look)

    def header(self, column: Column[Any]) -> StyledCell:
        """The cell with the column's name."""
        return _filled(self._header[column.type], column.name)

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
