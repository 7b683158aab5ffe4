"""A folder of sheets: its page, and the way from there to a place in a sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import Opener
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Needs, Page, SheetPage, Workspace
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme

if TYPE_CHECKING:  # loaded when the first folder is opened
    from atop_coder.gui.folder.page import FolderPage
    from atop_coder.gui.folder.results_list import Item

ONE_FOLDER = "One folder is shown at a time. Open the others one after the other."


class FolderTab:
    """The page of the workspace in which the folder is shown."""

    actions = frozenset((Needs.PAGE, Needs.FOLDER))
    dirty = False

    def __init__(self, widget: "FolderPage") -> None:
        self.widget = widget

    @property
    def title(self) -> str:
        return self.widget.name

    @property
    def tab(self) -> str:
        return f"Folder {self.title}"

    @property
    def file(self) -> str:
        return str(self.widget.folder or "")

    def close(self) -> None:
        self.widget.close_folder()


class FolderController(QObject):
    """One folder at a time; its page is made when the first is opened.

    `sheets_wanted(paths)` asks for sheets to be opened, `place_wanted(question, words)` leads to a place in
    the current one.
    """

    sheets_wanted = Signal(object)
    place_wanted = Signal(int, str)

    def __init__(
        self, workspace: Workspace, opener: Opener, settings: Settings, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self.workspace, self.opener = workspace, opener
        self.settings, self.theme, self.window = settings, theme, window
        self.page: FolderPage | None = None
        self.tab: FolderTab | None = None
        self._awaited: dict[Path, Item] = {}
        workspace.current_changed.connect(self._shown)
        workspace.opened.connect(self._opened)

    # opening

    def open_folder(self) -> None:
        """Asks for a folder, and shows its sheets."""
        document = self.workspace.document
        folder = dialogs.ask_folder(
            self.window, self.settings.dialog_folder(document.path if document else None)
        )
        if folder:
            self.open_folder_at(folder)

    def open_folders(self, folders: list[Path]) -> None:
        """Shows the first of these folders."""
        page = self.open_folder_at(folders[0])
        if len(folders) > 1:
            page.notices.say(State.NOTE, ONE_FOLDER)

    def open_folder_at(self, folder: Path) -> "FolderPage":
        """Shows the sheets of that folder as they are read."""
        page = self.page = self.page or self._make_page()
        folder = folder.absolute()
        self.settings.add_recent(folder)
        self.settings.put("folder", str(folder))
        page.open(folder)
        if self.tab is None or not self.is_open:
            self.tab = FolderTab(page)
            self.workspace.open(self.tab)
        else:
            self.workspace.show(self.tab)
        return page

    def _make_page(self) -> "FolderPage":
        from atop_coder.folder.cache import Cache
        from atop_coder.gui.folder.loader import FolderLoader
        from atop_coder.gui.folder.page import FolderPage

        place = self.settings.cache_folder / "sheets.sqlite"
        page = FolderPage(self.theme, FolderLoader(cache=lambda: Cache(place)), self.window)
        page.open_wanted.connect(self.sheets_wanted)
        page.place_wanted.connect(self.show_place)
        page.workbook_wanted.connect(self.apply_workbook)
        page.documents = lambda: self.workspace.documents
        page.versions = lambda: self.settings.kept_versions()
        return page

    @property
    def is_open(self) -> bool:
        return self.tab in self.workspace.pages

    # showing

    def show_folder(self) -> None:
        """Shows the folder that is open; the sheets stay open beside it."""
        if self.workspace.current is self.tab:
            self._shown(self.tab)
        elif self.tab is not None and self.is_open:
            self.workspace.show(self.tab)

    def _shown(self, page: Page | None) -> None:
        if isinstance(page, FolderTab):
            page.widget.loader.look()
            page.widget.focus_part()
        elif isinstance(page, SheetPage) and page.document.path in self._awaited:
            self._go_to(self._awaited.pop(page.document.path))

    def _opened(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            page.document.saved.connect(lambda _before, document=page.document: self._saved(document))

    def _saved(self, document: Document) -> None:
        if self.page is not None and document.path is not None:
            self.page.show_saved(document.path.absolute())

    def search_folder(self) -> None:
        """Shows the search over all sheets of the folder."""
        if self.page is not None and self.is_open:
            self.show_folder()
            self.page.show_search()

    def apply_workbook(self) -> None:
        """Asks for an edited dataset and shows what it would change in the sheets of the folder."""
        page = self.page
        if page is None or page.folder is None:
            return
        if page.writing:
            self.show_folder()
            return
        remembered = Path(self.settings.text("workbooks", str(page.folder)))
        book = dialogs.ask_workbook(self.window, remembered if remembered.is_dir() else page.folder)
        if book is not None:
            self.settings.put("workbooks", str(book.absolute().parent))
            self.show_folder()
            page.apply_workbook(book)

    # the way to a place

    def show_place(self, item: "Item") -> None:
        """Opens the sheet of that place, if it is not open yet, and goes to the question and the words."""
        if self.workspace.show_path(item.path):
            self._go_to(item)
        else:
            self._awaited[item.path.absolute()] = item
            self.opener.open([item.path])

    def _go_to(self, item: "Item") -> None:
        self.place_wanted.emit(item.question, item.found)

    def stop(self) -> None:
        """Waits for what runs beside the window."""
        if self.page is not None:
            self.page.stop()
