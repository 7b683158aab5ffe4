"""The body of an OpenDocument text in order: paragraphs, lists, and the rows of tables made into lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from atop_coder.reading.odf.lists import Lists, whole
from atop_coder.reading.odf.runs import Aside, Runs
from atop_coder.reading.odf.styles import Set, Styles
from atop_coder.reading.package import attribute, local
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.tables import Table

_PARAGRAPHS = frozenset({"p", "h"})
_SKIPPED = frozenset(
    {"tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "shapes"}
    | {"table-column", "table-columns", "named-expressions"}
)
_INDEXES = frozenset({"table-of-content", "alphabetical-index", "illustration-index", "table-index"})
HIDDEN = frozenset({"collapse", "filter"})
_Row = list[list[Paragraph]]


@dataclass
class Body:
    """Reads the blocks of one part."""

    styles: Styles
    lists: Lists
    aside: Aside = field(default_factory=Aside)
    controls: Mapping[str, str] = field(default_factory=dict)
    usual: Set | None = None  # how the words of a cell are set

    def __post_init__(self) -> None:
        self.runs = Runs(self.styles, self.aside, self.read, self.controls)

    def read(self, blocks: Iterable[Element]) -> list[Paragraph]:
        """All paragraphs, those of lists, tables and frames among them, in order."""
        return [one for block in blocks for one in self.block(block)]

    def block(self, block: Element) -> Iterator[Paragraph]:
        name = local(block)
        if name in _PARAGRAPHS:
            one, boxed = self.runs.read(block, self.usual)
            yield from (one, *boxed)
        elif name == "list":
            yield from self.list(block)
        elif name == "table":
            yield from self.table(block)
        elif name == "section" and attribute(block, "display") == "none":
            yield from (as_hidden(one) for one in self.read(block))
        elif name in _INDEXES:
            yield from (replace(one, aside="a table of contents") for one in self.read(block))
        elif name == "annotation":
            yield Paragraph("", notes=[self.runs.note_comment(block)])
        elif name == "frame":
            yield from self.runs.read(_wrapped(block))[1]
        elif name and name not in _SKIPPED:
            yield from self.read(block)

    def list(
        self, element: Element, style: str = "", level: int = 0, counts: dict[int, int] | None = None
    ) -> Iterator[Paragraph]:
        """The paragraphs of a list, the first of each item with its label."""
        style = attribute(element, "style-name") or style
        counts = self.lists.begin(element, style) if counts is None else counts
        for item in element:
            start = attribute(item, "start-value")
            first = local(item) == "list-item"
            for block in item:
                if local(block) == "list":
                    yield from self.list(block, style, level + 1, counts)
                    continue
                for one in self.block(block):
                    if first and local(block) in _PARAGRAPHS:
                        one.label = self.lists.label(style, level, counts, whole(start, 1) if start else None)
                        one.counter, first = f"{style}:{level}", False
                    yield one

    def table(self, table: Element) -> Iterator[Paragraph]:
        rows = list(self.rows(table))
        joined = Table().by_row([dict(enumerate(row, start=1)) for row, _ in rows])
        for paragraphs, (_, hidden) in zip(joined, rows, strict=True):
            yield from map(as_hidden, paragraphs) if hidden else paragraphs

    def rows(self, elements: Iterable[Element]) -> Iterator[tuple[_Row, bool]]:
        """The cells of each row, and whether the row is hidden."""
        for element in elements:
            name = local(element)
            if name == "table-row":
                cells = [self.read(cell) for cell in element if local(cell) == "table-cell"]
                yield cells, attribute(element, "visibility") in HIDDEN
            elif name in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self.rows(element)


def as_hidden(one: Paragraph) -> Paragraph:
    """A paragraph that is not shown: its words are kept apart."""
    words = (one.shown, one.hidden, one.struck)
    return Paragraph("", notes=one.notes, hidden=" ".join(part for part in words if part.strip()))


def _wrapped(frame: Element) -> Element:
    paragraph = Element("p")
    paragraph.append(frame)
    return paragraph
