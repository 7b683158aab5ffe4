"""How the window looks: size of the text, sides, focus; and that it looks so again another day."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from atop_coder.gui.session.settings import Settings
from atop_coder.gui.widgets.taborder import focusable_in
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.main_window import MainWindow
from atop_coder.gui.window.splitter_layout import OUTLINE, PANELS

SIZE = (1440, 900)
SIDES = (OUTLINE, PANELS)


class ViewController(QObject):
    """The View menu."""

    def __init__(self, window: MainWindow, settings: Settings, theme: Theme) -> None:
        super().__init__(window)
        self.window, self.work, self.settings, self.theme = window, window.work, settings, theme

    def zoom_in(self) -> None:
        self.theme.zoom_in()

    def zoom_out(self) -> None:
        self.theme.zoom_out()

    def zoom_reset(self) -> None:
        self.theme.set_zoom(100)

    def toggle_outline(self, on: bool) -> None:
        self.work.sides.want(OUTLINE, on)

    def toggle_panels(self, on: bool) -> None:
        self.work.sides.want(PANELS, on)

    # where the focus is

    def next_area(self) -> None:
        """Moves the focus round: bars, outline, form, panels."""
        work = self.work
        parts = (work.outline, work.form_page, work.panels)
        areas = [*self.window.bars(), *(area for area in parts if area.isVisible())]
        focus = QApplication.focusWidget()
        here = next((i for i, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1)
        if areas:
            self._enter(areas[(here + 1) % len(areas)])

    def _enter(self, area: QWidget) -> None:
        if area is self.work.outline:
            self.work.outline.view.setFocus()
        elif area is self.work.form_page:
            self.work.form_page.focus_current()
        elif area is not self.work.panels:
            fields = [one for one in focusable_in(area) if one.isVisible() and one.isEnabled()]
            (fields[0] if fields else area).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            panels = self.work.panels
            tab = next((tab for tab in panels.findChildren(QTabBar)), None)
            (tab or panels.tabs[panels.current]).setFocus()

    def focus_filter(self) -> None:
        """Goes to the box above the outline."""
        self.work.outline.box.setFocus()
        self.work.outline.box.selectAll()

    # what is remembered

    def restore(self) -> None:
        """Makes the window look as it did."""
        self._take_size()
        sides, panels = self.work.sides, self.work.panels
        sides.take_widths(*(self.settings.number(f"{side}-width", 0) for side in SIDES))
        panels.show_panel(self.settings.text("panel"))
        panels.chosen.connect(lambda title: self.settings.put("panel", title))
        sides.wanted.update({side: self.settings.switch(f"toggle-{side}", True) for side in SIDES})
        sides.fit(self.window.width())

    def _take_size(self) -> None:
        """The size it had, or the usual one; none is larger than the screen."""
        window = self.window
        window.resize(*SIZE)
        window.restoreGeometry(self.settings.picture("window"))
        free = window.screen().availableSize()
        if not window.isMaximized() and not window.isFullScreen():
            height = free.height() - self.theme.px(32)
            window.resize(min(window.width(), free.width()), min(window.height(), height))

    def remember(self) -> None:
        """Writes down how the window looks."""
        self.settings.put("window", self.window.saveGeometry())
        self.settings.put("zoom", self.theme.zoom)
        sides = self.work.sides
        for side in SIDES:
            self.settings.put(f"{side}-width", sides.widths[side])
            self.settings.put(f"toggle-{side}", sides.wanted[side])
        self.settings.save()
