"""A field for one line of text."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from atop_coder.gui.widgets.style import mark_field
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.gui.widgets.window_keys import wants_window_key


def is_undo(event: QEvent) -> bool:
    """Whether keys ask for undo or redo: the sheet has one history, so no field keeps one of its own."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


class KeyLine(QLineEdit):
    """A line edit that leaves the window's keys to the window, also those that Qt edits text with.

    Undo and redo are about its own text.
    """

    def event(self, event: QEvent) -> bool:
        if wants_window_key(event) and not self.keeps(event):
            event.ignore()
            return False
        return super().event(event)

    def keeps(self, event: QEvent) -> bool:
        """Whether a key of the window's is for the line while the cursor is in it."""
        return is_undo(event)


class LineField(KeyLine):
    """A line edit in the theme's answer font; undo is left to the window."""

    def __init__(self, theme: Theme, width: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.restyle()

    def show_text(self, text: str) -> None:
        """Puts a text in, from its beginning; leaves the cursor alone where it is there already."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def wrong(self) -> bool:
        return bool(self.property("problem"))

    def set_wrong(self, wrong: bool) -> None:
        mark_field(self, "error" if wrong else "")

    def restyle(self) -> None:
        self.setFont(self.theme.font(Role.ANSWER))
        margin = self.theme.px(6)
        self.setTextMargins(margin, 0, margin, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(self._width), self.theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(min(self._width, 90)), self.theme.px(32))

    def keeps(self, _event: QEvent) -> bool:
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
