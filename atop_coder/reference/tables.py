"""Reads the reference tables under resources/: CSV in UTF-8, dates in ISO 8601 that may be cut."""

import calendar
import csv
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TypeVar

from atop_coder.resources import resource_path

Made = TypeVar("Made")
Row = Mapping[str, str]


def read_table(name: str, columns: tuple[str, ...], make: Callable[[Row], Made]) -> Iterator[Made]:
    """What `make` makes of each row of the table, in the file's order.

    ValueError names the file and the line when a column is missing or `make` refuses a row.
    """
    with resource_path(name).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        if tuple(next(lines, ())) != columns:
            raise ValueError(f"resources/{name}, line 1: the columns must be {','.join(columns)}")
        for cells in lines:
            try:
                yield make(dict(zip(columns, cells, strict=True)))
            except (KeyError, ValueError) as error:
                raise ValueError(f"resources/{name}, line {lines.line_num}: {error}") from error


def first_day(text: str) -> date | None:
    """The first day that `1912`, `1912-10` or `1912-10-17` can mean; None for blank."""
    if not text:
        return None
    return date.fromisoformat(text + "-01-01"[len(text) - 4 : 6] if len(text) < 10 else text)


def last_day(text: str) -> date | None:
    """The last day that `1912`, `1912-10` or `1912-10-17` can mean; None for blank."""
    if len(text) in (0, 10):
        return first_day(text)
    first = date.fromisoformat(f"{text}-12-01" if len(text) == 4 else f"{text}-01")
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def meets(first: date | None, last: date | None, on: date, until: date | None = None) -> bool:
    """Whether any day from `on` to `until` (without it, `on`) is from `first` to `last`, both included."""
    return (first is None or first <= (until or on)) and (last is None or on <= last)
