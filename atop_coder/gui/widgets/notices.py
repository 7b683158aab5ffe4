"""Notices above the work, which need no dialog."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme


class NoticeArea(QWidget):
    """Says something, or asks it, above the form; nobody has to answer before going on."""

    PASSING = 6000  # milliseconds that a notice without buttons stays

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.bar: MessageBar | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self._passing = QTimer(self, singleShot=True, interval=self.PASSING)
        self._passing.timeout.connect(self.clear)
        self.hide()

    def say(
        self, state: State, text: str, buttons: tuple[str, ...] = ("Close",), passing: bool = False
    ) -> MessageBar:
        """Puts up a notice in place of the one before; any of its buttons takes it away."""
        self.clear()
        self.bar = MessageBar(state, text, self.theme, buttons, self)
        self.bar.acted.connect(self.clear)
        self.column.addWidget(self.bar)
        self.bar.show()
        self.show()
        if passing:
            self._passing.start()
        return self.bar

    def clear(self) -> None:
        self._passing.stop()
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        self.hide()
