"""Reads sheets in OpenDocument workbooks (.ods, .ots, .fods): those this program wrote, and typed ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from atop_coder.errors import AtopError
from atop_coder.reading.documents import Document, read_document
from atop_coder.reading.excel.cells import MOST_CELLS, MOST_TABS, Tab
from atop_coder.reading.excel.own import read_own
from atop_coder.reading.odf.body import HIDDEN, Body, as_hidden
from atop_coder.reading.odf.lists import Lists, whole
from atop_coder.reading.odf.parts import Parts, open_parts
from atop_coder.reading.odf.styles import Styles
from atop_coder.reading.package import attribute, inside, local
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source
from atop_coder.reading.tables import Table
from atop_coder.reading.xlsx import refuse_dataset

_ROW_GROUPS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_COLUMN_GROUPS = frozenset({"table-header-columns", "table-columns", "table-column-group"})
_MOST_ALIKE = 1000  # rows or cells with the same content that stand for themselves
_FARTHEST = 1_048_576


def read_ods(source: Source) -> Reading:
    """The sheet in such a workbook; AtopError if it is damaged, a dataset, or holds none."""
    parts, file = open_parts(source), str(source.path)
    grids = _grids(parts, source)
    refuse_dataset([grid.name for grid in grids], source.path)
    own = (reading for grid in grids if (reading := read_own(grid.tab(), file, "ods")))
    return next(own, None) or read_document(_document(grids), file, "ods")


@dataclass
class _Grid:
    """A tab: row number -> column number -> the cell's paragraph; rows and columns that are not shown."""

    name: str
    body: Body
    rows: dict[int, dict[int, Paragraph]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def tab(self) -> Tab:
        """The tab as text."""
        shown = ((number, row) for number, row in sorted(self.rows.items()) if number not in self.hidden_rows)
        return Tab(
            self.name,
            {number: {column: one.text for column, one in row.items() if one.text} for number, row in shown},
        )

    def paragraphs(self) -> Iterator[Paragraph]:
        """The rows made into lines; what is not shown is kept apart."""
        rows = [
            {
                column: [as_hidden(one) if self._is_hidden(number, column) else one]
                for column, one in sorted(row.items())
            }
            for number, row in sorted(self.rows.items())
        ]
        yield from Table().paragraphs(rows)

    def _is_hidden(self, row: int, column: int) -> bool:
        return row in self.hidden_rows or column in self.hidden_columns


def _document(grids: Sequence[_Grid]) -> Document:
    document = Document([one for grid in grids for one in grid.paragraphs()])
    for grid in grids:
        document.below |= grid.body.aside.below
        document.comments |= grid.body.aside.comments
    return document


def _grids(parts: Parts, source: Source) -> list[_Grid]:
    """The tabs that are shown, in order."""
    common = [*inside(parts.styles, "styles"), *inside(parts.content, "styles")]
    styles = Styles(common, inside(parts.content, "automatic-styles"))
    body = Body(styles, Lists(common))
    tables = [one for one in inside(parts.content, "body", "spreadsheet") if local(one) == "table"]
    shown = [one for one in tables if styles.shows(attribute(one, "style-name"))]
    return [_Filling(body, source).read(one) for one in shown[:MOST_TABS]]


class _Filling:
    """Fills the grid of one tab."""

    def __init__(self, body: Body, source: Source) -> None:
        self.body = body
        self.source = source
        self.cells = 0
        self.row = 0

    def read(self, table: Element) -> _Grid:
        grid = _Grid(attribute(table, "name"), self.body)
        grid.hidden_columns = set(_hidden_columns(table))
        self.rows(table, grid)
        return grid

    def rows(self, elements: Iterable[Element], grid: _Grid) -> None:
        for element in elements:
            if local(element) in _ROW_GROUPS:
                self.rows(element, grid)
            elif local(element) == "table-row":
                self.fill(element, grid)

    def fill(self, element: Element, grid: _Grid) -> None:
        """Puts a row into the grid, as often as it stands there."""
        times = whole(attribute(element, "number-rows-repeated"), 1)
        row = dict(self.columns(element))
        for at in range(min(times, _MOST_ALIKE) if row else 0):
            self.count(len(row))
            grid.rows[self.row + at + 1] = row
            if attribute(element, "visibility") in HIDDEN:
                grid.hidden_rows.add(self.row + at + 1)
        self.row = min(self.row + times, _FARTHEST)

    def count(self, cells: int) -> None:
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise AtopError("file-unpacks-too-large", file=self.source.path)

    def columns(self, row: Element) -> Iterator[tuple[int, Paragraph]]:
        column = 0
        for cell in row:
            times = whole(attribute(cell, "number-columns-repeated"), 1)
            if local(cell) == "table-cell" and len(cell):
                one = self.cell(cell)
                for at in range(min(times, _MOST_ALIKE) if _says(one) else 0):
                    yield column + at + 1, one
            column = min(column + times, _FARTHEST)

    def cell(self, cell: Element) -> Paragraph:
        """The cell as one paragraph: what it shows, but numbers and dates as they are."""
        self.body.usual = self.body.styles.set_of(attribute(cell, "style-name"), family="table-cell")
        one = in_one(self.body.read(cell))
        self.body.usual = None
        if (value := _value(cell)) is not None and one.text:
            one.text = value
            one.marks = [mark for mark in one.marks if mark.end <= len(value)]
        return one


def _says(one: Paragraph) -> bool:
    return bool(one.text.strip() or one.notes or one.hidden or one.struck)


def in_one(parts: Sequence[Paragraph]) -> Paragraph:
    """Several paragraphs as the lines of one."""
    text, marks = "", []
    for at, one in enumerate(parts):
        text += "\n" if at and text and one.text else ""
        marks += [mark.moved(len(text)) for mark in one.marks]
        text += one.text
    return Paragraph(
        text,
        links=[link for one in parts for link in one.links],
        notes=[note for one in parts for note in one.notes],
        hidden=" ".join(filter(None, (one.hidden for one in parts))),
        struck=" ".join(filter(None, (one.struck for one in parts))),
        marks=marks,
        set_off=parts[0].set_off if parts else 0,
    )


def _value(cell: Element) -> str | None:
    """The number, date or truth value that is in a cell; None for text."""
    kind = attribute(cell, "value-type")
    if kind == "date":
        return attribute(cell, "date-value")[:10] or None
    if kind == "boolean":
        return attribute(cell, "boolean-value").upper() or None
    if kind not in ("float", "currency"):
        return None
    text = attribute(cell, "value")
    try:
        return str(int(float(text))) if float(text).is_integer() else text
    except (ValueError, OverflowError):
        return None


def _hidden_columns(table: Iterable[Element], column: int = 0) -> Iterator[int]:
    for one in _all_columns(table):
        times = whole(attribute(one, "number-columns-repeated"), 1)
        if attribute(one, "visibility") in HIDDEN:
            yield from range(column + 1, column + min(times, _MOST_ALIKE) + 1)
        column += times


def _all_columns(elements: Iterable[Element]) -> Iterator[Element]:
    for one in elements:
        if local(one) == "table-column":
            yield one
        elif local(one) in _COLUMN_GROUPS:
            yield from _all_columns(one)
