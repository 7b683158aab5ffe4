"""Text as an Excel cell takes it: no forbidden character, nothing that Excel would decode, never too long.

All that is written to Excel goes by this, whichever library writes it.

The limits are those of Excel ("Excel specifications and limits") and of XML 1.0.
"""

import re
from collections.abc import Iterator
from math import ceil

SIGNS = ("=", "+", "-", "@", "'")  # what Excel would take for the start of a formula, or swallow
MAX_UNITS = 32_767  # UTF-16 code units in one cell
PART_UNITS = 32_000
CUT_MARK = " […] [cut here: the whole text is in the tab Text]"

_ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_DECODED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


def allowed_text(text: str) -> str:
    """The text with U+FFFD for what no workbook holds, and line ends as Excel has them."""
    return _FORBIDDEN.sub("\ufffd", _LINE_END.sub("\n", text)) if _ODD.search(text) else text


def excel_text(text: str) -> str:
    """The text as it stands in the file: `_x0041_`, which Excel would show as A, is shielded."""
    return _DECODED.sub("_x005F_", allowed_text(text)) if _ODD.search(text) else text


def units(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text) + len(_TWO_UNITS.findall(text))


def is_too_long(text: str) -> bool:
    """Whether a text does not fit into one cell."""
    return 2 * len(text) > MAX_UNITS and units(excel_text(text)) > MAX_UNITS


def parts_of(text: str) -> Iterator[str]:
    """The text in pieces that each fit into a cell; put together they are the text."""
    limit = PART_UNITS if excel_text(text) == text else PART_UNITS // 2  # shielding doubles it at most
    while text:
        end = max(limit - len(_TWO_UNITS.findall(text[:limit])), limit // 2)
        yield text[:end]
        text = text[end:]


def cut(text: str) -> str:
    """The first piece of a text that is too long, with a mark that says so."""
    return next(parts_of(text)) + CUT_MARK


def line_count(text: str, letters: float) -> int:
    """How many lines the text takes when about so many letters go on one."""
    return sum(max(1, ceil(len(line) / letters)) for line in text.split("\n"))
