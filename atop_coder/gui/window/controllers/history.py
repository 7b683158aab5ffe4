"""Shows the versions that were kept of a sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.gui.session.settings import BESIDE, OWN, Settings
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.theme import Theme

if TYPE_CHECKING:  # loaded when it is first shown
    from atop_coder.gui.compare.history_page import HistoryPage


class HistoryController(QObject):
    """`page` is the one that is shown, if any."""

    def __init__(self, workspace: Workspace, settings: Settings, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.settings, self.theme, self.window = workspace, settings, theme, window
        self.page: HistoryPage | None = None

    def show_history(self) -> None:
        """Shows the versions that were kept of the current sheet."""
        from atop_coder.gui.compare.history_page import HistoryPage

        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        kept = self.settings.kept_versions().of(document.path) if document.path else ()
        beside = self.settings.versions == BESIDE
        page = self.page = HistoryPage(document, kept, beside, self.theme, self.window)
        page.place_wanted.connect(lambda beside: self.settings.put("versions", BESIDE if beside else OWN))
        page.destroyed.connect(self._forget)
        page.open()

    def _forget(self) -> None:
        self.page = None
