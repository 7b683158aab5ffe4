"""Marks that an answer goes on: `8. (continued)`, `(cont'd)`, `Other limits (cont.)`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from atop_coder.reading.labels import is_label
from atop_coder.reading.report import Line, Piece
from atop_coder.reading.rows import Row

WHY = "it tells that the answer goes on"
_MARK = re.compile(
    r"\s*+(?:[-–—(\[]++\s*+)?(?:continued|continuation|cont[’']?d|cont\.)"
    r"(?:\s+(?:from|on)\s+(?:the\s+)?(?:previous|next|last|above|other|page|p\.)(?:\s+(?:page|\d+))?)?\s*[)\]]*[\s:.–—-]*",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a line that is a mark


def find_continued(lines: Iterable[Line]) -> Iterator[Piece]:
    """The lines that hold such a mark and at most a question's number."""
    for line in lines:
        if "cont" in line.text.casefold() and _is_mark(line.text):
            yield Piece(line.number, line.text, WHY)


def _is_mark(text: str) -> bool:
    text = text.rstrip()
    if len(text) > _LONGEST:
        return False
    match = next((one for one in _MARK.finditer(text) if one.end() == len(text)), None)
    return match is not None and is_label(text[: match.start()])


def without_mark(rows: Iterable[Row]) -> tuple[Row, ...] | None:
    """The rows of an answer without such a mark at their begin; None where there is none."""
    rows = tuple(rows)
    at = next((at for at, row in enumerate(rows) if not row.blank), None)
    match = _MARK.match(rows[at].text) if at is not None else None
    if at is None or match is None:
        return None
    return (*rows[:at], replace(rows[at].part(match.end()), page_break=True), *rows[at + 1 :])
