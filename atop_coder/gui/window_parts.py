"""What the window does with a file that holds several sheets: opens the first, and offers the others."""

from pathlib import Path

from atop_coder.gui.document import Document
from atop_coder.gui.opening import SHEET_LIMIT
from atop_coder.gui.parts_bar import PartsBar
from atop_coder.gui.symbols import State
from atop_coder.gui.window_opening import OpeningTasks
from atop_coder.reading import part_words, path_in, whole_file
from atop_coder.reading.report import Reading

MORE = "There are {count} more sheets in {name}; {limit} were opened. Open the others from its folder."


class PartTasks(OpeningTasks):
    """Each sheet of such a file is a document of its own, whose path names the part and not the file."""

    def _make_parts(self) -> None:
        super()._make_parts()
        self.parts_bar = PartsBar(self.theme)
        self.parts_bar.open_wanted.connect(self.open_others)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._put_below_tabs(self.parts_bar)

    def show_document(self, document: Document | None) -> None:
        super().show_document(document)
        self.parts_bar.show_for(document)

    def open_others(self, document: Document) -> None:
        """Opens the other sheets of the file that the document was read from; it stays the one shown."""
        others, document.others = document.others, ()
        if document.path is None:
            return
        file = whole_file(document.path)
        for reading in others[:SHEET_LIMIT]:
            path = path_in(file, reading.report)
            if not self._is_open(path):
                self.opener.prints[path] = document.fingerprint
                if document.password is not None:
                    self.opener.passwords[path] = document.password
                self.take_reading(path, reading)
        if len(others) > SHEET_LIMIT:
            words = MORE.format(count=len(others), name=file.name, limit=SHEET_LIMIT)
            self.notices.say(State.NOTE, words)
        self.show_sheet(self.documents.index(document))

    def _is_open(self, path: Path) -> bool:
        return self._place_of(path) is not None

    def _place_of(self, path: Path) -> int | None:
        """The tab of the sheet with that path; a file's own path is that of its first sheet."""
        return next((at for at, one in enumerate(self.documents) if one.path and _same(one.path, path)), None)

    def take_reading(self, path: Path, reading: Reading) -> None:
        """Shows a sheet that was read."""
        raise NotImplementedError


def _same(opened: Path, path: Path) -> bool:
    if opened.resolve() == path.resolve():
        return True
    words = part_words(opened)
    is_first = words.partition(" of ")[0].endswith(" 1")
    return is_first and not part_words(path) and whole_file(opened).resolve() == path.resolve()
