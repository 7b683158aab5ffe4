"""How names are compared: one spelling for every way of writing the same name."""

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

_SHORT = 80  # letters of a name that is kept for the next time
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_WORD = re.compile(r"[^\W_]+")
# Letters that Unicode does not take apart into a letter and its accent.
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "&": " and "})
_SHORT_FOR = {
    "st": "saint",
    "ste": "saint",
    "rep": "republic",
    "dem": "democratic",
    "fed": "federal",
    "gt": "great",
    "eq": "equatorial",
    "is": "islands",
}
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_STYLE = (
    "(?:(?:republic|kingdom|empire|state|states|grand duchy|duchy|principality|commonwealth|sultanate|emirate"
    "|dominion|federation|union|government|soviet socialist republic))"
)
_QUALITY = "(?:federal|federative|democratic|peoples|popular|islamic|socialist|arab|united|sovereign|former)"
_STYLED = re.compile(f"(?:{_QUALITY} )*{_STYLE} of (?:the )?(.+)|(.+?) (?:{_QUALITY} )*{_STYLE}")
_LONGEST = 200  # characters of a name
_TURNED = re.compile(r"\s*([^,(]+?)\s*(?:,\s*([^,(]+?)|\(\s*([^()]+?)\s*\))\s*")
_BRACKETS = re.compile(r"[()\[\]/;=]")
_ANY_MARK = re.compile(r"[()\[\]/;=,–—]| - ")


def raw_words(text: str) -> list[str]:
    """The words of a text without accents and punctuation, in their own case; `U.S.A.` is one word."""
    text = _APOSTROPHES.sub("", text).translate(_LETTERS)
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return list(_join_initials(_WORD.findall(text)))


def _join_initials(words: list[str]) -> Iterator[str]:
    initials = ""
    for word in words:
        if len(word) == 1 and word.isalpha():
            initials += word
            continue
        if initials:
            yield initials
            initials = ""
        yield word
    if initials:
        yield initials


def plain_word(word: str) -> str:
    """One of `raw_words` as names are compared: small letters, usual abbreviations written out."""
    folded = word.casefold()
    return _SHORT_FOR.get(folded, folded)


def normalise_name(name: str) -> str:
    """The one spelling of a name: `The St. Kitts & Nevis` becomes `saint kitts and nevis`."""
    words = [plain_word(word) for word in raw_words(name)]
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1 and words[0] in _COMPASS and len(words[1]) > 2:
        words[0] = _COMPASS[words[0]]
    return " ".join(words)


def readings(name: str) -> tuple[str, ...]:
    """The normalised names that a name can stand for, the likeliest first.

    `Korea, Republic of` and `Germany (East)` are also read the other way round; `Republic of Kazakhstan` and
    `Kuwait State` also without the style.
    """
    return _short_readings(name) if len(name) <= _SHORT else _readings(name)


def _readings(name: str) -> tuple[str, ...]:
    found = [normalise_name(name)]
    if len(name) <= _LONGEST and (turned := _TURNED.fullmatch(name)):
        found.append(normalise_name(f"{turned[2] or turned[3]} {turned[1]}"))
    found += [match[1] or match[2] for key in found if (match := _STYLED.fullmatch(key))]
    return tuple(dict.fromkeys(key for key in found if key))


_short_readings = lru_cache(maxsize=4096)(_readings)  # a sheet's answers name the same few states


def partings(name: str) -> Iterator[list[str]]:
    """The ways to take a double name apart (`Sardinia (Italy)`, `Turkey, Ottoman Empire`), surest first."""
    for marks in (_BRACKETS, _ANY_MARK):
        yield [piece for piece in marks.split(name) if piece.strip()]


def phrases(words: Sequence[str], known: Container[str], longest: int) -> Iterator[tuple[int, str]]:
    """The known names among the words of a text, each with the place of its first word.

    Of names within one another (`Guinea` in `Equatorial Guinea`) only the longest counts.
    """
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + longest), start, -1):
            phrase = " ".join(words[start:end])
            if phrase in known:
                yield start, phrase
                start = end - 1
                break
        start += 1
