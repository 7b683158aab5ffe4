"""Workbooks of a few sheets, edited as a person would and read back."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from atop_coder.dataset import Cell, Record, Table, to_tables
from atop_coder.dataset.edited.book import Book, Row, Tab, read_book, words_of
from atop_coder.dataset.edited.edits import Edited, Trouble, edits_of
from atop_coder.dataset.edited.exported import COLUMNS, PARTS, exported_rows, read_exported
from atop_coder.dataset.table import ALLIANCES
from atop_coder.dataset.workbook import write_workbook
from atop_coder.sheet import Answer, PartialDate, Sheet
from tests.dataset.examples import records_of

Edit = Callable[[Workbook], None]
Values = Mapping[str, Any]


def written(records: tuple[Record, ...]) -> bytes:
    """The workbook of these records."""
    data = io.BytesIO()
    write_workbook(to_tables(records), data)
    return data.getvalue()


def book_of(records: tuple[Record, ...], recorded: bool = True) -> Book:
    """The workbook as it would be read, made without a file."""
    tables = {table.name: table for table in to_tables(records)}
    _, *rows = exported_rows(tables.values())
    texts = [
        {name: _text(cell) for name, cell in zip(COLUMNS, row, strict=False) if cell is not None}
        for row in rows
    ]
    parts = {name: _tab(tables[name]) for name in PARTS}
    prints = read_exported(texts) if recorded else {}
    return Book(Path("data.xlsx"), _tab(tables[ALLIANCES]), parts, prints, {})


def _tab(table: Table) -> Tab:
    letters = {name: str(at) for at, name in enumerate(table.names)}
    rows = (dict(zip(table.names, map(_text, cells), strict=True)) for cells in table.rows)
    return Tab(table.name, letters, tuple(Row(number, texts) for number, texts in enumerate(rows, start=2)))


def _text(cell: Cell) -> str:
    return cell.iso if isinstance(cell, PartialDate) else "" if cell is None else str(cell)


def put(tab: Any, row: int, values: Values) -> None:
    """Writes values into a row's cells by the names in the header."""
    columns = {cell.value: cell.column for cell in tab[1]}
    for name, value in values.items():
        tab.cell(row, columns[name]).value = value


def edited_book(folder: Path, records: tuple[Record, ...], edit: Edit = lambda _: None) -> Book:
    """The workbook of these records after somebody has opened, edited and saved it."""
    book = load_workbook(io.BytesIO(written(records)))
    edit(book)
    path = folder / "data.xlsx"
    book.save(path)
    return read_book(path)


def edits(
    folder: Path, sheet: Sheet, edit: Edit, now: Sheet | None = None
) -> tuple[list[Edited], list[Trouble]]:
    """What comes back of an edit to the workbook of one sheet, which now is as it was or as said."""
    book = edited_book(folder, records_of(sheet), edit)
    (record,) = records_of(now or sheet)
    return edits_of(book, book.alliances.rows[0], record)


def edits_in_row(
    sheet: Sheet, values: Values, now: Sheet | None = None
) -> tuple[list[Edited], list[Trouble]]:
    """The same for cells in the row of the Alliances, as the file would tell them."""
    book = book_of(records_of(sheet))
    (row,), (record,) = book.alliances.rows, records_of(now or sheet)
    texts = {name: "" if value is None else words_of(value) for name, value in values.items()}
    return edits_of(book, replace(row, texts={**row.texts, **texts}), record)


def answers(found: tuple[list[Edited], list[Trouble]]) -> dict[int, Answer]:
    """The new answers, where every edit could be taken over."""
    edited, troubles = found
    assert troubles == []
    return {one.question: one.answer for one in edited}


def codes(found: tuple[list[Edited], list[Trouble]]) -> list[str]:
    """Why edits could not be taken over."""
    return [trouble.error.code for trouble in found[1]]
