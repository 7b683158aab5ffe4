"""What a character of Word's symbol fonts looks like, as a character of its own."""

from collections.abc import Mapping

OPEN_BOX = "☐"
TICKED_BOX = "☒"
UNKNOWN = "\ufffd"
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"

# By the code of the character in the font. The fonts' own tables: Unicode's mapping of Adobe Symbol, and of
# Wingdings to the Dingbats and Miscellaneous Symbols blocks.
_SYMBOL = {
    **{0x41 + at: char for at, char in enumerate(_GREEK)},
    **{0x61 + at: char for at, char in enumerate(_SMALL_GREEK)},
    **dict(
        zip(
            (
                0x2D,
                0xA2,
                0xA3,
                0xA5,
                0xAB,
                0xAC,
                0xAE,
                0xB0,
                0xB1,
                0xB2,
                0xB3,
                0xB4,
                0xB7,
                0xB8,
                0xB9,
                0xBB,
                0xBC,
            ),
            "−′≤∞↔←→°±″≥×•÷≠≈…",
            strict=True,
        )
    ),
    **dict(zip((0xD2, 0xD3, 0xD4, 0xE2, 0xE3, 0xE4), "®©™®©™", strict=True)),
}
_WINGDINGS = {
    **dict(zip((0x6C, 0x6E, 0x75, 0x76, 0x77, 0x9E, 0x9F, 0xA7), "●■◆❖◆·•▪", strict=True)),
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), OPEN_BOX),
    **dict.fromkeys((0x78, 0xFD, 0xFE), TICKED_BOX),
    **dict(zip((0xFB, 0xFC, 0xD8, 0xE0, 0xDF, 0xE8, 0xF0, 0xA1, 0x4A), "✗✓➢→←➔⇨○☺", strict=True)),
}
_WINGDINGS_2 = {
    **dict.fromkeys((0x51, 0x52, 0x53, 0x54), TICKED_BOX),
    **dict.fromkeys((0x2A, 0x30, 0x35, 0xA3), OPEN_BOX),
    **dict(zip((0x4F, 0x50, 0x95, 0x96, 0x97), "✗✓•●●", strict=True)),
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
}


def is_symbol_font(font: str) -> bool:
    """Whether the letters of that font are symbols."""
    return font.casefold() in _FONTS


def symbol(font: str, code: int) -> str:
    """The character of that code in that font; UNKNOWN if the font is not known or has none.

    Word shifts such codes by 0xF000.
    """
    known = _FONTS.get(font.casefold())
    if known is not None and code & 0xFF00 in (0, 0xF000):
        return known.get(code & 0xFF) or (chr(code & 0xFF) if font.casefold() == "symbol" else UNKNOWN)
    return (
        UNKNOWN if 0xE000 <= code <= 0xF8FF or not 0x20 <= code < 0x110000 or code >> 11 == 27 else chr(code)
    )
