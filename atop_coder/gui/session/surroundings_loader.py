"""Reads what the editors know beyond their sheet, away from the window's thread."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QThreadPool, Signal

from atop_coder.gui.session.editor_context import ASK, EditorContext
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.sheet import Sheet


class SurroundingsLoader(QObject):
    """States, wars and names, read once after the start; `found` when they are there, before any check."""

    found = Signal(object)

    def __init__(self, workspace: Workspace, date_order: Callable[[], str] = lambda: ASK) -> None:
        super().__init__(workspace)
        self.workspace, self.date_order = workspace, date_order
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
        self.tell()
        self._check()

    def tell(self) -> None:
        """Gives the open sheets what is known now; to be called when the order of dates is another."""
        for document in self.workspace.documents:
            document.set_surroundings(self._known())

    def _known(self) -> EditorContext:
        return replace(self.surroundings or EditorContext(), date_order=self.date_order())

    def _opened(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            page.document.surroundings = self._known()

    def _check(self) -> None:
        if self.surroundings is not None and self.workspace.document is not None:
            self.workspace.document.start_checks()

    def stop(self) -> None:
        """Waits for what is being read."""
        self._pool.waitForDone()
