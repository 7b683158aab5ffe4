"""The Alliances table: one row a sheet, with ATOP's columns and those of each question."""

from collections.abc import Iterable
from datetime import date

from atop_coder.checks import Severity
from atop_coder.dataset.atop_columns import atop_columns
from atop_coder.dataset.column import Column, Type
from atop_coder.dataset.question_columns import question_columns
from atop_coder.dataset.record import Record, to_records
from atop_coder.dataset.table import ALLIANCES, Table, make_table
from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet


def to_table(readings: Iterable[tuple[object, Sheet]], today: date | None = None) -> Table:
    """The Alliances table of many (file, sheet): one row a sheet, in the order given."""
    return alliances_table(to_records(readings, today), load_form())


def alliances_table(records: tuple[Record, ...], form: Form) -> Table:
    """One row a sheet; there are as many member columns as the largest alliance has members."""
    members = max((len(record.member_codes) for record in records), default=0)
    return make_table(ALLIANCES, alliance_columns(form, members), records)


def alliance_columns(form: Form, members: int = 2) -> tuple[Column[Record], ...]:
    """All columns of the Alliances table, at least mem1 and mem2 among them."""
    atop_id = form.by_key["atop_id"].number
    return (
        Column("atopid", "ATOP alliance ID", Type.NUMBER, lambda record: record.atop_id, atop_id),
        Column("file", "File of the sheet", Type.TEXT, lambda record: record.file),
        *atop_columns(form, max(members, 2)),
        *(column for question in form.questions for column in question_columns(question)),
        Column("answered", "Questions with an answer", Type.NUMBER, lambda record: record.sheet.answered),
        Column("errors", "Errors", Type.NUMBER, lambda record: record.count(Severity.ERROR)),
        Column("warnings", "Warnings", Type.NUMBER, lambda record: record.count(Severity.WARNING)),
    )
