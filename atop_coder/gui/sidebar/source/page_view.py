"""The pages of a PDF under one another, the part of the current question on a soft ground."""

from bisect import bisect_right
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from atop_coder.gui.sidebar.source.page_columns import WHOLE
from atop_coder.gui.sidebar.source.page_drawer import PageDrawer
from atop_coder.gui.sidebar.source.page_places import Mark, marks_of, marks_of_line, question_at
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.reading.report import ReadingReport

LETTER = (612.0, 792.0)  # points: stands in for a page that is damaged
KEPT = 12  # pictures: a person who goes back and forth finds them drawn
LEAST_PRINT = 200.0  # points: few words do not fill the view
LEAD = 0.25  # of the view: a part that is shown stands this far below its top
GROWTH = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0)  # of a page over the width of the view
TINT, DIMMED = 46, 0.88  # how strong the mark is, of 255, and how bright a page in the dark
OPENING = "Drawing the pages …"


class PageView(QAbstractScrollArea):
    """Print is as wide as the view, times the theme's zoom; Ctrl with the wheel, + and - make it larger.

    `asked` tells of a double click on the place of a question. Pages are drawn when they come into sight.
    """

    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.growth = 1.0
        self.marks: tuple[Mark, ...] = ()
        self.images: dict[int, tuple[float, QImage]] = {}
        self.words = OPENING
        self.report: ReadingReport | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._print = (0.0, LETTER[0])  # where it begins and ends on the pages, in points
        self._tops: list[float] = []  # of the pages, in points without gaps
        self._turn = 0
        self.drawer = PageDrawer(self)
        self.drawer.sized.connect(self._take_sizes)
        self.drawer.drawn.connect(self._take_image)
        self.drawer.failed.connect(self._take_failure)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # for margins alone
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages of the file")
        self.setAccessibleDescription(
            "The arrows scroll, plus and minus change the size. The text is under Text."
        )
        theme.follow(self._restyle, at_once=False)

    # what is shown

    def show_report(self, report: ReadingReport | None, password: str | None = None) -> None:
        """Shows the pages of the file of that reading from their beginning, or lets go of the file."""
        self.report, self.marks = report, ()
        self._sizes, self._tops, self.words = (), [], OPENING
        self._print = (0.0, LETTER[0])
        self.images.clear()
        self._turn = self.drawer.show_file(Path(report.file) if report else None, password)
        self._measure()

    def show_question(self, number: int) -> None:
        """Marks the part of that question, and scrolls to it if it is out of sight."""
        self.marks = marks_of(self.report, number) if self.report else ()
        self._scroll_to(self.marks)
        self.viewport().update()

    def show_line(self, number: int) -> None:
        """Scrolls to a line of the source."""
        self._scroll_to(marks_of_line(self.report, number) if self.report else ())

    def _take_sizes(
        self, turn: int, sizes: tuple[tuple[float, float], ...], across: tuple[float, float]
    ) -> None:
        if turn == self._turn:
            self._sizes = tuple(size if min(size) > 0 else LETTER for size in sizes)
            self._print = across
            self._measure()
            self._scroll_to(self.marks)

    def _take_failure(self, turn: int, message: str) -> None:
        if turn == self._turn:
            self.words = message
            self.viewport().update()

    def _take_image(self, turn: int, at: int, scale: float, image: QImage) -> None:
        if turn != self._turn:
            return
        self.images.pop(at, None)
        self.images[at] = (scale, image)
        while len(self.images) > max(KEPT, len(self._seen()) + 2):
            self.images.pop(next(iter(self.images)))
        self.viewport().update()

    # sizes and places

    @property
    def scale(self) -> float:
        """Pixels of the window to a point."""
        left, right = self._print
        room = max(40, self.viewport().width() - 2 * self._gap)
        return float(room / max(LEAST_PRINT, right - left) * self.growth * self.theme.zoom / 100)

    @property
    def _gap(self) -> int:
        return self.theme.px(10)

    def page_box(self, at: int) -> QRectF:
        """Where the page stands, from the upper left corner of the first."""
        width, height = self._sizes[at]
        top = self._gap * (at + 1) + self._tops[at] * self.scale
        return QRectF(self._gap, top, width * self.scale, height * self.scale)

    def mark_box(self, mark: Mark) -> QRectF:
        """Where the mark stands, in the same measure."""
        page, pad = self.page_box(mark.page), self.theme.px(3)
        top, bottom = (page.top() + height * self.scale for height in (mark.top, mark.bottom))
        across = self._print if mark.column == WHOLE else mark.column
        left, right = (page.left() + place * self.scale for place in across)
        side = self._gap - self.theme.px(2)
        if mark.column != WHOLE:
            side = min(side, pad)
        return QRectF(left - side, top - pad, right - left + 2 * side, bottom - top + 2 * pad)

    def _measure(self) -> None:
        """The scroll bars for pages of this size."""
        self._tops, total = [], 0.0
        for _, height in self._sizes:
            self._tops.append(total)
            total += height
        view, scale = self.viewport().size(), self.scale
        widest = max((width for width, _ in self._sizes), default=0.0) * scale + 2 * self._gap
        whole = total * scale + self._gap * (len(self._sizes) + 1)
        for bar, room, size in (
            (self.horizontalScrollBar(), view.width(), widest),
            (self.verticalScrollBar(), view.height(), whole),
        ):
            bar.setRange(0, max(0, round(size - room)))
            bar.setPageStep(room)
            bar.setSingleStep(self.theme.px(24))
        self.horizontalScrollBar().setValue(round(self._print[0] * scale))
        self.viewport().update()

    def _scroll_to(self, marks: tuple[Mark, ...]) -> None:
        if not marks or marks[0].page >= len(self._sizes):
            return
        box, bar = self.mark_box(marks[0]), self.verticalScrollBar()
        height = self.viewport().height()
        if box.top() < bar.value() or box.bottom() > bar.value() + height:
            bar.setValue(round(box.top() - min(LEAD * height, max(0.0, (height - box.height()) / 2))))

    def _rescale(self) -> None:
        """Keeps what is at the middle of the view there while sizes change."""
        bar = self.verticalScrollBar()
        policies = Qt.ScrollBarPolicy
        larger = self.growth * self.theme.zoom > 100
        self.setHorizontalScrollBarPolicy(
            policies.ScrollBarAsNeeded if larger else policies.ScrollBarAlwaysOff
        )
        share = (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())
        self._measure()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def _restyle(self) -> None:
        self._rescale()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rescale()

    # drawing

    def _seen(self) -> list[int]:
        """The pages that are in sight, from 0."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        found = []
        for at in range(self._first_seen(top), len(self._sizes)):
            box = self.page_box(at)
            if box.top() > bottom:
                break
            if box.bottom() >= top:
                found.append(at)
        return found

    def _first_seen(self, top: int) -> int:
        points = max(0.0, top / self.scale)
        # gaps between pages only make the place a little too far down
        return max(0, bisect_right(self._tops, points) - 2 - round(self._gap * len(self._tops) / 400))

    def _want(self, seen: list[int]) -> None:
        """Asks for the pages in sight that are not drawn in this size."""
        sharp = self.scale * self.devicePixelRatioF()
        missing = [at for at in seen if at not in self.images or abs(self.images[at][0] - sharp) > 1e-6]
        self.drawer.want([(at, sharp) for at in missing])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.theme.color("panel"))
        if not self._sizes:
            self._paint_words(painter)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        seen = self._seen()
        for at in seen:
            self._paint_page(painter, at)
        for mark in self.marks:
            if mark.page in seen:
                self._paint_mark(painter, self.mark_box(mark))
        if self.hasFocus():
            painter.resetTransform()
            rounded(painter, self.viewport().rect(), CLEAR, self.theme.color("accent"), 2, 4)
        painter.end()
        self._want(seen)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(self.theme.font(Role.BODY))
        painter.setPen(self.theme.color("quiet"))
        room = self.viewport().rect().adjusted(*(side * self.theme.px(18) for side in (1, 1, -1, -1)))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, self.words)

    def _paint_page(self, painter: QPainter, at: int) -> None:
        box = self.page_box(at)
        painter.setOpacity(DIMMED if self.theme.dark else 1.0)
        if at in self.images:
            painter.drawImage(box, self.images[at][1])
        else:
            painter.fillRect(box, QColor(Qt.GlobalColor.white))
        painter.setOpacity(1.0)
        painter.setPen(self.theme.color("border"))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        accent = self.theme.color("accent")
        painter.fillRect(QRectF(box.left(), box.top(), self.theme.px(3), box.height()), accent)
        accent.setAlpha(TINT)
        painter.fillRect(box, accent)

    # hands

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def grow(self, larger: bool) -> None:
        """The next larger or smaller size."""
        steps = [one for one in GROWTH if (one > self.growth if larger else one < self.growth)]
        if steps:
            self.growth = min(steps) if larger else max(steps)
            self._rescale()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("+", "-") and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.grow(event.text() == "+")
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.grow(event.angleDelta().y() > 0)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        question = self.question_below(event.position().toPoint())
        if question is not None:
            self.asked.emit(question)

    def question_below(self, point: QPoint) -> int | None:
        """The question at that point of the view."""
        moved = point + QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = next((at for at in self._seen() if self.page_box(at).contains(moved)), None)
        if at is None or self.report is None:
            return None
        place = (QPointF(moved) - self.page_box(at).topLeft()) / self.scale
        return question_at(self.report, at, place.y(), place.x())
