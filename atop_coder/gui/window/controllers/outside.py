"""Notices at once that the file of an open sheet was taken away, or came back."""

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.reading import whole_file

A_MOMENT = 400  # milliseconds: whoever replaces a file takes it away for shorter
GONE = "{file} was deleted or moved. What you see is all that is left of it here: saving makes it anew."


class OutsideController(QObject):
    """Watches the files and folders of the sheets that are open."""

    def __init__(self, workspace: Workspace, notices: Notices) -> None:
        super().__init__(workspace)
        self.workspace, self.notices = workspace, notices
        self.watcher = QFileSystemWatcher(self)
        self._later = QTimer(self, singleShot=True, interval=A_MOMENT)
        self._later.timeout.connect(self.look)
        self.watcher.directoryChanged.connect(lambda _path: self._later.start())
        workspace.opened.connect(self._opened)
        workspace.closed.connect(self._closed)

    def _opened(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            page.document.saved.connect(self._watch)
            self._watch()

    def _watch(self) -> None:
        """Folders are watched, and not files: a save puts another file into the place of the one before."""
        wanted = {str(whole_file(one.path).parent) for one in self.workspace.documents if one.path}
        watched = set(self.watcher.directories())
        if watched - wanted:
            self.watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self.watcher.addPaths(sorted(wanted - watched))
        self.look()

    def _closed(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            self.notices.withdraw(("gone", page.document))
            self._watch()

    def look(self) -> None:
        """Compares what is open with what is there."""
        for document in self.workspace.documents:
            if document.path is not None:
                self._note(document, not whole_file(document.path).exists())

    def _note(self, document: Document, gone: bool) -> None:
        if not gone:
            self.notices.withdraw(("gone", document))
        elif not document.session.gone and document.path:
            words = GONE.format(file=whole_file(document.path).name)
            self.notices.say(State.WARNING, words, about=("gone", document))
        document.session.note_gone(gone)
