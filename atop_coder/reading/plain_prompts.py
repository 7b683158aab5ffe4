"""Prompts whose words are plain, wherever they stand and whatever stands in the place of their number."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from atop_coder.form import Form
from atop_coder.reading.labels import is_label, label_start, tells
from atop_coder.reading.likeness import wordings
from atop_coder.reading.words import Words

_OPENING = 3  # words by which a prompt is looked up
_PLAIN = 4  # words; a shorter wording needs its number
_PLAIN_WITHIN = 6  # … within one
# What an answer may end with before a prompt that is glued to it.
_ENDED = re.compile(r"(?:[.;!?)”\"\]]|\b(?:yes|no|none|n/a|unknown|\d+))\s*$", re.IGNORECASE)


_LETTER = re.compile(r"\W*[A-Za-z]\W+")
_LETTERED = 5  # prompts with a letter for a number, among which "N." is no answer
_TWO = re.compile(r"\d\W*\s\W*\d")


class Plain(NamedTuple):
    """A prompt in so many words: its question, first and last word, row and column where it begins."""

    question: int
    first: int
    last: int
    row: int
    column: int
    label: str
    official: bool


def find_plain(words: Words, form: Form) -> Iterator[Plain]:
    """All prompts that stand in the very words of a wording, and are closed as that is."""
    found = list(_all(words, _by_opening(form)))
    lettered = sum(bool(_LETTER.fullmatch(one.label)) for one in found) >= _LETTERED
    for one in found:
        before = words.rows[one.row].text[: one.column]
        yield one._replace(column=0) if lettered and _LETTER.fullmatch(before) else one


def _all(words: Words, known: Mapping[tuple[str, ...], tuple["_Way", ...]]) -> Iterator[Plain]:
    firsts = {opening[0] for opening in known}
    stop = 0
    for index in [at for at, word in enumerate(words.words) if word in firsts]:
        ways = known.get(tuple(words.words[index : index + _OPENING])) or known.get((words.words[index],))
        found = _at(words, index, ways) if ways and index >= stop else None
        if found:
            yield found
            stop = found.last + 1


def _at(words: Words, index: int, ways: tuple["_Way", ...]) -> Plain | None:
    for way in ways:
        last = index + len(way.words) - 1
        if words.words[index : last + 1] == way.words and _is_closed(words, last, way):
            return _placed(words, index, last, way)
    return None


def _is_closed(words: Words, last: int, way: "_Way") -> bool:
    return words.closed_by(last, ":?") or (way.official and words.ends_phrase(last))


def _placed(words: Words, index: int, last: int, way: "_Way") -> Plain | None:
    """The prompt if it begins its row, but for a label, or stands behind the end of an answer."""
    row, column, text = words.row_of[index], words.starts[index], words.text_of(index)
    before = text[:column]
    start = _own_label(before, way.question)
    if len(way.words) < _PLAIN and not (tells(before[start:], way.question) and words.closed_by(last, ":")):
        return None
    if not before[:start].strip():
        return Plain(way.question, index, last, row, 0, before, way.official)
    short = len(way.words) < _PLAIN_WITHIN and not tells(before[start:], way.question)
    glued = not short and text[column].isupper()
    if glued and (start < len(before) or way.official or _ENDED.search(before)):
        return Plain(way.question, index, last, row, start, before[start:], way.official)
    return None


def _own_label(before: str, number: int) -> int:
    """Where the prompt's label begins: the whole of what stands before it, or the last of it."""
    numbers = re.findall(r"\d+", before)
    parted = bool(_TWO.search(before)) and int(numbers[-1]) == number and "".join(numbers) != str(number)
    if is_label(before) and not parted:
        return 0
    return label_start(before, number)


class _Way(NamedTuple):
    question: int
    words: list[str]
    official: bool


@cache
def _by_opening(form: Form) -> Mapping[tuple[str, ...], tuple[_Way, ...]]:
    """The first words of the wordings -> all that begin so, the longest first."""
    found: dict[tuple[str, ...], list[_Way]] = {}
    for question in form.questions:
        for place, wording in enumerate(wordings(question)):
            way = _Way(question.number, wording.split(), place == 0)
            opening = way.words[: _OPENING if len(way.words) >= _PLAIN else 1]
            found.setdefault(tuple(opening), []).append(way)
    return {opening: tuple(sorted(ways, key=lambda way: -len(way.words))) for opening, ways in found.items()}
