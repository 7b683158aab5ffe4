"""Keeps the journals of the open sheets: what is typed is on disk within a second, saved or not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from atop_coder.errors import AtopError
from atop_coder.files.journal import Journal
from atop_coder.files.log import log
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.sheet import Answer, Edit

EVERY = 400  # milliseconds

Draft = tuple[Document, int, Answer]


class JournalWriter(QObject):
    """Notes every change of the sheets that it follows, twice a second and all that came together.

    What is typed and not yet taken over comes from `draft`. Writing is a matter of microseconds and done at
    once; forcing it to disk is left to another thread. `failed(message)` tells the first time that a journal
    cannot be written; it is tried again with each change.
    """

    failed = Signal(str)

    def __init__(
        self, folder: Path, draft: Callable[[], Draft | None] = lambda: None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder, self._draft = folder, draft
        self.journals: dict[Document, Journal] = {}
        self._pending: dict[Document, dict[int, Answer]] = {}
        self._drafted: tuple[Document, int] | None = None
        self._failing = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.note)

    def follow_workspace(self, workspace: Workspace) -> None:
        """Follows each sheet from when it is opened until it is closed."""
        workspace.opened.connect(self._opened)
        workspace.closed.connect(self._closed)

    def _opened(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            self.follow(page.document)

    def _closed(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            self.leave(page.document)

    def follow(self, document: Document) -> None:
        """Notes what is changed in the sheet from its present state on, until that is saved."""
        document.saving.connect(lambda path, fingerprint: self.note_saving(document, path, fingerprint))
        document.saved.connect(lambda _before: self.begin(document))
        self.journals[document] = Journal(self.folder, document.form, document.session.who)
        self._pending[document] = {}
        document.edit_applied.connect(lambda edit: self._applied(document, edit))
        self.begin(document)
        self._timer.start()

    def _applied(self, document: Document, edit: Edit) -> None:
        if document in self._pending:
            self._pending[document][edit.question] = edit.after

    def begin(self, document: Document) -> None:
        """The sheet as it is stands in its file now: what was noted of it before may go."""
        if document in self.journals:
            self._pending[document].clear()
            path = document.path if document.session.fingerprint else None
            self.journals[document].begin(document.sheet, path, document.session.fingerprint, document.name)

    def leave(self, document: Document) -> None:
        """The sheet is closed, and nobody wants more of it than is saved."""
        journal = self.journals.pop(document, None)
        self._pending.pop(document, None)
        if journal is not None:
            journal.remove()
        if not self.journals:
            self._timer.stop()

    def note(self) -> None:
        """Writes down what was changed since the last time."""
        draft = self._draft()
        here = draft[:2] if draft else None
        if self._drafted and self._drafted != here and self._drafted[0] in self._pending:
            left, number = self._drafted
            self._pending[left][number] = left.sheet[number]
        self._drafted = here
        for document, journal in self.journals.items():
            answers = dict(self._pending[document])
            if draft and draft[0] is document:
                answers[draft[1]] = draft[2]
            if answers:
                self._note(document, journal, answers)

    def _note(self, document: Document, journal: Journal, answers: dict[int, Answer]) -> None:
        try:
            count = journal.note(answers.items())
        except AtopError as error:
            self._pending[document].update(answers)
            self._tell(error)
            return
        self._pending[document].clear()
        self._failing = False
        if count:
            self._pool.start(journal.sync)

    def _tell(self, error: AtopError) -> None:
        if not self._failing:
            self._failing = True
            log.warning("journal not written in %s: %s", self.folder, error.values.get("reason"))
            self.failed.emit(str(error))

    def note_saving(self, document: Document, path: Path, fingerprint: str) -> None:
        """A save is about to put the sheet into that file."""
        try:
            self.note()
            if document in self.journals:
                self.journals[document].note_saving(path, fingerprint)
        except AtopError as error:
            self._tell(error)

    def sync(self) -> None:
        """Notes everything now and waits until it is on disk."""
        self.note()
        for journal in self.journals.values():
            journal.sync()
        self._pool.waitForDone()

    @property
    def failing(self) -> bool:
        """Whether the last try to write a journal failed."""
        return self._failing

    def stop(self) -> None:
        """Waits for the other thread; what is noted stays."""
        self._timer.stop()
        self._pool.waitForDone()
