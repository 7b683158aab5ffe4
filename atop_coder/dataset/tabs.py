"""The tables that go with the Alliances table: members, problems, and the codebook of all columns."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from atop_coder.checks import Severity
from atop_coder.dataset.column import NO_CODES, YES_NO, Cell, Column, Type
from atop_coder.dataset.record import Found, MemberOf, Record
from atop_coder.dataset.table import Table, alliances_table, make_table
from atop_coder.form import Form, Question, load_form
from atop_coder.reference import load_states

MEMBERS, PROBLEMS, CODEBOOK = "Members", "Problems", "Codebook"
OUT_OF_SYSTEM = {"not-system-member", "unknown-ccode"}


def to_tables(records: tuple[Record, ...], form: Form | None = None) -> tuple[Table, ...]:
    """All tables of the dataset, in the order of their tabs."""
    form = form or load_form()
    data = (alliances_table(records, form), members_table(records, form), problems_table(records))
    return (*data, codebook(data, form))


# Members: one row a member


def members_table(records: Iterable[Record], form: Form) -> Table:
    """One row a member of each sheet, in the sheet's order."""
    members = (
        MemberOf(record, order, member)
        for record in records
        for order, member in enumerate(record.case.members, start=1)
    )
    return make_table(MEMBERS, member_columns(form), members)


def member_columns(form: Form) -> tuple[Column[MemberOf], ...]:
    listed, signed = form.by_key["members"].number, form.by_key["signature_dates"].number
    return (
        Column("atopid", "ATOP alliance ID", None, Type.NUMBER, NO_CODES, lambda row: row.record.atop_id),
        Column("file", "File of the sheet", None, Type.TEXT, NO_CODES, lambda row: row.record.file),
        Column("order", "Place in the sheet's list", listed, Type.NUMBER, NO_CODES, lambda row: row.order),
        Column("ccode", "COW state code", listed, Type.NUMBER, NO_CODES, lambda row: row.member.ccode),
        Column(
            "name", "Name as in the sheet", listed, Type.TEXT, NO_CODES, lambda row: row.member.name or None
        ),
        Column("cow_name", "Name in the COW list", None, Type.TEXT, NO_CODES, _cow_name),
        Column("in_system", "In the COW system on signature", signed, Type.CODE, YES_NO, _in_system),
        Column(
            "note", "Note beside the name", listed, Type.LONG_TEXT, NO_CODES, lambda row: row.member.note or None
        ),
    )


def _cow_name(row: MemberOf) -> Cell:
    state = load_states().get(row.member.ccode)
    return state.name if state else None


def _in_system(row: MemberOf) -> Cell:
    """As the checks see it; empty where no signature date is known."""
    if not row.record.case.signatures:
        return None
    ccode = row.member.ccode
    return int(
        not any(
            problem.code in OUT_OF_SYSTEM and problem.data.get("ccode") == ccode for problem in row.record.problems
        )
    )


# Problems: one row a problem


def problems_table(records: Iterable[Record]) -> Table:
    """One row a problem of each sheet, in the checks' order."""
    found = (Found(record, problem) for record in records for problem in record.problems)
    return make_table(PROBLEMS, _PROBLEM_COLUMNS, found)


_SEVERITIES: dict[int | str, str] = {
    str(Severity.ERROR): "keeps the sheet from being complete",
    str(Severity.WARNING): "can be accepted with a reason",
    str(Severity.NOTE): "a hint",
}
_PROBLEM_COLUMNS: tuple[Column[Found], ...] = (
    Column("atopid", "ATOP alliance ID", None, Type.NUMBER, NO_CODES, lambda row: row.record.atop_id),
    Column("file", "File of the sheet", None, Type.TEXT, NO_CODES, lambda row: row.record.file),
    Column("question", "Number of the question", None, Type.NUMBER, NO_CODES, lambda row: row.problem.question),
    Column("severity", "How grave it is", None, Type.CODE, _SEVERITIES, lambda row: str(row.problem.severity)),
    Column("code", "Short name of the problem", None, Type.TEXT, NO_CODES, lambda row: row.problem.code),
    Column("message", "What is wrong, what to do", None, Type.LONG_TEXT, NO_CODES, lambda row: row.problem.message),
)


# Codebook: one row a column


@dataclass(frozen=True)
class Described:
    """A column of some table, and the question it comes from."""

    table: str
    column: Column[Any]
    question: Question | None


def codebook(tables: Iterable[Table], form: Form) -> Table:
    """One row for each column of these tables."""
    return make_table(CODEBOOK, _CODEBOOK_COLUMNS, _described(tables, form))


def _described(tables: Iterable[Table], form: Form) -> Iterator[Described]:
    for table in tables:
        for column in table.columns:
            question = form.question(column.question) if column.question is not None else None
            yield Described(table.name, column, question)


_CODEBOOK_COLUMNS: tuple[Column[Described], ...] = (
    Column("table", "Table of the column", None, Type.TEXT, NO_CODES, lambda row: row.table),
    Column("column", "Name of the column", None, Type.TEXT, NO_CODES, lambda row: row.column.name),
    Column("label", "What it says", None, Type.TEXT, NO_CODES, lambda row: row.column.label),
    Column("question", "Number of the question", None, Type.NUMBER, NO_CODES, lambda row: row.column.question),
    Column("type", "Kind of cell", None, Type.TEXT, NO_CODES, lambda row: str(row.column.type)),
    Column("values", "Codes and their meaning", None, Type.TEXT, NO_CODES, lambda row: row.column.legend or None),
    Column(
        "prompt",
        "The question's wording",
        None,
        Type.LONG_TEXT,
        NO_CODES,
        lambda row: row.question.prompt if row.question else None,
    ),
)
