"""Text made alike for searching, letter by letter, so that a place in it is the place in the original."""

import unicodedata

QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-"}


class _Folding(dict[int, str]):
    """Character -> the one it is searched as; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_one(chr(code))
        return folded


def _fold_one(char: str) -> str:
    if char in QUOTES:
        return QUOTES[char]
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", char).casefold()
    return plain[0] if plain else char


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text without case, accents, curly quotes and line ends; as long as it was."""
    return text.translate(_FOLDING)
