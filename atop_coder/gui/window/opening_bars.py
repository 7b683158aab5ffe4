"""Slim bars below the tabs while files are opened: how far the reading is, and a place for a password."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from atop_coder.gui.widgets.cards import Chip, Label, OneLine
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.progress_line import ProgressLine
from atop_coder.gui.widgets.theme import Role, Theme

STEPS = 1000  # of the line that grows
WANTED = "{name} opens only with its password."
WRONG = "That was not the password of {name}. Small and capital letters differ."


class OpeningBar(Ground):
    """A row on the panels' ground, out of sight until there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "bottom", parent)
        self.row = QHBoxLayout(self)
        self.hide()
        theme.follow(self.respace, at_once=False)

    def respace(self) -> None:
        self.theme.space(self.row, 10, (18, 7, 12, 8))


class ReadingBar(OpeningBar):
    """Which file is being read, how much of it is, and Cancel."""

    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.label = OneLine("", theme, Role.BODY, parent=self)
        self.progress = ProgressLine(theme, self)
        self.progress.setAccessibleName("Read so far")
        self.cancel = Chip("Cancel", theme, role=Role.LABEL, parent=self)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.row.addWidget(self.label, 1)
        self.row.addWidget(self.progress)
        self.row.addWidget(self.cancel)
        self.respace()

    def respace(self) -> None:
        super().respace()
        self.progress.setFixedSize(self.theme.px(220), self.theme.px(8))

    def begin(self, path: Path) -> None:
        """Another file is being read, and nothing is known yet of how long that takes."""
        self.label.setText(f"Reading {path.name} …")
        self.progress.setRange(0, 0)

    def tell(self, share: float) -> None:
        """So much of it is read, 0 to 1."""
        self.progress.setRange(0, STEPS)
        self.progress.setValue(round(share * STEPS))


class PasswordLine(KeyLine):
    """A line that shows dots."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName("Password of the file")


class PasswordBar(OpeningBar):
    """Asks for the password of one file; `given(path, password)`, or `left(path)` if it stays closed."""

    given = Signal(Path, str)
    left = Signal(Path)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.path = Path()
        self.label = Label("", theme, Role.BODY, wrap=True, parent=self)
        self.line = PasswordLine(self)
        self.open = Chip("Open", theme, primary=True, role=Role.LABEL, parent=self)
        self.cancel = Chip("Cancel", theme, role=Role.LABEL, parent=self)
        self.line.textChanged.connect(lambda text: self.open.setEnabled(bool(text)))
        self.open.clicked.connect(self._give)
        self.cancel.clicked.connect(self._leave)
        self.row.addWidget(self.label, 1)
        for widget in (self.line, self.open, self.cancel):
            self.row.addWidget(widget)
        self.respace()

    def respace(self) -> None:
        super().respace()
        px = self.theme.px
        self.line.setFixedWidth(px(220))
        self.line.setTextMargins(px(6), px(3), px(6), px(3))

    def ask(self, path: Path, wrong: bool) -> None:
        """Shows itself with an empty line that has the keyboard."""
        self.path = path
        self.label.setText((WRONG if wrong else WANTED).format(name=path.name))
        self.label.set_ink("error" if wrong else "ink")
        self.line.setAccessibleDescription(self.label.text())
        self.line.clear()
        self.open.setEnabled(False)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.line.text():
            self.hide()
            self.given.emit(self.path, self.line.text())
            self.line.clear()

    def _leave(self) -> None:
        self.hide()
        self.line.clear()
        self.left.emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
