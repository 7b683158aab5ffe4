"""Addresses that a PDF's links left at the foot of a page, away from the text they belong to."""

import re
from collections.abc import Sequence

from atop_coder.form import Kind, Question
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

STRAY_WHY = "the address of a link, left at the end of a page"
_ADDRESS = re.compile(r"\s*<?((?:https?://|www\.)\S+?)[>.,;]*\s*", re.IGNORECASE)
_HOLDS_WORDS = frozenset({Kind.TEXT, Kind.YES_NO, Kind.TERMINATION, Kind.INTEGER})


def part_stray_links(
    question: Question, rows: Sequence[Row], everything: str, gap: int
) -> tuple[list[Row], list[Piece]]:
    """Takes stray addresses out of an answer's rows; returns the rest and what was taken.

    An address alone on its line is stray if the sheet has it elsewhere, and it stands where a page ends,
    behind more space than lines have, or in an answer that takes no words. `everything` is the sheet's
    whole text, `gap` the number of blank rows between lines.
    """
    stray = {at for at in range(len(rows)) if _is_stray(question, rows, at, everything, gap)}
    if all(row.blank or at in stray for at, row in enumerate(rows)) and question.kind == Kind.TEXT:
        stray.discard(min(stray, default=-1))
    kept = [row for at, row in enumerate(rows) if at not in stray]
    return kept, [Piece(rows[at].number, rows[at].text.strip(), STRAY_WHY) for at in sorted(stray)]


def _is_stray(question: Question, rows: Sequence[Row], at: int, everything: str, gap: int) -> bool:
    match = _ADDRESS.fullmatch(rows[at].text)
    if not match or everything.count(match[1]) < 2:
        return False
    if question.kind not in _HOLDS_WORDS:
        return True
    others = "\n".join(row.text for i, row in enumerate(rows) if i != at)
    if match[1] in others and at == _last(rows):
        return True
    before = _blanks(rows[:at][::-1])
    ends_page = at + 1 < len(rows) and any(
        row.page_break for row in rows[at + 1 :][: 1 + _blanks(rows[at + 1 :])]
    )
    return at > 0 and (ends_page or before > max(1, 2 * gap))


def _last(rows: Sequence[Row]) -> int:
    return max(at for at, row in enumerate(rows) if not row.blank)


def _blanks(rows: Sequence[Row]) -> int:
    """How many blank rows stand at the beginning of these."""
    return next((count for count, row in enumerate(rows) if not row.blank), len(rows))
