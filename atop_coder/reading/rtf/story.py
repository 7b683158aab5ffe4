"""One story of an RTF file (its text, a footnote, a header): paragraphs, and rows made into lines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from atop_coder.reading.cells import join_row
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.tables import Cells, Table
from atop_coder.reading.typed import Typed

DEEPEST = 20  # tables within one another


class Story:
    """Takes paragraphs, cells and rows as they end; a level is how deep in tables they stand."""

    def __init__(self) -> None:
        self.typed = Typed()
        self.label, self.counter, self.style = "", "", ""
        self.boxes: list[Paragraph] = []  # what stands in frames, to follow the paragraph that they hang on
        self._done: list[Paragraph | Cells] = []  # rows are made into lines when their table is whole
        self._cells: dict[int, list[Paragraph]] = defaultdict(list)
        self._rows: dict[int, list[Sequence[Paragraph]]] = defaultdict(list)

    def end_paragraph(self, level: int) -> None:
        """Ends the paragraph that is open, at that level of tables (0: in none)."""
        one = self.typed.paragraph()
        one.label, one.counter, one.style = self.label, self.counter if self.label else "", self.style
        self.typed, self.label = Typed(), ""
        boxes, self.boxes = self.boxes, []
        level = min(level, DEEPEST)
        self._flush(level)
        (self._cells[level] if level else self._done).extend((one, *boxes))

    def end_cell(self, level: int) -> None:
        """Ends a cell, and the paragraph in it."""
        level = max(1, min(level, DEEPEST))
        self.end_paragraph(level)
        self._rows[level].append(self._cells.pop(level))

    def end_row(self, level: int) -> None:
        """Ends a row of a table; its cells become paragraphs of what it stands in."""
        level = max(1, min(level, DEEPEST))
        self._flush(level)
        self._take_row(level)

    def _take_row(self, level: int) -> None:
        cells = [*self._rows.pop(level, []), self._cells.pop(level, [])]
        if level > 1:
            self._cells[level - 1].extend(join_row(cells))
        else:
            self._done.append(dict(enumerate(cells, start=1)))

    def _flush(self, level: int) -> None:
        """Ends rows further in that nothing else ended."""
        for deeper in sorted((one for one in {*self._rows, *self._cells} if one > level), reverse=True):
            self._take_row(deeper)

    def end(self) -> list[Paragraph]:
        """All paragraphs, at the end of the story."""
        if not self.typed.is_empty or self.boxes:
            self.end_paragraph(1 if self._rows else 0)
        self._flush(0)
        return list(self._with_tables())

    def _with_tables(self) -> Iterator[Paragraph]:
        """The paragraphs, those of rows that follow one another made by their table."""
        for are_rows, group in groupby(self._done, key=lambda one: not isinstance(one, Paragraph)):
            if are_rows:
                yield from Table().paragraphs([one for one in group if not isinstance(one, Paragraph)])
            else:
                yield from (one for one in group if isinstance(one, Paragraph))
