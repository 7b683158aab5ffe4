"""A field with words at its side; where the room is narrow, under it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from atop_coder.gui.widgets.theme import Theme

WORDS = 230  # pixels at 100 % that words beside a field need, not to become a column of single words


class FieldWithNote(QWidget):
    """Holds a field and its words; `put_beside` is called once, when both are made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def put_beside(self, field: QWidget | QLayout, words: QWidget) -> None:
        if isinstance(field, QWidget):
            self._row.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._row.addLayout(field)
        self._row.addWidget(words, 1)
        self._row.addStretch(0)
        self.restyle()

    def restyle(self) -> None:
        self._row.setSpacing(self.theme.px(10))
        self._turn(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn(event.size().width())

    def _turn(self, width: int) -> None:
        field = self._row.itemAt(0)
        room = width - (field.sizeHint().width() if field else 0)
        narrow = room < self.theme.px(WORDS)
        ways = QBoxLayout.Direction
        wanted = ways.TopToBottom if narrow else ways.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.setSpacing(self.theme.px(4 if narrow else 10))
