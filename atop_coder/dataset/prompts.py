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
        message = DataValidation(promptTitle=column.name[:MAX_TITLE], prompt=_message(column))
        message.add(f"{get_column_letter(place)}1")
        tab.data_validations.append(message)
    for codes, places in _coded(table).items():
        choice = DataValidation(type="list", formula1=f'"{codes}"', allow_blank=True, errorStyle="warning")
        choice.error = f"The codes of this column are: {codes.replace(',', ', ')}."[:MAX_MESSAGE]
        for place in places:
            letter = get_column_letter(place)
            choice.add(f"{letter}2:{letter}{max(len(table.rows), 1) + 1}")
        tab.data_validations.append(choice)


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
