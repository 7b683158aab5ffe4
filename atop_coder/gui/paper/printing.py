"""A sheet on paper: painted page by page, so that no question is parted from its answer."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPageLayout, QPainter

from atop_coder.errors import AtopError
from atop_coder.form import Form, load_form
from atop_coder.gui.paper.paging import Strip, break_pages
from atop_coder.gui.paper.paper_document import INCH, INK, QUIET, SMALL, paper_document, paper_font
from atop_coder.gui.paper.paper_rows import Lines, rows_of
from atop_coder.sheet import Sheet
from atop_coder.writing.title import page_head_of

# Points from the paper's edge: margins, and where page header and page number stand.
SIDE, TOP, FOOT, EDGE = 64.0, 68.0, 64.0, 34.0


def print_to(sheet: Sheet, device: QPagedPaintDevice, form: Form | None = None) -> None:
    """Prints a sheet; the margins are our own, whatever the device's are. AtopError `not-printed`."""
    form = form or load_form()
    paper = device.pageLayout().fullRect(QPageLayout.Unit.Point).size()
    document = paper_document(sheet, form, paper.width() - 2 * SIDE)
    pages = tuple(break_pages(rows_of(document), paper.height() - TOP - FOOT))
    painter = QPainter()
    if not painter.begin(device):
        raise AtopError("not-printed")
    _measure_from_the_edge(painter, device)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            device.newPage()
        _paint_edges(painter, paper, page_head_of(sheet, form), f"Page {number} of {len(pages)}")
        _paint(painter, page)
    painter.end()


def _measure_from_the_edge(painter: QPainter, device: QPagedPaintDevice) -> None:
    """Makes a unit of the painter a point, counted from the paper's corner."""
    dots = device.logicalDpiX()
    inside = device.pageLayout().paintRectPixels(dots)
    painter.translate(QPointF(-inside.topLeft()))
    painter.scale(dots / INCH, dots / INCH)


def _paint_edges(painter: QPainter, paper: QSizeF, head: tuple[str, str], foot: str) -> None:
    painter.setFont(paper_font(SMALL))
    painter.setPen(QColor(QUIET))
    line = QRectF(SIDE, EDGE, paper.width() - 2 * SIDE, 2 * SMALL)
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.drawText(line, left, head[0])
    painter.drawText(line, right, head[1])
    painter.drawText(line.translated(0, paper.height() - 2 * EDGE - line.height()), right, foot)


def _paint(painter: QPainter, page: Sequence[Strip[Lines]]) -> None:
    painter.setPen(QColor(INK))
    origin = QPointF(SIDE, TOP - page[0].top)
    for row in page:
        for line, place in row.what:
            line.draw(painter, place + origin)
