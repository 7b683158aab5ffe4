"""What the workbook tells a person who edits it: the meaning of a column, and the codes to choose from."""

from collections.abc import Iterator
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from atop_coder.dataset.column import Column, Type
from atop_coder.dataset.table import Table

MAX_TITLE = 32  # Excel's limits; a longer one makes it refuse the file
MAX_MESSAGE = 255


def add_prompts(tab: Any, table: Table) -> None:
    """Gives every header a message with the column's label, and every coded question a list of its codes."""
    for place, column in enumerate(table.columns, start=1):
        tab.data_validations.append(_told(column, f"{get_column_letter(place)}1"))
    last_row = max(len(table.rows), 1) + 1
    for codes, places in _coded(table).items():
        letters = map(get_column_letter, places)
        tab.data_validations.append(_offered(codes, " ".join(f"{one}2:{one}{last_row}" for one in letters)))


def _told(column: Column[Any], cells: str) -> DataValidation:
    """The message that comes up when one of the cells is chosen."""
    title = column.name[:MAX_TITLE]
    return DataValidation(promptTitle=title, prompt=_message(column), showInputMessage=True, sqref=cells)


def _offered(codes: str, cells: str) -> DataValidation:
    """The list to choose from; another entry is possible after a question."""
    return DataValidation(
        type="list",
        formula1=f'"{codes}"',
        allow_blank=True,
        errorStyle="warning",
        error=f"The codes of this column are: {codes.replace(',', ', ')}."[:MAX_MESSAGE],
        showErrorMessage=True,
        sqref=cells,
    )


def _message(column: Column[Any]) -> str:
    text = "\n".join(part for part in (column.label, column.legend) if part)
    return text if len(text) <= MAX_MESSAGE else f"{text[: MAX_MESSAGE - 2]} …"


def _coded(table: Table) -> dict[str, list[int]]:
    """Comma-separated codes -> places of the columns that take them."""
    lists: dict[str, list[int]] = {}
    for place, column in enumerate(table.columns, start=1):
        if column.missing and column.type == Type.CODE:
            lists.setdefault(",".join(_words(column)), []).append(place)
    return {codes: places for codes, places in lists.items() if len(codes) <= MAX_MESSAGE}


def _words(column: Column[Any]) -> Iterator[str]:
    yield from map(str, column.values)
    yield from column.missing
