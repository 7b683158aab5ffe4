"""The way of an edited workbook into the sheets: look, show, apply, say what happened, take it back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from atop_coder.checks.words import counted
from atop_coder.files.versions import Versions
from atop_coder.folder.workbook import Applied, Chosen
from atop_coder.gui.folder.actions import FolderActions
from atop_coder.gui.folder.workbook.applying import (
    Outcome,
    PutIn,
    outcome_words,
    put_into_tabs,
    taken_back_words,
    undo_in_tabs,
)
from atop_coder.gui.folder.workbook.page import WorkbookPage
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme

TAKE_BACK, CLOSE = "Undo", "Close"


class WorkbookImport(QObject):
    """Owns the page; `shown` and `left` tell when it is to be seen, `written` that files were changed.

    `documents` and `versions` are asked each time: which sheets are open, and where versions are kept. While
    it is `writing`, no other workbook is looked at.
    """

    shown = Signal()
    left = Signal()
    written = Signal()

    def __init__(
        self,
        theme: Theme,
        folder_actions: FolderActions,
        notices: Notices,
        documents: Callable[[], Sequence[Document]],
        versions: Callable[[], Versions],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.folder_actions, self.notices = folder_actions, notices
        self.documents, self.versions = documents, versions
        self.page = WorkbookPage(theme, lambda path: path in self._open_paths())
        self._were_open: frozenset[Path] = frozenset()
        self._stop = Event()
        self.writing = False
        self._outcome, self._wanted = Outcome(), 0
        self._undone: list[PutIn] = []
        self._left: list[str] = []
        self._connect()

    def _connect(self) -> None:
        folder_actions, page = self.folder_actions, self.page
        folder_actions.looked.connect(page.show_selection)
        folder_actions.not_looked.connect(self._refuse)
        folder_actions.progressed.connect(page.progress_view.show_progress)
        folder_actions.applied.connect(self._applied)
        folder_actions.taken_back.connect(self._taken_back)
        page.apply_wanted.connect(self.apply)
        page.left.connect(self.leave)

    def _open_paths(self) -> frozenset[Path]:
        return frozenset(one.path for one in self.documents() if one.path is not None)

    # looking

    def look_at(self, book: Path, folder: Path) -> None:
        """Shows what the workbook would change in the sheets of the folder."""
        opened = {one.path: one.sheet for one in self.documents() if one.path is not None}
        self._were_open = frozenset(opened)
        self._stop.set()  # of the workbook before, if that is still being compared
        self.notices.clear()
        self.page.show_waiting(f"Comparing {book.name} with the sheets")
        self.shown.emit()
        self._stop = self.folder_actions.look_at(book, folder, opened)

    def _refuse(self, message: str) -> None:
        self.left.emit()
        self.notices.say(State.ERROR, message)

    def put_away(self) -> None:
        """The person goes elsewhere: closes the page, but lets what is being written be written."""
        if not self.writing:
            self.leave()

    def leave(self) -> None:
        """Closes the page; of what is being written, the sheet that is under way is the last."""
        self._stop.set()
        self.left.emit()

    # applying

    def apply(self, chosen: Sequence[Chosen]) -> None:
        """Changes the sheets that are open, and writes the changes into the files of the others."""
        self._outcome = Outcome()
        wanted = sum(len(questions) for _, questions in chosen)
        self._outcome.not_chosen = max(0, self.page.rows.selection.preview.count - wanted)
        files = put_into_tabs(chosen, self.documents(), self._were_open, self._outcome)
        self._wanted = len(files)
        if files:
            self.page.show_waiting(f"Saving {counted(len(files), 'sheet')}")
            self.writing = True
            self._stop = self.folder_actions.apply(files, self.versions())
        else:
            self._finish()

    def _applied(self, applied: Sequence[Applied]) -> None:
        self._outcome.take(applied, self._wanted)
        self._finish()

    def _finish(self) -> None:
        """Says what became of it all, and offers to take it back."""
        outcome, self.writing = self._outcome, False
        self.left.emit()
        if outcome.written:
            self.written.emit()
        state = State.WARNING if outcome.left or outcome.stopped else State.ANSWERED
        buttons = (TAKE_BACK, CLOSE) if outcome.done else (CLOSE,)
        bar = self.notices.say(state if outcome.done else State.ERROR, outcome_words(outcome), buttons)
        bar.acted.connect(lambda button: self.take_back(outcome) if button == TAKE_BACK else None)

    # taking back

    def take_back(self, outcome: Outcome) -> None:
        """Undoes the changes in open sheets, and puts back what the files held."""
        self._left = []
        self._undone = undo_in_tabs(outcome.put, self.documents(), self._left)
        self._wanted = len(outcome.written)
        if outcome.written:
            self.page.show_waiting(f"Taking back the changes to {counted(self._wanted, 'sheet')}")
            self.shown.emit()
            self.writing = True
            self._stop = self.folder_actions.take_back(outcome.written, self.versions())
        else:
            self._taken_back(())

    def _taken_back(self, back: Sequence[Applied]) -> None:
        self.writing = False
        done = [one for one in back if one.target is not None]
        left = [*self._left, *(one.message for one in back if one.message)]
        missing = self._wanted - len(back)
        self.left.emit()
        if done:
            self.written.emit()
        state = State.WARNING if left or missing else State.ANSWERED
        self.notices.say(state, taken_back_words(self._undone, done, left, missing))
