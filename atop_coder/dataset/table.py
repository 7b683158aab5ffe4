"""A table of the dataset: columns with their rows, ready for any writer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from atop_coder.dataset.column import Cell, Column

ALLIANCES, MEMBERS, CONDITIONS = "Alliances", "Members", "Conditions"
PROBLEMS, CODEBOOK, TEXT = "Problems", "Codebook", "Text"


@dataclass(frozen=True)
class Table:
    """Rows with one cell for each column; the first two columns of every table tell its rows apart."""

    name: str
    columns: tuple[Column[Any], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def make_table(name: str, columns: tuple[Column[Any], ...], items: Iterable[Any]) -> Table:
    """A table with a row for each item."""
    getters = tuple(column.get for column in columns)
    return Table(name, columns, tuple(tuple(get(item) for get in getters) for item in items))
