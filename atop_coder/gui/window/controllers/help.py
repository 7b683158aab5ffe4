"""The Help menu."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder import __version__
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.keys_page import KeysOfMenus, KeysPage

ABOUT = (
    f"ATOP Coder {__version__}\n\nReads, checks and edits the codesheets of the Alliance Treaty Obligations"
    " and Provisions project (atopdata.org). State and war data: Correlates of War (correlatesofwar.org)."
)


class HelpController(QObject):
    """`keys` are those of the menus, as the page of keys shows them."""

    def __init__(self, keys: KeysOfMenus, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.keys, self.theme, self.window = keys, theme, window

    def show_keys(self) -> None:
        KeysPage(self.keys, self.theme, self.window).exec()

    def about(self) -> None:
        dialogs.tell(self.window, "About ATOP Coder", ABOUT)
