"""What is done with the sheets that are chosen, away from the window's thread."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

from atop_coder.errors import AtopError
from atop_coder.files.versions import Versions
from atop_coder.folder.exporting import export_dataset
from atop_coder.folder.normalizing import normalize
from atop_coder.reading import find_sheets
from atop_coder.sheet import Sheet

if TYPE_CHECKING:  # loaded when the first workbook is applied
    from atop_coder.folder.workbook import Applied, Chosen

TELL_AFTER = 0.1  # seconds between two words on how far an action is
Progress = Callable[[int, int], None]


class FolderActions(QObject):
    """One action at a time; `normalized(outcomes)`, `exported(result)` or `failed(message)` when it is done.

    Of an edited workbook `looked(selection)` gives what it would change, or `not_looked(message)`; `applied`
    and `taken_back` give a tuple of what became of the sheets, as far as the action came before it was
    cancelled.
    `progressed(done, total, what)` tells how many sheets these actions have "read", "checked", "saved", ….
    """

    normalized = Signal(object)
    exported = Signal(object)
    failed = Signal(str)
    looked = Signal(object)
    not_looked = Signal(str)
    applied = Signal(object)
    taken_back = Signal(object)
    progressed = Signal(int, int, str)
    _told = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stops: list[Event] = []
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._told.connect(_tell)

    def normalize(self, paths: Sequence[Path], replace: bool = False) -> Event:
        """Writes the normalized sheets beside these files; the event leaves those not written yet."""

        def write(stop: Event) -> None:
            outcomes = normalize(paths, replace, stop.is_set)
            self._walk(outcomes, self._paced(stop, "normalized"), len(paths), self.normalized)

        return self._start(write)

    def export(self, paths: Sequence[Path], target: Path) -> Event:
        """Writes the dataset of these sheets; with the event, nothing is written."""

        def write(stop: Event) -> None:
            progress = self._paced(stop, "read")
            self.exported.emit(export_dataset(paths, target, stop.is_set, progress))

        return self._start(write)

    def look_at(self, book: Path, folder: Path, opened: Mapping[Path, Sheet]) -> Event:
        """Holds a workbook against the sheets of a folder, and against those that are open.

        The event cancels it; then nothing more is told.
        """

        def look(stop: Event) -> None:
            from atop_coder.folder.workbook import preview
            from atop_coder.gui.folder.workbook.change_selection import look_through

            sheets = [path for path in find_sheets([folder]) if path != book]
            found = preview(book, sheets, opened, stop.is_set, self._paced(stop, "compared"))
            selection = look_through(found, stop.is_set, self._paced(stop, "checked"))
            self._told.emit(stop, lambda: self.looked.emit(selection))

        return self._start(look, self.not_looked)

    def apply(self, chosen: Sequence["Chosen"], versions: Versions) -> Event:
        """Writes the changes into the files of the sheets; the event cancels what is not written yet."""

        def write(stop: Event) -> None:
            from atop_coder.folder.workbook import apply_changes

            outcomes = apply_changes(chosen, versions, stop.is_set)
            self._walk(outcomes, self._paced(stop, "saved"), len(chosen), self.applied)

        return self._start(write)

    def take_back(self, applied: Sequence["Applied"], versions: Versions) -> Event:
        """Puts back what the files held before; the event cancels what is not put back yet."""

        def put_back(stop: Event) -> None:
            from atop_coder.folder.workbook import take_back

            outcomes = take_back(applied, versions, stop.is_set)
            self._walk(outcomes, self._paced(stop, "taken back"), len(applied), self.taken_back)

        return self._start(put_back)

    def _walk(
        self, outcomes: Iterable[object], progress: Progress, total: int, ended: SignalInstance
    ) -> None:
        """Tells what became of the sheets, also where it ends in a fault: the page waits for that word."""
        found: list[object] = []
        try:
            for outcome in outcomes:
                found.append(outcome)
                progress(len(found), total)
        finally:
            ended.emit(tuple(found))

    def _paced(self, stop: Event, what: str) -> Progress:
        """Tells how far an action is, but not more often than anybody can read."""
        last = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal last
            if monotonic() - last > TELL_AFTER or done == total:
                last = monotonic()
                self._told.emit(stop, lambda: self.progressed.emit(done, total, what))

        return tell

    def _start(self, do: Callable[[Event], None], failed: SignalInstance | None = None) -> Event:
        stop = Event()
        self._stops.append(stop)
        self._pool.start(lambda: self._try(do, stop, failed or self.failed))
        return stop

    def _try(self, do: Callable[[Event], None], stop: Event, failed: SignalInstance) -> None:
        try:
            do(stop)
        except AtopError as error:
            message = str(error)
            self._told.emit(stop, lambda: failed.emit(message))
        finally:
            self._stops.remove(stop)

    def wait(self) -> None:
        self._pool.waitForDone()

    def stop(self) -> None:
        """Waits for the sheet that is being written and leaves the others."""
        for stop in tuple(self._stops):
            stop.set()
        self._pool.waitForDone()


def _tell(stop: Event, tell: Callable[[], None]) -> None:
    """Tells in the window's thread what an action says that was not cancelled meanwhile."""
    if not stop.is_set():
        tell()
