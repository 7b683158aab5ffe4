"""The table of sheets as people see it: quiet rows, one symbol each, and what went wrong in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from atop_coder.folder.summary import Summary
from atop_coder.gui.folder.columns import COLUMNS, Column, state_of
from atop_coder.gui.folder.header import PAD, Header, put_on_card
from atop_coder.gui.folder.model import SUMMARY, Index, SheetsFilter
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.theme import Role, Theme

MEMBERS = next(place for place, column in enumerate(COLUMNS) if column.stretch)
FILE = len(COLUMNS) - 1
OPENS = "Return opens a sheet, the menu key shows what else can be done with it"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowDelegate(QStyledItemDelegate):
    """Paints a cell: the symbol of a sheet before its id, counts in colours, and why a file was not read."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary, column = index.data(SUMMARY), COLUMNS[index.column()]
        if not isinstance(summary, Summary):
            return
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "accent_soft" if chosen else "card"
        painter.fillRect(rect, self.theme.color(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self.theme.color("border"))
        self._text(painter, rect, summary, column, index.column(), ground)
        if option.state & QStyle.StateFlag.State_HasFocus and self.view.hasFocus():
            rounded(painter, rect.adjusted(1, 1, -1, -1), CLEAR, self.theme.color("accent"), 1.5, 4)

    def _text(
        self, painter: QPainter, rect: QRect, summary: Summary, column: Column, place: int, ground: str
    ) -> None:
        px = self.theme.px
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        if summary.message and MEMBERS <= place < FILE:
            inner = self._why_rect(rect).adjusted(px(PAD), 0, -px(PAD), 0)
            column = COLUMNS[MEMBERS]
        if place == 0:
            side = px(15)
            mark = QRectF(inner.x(), rect.center().y() - side / 2 + 0.5, side, side)
            self.theme.paint_state(painter, mark, state_of(summary), str(getattr(self.theme.colors, ground)))
            inner.setLeft(inner.left() + side + px(8))
        told = bool(summary.message) and MEMBERS <= place < FILE
        font = self.theme.font(Role.STRONG if place == 0 or column.ink in ("error", "warning") else Role.BODY)
        painter.setFont(font)
        painter.setPen(self.theme.color("error" if told else column.ink))
        shown = QFontMetrics(font).elidedText(
            column.text(summary), Qt.TextElideMode.ElideRight, inner.width()
        )
        side_of = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setClipRect(rect)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side_of, shown)
        painter.restore()

    def _why_rect(self, rect: QRect) -> QRect:
        """The cells from members to file as one: each of them shows its part of why a file was not read."""
        first, last = self.view.columnViewportPosition(MEMBERS), self.view.columnViewportPosition(FILE)
        return QRect(first, rect.y(), last - first, rect.height())

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(COLUMNS[index.column()].width), row_height(self.theme))


def row_height(theme: Theme) -> int:
    return QFontMetrics(theme.font(Role.BODY)).height() + theme.px(14)


class SheetsTable(QTableView):
    """The list of sheets; Return or a double click opens what is chosen, the menu key tells what else.

    `actions` are the entries of its menu: words, key, and what to do with the paths that are chosen.
    `nothing` is why the table is empty, if it is.
    """

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(self, rows: SheetsFilter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.rows = theme, rows
        self.folder_actions: list[QAction] = []
        self.nothing = ""
        self.setModel(rows)
        self.setItemDelegate(RowDelegate(theme, self))
        self._set_up()
        theme.follow(self._respace)
        self.doubleClicked.connect(lambda _index: self.open_chosen())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit(self.current()))

    def _set_up(self) -> None:
        self.setAccessibleName("Sheets of the folder")
        self.setAccessibleDescription(OPENS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(Header(self.theme, self))
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)

    def _respace(self) -> None:
        px = self.theme.px
        put_on_card(self, self.theme)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(px(44))
        header.setFixedHeight(row_height(self.theme))
        self.verticalHeader().setDefaultSectionSize(row_height(self.theme))
        for place, column in enumerate(COLUMNS):
            if not column.stretch:
                self.setColumnWidth(place, px(column.width))
        self._stretch()
        self.viewport().update()

    def _stretch(self) -> None:
        """Gives the members the room that the others leave; where that is too little, the table scrolls."""
        others = sum(self.columnWidth(place) for place in range(len(COLUMNS)) if place != MEMBERS)
        least = self.theme.px(COLUMNS[MEMBERS].width)
        self.setColumnWidth(MEMBERS, max(least, self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def say_nothing(self, why: str) -> None:
        """Why there is no row, to be read in place of rows."""
        self.nothing = why
        self.setAccessibleDescription(why or OPENS)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.nothing and not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(self.theme.font(Role.BODY))
            painter.setPen(self.theme.color("quiet"))
            margin = self.theme.px(24)
            area = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, flags, self.nothing)
            painter.end()

    def add_action(self, text: str, key: str, do: Callable[[list[Path]], None]) -> QAction:
        """Puts an entry into the menu; its key works while the table has the focus."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: do(self.chosen()))
        self.addAction(action)
        self.folder_actions.append(action)
        return action

    def chosen(self) -> list[Path]:
        """The files of the rows that are selected, in the order that is shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.summary_at(row).path for row in rows]

    def current(self) -> Summary | None:
        """The sheet that the person is at."""
        index = self.currentIndex()
        return self.rows.summary_at(index.row()) if index.isValid() else None

    def select(self, path: Path) -> bool:
        """Selects the row of a file; False while there is none."""
        rows = range(self.rows.rowCount())
        row = next((row for row in rows if self.rows.summary_at(row).path == path), None)
        if row is not None:
            self.selectRow(row)
            self.scrollTo(self.rows.index(row, 0))
        return row is not None

    def enter(self) -> None:
        """Takes the focus, at the first row if the person is at none."""
        if self.current() is None and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self.setFocus()

    def open_chosen(self) -> None:
        if paths := self.chosen():
            self.opened.emit(paths)

    def menu(self) -> QMenu:
        """What can be done with the rows that are selected."""
        menu = QMenu(self)
        menu.addAction("Open", self.open_chosen)
        menu.addSeparator()
        menu.addActions(self.folder_actions)
        menu.addSeparator()
        self._add_sorting(menu.addMenu("Sort by"))
        menu.setEnabled(bool(self.chosen()))
        return menu

    def _add_sorting(self, menu: QMenu) -> None:
        """The headings for those who use the keyboard; the one that sorts turns the order round."""
        header = self.horizontalHeader()
        up = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        columns = QActionGroup(menu)
        for place, column in enumerate(COLUMNS):
            sorts = place == header.sortIndicatorSection()
            action = columns.addAction(menu.addAction(column.title))
            action.setCheckable(True)
            action.setChecked(sorts)
            order = Qt.SortOrder.DescendingOrder if sorts and up else Qt.SortOrder.AscendingOrder
            action.triggered.connect(lambda _on, at=place, by=order: self.sortByColumn(at, by))

    def _show_menu(self, spot: QPoint) -> None:
        if self.chosen():
            self.menu().popup(self.viewport().mapToGlobal(spot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.open_chosen()
        else:
            super().keyPressEvent(event)
