"""Tells that the file of the shown sheet holds others, too, and offers to open them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.cards import MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.reading.report import Part, Reading

OPEN, NOT_NOW = "Open the others", "Not now"
OPEN_ONE = "Open the other"
_NAMED = 4  # others that are named


def parts_words(part: Part, others: tuple[Reading, ...]) -> str:
    """`This file holds 3 sheets. This is the first; the others are row 3 and row 4.`"""
    names = [one.report.part.name for one in others if one.report.part and one.report.part.name]
    one = len(others) == 1
    called = f"; the other{'' if one else 's'}: {', '.join(names)}" if 0 < len(names) <= _NAMED else ""
    own = f", “{part.name}”" if part.name else ""
    what = "columns of answers" if part.kind == "coding" else "sheets"
    return f"This file holds {part.count} {what}. This is the first{own}{called}."


class PartsBar(QWidget):
    """Above the form while the shown sheet is the first of several in its file; `open_wanted(document)`."""

    open_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.document: Document | None = None
        self.bar = MessageBar(State.NOTE, "", theme, (OPEN, NOT_NOW), self)
        self.bar.acted.connect(self._act)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.bar)
        theme.follow(self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self.theme.px
        self.column.setContentsMargins(px(18), px(8), px(18), px(8))

    def show_for(self, document: Document | None) -> None:
        """Tells what else is in the file of that sheet; goes away if nothing is."""
        self.document = document
        report = document.session.report if document else None
        part = report.part if report else None
        others = document.session.others if document else ()
        if part is not None and others:
            self.bar.set_message(State.NOTE, parts_words(part, others))
            self.bar.buttons[0].setText(OPEN_ONE if len(others) == 1 else OPEN)
        self.setVisible(part is not None and bool(others))

    def _act(self, button: str) -> None:
        document = self.document
        if document is None:
            return
        if button == OPEN:
            self.open_wanted.emit(document)
        document.session.others = ()
        self.show_for(document)
