"""Page headers, footers and page numbers of a PDF, told by where they stand on the page."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from atop_coder.reading.furniture import SAYS_PAGE, is_of_sheet
from atop_coder.reading.pages.found import Piece

_OUTERMOST = 3  # lines at the top and at the foot of a page that may be outside its text
_CLOSE = 2.5  # points by which the places of one header may differ
_FAR = 2.5  # type sizes between a page's number and its text
_LONGEST = 120  # characters
_NUMBER = re.compile(r"\d+")


def find_asides(pages: Sequence[Sequence[Piece]]) -> dict[Piece, str]:
    """Piece -> "a page header", "a page footer" or "a page number"."""
    found: dict[Piece, str] = {}
    for at_top in (True, False):
        edges = [_edge(pieces, at_top) for pieces in pages]
        for group in _alike(edges):
            if why := _why(group, len(pages), at_top):
                found.update(dict.fromkeys(group, why))
    for pieces in pages:
        found.update(dict.fromkeys(_lone_numbers(pieces), "a page number"))
    return found


def _lone_numbers(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The page's own number where it stands far above or below all else, also if no other page has one."""
    bases = sorted(piece.base for piece in pieces)
    for piece in pieces:
        if piece.text.strip() == str(piece.page) and piece.base in (bases[0], bases[-1]):
            nearest = min((abs(base - piece.base) for base in bases if base != piece.base), default=0.0)
            if nearest > _FAR * piece.size and bases.count(piece.base) == 1:
                yield piece


def _edge(pieces: Sequence[Piece], at_top: bool) -> list[Piece]:
    """The pieces of the outermost lines at the top, or at the foot, of one page."""
    bases = sorted({round(piece.base) for piece in pieces}, reverse=not at_top)
    lines: list[float] = []
    for base in bases:
        if not lines or abs(base - lines[-1]) > _CLOSE:
            lines.append(base)
    outermost = lines[:_OUTERMOST]
    return [piece for piece in pieces if any(abs(piece.base - base) <= _CLOSE + 1 for base in outermost)]


def _alike(edges: Iterable[Sequence[Piece]]) -> list[list[Piece]]:
    """Pieces of several pages that say the same but for a number, in the same place."""
    groups: dict[str, list[list[Piece]]] = defaultdict(list)
    for piece in (piece for edge in edges for piece in edge if len(piece.text) < _LONGEST):
        same = groups[_shape(piece.text)]
        near = next((group for group in same if abs(group[0].base - piece.base) <= _CLOSE), None)
        if near is None:
            same.append([piece])
        elif piece.page != near[-1].page:
            near.append(piece)
    return [group for same in groups.values() for group in same]


def _shape(text: str) -> str:
    return _NUMBER.sub("#", " ".join(text.split()).casefold())


def _why(group: Sequence[Piece], pages: int, at_top: bool) -> str:
    """What the pieces are outside the text; "" if they are of it."""
    text, shape = group[0].text.strip(), _shape(group[0].text)
    if all(SAYS_PAGE.fullmatch(piece.text) for piece in group):
        return "a page number"
    if len(group) < 2 or len(group) * 2 < pages:
        return ""
    if shape == "#":
        return "a page number" if _counts_pages(group) else ""
    if is_of_sheet(text, shape) or (
        _NUMBER.search(text) and not _counts_pages(group) and len(_texts(group)) > 1
    ):
        return ""
    return "a page header" if at_top else "a page footer"


def _texts(group: Sequence[Piece]) -> set[str]:
    return {" ".join(piece.text.split()) for piece in group}


def _counts_pages(group: Sequence[Piece]) -> bool:
    """Whether the last number of each piece counts up as its page does."""
    steps: set[int] = set()
    for piece in group:
        numbers = _NUMBER.findall(piece.text)
        steps.update(int(number[:6]) - piece.page for number in numbers[-1:])
        if len(numbers) > 1:
            steps &= {int(number[:6]) - piece.page for number in numbers}
    return len(steps) == 1
