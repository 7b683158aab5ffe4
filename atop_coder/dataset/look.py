"""How the cells of the workbook look: widths, heights, fonts, colours, and which dates are dates."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from atop_coder.dataset.column import Cell, Column, Type
from atop_coder.dataset.table import ALLIANCES, TEXT, Table
from atop_coder.sheet import PartialDate
from atop_coder.writing.excel_text import SIGNS, line_count

FIRST_DAY = date(1900, 3, 1)  # before it Excel has no dates, or (29 February 1900) a wrong one

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
            yield line_count(str(cell), room * LETTERS_A_UNIT)


class Looks:
    """How the cells of a workbook are shown: as header, as value, as text in quotes, as a missing value."""

    def __init__(self, book: Any) -> None:
        self.header = {type_: book.add_format(_header(type_)) for type_ in Type}
        self.missing = book.add_format({**_of_type(Type.CODE), "italic": True, "font_color": "#7F7F7F"})
        self.plain = {type_: book.add_format(_of_type(type_)) for type_ in Type}
        self.quoted = {type_: book.add_format({**_of_type(type_), "quote_prefix": True}) for type_ in WRAPPED}

    def of_text(self, type_: Type, text: str) -> Any:
        """A text that Excel would take for a formula, once somebody edits it, is marked as text."""
        return (self.quoted if text.startswith(SIGNS) and type_ in WRAPPED else self.plain)[type_]


def _header(type_: Type) -> dict[str, Any]:
    side = "left" if type_ in WRAPPED else "center"
    return {"bold": True, "font_color": "#FFFFFF", "bg_color": "#24485C", "valign": "vcenter", "align": side}


def _of_type(type_: Type) -> dict[str, Any]:
    look: dict[str, Any] = {"valign": "top"}
    look |= {"text_wrap": True} if type_ in WRAPPED else {"align": "center"}
    return look | ({"num_format": "yyyy-mm-dd"} if type_ == Type.DATE else {})


def real_date(value: PartialDate) -> date | None:
    """The date that Excel can hold; None for one that is cut, or too early."""
    return value.first() if value.whole and value.first() >= FIRST_DAY else None
