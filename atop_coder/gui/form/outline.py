"""The outline: sections and questions with their states, buttons and a box that narrow it down."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from atop_coder.gui.form.outline_model import ROW, Index, OutlineModel, QuestionRow, SectionRow
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import Filter, counts, state_of
from atop_coder.gui.widgets.cards import SOFT_RADIUS, Chip
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.symbols import paint_bubble
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.sheet import Edit

REFRESH_AFTER = 60  # milliseconds: many changes in a row, such as typing, are shown together


CENTER = Qt.AlignmentFlag.AlignHCenter
WRAP = Qt.TextFlag.TextWordWrap


class Ink(NamedTuple):
    """How a piece of a row is written."""

    font: QFont
    color: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row: symbol, number and short title, or a heading with its count."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view
        self.document: Document | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row, px = index.data(ROW), self.theme.px
        metrics = QFontMetrics(self.theme.font(Role.STRONG))
        if not isinstance(row, SectionRow):
            return QSize(120, metrics.height() + px(12))
        room = self.view.viewport().width() - self._count_width(row) - px(24)
        title = metrics.boundingRect(QRect(0, 0, max(px(60), room), 999), WRAP, row.section.title)
        return QSize(120, title.height() + px(18))

    def _count_width(self, row: SectionRow) -> int:
        return QFontMetrics(self.theme.font(Role.SMALL)).horizontalAdvance(row.words)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        rect = option.rect.adjusted(0, 1, 0, -1)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._ground(painter, option, rect, self._is_current(row))
        if isinstance(row, SectionRow):
            self._heading(painter, rect, row)
        elif isinstance(row, QuestionRow):
            self._question(painter, rect, row)
        if focused:
            rounded(painter, rect, CLEAR, self.theme.color("accent"), 2, SOFT_RADIUS)

    def _is_current(self, row: object) -> bool:
        return (
            isinstance(row, QuestionRow)
            and self.document is not None
            and row.question.number == self.document.current
        )

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, current: bool) -> None:
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hover:
            fill = self.theme.color("accent_soft" if current else "hover")
            rounded(painter, rect, fill, fill, 0, SOFT_RADIUS)

    def _heading(self, painter: QPainter, rect: QRect, row: SectionRow) -> None:
        px, small = self.theme.px, self.theme.font(Role.SMALL)
        inner = rect.adjusted(px(8), px(4), -px(8), 0)
        title = inner.adjusted(0, 0, -self._count_width(row) - px(8), 0)
        painter.setFont(self.theme.font(Role.STRONG))
        painter.setPen(self.theme.color("ink"))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | WRAP, row.section.title)
        self._write(painter, inner, row.words, Ink(small, "quiet", Qt.AlignmentFlag.AlignRight))

    def _question(self, painter: QPainter, rect: QRect, row: QuestionRow) -> None:
        if self.document is None:
            return
        px, current = self.theme.px, self._is_current(row)
        side = px(15)
        mark = QRectF(rect.x() + px(8), rect.center().y() - side / 2 + 0.5, side, side)
        ground = str(self.theme.colors.accent_soft if current else self.theme.colors.panel)
        self.theme.paint_state(painter, mark, state_of(self.document, row.question.number), ground)
        number = QRect(rect.x() + px(26), rect.y(), px(26), rect.height())
        title = rect.adjusted(px(62), 0, -px(6), 0)
        small, body = self.theme.font(Role.SMALL), self.theme.font(Role.STRONG if current else Role.BODY)
        right = Qt.AlignmentFlag.AlignRight
        self._write(
            painter, number, str(row.question.number), Ink(small, "accent" if current else "quiet", right)
        )
        count = len(self.document.session.comments_on(row.question.number))
        if count:
            box = QRectF(rect.right() - px(26), rect.center().y() - px(9), px(20), px(18))
            paint_bubble(painter, box, self.theme.color("accent" if current else "quiet"))
            inside = box.toRect().adjusted(0, 0, 0, -px(4))
            self._write(painter, inside, str(count), Ink(small, "ink", CENTER))
            title.setRight(int(box.left()) - px(4))
        self._write(painter, title, row.question.short, Ink(body, "accent" if current else "ink"))

    def _write(self, painter: QPainter, rect: QRect, text: str, ink: Ink) -> None:
        painter.setFont(ink.font)
        painter.setPen(self.theme.color(ink.color))
        short = QFontMetrics(ink.font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | ink.align, short)


class OutlineView(QListView):
    """The list; Return goes into the question, arrow keys walk, Left and Right fold sections."""

    walked = Signal(int)
    entered_question = Signal(int)
    folded = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Outline of the questions")
        self.setAccessibleDescription(
            "Up and Down walk, Return goes into a question, Left and Right fold a section"
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.delegate = OutlineDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.clicked.connect(self._click)

    def _click(self, index: QModelIndex) -> None:
        self._act(index.data(ROW))

    def _act(self, row: object) -> None:
        if isinstance(row, SectionRow):
            self.folded.emit(row.section.key)
        elif isinstance(row, QuestionRow):
            self.entered_question.emit(row.question.number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW)
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(row)
        elif isinstance(row, SectionRow) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.folded == (key == Qt.Key.Key_Right):
                self._act(row)
        else:
            super().keyPressEvent(event)
            self._tell_walk(row)

    def _tell_walk(self, before: object) -> None:
        row = self.currentIndex().data(ROW)
        if row != before and isinstance(row, QuestionRow):
            self.walked.emit(row.question.number)


class Outline(QWidget):
    """Box, buttons and list for one document; tells where the person wants to go.

    `walked(number)` leaves the focus in the list, `entered(number)` moves it into the question.
    """

    walked = Signal(int)
    entered = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.document: Document | None = None
        self.model = OutlineModel(self)
        self.view = OutlineView(theme, self)
        self.view.setModel(self.model)
        self.box = KeyLine(self)
        self._later = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._later.timeout.connect(self._catch_up)
        self._edited: set[int] = set()
        self._stale = False  # more than single answers has changed
        self.chips = {one: Chip(one, theme, checkable=True, role=Role.LABEL) for one in Filter}
        self._build()
        theme.follow(self._restyle)

    def _build(self) -> None:
        self.box.setPlaceholderText("Find a question or an answer")
        self.box.setAccessibleName("Filter the outline")
        self.box.setAccessibleDescription(
            "Lists only the questions whose title, prompt or answer has these words"
        )
        self.box.setClearButtonEnabled(True)
        self.box.textEdited.connect(self._narrow)
        self.box.textChanged.connect(self._narrow)
        self.row = FlowRow(self.theme, self)
        policy = self.row.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # may grow: the buttons can take two lines
        self.row.setSizePolicy(policy)
        for one, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, one=one: self.choose(one))
            self.row.add(chip)
        self.column = QVBoxLayout(self)
        for widget in (self.box, self.row, self.view):
            self.column.addWidget(widget)
        self.view.walked.connect(self.walked)
        self.view.entered_question.connect(self.entered)
        self.view.folded.connect(self._fold)
        self.choose(Filter.ALL)

    def _restyle(self) -> None:
        px = self.theme.px
        self.theme.space(self.column, 10, (14, 14, 10, 8))
        self.box.setFont(self.theme.font(Role.BODY))
        self.box.setTextMargins(px(8), px(5), px(8), px(5))
        self.row.restyle()
        self.view.doItemsLayout()
        self.view.scrollTo(self.view.currentIndex())

    def set_document(self, document: Document | None) -> None:
        """Shows that document, or nothing."""
        for old, new in ((self.document, False), (document, True)):
            if old is not None:
                pairs = (
                    (old.edit_applied, self._edit_applied),
                    (old.problems_changed, self._refresh_later),
                    (old.saved, self._refresh_later),
                )
                for signal, slot in pairs:
                    (signal.connect if new else signal.disconnect)(slot)
        self.document = self.view.delegate.document = document
        self.model.set_document(document)
        self.refresh()

    def _edit_applied(self, edit: Edit) -> None:
        self._edited.add(edit.question)
        self._later.start()

    def _refresh_later(self) -> None:
        self._stale = True
        self._later.start()

    def _catch_up(self) -> None:
        """Shows what came since the last time; for changed answers that is their rows alone."""
        if self._stale:
            self.refresh()
            return
        self.model.update(self._edited)
        self._edited.clear()
        self._count()

    def refresh(self) -> None:
        """Asks the document anew for states and counts."""
        self._stale = False
        self._edited.clear()
        self.model.rebuild()
        self._count()
        self.show_current()

    def _count(self) -> None:
        found = counts(self.document) if self.document else {}
        for one, chip in self.chips.items():
            known = one in found and (one != Filter.PROBLEMS or self._is_checked())
            text = f"{one} {found[one]}" if known else str(one)
            if chip.text() != text:
                chip.setText(text)
                chip.setAccessibleName(f"{one}: {found.get(one, 0)} questions")
                chip.updateGeometry()
        self.row.rearrange()

    def _is_checked(self) -> bool:
        return self.document is not None and self.document.session.shown.checked

    def choose(self, chosen: Filter) -> None:
        """Presses one of the filter buttons."""
        for one, chip in self.chips.items():
            chip.setChecked(one == chosen)
        self.model.set_filter(chosen, self.box.text())
        self.show_current()

    def _narrow(self, words: str) -> None:
        self.model.set_filter(self.model.filter, words)
        self.show_current()

    def _fold(self, key: str) -> None:
        self.model.toggle_fold(key)

    def show_current(self) -> None:
        """Marks the document's current question and brings it into sight."""
        if self.document is None:
            return
        question = self.document.form.question(self.document.current)
        row = self.model.row_of(question.number)
        if row is not None:
            index = self.model.index(row)
            if self.view.currentIndex() != index:
                self.view.setCurrentIndex(index)
                self.view.scrollTo(self.model.index(0) if row == 1 else index)
        self.view.viewport().update()
