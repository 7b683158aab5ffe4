"""Tells that somebody else has the sheet open, who and since when: read it, or take it over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.files.owner import Owner
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.cards import MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.session.saving import owner_words
from atop_coder.session.time_format import when_words

TAKE_OVER, READ = "Take over", "Only read"


class LockBar(QWidget):
    """Above the form while the shown sheet is open elsewhere; `taken_over` when a person wants it here."""

    taken_over = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.document: Document | None = None
        self.bar = MessageBar(State.WARNING, "", theme, (TAKE_OVER, READ), self)
        self.bar.acted.connect(self._act)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.bar)
        theme.follow(self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self.theme.px
        self.column.setContentsMargins(px(18), px(8), px(18), px(8))

    def show_for(self, document: Document | None, owner: Owner | None) -> None:
        """Tells who has that sheet; goes away if nobody has."""
        self.document = document
        self.setVisible(owner is not None)
        if owner is not None:
            who, since = owner_words(owner), when_words(owner.since).removeprefix("on ")
            self.bar.set_message(
                State.WARNING,
                f"{who} has this sheet open since {since}. You can read it here. If you take it over, saving"
                " compares it with what they saved.",
            )

    def _act(self, button: str) -> None:
        if button == TAKE_OVER:
            self.taken_over.emit(self.document)
        else:
            self.hide()
