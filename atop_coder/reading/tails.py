"""Sentences that end a prompt, in any words: "(Yes, No)", "If Yes, describe.", "(List all that apply)"."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from atop_coder.form import load_form
from atop_coder.reading.likeness import wordings
from atop_coder.reading.words import WORD, Place, Words

_YES_NO = re.compile(r"[^“”\"]{0,160}?\(\s*yes\s*[,/]?\s*(?:or\s*)?no\s*\)[.:]?", re.IGNORECASE)
_CHOICE = re.compile(r"\s*\(\s*(?:yes|y)\s*[,/]?\s*(?:or\s*)?(?:no|n)\s*\)[.:]?", re.IGNORECASE)
_REMARK = re.compile(
    r"\s*\((?:note|list|check|use|using|include|including|do not|only|answering|that is|may|if|e\.g)\b"
    r"[^()]{0,220}\)[.:]?",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\s*\(?if\s+(?:yes|no|so|any|secret|there)\b[^.?:]{0,170}(?:[.?:]\)?|$)", re.IGNORECASE
)
# What a coder is told to do; "If any member is attacked, …" tells nothing, and is an answer.
_TOLD = (
    "describe|list|name|explain|note|specify|give|state|identify|indicate|provide|quote|summari[sz]e|detail"
    "|mention|enter|which|what|who|when|how"
)
_TELLS = re.compile(rf"\b(?:{_TOLD})\b", re.IGNORECASE)
# A line that may go on with such a sentence: not one with an answer's capital or value.
_GOES_ON = re.compile(
    rf"\s*(?:(?:yes|no|so|any),?\s+(?:{_TOLD})\b|COW\b|(?!(?i:yes|no|none|n/a|unknown)\b)[a-z(])"
)
_LAST_WORDS = re.compile(r"\s*[a-z]+(?: [a-z]+){0,2}[.:?]\s*")
_MANY = 5  # spaces between the words of a prompt that is long
_TAIL_ROWS = 10  # so far behind a prompt's first rows its last words and an answer may stand
_KNOWN = 0.75  # the share of its words that a sentence of a prompt has from the form


def has_tail(text: str) -> bool:
    """Whether such a sentence stands in the text."""
    return any(_tail_at(text, match.start()) for match in re.finditer(r"(?i)\(|\bif\b", text))


def behind_tail(words: Words, place: Place, stop: int) -> Place:
    """The place behind such sentences, where the prompt's own words did not take them in."""
    while count := _tail_at(words.text_from(place, stop)):
        place = words.moved(place, count)
    return place


def behind_last_words(words: Words, place: Place, stop: int, is_value: Callable[[Place], bool]) -> Place:
    """The place behind a prompt's last words, where they stand alone on the next line.

    So they do if the prompt breaks off without a mark behind many words, they begin small and close the
    sentence, they are no value, and an answer follows.
    """
    row = words.rows[place.row].text
    if (
        row[place.column :].strip()
        or row[: place.column].count(" ") < _MANY
        or not row[: place.column][-1:].isalpha()
    ):
        return place
    filled = [
        at for at in range(place.row + 1, min(stop, place.row + _TAIL_ROWS)) if not words.rows[at].blank
    ]
    if len(filled) < 2:
        return place
    last = Place(filled[0], len(words.rows[filled[0]].text))
    if is_value(Place(last.row, 0)) or not _LAST_WORDS.fullmatch(words.rows[last.row].text):
        return place
    return last


def behind_yes_no(words: Words, place: Place, stop: int, no_questions: bool) -> Place:
    """The place behind "(Yes, No)" where that stands a few words on, with `no_questions` none between."""
    ahead = _YES_NO.match(words.text_from(place, stop))
    if ahead is None or (no_questions and "?" in ahead[0]):
        return place
    return words.moved(place, ahead.end())


def _tail_at(text: str, start: int = 0) -> int:
    """The place behind the sentence that begins there; 0 if none does."""
    if match := _CHOICE.match(text, start):
        return match.end()
    for pattern in (_REMARK, _CONDITION):
        match = pattern.match(text, start)
        for sentence in _as_far_as_lines_go(match[0]) if match else ():
            whole = sentence == match[0] if match and pattern is _REMARK else bool(_TELLS.search(sentence))
            if whole and _is_of_form(sentence):
                return start + len(sentence)
    return 0


def _as_far_as_lines_go(sentence: str) -> Iterator[str]:
    """The sentence as far as its lines go on with one another, then shorter by a line each."""
    lines = sentence.split("\n")
    begun = next(at for at, line in enumerate(lines) if line.strip())
    end = begun + 1
    while end < len(lines) and (_GOES_ON.match(lines[end]) or not lines[end].strip()):
        end += 1
    for count in range(end, begun, -1):
        yield "\n".join(lines[:count])


def _is_of_form(sentence: str) -> bool:
    words = WORD.findall(sentence.casefold())
    return sum(word in _known_words() or bool(_TELLS.fullmatch(word)) for word in words) >= _KNOWN * len(
        words
    )


@cache
def _known_words() -> frozenset[str]:
    return frozenset(
        word
        for question in load_form().questions
        for wording in wordings(question)
        for word in wording.split()
    )
