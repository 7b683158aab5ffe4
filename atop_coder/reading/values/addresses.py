"""Addresses of pages and mails within a text: nothing in them is a state or a date."""

import re

_WORD = re.compile(r"\S+")
_BEGINS = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_HOST = re.compile(r"\W*(?=[\w.-]*[^\W\d_])[\w-]+(?:\.[\w-]+)*\.([^\W\d_]{2,6})/\S*", re.IGNORECASE)
_MONTHS = frozenset(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
# Where an address ends matters, as among names: a bracket or a space ends it.
ADDRESS = re.compile(
    r"\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s)\]]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}"
    r"|(?<![\w.-])(?:[\w-]{1,64}\.){1,5}[a-z]{2,6}/[^\s)\]]*",
    re.IGNORECASE,
)
UNREAD = "\x00"  # stands for each character of an address


def without_addresses(text: str) -> str:
    """The text, as long as before, with signs that mean nothing in the place of each address."""
    if "/" not in text and "@" not in text and "www." not in text.casefold():
        return text
    return _WORD.sub(_masked, text)


def _masked(match: re.Match[str]) -> str:
    word = match[0]
    if begins := _BEGINS.search(word):
        return word[: begins.start()] + UNREAD * (len(word) - begins.start())
    host = _HOST.fullmatch(word) if len(word) < 2000 else None
    is_host = bool(host) and host is not None and host[1].casefold() not in _MONTHS
    return UNREAD * len(word) if is_host or "@" in word.strip("@") else word


def has_address(text: str) -> bool:
    """Whether an address is anywhere in the text."""
    return UNREAD in without_addresses(text)
