"""What is open in the window: its pages, and the one that is shown."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from atop_coder.checks.words import counted
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.file_words import told_apart
from atop_coder.reading import part_words, whole_file


class Needs(StrEnum):
    """What has to be open for an action to be done."""

    NOTHING = "nothing"
    PAGE = "page"
    SHEET = "sheet"
    FOLDER = "folder"


class Page(Protocol):
    """What stands in a tab: a sheet, or the table of a folder.

    `tab` are the words on the tab, `title` those in the window's head, `file` is where it lies. `actions`
    says which of them can be done while the page is shown, and `close` ends what it does: it is not shown
    again.
    """

    @property
    def title(self) -> str: ...

    @property
    def tab(self) -> str: ...

    @property
    def file(self) -> str: ...

    @property
    def dirty(self) -> bool: ...

    @property
    def widget(self) -> QWidget: ...

    @property
    def actions(self) -> frozenset[Needs]: ...

    def close(self) -> None: ...


class SheetPage:
    """An open sheet; all of them share the widget that shows the current one."""

    actions = frozenset((Needs.PAGE, Needs.SHEET))

    def __init__(
        self, document: Document, widget: QWidget, others: Callable[[], list[Document]] = list
    ) -> None:
        self.document, self.widget, self._others = document, widget, others

    @property
    def title(self) -> str:
        return told_apart(self.document, self._others())

    @property
    def file(self) -> str:
        """The full path, "" before the first save."""
        return str(self.document.path or "")

    @property
    def tab(self) -> str:
        said = len(self.document.session.review.review.comments)
        comments = f" · {counted(said, 'comment')}" if said else ""
        return f"{self.title}{comments}{' •' if self.dirty else ''}"

    @property
    def dirty(self) -> bool:
        return self.document.dirty

    def close(self) -> None:
        self.document.deleteLater()


class Workspace(QObject):
    """The pages in the order of their tabs; sheets stand before the others.

    `opened(page)` comes before the page is shown (`current_changed(page or None)`), so that who shows it
    finds what others have noted of it; `closed(page)` comes when another one is shown already. `changed`
    tells that tabs and titles may say something else.
    """

    opened = Signal(object)
    closed = Signal(object)
    current_changed = Signal(object)
    changed = Signal()

    def __init__(
        self,
        sheet_widget: QWidget,
        who: Callable[[], str] = lambda: "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet_widget, self._who = sheet_widget, who
        self.pages: list[Page] = []
        self.current: Page | None = None

    @property
    def documents(self) -> list[Document]:
        """The open sheets."""
        return [page.document for page in self.pages if isinstance(page, SheetPage)]

    @property
    def document(self) -> Document | None:
        """The sheet that is shown, if it is one."""
        return self.current.document if isinstance(self.current, SheetPage) else None

    def offers(self, needs: Needs) -> bool:
        """Whether there is what an action needs."""
        if needs == Needs.NOTHING:
            return True
        if needs == Needs.FOLDER:
            return any(needs in page.actions for page in self.pages)
        return self.current is not None and needs in self.current.actions

    # opening and closing

    def open_sheet(self, document: Document) -> None:
        """Opens a page for the sheet and shows it."""
        document.session.who = self._who()
        document.saved_changed.connect(self.changed)
        document.problems_changed.connect(self.changed)
        self.open(SheetPage(document, self._sheet_widget, lambda: self.documents), len(self.documents))

    def sign(self) -> None:
        """The person's name is another: it signs what is said of the open sheets from now on."""
        for document in self.documents:
            document.session.who = self._who()

    def open(self, page: Page, place: int | None = None) -> None:
        """Shows a new page, behind the others unless a place is given."""
        self.pages.insert(len(self.pages) if place is None else place, page)
        self.opened.emit(page)
        self.show(page)

    def close(self, page: Page) -> None:
        """Takes a page away; what would be lost was asked before."""
        self._show(self._heir_of(page) if page is self.current else self.current)
        self.pages.remove(page)
        self.closed.emit(page)
        page.close()
        self.changed.emit()

    def _heir_of(self, page: Page) -> Page | None:
        """What is shown after a page: one like it if there is one, at the same place or the last."""
        rest = [one for one in self.pages if one is not page]
        kin = [one for one in rest if type(one) is type(page)] or rest
        return kin[min(self.pages.index(page), len(kin) - 1)] if kin else None

    def end(self) -> None:
        """The window is closed: so are all pages, without another being shown."""
        pages, self.pages = self.pages, []
        for page in pages:
            self.closed.emit(page)

    # showing

    def show(self, page: Page | None) -> None:
        """Shows that page in all parts of the window; None shows that nothing is open."""
        self._show(page)
        self.changed.emit()

    def _show(self, page: Page | None) -> None:
        if page is not self.current:
            self.flush_pending()
            self.current = page
            self.current_changed.emit(page)

    def show_at(self, place: int) -> None:
        """Shows the page of that tab."""
        if 0 <= place < len(self.pages):
            self.show(self.pages[place])

    def step(self, step: int) -> None:
        """Goes on to the next page, or back, round and round."""
        if self.current is not None:
            self.show_at((self.pages.index(self.current) + step) % len(self.pages))

    def show_document(self, document: Document) -> None:
        """Shows the page of that sheet."""
        self.show_at(self.documents.index(document))

    def show_path(self, path: Path) -> bool:
        """Shows the sheet of that file if it is open; returns whether it is."""
        page = self.page_of(path)
        if page is not None:
            self.show(page)
        return page is not None

    def page_of(self, path: Path) -> Page | None:
        """The page of the sheet with that path; a file's own path is that of its first sheet."""
        for page in self.pages:
            if isinstance(page, SheetPage) and page.document.path and _same(page.document.path, path):
                return page
        return None

    def flush_pending(self) -> None:
        """Takes over what is being typed in the sheet that is shown."""
        if self.document is not None:
            self.document.flush_pending()


def _same(opened: Path, path: Path) -> bool:
    if opened.resolve() == path.resolve():
        return True
    words = part_words(opened)
    is_first = words.partition(" of ")[0].endswith(" 1")
    return is_first and not part_words(path) and whole_file(opened).resolve() == path.resolve()
