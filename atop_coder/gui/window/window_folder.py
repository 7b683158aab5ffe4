"""What the window does with a folder of sheets: its tab, last of all, and the way to a place in a sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.finding import Place
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.window_files import FileTasks
from atop_coder.gui.window.window_moves import MoveTasks
from atop_coder.reading.report import Reading

if TYPE_CHECKING:
    from atop_coder.gui.folder.page import FolderPage
    from atop_coder.gui.folder.results_list import Item

FOLDER_ACTIONS = ("search-folder", "show-folder", "apply-workbook")
WITH_FOLDER = ("close", "next-sheet", "previous-sheet")  # for a sheet or for a folder


class FolderTasks(FileTasks, MoveTasks):
    """One folder at a time; its page is made when the first is opened."""

    folder_page: "FolderPage | None" = None
    _awaited: "dict[Path, Item]"

    # opening and closing

    def open_folder(self) -> None:
        folder = dialogs.ask_folder(self, self.folder)
        if folder:
            self.open_paths([folder])

    def open_paths(self, paths: list[Path]) -> None:
        """Reads these files; of folders, shows the first in a table."""
        super().open_paths([path for path in paths if not path.is_dir()])
        folders = [path for path in paths if path.is_dir()]
        if folders:
            page = self.open_folder_at(folders[0])
            if len(folders) > 1:
                more = "One folder is shown at a time. Open the others one after the other."
                page.notices.say(State.NOTE, more)

    def open_folder_at(self, folder: Path) -> "FolderPage":
        """Shows the sheets of that folder as they are read."""
        page = self.folder_page or self._make_folder_page()
        folder = folder.absolute()
        self.settings.add_recent(folder)
        self.settings.put("folder", str(folder))
        self._fill_recent()
        page.open(folder)
        self.show_folder()
        return page

    def _make_folder_page(self) -> "FolderPage":
        from atop_coder.folder.cache import Cache
        from atop_coder.gui.folder.loader import FolderLoader
        from atop_coder.gui.folder.page import FolderPage

        place = self.settings.cache_folder / "sheets.sqlite"
        page = FolderPage(self.theme, FolderLoader(cache=lambda: Cache(place)), self)
        page.open_wanted.connect(self.open_paths)
        page.place_wanted.connect(self.show_place)
        page.workbook_wanted.connect(self.apply_workbook)
        page.documents, page.versions = lambda: self.documents, lambda: self.versions
        self.stack.addWidget(page)
        self.folder_page, self._awaited = page, {}
        return page

    @property
    def has_folder(self) -> bool:
        return self.folder_page is not None and self.folder_page.folder is not None

    def show_folder(self) -> None:
        """Shows the folder that is open; the sheets stay open beside it."""
        if self.folder_page is not None and self.has_folder:
            self.show_document(None)
            self.folder_page.loader.look()
            self.folder_page.focus_part()

    def search_folder(self) -> None:
        """Shows the search over all sheets of the folder."""
        if self.folder_page is not None and self.has_folder:
            from atop_coder.gui.folder.page_frame import Part

            self.show_folder()
            self.folder_page.show_part(Part.SEARCH)

    def apply_workbook(self) -> None:
        """Asks for an edited dataset and shows what it would change in the sheets of the folder."""
        if self.folder_page is None or self.folder_page.folder is None:
            return
        if self.folder_page.writing:
            self.show_folder()
            return
        remembered = Path(self.settings.text("workbooks", str(self.folder_page.folder)))
        book = dialogs.ask_workbook(self, remembered if remembered.is_dir() else self.folder_page.folder)
        if book is not None:
            self.settings.put("workbooks", str(book.absolute().parent))
            self.show_folder()
            self.folder_page.apply_workbook(book)

    def close_sheet(self) -> None:
        if self.document is not None:
            super().close_sheet()
        elif self.folder_page is not None and self.has_folder:
            self.folder_page.close_folder()
            self.show_document(self.documents[-1] if self.documents else None)

    def close_tab(self, place: int) -> None:
        self.show_sheet(place)
        self.close_sheet()

    def stop_work(self) -> None:
        super().stop_work()
        if self.folder_page is not None:
            self.folder_page.stop()

    # what is shown

    def show_sheet(self, place: int) -> None:
        if place == len(self.documents):
            self.show_folder()
        else:
            super().show_sheet(place)

    def show_document(self, document: Document | None) -> None:
        super().show_document(document)
        if document is None and self.folder_page is not None and self.has_folder:
            self.stack.setCurrentWidget(self.folder_page)

    def refresh(self) -> None:
        super().refresh()
        if self.folder_page is None or not self.has_folder:
            return
        names = [self.tabs.tabText(place).replace("&&", "&") for place in range(len(self.documents))]
        here = self.documents.index(self.document) if self.document else len(names)
        self.tabs.show_names([*names, f"Folder {self.folder_page.name}"], here)
        if self.document is None:
            self.setWindowTitle(f"{self.folder_page.name}[*] – ATOP Coder")

    def _enable_actions(self) -> None:
        super()._enable_actions()
        for name in FOLDER_ACTIONS:
            self.actions_by_id[name].setEnabled(self.has_folder)
        for name in WITH_FOLDER:
            self.actions_by_id[name].setEnabled(self.has_folder or self.document is not None)

    def refuse_file(self, path: Path, message: str) -> None:
        """Says why a file was not opened, where the person is looking."""
        if self.document is None and self.folder_page is not None and self.has_folder:
            self.folder_page.notices.say(State.ERROR, message)
        else:
            super().refuse_file(path, message)

    # the way to a place

    def show_place(self, item: "Item") -> None:
        """Opens the sheet of that place, if it is not open yet, and goes to the question and the words."""
        if self._show_if_open(item.path):
            self._go_to_item(item)
        else:
            self._awaited[item.path] = item
            self.opener.open([item.path])

    def take_reading(self, path: Path, reading: Reading) -> None:
        super().take_reading(path, reading)
        item = self._awaited.pop(path, None) if self.folder_page is not None else None
        if item is not None:
            self._go_to_item(item)

    def _go_to_item(self, item: "Item") -> None:
        self.page.go_to(item.question)
        if item.found:
            self._show_place(Place(item.question, 0), item.found)
