"""The columns of a PDF's table: known by their headings, so that each answer is read in its column."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from atop_coder.reading.cells import NUMBER, is_prompt
from atop_coder.reading.column_order import find_order, questions_of
from atop_coder.reading.columns import Columns, Role, beside_choices, find_columns
from atop_coder.reading.pages.cells import TORN, UNCLEAR, torn_rows, unclear_rows
from atop_coder.reading.pages.found import Piece
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX
from atop_coder.reading.tables import SEVERAL, UNNAMED, is_menu, told_why

OTHERWISE = "the columns of its table stand in another order than question and answer"
_SAME = 2.0  # points within which left edges, and lines, are one
_INDENTED = 3.0  # type sizes; so far right of the text the first heading stands over its second column
_LINE = 1.5  # type sizes from a line to the next one of a cell, at most
_SHORT = 20  # characters; a heading's first line, which may go on in another, is no longer
_ENDED = re.compile(r"[.?!:)\]”\"]\s*$")
_USUAL = 8  # pieces that begin so far from the left, where a column does
_NEAR = 12  # pieces below headings among which a question is looked for
_LIST = re.compile(f"{OPEN_BOX}|{TICKED_BOX}")  # what marks below Yes and No became
_CHOICES = ("yes", "no", "n/a", "unknown")
_FEWEST = 2  # rows with several answers, from which on they are doubted
Place = tuple[int, float]  # a page, and a line's place on it


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
        asking = [piece for piece in page if questions_of(piece.text)]
        for at, row in _rows(page):
            if stands_beside(row, asking) or _goes_on(page[:at], row):
                continue
            cells = [part for piece in row for part in piece.parts or (piece,)]
            columns = _columns_of(cells, margin)
            if columns is None:
                continue
            if found is None and _stands_above_questions(page[at + len(row) :]):
                found = Headed(columns, _edges(cells, pages, margin, columns), frozenset())
            if found is not None and list(columns.names.values()) == list(found.columns.names.values()):
                headings.update(row)
    return Headed(found.columns, found.edges, frozenset(headings)) if found else None


def stands_beside(row: Sequence[Piece], asking: Sequence[Piece]) -> bool:
    """Whether a question stands on the line of a row, beside it: then that is no row of headings."""
    base = row[0].base
    return any(
        abs(one.base - base) <= _SAME and one not in row and len(one.text.split()) > 2 for one in asking
    )


def _goes_on(above: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a row begins with the last words of a cell whose line above breaks off."""
    first = row[0]
    near = [
        piece
        for piece in above
        if abs(piece.left - first.left) <= _SAME and 0 < first.base - piece.base < _LINE * first.size
    ]
    return any(not _ENDED.search(piece.text) and len(piece.text) > _SHORT for piece in near)


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


def doubted_pieces(
    pages: Sequence[Sequence[Piece]], headed: Headed | None, columns: Sequence[float]
) -> Mapping[Place, str]:
    """Page and line of questions whose answers are in doubt by their columns or rows, and why."""
    unclear = [piece for page in pages for piece in unclear_rows(page, columns)]
    torn = dict.fromkeys(map(_at, torn_rows(pages, columns)), TORN)
    return {**torn, **dict.fromkeys(map(_at, unclear), UNCLEAR), **_by_columns(pages, headed)}


def _by_columns(pages: Sequence[Sequence[Piece]], headed: Headed | None) -> Mapping[Place, str]:
    rows = [
        [part for piece in row for part in piece.parts or (piece,)]
        for page in pages
        for _, row in _rows(sorted(page, key=lambda piece: (round(piece.base / _SAME), piece.left)))
    ]
    edges = headed.edges if headed else _all_edges(pages)
    asking = {_place(row): texts for row in rows if _asks_in(texts := _texts(row, edges))}
    if find_order(list(asking.values())):
        return dict.fromkeys(asking, OTHERWISE)
    if headed:
        several = {_place(row) for row in rows if _has_several_last(row, edges)}
        return {
            place: UNNAMED
            for place, texts in asking.items()
            if place in several or _has_unnamed(texts, headed.columns)
        }
    beside = {_place(row): _beside(row) for row in rows}
    most = _are_most([cells for cells in beside.values() if cells and not all(map(is_menu, cells))])
    return {
        place: SEVERAL
        for place, cells in beside.items()
        if (cells if most else len(cells) > 1 and not all(map(is_menu, cells)))
    }


def _has_several_last(row: Sequence[Piece], edges: Sequence[float]) -> bool:
    """Whether two cells stand far apart in the last column that has a heading."""
    last = [piece for piece in row if piece.left >= edges[-1] - _SAME and not _LIST.search(piece.text)]
    return any(later.left - one.right > _INDENTED * one.size for one, later in pairwise(last))


def _place(row: Sequence[Piece]) -> Place:
    return _at(row[0])


def _at(piece: Piece) -> Place:
    return piece.page, round(piece.base, 1)


def _all_edges(pages: Sequence[Sequence[Piece]]) -> tuple[float, ...]:
    """Where the columns of a table without headings begin, the first at the margin."""
    parts = [part for page in pages for piece in page for part in piece.parts or (piece,)]
    margin = min((part.left for part in parts), default=0.0)
    lefts = Counter(round(part.left) for part in parts)
    usual = {left for left, count in lefts.items() if count >= _USUAL and left > margin + _INDENTED * _SAME}
    return (margin, *sorted({float(left) for left in usual if left - 1 not in usual}))


def _texts(row: Sequence[Piece], edges: Sequence[float]) -> Mapping[int, str]:
    texts: dict[int, str] = {}
    for piece in row:
        column = max(1, sum(piece.left >= edge - _SAME for edge in edges))
        texts[column] = f"{texts.get(column, '')} {piece.text}".strip()
    return texts


def _asks_in(texts: Mapping[int, str]) -> bool:
    return any(questions_of(text) for text in texts.values())


def _has_unnamed(texts: Mapping[int, str], columns: Columns) -> bool:
    """Whether an answer has something beside it in a column without a heading."""
    answers = [text for column, text in texts.items() if columns.role(column) in (Role.ANSWER, Role.FINAL)]
    unnamed = any(column not in columns.roles for column in texts)
    return unnamed and len(answers) > 1 and not all(map(is_menu, answers))


def _are_most(answers: Sequence[Sequence[str]]) -> bool:
    """Whether most questions have more than one cell beside them."""
    several = sum(len(cells) > 1 for cells in answers)
    return several >= _FEWEST and several * 2 > len(answers)


def _beside(cells: Sequence[Piece]) -> list[str]:
    """What the cells beside the question of a row hold; nothing for a row without one."""
    cells = cells[1:] if len(cells) > 1 and NUMBER.fullmatch(cells[0].text) else cells
    if not cells or not is_prompt(Paragraph(cells[0].text)):
        return []
    return [cell.text for cell in cells[1:] if not _LIST.search(cell.text)]


def doubt_of(piece: Piece, doubted: Mapping[Place, str]) -> str:
    """Why the answer that begins on the line of a piece is in doubt; "" if it is not."""
    return doubted.get(_at(piece), "")
