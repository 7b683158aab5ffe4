"""What lines say of themselves: that they are outside the text, and that an answer on them is in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from atop_coder.reading.closing import SIGNATURE
from atop_coder.reading.footnotes import FOOTNOTE
from atop_coder.reading.report import Line, Piece, Placed, Sureness

REMARK = "in the column “{}”"
_TOLD = (REMARK.partition("{")[0], SIGNATURE, FOOTNOTE)


def part_told(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The furniture among pieces outside the text; and those whose words somebody wrote of the treaty."""
    every = tuple(pieces)
    told = tuple(piece for piece in every if piece.why.startswith(_TOLD))
    return tuple(piece for piece in every if piece not in told), told


def with_doubt(placed: Placed, lines: Sequence[Line]) -> Placed:
    """Unsure where a line of the answer says why it is in doubt."""
    found = (line.doubt for line in lines if line.doubt and placed.first <= line.number <= placed.last)
    why = next(found, "")
    if not why or placed.sureness == Sureness.UNSURE:
        return placed
    return replace(placed, sureness=Sureness.UNSURE, why=why)
