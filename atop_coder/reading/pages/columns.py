"""The columns of a PDF's table: known by their headings, so that each answer is read in its column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atop_coder.reading.cells import NUMBER, is_prompt
from atop_coder.reading.columns import Columns, Role, beside_choices, find_columns
from atop_coder.reading.pages.pieces import Piece
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.tables import SEVERAL, is_menu, told_why

_SAME = 2.0  # points within which left edges, and lines, are one
_INDENTED = 3.0  # type sizes; so far right of the text the first heading stands over its second column
_NEAR = 12  # pieces below headings among which a question is looked for
_CHOICES = ("yes", "no", "n/a", "unknown")
_FEWEST = 2  # rows with several answers, from which on they are doubted


@dataclass(frozen=True)
class Headed:
    """What the columns of a table hold, where each begins, and the pieces that are its headings."""

    columns: Columns
    edges: tuple[float, ...]
    headings: frozenset[Piece]

    def column_of(self, piece: Piece) -> int:
        """The column in which a piece begins, from 1."""
        return max(1, sum(piece.left >= edge - _SAME for edge in self.edges))

    def coding_of(self, piece: Piece) -> str:
        """The heading of the coder's column in which a piece stands; "" elsewhere."""
        column = self.column_of(piece)
        is_coding = self.columns.role(column) == Role.CODING and not self.columns.of(Role.FINAL)
        return self.columns.names.get(column, "") if is_coding else ""

    def why(self, piece: Piece) -> str:
        """Why a piece is in no answer; "" for one of a question or an answer."""
        return told_why(self.columns, self.column_of(piece))


def find_headed(pages: Sequence[Sequence[Piece]]) -> Headed | None:
    """The table whose headings stand on the pages; None if there is none that tells its columns."""
    found: Headed | None = None
    headings: set[Piece] = set()
    for page in pages:
        margin = min((piece.left for piece in page), default=0.0)
        for at, row in _rows(page):
            cells = [part for piece in row for part in piece.parts or (piece,)]
            columns = _columns_of(cells, margin)
            if columns is None:
                continue
            if found is None and _stands_above_questions(page[at + len(row) :]):
                found = Headed(columns, _edges(cells, pages, margin, columns), frozenset())
            if found is not None and list(columns.names.values()) == list(found.columns.names.values()):
                headings.update(row)
    return Headed(found.columns, found.edges, frozenset(headings)) if found else None


def _rows(page: Sequence[Piece]) -> Iterator[tuple[int, list[Piece]]]:
    """Pieces drawn one after the other on one line, with the index of the first."""
    start = 0
    for at in range(1, len(page) + 1):
        if at == len(page) or abs(page[at].base - page[at - 1].base) > _SAME:
            yield start, list(page[start:at])
            start = at


def _columns_of(cells: Sequence[Piece], margin: float) -> Columns | None:
    if len(cells) < 2 and not (cells and _is_indented(cells[0], margin)):
        return None
    first = 2 if _is_indented(cells[0], margin) else 1
    texts = {column: cell.text for column, cell in enumerate(cells, start=first)}
    words = {column: text.strip(" \t:.()").casefold() for column, text in texts.items()}
    choices = [column for column, word in words.items() if word in _CHOICES]
    if {"yes", "no"} <= {words[column] for column in choices}:
        return beside_choices(texts, choices)
    return find_columns(texts)


def _is_indented(cell: Piece, margin: float) -> bool:
    return cell.left > margin + _INDENTED * cell.size and not _names_questions(cell)


def _names_questions(cell: Piece) -> bool:
    columns = find_columns({1: cell.text, 2: "Answer"})
    return columns is not None and columns.role(1) == Role.QUESTION


def _stands_above_questions(pieces: Sequence[Piece]) -> bool:
    return any(is_prompt(Paragraph(piece.text)) or NUMBER.fullmatch(piece.text) for piece in pieces[:_NEAR])


def _edges(
    cells: Sequence[Piece], pages: Sequence[Sequence[Piece]], margin: float, columns: Columns
) -> tuple[float, ...]:
    """Where the columns begin: where most of their pieces do, for a heading may stand in the middle."""
    lefts = Counter(
        round(part.left) for page in pages for piece in page for part in (piece, *piece.parts[1:])
    )
    edges = [] if 1 in columns.names else [margin]
    before = margin - 1 if 1 in columns.names else margin + 1
    for cell in cells:
        between = {left: count for left, count in lefts.items() if before < left <= cell.left + _SAME}
        below = {left: count for left, count in between.items() if left >= cell.left - _SAME}
        between = below if sum(below.values()) > _FEWEST else between  # more than the heading and one more
        usual = max(between, key=lambda left: (between[left], left), default=round(cell.left))
        edges.append(float(usual) if between and between[usual] > 1 else cell.left)
        before = cell.right
    return tuple(edges)


def doubted_pieces(pages: Sequence[Sequence[Piece]]) -> frozenset[tuple[int, float]]:
    """Page and line of questions beside which several cells stand, if most have several; no headings tell."""
    beside = {
        (row[0].page, round(row[0].base, 1)): _beside(
            [part for piece in row for part in piece.parts or (piece,)]
        )
        for page in pages
        for _, row in _rows(sorted(page, key=lambda piece: (round(piece.base / _SAME), piece.left)))
    }
    answers = [cells for cells in beside.values() if cells and not all(map(is_menu, cells))]
    several = sum(len(cells) > 1 for cells in answers)
    if several < _FEWEST or several * 2 <= len(answers):
        return frozenset()
    return frozenset(place for place, cells in beside.items() if len(cells) > 1)


def _beside(cells: Sequence[Piece]) -> list[str]:
    """What the cells beside the question of a row hold; nothing for a row without one."""
    cells = cells[1:] if len(cells) > 1 and NUMBER.fullmatch(cells[0].text) else cells
    if not cells or not is_prompt(Paragraph(cells[0].text)):
        return []
    return [cell.text for cell in cells[1:]]


def doubt_of(piece: Piece, doubted: frozenset[tuple[int, float]]) -> str:
    """Why the answer that begins on the line of a piece is in doubt; "" if it is not."""
    return SEVERAL if (piece.page, round(piece.base, 1)) in doubted else ""
