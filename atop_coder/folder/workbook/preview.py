"""An edited workbook held against the sheets of a folder, before anything is changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from atop_coder.dataset.edited.book import Book, Row, Stop, read_book
from atop_coder.dataset.edited.edits import Edited, Trouble, edits_of, is_edited, unknown_columns
from atop_coder.dataset.edited.parts import stray_rows
from atop_coder.dataset.record import Record
from atop_coder.errors import AtopError
from atop_coder.folder.workbook.changes import Change, Left, Preview, SheetChanges
from atop_coder.folder.workbook.named_sheets import NamedSheets
from atop_coder.form import load_form
from atop_coder.sheet import Sheet

Told = Callable[[int, int], None]
"""How many of how many rows have been looked at."""


def preview(
    book: Path,
    sheets: Iterable[Path],
    opened: Mapping[Path, Sheet] | None = None,
    stop: Stop = lambda: False,
    on_progress: Told = lambda _done, _all: None,
) -> Preview:
    """What the workbook would change in these sheets, and what of it cannot be taken over.

    `opened` are sheets as they are in the window, by their absolute paths, with what is not saved yet. Only
    the sheets of rows that were edited are read. AtopError where the workbook cannot be read or is no
    dataset, and `cancelled` once `stop` says so.
    """
    read = read_book(book, stop)
    return _Preview(read, [path.absolute() for path in sheets], opened or {}, stop).make(on_progress)


class _Preview:
    """The rows of one workbook, and the sheets they could be about."""

    def __init__(self, book: Book, paths: Sequence[Path], opened: Mapping[Path, Sheet], stop: Stop) -> None:
        self.book, self.stop = book, stop
        self.form, self.today = load_form(), date.today()
        files = {row.text("file") for row in book.alliances.rows}
        self.sheets = NamedSheets(paths, opened, files, book.path.parent, self._go_on)
        self.left: list[Left] = []
        self.emptied = 0  # cells that a script has lost the word of

    def make(self, on_progress: Told) -> Preview:
        self._look_at_columns()
        rows = list(self._edited_rows())
        found = []
        for done, row in enumerate(rows, start=1):
            self._go_on()
            found.append(self._changes(row))
            on_progress(done, len(rows))
        if self.emptied:
            self._leave(self.book.alliances.name, AtopError("edit-emptied", cells=self.emptied))
        sheets = tuple(one for one in self._each_once(found) if one.changes or one.left)
        return Preview(self.book.path, sheets, tuple(self.left), bool(self.book.prints))

    def _each_once(self, found: Iterable[SheetChanges | None]) -> Iterator[SheetChanges]:
        """The changes of each sheet, but of one that several rows have come to, none."""
        those = [one for one in found if one is not None]
        count = Counter(one.path for one in those)
        for path, times in count.items():
            if times > 1:
                self._leave(self.book.alliances.name, AtopError("edit-row-twice", sheet=path.name))
        return (one for one in those if count[one.path] == 1)

    def _go_on(self) -> None:
        if self.stop():
            raise AtopError("cancelled", file=self.book.path)

    def _leave(self, place: str, error: AtopError) -> None:
        self.left.append(Left(place, str(error)))

    def _look_at_columns(self) -> None:
        tab = self.book.alliances
        if unknown := unknown_columns(self.book, self.form):
            self._leave(tab.name, AtopError("edit-unknown-columns", columns=", ".join(unknown)))
        if tab.twice:
            self._leave(tab.name, AtopError("edit-columns-twice", columns=", ".join(tab.twice)))
        for place, error in (*self.book.lost, *stray_rows(self.book)):
            self._leave(place, error)

    def _edited_rows(self) -> Iterator[Row]:
        """The rows that may hold an edit; of a sheet that has several, none."""
        tab = self.book.alliances
        for row in tab.rows:
            file = row.text("file")
            if len(tab.by_file.get(file, ())) > 1:
                self._leave(f"{tab.name}, row {row.number}", AtopError("edit-row-twice", sheet=file))
            elif is_edited(self.book, row):
                yield row

    def _changes(self, row: Row) -> SheetChanges | None:
        try:
            path = self.sheets.path_of(row.text("file"), row.text("atopid"))
            now = self.sheets.read(path)
        except AtopError as error:
            self._go_on()  # where nobody waits any more, nothing is wrong with the row
            self._leave(f"{self.book.alliances.name}, row {row.number}", error)
            return None
        record = Record(row.text("file"), now.sheet, self.form, self.today)
        edits, troubles = edits_of(self.book, row, record)
        changes = tuple(_change(now.sheet, one) for one in edits)
        left = tuple(_left(one) for one in troubles if one.error.code != "edit-emptied")
        self.emptied += len(troubles) - len(left)
        recorded = row.text("file") in self.book.prints
        return SheetChanges(path, now.sheet, now.fingerprint, now.normalized, changes, left, recorded)


def _change(sheet: Sheet, edited: Edited) -> Change:
    return Change(edited.question, sheet[edited.question], edited.answer, edited.cells, edited.clash)


def _left(trouble: Trouble) -> Left:
    return Left(trouble.place, str(trouble.error))
