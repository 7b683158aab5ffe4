"""Keeps the parts around the pages in step with what is open."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from atop_coder.form import Form
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.file_words import file_words
from atop_coder.gui.session.hints import hint_for
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Needs, Page, SheetPage, Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.window.main_window import MainWindow


class PageDisplay(QObject):
    """Shows the current page with its title, tabs and status line.

    Made before all that follows the current page too: they find it shown.
    """

    def __init__(
        self, workspace: Workspace, window: MainWindow, notices: Notices, settings: Settings, form: Form
    ) -> None:
        super().__init__(window)
        self.workspace, self.window, self.notices = workspace, window, notices
        self.settings, self.form = settings, form
        workspace.current_changed.connect(self.show_page)
        workspace.changed.connect(self.refresh)
        window.tabs.currentChanged.connect(workspace.show_at)
        window.work.question_changed.connect(self._show_hint)
        self.show_page(None)
        self.refresh()

    def show_page(self, page: Page | None) -> None:
        """Shows that page, or the welcome; a focus that has nothing left to be on goes into the sheet."""
        before = self.window.focusWidget()
        lost = before is not None and self.window.header.isAncestorOf(before)
        self.window.show_page(page.widget if page else None)
        document = self.workspace.document
        self.window.work.show_document(document)
        if document is None:
            self.window.put_above(self.notices)
        else:
            self.window.work.take_notices(self.notices)
            if lost or before is None or not before.isVisible():
                self.window.work.form_page.focus_current()
        self.notices.show_for(document)
        if page is None:
            self.window.welcome.show_recent(self.settings.recent, bool(self.settings.left_off))

    def refresh(self) -> None:
        """Brings title, tabs and status line up to date."""
        window, current, pages = self.window, self.workspace.current, self.workspace.pages
        document = self.workspace.document
        window.header.show_document(
            document, file_words(document, self.workspace.documents) if document else ""
        )
        window.status.show_document(document)
        window.status.setVisible(document is not None)
        place = pages.index(current) if current else -1
        window.tabs.show_names([page.tab for page in pages], place, [page.file for page in pages])
        window.setWindowTitle(f"{current.title}[*] – ATOP Coder" if current else "ATOP Coder[*]")
        window.setWindowModified(current is not None and current.dirty)  # the tabs tell of the others

    def _show_hint(self, number: int) -> None:
        document = self.workspace.document
        self.window.status.hint.setText(hint_for(self.form.question(number)) if document else "")


class ActionStates(QObject):
    """Lets those actions be done whose needs are met; undo and redo where there is a step."""

    def __init__(
        self,
        workspace: Workspace,
        page: FormPage,
        actions: Mapping[str, QAction],
        needs: Mapping[str, Needs],
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.page, self.actions, self.needs = workspace, page, actions, needs
        workspace.opened.connect(self._opened)
        workspace.changed.connect(self.refresh)
        page.steps_changed.connect(self._show_steps)
        self.refresh()

    def _opened(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            page.document.typing.connect(lambda: self.actions["undo"].setEnabled(True))

    def refresh(self) -> None:
        """Brings the actions up to date."""
        for name, action in self.actions.items():
            action.setEnabled(self.workspace.offers(self.needs[name]))
        self._show_steps()

    def _show_steps(self) -> None:
        history = self.workspace.document.history if self.workspace.document else None
        for name, steps in (("undo", history and history.past), ("redo", history and history.future)):
            self.actions[name].setEnabled(bool(steps) or self.page.can_walk(back=name == "undo"))
