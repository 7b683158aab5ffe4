"""The bars around the form: header, sheet tabs, status line, find bar, and notices that need no dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from atop_coder.checks.problem import Severity
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.cards import Chip, Label, MessageBar, OneLine
from atop_coder.gui.widgets.line import KeyLine
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme


class Ground(QWidget):
    """A plain area in one of the theme's grounds, with a hairline at one of its edges."""

    def __init__(self, theme: Theme, ground: str, side: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.ground, self.side = theme, ground, side
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color(self.ground))
        edges = {
            "top": (0, 0, self.width(), 1),
            "bottom": (0, self.height() - 1, self.width(), 1),
            "right": (self.width() - 1, 0, 1, self.height()),
            "left": (0, 0, 1, self.height()),
        }
        if self.side:
            painter.fillRect(*edges[self.side], self.theme.color("border"))
        painter.end()


class HeaderBar(Ground):
    """Which sheet this is, and the two things that are done with a finished one."""

    export_wanted = Signal()
    complete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "card", "bottom", parent)
        self.title = Label("", theme, Role.TITLE, parent=self)
        self.summary = OneLine("", theme, Role.BODY, "quiet", parent=self)
        self.export = Chip("Export to Excel", theme, parent=self)
        self.complete = Chip("Mark complete", theme, primary=True, parent=self)
        self.export.clicked.connect(self.export_wanted)
        self.complete.clicked.connect(self.complete_wanted)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.title)
        self.row.addWidget(self.summary, 1)
        self.row.addWidget(self.export)
        self.row.addWidget(self.complete)
        self._respace()
        theme.changed.connect(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.row.setContentsMargins(px(18), px(9), px(16), px(10))
        self.row.setSpacing(px(14))
        self.setFixedHeight(self.complete.sizeHint().height() + px(20))

    def show_document(self, document: Document | None) -> None:
        self.title.setText(document.name if document else "ATOP Coder")
        self.summary.setText(document.summary if document else "")
        done = document is not None and document.complete
        self.complete.setText("Complete ✓" if done else "Mark complete")
        self.complete.updateGeometry()
        for chip in (self.export, self.complete):
            chip.setVisible(document is not None)


class SheetTabs(QTabBar):
    """One tab for each open sheet; out of sight while there is only one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setMovable(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Open sheets")
        self.setDrawBase(False)
        self.hide()

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(hint.width() + self.theme.px(14), hint.height() + self.theme.px(8))

    def show_names(self, names: Sequence[str], current: int) -> None:
        """Puts up these names; tells nobody."""
        self.blockSignals(True)
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        while self.count() < len(names):
            self.addTab("")
        for place, name in enumerate(names):
            self.setTabText(place, name.replace("&", "&&"))
        if current >= 0:
            self.setCurrentIndex(current)
        self.blockSignals(False)
        self.setVisible(len(names) > 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("border"))
        painter.end()
        super().paintEvent(event)


class StatusLine(Ground):
    """Saved or not and when, how much is answered, what is wrong, and what can be done here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "top", parent)
        self.saved = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.answered = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.errors = Label("", theme, Role.LABEL, "error", parent=self)
        self.warnings = Label("", theme, Role.LABEL, "warning", parent=self)
        self.hint = OneLine("", theme, Role.SMALL, "quiet", parent=self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.row = QHBoxLayout(self)
        for label in (self.saved, self.answered, self.errors, self.warnings):
            self.row.addWidget(label)
        self.row.addWidget(self.hint, 1)
        self._respace()
        theme.changed.connect(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.row.setContentsMargins(px(18), px(6), px(18), px(6))
        self.row.setSpacing(px(18))

    def show_document(self, document: Document | None) -> None:
        """Tells of that document, or of nothing."""
        labels = (self.saved, self.answered, self.errors, self.warnings)
        if document is None:
            for label in labels:
                label.setText("")
            return
        total = len(document.form.questions)
        self.saved.setText(saved_words(document))
        self.saved.set_ink("accent" if document.dirty else "quiet")
        self.answered.setText(f"{document.sheet.answered} of {total} answered")
        for label, severity in ((self.errors, Severity.ERROR), (self.warnings, Severity.WARNING)):
            label.setText(_counted(document.count(severity), severity))
            label.setVisible(bool(label.text()))


def saved_words(document: Document) -> str:
    """Whether the work is safe, in words: "Saved 14:03", "Not saved", "No changes"."""
    if document.dirty:
        return "Changes not saved" if document.path else "Not saved yet"
    if document.saved_at:
        return f"Saved {document.saved_at:%H:%M}"
    return "No changes" if document.path else "New sheet"


def _counted(number: int, severity: Severity) -> str:
    return f"{number} {severity}{'' if number == 1 else 's'}" if number else ""


class FindBar(Ground):
    """Words to find, and where one is among the places that have them."""

    moved = Signal(str, int)  # the words, and +1 or -1
    typed = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "bottom", parent)
        self.line = KeyLine(self)
        self.line.setPlaceholderText("Find in the sheet")
        self.line.setAccessibleName("Find in the sheet")
        self.line.setAccessibleDescription("Return goes to the next place, Shift+Return to the one before")
        self.line.textEdited.connect(self.typed)
        self.result = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.before = Chip("Previous", theme, role=Role.LABEL, parent=self)
        self.next = Chip("Next", theme, role=Role.LABEL, parent=self)
        self.done = Chip("Close", theme, quiet=True, role=Role.LABEL, parent=self)
        self.before.clicked.connect(lambda: self.moved.emit(self.line.text(), -1))
        self.next.clicked.connect(lambda: self.moved.emit(self.line.text(), 1))
        self.done.clicked.connect(self.closed)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.result)
        for chip in (self.before, self.next, self.done):
            self.row.addWidget(chip)
        self._respace()
        theme.changed.connect(self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self.theme.px
        self.row.setContentsMargins(px(18), px(7), px(12), px(8))
        self.row.setSpacing(px(8))
        self.line.setTextMargins(px(6), px(3), px(6), px(3))
        self.line.setMaximumWidth(px(420))

    def open(self) -> None:
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(self.line.text(), -1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


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
