"""Text from a page: lines that were wrapped there become one paragraph again."""

import re
from collections.abc import Callable
from itertools import pairwise

Width = Callable[[str], float]

SHORTEST_WRAPPED = (
    40  # characters; where all lines are shorter they are a list or verse, and stay as they are
)
# Shares of the widest line. The page was set in another font than the one that the lines are measured in, so
# a full line may seem a little narrow; words that plainly go on need no full line.
FULL, GOES_ON = 0.92, 0.5
_CLOSED = re.compile(r"[.:;?!][)\]”\"’'»]*\d{0,2}$")  # the end of a sentence, with the number of a note
_MARK = re.compile(  # what begins an article, a clause or an item of a list
    r"\(?(?:[a-z]|\d{1,3}|[ivxlc]{1,6})[.)]\s|[•·▪–—*-]\s|(?:article|section|chapter|annex|art\.|§)\s*[\divxlc]+\b",
    re.IGNORECASE,
)
_HYPHEN = re.compile(r"([^\W\d_]+)[-\u2010]$")
_PARTED = re.compile(r"[\xad\ufffe]$")  # hyphens that were made by the page's program alone
_OWN_HYPHEN = ("non", "self", "ex", "vice", "quasi", "half", "well", "all", "anti", "semi")
_HUNG = re.compile(r"(?:and|or|to|nor|but)\b")  # after the hyphen of "pre- and post-war"


def plain_breaks(text: str) -> str:
    """The text with line feeds for whatever parts its lines."""
    for other in ("\r\n", "\r", "\u2029", "\u2028"):
        text = text.replace(other, "\n")
    return text


def join_wrapped_lines(text: str, width: Width = len) -> str:
    """The text with one line break between paragraphs, and without the hyphens at the ends of lines.

    A line was wrapped where the next line's first word would not have fitted into the text's widest line, or
    where its words plainly go on. An empty line always parts two paragraphs. `width` measures a text.
    """
    text = plain_breaks(text)
    lines = [line.rstrip() for line in text.split("\n")]
    if max(map(len, lines)) < SHORTEST_WRAPPED or sum(map(bool, lines)) < 2:
        return text
    widest = max(map(width, lines))
    joined = lines[0]
    for before, line in pairwise(lines):
        if _is_wrapped(before, line.lstrip(), widest, width):
            joined = _joined(joined, line.lstrip(), text)
        else:
            joined += "\n" + line.lstrip()
    return re.sub(r"\n{2,}", "\n", joined)


def has_joined(text: str, joined: str) -> bool:
    """Whether lines of a text were joined, and not only empty ones left out."""
    return len(joined.split("\n")) < sum(bool(line.strip()) for line in text.split("\n"))


def _is_wrapped(before: str, line: str, widest: float, width: Width) -> bool:
    if not before or not line:
        return False
    parted = _HYPHEN.search(before) or _PARTED.search(before)
    if _MARK.match(line) and not parted and _CLOSED.search(before):
        return False
    if parted and line[0].isalpha():
        return True
    if not _CLOSED.search(before) and line[0].islower():
        return width(before) > GOES_ON * widest
    return width(f"{before} {line.split(maxsplit=1)[0]}") > FULL * widest


def _joined(before: str, line: str, text: str) -> str:
    """Both lines as one: a word that the page had parted is whole again."""
    if _PARTED.search(before):
        return before[:-1] + line
    match = _HYPHEN.search(before)
    if match is None or _HUNG.match(line):
        return f"{before} {line}"
    return (before if _keeps_hyphen(match[1], line, text) else before[:-1]) + line


def _keeps_hyphen(first: str, line: str, text: str) -> bool:
    """Whether the hyphen is the word's own: by the rest of the text, by its first part, or by a capital."""
    rest = re.match(r"[^\W\d_]+", line)
    if rest is None or not rest[0].islower():
        return True
    if re.search(rf"\b{first}[-\u2010]{rest[0]}\b", text, re.IGNORECASE):
        return True
    return first.casefold() in _OWN_HYPHEN and not re.search(rf"\b{first}{rest[0]}\b", text, re.IGNORECASE)
