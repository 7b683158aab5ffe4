"""A file that holds several sheets: the first is opened, the others are offered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import MAX_SHEETS, Opener
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.parts_bar import PartsBar
from atop_coder.reading import path_in, whole_file
from atop_coder.reading.report import Reading

MORE = "There are {count} more sheets in {name}; {limit} were opened. Open the others from its folder."


class PartsController(QObject):
    """Each sheet of such a file is a document of its own, whose path names the part and not the file.

    `take_reading(path, reading)` opens a sheet that was read.
    """

    def __init__(
        self,
        workspace: Workspace,
        opener: Opener,
        notices: Notices,
        bar: PartsBar,
        take_reading: Callable[[Path, Reading], Document],
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.opener, self.notices = workspace, opener, notices
        self.bar, self.take_reading = bar, take_reading
        bar.open_wanted.connect(self.open_others)
        workspace.current_changed.connect(self._shown)

    def _shown(self) -> None:
        self.bar.show_for(self.workspace.document)

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
