"""Which question each prompt asks where the prompts have no numbers but are set off by their type."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from atop_coder.form import Question, load_form
from atop_coder.reading.likeness import wordings
from atop_coder.reading.words import plain

FEWEST = 20  # prompts that must be known so; with fewer, the type is no sign of prompts
_LEAST = 52.0  # likeness, of 100, that a prompt needs in its place
_MISSED = 4.0  # what it costs to leave out a question
_MOST = 400  # texts that are looked at


def align(texts: Sequence[str]) -> dict[int, int]:
    """Index of a text -> number of the question that it asks; each question once, in the form's order.

    Empty if too few of the texts are questions.
    """
    if not FEWEST <= len(texts) <= _MOST:
        return {}
    questions = load_form().questions
    gains = [[_gain(plain(text), question) for question in questions] for text in texts]
    found = _best_path(gains)
    if len(found) < FEWEST:
        return {}
    asking = [at for at, text in enumerate(texts) if not _is_heading(text)]
    return {text: questions[at].number for text, at in _filled(found, asking)}


def _is_heading(text: str) -> bool:
    words = plain(text)
    return words.startswith("section") or any(words == plain(one.title) for one in load_form().sections)


def _filled(found: Sequence[tuple[int, int]], asking: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs, and those between them: as many texts as questions are these, in whatever words."""
    for (text, at), (next_text, next_at) in pairwise(found):
        yield text, at
        between = [one for one in asking if text < one < next_text]
        if len(between) == next_at - at - 1:
            yield from zip(between, range(at + 1, next_at), strict=True)
    yield found[-1]


def _gain(text: str, question: Question) -> float:
    """By how much the text is more like the question than a prompt must be; 0 or less if it is not."""
    alike = max(
        max(fuzz.ratio(text, way), 0.92 * fuzz.token_set_ratio(text, way)) for way in wordings(question)
    )
    return float(alike) - _LEAST


def _best_path(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The pairs of text and question, in order of both, that gain most together."""
    texts, questions = len(gains), len(gains[0])
    best = [[0.0] * (questions + 1) for _ in range(texts + 1)]
    for text in range(texts - 1, -1, -1):
        for at in range(questions - 1, -1, -1):
            pair = gains[text][at] + best[text + 1][at + 1] if gains[text][at] > 0 else -1.0
            best[text][at] = max(pair, best[text + 1][at], best[text][at + 1] - _MISSED)
    found, text, at = [], 0, 0
    while text < texts and at < questions:
        here = best[text][at]
        if gains[text][at] > 0 and here == gains[text][at] + best[text + 1][at + 1]:
            found.append((text, at))
            text, at = text + 1, at + 1
        elif here == best[text + 1][at]:
            text += 1
        else:
            at += 1
    return found
