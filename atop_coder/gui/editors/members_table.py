"""The table of members: rows without a grid, as high as they need to be, driven by keys."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from atop_coder.gui.editors.members_model import CODE, NAME, NOTE, STATE, SYMBOL, YEARS, Index, MembersModel
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.style import CLEAR
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme

ROW, WIDEST = 32, 330  # pixels at 100 %
FONTS = {CODE: Role.STRONG, NAME: Role.ANSWER, YEARS: Role.BODY, NOTE: Role.BODY}
QUIET = (YEARS, NOTE)
MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class MembersDelegate(QStyledItemDelegate):
    """Paints a cell from the theme; the field for a name or a note is one of our own lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room = option.rect
        chosen = bool(option.state & option.state.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(room, self.theme.color("accent_soft"))
        painter.setPen(self.theme.color("border"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        if index.column() == SYMBOL:
            side = self.theme.px(15)
            box = QRectF(0, 0, side, side)
            box.moveCenter(QRectF(room).center())
            ground = self.theme.colors.accent_soft if chosen else self.theme.colors.card
            self.theme.paint_state(painter, box, index.data(STATE), ground)
        else:
            self._paint_text(painter, option, index, chosen)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, chosen: bool
    ) -> None:
        column, text = index.column(), str(index.data())
        font = self.theme.font(FONTS[column])
        wrong = column == YEARS and index.data(STATE) == State.ERROR
        if chosen and column == NOTE and not text:
            text = "F2: add a note"
        painter.setFont(font)
        painter.setPen(self.theme.color("error" if wrong else "quiet" if column in QUIET else "ink"))
        room = option.rect.adjusted(self.theme.px(8), 0, -self.theme.px(4), 0)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = LineField(self.theme, 120, parent)
        field.setAccessibleName("name in the sheet" if index.column() == NAME else "note")
        field.setAccessibleDescription("Enter takes the text over, Escape leaves it as it was.")
        return field

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.column() == SYMBOL:
            return QSize(self.theme.px(34), self.theme.px(ROW))
        width = QFontMetrics(self.theme.font(FONTS[index.column()])).horizontalAdvance(str(index.data()))
        return QSize(width + self.theme.px(20), self.theme.px(ROW))


class MembersTable(QTableView):
    """Delete removes the marked rows, Alt+Shift+Up and Down move them, F2 changes a name or a note."""

    def __init__(
        self,
        model: MembersModel,
        theme: Theme,
        on_remove: Callable[[], None],
        on_move: Callable[[int], None],
    ) -> None:
        super().__init__()
        self.theme, self._on_remove, self._on_move = theme, on_remove, on_move
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(MembersDelegate(theme, self))
        self._set_up()
        self.restyle()
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(10)
        self.horizontalHeader().setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, CLEAR)
        self.setPalette(palette)

    def restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.theme.px(ROW))
        self.fit()

    def fit(self) -> None:
        """As wide columns as the texts need, and as high as the rows are."""
        for brief in (False, True):
            self.rows.brief = brief
            widths = [min(self.sizeHintForColumn(column), self.theme.px(WIDEST)) for column in range(NOTE)]
            if sum(widths) + self.theme.px(110) <= self.viewport().width():
                break
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(400), self.theme.px(ROW) * self.model().rowCount())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self.sizeHint().height())

    def marked_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def mark_row(self, row: int) -> None:
        """Marks that row, or the last, alone."""
        if self.model().rowCount():
            self.mark_rows([min(row, self.model().rowCount() - 1)])

    def mark_rows(self, rows: list[int]) -> None:
        """Marks these rows alone, the first as the current one."""
        one, more = QItemSelectionModel.SelectionFlag.ClearAndSelect, QItemSelectionModel.SelectionFlag.Select
        whole = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(rows[0], NAME), one | whole)
        for row in rows[1:]:
            self.selectionModel().select(self.model().index(row, NAME), more | whole)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.marked_rows() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.mark_row(max(0, self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() == MOVING and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._on_move(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.marked_rows():
            self._on_remove()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """All rows are seen: the wheel is the page's."""
        event.ignore()
