"""Saves by itself, where a person wants that: only over a sheet's own file, and never over another's work."""

from PySide6.QtCore import QObject, QTimer

from atop_coder.errors import AtopError
from atop_coder.files.log import log
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.preferences import LEAVING, MINUTES
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.session.saving import save_session, save_target

EVERY = 5 * 60 * 1000  # milliseconds
FAILED = "{name} could not be saved by itself. {reason}"


class AutosaveController(QObject):
    """What is refused is told once for each sheet, until it can be saved again."""

    def __init__(self, workspace: Workspace, notices: Notices, settings: Settings) -> None:
        super().__init__(workspace)
        self.workspace, self.notices, self.settings = workspace, notices, settings
        self._told: set[Document] = set()
        self._shown: Document | None = None
        self.timer = QTimer(self, interval=EVERY)
        self.timer.timeout.connect(lambda: self._save_all(MINUTES))
        self.timer.start()
        workspace.current_changed.connect(self._page_left)
        workspace.closed.connect(self._closed)

    def window_left(self) -> None:
        """The person has gone to another program."""
        self._save_all(LEAVING)

    def _page_left(self, _page: Page | None) -> None:
        left, self._shown = self._shown, self.workspace.document
        if left in self.workspace.documents and self.settings.choice("autosave") == LEAVING:
            self._save(left)

    def _closed(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            self._told.discard(page.document)

    def _save_all(self, when: str) -> None:
        if self.settings.choice("autosave") == when:
            self.workspace.flush_pending()
            for document in self.workspace.documents:
                self._save(document)

    def _save(self, document: Document | None) -> None:
        path = save_target(document.session) if document is not None else None
        if document is None or path is None or not document.dirty or document.session.reading_only:
            return
        try:
            save_session(document.session, path, self.settings.kept_versions())
        except AtopError as error:
            if document not in self._told:
                self._told.add(document)
                words = FAILED.format(name=document.name, reason=error)
                self.notices.say(State.ERROR, words, about=("save", document))
        else:
            self._told.discard(document)
            log.info("saved %s by itself", path.name)
