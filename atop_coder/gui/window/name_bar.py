"""Asks once, in words, for the name that signs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.gui.session.preferences import BY_NAME
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.theme import Role, Theme

QUESTION = "What is your name?"
WHY = BY_NAME["name"].help


class NameBar(Ground):
    """Above the work until it is answered; `answered(name)` with the name, or "" where it is put off."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "bottom", parent)
        self.line = KeyLine(self)
        self.line.setPlaceholderText("First and last name")
        self.line.setAccessibleName(QUESTION)
        self.line.setAccessibleDescription(WHY)
        self.use = Chip("Use this name", theme, primary=True, parent=self)
        self.later = Chip("Not now", theme, parent=self)
        self.use.clicked.connect(lambda: self._answer(self.line.text()))
        self.later.clicked.connect(lambda: self._answer(""))
        self.column = QVBoxLayout(self)
        self.column.addWidget(Label(QUESTION, theme, Role.STRONG, parent=self))
        self.column.addWidget(Label(WHY, theme, Role.SMALL, "quiet", wrap=True, parent=self))
        self.row = QHBoxLayout()
        for widget in (self.line, self.use, self.later):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.column.addLayout(self.row)
        theme.follow(self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.column, 4, (18, 9, 18, 11))
        self.row.setSpacing(px(8))
        self.line.setTextMargins(px(6), px(4), px(6), px(4))
        self.line.setFixedWidth(px(260))

    def ask(self) -> None:
        self.show()

    def _answer(self, name: str) -> None:
        self.hide()
        self.answered.emit(" ".join(name.split()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.text().strip():
            self._answer(self.line.text())
        elif event.key() == Qt.Key.Key_Escape:
            self._answer("")
        else:
            super().keyPressEvent(event)
