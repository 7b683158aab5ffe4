"""Cells whose style is settled once, and rows of them written without openpyxl's detours.

In write-only mode openpyxl makes a new cell, and looks its style up, for every value that has a style. That
doubles the time of an export; cells that are handed out again need neither.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl.cell import Cell


class StyledCell(Cell):
    """A cell of a write-only tab, to be filled again for each value that looks like it."""

    __slots__ = ("_settled",)

    def __init__(self, tab: Any, **look: Any) -> None:
        super().__init__(tab, row=1, column=1)
        for name, value in look.items():
            setattr(self, name, value)
        self._settled: int = super().style_id

    @property
    def style_id(self) -> int:
        return self._settled

    @property
    def has_style(self) -> bool:
        return True


def take_styled_cells(tab: Any) -> None:
    """Lets a tab write rows of styled cells as they are; None in a row is an empty cell.

    The method replaced is openpyxl's own (3.1) and not part of its promises: without it the same rows are
    written the same way, only slower.
    """
    tab._values_to_row = _placed


def _placed(cells: Iterable[StyledCell | None], row: int) -> Iterator[StyledCell]:
    for column, cell in enumerate(cells, start=1):
        if cell is not None:
            cell.row, cell.column = row, column
            yield cell
