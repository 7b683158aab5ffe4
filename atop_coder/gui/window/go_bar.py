"""Goes to a question by its number, or by words of its title."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atop_coder.form import Form, Question
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.theme import Role, Theme


class GoBar(Ground):
    """A line for a number; `chosen(number)` on Return."""

    chosen = Signal(int)
    closed = Signal()

    def __init__(self, form: Form, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "bottom", parent)
        self.form = form
        self.line = KeyLine(self)
        self.line.setPlaceholderText("Question number, or a word of its title")
        self.line.setAccessibleName("Go to question")
        self.line.textEdited.connect(self._preview)
        self.found = Label("", theme, Role.BODY, "quiet", parent=self)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.line)
        self.row.addWidget(self.found, 1)
        theme.follow(self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.row, 12, (18, 7, 12, 8))
        self.line.setTextMargins(px(6), px(3), px(6), px(3))
        self.line.setFixedWidth(px(300))

    def open(self) -> None:
        self.line.clear()
        self.found.setText("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _preview(self, text: str) -> None:
        question = find_question(self.form, text)
        nothing = "No such question" if text.strip() else ""
        self.found.setText(f"{question.number}. {question.short}" if question else nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            question = find_question(self.form, self.line.text())
            if question:
                self.chosen.emit(question.number)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def find_question(form: Form, text: str) -> Question | None:
    """The question of that number, or the first whose short title has the words; None for neither."""
    wanted = text.strip().casefold().lstrip("q").rstrip(".")
    if wanted.isascii() and wanted.isdigit():
        return form.by_number.get(int(wanted))
    words = text.strip().casefold()
    if not words:
        return None
    return next((question for question in form.questions if words in question.short.casefold()), None)
