"""The words by which a cell is known again, however a spreadsheet program has saved it since.

Line ends, empty lines and space around lines say nothing; a number is its digits and a date ISO 8601.
"""

from functools import lru_cache
from zlib import crc32

from atop_coder.dataset.column import Cell
from atop_coder.reading.excel.cells import decoded
from atop_coder.sheet import PartialDate
from atop_coder.sheet.text import paragraphs
from atop_coder.writing.excel_text import allowed_text

PRINT = 4  # letters of the print of one cell
SHORT = 24  # letters of a text whose print is kept at hand
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-."
# White space, and what web pages and word processors leave: width zero, soft hyphens, marks of direction.
UNSEEN = "".join(
    (
        " \t\xa0\u202f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\xad",
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
)
_PAIRS = tuple(first + second for first in _LETTERS for second in _LETTERS)


def shown(cell: Cell) -> str:
    """What a cell of the dataset says once it is in a workbook."""
    if isinstance(cell, str):
        return settled(allowed_text(cell))
    if isinstance(cell, PartialDate):
        return cell.iso
    return "" if cell is None else str(cell)


def settled(text: str) -> str:
    """The lines of a text that have words, without space or anything else unseen at their ends."""
    if "\n" not in text and text.isprintable():
        return text.strip()
    return "\n".join(line for one in paragraphs(text) if (line := one.strip(UNSEEN)))


def print_of_text(text: str) -> str:
    """Four letters (24 bits) that another text has once in 16 million times; `text` is settled."""
    while "_x" in text and (plain := settled(decoded(text))) != text:
        text = plain  # whether a program that saved the workbook has kept Excel's shields, or taken them out
    number = crc32(text.encode("utf-8", "surrogatepass"))
    return _PAIRS[number >> 12 & 0xFFF] + _PAIRS[number & 0xFFF]


def prints_of(cells: tuple[Cell, ...]) -> str:
    """The prints of a row's cells, one after the other."""
    return "".join([_print_of_long(cell) if _is_long(cell) else _print_of_short(cell) for cell in cells])


def _is_long(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) > SHORT


def _print_of_long(cell: Cell) -> str:
    return print_of_text(shown(cell))


_print_of_short = lru_cache(maxsize=4096)(_print_of_long)  # most cells are codes, and come again and again


def split_prints(text: str) -> tuple[str, ...]:
    """The prints that stand one after the other in a text."""
    return tuple(text[at : at + PRINT] for at in range(0, len(text), PRINT))
