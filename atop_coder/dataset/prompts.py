"""What the workbook tells a person who edits it: the meaning of a column, and the codes to choose from."""

from collections.abc import Iterator
from typing import Any

from atop_coder.dataset.column import Column, Type
from atop_coder.dataset.table import Table

MAX_TITLE = 32  # Excel's limits; a longer one makes it refuse the file
MAX_MESSAGE = 255


def add_prompts(tab: Any, table: Table) -> None:
    """Gives every header a message with the column's label, and every coded question a list of its codes."""
    for place, column in enumerate(table.columns):
        tab.data_validation(0, place, 0, place, _told(column))
    last_row = max(len(table.rows), 1)
    for codes, places in _coded(table).items():
        ranges = [[1, place, last_row, place] for place in places]
        tab.data_validation(*ranges[0], {**_offered(codes), "other_cells": ranges})


def _told(column: Column[Any]) -> dict[str, Any]:
    """The message that comes up when the cell is chosen."""
    return {
        "validate": "any",
        "input_title": column.name[:MAX_TITLE],
        "input_message": _message(column),
        "show_error": False,
    }


def _offered(codes: tuple[str, ...]) -> dict[str, Any]:
    """The list to choose from; another entry is possible after a question."""
    return {
        "validate": "list",
        "source": list(codes),
        "error_type": "warning",
        "error_message": f"The codes of this column are: {', '.join(codes)}."[:MAX_MESSAGE],
        "show_input": False,
    }


def _message(column: Column[Any]) -> str:
    text = "\n".join(filter(None, (column.label, column.legend)))
    return text if len(text) <= MAX_MESSAGE else f"{text[: MAX_MESSAGE - 2]} …"


def _coded(table: Table) -> dict[tuple[str, ...], list[int]]:
    """Codes -> places, from 0, of the columns that take them."""
    lists: dict[tuple[str, ...], list[int]] = {}
    for place, column in enumerate(table.columns):
        if column.missing and column.type == Type.CODE:
            lists.setdefault(tuple(_words(column)), []).append(place)
    return {codes: places for codes, places in lists.items() if len(",".join(codes)) <= MAX_MESSAGE}


def _words(column: Column[Any]) -> Iterator[str]:
    yield from map(str, column.values)
    yield from column.missing
