"""A file that holds several sheets: the first is opened, the others are offered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import MAX_SHEETS, Opener
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.reading import path_in, whole_file
from atop_coder.reading.report import Part, Reading

OPEN, OPEN_ONE, NOT_NOW = "Open the others", "Open the other", "Not now"
_NAMED = 4  # others that are named
MORE = "There are {count} more sheets in {name}; {limit} were opened. Open the others from its folder."


def parts_words(part: Part, others: tuple[Reading, ...]) -> str:
    """`This file holds 3 sheets. This is the first; the others are row 3 and row 4.`"""
    names = [one.report.part.name for one in others if one.report.part and one.report.part.name]
    one = len(others) == 1
    called = f"; the other{'' if one else 's'}: {', '.join(names)}" if 0 < len(names) <= _NAMED else ""
    own = f", “{part.name}”" if part.name else ""
    what = "columns of answers" if part.kind == "coding" else "sheets"
    return f"This file holds {part.count} {what}. This is the first{own}{called}."


class PartsController(QObject):
    """Each sheet of such a file is a document of its own, whose path names the part and not the file.

    `take_reading(path, reading)` opens a sheet that was read.
    """

    def __init__(
        self,
        workspace: Workspace,
        opener: Opener,
        notices: Notices,
        take_reading: Callable[[Path, Reading], Document],
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.opener, self.notices = workspace, opener, notices
        self.take_reading = take_reading
        workspace.opened.connect(self._offer)
        workspace.closed.connect(self._closed)

    def _offer(self, page: Page) -> None:
        document = page.document if isinstance(page, SheetPage) else None
        part = document.session.report.part if document and document.session.report else None
        if document is None or part is None or not document.session.others:
            return
        others = document.session.others
        buttons = (OPEN_ONE if len(others) == 1 else OPEN, NOT_NOW)
        bar = self.notices.say(State.NOTE, parts_words(part, others), buttons, about=("parts", document))
        bar.acted.connect(lambda button: self.open_others(document) if button != NOT_NOW else None)

    def _closed(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            self.notices.withdraw(("parts", page.document))

    def open_others(self, document: Document) -> None:
        """Opens the other sheets of the file that the document was read from; it stays the one shown."""
        session = document.session
        others, session.others = session.others, ()
        if session.path is None:
            return
        file = whole_file(session.path)
        for reading in others[:MAX_SHEETS]:
            path = path_in(file, reading.report)
            if self.workspace.page_of(path) is None:
                self.opener.prints[path] = session.fingerprint
                if session.password is not None:
                    self.opener.passwords[path] = session.password
                self.take_reading(path, reading)
        if len(others) > MAX_SHEETS:
            words = MORE.format(count=len(others), name=file.name, limit=MAX_SHEETS)
            self.notices.say(State.NOTE, words)
        self.workspace.show_document(document)
