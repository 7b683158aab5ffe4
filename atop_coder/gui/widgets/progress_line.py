"""How far the reading is, as a slim line."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.theme import Theme


class ProgressLine(QProgressBar):
    """Fills with the accent; empty while nobody knows yet how much there is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setTextVisible(False)
        theme.follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        radius = area.height() / 2
        rounded(painter, area, self.theme.color("border"), CLEAR, 0, radius)
        if self.maximum() > 0 and self.value() > 0:
            area.setWidth(max(area.height(), area.width() * self.value() / self.maximum()))
            rounded(painter, area, self.theme.color("accent"), CLEAR, 0, radius)
        painter.end()
