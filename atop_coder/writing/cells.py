"""Text in the cells of an Excel workbook: never a formula, never cut, never refused."""

import io
import re
import zipfile
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from atop_coder.writing.archive import FIXED, with_fixed_dates
from atop_coder.writing.excel_text import SIGNS, excel_text, line_count

_UNITS = re.compile(r"[^\n]+\n*|\n+")
_WORDS = re.compile(r"\S+\s*|\s+")


def cell_at(tab: Worksheet, row: int, column: int) -> Cell:
    """The cell in this place, of a tab that merges none."""
    cell = tab.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Puts the text in as text, whatever it looks like."""
    if text:
        cell.value = excel_text(text)
        cell.data_type = "s"
        if text.startswith(SIGNS):
            cell.quotePrefix = True  # so that typing in the cell does not turn it into a formula either


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
