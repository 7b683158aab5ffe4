"""Sheets out: one function a format, listed in `WRITERS`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from atop_coder.sheet import Sheet
from atop_coder.writing.finding import Finding
from atop_coder.writing.json_text import sheet_to_json
from atop_coder.writing.normalized import sheet_to_normalized
from atop_coder.writing.paper import Paper

__all__ = ["WRITERS", "Finding", "Paper", "Writer", "sheet_to_json", "sheet_to_normalized"]


class Write(Protocol):
    """Takes a sheet, the problems found in it and the paper it is for; gives the file's bytes."""

    def __call__(self, sheet: Sheet, problems: Iterable[Finding], paper: Paper | None = None, /) -> bytes: ...


@dataclass(frozen=True)
class Writer:
    """A format that a sheet can be written in.

    `is_text` tells whether its bytes can go to a terminal (as UTF-8), `has_problems` whether it shows those
    that it is given, `is_paged` whether the size of paper matters to it.
    """

    format: str
    suffix: str
    is_text: bool
    write: Write
    has_problems: bool = False
    is_paged: bool = False


def _normalized(sheet: Sheet, _: Iterable[Finding], __: Paper | None = None, /) -> bytes:
    return sheet_to_normalized(sheet).encode()


def _json(sheet: Sheet, _: Iterable[Finding], __: Paper | None = None, /) -> bytes:
    return sheet_to_json(sheet).encode()


def _html(sheet: Sheet, problems: Iterable[Finding], _: Paper | None = None, /) -> bytes:
    from atop_coder.writing.html import sheet_to_html

    return sheet_to_html(sheet, problems).encode()


def _markdown(sheet: Sheet, _: Iterable[Finding], __: Paper | None = None, /) -> bytes:
    from atop_coder.writing.markdown import sheet_to_markdown

    return sheet_to_markdown(sheet).encode()


def _odt(sheet: Sheet, _: Iterable[Finding], paper: Paper | None = None, /) -> bytes:
    from atop_coder.writing.odt import sheet_to_odt

    return sheet_to_odt(sheet, paper)


def _docx(sheet: Sheet, _: Iterable[Finding], paper: Paper | None = None, /) -> bytes:
    from atop_coder.writing.docx import sheet_to_docx  # loads python-docx

    return sheet_to_docx(sheet, paper)


def _workbook(sheet: Sheet, problems: Iterable[Finding], _: Paper | None = None, /) -> bytes:
    from atop_coder.writing.workbook import sheet_to_workbook  # loads openpyxl

    return sheet_to_workbook(sheet, problems)


WRITERS = (
    Writer("txt", ".txt", True, _normalized),
    Writer("json", ".json", True, _json),
    Writer("html", ".html", True, _html, has_problems=True),
    Writer("md", ".md", True, _markdown),
    Writer("docx", ".docx", False, _docx, is_paged=True),
    Writer("odt", ".odt", False, _odt, is_paged=True),
    Writer("xlsx", ".xlsx", False, _workbook, has_problems=True),
)
