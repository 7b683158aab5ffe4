"""The tables of the dataset: columns with their rows, ready for any writer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from atop_coder.checks import Severity
from atop_coder.dataset.atop_columns import atop_columns
from atop_coder.dataset.column import NO_CODES, Cell, Column, Type
from atop_coder.dataset.question_columns import question_columns
from atop_coder.dataset.record import Record, to_records
from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet

ALLIANCES = "Alliances"


@dataclass(frozen=True)
class Table:
    """Rows with one cell for each column; every table begins with the two columns that tell its rows apart."""

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


def to_table(readings: Iterable[tuple[object, Sheet]], today: date | None = None) -> Table:
    """The Alliances table of many (file, sheet): one row a sheet, in the order given."""
    return alliances_table(to_records(readings, today))


def alliances_table(records: tuple[Record, ...], form: Form | None = None) -> Table:
    """One row a sheet; there are as many member columns as the largest alliance has members."""
    members = max((len(record.member_codes) for record in records), default=0)
    return make_table(ALLIANCES, alliance_columns(form or load_form(), members), records)


def alliance_columns(form: Form, members: int = 2) -> tuple[Column[Record], ...]:
    """All columns of the Alliances table, at least mem1 and mem2 among them."""
    own = (column for question in form.questions for column in question_columns(question))
    return (
        Column("atopid", "ATOP alliance ID", form.by_key["atop_id"].number, Type.NUMBER, NO_CODES, _atop_id),
        Column("file", "File of the sheet", None, Type.TEXT, NO_CODES, _file),
        *atop_columns(form, max(members, 2)),
        *own,
        Column("answered", "Questions with an answer", None, Type.NUMBER, NO_CODES, _answered),
        Column("errors", "Errors found by the checks", None, Type.NUMBER, NO_CODES, _errors),
        Column("warnings", "Warnings of the checks", None, Type.NUMBER, NO_CODES, _warnings),
    )


def _atop_id(record: Record) -> Cell:
    return record.atop_id


def _file(record: Record) -> Cell:
    return record.file


def _answered(record: Record) -> Cell:
    return record.sheet.answered


def _errors(record: Record) -> Cell:
    return record.count(Severity.ERROR)


def _warnings(record: Record) -> Cell:
    return record.count(Severity.WARNING)
