"""Where questions stand on the pages of a PDF or a scan: from lines to rectangles, and back."""

from collections.abc import Mapping
from dataclasses import dataclass

from atop_coder.gui.sidebar.source.page_columns import WHOLE, Column, Columns
from atop_coder.reading.report import Line, ReadingReport

PAGED = ("pdf", "picture")  # formats whose pages can be drawn
APART = 1.2  # of a line's height: what stands further below the last line has a mark of its own


@dataclass(frozen=True)
class Mark:
    """A stretch of a page: `page` from 0, `top` and `bottom` in points, over that column of it."""

    page: int
    top: float
    bottom: float
    column: Column = WHOLE


def has_places(report: ReadingReport | None) -> bool:
    """Whether it is the reading of pages, a PDF's or scanned ones, whose lines are known by their places."""
    return report is not None and report.format in PAGED and any(map(_is_placed, report.lines))


def marks_of(report: ReadingReport, question: int) -> tuple[Mark, ...]:
    """The stretches that the prompt and the answer of a question take, in reading order."""
    placed = report.of(question)
    if placed is None:
        return ()
    lines = [line for line in report.lines if placed.first <= line.number <= placed.last]
    columns = {page: _columns(report, page) for page in {line.page for line in lines}}
    return _merged([line for line in lines if _is_placed(line) and not line.aside], columns)


def _columns(report: ReadingReport, page: int) -> Columns:
    """Of a page counted from 1."""
    return Columns(
        [line for line in report.lines if line.page == page and _is_placed(line) and not line.aside]
    )


def marks_of_line(report: ReadingReport, number: int) -> tuple[Mark, ...]:
    """The stretch of one line, also of one outside the text."""
    return tuple(_mark(line) for line in report.lines if line.number == number and _is_placed(line))


def question_at(report: ReadingReport, page: int, height: float, across: float = 0.0) -> int | None:
    """The question that stands there, None where there is none.

    `page` from 0; `height` and `across` in points from the page's upper left corner.
    """
    near = [line for line in report.lines if line.page == page + 1 and _is_placed(line) and not line.aside]
    columns = Columns(near)
    above = [line for line in near if line.top <= height and columns.at(across, line)]
    if not above:
        return None
    line = max(above, key=lambda one: one.top)
    found = (one.question for one in report.placed if one.first <= line.number <= one.last)
    return max(found, default=None)


def _is_placed(line: Line) -> bool:
    return line.bottom > line.top


def _mark(line: Line, column: Column = WHOLE) -> Mark:
    return Mark(line.page - 1, line.top, line.bottom, column)


def _merged(lines: list[Line], columns: Mapping[int, Columns]) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for line in lines:
        one = _mark(line, columns[line.page].of(line))
        if found and _goes_on(found[-1], one):
            top, bottom = min(found[-1].top, one.top), max(found[-1].bottom, one.bottom)
            found[-1] = Mark(one.page, top, bottom, one.column)
        else:
            found.append(one)
    return tuple(found)


def _goes_on(above: Mark, below: Mark) -> bool:
    near = APART * (below.bottom - below.top)
    same = (above.page, above.column) == (below.page, below.column)
    return same and above.top - near <= below.top and below.top - above.bottom <= near
