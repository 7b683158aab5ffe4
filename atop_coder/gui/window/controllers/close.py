"""Closes pages and the window; asks first where something would be lost."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.workspace import SheetPage, Workspace
from atop_coder.gui.widgets import dialogs


class CloseController(QObject):
    """`save(document)` saves a sheet if the person wants that first; False if it was not saved."""

    def __init__(self, workspace: Workspace, save: Callable[[Document], bool], window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.save, self.window = workspace, save, window

    def close_page(self) -> None:
        """Closes the current page; asks first if something would be lost."""
        page = self.workspace.current
        if page is None:
            return
        self.workspace.flush_pending()
        if not isinstance(page, SheetPage) or self._may_close([page.document]):
            self.workspace.close(page)

    def close_at(self, place: int) -> None:
        """Closes the page of that tab."""
        self.workspace.show_at(place)
        self.close_page()

    def close_window(self) -> None:
        """Closes the window, which asks for all of them."""
        self.window.close()

    def may_close_all(self) -> bool:
        """Asks once for all sheets with changes; the window may go if it is True."""
        self.workspace.flush_pending()
        return self._may_close(self.workspace.documents)

    def _may_close(self, documents: Sequence[Document]) -> bool:
        """Whether nothing is lost by closing these, or the person wants it so; saves them if asked to."""
        changed = [document for document in documents if document.dirty]
        if not changed:
            return True
        answer = dialogs.ask_closing(self.window, [document.name for document in changed])
        if answer == dialogs.Closing.SAVE:
            return all(self.save(document) for document in changed)
        return answer == dialogs.Closing.DISCARD
