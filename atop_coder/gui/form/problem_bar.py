"""A problem under its question: the message, and for a warning the way to accept it with a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.checks.problem import Problem, Severity
from atop_coder.checks.words import without_offer
from atop_coder.gui.widgets.cards import Chip, MessageBar
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.taborder import tab_after
from atop_coder.gui.widgets.theme import Role, Theme

ACCEPT, REOPEN = "Accept…", "Reopen"

STATES = {
    Severity.ERROR: State.ERROR,
    Severity.WARNING: State.WARNING,
    Severity.NOTE: State.NOTE,
}


class ReasonRow(QWidget):
    """Asks in one line why a warning is accepted; `given(reason)` or `gone`."""

    given = Signal(str)
    gone = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = KeyLine(self)
        self.line.setPlaceholderText("Why is it right as it is?")
        self.line.setAccessibleName("Reason for accepting the warning")
        self.line.setFont(theme.font(Role.BODY))
        self.line.setTextMargins(theme.px(6), theme.px(3), theme.px(6), theme.px(3))
        self.line.returnPressed.connect(self._give)
        self.accept = Chip("Accept", theme, role=Role.LABEL)
        self.accept.clicked.connect(self._give)
        self.accept.setEnabled(False)
        self.line.textChanged.connect(lambda text: self.accept.setEnabled(bool(text.strip())))
        cancel = Chip("Cancel", theme, quiet=True, role=Role.LABEL)
        cancel.clicked.connect(self.gone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.accept)
        row.addWidget(cancel)

    def _give(self) -> None:
        if reason := self.line.text().strip():
            self.given.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)


class ProblemBar(QWidget):
    """One problem; `accepted(problem, reason)` and `reopened(problem)` say what the person made of it."""

    accepted = Signal(object, str)
    reopened = Signal(object)

    def __init__(self, problem: Problem, reason: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.problem, self.reason = theme, problem, reason
        self.row: ReasonRow | None = None
        self.bar = MessageBar(self._state(), self._text(), theme, self._buttons(), self)
        self.bar.acted.connect(self._act)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.bar)

    def _state(self) -> State:
        return State.ACCEPTED if self.reason else STATES[self.problem.severity]

    def _text(self) -> str:
        message = self.problem.message
        return f"{without_offer(message)} Accepted: {self.reason}" if self.reason else message

    def _buttons(self) -> tuple[str, ...]:
        if self.problem.severity != Severity.WARNING:
            return ()
        return (REOPEN,) if self.reason else (ACCEPT,)

    def _act(self, button: str) -> None:
        if button == REOPEN:
            self.reopened.emit(self.problem)
        else:
            self.ask_reason()

    def ask_reason(self) -> None:
        """Opens the line for the reason, with the cursor in it."""
        if self.row is None:
            self.row = ReasonRow(self.theme, self)
            self.row.given.connect(lambda reason: self.accepted.emit(self.problem, reason))
            self.row.gone.connect(self._close_row)
            self.column.addWidget(self.row)
            self.row.show()
            tab_after(self.bar.buttons[-1] if self.bar.buttons else self.bar, self.row)
        self.row.line.setFocus()

    def _close_row(self) -> None:
        if self.row is not None:
            self.row.hide()
            self.row.deleteLater()
            self.row = None
        for chip in self.bar.buttons:
            chip.setFocus()
