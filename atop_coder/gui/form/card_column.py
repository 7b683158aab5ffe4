"""Cards under one another in a column of reading width.

A layout of Qt's asks all 61 cards for their height several times at each change of one. Here each card is
asked once, remembers its answer by itself, and only what really moved is moved.
"""

from PySide6.QtCore import QEvent, QRect, Signal
from PySide6.QtWidgets import QWidget

from atop_coder.gui.widgets.theme import Theme

WIDEST = 800  # pixels at 100 %: some 90 characters a line
NARROWEST_MARGIN = 24


class CardColumn(QWidget):
    """Puts its cards in the order they came; `arranged` follows each change of place or height.

    `moved` says by how many pixels the last arrangement moved a card down.
    """

    arranged = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.cards: list[QWidget] = []
        self.moved: dict[QWidget, int] = {}

    def append(self, card: QWidget) -> None:
        """Puts a card at the end; it is seen at the next `arrange`."""
        card.setParent(self)
        self.cards.append(card)

    def set_width(self, width: int) -> None:
        """Takes the width of the page."""
        if width != self.width():
            self.resize(width, self.height())
            self.arrange()

    def arrange(self) -> None:
        """Gives each card its height and place, and shows it."""
        px = self.theme.px
        side = max(px(NARROWEST_MARGIN), (self.width() - px(WIDEST)) // 2)
        width = max(1, self.width() - 2 * side)
        top, gap = px(14), px(12)
        self.moved = {}
        for card in self.cards:
            height = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
            place = QRect(side, top, width, height)
            if card.geometry() != place:
                self.moved[card] = place.y() - card.y()
                card.setGeometry(place)
            if card.isHidden():
                card.show()
            top += height + gap
        if self.height() != top + px(48):
            self.resize(self.width(), top + px(48))
        self.arranged.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
            return True
        return super().event(event)
