"""Answers by keys, undoes, accepts warnings, and marks the sheet as done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from atop_coder.checks.problem import Severity
from atop_coder.form import Status
from atop_coder.gui.editors import Editor
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.completion import CompletionSheet
from atop_coder.sheet import PartialDate

NO_WARNING = "The current question has no warning to accept."


class AnswerController(QObject):
    """The Sheet menu, undo and redo: all of it for the current question of the current sheet."""

    def __init__(
        self,
        workspace: Workspace,
        page: FormPage,
        completion: CompletionSheet,
        notices: Notices,
        save: Callable[[], bool],
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.page = workspace, page
        self.completion, self.notices, self.save = completion, notices, save
        completion.complete_wanted.connect(self.mark_complete)
        completion.closed.connect(page.focus_current)

    def _editor(self) -> Editor | None:
        card = self.page.current_card
        return card.editor if card else None

    def insert_words(self, words: str) -> None:
        """Puts words where the person is typing."""
        editor = self._editor()
        if editor is not None:
            editor.insert_words(words)

    def insert_state(self, ccode: int) -> None:
        """Puts a state into the current answer."""
        editor = self._editor()
        if editor is not None:
            editor.insert_state(ccode)

    def insert_today(self) -> None:
        """Puts today's date where the cursor is, as typing does."""
        today = date.today()
        self._type(PartialDate(today.year, today.month, today.day).words)

    def insert_citation(self) -> None:
        """Puts (Art. ) where the cursor is, and the cursor before its end."""
        if field := self._type("(Art. )"):
            back = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(field, back)

    def _type(self, words: str) -> QWidget | None:
        """Types into the field of a card that has the focus, or into the description of the current one."""
        field, editor = self.page.text_field(), self._editor()
        if field is None and editor is not None:
            editor.focus_description()
            field = self.page.text_field()
        if field is not None:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(field, event)
        return field

    # answers

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
        editor = self._editor()
        if editor is not None:
            editor.clear()

    def _set_status(self, status: Status) -> None:
        editor = self._editor()
        if editor is not None and not editor.set_status(status):
            self._say_not_allowed(editor, self.page.form.status_label(status))

    def _say_not_allowed(self, editor: Editor, label: str) -> None:
        number = editor.question.number
        self.notices.say(State.NOTE, f"Question {number} cannot be answered with {label}.", passing=True)

    # undo and redo

    def undo(self) -> None:
        self.page.walk(back=True)

    def redo(self) -> None:
        self.page.walk(back=False)

    # what is said of an answer, and of the sheet

    def question_help(self) -> None:
        """Shows what the current question asks for, or hides it again."""
        card = self.page.current_card
        if card is not None:
            card.toggle_help()

    def accept_warning(self) -> None:
        """Opens the line for the reason under the first warning of the current question."""
        card = self.page.current_card
        bars = card.bars if card else ()
        for bar in bars:
            if bar.problem.severity == Severity.WARNING and not bar.reason:
                bar.ask_reason()
                return
        self.notices.say(State.NOTE, NO_WARNING, passing=True)

    def mark_complete(self) -> None:
        """Lists what is missing, above the form; or marks the sheet as done, and saves it first."""
        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        if self.completion.open_for(document) or (document.dirty and not self.save()):
            return
        document.session.mark_complete()
        self.notices.say(State.ANSWERED, f"{document.name} is saved and marked complete.", passing=True)
