"""Where questions begin in the lines of a file, told by cheap signs: their number and their first words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from atop_coder.form import load_form
from atop_coder.reading.likeness import may_ask, wordings
from atop_coder.reading.numbering import number_end, number_of
from atop_coder.reading.report import Line
from atop_coder.reading.words import plain

_OPENING = 3  # words that tell a prompt
_ENOUGH = 3  # starts known by words, from which on numbers alone count no more: lists have them, too
_LABEL = re.compile(r"[^:?\t|]{3,60}[:?\t|]")
_BEFORE = re.compile(r"^[>\s|*_#•➢–-]+(?=\D)")


class Start(NamedTuple):
    """A line that begins like a question: its index, the question, and whether words tell it."""

    at: int
    question: int
    by_words: bool


def find_starts(lines: Sequence[Line]) -> list[Start]:
    """The lines that begin like a question; those with a number alone only where none is told by words."""
    found = list(_starts(lines))
    by_words = [one for one in found if one.by_words]
    return by_words if len(by_words) >= _ENOUGH else found


def _starts(lines: Sequence[Line]) -> Iterator[Start]:
    last = 0
    for at, line in enumerate(lines):
        if line.aside or not line.text.strip():
            continue
        start = _start(at, line, last)
        if start is not None:
            last = start.question
            yield start


def _start(at: int, line: Line, last: int) -> Start | None:
    if line.asks:
        return Start(at, line.asks, True)
    number, asked = _opened(line.text)
    if number in asked:
        return Start(at, number or 0, True)
    if asked and (number is None or len(asked) == 1):
        return Start(at, min(asked, key=lambda one: (one <= last, one)), True)
    if number is not None and 1 <= number <= len(load_form().questions):
        return Start(at, number, False)
    return None


@lru_cache(maxsize=4096)  # a file's lines are gone through for sheets, for footnotes and for what ends them
def _opened(text: str) -> tuple[int | None, frozenset[int]]:
    """The number that a line begins with, and the questions that it may ask."""
    text = _BEFORE.sub("", text)
    number = number_of(text)
    return number, _asked(text[number_end(text) :] if number else text)


def _asked(text: str) -> frozenset[int]:
    """The questions that begin with the first words of a text, or whose whole label stands there."""
    if not may_ask(text):
        return frozenset()
    openings, labels = _known()
    found = openings.get(tuple(plain(text[:80]).split()[:_OPENING]), frozenset())
    if found:
        return found
    label = _LABEL.match(text)
    return labels.get(plain(label[0]), frozenset()) if label else frozenset()


@cache
def _known() -> tuple[Mapping[tuple[str, ...], frozenset[int]], Mapping[str, frozenset[int]]]:
    """First words of wordings -> questions, and whole wordings -> questions."""
    openings: dict[tuple[str, ...], frozenset[int]] = {}
    labels: dict[str, frozenset[int]] = {}
    for question in load_form().questions:
        for way in wordings(question):
            words = tuple(way.split())
            labels[way] = labels.get(way, frozenset()) | {question.number}
            if len(words) >= _OPENING:
                first = words[:_OPENING]
                openings[first] = openings.get(first, frozenset()) | {question.number}
    return openings, labels
