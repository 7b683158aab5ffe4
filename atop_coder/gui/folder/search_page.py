"""Words in all answers of all sheets of the folder."""

from collections.abc import Callable, Sequence
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from atop_coder.checks.words import counted
from atop_coder.folder.entry import Entry
from atop_coder.folder.search import Hit, search
from atop_coder.form import Form, load_form
from atop_coder.gui.cards import Label
from atop_coder.gui.folder.found_list import FoundList, Item
from atop_coder.gui.theme import Role, Theme

TYPED_AFTER = 250  # milliseconds after the last key
MOST = 500  # answers that are listed; who gets more adds a word
HINT = (
    'Words that must all stand in one answer; put "several words" in quotation marks to find them together.'
)


class QuestionBox(QComboBox):
    """Which questions to look in; the wheel changes nothing, because the list below is what one scrolls."""

    def wheelEvent(self, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]  # a QWheelEvent, which Qt passes


class SearchPage(QWidget):
    """`wanted(item)` says that the person wants to see a place."""

    wanted = Signal(object)

    def __init__(
        self, entries: Callable[[], Sequence[Entry]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self._entries = theme, entries
        self.form: Form = load_form()
        self.line = QLineEdit(self)
        self.line.setPlaceholderText("Search all answers of all sheets")
        self.line.setAccessibleName("Search all answers of all sheets")
        self.line.setAccessibleDescription(HINT)
        self.line.setClearButtonEnabled(True)
        self.questions = QuestionBox(self)
        self.questions.setAccessibleName("Questions to search")
        self.questions.addItem("All questions", None)
        for question in self.form.questions:
            self.questions.addItem(f"{question.number}  {question.short}", question.number)
        self.count = Label(HINT, theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.list = FoundList(theme, "Answers found", self)
        self.list.wanted.connect(self.wanted)
        self._timer = QTimer(self, singleShot=True, interval=TYPED_AFTER)
        self._timer.timeout.connect(self.search_now)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.line.returnPressed.connect(self._entered)
        self.questions.activated.connect(lambda _place: self.search_now())
        self._lay_out()
        theme.changed.connect(self._respace)

    def _lay_out(self) -> None:
        self.row = QHBoxLayout()
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.questions)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.row)
        self.column.addWidget(self.count)
        self.column.addWidget(self.list, 1)
        self._respace()

    def _respace(self) -> None:
        px = self.theme.px
        self.line.setFont(self.theme.font(Role.ANSWER))
        self.line.setTextMargins(px(6), px(3), px(6), px(3))
        self.questions.setFont(self.theme.font(Role.BODY))
        self.questions.setMinimumHeight(self.line.sizeHint().height())
        self.questions.setMaximumWidth(px(260))
        self.row.setSpacing(px(8))
        self.column.setSpacing(px(8))

    def open(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def search_now(self) -> None:
        """Lists what is found for what is typed."""
        self._timer.stop()
        number = self.questions.currentData()
        questions = None if number is None else frozenset({number})
        hits = list(islice(search(self._entries(), self.line.text(), questions), MOST + 1))
        self.list.put([self._item(hit) for hit in hits[:MOST]])
        self.count.setText(self._words(hits))

    def _words(self, hits: Sequence[Hit]) -> str:
        if not self.line.text().strip():
            return HINT
        if not hits:
            return "No answer holds all of that."
        if len(hits) > MOST:
            return f"The first {MOST} answers are shown. Add a word to find fewer."
        sheets = len({hit.path for hit in hits})
        return f"{counted(len(hits), 'answer')} in {counted(sheets, 'sheet')}."

    def _item(self, hit: Hit) -> Item:
        head = f"{hit.sheet}  ·  {hit.question} {self.form.question(hit.question).short}"
        aside = f"{hit.times} places" if hit.times > 1 else ""
        return Item(head, aside, hit.text, hit.path, hit.question, hit.spans, hit.found)

    def _entered(self) -> None:
        self.search_now()
        if self.list.items.items:
            self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
