"""How a sheet, a change, and an edit that cannot be taken over are painted in the list of changes."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from atop_coder.checks.words import counted
from atop_coder.compare.texts import short_pair
from atop_coder.gui.folder.model import Index
from atop_coder.gui.folder.workbook.change_rows import (
    CLASH,
    NEW,
    NOT_TAKEN,
    ChangeRow,
    LeftRow,
    Row,
    SheetRow,
)
from atop_coder.gui.folder.workbook.change_selection import GRAVE
from atop_coder.gui.folder.workbook.model import CHECKED, ROW
from atop_coder.gui.form.problem_bar import STATES
from atop_coder.gui.widgets.style import CLEAR, check_box, chevron, rounded
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme

CHEVRON, TICK, GAP, INSET = 16, 16, 10, 20  # pixels at 100 %
TITLE, NUMBER = 190, 24
NARROW = 740  # below that width marks are symbols without words
ARROW = "→"
ROUNDED = 2  # pixels by which a text may be wider than its letters together
MARK_STATES = {CLASH: State.WARNING} | {NEW[severity]: STATES[severity] for severity in GRAVE}
Mark = tuple[State | None, str]
CENTRE, LEFT, RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def marks_of(row: Row) -> tuple[Mark, ...]:
    """The symbols at the end of a row, with their words."""
    if isinstance(row, ChangeRow):
        return tuple((MARK_STATES[mark], mark) for mark in row.marks)
    if isinstance(row, LeftRow):
        return ((None, NOT_TAKEN),)
    if row.sheet is None:
        return ()
    found = ((severity, row.sheet.count(severity)) for severity in GRAVE)
    return tuple((STATES[one], counted(many, f"new {one}")) for one, many in found if many)


class ChangeDelegate(QStyledItemDelegate):
    """Paints a row from its ends towards its middle: what is left for the words is theirs."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, QFontMetrics(self.theme.font(Role.BODY)).height() + self.theme.px(14))

    # places

    def chevron_rect(self, rect: QRect) -> QRect:
        px = self.theme.px
        side = px(CHEVRON)
        return QRect(rect.x() + px(INSET), rect.center().y() - side // 2, side, side)

    def tick_rect(self, rect: QRect, row: Row) -> QRect:
        px = self.theme.px
        side = px(TICK)
        steps = 1 if isinstance(row, SheetRow) else 2
        x = rect.x() + px(INSET) + steps * (px(CHEVRON) + px(GAP))
        return QRect(x, rect.center().y() - side // 2 + 1, side, side)

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, SheetRow | ChangeRow | LeftRow):
            return
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        ground = self._ground(painter, option, rect, row)
        state = index.data(CHECKED)
        tick = self.tick_rect(rect, row)
        if state is not None:
            check_box(painter, tick, self.theme, Qt.CheckState(state))
        px = self.theme.px
        room = QRect(tick.right() + px(GAP), rect.y(), 0, rect.height())
        room.setRight(self._marks(painter, rect.adjusted(0, 0, -px(INSET), 0), marks_of(row), ground))
        if isinstance(row, SheetRow):
            self._sheet(painter, rect, room, row, index)
        elif isinstance(row, ChangeRow):
            self._change(painter, room, row)
        else:
            self._left(painter, tick, room, row, ground)
        if option.state & QStyle.StateFlag.State_HasFocus and self.view.hasFocus():
            rounded(painter, rect.adjusted(1, 1, -1, -1), CLEAR, self.theme.color("accent"), 1.5, 4)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, row: Row) -> str:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        plain = "panel" if isinstance(row, SheetRow) else "card"
        name = "accent_soft" if chosen else "hover" if over else plain
        painter.fillRect(rect, self.theme.color(name))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self.theme.color("border"))
        return str(getattr(self.theme.colors, name))

    def _marks(self, painter: QPainter, rect: QRect, marks: Sequence[Mark], ground: str) -> int:
        """Paints the marks at the right end; returns where the room before them ends."""
        px, right = self.theme.px, rect.right()
        font = self.theme.font(Role.SMALL)
        worded = self.view.viewport().width() >= px(NARROW)
        for state, words in reversed(marks):
            if worded:
                width = QFontMetrics(font).horizontalAdvance(words)
                ink = "warning" if state == State.WARNING else "error"
                place = QRect(right - width, rect.y(), width + 1, rect.height())
                self._text(painter, place, words, font, ink)
                right -= width + px(6)
            if state is not None:
                side = px(15)
                box = QRectF(right - side, rect.center().y() - side / 2 + 0.5, side, side)
                self.theme.paint_state(painter, box, state, ground)
                right -= side
            right -= px(12)
        return right

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: QFont,
        ink: str,
        side: Qt.AlignmentFlag = LEFT,
    ) -> int:
        """Paints what fits of a text; returns its width."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setFont(font)
        painter.setPen(self.theme.color(ink))
        painter.drawText(rect, CENTRE | side | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    def _sheet(self, painter: QPainter, rect: QRect, room: QRect, row: SheetRow, index: Index) -> None:
        px, font = self.theme.px, self.theme.font
        self._fold_mark(painter, self.chevron_rect(rect), self.view.isExpanded(index.sibling(index.row(), 0)))
        if row.sheet is None:
            room.setLeft(self.tick_rect(rect, row).left())
        room.setLeft(room.left() + self._text(painter, room, row.name, font(Role.STRONG), "ink") + px(10))
        self._text(painter, room, row.aside, font(Role.SMALL), "quiet")

    def _fold_mark(self, painter: QPainter, rect: QRect, open_now: bool) -> None:
        painter.save()
        painter.translate(QRectF(rect).center())
        painter.rotate(0 if open_now else -90)
        side = rect.width()
        chevron(painter, QRectF(-side / 2, -side / 2, side, side), self.theme.color("quiet"))
        painter.restore()

    def _change(self, painter: QPainter, room: QRect, row: ChangeRow) -> None:
        px, font = self.theme.px, self.theme.font
        number = QRect(room.x(), room.y(), px(NUMBER), room.height())
        self._text(painter, number, str(row.question.number), font(Role.BODY), "quiet", RIGHT)
        room.setLeft(number.right() + px(GAP))
        title = QRect(room.x(), room.y(), self._title_width(), room.height())
        ink = "ink" if row.ticked else "quiet"
        self._text(painter, title, row.question.short, font(Role.BODY), ink)
        room.setLeft(title.right() + px(GAP))
        before, after = short_pair(*row.lines)
        self._both(painter, room, before, after, ink)

    def _title_width(self) -> int:
        """The same in all rows, so that the answers stand under one another."""
        return min(self.theme.px(TITLE), self.view.viewport().width() * 3 // 11)

    def _both(self, painter: QPainter, room: QRect, before: str, after: str, ink: str) -> None:
        """Both answers on one line; the shorter one leaves the other the room that it does not need."""
        px, body, strong = self.theme.px, self.theme.font(Role.BODY), self.theme.font(Role.STRONG)
        arrow = QFontMetrics(body).horizontalAdvance(ARROW) + 2 * px(8)
        wanted = QFontMetrics(body).horizontalAdvance(before) + ROUNDED
        other = QFontMetrics(strong).horizontalAdvance(after) + ROUNDED
        free = max(0, room.width() - arrow)
        width = min(wanted, max(free // 2, free - other))
        used = self._text(painter, QRect(room.x(), room.y(), width, room.height()), before, body, "quiet")
        middle = QRect(room.x() + used, room.y(), arrow, room.height())
        painter.setPen(self.theme.color("quiet"))
        painter.drawText(middle, CENTRE | Qt.AlignmentFlag.AlignHCenter, ARROW)
        rest = QRect(middle.right() + 1, room.y(), room.right() - middle.right(), room.height())
        self._text(painter, rest, after, strong, ink)

    def _left(self, painter: QPainter, tick: QRect, room: QRect, row: LeftRow, ground: str) -> None:
        px, font = self.theme.px, self.theme.font
        self.theme.paint_state(painter, QRectF(tick), State.ERROR, ground)
        place = QRect(room.x(), room.y(), room.width() * 2 // 5, room.height())
        used = self._text(painter, place, row.left.place, font(Role.BODY), "quiet")
        room.setLeft(room.left() + used + px(GAP))
        self._text(painter, room, row.left.message, font(Role.BODY), "ink")

    # the mouse

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """A click on the tick ticks, one on the arrow folds; the keys are Qt's own."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        row = index.data(ROW)
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        spot = event.position().toPoint()
        if isinstance(row, SheetRow) and _wide(self.chevron_rect(option.rect)).contains(spot):
            place = index.sibling(index.row(), 0)
            self.view.setExpanded(place, not self.view.isExpanded(place))
            return True
        if isinstance(row, SheetRow | ChangeRow) and _wide(self.tick_rect(option.rect, row)).contains(spot):
            return toggle(model, index.sibling(index.row(), 0))
        return False


def toggle(model: QAbstractItemModel, index: Index) -> bool:
    """Ticks what is not wholly ticked, and takes the tick from what is."""
    on = index.data(CHECKED) != Qt.CheckState.Checked
    return model.setData(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked, CHECKED)


def _wide(rect: QRect) -> QRect:
    """A symbol with the room around it in which a click is meant for it."""
    return rect.adjusted(-5, -6, 5, 6)
