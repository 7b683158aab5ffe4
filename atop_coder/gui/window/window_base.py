"""The window's parts, its open sheets, and the one place where they are kept in step."""

from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from atop_coder.form import Form, load_form
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.form.outline import Outline
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.session.hints import hint_for
from atop_coder.gui.session.opening import Opener
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.sidebar import PANELS as PANEL_KINDS
from atop_coder.gui.sidebar.panel_bar import PanelBar
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.notices import NoticeArea
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.widgets.window_keys import WINDOW_KEYS
from atop_coder.gui.window.actions import ACTIONS, fill_menus, is_window_key, make_actions
from atop_coder.gui.window.completion import CompletionSheet
from atop_coder.gui.window.find_bar import FindBar
from atop_coder.gui.window.go_bar import GoBar
from atop_coder.gui.window.header import HeaderBar
from atop_coder.gui.window.splitter_layout import OUTLINE, PANELS, SideRoom
from atop_coder.gui.window.status import StatusLine
from atop_coder.gui.window.tabs import SheetTabs
from atop_coder.gui.window.welcome import Welcome
from atop_coder.sheet import Sheet


class WindowBase(QMainWindow):
    """Outline, form and panels for the current one of several open sheets."""

    surroundings_found = Signal(object)

    def __init__(self, theme: Theme, settings: Settings, opener: Opener | None = None) -> None:
        super().__init__()
        self.theme, self.settings = theme, settings
        self.form: Form = load_form()
        self.documents: list[Document] = []
        self.document: Document | None = None
        self.surroundings: EditorContext | None = None
        self._pool = QThreadPool(self)
        self.opener = opener or Opener(parent=self)
        self.setAcceptDrops(True)
        self.setObjectName("window")
        self._make_parts()
        self._lay_out()
        WINDOW_KEYS.use(is_window_key)
        self.actions_by_id: dict[str, QAction] = make_actions(self)
        self.menus = fill_menus(self, self.actions_by_id)
        self._connect_parts()
        self.show_document(None)

    # parts

    def _make_parts(self) -> None:
        theme = self.theme
        self.header = HeaderBar(theme)
        self.tabs = SheetTabs(theme)
        self.outline = Outline(theme)
        self.page = FormPage(self.form, theme)
        self.panels = PanelBar(PANEL_KINDS, theme)
        self.status = StatusLine(theme)
        self.find_bar = FindBar(theme)
        self.go_bar = GoBar(self.form, theme)
        self.notices = NoticeArea(theme)
        self.completion = CompletionSheet(theme)
        self.welcome = Welcome(theme)

    def _lay_out(self) -> None:
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.outline_area = self._on_ground(self.outline, "panel")
        self.panel_area = self._on_ground(self.panels, "card")
        for widget in (self.outline_area, self._middle(), self.panel_area):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        self.room = SideRoom(
            self.splitter,
            {OUTLINE: self.outline_area, PANELS: self.panel_area},
            {OUTLINE: lambda: self.theme.px(220), PANELS: self.panels.least_width},
            self.theme,
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.splitter)
        self.body = QWidget()
        self._column(self.body, self.header, self.tabs, self.stack, self.status)
        self.setCentralWidget(self.body)

    def _on_ground(self, widget: QWidget, ground: str) -> QWidget:
        area = Ground(self.theme, ground)
        self._column(area, widget)
        return area

    def _middle(self) -> QWidget:
        middle = QWidget()
        self._column(middle, self.find_bar, self.go_bar, self.notices, self.completion, self.page)
        return middle

    @staticmethod
    def _column(area: QWidget, *widgets: QWidget) -> None:
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in widgets:
            column.addWidget(widget, 1 if isinstance(widget, QStackedWidget | FormPage) else 0)

    def _connect_parts(self) -> None:
        self.page.current_changed.connect(self._question_changed)
        self.page.whole.connect(self.panels.start)
        self.page.whole.connect(self.load_surroundings)
        self.surroundings_found.connect(self._take_surroundings)
        self.outline.walked.connect(lambda number: self.page.go_to(number, focus=False))
        self.outline.entered.connect(self.page.go_to)
        self.panels.question_wanted.connect(self.page.go_to)
        self.completion.question_wanted.connect(self.page.go_to)
        self.panels.words_given.connect(lambda words: self._current_editor_does("insert_words", words))
        self.panels.state_given.connect(lambda ccode: self._current_editor_does("insert_state", ccode))
        self.tabs.currentChanged.connect(self.show_sheet)
        self.theme.changed.connect(self._restyle)

    def _current_editor_does(self, what: str, value: object) -> None:
        if self.document is not None and self.document.current in self.page.cards:
            getattr(self.page.cards[self.document.current].editor, what)(value)

    def _restyle(self) -> None:
        """Text of another size needs as much more or less room at the sides."""
        self.room.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit(event.size().width())

    # the sheet that is shown

    def add_document(self, document: Document) -> None:
        """Opens a tab for the sheet and shows it."""
        self.documents.append(document)
        if self.surroundings is not None:
            document.surroundings = self.surroundings
        document.who = self.settings.text("name")
        document.review_failed.connect(lambda message: self.notices.say(State.ERROR, message))
        document.saved_changed.connect(self.refresh)
        document.typing.connect(lambda: self.actions_by_id["undo"].setEnabled(True))
        document.problems_changed.connect(self.refresh)
        self.show_sheet(len(self.documents) - 1)
        if document.review.trouble:
            self.notices.say(State.WARNING, str(document.review.trouble))

    def show_sheet(self, place: int) -> None:
        """Shows the sheet of that tab."""
        if 0 <= place < len(self.documents):
            self.show_document(self.documents[place])

    def show_document(self, document: Document | None) -> None:
        """Shows that sheet in all parts, or the welcome page; nothing of it counts as an edit."""
        if self.document is not None:
            self.page.commit()
            self.document.hold(None)
        self.document = document
        self.stack.setCurrentWidget(self.splitter if document else self.welcome)
        self.page.set_document(document)
        self.outline.set_document(document)
        self.panels.set_document(document)
        self.completion.set_document(document)
        if document is None:
            self.welcome.show_recent(self.settings.recent)
        else:
            self.page.build_first()
            if self.surroundings is not None:
                document.start_checks()
            self._question_changed(document.current)
        self.refresh()

    def _question_changed(self, number: int) -> None:
        self.outline.show_current()
        self.panels.set_question(number)
        self.status.hint.setText(hint_for(self.form.question(number)) if self.document else "")

    def refresh(self) -> None:
        """Brings title, tabs, status line and actions up to date."""
        document = self.document
        self.header.show_document(document)
        self.status.show_document(document)
        self.status.setVisible(document is not None)
        names = [f"{one.name}{' •' if one.dirty else ''}" for one in self.documents]
        self.tabs.show_names(names, self.documents.index(document) if document else -1)
        self.setWindowTitle(f"{document.name}[*] – ATOP Coder" if document else "ATOP Coder[*]")
        self.setWindowModified(document is not None and document.dirty)  # the tabs tell of the others
        self._enable_actions()

    def _enable_actions(self) -> None:
        for row in ACTIONS:
            if row.needs_sheet:
                self.actions_by_id[row.id].setEnabled(self.document is not None)
        history = self.document.history if self.document else None
        self.actions_by_id["undo"].setEnabled(bool(history and history.past))
        self.actions_by_id["redo"].setEnabled(bool(history and history.future))

    # states, wars and names, read after the start

    def load_surroundings(self) -> None:
        """Reads what the editors know beyond the sheet, away from the window's thread."""
        from atop_coder.gui.session.surroundings import load_surroundings

        if self.surroundings is None:
            folder = self.document.path.parent if self.document and self.document.path else None
            sheet = self.document.sheet if self.document else Sheet.empty()
            self._pool.start(lambda: self.surroundings_found.emit(load_surroundings(folder, sheet)))

    def _take_surroundings(self, surroundings: EditorContext) -> None:
        self.surroundings = surroundings
        for document in self.documents:
            document.set_surroundings(surroundings)
        if self.document is not None:
            self.document.start_checks()

    def stop_work(self) -> None:
        """Waits for what runs beside the window; it may be closed after that."""
        self.opener.stop()
        self.panels.stop()
        self._pool.waitForDone()

    # drag and drop

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_paths(paths)

    def open_paths(self, paths: list[Path]) -> None:
        """Reads these files, and shows these folders."""
        raise NotImplementedError
