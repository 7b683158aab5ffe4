"""How a person moves through the sheet, answers by keys, undoes, and finds."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from atop_coder.checks.problem import Severity
from atop_coder.form import Status
from atop_coder.gui.editors import Editor
from atop_coder.gui.form.question_card import QuestionCard
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.finding import Place, find_places, next_place
from atop_coder.gui.session.question_status import WEIGHTY
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.window_base import WindowBase


class MoveTasks(WindowBase):
    """The slots of the Edit, Go and Sheet menus."""

    _last_place: Place | None = None
    _found_field: QTextEdit | None = None

    # moving

    def _go(self, number: int | None, nothing: str = "") -> None:
        if number is not None:
            self.page.go_to(number)
        elif nothing:
            self.notices.say(State.ANSWERED, nothing, passing=True)

    def go_to(self) -> None:
        self.go_bar.open()

    def _go_chosen(self, number: int) -> None:
        self.go_bar.hide()
        self.page.go_to(number)

    def next_question(self) -> None:
        self._step(1)

    def previous_question(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.document is not None:
            wanted = self.document.current + step
            if wanted in self.form.by_number:
                self.page.go_to(wanted)

    def next_unanswered(self) -> None:
        if self.document is not None:
            self.page.commit()
            self._go(_after(self.document.blanks(), self.document.current), "Every question is answered.")

    def next_problem(self) -> None:
        self._go_problem(1)

    def previous_problem(self) -> None:
        self._go_problem(-1)

    def _go_problem(self, step: int) -> None:
        if self.document is None:
            return
        self.page.commit()
        self.document.check()
        numbers = tuple(
            number
            for number in self.form.by_number
            if not self.document.severities_of(number).isdisjoint(WEIGHTY)
        )
        self._go(_after(numbers, self.document.current, step), "There is no error and no warning.")

    def next_sheet(self) -> None:
        self._turn(1)

    def previous_sheet(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        if self.tabs.count():
            self.show_sheet((self.tabs.currentIndex() + step) % self.tabs.count())

    # answering by keys

    def _editor(self) -> Editor | None:
        card = self._card()
        return card.editor if card else None

    def _card(self) -> QuestionCard | None:
        return self.page.cards.get(self.document.current) if self.document else None

    def answer_yes(self) -> None:
        self._choose("yes")

    def answer_no(self) -> None:
        self._choose("no")

    def _choose(self, value: str) -> None:
        editor = self._editor()
        if editor is not None and not editor.choose(value):
            self._say_not_allowed(editor, value.capitalize())

    def answer_na(self) -> None:
        self._set_status(Status.NOT_APPLICABLE)

    def answer_unknown(self) -> None:
        self._set_status(Status.UNKNOWN)

    def clear_answer(self) -> None:
        self._set_status(Status.BLANK)

    def _set_status(self, status: Status) -> None:
        editor = self._editor()
        if editor is not None and not editor.set_status(status):
            self._say_not_allowed(editor, self.form.status_label(status))

    def _say_not_allowed(self, editor: Editor, label: str) -> None:
        number = editor.question.number
        self.notices.say(State.NOTE, f"Question {number} cannot be answered with {label}.", passing=True)

    def question_help(self) -> None:
        card = self._card()
        if card is not None:
            card.toggle_help()

    def accept_warning(self) -> None:
        """Opens the line for the reason under the first warning of the current question."""
        card = self._card()
        bars = (
            [bar for bar in card.bars if bar.problem.severity == Severity.WARNING and not bar.reason]
            if card
            else []
        )
        if bars:
            bars[0].ask_reason()
        else:
            self.notices.say(State.NOTE, "The current question has no warning to accept.", passing=True)

    def mark_complete(self) -> None:
        """Lists what is missing, above the form; or marks the sheet as done."""
        if self.document is None:
            return
        self.page.commit()
        if not self.completion.open_for(self.document):
            self._complete(self.document)

    def _complete(self, document: Document) -> None:
        document.mark_complete()
        self.notices.say(State.ANSWERED, f"{document.name} is marked complete.", passing=True)

    # undo and redo

    def undo(self) -> None:
        self._walk_back(Document.undo)

    def redo(self) -> None:
        self._walk_back(Document.redo)

    def _walk_back(self, walk: Callable[[Document], int | None]) -> None:
        if self.document is None:
            return
        self.page.commit()
        number = walk(self.document)
        if number is not None:
            self.page.go_to(number)

    # finding

    def find_words(self) -> None:
        self._last_place = None
        self.find_bar.open()

    def focus_filter(self) -> None:
        self.outline.box.setFocus()
        self.outline.box.selectAll()

    def _find_typed(self, words: str) -> None:
        places = find_places(self.document, words) if self.document else []
        self._last_place = None
        self.find_bar.result.setText(_counted(len(places)) if words.strip() else "")

    def _find_next(self, words: str, step: int) -> None:
        if self.document is None:
            return
        places = find_places(self.document, words)
        place = next_place(places, self._last_place, self.document.current, step)
        self._last_place = place
        if place is None:
            self.find_bar.result.setText(_counted(0))
            return
        self.find_bar.result.setText(f"{places.index(place) + 1} of {len(places)}")
        self._show_place(place, words.strip())

    def _show_place(self, place: Place, words: str) -> None:
        self.page.go_to(place.question, focus=False)
        card = self.page.cards[place.question]
        fields = [field for field in card.findChildren(QTextEdit) if field.isVisible()]
        self._found_field = None
        if place.nth >= 0 and fields:
            self._found_field = fields[-1]
            _select(fields[-1], words, place.nth)
            spot = fields[-1].viewport().mapTo(self.page.body, fields[-1].cursorRect().center())
            self.page.ensureVisible(spot.x(), spot.y(), 0, self.theme.px(60))

    def _close_find(self) -> None:
        """The cursor stays at what was found, ready to type."""
        self.find_bar.hide()
        field, card = self._found_field, self._card()
        self._found_field = None
        if field is not None and card is not None and self.page.card_of(field) is card:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._back_to_form()

    def _close_go(self) -> None:
        self.go_bar.hide()
        self._back_to_form()

    def _back_to_form(self) -> None:
        editor = self._editor()
        if editor is not None:
            editor.focus_first()


def _after(numbers: tuple[int, ...], current: int, step: int = 1) -> int | None:
    """The first of the numbers past the current one, round and round; None if there is none."""
    if not numbers:
        return None
    if step > 0:
        return next((number for number in numbers if number > current), numbers[0])
    return next((number for number in reversed(numbers) if number < current), numbers[-1])


def _counted(places: int) -> str:
    return {0: "Not found", 1: "1 place"}.get(places, f"{places} places")


def _select(field: QTextEdit, words: str, nth: int) -> None:
    """Selects the nth time that the words stand in the field."""
    cursor = QTextCursor(field.document())
    for _ in range(nth + 1):
        found = field.document().find(words, cursor)
        if found.isNull():
            return
        cursor = found
    field.setTextCursor(cursor)
