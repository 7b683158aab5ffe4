"""Matches the words that choices and statuses are written with, whatever marks stand between them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from atop_coder.form import Form, Question, Status

_WORD = re.compile(r"[^\W_\u00b2\u00b3\u00b9\u2070-\u2079]+")  # a raised number is a note's, and no word's
_SPACES = re.compile(r"[^\S\n]+")
# What may part a value from the text behind it; a hyphen only with space around it: "no-one" is no "No".
# Nor does the full stop of "N.B." part anything.
_PARTED = re.compile(r"\s*(?:$|\n|\.(?![^\W\d_]\.)|[,;:!?…)\]]|[–—+]|[(\[\"“„«]|-+(?=\s|$)|--)|\s+-|\s*/")
_SEPARATOR = re.compile(r"\s*[)\]]*[.,;:!]?(?!\.)\s*(?:(?:[–—]+|-+(?=\s|$)|--+|(?<=\s)-(?=[^\W\d_]))\s*)?")
_LEAD = re.compile(r"[^\s.,;:!()\[\]\"“”‘’'*_•·#–—-]")
_CLOSERS = {"(": ")", "[": "]", "“": "”", '"': '"', "‘": "’", "'": "'", "*": "*", "_": "_"}


@dataclass(frozen=True)
class Opening:
    """A text that begins with a known wording: its value, where the wording ends, whether a mark parts it."""

    value: str
    end: int
    parted: bool
    words: int


def spell(text: str) -> tuple[str, ...]:
    """The words of a wording, folded; marks between them do not count."""
    return tuple(_WORD.findall(text.casefold()))


class Wordings:
    """Known wordings by their words; finds the longest that a text begins with, or is."""

    def __init__(self, values: Iterable[tuple[str, str]]) -> None:
        self.values: Mapping[tuple[str, ...], str] = {
            spell(wording): value for wording, value in values if spell(wording)
        }
        self.longest = max((len(words) for words in self.values), default=0)

    def opening(self, text: str, start: int = 0) -> Opening | None:
        """The longest wording that the text begins with at `start`, marks and space before it left out.

        A shorter one for the same value comes first if a mark parts it from the rest, and not the longer.
        """
        best: Opening | None = None
        words: list[str] = []
        for match in _WORD.finditer(text, start):
            if not words and _LEAD.search(text[start : match.start()]):
                return None
            words.append(match[0].casefold())
            if len(words) > self.longest:
                break
            value = self.values.get(tuple(words))
            if value is not None:
                end = _closed(text, start, match.end())
                parted = bool(_PARTED.match(text, end))
                if parted or best is None or not best.parted or best.value != value:
                    best = Opening(value, end, parted, len(words))
        return best

    def whole(self, text: str) -> str | None:
        """The value whose wording the whole text is."""
        return self.values.get(spell(text))


def _closed(text: str, start: int, end: int) -> int:
    """Where the marks end that close what was opened before the words: `“Yes”`, `**No**`."""
    opened = {_CLOSERS[mark] for mark in text[start:end] if mark in _CLOSERS} if end < len(text) else ()
    stop = end + (text[end : end + 1] in (".", ",") and text[end + 1 : end + 2] in opened)
    while stop < len(text) and text[stop] in opened:
        stop, end = stop + 1, stop + 1
    return end


def squeeze(text: str) -> str:
    """The text with single spaces in its lines, so that no pattern can lose its way in long runs of them."""
    return _SPACES.sub(" ", text)


def after(text: str, end: int) -> str:
    """What stands behind a value, without the mark that parts the two."""
    match = _SEPARATOR.match(text, end)
    return text[match.end() if match else end :].strip()


@cache
def choice_wordings(question: Question) -> Wordings:
    """The wordings of a question's choices."""
    return Wordings((way, choice.value) for choice in question.choices for way in choice.ways)


@cache
def status_wordings(form: Form) -> Wordings:
    """The wordings of N/A and Unknown."""
    return Wordings(
        (wording, words.value)
        for words in form.statuses
        if words.value not in (Status.ANSWERED, Status.BLANK)
        for wording in (words.label, *words.spellings)
    )
