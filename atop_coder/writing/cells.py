"""Text in the cells of an Excel workbook: never a formula, never cut, never refused."""

import io
import re
import zipfile
from collections.abc import Iterator
from math import ceil

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from atop_coder.writing.archive import FIXED, with_fixed_dates

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_LIKE = ("=", "+", "-", "@", "'")
_UNITS = re.compile(r"[^\n]+\n*|\n+")
_WORDS = re.compile(r"\S+\s*|\s+")


def cell_at(tab: Worksheet, row: int, column: int) -> Cell:
    """The cell in this place, of a tab that merges none."""
    cell = tab.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Puts the text in as text, whatever it looks like; characters that XML cannot hold are left out.

    Excel reads `_x0041_` in a file as `A`: an underscore that begins such a run is written as `_x005F_`.
    """
    if text:
        cell.value = _ESCAPE_LIKE.sub("_x005F_", _NOT_XML.sub("", text))
        cell.data_type = "s"
        if text.startswith(_FORMULA_LIKE):
            cell.quotePrefix = True  # so that typing in the cell does not turn it into a formula either


def line_count(text: str, letters: int) -> int:
    """How many lines the text takes when about so many letters go on one."""
    return sum(max(1, ceil(len(line) / letters)) for line in text.split("\n"))


def split_text(text: str, letters: int, most: int) -> list[str]:
    """The text in pieces of at most `most` lines; put end to end they are the text again.

    Cut between paragraphs where that can be, else between words, else in a word that is longer than a piece.
    """
    pieces = [""]
    for part in _parts(text, letters * most):
        if pieces[-1] and line_count(pieces[-1] + part.rstrip("\n"), letters) > most:
            pieces.append("")
        pieces[-1] += part
    return pieces


def _parts(text: str, longest: int) -> Iterator[str]:
    for unit in _UNITS.findall(text):
        if len(unit) <= longest:
            yield unit
            continue
        for word in _WORDS.findall(unit):
            yield from (word[start : start + longest] for start in range(0, len(word), longest))


class AutoRow(RowDimension):
    """A row with a height to begin with, which Excel fits anew when somebody types in it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802  # openpyxl's own name
        return False


def workbook_bytes(workbook: Workbook) -> bytes:
    """The workbook's file: the same bytes for the same content, because all its dates are fixed."""
    workbook.properties.created = workbook.properties.modified = FIXED
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).save()
    return with_fixed_dates(written.getvalue())
