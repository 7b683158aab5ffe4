"""Finds words in the sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.theme import Role, Theme


class FindBar(Ground):
    """Words to find, and where one is among the places that have them."""

    moved = Signal(str, int)  # the words, and +1 or -1
    typed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "bottom", parent)
        self.line = KeyLine(self)
        self.line.setPlaceholderText("Find in the sheet")
        self.line.setAccessibleName("Find in the sheet")
        self.line.setAccessibleDescription("Return goes to the next place, Shift+Return to the one before")
        self.line.textEdited.connect(self.typed)
        self.result = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.before = Chip("Previous", theme, role=Role.LABEL, parent=self)
        self.next = Chip("Next", theme, role=Role.LABEL, parent=self)
        self.done = Chip("Close", theme, quiet=True, role=Role.LABEL, parent=self)
        self.before.clicked.connect(lambda: self.moved.emit(self.line.text(), -1))
        self.next.clicked.connect(lambda: self.moved.emit(self.line.text(), 1))
        self.done.clicked.connect(self.closed)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.result)
        for chip in (self.before, self.next, self.done):
            self.row.addWidget(chip)
        theme.follow(self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.row, 8, (18, 7, 12, 8))
        self.line.setTextMargins(px(6), px(3), px(6), px(3))
        self.line.setMaximumWidth(px(420))

    def open(self) -> None:
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(self.line.text(), -1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
