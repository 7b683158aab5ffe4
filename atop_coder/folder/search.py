"""Words in all answers of all sheets, with the question and the words around each."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from atop_coder.folder.entry import Entry
from atop_coder.folder.folding import fold

BEFORE, AFTER = 60, 140  # characters shown around the first place
_PARTS = re.compile(r'"([^"]*)"?|(\S+)')

Span = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """An answer that holds all that was looked for.

    `text` are the words around the first place, on one line, with an ellipsis where something is left out;
    `spans` are the places in it (start, end), `found` the first of them as the sheet writes it, `times` how
    often what was looked for stands in the answer.
    """

    path: Path
    sheet: str
    question: int
    text: str
    spans: tuple[Span, ...]
    found: str
    times: int


def wanted_words(query: str) -> tuple[str, ...]:
    """What is looked for, folded: each word of the query, and what stands in quotation marks as one."""
    parts = (quoted or word for quoted, word in _PARTS.findall(fold(query)))
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def search(
    entries: Iterable[Entry],
    query: str,
    questions: frozenset[int] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[Hit]:
    """The answers that hold all words of the query, by sheet and question; none for an empty query.

    Case, accents and the kind of quotation marks do not matter; a word is found inside longer ones too.
    `questions` are those to look in, None for all.
    """
    wanted = wanted_words(query)
    pattern = re.compile("|".join(map(_pattern, sorted(wanted, key=len, reverse=True))))
    for entry, number, folded in _found(entries, wanted, questions, stop):
        yield _hit(entry, number, folded, pattern)


def count_answers(
    entries: Iterable[Entry], query: str, questions: frozenset[int] | None = None
) -> tuple[int, int]:
    """How many answers `search` gives, and in how many sheets; far sooner than it gives them."""
    paths = [entry.path for entry, _, _ in _found(entries, wanted_words(query), questions)]
    return len(paths), len(set(paths))


def _found(
    entries: Iterable[Entry],
    wanted: tuple[str, ...],
    questions: frozenset[int] | None,
    stop: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[Entry, int, str]]:
    """The answers with all that is wanted: entry, question, and the folded text."""
    words = tuple(dict.fromkeys(part for word in wanted for part in word.split()))
    together = [re.compile(_pattern(word)) for word in wanted if " " in word]
    for entry in entries if wanted else ():
        if stop():
            return
        for number, folded in entry.folded.items():
            if questions is not None and number not in questions:
                continue
            if all(word in folded for word in words) and all(one.search(folded) for one in together):
                yield entry, number, folded


def _pattern(word: str) -> str:
    return " +".join(map(re.escape, word.split()))


def _hit(entry: Entry, number: int, folded: str, pattern: re.Pattern[str]) -> Hit:
    text = entry.texts[number]
    places = [match.span() for match in pattern.finditer(folded)]
    start, end = _window(text, *places[0])
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    inside = [(a - start + len(head), b - start + len(head)) for a, b in places if start <= a and b <= end]
    shown = head + "".join(" " if char.isspace() else char for char in text[start:end]) + tail
    found = text[slice(*places[0])]
    return Hit(entry.path, entry.summary.name, number, shown, tuple(inside), found, len(places))


def _window(text: str, start: int, end: int) -> Span:
    """Where the words shown begin and end: whole words around the place."""
    first = 0 if start <= BEFORE else _next_word(text, start - BEFORE, start)
    last = len(text) if len(text) - end <= AFTER else _word_end(text, end, end + AFTER)
    return first, last


def _next_word(text: str, low: int, high: int) -> int:
    return next((at + 1 for at in range(low, high) if text[at].isspace()), low)


def _word_end(text: str, low: int, high: int) -> int:
    return next((at for at in range(high, low, -1) if text[at].isspace()), high)
