"""Tables of a PDF with a column for Yes and one for No: marks below these heads become a list with boxes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from atop_coder.reading.boxes import is_open, is_ticked
from atop_coder.reading.column_order import questions_of
from atop_coder.reading.pages.columns import stands_beside
from atop_coder.reading.pages.found import Piece
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX

HEADINGS_WHY = "the headings of a table"
_HEADS = frozenset(("yes", "no", "n/a", "unknown"))
_SAME = 2.0  # points within which base lines are one
_FEWEST = 2  # marks that make a line of heads one
_LONGEST = 30  # characters of another heading

Heads = Mapping[str, float]  # the word -> the middle of its column, in points


def with_lists(pages: Sequence[Sequence[Piece]]) -> tuple[list[list[Piece]], list[Piece]]:
    """The pages with marks below heads made into lists with boxes, and the pieces of the heads."""
    heads: Heads = {}
    found: list[list[Piece]] = []
    headings: list[Piece] = []
    marks = 0
    printed = any(sum(map(_is_bare, _lines(page))) > 1 for page in pages)
    for page in pages:
        asking = [piece for piece in page if questions_of(piece.text)]
        kept: list[Piece] = []
        for line in _lines(page):
            if new := {} if printed or stands_beside(line, asking) else _heads_of(line):
                heads = new
                headings += line
                kept += line
            elif heads and (marked := _with_list(line, heads)):
                marks += 1
                kept += marked
            else:
                kept += line
        found.append(kept)
    if marks < _FEWEST:
        return [list(page) for page in pages], []
    gone = set(headings)
    return [[piece for piece in page if piece not in gone] for page in found], headings


def _lines(page: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces in their order, those side by side on one line together."""
    line: list[Piece] = []
    for piece in page:
        if line and abs(piece.base - line[-1].base) > _SAME:
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _cells(line: Iterable[Piece]) -> Iterator[Piece]:
    for piece in line:
        yield from piece.parts or (piece,)


def _heads_of(line: Sequence[Piece]) -> Heads:
    """The heads on a line that holds nothing but headings."""
    cells = list(_cells(line))
    heads = {_word(cell): (cell.left + cell.right) / 2 for cell in cells if _word(cell) in _HEADS}
    others = [cell for cell in cells if _word(cell) not in _HEADS]
    if not {"yes", "no"} <= heads.keys() or any(
        len(cell.text) > _LONGEST or _is_box(cell) for cell in others
    ):
        return {}
    return heads if len(cells) - len(others) == len(heads) else {}


def _is_bare(line: Sequence[Piece]) -> bool:
    """Whether a line holds nothing but choices: more than one on a page are lists printed below questions."""
    return bool(_heads_of(line)) and all(_word(cell) in _HEADS for cell in _cells(line))


def _word(piece: Piece) -> str:
    return piece.text.strip(" \t:.()").casefold()


def _with_list(line: Sequence[Piece], heads: Heads) -> list[Piece]:
    """The line with its marks as one list; nothing if it has none, or one that stands below no head."""
    boxes_there = any(map(_is_box, line))  # then words beside them are their labels
    signs = [piece for piece in line if _is_box(piece) or (not boxes_there and _is_tick(piece, heads))]
    below = {_below(piece, heads): piece for piece in signs}
    if not signs or "" in below or len(below) < len(signs):
        return []
    if not any(_is_tick(piece, heads) for piece in signs):
        return []
    boxes = {head: _is_tick(piece, heads) for head, piece in below.items()}
    text = "  ".join(
        f"{_shown(head)} {TICKED_BOX if boxes.get(head) else OPEN_BOX}"
        for head in sorted(heads, key=lambda head: heads[head])
    )
    first = signs[0]
    others = {id(piece) for piece in signs[1:]}
    return [
        replace(piece, text=text, parts=(), marks=()) if piece is first else piece
        for piece in line
        if id(piece) not in others
    ]


def _is_tick(piece: Piece, heads: Heads) -> bool:
    """Whether a piece ticks the head above it: by a mark, a 1, or the head's word again."""
    return (
        is_ticked(_bare(piece))
        or _bare(piece) == "1"
        or (_word(piece) in heads and _word(piece) == _below(piece, heads))
    )


def _is_box(piece: Piece) -> bool:
    return is_ticked(_bare(piece)) or is_open(_bare(piece))


def _bare(piece: Piece) -> str:
    return piece.text.strip()


def _below(piece: Piece, heads: Heads) -> str:
    """The head that a piece stands below: the nearest, and nearer than half way to the next."""
    middle = (piece.left + piece.right) / 2
    near = sorted(heads, key=lambda head: abs(heads[head] - middle))
    apart = min(abs(heads[one] - heads[other]) for one in heads for other in heads if one != other)
    return near[0] if abs(heads[near[0]] - middle) < 0.4 * apart else ""


def _shown(head: str) -> str:
    return "N/A" if head == "n/a" else head.capitalize()
