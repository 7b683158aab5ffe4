"""An edited workbook held against the sheets of a folder, before anything is changed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from atop_coder.dataset.edited.book import Book, Row, Stop, read_book
from atop_coder.dataset.edited.edits import Edited, Trouble, edits_of, is_edited, unknown_columns
from atop_coder.dataset.edited.parts import stray_rows
from atop_coder.dataset.record import Record
from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.folder.changes import Change, Left, Preview, SheetChanges
from atop_coder.folder.normalizing import normalized_name
from atop_coder.form import load_form
from atop_coder.reading import read_sheet
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
        self.sheets = _Sheets(paths, opened, files, book.path.parent)
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


class _Read(NamedTuple):
    """A sheet as it is now, the print of its file, and whether that is a normalized one."""

    sheet: Sheet
    fingerprint: str
    normalized: bool


class _Sheets:
    """The sheets of a folder, found by what a row says of them: its file, else its ATOP id."""

    def __init__(
        self, paths: Sequence[Path], opened: Mapping[Path, Sheet], named: Iterable[str], home: Path
    ) -> None:
        self.paths, self.known, self.opened, self.home = paths, frozenset(paths), opened, home
        files = tuple(named)
        self.named: dict[Sequence[str], list[Sequence[str]]] = defaultdict(list)
        for file in files:
            self.named[_parts(file)[-1:]].append(_parts(file))
        self.exact = {path for file in files for path in self._exact(file, home)}
        self.by_name: dict[str, list[Path]] = defaultdict(list)
        for path in paths:
            self.by_name[path.name.casefold()].append(path)
        self._by_id: dict[str, list[Path]] | None = None
        self._read: dict[Path, _Read] = {}

    def path_of(self, file: str, atop_id: str) -> Path:
        """The sheet of a row; AtopError `edit-without-sheet`, `edit-of-several` or `edit-other-sheet`."""
        if exact := self._exact(file, self.home):
            return self._newest(exact[0])
        alike = [path for path in self._alike(file) if path not in self.exact]
        found = alike or [path for path in self._of_id(atop_id) if path not in self.exact]
        told = file or (f"ATOP {atop_id}" if atop_id else "without a file")
        if len(found) > 1 or (alike and not self._is_nearest(file, alike[0])):
            raise AtopError("edit-of-several", sheet=told)
        if not found:
            raise AtopError("edit-without-sheet", sheet=told)
        own = self.read(found[0]).sheet.atop_id
        if atop_id and own is not None and str(own) != atop_id:
            raise AtopError("edit-other-sheet", sheet=told, atop_id=own)
        return self._newest(found[0])

    def _is_nearest(self, file: str, path: Path) -> bool:
        """Whether no other row names a file that could as well be this one."""
        rivals = [_shared_end(other, _parts(str(path))) for other in self.named[_parts(file)[-1:]]]
        own = _shared_end(_parts(file), _parts(str(path)))
        return max(rivals) == own and rivals.count(own) == 1

    def _exact(self, file: str, home: Path) -> list[Path]:
        places = [(start / file).absolute() for start in (Path(), home)] if file else []
        return next(([path] for path in places if path in self.known), [])

    def _alike(self, file: str) -> list[Path]:
        """Those with the same name; of several, those that lie in folders of the same names."""
        parts = _parts(file)
        found = self.by_name.get(parts[-1], []) if parts else []
        if len(found) < 2:
            return found
        shared = [_shared_end(parts, _parts(str(path))) for path in found]
        return [path for path, count in zip(found, shared, strict=True) if count == max(shared)]

    def _of_id(self, atop_id: str) -> list[Path]:
        if self._by_id is None:
            self._by_id = defaultdict(list)
            for path in self.paths:
                if (found := self._id_of(path)) is not None:
                    self._by_id[str(found)].append(path)
        return self._by_id.get(atop_id, [])

    def _id_of(self, path: Path) -> int | None:
        try:
            return self.read(path).sheet.atop_id
        except AtopError:
            return None

    def read(self, path: Path) -> _Read:
        """What is in a file, or in its tab; AtopError."""
        if path not in self._read:
            before = fingerprint(path)  # taken first: a change while reading is noticed when applying
            if path in self.opened:
                self._read[path] = _Read(self.opened[path], before, True)
            else:
                reading = read_sheet(path)
                self._read[path] = _Read(reading.sheet, before, reading.report.format == "normalized")
        return self._read[path]

    def _newest(self, path: Path) -> Path:
        """The normalized sheet that was since made of a file and lies beside it, or the file itself."""
        now = self.read(path)
        other = normalized_name(path, now.sheet)
        taken = _parts(other.name)[-1:] in self.named
        return path if now.normalized or taken or other not in self.known else other


def _parts(file: str) -> tuple[str, ...]:
    """The folders and the name in a path of whatever system, without case."""
    return PurePosixPath(file.replace("\\", "/").casefold()).parts


def _shared_end(one: Sequence[str], other: Sequence[str]) -> int:
    """How many names two paths have in common at their end."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))
