"""A table as CSV: RFC 4180, UTF-8, one header line.

A text that a spreadsheet program would run as a formula (it begins with =, +, - or @, or with apostrophes and
then one of these) gets an apostrophe in front: CSV cannot say that a cell is text, and sheets come from many
hands. Taking that apostrophe off gives the text back exactly. Numbers are never touched.
"""

import csv
import io
import re

from atop_coder.dataset.column import Cell
from atop_coder.dataset.table import Table
from atop_coder.sheet import PartialDate

_FORMULA = re.compile(r"'*[=+\-@]")
_SHIELDED = re.compile(r"'+[=+\-@]")


def to_csv(table: Table) -> bytes:
    """The table as CSV; dates in ISO 8601, whole or cut, and missing values by their words."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.names)
    writer.writerows(map(csv_cell, cells) for cells in table.rows)
    return text.getvalue().encode("utf-8", errors="replace")


def csv_cell(cell: Cell) -> str:
    """What stands in the file for a cell."""
    if cell is None:
        return ""
    if isinstance(cell, PartialDate):
        return cell.iso
    return shield(cell) if isinstance(cell, str) else str(cell)


def shield(text: str) -> str:
    """The text as no spreadsheet program runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def unshield(text: str) -> str:
    """The text that `shield` was given."""
    return text[1:] if _SHIELDED.match(text) else text
