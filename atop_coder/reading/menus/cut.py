"""An answer's rows without their menu, and what was taken out of them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atop_coder.reading.menus.looks import Shown
from atop_coder.reading.menus.options import Printed
from atop_coder.reading.menus.struck import STRUCK_WHY, bare, merged, struck_spans
from atop_coder.reading.menus.tokens import Sign
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

PRINTED_WHY = "the rest of a printed list of choices"
EDGES = " \t\xa0.,;:/|\\–—-=)\ufe0e\ufe0f"
LETTERS = re.compile(r"[^\W_]")
_BULLETS = "•·*▪◦‣(«»<>"
_SEPARATORS = re.compile(
    r"(?:[\s,;/|\\:.&+•·–—()\[\]=*_<>{}~\"“”-]|(?:or|and|vs)(?![^\W_])|(?<![^\W_])(?:\d{1,2}|[a-h])[.)])*+",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[ \t]*+(?:\d{1,2}|[a-hA-H])[.)][ \t]*+")


class Cut:
    """The rows without their menu, and what was taken out but for the choice itself."""

    def __init__(
        self, rows: Sequence[Row], view: Shown, menu: Printed, values: Sequence[str], several: bool = False
    ) -> None:
        self.several = several
        self.starts = [0]
        for row in rows:
            self.starts.append(self.starts[-1] + len(row.text) + 1)
        self.source = rows
        self.view = view
        chosen = [one.token for one in menu.options if one.value in values]
        self.chosen = [(token.start, token.end) for token in chosen]
        tokens = [(one.start, one.end) for one in menu.tokens if one.sign != Sign.SEPARATOR]
        self.listed = Counter(self.row_of(one.token.start) for one in menu.options)
        self.first = self.row_of(min((start for start, _ in tokens), default=0))
        by_row: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for token in tokens:
            by_row[self.row_of(token[0])].append(token)
        self.chosen_by_row: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for place in self.chosen:
            self.chosen_by_row[self.row_of(place[0])].append(place)
        self.of_row = {at: self.spans(at, by_row[at]) for at in range(len(rows))}
        self.rows = tuple(self.left(at) for at in range(len(rows)))

    def row_of(self, place: int) -> int:
        return min(bisect_right(self.starts, place) - 1, len(self.source) - 1)

    def spans(self, at: int, tokens: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """What is cut out of a row, as places in it: tokens with the separators and signs round them."""
        start, end = self.starts[at], self.starts[at + 1] - 1
        inside = sorted(
            (one - start, other - start) for one, other in tokens if start <= one and other <= end
        )
        if not inside:
            return []
        text = self.source[at].text
        joined = [inside[0]]
        for span in inside[1:]:
            between = text[joined[-1][1] : span[0]]
            if _is_separator(between):
                joined[-1] = (joined[-1][0], span[1])
            else:
                joined.append(span)
        return [_widened(text, *span) for span in joined]

    def left(self, at: int) -> Row:
        row = self.source[at]
        spans = self.of_row[at]
        if not spans:
            return row
        every = merged([*spans, *struck_spans(row)])
        parts, last = [], 0
        for start, end in (*every, (len(row.text), len(row.text))):
            parts.append(row.text[last:start])
            last = end
        kept = [parts[0].strip(), *(part.lstrip(EDGES).rstrip() for part in parts[1:])]
        kept = [part for part in kept if part.strip(EDGES + _BULLETS)]
        alone = self.chosen_in(at) if self.several and len(spans) == 1 and self.listed[at] == 1 else []
        if kept:
            kept = [*(row.text[start:end] for start, end in alone), *kept]
        return replace(row, text=" ".join(kept), marks=())

    def chosen_in(self, at: int) -> list[tuple[int, int]]:
        """The chosen words of a row, as places in it."""
        first = self.starts[at]
        return [(start - first, end - first) for start, end in self.chosen_by_row[at]]

    def pieces(self) -> Iterator[Piece]:
        """What was cut out but for the chosen words: the other choices, and words struck out."""
        for at, row in enumerate(self.source):
            spans = self.of_row[at]
            struck = struck_spans(row) if spans else []
            for start, end in struck:
                if words := bare(row.text[start:end]):
                    yield Piece(row.number, words, STRUCK_WHY)
            gone = (*self.chosen_in(at), *struck)
            words = " ".join(part for span in spans for part in _outside(row.text, span, gone))
            if LETTERS.search(words):
                yield Piece(row.number, words, PRINTED_WHY)


def _outside(text: str, span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The parts of a span that are not in those others."""
    at = span[0]
    for start, end in sorted(taken):
        if end > at and start < span[1]:
            if text[at:start].strip():
                yield text[at:start].strip()
            at = max(at, end)
    if text[at : span[1]].strip():
        yield text[at : span[1]].strip()


def _is_separator(text: str) -> bool:
    return bool(_SEPARATORS.fullmatch(text))


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the signs right round it, such as ** and a bracket that is closed in it."""
    while start and text[start - 1] in "*_~=+<[{«":
        start -= 1
    while end < len(text) and text[end] in "*_~=+>]}»\u20dd\u20de\u20df\u20e3":
        end += 1
    if start and text[start - 1] == "(" and text[end : end + 1] == ")":
        start, end = start - 1, end + 1
    return (0 if _COUNT.fullmatch(text, 0, start) else start), end
