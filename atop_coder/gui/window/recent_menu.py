"""The files and folders that were opened last, in the File menu."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from atop_coder.gui.session.settings import Settings


class RecentMenu(QMenu):
    """Filled anew whenever the menu that it stands in opens; `chosen(paths)` when one is wanted."""

    chosen = Signal(object)

    def __init__(self, settings: Settings, menu: QMenu, before: QAction) -> None:
        super().__init__("Open re&cent", menu)
        self.settings = settings
        menu.insertMenu(before, self)
        menu.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Lists what the settings remember."""
        self.clear()
        for path in self.settings.recent:
            action = self.addAction(str(path).replace("&", "&&"))
            action.triggered.connect(lambda _on=False, path=path: self._choose(path))
        self.setEnabled(bool(self.settings.recent))

    def _choose(self, path: Path) -> None:
        self.chosen.emit([path])
