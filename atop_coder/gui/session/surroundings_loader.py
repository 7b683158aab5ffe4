"""Reads what the editors know beyond their sheet, away from the window's thread."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.sheet import Sheet


class SurroundingsLoader(QObject):
    """States, wars and names, read once after the start; `found` when they are there, before any check."""

    found = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.workspace = workspace
        self.surroundings: EditorContext | None = None
        self._pool = QThreadPool(self)
        self.found.connect(self._take)
        workspace.opened.connect(self._opened)
        workspace.current_changed.connect(self._check)

    def load(self) -> None:
        """Begins to read, unless it is known already."""
        from atop_coder.gui.session.surroundings import load_surroundings

        if self.surroundings is None:
            document = self.workspace.document
            folder = document.path.parent if document and document.path else None
            sheet = document.sheet if document else Sheet.empty()
            self._pool.start(lambda: self.found.emit(load_surroundings(folder, sheet)))

    def _take(self, surroundings: EditorContext) -> None:
        self.surroundings = surroundings
        for document in self.workspace.documents:
            document.set_surroundings(surroundings)
        self._check()

    def _opened(self, page: Page) -> None:
        if self.surroundings is not None and isinstance(page, SheetPage):
            page.document.surroundings = self.surroundings

    def _check(self) -> None:
        if self.surroundings is not None and self.workspace.document is not None:
            self.workspace.document.start_checks()

    def stop(self) -> None:
        """Waits for what is being read."""
        self._pool.waitForDone()
