"""An RTF file as tokens: groups, control words with their number, characters by code, and text."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

MOST_TOKENS = 1_500_000  # what so many make takes seconds
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = "{"
    CLOSE = "}"
    WORD = "word"
    SIGN = "sign"  # a backslash with one character that is no letter
    BYTES = "bytes"


class Token(NamedTuple):
    """A token: its kind, the name of a word or sign, its number if it has one, its bytes if it is text."""

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in order; what a word `bin` announces is passed over, however much it claims to be."""
    at = 0
    while match := _TOKEN.search(data, at):
        at = match.end()
        token = _token(match)
        if token.kind == Kind.WORD and token.name == "bin" and token.number:
            at += max(0, min(token.number, len(data) - at))
        yield token


def _token(match: re.Match[bytes]) -> Token:
    word, number, code, sign, brace, text = match.groups()
    if text is not None:
        return Token(Kind.BYTES, data=text)
    if word is not None:
        return Token(Kind.WORD, word.decode("ascii"), int(number) if number is not None else None)
    if code is not None:
        return Token(Kind.BYTES, "'", data=bytes((int(code, 16),)))
    if brace is not None:
        return Token(Kind.OPEN if brace == b"{" else Kind.CLOSE)
    return Token(Kind.SIGN, sign.decode("latin-1"))


def too_many(data: bytes) -> bool:
    """Whether the file has far more tokens than any sheet."""
    return data.count(b"\\") + data.count(b"{") + data.count(b"}") > MOST_TOKENS
