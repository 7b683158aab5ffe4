"""In which code page an RTF file writes its letters, and which of its fonts are symbols."""

import codecs
from dataclasses import dataclass, field

from atop_coder.reading.symbols import is_symbol_font, symbol

USUAL = "cp1252"
SYMBOLS = 2  # the character set of symbol fonts
# Windows' character sets, by their number in a font table.
_CHARSETS = {77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950"}
_CHARSETS |= {161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257"}
_CHARSETS |= {204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp437"}


@dataclass
class Font:
    """A font: its name, and its character set (0: that of the file)."""

    name: str = ""
    charset: int = 0


@dataclass
class Fonts:
    """The fonts of a file by their number, and its own code page."""

    page: str = USUAL
    first: int = 0
    known: dict[int, Font] = field(default_factory=dict)

    def font(self, number: int | None) -> Font:
        """The font of that number; that of the file if none is set."""
        return self.known.get(self.first if number is None else number, Font())

    def text(self, data: bytes, number: int | None) -> str:
        """What those bytes show in that font."""
        font = self.font(number)
        if is_symbol_font(font.name):
            return "".join(chr(byte) if byte <= 0x20 else symbol(font.name, byte) for byte in data)
        return data.decode(_CHARSETS.get(font.charset, self.page), "replace")

    def char(self, code: int, number: int | None) -> str:
        """The character of that code in that font; half a pair stays half, until its other half follows."""
        font = self.font(number)
        if is_symbol_font(font.name) and code & 0xFF00 in (0, 0xF000):
            return symbol(font.name, code)
        return chr(code)


def page_of(number: int | None) -> str:
    """The name of a code page by its number; the usual one for a number that no system has."""
    name = {65001: "utf-8", 10000: "mac_roman"}.get(number or 0, f"cp{number}")
    try:
        codecs.lookup(name)
        return name
    except LookupError:
        return USUAL
