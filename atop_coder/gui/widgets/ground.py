"""A plain area that other parts stand on."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from atop_coder.gui.widgets.theme import Theme


class Ground(QWidget):
    """A plain area in one of the theme's grounds, with a hairline at one of its edges."""

    def __init__(self, theme: Theme, ground: str, side: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.ground, self.side = theme, ground, side
        theme.follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color(self.ground))
        edges = {
            "top": (0, 0, self.width(), 1),
            "bottom": (0, self.height() - 1, self.width(), 1),
            "right": (self.width() - 1, 0, 1, self.height()),
            "left": (0, 0, 1, self.height()),
        }
        if self.side:
            painter.fillRect(*edges[self.side], self.theme.color("border"))
        painter.end()
