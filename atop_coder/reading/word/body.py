"""The body of a Word part in order: paragraphs, and the rows of tables made into lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from atop_coder.reading.package import Relation, attribute, child, inside, is_on, local
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Look
from atop_coder.reading.tables import Table
from atop_coder.reading.word.lists import Lists, of_paragraph
from atop_coder.reading.word.looks import Styles, add_marks, is_shaded
from atop_coder.reading.word.runs import Runs, Tally

_PASSED = frozenset(
    {"sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent", "body", "hdr", "ftr"}
)
_Row = dict[int, list[Paragraph]]


@dataclass
class Body:
    """Reads the blocks of one part."""

    relations: Mapping[str, Relation]
    lists: Lists
    styles: Styles
    tally: Tally

    def __post_init__(self) -> None:
        self._runs = Runs(self.relations, self.tally, self.styles)
        self._open: Paragraph | None = None
        self._table = Table()

    def read(self, blocks: Iterable[Element]) -> list[Paragraph]:
        """All paragraphs, those of tables and text boxes among them, in order."""
        found: list[Paragraph] = []
        for block in blocks:
            found += self.block(block)
        return found

    def block(self, block: Element) -> Iterator[Paragraph]:
        name = local(block)
        if name == "p":
            yield from self.paragraph(block)
        elif name == "tbl":
            yield from self.table(block)
        elif name == "sdt":
            shown = not is_on(child(block, "sdtPr", "showingPlcHdr"))
            yield from self.read(inside(block, "sdtContent")) if shown else ()
        elif name in _PASSED:
            yield from self.read(block)
        elif name == "altChunk":
            self.tally.foreign += 1

    def paragraph(self, element: Element) -> Iterator[Paragraph]:
        """The paragraph, joined to the one before whose end was deleted, and its text boxes."""
        look = child(element, "pPr")
        style = attribute(child(look, "pStyle"), "val")
        one = self._runs.read(element, style)
        add_marks(one.marks, 0, len(one.text), _looks_of_whole(look))
        if self._open is not None:
            _append(self._open, one)
            one, self._open = self._open, None
        else:
            self.number(one, look, style)
        boxes, self._runs.boxed = self._runs.boxed, []
        if child(look, "rPr", "del") is not None or child(look, "rPr", "moveFrom") is not None:
            self.tally.changes += 1
            self._open = one
        else:
            yield one
        for box in boxes:
            yield from self.read(box)

    def number(self, one: Paragraph, look: Element | None, style: str) -> None:
        """Gives the paragraph its label, which its own list or its style's counts."""
        number, level = of_paragraph(look)
        if not number:
            inherited = (
                self.lists.of_style[name] for name in self.styles.line(style) if name in self.lists.of_style
            )
            number, level = next(inherited, ("", 0))
        if number and number != "0":
            one.label, one.counter = self.lists.label(number, level), f"{number}:{level}"

    def table(self, table: Element) -> Iterator[Paragraph]:
        outer, self._table = self._table, Table()
        rows = list(self.rows(table))  # among them tables within cells, which are read first
        self._table = outer
        yield from outer.paragraphs(rows)

    def rows(self, elements: Iterable[Element]) -> Iterator[_Row]:
        for element in elements:
            name = local(element)
            if name == "tr":
                if child(element, "trPr", "del") is None:
                    yield self.row(element)
                else:
                    self.tally.changes += 1
                    yield {1: [_gone(element)]}
            elif name == "sdt":
                yield from self.rows(inside(element, "sdtContent"))
            elif name in _PASSED:
                yield from self.rows(element)

    def row(self, element: Element) -> _Row:
        """Column of the table's grid, from 1 -> paragraphs."""
        column, cells = 1, {}
        for cell in _cells(element):
            cells[column] = self.cell(cell)
            span = attribute(child(cell, "tcPr", "gridSpan"), "val")
            column += int(span) if span.isdecimal() and 0 < len(span) < 3 else 1
        return cells

    def cell(self, cell: Element) -> list[Paragraph]:
        """The paragraphs of a cell, with the looks that its shading gives them."""
        if child(cell, "tcPr", "cellDel") is not None:
            self.tally.changes += 1
            return [_gone(cell)]
        found = self.read(cell)
        if is_shaded(child(cell, "tcPr", "shd")):
            for one in found:
                add_marks(one.marks, 0, len(one.text), (Look.HIGHLIGHTED,))
        return found

    def rest(self) -> list[Paragraph]:
        """The paragraph whose end was deleted, if no other followed it."""
        rest, self._open = [self._open] if self._open else [], None
        return rest


def _columns(cells: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    """The cells of a row, each with the first of its columns."""
    at = 0
    for cell in cells:
        yield at, cell
        span = attribute(child(cell, "tcPr", "gridSpan"), "val", "1")
        at += int(span) if span.isdecimal() and len(span) < 4 else 1


def _cells(row: Iterable[Element]) -> Iterator[Element]:
    for element in row:
        name = local(element)
        if name == "tc":
            yield element
        elif name == "sdt":
            yield from _cells(inside(element, "sdtContent"))
        elif name in _PASSED:
            yield from _cells(element)


def _looks_of_whole(look: Element | None) -> Iterator[Look]:
    """The looks of a whole paragraph: its shading, and a frame on all its sides."""
    if is_shaded(child(look, "shd")):
        yield Look.HIGHLIGHTED
    if {"top", "bottom", "left", "right"} <= {local(one) for one in inside(look, "pBdr")}:
        yield Look.FRAMED


def _gone(element: Element) -> Paragraph:
    """A paragraph without text, for a row or cell that was deleted."""
    text = " ".join(one.text or "" for one in element.iter() if local(one) in ("t", "delText"))
    return Paragraph("", gone=[(text, "deleted in a tracked change")])


def _append(first: Paragraph, second: Paragraph) -> None:
    first.marks += [mark.moved(len(first.text)) for mark in second.marks]
    first.gone += second.gone
    first.text += second.text
    first.links += second.links
    first.notes += second.notes
    first.hidden += second.hidden
