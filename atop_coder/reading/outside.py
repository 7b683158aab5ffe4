"""What lines say of themselves: that they are outside the text, and that an answer on them is in doubt."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from atop_coder.reading.closing import SIGNATURE
from atop_coder.reading.footnotes import FOOTNOTE
from atop_coder.reading.report import Line, Piece, Placed, Sureness

REMARK = "in the column “{}”"
NOT_FINAL = f"{REMARK}, which is not the final one"
NO_FINAL = "the final column is empty here, and another is not"
_OF_CODERS = NOT_FINAL.rpartition("}")[2]
_TOLD = (REMARK.partition("{")[0], SIGNATURE, FOOTNOTE)


def part_told(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The furniture among pieces outside the text; and those whose words somebody wrote of the treaty."""
    every = tuple(pieces)
    told = tuple(piece for piece in every if piece.why.startswith(_TOLD))
    return tuple(piece for piece in every if piece not in told), told


def with_doubts(placed: Iterable[Placed], lines: Sequence[Line]) -> Iterable[Placed]:
    """Unsure where a line of the answer says why it is in doubt, or only what is not final is filled."""
    if not any(line.doubt or line.aside for line in lines):
        return placed
    return (_with_doubt(one, lines) for one in placed)


def _with_doubt(placed: Placed, lines: Sequence[Line]) -> Placed:
    found = (line.doubt for line in lines if line.doubt and placed.first <= line.number <= placed.last)
    why = next(found, "") or (NO_FINAL if not placed.text.strip() and _has_coders(placed, lines) else "")
    if not why or placed.sureness == Sureness.UNSURE:
        return placed
    return replace(placed, sureness=Sureness.UNSURE, why=why)


def _has_coders(placed: Placed, lines: Sequence[Line]) -> bool:
    """Whether something that is not final stands beside or right behind a question."""
    behind = (line for line in lines if line.number >= placed.first and line.text.strip())
    near = takewhile(lambda line: line.aside or line.number <= placed.last, behind)
    return any(line.aside.endswith(_OF_CODERS) for line in near)
