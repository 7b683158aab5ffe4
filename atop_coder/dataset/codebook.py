"""The Codebook table: every column of the other tables, with its codes and the question it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from atop_coder.dataset.column import Column, Type
from atop_coder.dataset.table import CODEBOOK, Table, make_table
from atop_coder.form import Form, Question


@dataclass(frozen=True)
class Described:
    """A column of some table, and the question it comes from."""

    table: str
    column: Column[Any]
    question: Question | None


def codebook(tables: Iterable[Table], form: Form) -> Table:
    """One row for each column of these tables."""
    return make_table(CODEBOOK, _COLUMNS, _described(tables, form))


def cited_codebook(table: Table, form: Form) -> Table:
    """The codebook of one table, and in its last row the work to be cited."""
    described = (*_described((table,), form), Described(table.name, _CITED, None))
    return make_table(CODEBOOK, _COLUMNS, described)


CITATION = (
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell, and Andrew G. Long. 2002."
    " “Alliance Treaty Obligations and Provisions, 1815–1944.” International Interactions 28 (3): 237–260."
)
"""The work whose variables and codes these are."""
_CITED: Column[Any] = Column("to be cited", CITATION, Type.TEXT, lambda _row: None)


def _described(tables: Iterable[Table], form: Form) -> Iterator[Described]:
    for table in tables:
        for column in table.columns:
            question = form.question(column.question) if column.question is not None else None
            yield Described(table.name, column, question)


_COLUMNS: tuple[Column[Described], ...] = (
    Column("table", "Table of the column", Type.TEXT, lambda row: row.table),
    Column("column", "Name of the column", Type.TEXT, lambda row: row.column.name),
    Column("label", "What it says", Type.TEXT, lambda row: row.column.label),
    Column("question", "Number of the question", Type.NUMBER, lambda row: row.column.question),
    Column("type", "Kind of cell", Type.TEXT, lambda row: str(row.column.type)),
    Column("values", "Codes and their meaning", Type.TEXT, lambda row: row.column.legend or None),
    Column(
        "prompt", "The question", Type.LONG_TEXT, lambda row: row.question.prompt if row.question else None
    ),
)
