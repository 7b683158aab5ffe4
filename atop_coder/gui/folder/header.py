"""The headings above a table, in the look of the window, and the ground that lists stand on."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from atop_coder.gui.folder.columns import COLUMNS
from atop_coder.gui.widgets.style import chevron
from atop_coder.gui.widgets.theme import Role, Theme

PAD = 10  # pixels at 100 % between the edge of a cell and its text
ARROW = 17  # pixels at 100 % that the arrow of the column takes by which the table is sorted


def put_on_card(view: QAbstractItemView, theme: Theme) -> None:
    """Gives a list the ground of a card, also where it has no rows."""
    palette = QPalette(view.palette())
    palette.setColor(QPalette.ColorRole.Base, theme.color("card"))
    view.setPalette(palette)


class Header(QHeaderView):
    """Headings that sort when they are clicked; an arrow shows by which, and which way."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setAccessibleName("Headings of the columns")

    def paintSection(self, painter: QPainter, rect: QRect, place: int) -> None:
        px, color = self.theme.px, self.theme.color
        sorts = self.sortIndicatorSection() == place
        painter.save()
        painter.fillRect(rect, color("panel"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, color("border"))
        painter.setFont(self.theme.font(Role.LABEL))
        painter.setPen(color("ink" if sorts else "quiet"))
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        room = inner.width() - (px(ARROW) if sorts else 0)
        text = QFontMetrics(painter.font()).elidedText(
            COLUMNS[place].title, Qt.TextElideMode.ElideRight, room
        )
        side = Qt.AlignmentFlag.AlignRight if COLUMNS[place].right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, text)
        if sorts:
            self._arrow(painter, inner, QFontMetrics(painter.font()).horizontalAdvance(text), place)
        painter.restore()

    def _arrow(self, painter: QPainter, inner: QRect, width: int, place: int) -> None:
        side = self.theme.px(12)
        gap = self.theme.px(5)
        x = inner.right() - width - side - gap if COLUMNS[place].right else inner.x() + width + gap
        box = QRectF(x, inner.center().y() - side / 2 + 1, side, side)
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        chevron(painter, box, self.theme.color("quiet"), up)
