"""A field for one line of text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from atop_coder.gui.widgets.clipboard import copied_text, has_html_alone
from atop_coder.gui.widgets.style import mark_field
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.gui.widgets.typed_steps import TypedSteps, change_between
from atop_coder.gui.widgets.window_keys import wants_window_key

# Who comes to a field in one of these ways has seen where the cursor is, or has put it there.
_BY_HAND = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def is_led_here(event: QFocusEvent) -> bool:
    """Whether a key or the program has brought the focus: the field then sees to its cursor."""
    return event.reason() not in _BY_HAND


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
    """A line edit in the theme's answer font, whose text is marked when a key leads to it.

    The sheet has its text when it is left. Until then what is typed can be taken back by `walk`, a step at a
    time; afterwards undo is the sheet's.
    """

    def __init__(self, theme: Theme, width: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._width = width
        self._seen = ""
        self._steps = TypedSteps()
        self.past: list[str] = []
        self.future: list[str] = []
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._note_step)
        self.textChanged.connect(self._note_other)
        self.editingFinished.connect(self.forget_steps)
        self.restyle()

    # steps

    def _note_step(self, text: str) -> None:
        if text == self._seen:  # it is `walk` that tells of it
            return
        if self._steps.begins(self._seen, text, self.cursorPosition()):
            self.past.append(self._seen)
        self.future.clear()
        self._seen = text

    def _note_other(self, text: str) -> None:
        """The program has put in another text, which no typing goes back behind."""
        if text != self._seen:
            self._seen = text
            self.forget_steps()

    def forget_steps(self) -> None:
        self._steps.forget()
        self.past, self.future = [], []

    def walk(self, back: bool) -> bool:
        """Takes a step of typing back, or makes it again; False where there is none."""
        source, target = (self.past, self.future) if back else (self.future, self.past)
        if not source:
            return False
        was, self._seen = self._seen, source.pop()
        target.append(was)
        self._steps.forget()
        self.setText(self._seen)
        self.setCursorPosition(change_between(was, self._seen).end)
        self.setModified(True)
        self.textEdited.emit(self._seen)
        return True

    # what it shows

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

    # keys and focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if is_led_here(event):
            self.selectAll()

    def keeps(self, _event: QEvent) -> bool:
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste) and has_html_alone():
            self.insert(" ".join(copied_text().split()))
        else:
            super().keyPressEvent(event)
