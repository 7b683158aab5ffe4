"""Sheets of a few answers, and the cells they have in the dataset."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from atop_coder.dataset import Record, Table, to_records, to_table, to_tables
from atop_coder.dataset.column import Cell
from atop_coder.form import load_form
from atop_coder.sheet import Sheet, make_answer

TODAY = date(2026, 6, 1)
FORM = load_form()

NOT_APPLICABLE = {"status": "not_applicable"}
UNKNOWN = {"status": "unknown"}
WORDS_ONLY = {"details": "Perhaps."}


def need_stata() -> None:
    """Skips the test where what writes a Stata file is not installed."""
    for package in ("pandas", "pyreadstat"):
        pytest.importorskip(package, reason=f"{package} comes with the extra [stata]")


def sheet_of(answers: dict[int, dict[str, Any]]) -> Sheet:
    """A sheet with these answers, given as JSON data; all others are blank."""
    return Sheet.of({number: make_answer(FORM.question(number), data) for number, data in answers.items()})


def answered(key: str, value: Any = None, **parts: Any) -> Sheet:
    """A sheet with one answer, to the question with that key."""
    data = parts if value is None else {"value": value, **parts}
    return sheet_of({FORM.by_key[key].number: data})


def row_of(sheet: Sheet) -> dict[str, Cell]:
    """The row of a sheet in the Alliances table, by the names of its columns."""
    table = to_table([("a.txt", sheet)], TODAY)
    return dict(zip(table.names, table.rows[0], strict=True))


def records_of(*sheets: Sheet) -> tuple[Record, ...]:
    return to_records([(f"{number}.txt", sheet) for number, sheet in enumerate(sheets, start=1)], TODAY)


def tables_of(*sheets: Sheet) -> dict[str, Table]:
    """All tables of a dataset of these sheets, by name."""
    return {table.name: table for table in to_tables(records_of(*sheets))}


def rows_of(table: Table) -> list[dict[str, Cell]]:
    """The rows of a table, each by the names of its columns."""
    return [dict(zip(table.names, row, strict=True)) for row in table.rows]


def members(*codes: int) -> list[dict[str, Any]]:
    return [{"ccode": code, "name": ""} for code in codes]


def dates(*isos: str) -> list[dict[str, Any]]:
    return [{"date": iso} for iso in isos]


def column_of(table: Table, name: str) -> Iterable[Cell]:
    place = table.names.index(name)
    return [row[place] for row in table.rows]
