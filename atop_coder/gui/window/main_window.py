"""The window: everything that the table of actions names, and what it remembers from day to day."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QMenu, QTabBar, QWidget

from atop_coder import __version__
from atop_coder.gui.session.opening import Opener
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.keys_page import KeysPage
from atop_coder.gui.window.splitter_layout import OUTLINE, PANELS
from atop_coder.gui.window.window_folder import FolderTasks
from atop_coder.gui.window.window_recovery import RecoveryTasks

SIZE = (1440, 900)
SIDES = (OUTLINE, PANELS)


class Window(FolderTasks, RecoveryTasks):
    """The program as people see it."""

    def __init__(self, theme: Theme, settings: Settings, opener: Opener | None = None) -> None:
        self.recent_menu: QMenu | None = None
        super().__init__(theme, settings, opener)
        self._connect_tasks()
        self._add_recent_menu()
        self._restore()
        if settings.set_aside:
            self.notices.say(
                State.NOTE,
                f"The window's settings were damaged and are set aside as {settings.set_aside.name}.",
            )

    def _connect_tasks(self) -> None:
        self.opener.opened.connect(self.take_reading)
        self.opener.failed.connect(self.refuse_file)
        self.follow_opener()
        self.header.export_wanted.connect(self.export_excel)
        self.header.complete_wanted.connect(self.mark_complete)
        self.tabs.tabCloseRequested.connect(self.close_tab)
        self.find_bar.typed.connect(self._find_typed)
        self.find_bar.moved.connect(self._find_next)
        self.find_bar.closed.connect(self._close_find)
        self.go_bar.chosen.connect(self._go_chosen)
        self.go_bar.closed.connect(self._close_go)
        self.completion.complete_wanted.connect(self.mark_complete)
        self.completion.closed.connect(self._back_to_form)
        self.panels.closed.connect(lambda: self.actions_by_id["toggle-panels"].setChecked(False))
        self.panels.chosen.connect(lambda title: self.settings.put("panel", title))
        self.welcome.new_wanted.connect(self.new_sheet)
        self.welcome.open_wanted.connect(self.open_files)
        self.welcome.folder_wanted.connect(self.open_folder)
        self.welcome.recent_wanted.connect(lambda path: self.open_paths([path]))

    # recent files

    def _add_recent_menu(self) -> None:
        menu = self.menus["&File"]
        self.recent_menu = QMenu("Open re&cent", menu)
        menu.insertMenu(self.actions_by_id["save"], self.recent_menu)
        self._fill_recent()

    def _fill_recent(self) -> None:
        if self.recent_menu is None:
            return
        self.recent_menu.clear()
        for path in self.settings.recent:
            action = QAction(str(path).replace("&", "&&"), self.recent_menu)
            action.triggered.connect(lambda _on=False, path=path: self.open_paths([path]))
            self.recent_menu.addAction(action)
        self.recent_menu.setEnabled(bool(self.settings.recent))

    # view

    def zoom_in(self) -> None:
        self.theme.zoom_in()

    def zoom_out(self) -> None:
        self.theme.zoom_out()

    def zoom_reset(self) -> None:
        self.theme.set_zoom(100)

    def toggle_outline(self, on: bool) -> None:
        self.room.want(OUTLINE, on)

    def toggle_panels(self, on: bool) -> None:
        self.room.want(PANELS, on)

    def next_area(self) -> None:
        """Moves the focus round: outline, form, panels."""
        areas = [area for area in (self.outline, self.page, self.panels) if area.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1)
        if areas:
            self._enter(areas[(here + 1) % len(areas)])

    def _enter(self, area: QWidget) -> None:
        if area is self.outline:
            self.outline.view.setFocus()
        elif area is self.page:
            self._back_to_form()
        else:
            tab = next((tab for tab in self.panels.findChildren(QTabBar)), None)
            (tab or self.panels.tabs[self.panels.current]).setFocus()

    def show_keys(self) -> None:
        KeysPage(self.theme, self).exec()

    def about(self) -> None:
        dialogs.tell(
            self,
            "About ATOP Coder",
            f"ATOP Coder {__version__}\n\nReads, checks and edits the codesheets of the Alliance Treaty"
            " Obligations and Provisions project (atopdata.org). State and war data: Correlates of War"
            " (correlatesofwar.org).",
        )

    # what is remembered

    def _restore(self) -> None:
        self._take_size()
        self.room.take_widths(*(self.settings.number(f"{side}-width", 0) for side in (OUTLINE, PANELS)))
        self.panels.show_panel(self.settings.text("panel"))
        self.room.fitted.connect(self._sides_fitted)
        self.room.wanted.update({side: self.settings.switch(f"toggle-{side}", True) for side in SIDES})
        self.room.fit(self.width())

    def _take_size(self) -> None:
        """The size it had, or the usual one; none is larger than the screen."""
        self.resize(*SIZE)
        self.restoreGeometry(self.settings.picture("window"))
        free = self.screen().availableSize()
        if not self.isMaximized() and not self.isFullScreen():
            self.resize(
                min(self.width(), free.width()), min(self.height(), free.height() - self.theme.px(32))
            )

    def _sides_fitted(self) -> None:
        """The menu tells what is seen; the first panel is made as soon as it can be."""
        for side in SIDES:
            action = self.actions_by_id[f"toggle-{side}"]
            action.blockSignals(True)
            action.setChecked(self.room.shows(side))
            action.blockSignals(False)
        self.panels.wake()

    def remember(self) -> None:
        """Writes down how the window looks."""
        self.settings.put("window", self.saveGeometry())
        self.settings.put("zoom", self.theme.zoom)
        for side in SIDES:
            self.settings.put(f"{side}-width", self.room.widths[side])
            self.settings.put(f"toggle-{side}", self.room.wanted[side])
        self.settings.save()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.document and not self.isActiveWindow():
            QTimer.singleShot(0, self._commit_when_left)
        super().changeEvent(event)

    def _commit_when_left(self) -> None:
        """The person went to another program; a list of suggestions that opens is not that."""
        if QApplication.activePopupWidget() is None:
            self.page.commit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks once for all sheets with changes, remembers how things stood, and waits for its threads."""
        self.page.commit()
        if not self._may_close(list(self.documents)):
            event.ignore()
            return
        self.remember()
        self.leave_all()
        self.stop_work()
        event.accept()
