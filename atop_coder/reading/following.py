"""How far the words of a sheet follow a wording of a prompt, word by word and mark by mark."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from atop_coder.form import Question
from atop_coder.reading.likeness import alike, raw_texts
from atop_coder.reading.words import WORD, Words

_CLOSES = re.compile(r"[:?;]|\s[-–—]")  # a mark behind which an answer may begin


class _Word(NamedTuple):
    """A word of a wording, folded; whether it begins with a capital, and whether such a mark is before it."""

    folded: str
    capital: bool
    closed: bool


def follows(question: Question, words: Words, reach: range) -> bool:
    """Whether the words of the reach, and no others in its rows, are those that a wording begins with.

    Not over a mark that the wording does not have there, nor over a capital in mid-sentence, unless the prompt
    is in capitals: behind these an answer begins.
    """
    return words.ends_row(reach[-1]) and any(_follows(way, words, reach) for way in _ways(question))


def _follows(way: Sequence[_Word], words: Words, reach: range) -> bool:
    if len(way) < len(reach):
        return False
    capitals = 0
    for at, (word, index) in enumerate(zip(way, reach, strict=False)):
        if not alike(word.folded, words.words[index]):
            return False
        capital = words.begins_with_capital(index)
        if at and capital and not word.capital and capitals < at - 1:
            return False
        if at and not word.closed and _CLOSES.search(words.between(index - 1)):
            return False
        capitals += capital
    return True


@cache
def _ways(question: Question) -> tuple[tuple[_Word, ...], ...]:
    return tuple(tuple(_words_of(text)) for text in dict.fromkeys(raw_texts(question)))


def _words_of(text: str) -> list[_Word]:
    found, end = [], 0
    for match in WORD.finditer(text):
        closed = bool(_CLOSES.search(text[end : match.start()]))
        found.append(_Word(match[0].casefold(), match[0][0].isupper(), closed))
        end = match.end()
    return found
