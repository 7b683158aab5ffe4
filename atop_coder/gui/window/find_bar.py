"""Finds words in the sheet, and puts others in their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.theme import Role, Theme


class FindBar(Ground):
    """Words to find, and where one is among the places that have them; below, what takes their place.

    `replace_wanted(all)` asks for the place that is shown, or for all of them.
    """

    moved = Signal(str, int)  # the words, and +1 or -1
    typed = Signal(str)
    replace_wanted = Signal(bool)
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
        self.column = QVBoxLayout(self)
        self.row = QHBoxLayout()
        self.column.addLayout(self.row)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.result)
        for chip in (self.before, self.next, self.done):
            self.row.addWidget(chip)
        self.column.addWidget(self._replacing())
        theme.follow(self._respace)
        self.hide()

    def _replacing(self) -> QWidget:
        self.below = QWidget(self)
        self.other = KeyLine(self.below)
        self.other.setPlaceholderText("Replace with")
        self.other.setAccessibleName("Replace with")
        self.one = Chip("Replace", self.theme, role=Role.LABEL, parent=self.below)
        self.all = Chip("Replace all", self.theme, role=Role.LABEL, parent=self.below)
        self.one.clicked.connect(lambda: self.replace_wanted.emit(False))
        self.all.clicked.connect(lambda: self.replace_wanted.emit(True))
        self.second = QHBoxLayout(self.below)
        self.second.addWidget(self.other, 1)
        self.second.addWidget(self.one)
        self.second.addWidget(self.all)
        self.second.addStretch()
        self.below.hide()
        return self.below

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.column, 6, (18, 7, 12, 8))
        for row in (self.row, self.second):
            self.theme.space(row, 8, (0, 0, 0, 0))
        for line in (self.line, self.other):
            line.setTextMargins(px(6), px(3), px(6), px(3))
            line.setMaximumWidth(px(420))

    def open(self, replacing: bool = False) -> None:
        self.below.setVisible(replacing)
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
