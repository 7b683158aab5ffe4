"""What two texts differ in, word by word; and both on one line from where they begin to differ."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

TOKEN = re.compile(r"\n+|[^\s]+")
SHORT = 44  # letters that are shown whole on one line
LEAD = 2  # words before the first one that differs
MAX_WORDS = (
    1500  # words that are held against one another; beyond that, all between both ends counts as changed
)

Span = tuple[int, int]
Spans = tuple[Span, ...]
Place = tuple[int, int, int, int]
"""Start and end in the one list of words, and start and end in the other."""


def on_one_line(paragraphs: Sequence[str]) -> str:
    """The paragraphs of an answer in one line."""
    return " ".join(paragraph.replace("\n", " · ") for paragraph in paragraphs)


def whole(paragraphs: Sequence[str]) -> str:
    """The paragraphs of an answer with blank lines between."""
    return "\n\n".join(paragraphs)


def short_pair(before: str, after: str) -> tuple[str, str]:
    """Two lines, each from a few words before the first that differs, if they are long."""
    if max(len(before), len(after)) <= SHORT:
        return before, after
    ours, theirs = before.split(), after.split()
    start = max(0, _same(ours, theirs) - LEAD)
    return _from(ours, start), _from(theirs, start)


def _from(words: Sequence[str], start: int) -> str:
    return f"{'… ' if start else ''}{' '.join(words[start:])}"


def differing(before: str, after: str) -> tuple[Spans, Spans]:
    """Start and end of the words in each text that the other has not; none where they share no word."""
    ours, theirs = list(TOKEN.finditer(before)), list(TOKEN.finditer(after))
    words, others = [one[0] for one in ours], [one[0] for one in theirs]
    if {word.strip() for word in words if word.strip()}.isdisjoint(others):
        return (), ()
    blocks = list(changed_places(words, others))
    return (
        tuple(_span(ours, start, end) for start, end, _, _ in blocks if end > start),
        tuple(_span(theirs, start, end) for _, _, start, end in blocks if end > start),
    )


def _span(found: Sequence[re.Match[str]], start: int, end: int) -> Span:
    return found[start].start(), found[end - 1].end()


def changed_places(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Place]:
    """Where two lists of words differ, in order; what stands between two places is the same in both."""
    head = _same(ours, theirs)
    tail = _same(ours[head:][::-1], theirs[head:][::-1])
    ours_left, theirs_left = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    if max(len(ours_left), len(theirs_left)) > MAX_WORDS:
        yield head, len(ours) - tail, head, len(theirs) - tail
        return
    matcher = SequenceMatcher(None, ours_left, theirs_left, autojunk=False)
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        if what != "equal":
            yield head + start, head + end, head + other_start, head + other_end


def _same(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
