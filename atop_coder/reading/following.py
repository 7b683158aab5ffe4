"""How far the words of a sheet follow a wording of a prompt, word by word and mark by mark."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from atop_coder.form import Question
from atop_coder.reading.likeness import alike, raw_texts
from atop_coder.reading.words import WORD, Words

_CLOSES = re.compile(r"[:?;]|\s[-–—]")  # a mark behind which an answer may begin

_FIRST = 3  # words


class _Word(NamedTuple):
    """A word of a wording, folded; whether it begins with a capital, and whether such a mark is before it."""

    folded: str
    capital: bool
    closed: bool


def follows(question: Question, words: Words, reach: range) -> bool:
    """Whether the words of the reach, and no others in its rows, are those that a wording begins with."""
    return words.ends_row(reach[-1]) and followed(question, words, reach) == len(reach)


def followed(question: Question, words: Words, reach: range) -> int:
    """How many words of the reach are those that a wording begins with.

    Not over a mark that the wording does not have there, nor over a capital in mid-sentence, unless the
    prompt is in capitals: behind these an answer begins.
    """
    return max(_followed(way, words, reach) for way in _ways(question))


def followed_whole(question: Question, words: Words, reach: range) -> int:
    """How many words the official wording has, if the reach begins with them, slips allowed; else 0."""
    official = _ways(question)[0]
    return len(official) if _followed(official, words, reach) == len(official) else 0


def begins(question: Question, text: str) -> bool:
    """Whether a text begins with the first words of a wording, or has a label in it: "Treaty citation:"."""
    if has_label(question, text):
        return True
    first = [word.casefold() for word in WORD.findall(text)[:_FIRST]]
    return bool(first) and any(
        first == [word.folded for word in way[: len(first)]] for way in _ways(question)
    )


def has_label(question: Question, text: str) -> bool:
    """Whether the official prompt, up to its first mark, stands in a text."""
    return bool(_plain_label(question).search(text))


@cache
def _plain_label(question: Question) -> re.Pattern[str]:
    """The official prompt up to its first mark."""
    words = re.split(r"[:?]", question.prompt)[0].split()
    return re.compile(r"\s+".join(map(re.escape, words)) + r"\s*[:?]")


def _followed(way: Sequence[_Word], words: Words, reach: range) -> int:
    capitals = count = 0
    for count, (word, index) in enumerate(zip(way, reach, strict=False)):
        pointer = count and word.folded.isdecimal() and words.words[index].isdecimal()  # "listed in #19"
        if not pointer and not alike(word.folded, words.words[index]):
            return count
        capital = words.begins_with_capital(index)
        if count and capital and not word.capital and capitals < count - 1:
            return count
        if count and not word.closed and _CLOSES.search(words.between(index - 1)):
            return count
        capitals += capital
    return count + 1


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
