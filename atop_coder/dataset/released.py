"""Our sheets against released data: by alliance, member and variable, what they say and what we say.

A released file is a CSV or a Stata file with `atopid` and columns named as ATOP names them; with a column
`member` its rows are members, else alliances. A column that we do not derive is named, not guessed at. Where
an alliance has several phases, a member enters with the first and leaves with the last of them.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from atop_coder.dataset.alliances import alliances_table
from atop_coder.dataset.atop_columns import atop_columns
from atop_coder.dataset.column import Cell, Column, Missing
from atop_coder.dataset.record import Record
from atop_coder.dataset.stata import require_stata
from atop_coder.dataset.table import Table
from atop_coder.dataset.tabs import DERIVED, members_table
from atop_coder.errors import AtopError
from atop_coder.form import Form, load_form

ID, MEMBER = "atopid", "member"
MEMBERS_OF = "members"
"""The columns mem1, mem2, … are compared as one: a member more would make all behind it differ."""
_WHOLE = re.compile(r"-?\d+\.0+")  # as programs write whole numbers of a column with blanks
_EXITS = ("yrexit", "moexit", "dayexit")
_KEYS = frozenset({ID, MEMBER, "version", "phase", "maxphase"})
Row = Mapping[str, str]
Key = tuple[int, int | None]


@dataclass(frozen=True)
class Difference:
    """One variable of one alliance (or member) of which the two say other things; "" is nothing said."""

    atop_id: int
    member: int | None
    file: str
    variable: str
    question: int | None
    ours: str
    theirs: str


@dataclass(frozen=True)
class Comparison:
    """What differs, which variables were compared in how many rows, and what could not be."""

    differences: tuple[Difference, ...]
    variables: tuple[str, ...]
    rows: int
    unknown_columns: tuple[str, ...]
    only_ours: tuple[Key, ...]
    version: str = ""

    def count(self, variable: str) -> int:
        """In how many rows a variable differs."""
        return sum(one.variable == variable for one in self.differences)


def compare_released(records: tuple[Record, ...], path: Path, form: Form | None = None) -> Comparison:
    """Our sheets beside the rows of a released file; AtopError as `read_released` raises it."""
    form = form or load_form()
    released = read_released(path)
    by_member = MEMBER in released[0]
    table = members_table(records, form) if by_member else alliances_table(records, form)
    theirs = _by_key(released, by_member)
    named = set(DERIVED) if by_member else {column.name for column in atop_columns(form, 0)}
    compared = [column for column in table.columns if column.name in named & released[0].keys()]
    ours = list(_ours(table, by_member))
    pairs = [(key, row, theirs[key]) for key, row in ours if key in theirs]
    found = [one for key, row, other in pairs for one in _differences(key, row, other, compared)]
    lists_members = not by_member and any(map(_is_place, released[0]))
    if lists_members:
        found += [one for key, row, other in pairs for one in _of_members(key, row, other, form)]
    names = [*(column.name for column in compared), *([MEMBERS_OF] if lists_members else [])]
    known = named | _KEYS
    return Comparison(
        tuple(found),
        tuple(names),
        len(pairs),
        tuple(name for name in released[0] if name not in known and not _is_place(name)),
        tuple(key for key, _ in ours if key not in theirs),
        str(released[0].get("version", "")),
    )


def read_released(path: Path) -> Sequence[Row]:
    """The rows of a released file, all cells as text and "" where nothing is known.

    AtopError `file-not-found`, `file-not-readable`, `file-damaged`, `released-format-unknown`,
    `stata-needs-extra`, and `not-released-data` where there is no `atopid`, or no row.
    """
    try:
        rows = _READERS[path.suffix.lower()](path)
    except KeyError as error:
        raise AtopError("released-format-unknown", file=path) from error
    except FileNotFoundError as error:
        raise AtopError("file-not-found", file=path) from error
    except OSError as error:
        raise AtopError("file-not-readable", file=path, reason=error.strerror or error) from error
    except (ValueError, csv.Error) as error:
        raise AtopError("file-damaged", file=path, reason=error) from error
    if not rows or ID not in rows[0]:
        raise AtopError("not-released-data", file=path)
    return rows


def _read_csv(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [_row(row) for row in csv.DictReader(file)]


def _read_dta(path: Path) -> list[Row]:
    require_stata()
    import pandas

    frame = pandas.read_stata(path, convert_categoricals=False)
    names = list(map(str, frame.columns))
    return [_row(dict(zip(names, row, strict=True))) for row in frame.itertuples(index=False, name=None)]


_READERS = {".csv": _read_csv, ".dta": _read_dta}


def _row(cells: Mapping[Any, Any]) -> Row:
    return {str(name).strip().casefold(): _text(cell) for name, cell in cells.items() if name is not None}


def _text(cell: Any) -> str:
    """A cell as text: `2003` for 2003.0, "" for nothing."""
    if cell is None or cell != cell:  # not a number
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip()
    return text.partition(".")[0] if _WHOLE.fullmatch(text) else text


def _by_key(rows: Iterable[Row], by_member: bool) -> dict[Key, Row]:
    """The rows by alliance (and member); of several phases the first, with the exit of the last."""
    phases: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        if (key := _key(row.get(ID, ""), row.get(MEMBER, "") if by_member else None)) is not None:
            phases[key].append(row)
    last = {
        key: {name: ones[-1][name] for name in _EXITS if name in ones[-1]} for key, ones in phases.items()
    }
    return {key: {**ones[0], **last[key]} for key, ones in phases.items()}


def _key(atop_id: str, member: str | None) -> Key | None:
    if not atop_id.isdecimal() or not (member is None or member.isdecimal()):
        return None
    return int(atop_id), None if member is None else int(member)


def _ours(table: Table, by_member: bool) -> Iterator[tuple[Key, dict[str, Cell]]]:
    for cells in table.rows:
        row = dict(zip(table.names, cells, strict=True))
        atop_id, member = row[ID], row[MEMBER] if by_member else None
        if isinstance(atop_id, int):
            yield (atop_id, member if isinstance(member, int) else None), row


def _differences(
    key: Key, row: Mapping[str, Cell], other: Row, columns: Iterable[Column[Any]]
) -> Iterator[Difference]:
    for column in columns:
        ours, theirs = _said(row[column.name]), other[column.name]
        if ours != theirs:
            yield Difference(*key, str(row["file"]), column.name, column.question, ours, theirs)


def _of_members(key: Key, row: Mapping[str, Cell], other: Row, form: Form) -> Iterator[Difference]:
    ours, theirs = _places(row), _places(other)
    if ours != theirs:
        number = form.by_key["members"].number
        yield Difference(*key, str(row["file"]), MEMBERS_OF, number, " ".join(ours), " ".join(theirs))


def _places(row: Mapping[str, Any]) -> list[str]:
    return [said for name, cell in row.items() if _is_place(name) and (said := _said(cell))]


def _is_place(name: str) -> bool:
    return name.startswith("mem") and name[3:].isdecimal()


def _said(cell: Any) -> str:
    return "" if cell is None or isinstance(cell, Missing) else str(cell)
