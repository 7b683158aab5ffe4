"""A list of places in sheets: where, and the words there; Return or a click goes to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from atop_coder.gui.folder.header import put_on_card
from atop_coder.gui.folder.marked_text import marked_layout
from atop_coder.gui.folder.model import NOWHERE, Index
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.symbols import WORDS, State
from atop_coder.gui.widgets.theme import Role, Theme

ITEM = Qt.ItemDataRole.UserRole + 1
MAX_LINES = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Item:
    """A place: its heading and what stands beside that, the words there with those that were looked for
    (`spans`, start and end in `text`), and where it leads; `found` are the words to be shown there.
    """

    head: str
    aside: str
    text: str
    path: Path
    question: int
    spans: tuple[tuple[int, int], ...] = ()
    found: str = ""
    state: State | None = None


class ItemsModel(QAbstractListModel):
    """The places, in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[Item, ...] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (WORDS[item.state] if item.state else "", item.head, item.aside, item.text)
            return ". ".join(filter(None, parts))
        return None

    def put(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()


class ItemDelegate(QStyledItemDelegate):
    """Paints a place: heading in bold, the words below it with what was found on a tint."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(ITEM)
        width = self.view.viewport().width()
        if not isinstance(item, Item):
            return QSize(width, 0)
        head = QFontMetrics(self.theme.font(Role.STRONG)).height()
        layout = self._layout(item, self._room(width, item))
        return QSize(width, round(head + layout.boundingRect().height()) + self.theme.px(20))

    def _room(self, width: int, item: Item) -> int:
        return max(self.theme.px(80), width - self.theme.px(24) - self._left(item))

    def _left(self, item: Item) -> int:
        return self.theme.px(24) if item.state else 0

    def _layout(self, item: Item, width: int) -> QTextLayout:
        return marked_layout(item.text, item.spans, width, self.theme, MAX_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        if not isinstance(item, Item):
            return
        rect: QRect = option.rect
        ground = self._ground(painter, option, rect)
        px, left = self.theme.px, self._left(item)
        inner = rect.adjusted(px(12) + left, px(8), -px(12), -px(8))
        if item.state:
            side = px(16)
            mark = QRectF(rect.x() + px(12), inner.y() + 1, side, side)
            self.theme.paint_state(painter, mark, item.state, ground)
        below = self._head(painter, inner, item)
        painter.setPen(self.theme.color("ink"))
        self._layout(item, self._room(rect.width(), item)).draw(painter, QPointF(inner.x(), below))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> str:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        name = "accent_soft" if chosen else "hover" if over else "card"
        painter.fillRect(rect, self.theme.color(name))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self.theme.color("border"))
        if option.state & QStyle.StateFlag.State_HasFocus and self.view.hasFocus():
            rounded(painter, rect.adjusted(1, 1, -1, -1), CLEAR, self.theme.color("accent"), 1.5, 4)
        return str(getattr(self.theme.colors, name))

    def _head(self, painter: QPainter, inner: QRect, item: Item) -> float:
        strong, small = self.theme.font(Role.STRONG), self.theme.font(Role.SMALL)
        metrics, px = QFontMetrics(strong), self.theme.px
        line = QRect(inner.x(), inner.y(), inner.width(), metrics.height())
        aside = min(QFontMetrics(small).horizontalAdvance(item.aside) + px(4), inner.width() // 2)
        painter.setFont(strong)
        painter.setPen(self.theme.color("ink"))
        room = inner.width() - aside - px(12)
        painter.drawText(line, 0, metrics.elidedText(item.head, Qt.TextElideMode.ElideRight, room))
        painter.setFont(small)
        painter.setPen(self.theme.color("quiet"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            line, right, QFontMetrics(small).elidedText(item.aside, Qt.TextElideMode.ElideLeft, aside)
        )
        return line.bottom() + px(3)


class ResultsList(QListView):
    """The list; `wanted(item)` says where the person wants to go."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.items = ItemsModel(self)
        self.setModel(self.items)
        self.setItemDelegate(ItemDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setAccessibleDescription("Return opens the sheet at the question")
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._go)
        theme.follow(self._respace)

    def _respace(self) -> None:
        put_on_card(self, self.theme)
        self.scheduleDelayedItemsLayout()

    def put(self, items: Sequence[Item], stay: bool = False) -> None:
        """Shows these, from the top; or with `stay` from the place on where the person is."""
        if stay and self.items.items == tuple(items):
            return
        row = self._row_in(items) if stay else 0
        self.items.put(items)
        if items:
            self.setCurrentIndex(self.items.index(row, 0))
        if not stay:
            self.scrollToTop()

    def _row_in(self, items: Sequence[Item]) -> int:
        """Where the current place stands among these, or what came after it."""
        row = self.currentIndex().row()
        if not 0 <= row < len(self.items.items):
            return 0
        here = self.items.items[row]
        alike = (at for at, one in enumerate(items) if (one.path, one.question) == (here.path, here.question))
        return next(alike, max(0, min(row, len(items) - 1)))

    def _go(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Item):
            self.wanted.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
