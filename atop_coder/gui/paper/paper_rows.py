"""The lines of a document as rows across the page, each knowing whether it must stay with the next."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from atop_coder.gui.paper.paging import Strip


class PlacedLine(NamedTuple):
    """A line, and where its block stands in the document."""

    line: QTextLine
    place: QPointF


Lines = tuple[PlacedLine, ...]
PROMPT = 3  # its level among the headings


def rows_of(document: QTextDocument) -> tuple[Strip[Lines], ...]:
    """What `break_pages` parts into pages: lines, those of a table's row together."""
    blocks = [*_blocks(document)]
    strips: list[Strip[Lines]] = []
    for before, block, behind in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        strips += _strips_of(block, _holds(before, block, behind))
    strips.sort(key=attrgetter("top"))
    return tuple(_merged(strips))


class _Placed(NamedTuple):
    block: QTextBlock
    place: QPointF

    @property
    def level(self) -> int:
        """1 to 3 for headings and prompts, 0 for what stands under them."""
        return self.block.blockFormat().headingLevel()

    @property
    def lines(self) -> int:
        return self.block.layout().lineCount()


def _blocks(document: QTextDocument) -> Iterator[_Placed]:
    """The blocks with text, and not the empty ones that Qt puts behind tables."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        if block.text().strip():
            yield _Placed(block, layout.blockBoundingRect(block).topLeft())
        block = block.next()


def _holds(before: _Placed | None, block: _Placed, behind: _Placed | None) -> bool:
    """Whether a block's end is held by what follows it.

    So it is with titles and section headings, a prompt that is answered, and the short beginning of a longer
    answer, such as "Yes." before what it means.
    """
    if behind is None:
        return False
    if block.level:
        return block.level < PROMPT or behind.level == 0
    first = before is not None and before.level > 0
    return first and block.lines == 1 and behind.level == 0


def _strips_of(one: _Placed, held: bool) -> Iterator[Strip[Lines]]:
    """The lines of a block: a heading is never parted, of a paragraph neither first nor last stands alone."""
    count = one.lines
    for at in range(count):
        line = one.block.layout().lineAt(at)
        top = one.place.y() + line.y()
        inside = at < count - 1 and (one.level > 0 or at in (0, count - 2))
        holds = inside or (held and at == count - 1)
        yield Strip(top, top + line.height(), (PlacedLine(line, one.place),), holds)


def _merged(strips: Sequence[Strip[Lines]]) -> Iterator[Strip[Lines]]:
    row: list[Strip[Lines]] = []
    for strip in strips:
        if row and strip.top - row[0].top >= 0.1:
            yield _one(row)
            row = []
        row.append(strip)
    if row:
        yield _one(row)


def _one(row: Sequence[Strip[Lines]]) -> Strip[Lines]:
    lines = tuple(line for strip in row for line in strip.what)
    bottom = max(strip.bottom for strip in row)
    return Strip(row[0].top, bottom, lines, any(strip.holds_next for strip in row))
