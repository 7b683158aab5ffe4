"""What goes on beside the window, in the middle of a page: words, a line that fills, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.progress_line import ProgressLine
from atop_coder.gui.widgets.theme import Role, Theme


class ProgressView(QWidget):
    """`cancelled` says that the person does not want to wait for it."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.title = Label("", theme, Role.TITLE, wrap=True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.told = Label("", theme, Role.BODY, "quiet")
        self.line = ProgressLine(theme)
        self.cancel = Chip("Cancel", theme)
        self.cancel.clicked.connect(self.cancelled)
        self.column = QVBoxLayout(self)
        self.column.addStretch(2)
        self.column.addWidget(self.title)
        for widget in (self.line, self.told, self.cancel):
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch(3)
        theme.follow(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.column.setSpacing(px(12))
        self.line.setFixedSize(px(320), px(8))

    def begin(self, title: str) -> None:
        """Says what goes on; nobody knows yet how long it takes."""
        self.title.setText(title)
        self.told.setText(" ")
        self.line.setAccessibleName(title)
        self.line.setRange(0, 0)

    def show_progress(self, done: int, total: int, what: str) -> None:
        """So many of so many sheets are compared, or whatever is done with them."""
        self.line.setRange(0, total)
        self.line.setValue(done)
        self.told.setText(f"{done} of {total} sheets {what}")
