"""Addresses that a PDF's links left at the foot of a page, away from the text they belong to."""

import re
from collections.abc import Sequence

from atop_coder.form import Kind, Question
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

STRAY_WHY = "the address of a link, left at the end of a page"
_ADDRESS = re.compile(r"\s*<?((?:https?://|www\.)\S+?)[>.,;]*\s*", re.IGNORECASE)
_HOLDS_WORDS = frozenset({Kind.TEXT, Kind.YES_NO, Kind.TERMINATION, Kind.INTEGER})


def is_address(text: str) -> bool:
    """Whether a line holds nothing but an address."""
    return bool(_ADDRESS.fullmatch(text))


def part_stray_links(
    question: Question, rows: Sequence[Row], everything: str, gap: int
) -> tuple[list[Row], list[Piece]]:
    """Takes stray addresses out of an answer's rows; returns the rest and what was taken.

    An address alone on its line is stray if the sheet has it elsewhere, and it stands where a page ends,
    behind more space than lines have, or in an answer that takes no words. `everything` is the sheet's
    whole text, `gap` the number of blank rows between lines.
    """
    addresses = {at: match[1] for at, row in enumerate(rows) if (match := _ADDRESS.fullmatch(row.text))}
    often = {address for address in set(addresses.values()) if everything.count(address) > 1}
    stray = {
        at for at, address in addresses.items() if address in often and _is_stray(question, rows, at, gap)
    }
    last = _last(rows)
    if addresses.get(last) in often and sum(row.text.count(addresses[last]) for row in rows) > 1:
        stray.add(last)
    if all(row.blank or at in stray for at, row in enumerate(rows)) and question.kind == Kind.TEXT:
        stray.discard(min(stray, default=-1))
    kept = [row for at, row in enumerate(rows) if at not in stray]
    return kept, [Piece(rows[at].number, rows[at].text.strip(), STRAY_WHY) for at in sorted(stray)]


def _is_stray(question: Question, rows: Sequence[Row], at: int, gap: int) -> bool:
    """Whether an address stands where no words do, at the end of a page, or behind much space."""
    if question.kind not in _HOLDS_WORDS:
        return True
    behind = range(at + 1, len(rows))
    ends = (rows[place].page_break for place in behind if rows[place].page_break or not rows[place].blank)
    before = next((at - place - 1 for place in range(at - 1, -1, -1) if not rows[place].blank), at)
    return at > 0 and (next(ends, False) or before > max(1, 2 * gap))


def _last(rows: Sequence[Row]) -> int:
    return max((at for at, row in enumerate(rows) if not row.blank), default=-1)
