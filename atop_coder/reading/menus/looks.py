"""How words of a menu are set off: by their type, by signs such as **No** and <No>, by rings and capitals."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from atop_coder.reading.report import Look, Mark

_SIGNS = {
    "**": Look.BOLD,
    "***": Look.BOLD,
    "__": Look.UNDERLINED,
    "___": Look.UNDERLINED,
    "*": Look.ITALIC,
    "_": Look.ITALIC,
    "==": Look.HIGHLIGHTED,
    "++": Look.UNDERLINED,
    "~~": Look.STRUCK,
}
_SIGN = re.compile(r"(?<!\*)\*{1,3}(?!\*)|(?<!_)_{1,3}(?!_)|(?<!=)==(?![=>])|(?<!\+)\+\+(?!\+)|(?<!~)~~(?!~)")
_TICK_ALONE = re.compile(r"[\s_.]*+[xX×✓✔√✗✘*]?[\s_.]*+")
_FRAMES = {"[": "]", "{": "}", "<": ">", "<<": ">>", "«": "»", "|": "|"}
_RINGED = re.compile("[\u24b6-\u24e9\U0001f130-\U0001f149]")
_RING = re.compile("(?<=\\w)[\u20dd\u20de\u20df\u20e3]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff]")
_MOST = 0.6  # of a choice's letters that must have a look


class Shown(NamedTuple):
    """A text with the signs that set words off made blank, and the marks that they and its type put on it."""

    text: str
    marks: tuple[Mark, ...]


class Span(NamedTuple):
    """Text between two equal signs: `text[start:end]` with them, `text[inner:outer]` without."""

    start: int
    inner: int
    outer: int
    end: int
    look: Look


def sign_spans(text: str) -> Iterator[Span]:
    """What stands between signs that set words off, such as **, each within its line."""
    opened: dict[str, re.Match[str]] = {}
    line_end = -1
    for match in _SIGN.finditer(text):
        if match.start() > line_end:
            opened = {}
            line_end = text.find("\n", match.start())
            line_end = len(text) if line_end < 0 else line_end
        first = opened.get(match[0])
        if first and not text[match.start() - 1].isspace():
            if not _TICK_ALONE.fullmatch(text, first.end(), match.start()):
                yield Span(first.start(), first.end(), match.start(), match.end(), _SIGNS[match[0]])
            del opened[match[0]]
        elif match.end() < len(text) and not text[match.end()].isspace() and _may_open(text, match):
            opened[match[0]] = match


def _may_open(text: str, match: re.Match[str]) -> bool:
    return not match.start() or not text[match.start() - 1].isalnum()


def shown(text: str, marks: Iterable[Mark], choices: re.Pattern[str]) -> Shown:
    """The text as a menu is read: signs round choices have become marks, ringed letters are plain."""
    found = list(marks)
    letters = list(text)
    for match in _RINGED.finditer(text):
        letters[match.start()] = unicodedata.normalize("NFKC", match[0])[:1]
        found.append(Mark(match.start(), match.end(), Look.FRAMED))
    for match in _INVISIBLE.finditer(text):
        letters[match.start()] = " "
    for match in _RING.finditer(text):
        letters[match.start()] = " "
        found.append(Mark(match.start() - 1, match.start(), Look.FRAMED))
    for span in sign_spans(text):
        if span.look == Look.STRUCK or choices.match(text, span.inner):
            letters[span.start : span.inner] = " " * (span.inner - span.start)
            letters[span.outer : span.end] = " " * (span.end - span.outer)
            found.append(Mark(span.inner, span.outer, span.look))
    plain = "".join(letters)
    for start, end, width in _framed(plain, choices):
        letters[start - width : start] = " " * width
        letters[end : end + width] = " " * width
        found.append(Mark(start, end, Look.FRAMED))
    return Shown("".join(letters), tuple(found))


def _framed(text: str, choices: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
    """Choices in brackets of their own: where they start and end, and how wide the bracket is."""
    for match in re.finditer(r"<<|[\[{<«]", text):
        choice = choices.match(text, match.end())
        if choice and text.startswith(_FRAMES[match[0]], choice.end()):
            yield choice.start(), choice.end(), len(match[0])


def looks_of(marks: Sequence[Mark], text: str, start: int, end: int) -> frozenset[Look]:
    """The looks that most letters of `text[start:end]` have."""
    letters = sum(char.isalnum() for char in text[start:end])
    covered: dict[Look, int] = {}
    for mark in marks:
        first, last = max(start, mark.start), min(end, mark.end)
        if first < last:
            count = sum(char.isalnum() for char in text[first:last])
            covered[mark.look] = covered.get(mark.look, 0) + count
    return frozenset(look for look, count in covered.items() if letters and count >= _MOST * letters)
