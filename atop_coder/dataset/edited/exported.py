"""What the workbook remembers of its own export, in a hidden tab: a print of every cell a person may edit.

By it an edit is told apart from a sheet that has changed since. Rows are found by the name of the sheet's
file, so the tabs can be sorted, filtered and given more columns.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from atop_coder.dataset.column import Cell
from atop_coder.dataset.edited.shown import print_of_text, prints_of, settled, shown, split_prints
from atop_coder.dataset.table import ALLIANCES, CONDITIONS, MEMBERS, Table
from atop_coder.dataset.tabs import DERIVED

EXPORTED = "Exported"
PARTS: Mapping[str, tuple[str, ...]] = {MEMBERS: ("member", "name", "note"), CONDITIONS: ("condition",)}
"""The tabs with several rows a sheet, and the columns of theirs that a person may edit."""
MADE: Mapping[str, tuple[str, ...]] = {MEMBERS: ("cow_name", *DERIVED), CONDITIONS: ("label",)}
"""The columns there that are made from those, so that an edit of them has to be told."""
_MADE_NAMES = {name: f"{name}, made" for name in MADE}
COLUMNS = ("file", "atopid", ALLIANCES, *PARTS, *_MADE_NAMES.values())

Rows = Iterable[tuple[str, ...]]
"""The cells of `PARTS` of all rows of one sheet, settled: members in their order, conditions in any."""


@dataclass(frozen=True)
class Prints:
    """The prints of one sheet: of its row by the names of the columns, of its members and conditions.

    `made` are those of the columns that are made from others, "" where a workbook does not tell them.
    """

    cells: Mapping[str, str]
    parts: Mapping[str, str]
    made: Mapping[str, str]


def print_of_rows(tab: str, rows: Rows) -> str:
    """The print of all the rows that a tab has of one sheet."""
    lines = ("\t".join(cells) for cells in rows)
    return print_of_text("\n".join(sorted(lines) if tab == CONDITIONS else lines))


def exported_rows(tables: Iterable[Table]) -> Iterator[tuple[Cell, ...]]:
    """The rows of the hidden tab: the names of its columns, those of the Alliances, then one a sheet."""
    named = {table.name: table for table in tables}
    alliances = named[ALLIANCES]
    parts = [(name, _by_file(named[name], of[name])) for of in (PARTS, MADE) for name in of]
    file, atop_id = alliances.names.index("file"), alliances.names.index("atopid")
    yield COLUMNS
    yield None, None, " ".join(alliances.names)
    for cells in alliances.rows:
        of_parts = (print_of_rows(name, rows.get(cells[file], ())) for name, rows in parts)
        yield cells[file], cells[atop_id], prints_of(cells), *of_parts


def _by_file(table: Table, columns: tuple[str, ...]) -> dict[Cell, list[tuple[str, ...]]]:
    """The settled cells of a tab's rows, for each file in the tab's order."""
    file, *places = (table.names.index(name) for name in ("file", *columns))
    found: dict[Cell, list[tuple[str, ...]]] = {}
    for cells in table.rows:
        found.setdefault(cells[file], []).append(tuple(shown(cells[place]) for place in places))
    return found


def read_exported(rows: Iterable[Mapping[str, str]]) -> dict[str, Prints]:
    """The prints of each file that the rows of the hidden tab tell, by the names of its columns."""
    rows = tuple(rows)  # the tab may have been sorted
    named = (row.get(ALLIANCES, "") for row in rows if "file" not in row and "atopid" not in row)
    names = next(named, "").split()
    found = {}
    for row in rows:
        if "file" not in row:
            continue
        prints = split_prints(row.get(ALLIANCES, ""))
        if len(prints) == len(names):
            cells = dict(zip(names, prints, strict=True))
            parts = {name: row.get(name, "") for name in PARTS}
            made = {name: row.get(column, "") for name, column in _MADE_NAMES.items()}
            found[settled(row["file"])] = Prints(cells, parts, made)
    return found
