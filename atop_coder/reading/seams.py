"""Whether a prompt goes on in the row below: told by the words on both sides of the line's end.

Likeness alone does not tell it: a short answer below a prompt that breaks off changes its likeness little.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from atop_coder.form import Question
from atop_coder.reading.likeness import alike, is_word_of, raw_wordings
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.words import WORD

_NEAR = 3  # words on each side of the seam
_RUN = 5  # words of a prompt in a row, which no answer begins with by chance
_OPENS = re.compile(r"[\s\W_]*[a-zà-öø-ÿ(\[]")
_CLOSED = re.compile(r"[?:.;][)\]”\"’']*\s*$")
_ASKS = re.compile(r"[^.!“”\"]{0,140}?(?:\?|:(?!//)|\(\s*(?:yes|y)\b)", re.IGNORECASE)
_YES_OPEN = re.compile(r"\s*[(\[]\s*(?:yes|y)\s*[,/]", re.IGNORECASE)  # of "(Yes, No)"
_CLOSES_BRACKET = re.compile(r"[^()]{0,200}\)")
_POINTER = re.compile(r"\s(?:question|number|no\.|#)\s*$", re.IGNORECASE)  # before another question's number
_LEAST_KNOWN = 0.5  # of the words before a question mark


def goes_on(question: Question, above: str, row_above: str, below: str) -> bool:
    """Whether the row below goes on with the question's prompt.

    `above` is the prompt so far, from its first word to the end of its row `row_above`.
    """
    mine, next_words = WORD.findall(_POINTER.sub("", above))[-_NEAR:], WORD.findall(below)[:_RUN]
    if not mine or not next_words:
        return False
    any_case = _in_capitals(row_above)
    if _fits_any(question, mine, next_words, any_case):
        return True
    if not _OPENS.match(below) and not any_case:
        return False
    folded = tuple(word.casefold() for word in next_words)
    if len(folded) == _RUN and folded in _runs(question):
        return True
    if above.count("(") > above.count(")") and _CLOSES_BRACKET.match(below):
        return True
    return not _CLOSED.search(row_above) and _asks(question, below)


def begins_with_rest(question: Question, prompt: str, answer: str) -> bool:
    """Whether an answer begins, in the prompt's own line, with words that follow in the prompt."""
    if _YES_OPEN.match(answer):
        return True
    mine, next_words = WORD.findall(prompt)[-_NEAR:], WORD.findall(answer)[:_NEAR]
    if len(next_words) < 2 or not mine or not _OPENS.match(answer):
        return False
    if not question.choices[2:] and opens_with_value(question, answer):
        return False
    return _fits_any(question, mine, next_words, any_case=False)


def _asks(question: Question, text: str) -> bool:
    """Whether a text closes a question, in words that are about those of the prompt."""
    match = _ASKS.match(text)
    words = WORD.findall(match[0].casefold()) if match else []
    if not words or opens_with_value(question, text):
        return False
    return sum(is_word_of(question, word) for word in words) >= _LEAST_KNOWN * len(words)


def _fits_any(question: Question, above: Sequence[str], below: Sequence[str], any_case: bool) -> bool:
    """Whether the words above and those below follow one another in a wording, but for a slip."""
    known = [is_word_of(question, word.casefold()) for word in below[:_NEAR]]
    if not known[0] and not (len(known) == _NEAR and all(known[1:])):
        return False
    return any(_fits(way, above, below, any_case) for way in raw_wordings(question))


def _fits(way: tuple[str, ...], above: Sequence[str], below: Sequence[str], any_case: bool) -> bool:
    """Whether the words above and those below follow one another in the wording, but for a slip."""
    ahead = [_places(way, word.casefold()) for word in below[:_NEAR]]
    behind = [_places(way, word.casefold()) for word in reversed(above)]
    for place in sorted({one - at for at, places in enumerate(ahead) for one in places if one > at}):
        told = [place + at in places for at, places in enumerate(ahead) if place + at < len(way)]
        if sum(told) < len(told) - (len(told) == _NEAR):
            continue
        before = [place - 1 - at in places for at, places in enumerate(behind)]
        enough = sum(before) >= min(2, len(above)) and (before[0] or all(told))
        if enough and (any_case or not below[0][:1].isupper() or way[place][:1].isupper()):
            return True
    return False


@lru_cache(maxsize=20_000)  # of few wordings the same few words are asked for again and again
def _places(way: tuple[str, ...], word: str) -> frozenset[int]:
    """Where the wording has the word, but for a slip."""
    return frozenset(at for at, one in enumerate(way) if alike(one.casefold(), word))


@cache
def _runs(question: Question) -> frozenset[tuple[str, ...]]:
    """All runs of so many words in the wordings."""
    ways = [[word.casefold() for word in way] for way in raw_wordings(question)]
    return frozenset(tuple(way[at : at + _RUN]) for way in ways for at in range(len(way) - _RUN + 1))


def _in_capitals(text: str) -> bool:
    """Whether each longer word of a text begins with a capital, so that a capital tells nothing."""
    long = [word for word in WORD.findall(text) if len(word) > 3]
    return len(long) > 2 and all(word[0].isupper() for word in long[1:])
