"""Sheets out: one function a format, listed in `WRITERS`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from atop_coder.sheet import Sheet
from atop_coder.writing.finding import Finding
from atop_coder.writing.json_text import sheet_to_json
from atop_coder.writing.normalized import sheet_to_normalized

__all__ = ["WRITERS", "Finding", "Writer", "sheet_to_json", "sheet_to_normalized"]


@dataclass(frozen=True)
class Writer:
    """A format that a sheet can be written in.

    `write` takes the sheet and the problems found in it, which only formats for people's eyes show, and gives
    the file's bytes. `is_text` tells whether they can go to a terminal (as UTF-8).
    """

    format: str
    suffix: str
    is_text: bool
    write: Callable[[Sheet, Iterable[Finding]], bytes]


def _normalized(sheet: Sheet, _: Iterable[Finding]) -> bytes:
    return sheet_to_normalized(sheet).encode()


def _json(sheet: Sheet, _: Iterable[Finding]) -> bytes:
    return sheet_to_json(sheet).encode()


def _workbook(sheet: Sheet, problems: Iterable[Finding]) -> bytes:
    from atop_coder.writing.workbook import sheet_to_workbook  # loads openpyxl

    return sheet_to_workbook(sheet, problems)


WRITERS = (
    Writer("txt", ".txt", True, _normalized),
    Writer("json", ".json", True, _json),
    Writer("xlsx", ".xlsx", False, _workbook),
)
