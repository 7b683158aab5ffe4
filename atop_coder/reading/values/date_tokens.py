"""The words of a text as a reader of dates sees them: each one letter that says what it can be."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from atop_coder.reading.values.months import fold, misread_month, month_of

# N a number of one or two digits, i letters that may be one, Y a year, M a month, o a word within a date,
# & and, t to, b between, f from, s old or new style, ' an apostrophe, ( ) / - , . as they are, w all else.
_RUN = re.compile(r"[^\W_]+|\S")
_NAMED = (
    r"(?<!\w)(?:[ON]\.\s?S\.?|OS|NS|(?:old|new|Old|New)\s(?:style|calendar|Style)|Julian|Gregorian)(?!\w)"
)
_STYLE = re.compile(rf"\({_NAMED}\)|\[{_NAMED}\]|{_NAMED}")
_MARKS = dict.fromkeys("-–—−‑‐", "-") | {"[": "(", "]": ")", "’": "'", "‘": "'", "`": "'", "⁄": "/", "+": "&"}
_KEPT = frozenset("-/,.()'&")
_WORDS = (
    dict.fromkeys(
        ["of", "the", "day", "de", "del", "la", "le", "du", "den", "dem", "der", "do", "di", "il", "el"], "o"
    )
    | dict.fromkeys(["and", "und", "et", "y", "e"], "&")
    | dict.fromkeys(["to", "thru", "through", "bis"], "t")
    | {"between": "b", "from": "f"}
)
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|d|er|re|º|ª)", re.IGNORECASE)
_GLUED = re.compile(r"\d+|[^\W\d_]+")
_MISREAD = str.maketrans({"l": "1", "I": "1", "i": "1", "O": "0", "o": "0", "S": "5", "s": "5", "B": "8"})
_MISREAD_LETTERS = str.maketrans({"1": "l", "0": "o", "5": "s"})
_AS_DIGITS = re.compile(r"[lIO]{1,2}")
_LONGEST = 24  # characters of a word that can be part of a date
FIRST_YEAR, LAST_YEAR = 1500, 2099


class Token(NamedTuple):
    """`text[start:end]`; `number` is its number or month, `slip` whether it was taken for a misread one."""

    kind: str
    start: int
    end: int
    number: int = 0
    slip: bool = False


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order; spaces are none."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    for style in _STYLE.finditer(text):
        yield from _runs(text, at, style.start())
        yield Token("s", style.start(), style.end())
        at = style.end()
    yield from _runs(text, at, len(text))


def _runs(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _RUN.finditer(text, start, end):
        at = match.start()
        for token in _of_run(match[0]):
            yield _moved(token, at) if at else token


def _moved(token: Token, by: int) -> Token:
    """The token in a text that begins so many characters further on."""
    return Token(token.kind, token.start + by, token.end + by, token.number, token.slip)


@lru_cache(maxsize=4096)
def _of_run(run: str) -> tuple[Token, ...]:
    """The tokens of one run of letters and digits, or of one mark, with places in it."""
    if len(run) > _LONGEST:
        return (Token("w", 0, len(run)),)
    if run.isascii() and run.isdigit():
        return (_number(run),)
    if not run[0].isalnum():
        mark = _MARKS.get(run, run)
        return (Token(mark if mark in _KEPT else "w", 0, 1),)
    if run.isalpha():
        return (_word(run),)
    if ordinal := _ORDINAL.fullmatch(run):
        return (Token("N", 0, len(run), int(ordinal[1])),)
    return _of_mixed(run)


def _number(run: str, slip: bool = False) -> Token:
    number = int(run)
    if len(run) < 3:
        return Token("N", 0, len(run), number, slip)
    year = len(run) == 4 and FIRST_YEAR <= number <= LAST_YEAR
    return Token("Y" if year else "w", 0, len(run), number, slip)


def _word(run: str) -> Token:
    size = len(run)
    if month := month_of(run):
        return Token("M", 0, size, month)
    if kind := _WORDS.get(fold(run)):
        return Token(kind, 0, size)
    if _AS_DIGITS.fullmatch(run):
        return Token("i", 0, size, int(run.translate(_MISREAD)), slip=True)
    month = misread_month(run)
    return Token("M", 0, size, month, slip=True) if month else Token("w", 0, size)


def _of_mixed(run: str) -> tuple[Token, ...]:
    """`May23`, `23May2018`, and numbers with letters that look like digits (`3l`, `19S1`)."""
    pieces = [(match[0], match.start()) for match in _GLUED.finditer(run)]
    if all(piece.isdigit() or month_of(piece) for piece, _ in pieces):
        tokens = [(_of_run(piece)[0], start) for piece, start in pieces]
        return tuple(_moved(one, at) for one, at in tokens)
    as_letters = run.translate(_MISREAD_LETTERS)
    if month := as_letters.isalpha() and len(run) > 2 and month_of(as_letters):
        return (Token("M", 0, len(run), month, slip=True),)
    as_digits = run.translate(_MISREAD)
    if as_digits.isascii() and as_digits.isdigit() and len(run) in (2, 4):
        number = _number(as_digits, slip=True)
        return (number if number.kind != "w" else Token("w", 0, len(run)),)
    return (Token("w", 0, len(run)),)


def kinds_of(tokens: Sequence[Token]) -> str:
    """The kinds of the tokens, one letter each, for patterns to be matched against."""
    return "".join(token.kind for token in tokens)
