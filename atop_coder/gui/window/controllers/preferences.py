"""The preferences: shown on one page, kept in the settings, and made to hold at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.gui.session.preferences import BY_NAME, DARK, LIGHT, Preference
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.surroundings_loader import SurroundingsLoader
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.name_bar import NameBar

SCHEMES = {LIGHT: False, DARK: True}  # any other follows the system
ASKED = "name-asked"


class PreferencesController(QObject):
    """Most preferences are looked up when they are needed; those that are seen at once are applied here."""

    def __init__(
        self,
        workspace: Workspace,
        surroundings: SurroundingsLoader,
        settings: Settings,
        bar: NameBar,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.workspace, self.settings, self.bar, self.theme = workspace, settings, bar, theme
        self.window = window
        self._apply: dict[str, Callable[[str], object]] = {
            "theme": lambda value: theme.set_dark(SCHEMES.get(value)),
            "zoom": lambda value: theme.set_zoom(int(value)),
            "name": lambda _value: workspace.sign(),
            "date_order": lambda _value: surroundings.tell(),
        }
        bar.answered.connect(self._take_name)

    def show_preferences(self) -> None:
        """All that can be set, on one page."""
        from atop_coder.gui.window.preferences_page import PreferencesPage

        self.settings.put("zoom", self.theme.zoom)
        page = PreferencesPage(lambda one: self.settings.choice(one.name), self.put, self.theme, self.window)
        page.exec()
        self.settings.save()

    def put(self, preference: Preference, value: str) -> None:
        """From now on this holds."""
        self.settings.put(preference.name, value)
        if preference.name in self._apply:
            self._apply[preference.name](value)

    def ask_name(self) -> None:
        """Asks for the person's name, unless it is known or was asked for before."""
        if not self.settings.text("name") and not self.settings.switch(ASKED, False):
            self.bar.ask()

    def _take_name(self, name: str) -> None:
        self.settings.put(ASKED, True)
        if name:
            self.put(BY_NAME["name"], name)
        self.settings.save()
