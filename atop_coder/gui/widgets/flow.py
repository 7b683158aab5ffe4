"""A row of widgets that wraps onto further lines where the width ends."""

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from atop_coder.gui.widgets.taborder import tab_after
from atop_coder.gui.widgets.theme import Theme


class FlowRow(QWidget):
    """Lays its widgets out like words in a line: each as wide as its size hint, in order."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self.theme = theme
        self._gap = gap
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        self.insert(len(self._items), widget)

    def insert(self, place: int, widget: QWidget) -> None:
        """Puts the widget at that place of the row, and at that place of the tab order."""
        if widget.parent() is not self:
            widget.setParent(self)
        self._items.insert(place, widget)
        if place < len(self._items) - 1:
            tab_after(self._items[place - 1] if place else self, widget)
        self.rearrange()

    def clear(self, keep: int = 0) -> None:
        """Takes all widgets out, but for the last `keep`."""
        gone = self._items[: len(self._items) - keep]
        self._items = self._items[len(gone) :]
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        self.rearrange()

    @property
    def items(self) -> tuple[QWidget, ...]:
        return tuple(self._items)

    def rearrange(self) -> None:
        """To be called when a widget is shown, hidden, or wants another size."""
        self.updateGeometry()
        if self.width() and self.isVisible():
            self._place(self.width(), move=True)

    def restyle(self) -> None:
        self.rearrange()

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.theme.px(self._gap) * max(0, len(sizes) - 1)
        return QSize(
            sum(size.width() for size in sizes) + gaps, max((size.height() for size in sizes), default=0)
        )

    def minimumSizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        widest = max((size.width() for size in sizes), default=0)
        return QSize(widest, max((size.height() for size in sizes), default=0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(event.size().width(), move=True)

    def _shown(self) -> list[QWidget]:
        return [item for item in self._items if not item.isHidden()]

    def _lines(self, width: int) -> Iterator[list[tuple[QWidget, QSize]]]:
        gap, x = self.theme.px(self._gap), 0
        line: list[tuple[QWidget, QSize]] = []
        for item in self._shown():
            size = item.sizeHint()
            if line and x + size.width() > width:
                yield line
                line, x = [], 0
            line.append((item, size))
            x += size.width() + gap
        if line:
            yield line

    def _place(self, width: int, move: bool) -> int:
        """The height that the lines take in this width; moves the widgets there if asked to."""
        gap, y = self.theme.px(self._gap), 0
        for line in self._lines(width):
            height = max(size.height() for _, size in line)
            x = 0
            for item, size in line if move else ():
                item.setGeometry(
                    x, y + (height - size.height()) // 2, min(size.width(), width), size.height()
                )
                x += size.width() + gap
            y += height + gap
        return max(0, y - gap)
