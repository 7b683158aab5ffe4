"""The list of suggestions under a line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from atop_coder.gui.widgets.theme import Role, Theme

DATA, DETAIL = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Suggestion:
    """What is offered: a label, a quiet detail behind it, and what is handed on when it is taken."""

    label: str
    data: object
    detail: str = ""


class SuggestionDelegate(QStyledItemDelegate):
    """Paints a suggestion: the label in ink, the detail quiet, the marked one with a bar."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, room = self.theme.px, option.rect
        painter.save()
        if option.state & option.state.State_Selected:
            painter.fillRect(room, self.theme.color("accent_soft"))
            painter.fillRect(room.x(), room.y(), px(3), room.height(), self.theme.color("accent"))
        painter.setFont(self.theme.font(Role.BODY))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        label = str(index.data())
        painter.setPen(self.theme.color("ink"))
        painter.drawText(room.adjusted(px(10), 0, 0, 0), left, label)
        painter.setPen(self.theme.color("quiet"))
        indent = px(22) + self._width(label)
        painter.drawText(room.adjusted(indent, 0, 0, 0), left, str(index.data(DETAIL)))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width(str(index.data())) + self._width(str(index.data(DETAIL)))
        return QSize(width + self.theme.px(40), self.theme.px(28))

    def _width(self, text: str) -> int:
        return QFontMetrics(self.theme.font(Role.BODY)).horizontalAdvance(text)


class SuggestionList(QListView):
    """The list that a completer pops up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.items = QStandardItemModel(self)
        self.setModel(self.items)
        self.theme = theme
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Suggestions")
        self.setAccessibleDescription("Arrow keys mark one, Enter takes it, Escape closes the list.")

    def paint_by_theme(self) -> None:
        """Takes our own delegate; to be called when the list is its completer's, which brings one of Qt's."""
        self.setItemDelegate(SuggestionDelegate(self.theme, self))

    def fill(self, suggestions: Sequence[Suggestion]) -> None:
        """Shows these."""
        self.items.clear()
        for suggestion in suggestions:
            item = QStandardItem(suggestion.label)
            item.setData(suggestion.data, DATA)
            item.setData(suggestion.detail, DETAIL)
            item.setData(f"{suggestion.label} {suggestion.detail}", Qt.ItemDataRole.AccessibleTextRole)
            self.items.appendRow(item)

    @property
    def widest(self) -> int:
        """The width that shows all of each suggestion, in pixels."""
        sizes = [
            self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.items.index(row, 0)).width()
            for row in range(self.items.rowCount())
        ]
        return max(sizes, default=0)
