"""Letters that were read by the wrong table (`â€œEach helpsâ€`), put right where that is sure."""

import re
from functools import cache
from typing import Any

# What UTF-8 becomes when it is read as cp1252, Latin-1 or the Macintosh's table; and bytes left over.
_SUSPICIOUS = re.compile(
    "[\x80-\x84\x86-\x9f]"
    "|[ÂÃÅÄÐâãäå][\xa0-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|‚[ÄÇÑ]|[√¬≈ƒ][^\\s\\w.,;:)]|√[^\\W\\d_]|Ã"
)
# The closing quotation mark, whose last byte cp1252 does not have.
_CLOSING = re.compile("â€\ufffd?(?=[\\s.,;:!?)\\]–—-]|$)")
# The Macintosh's quotation marks and apostrophe as cp1252 shows them, where no language has such letters.
_MAC_PAIR = re.compile(r"(?<![^\W_])Ò(?=[^\W_(])[^ÒÓ]{1,2000}(?<=[\w.,;:!?)])Ó(?![^\W_])")
_MAC_APOSTROPHE = re.compile(r"(?<=[a-z])Õ(?=[^\W\d_])")
_TYPESET = re.compile("[“”‘’–—…]")
_MAC = str.maketrans("ÒÓÔÕÐÑÉ", "“”‘’–—…")
_MAC_MARKS = re.compile(r"(?<![^\W_])Ò(?=\S)|(?<=[\w.,;:!?)])Ó(?![^\W_])|(?<=[a-z])Õ(?=[^\W\d_])")


def repaired(text: str) -> str:
    """The text with such letters put right; as it is where it is not sure that they are wrong."""
    if text.isascii():
        return text
    if _SUSPICIOUS.search(text):
        text = _fix()(_CLOSING.sub("”", text))
    if ("Ò" in text or "Õ" in text) and (_MAC_APOSTROPHE.search(text) or _MAC_PAIR.search(text)):
        text = _from_macintosh(text)
    return text


def _from_macintosh(text: str) -> str:
    """All of the text by the Macintosh's table; only its marks where others show that the rest was not."""
    if not _TYPESET.search(text):
        try:
            return b"".join(map(_byte, text)).decode("mac_roman")
        except UnicodeEncodeError:
            pass
    return _MAC_MARKS.sub(lambda match: match[0].translate(_MAC), text)


def _byte(char: str) -> bytes:
    """The byte that became the character when it was read as cp1252, or as Latin-1 where cp1252 has none."""
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")


@cache
def _fix() -> Any:
    """ftfy's repair of encodings, and of nothing else; loaded only where a text looks so."""
    import ftfy

    nothing_else = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        restore_byte_a0=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return lambda text: ftfy.fix_text(text, nothing_else)
