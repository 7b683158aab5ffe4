"""Finds words in the sheet, shows where they stand, and replaces them."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from atop_coder.checks.words import counted
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.finding import Place, find_places, next_place, replacements
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.window.find_bar import FindBar


class FindController(QObject):
    """Goes from place to place while the find bar is open, and leaves the cursor where it came to."""

    def __init__(self, workspace: Workspace, page: FormPage, bar: FindBar) -> None:
        super().__init__(workspace)
        self.workspace, self.page, self.bar = workspace, page, bar
        self._last: Place | None = None
        self._field: QTextEdit | None = None
        bar.typed.connect(self._typed)
        bar.moved.connect(self._find_next)
        bar.closed.connect(self._close)
        bar.replace_wanted.connect(self._replace)

    def find_words(self) -> None:
        """Opens the bar."""
        self._last = None
        self.bar.open()

    def replace_words(self) -> None:
        """Opens the bar with a second line for what is to stand there instead."""
        self._last = None
        self.bar.open(replacing=True)

    def _replace(self, everywhere: bool) -> None:
        """In descriptions: at the place that is shown, or at all places as one step of undo."""
        document, words = self.workspace.document, self.bar.line.text().strip()
        if document is None or not words:
            return
        document.flush_pending()
        place = None if everywhere else self._last
        if everywhere or (place is not None and place.nth >= 0):
            answers, count = replacements(document.sheet, words, self.bar.other.text(), place)
            document.put_all(answers)
            self._last = None
            self.bar.result.setText(f"{_counted(count)} replaced" if count else _counted(0))
        if not everywhere:
            self._find_next(words, 1)

    def find_next(self) -> None:
        """The next place of the words that were looked for last."""
        self._step(1)

    def find_previous(self) -> None:
        """The place before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.bar.line.text().strip():
            self.bar.show()
            self._find_next(self.bar.line.text(), step)
        else:
            self.find_words()

    def _typed(self, words: str) -> None:
        document = self.workspace.document
        places = find_places(document, words) if document else []
        self._last = None
        self.bar.result.setText(_counted(len(places)) if words.strip() else "")

    def _find_next(self, words: str, step: int) -> None:
        document = self.workspace.document
        if document is None:
            return
        places = find_places(document, words)
        place = self._last = next_place(places, self._last, document.current, step)
        if place is None:
            self.bar.result.setText(_counted(0))
            return
        self.bar.result.setText(f"{places.index(place) + 1} of {len(places)}")
        self.show_place(place, words.strip())

    def go_to(self, question: int, words: str) -> None:
        """Goes to a question, and to the words in its description if there are any."""
        self.page.go_to(question)
        if words:
            self.show_place(Place(question, 0), words)

    def show_place(self, place: Place, words: str) -> None:
        """Shows a place with its words selected."""
        page = self.page
        page.go_to(place.question, focus=False)
        fields = [one for one in page.cards[place.question].findChildren(QTextEdit) if one.isVisible()]
        self._field = None
        if place.nth >= 0 and fields:
            self._field = fields[-1]
            _select(fields[-1], words, place.nth)
            page.show_cursor(fields[-1], page.theme.px(60))

    def _close(self) -> None:
        """The cursor stays at what was found, ready to type."""
        self.bar.hide()
        field, card = self._field, self.page.current_card
        self._field = None
        if field is not None and card is not None and self.page.card_of(field) is card:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.page.focus_current()


def _counted(places: int) -> str:
    return counted(places, "place") if places else "Not found"


def _select(field: QTextEdit, words: str, nth: int) -> None:
    """Selects the nth time that the words stand in the field."""
    cursor = QTextCursor(field.document())
    for _ in range(nth + 1):
        found = field.document().find(words, cursor)
        if found.isNull():
            return
        cursor = found
    field.setTextCursor(cursor)
