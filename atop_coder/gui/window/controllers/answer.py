"""Answers by keys, undoes, accepts warnings, and marks the sheet as done."""

from PySide6.QtCore import QObject

from atop_coder.checks.problem import Severity
from atop_coder.form import Status
from atop_coder.gui.editors import Editor
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.completion import CompletionSheet

NO_WARNING = "The current question has no warning to accept."


class AnswerController(QObject):
    """The Sheet menu, undo and redo: all of it for the current question of the current sheet."""

    def __init__(
        self, workspace: Workspace, page: FormPage, completion: CompletionSheet, notices: Notices
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.page = workspace, page
        self.completion, self.notices = completion, notices
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
        self._set_status(Status.BLANK)

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
        """Lists what is missing, above the form; or marks the sheet as done."""
        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        if not self.completion.open_for(document):
            document.session.mark_complete()
            self.notices.say(State.ANSWERED, f"{document.name} is marked complete.", passing=True)
