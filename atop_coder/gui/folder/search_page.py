"""Words in all answers of all sheets of the folder."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from atop_coder.checks.words import counted
from atop_coder.folder.entry import Entry
from atop_coder.folder.search import Hit, count_answers, search, wanted_words
from atop_coder.folder.short_names import short_names
from atop_coder.form import Form, load_form
from atop_coder.gui.folder.columns import by_id
from atop_coder.gui.folder.results_list import Item, ResultsList
from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.theme import Role, Theme

TYPED_AFTER = 250  # milliseconds after the last key
MAX_RESULTS = 500  # answers that are listed; who gets more adds a word
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
        self.list = ResultsList(theme, "Answers found", self)
        self.list.wanted.connect(self.wanted)
        self._asked: tuple[str, frozenset[int] | None] = ("", None)
        self._stale = False
        self._timer = QTimer(self, singleShot=True, interval=TYPED_AFTER)
        self._timer.timeout.connect(self.search_now)
        self.line.textChanged.connect(lambda _text: self._timer.start())
        self.line.returnPressed.connect(self._entered)
        self.questions.activated.connect(lambda _place: self.search_now())
        self._lay_out()
        theme.follow(self._respace)

    def _lay_out(self) -> None:
        self.row = QHBoxLayout()
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.questions)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self.row)
        self.column.addWidget(self.count)
        self.column.addWidget(self.list, 1)

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

    def focus(self) -> None:
        """Goes back to where the person was: the words, or the answers that were found."""
        (self.list if self.focusWidget() is self.list else self.line).setFocus()

    def entries_changed(self) -> None:
        """Other sheets than before are in the folder: what is shown of them is to be looked up anew."""
        self._stale = bool(self.line.text())
        if self._stale and self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.search_now()

    def search_now(self) -> None:
        """Lists what is found for what is typed; of the same search again, from where the person is."""
        self._timer.stop()
        number = self.questions.currentData()
        questions = None if number is None else frozenset({number})
        asked = (self.line.text(), questions)
        entries = sorted(self._entries(), key=lambda entry: by_id(entry.summary))
        hits = list(islice(search(entries, *asked), MAX_RESULTS + 1))
        files = _files_of_twins(entries)
        items = [self._item(hit, files.get(hit.path, "")) for hit in hits[:MAX_RESULTS]]
        self.list.put(items, stay=asked == self._asked)
        whole = count_answers(entries, *asked) if len(hits) > MAX_RESULTS else None
        self.count.setText(self._words(hits, whole))
        self._asked, self._stale = asked, False

    def _words(self, hits: Sequence[Hit], whole: tuple[int, int] | None) -> str:
        if not wanted_words(self.line.text()):
            return HINT
        if not hits:
            return "No answer holds all of that."
        answers, sheets = whole or (len(hits), len({hit.path for hit in hits}))
        told = f"{counted(answers, 'answer')} in {counted(sheets, 'sheet')}"
        return (
            f"{told}; the first {MAX_RESULTS} are shown. Add a word to find fewer." if whole else f"{told}."
        )

    def _item(self, hit: Hit, file: str) -> Item:
        head = f"{hit.sheet}  ·  {hit.question} {self.form.question(hit.question).short}"
        aside = " · ".join(part for part in (f"{hit.times} places" if hit.times > 1 else "", file) if part)
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


def _files_of_twins(entries: Sequence[Entry]) -> Mapping[Path, str]:
    """The files of the sheets that another one shares its id with, by which alone they can be told apart."""
    named = Counter(entry.summary.name for entry in entries)
    return short_names(entry.path for entry in entries if named[entry.summary.name] > 1)
