"""What is done with the sheets that are chosen, away from the window's thread."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, SignalInstance

from atop_coder.checks.words import counted, listed
from atop_coder.errors import AtopError
from atop_coder.files.versions import Versions
from atop_coder.folder.exporting import Exported, export_dataset
from atop_coder.folder.normalizing import Done, Outcome, normalize
from atop_coder.reading import find_sheets
from atop_coder.sheet import Sheet

if TYPE_CHECKING:  # loaded when the first workbook is applied
    from atop_coder.folder.applying import Applied, Chosen

TELL_AFTER = 0.1  # seconds between two words on how far a deed is
Told = Callable[[int, int], None]


class Deeds(QObject):
    """One deed at a time; `normalized(outcomes)`, `exported(result)` or `failed(message)` when it is done.

    Of an edited workbook `looked(ticks)` gives what it would change, or `not_looked(message)`; `applied` and
    `taken_back` give a tuple of what became of the sheets, as far as the deed came before it was cancelled.
    `progressed(done, total, what)` tells how many sheets these deeds have "compared", "checked", "saved".
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

    def normalize(self, paths: Sequence[Path], replace: bool = False) -> None:
        """Writes the normalized sheets beside these files."""
        self._start(lambda stop: self.normalized.emit(tuple(normalize(paths, replace, stop.is_set))))

    def export(self, paths: Sequence[Path], target: Path) -> None:
        """Writes the dataset of these sheets."""
        self._start(lambda stop: self.exported.emit(export_dataset(paths, target, stop.is_set)))

    def look_at(self, book: Path, folder: Path, opened: Mapping[Path, Sheet]) -> Event:
        """Holds a workbook against the sheets of a folder, and against those that are open.

        The event cancels it; then nothing more is told.
        """

        def look(stop: Event) -> None:
            from atop_coder.folder.preview import preview
            from atop_coder.gui.folder.ticks import look_through

            sheets = [path for path in find_sheets([folder]) if path != book]
            found = preview(book, sheets, opened, stop.is_set, self._paced(stop, "compared"))
            ticks = look_through(found, stop.is_set, self._paced(stop, "checked"))
            self._told.emit(stop, lambda: self.looked.emit(ticks))

        return self._start(look, self.not_looked)

    def apply(self, chosen: Sequence["Chosen"], versions: Versions) -> Event:
        """Writes the changes into the files of the sheets; the event cancels what is not written yet."""

        def write(stop: Event) -> None:
            from atop_coder.folder.applying import apply_changes

            self.applied.emit(
                self._walk(apply_changes(chosen, versions, stop.is_set), len(chosen), stop, "saved")
            )

        return self._start(write)

    def take_back(self, applied: Sequence["Applied"], versions: Versions) -> Event:
        """Puts back what the files held before; the event cancels what is not put back yet."""

        def put_back(stop: Event) -> None:
            from atop_coder.folder.applying import take_back

            self.taken_back.emit(self._walk(take_back(applied, versions), len(applied), stop, "taken back"))

        return self._start(put_back)

    def _walk(
        self, outcomes: Iterable["Applied"], total: int, stop: Event, what: str
    ) -> tuple["Applied", ...]:
        told, found = self._paced(stop, what), []
        for done, outcome in enumerate(outcomes, 1):
            found.append(outcome)
            told(done, total)
            if stop.is_set():
                break
        return tuple(found)

    def _paced(self, stop: Event, what: str) -> Told:
        """Tells how far a deed is, but not more often than anybody can read."""
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
    """Tells in the window's thread what a deed says that was not cancelled meanwhile."""
    if not stop.is_set():
        tell()


def normalized_words(outcomes: Sequence[Outcome]) -> str:
    """What became of the sheets, in a sentence or two."""
    count = Counter(outcome.done for outcome in outcomes)
    parts = [
        f"{counted(count[Done.WRITTEN], 'normalized sheet')} written" if count[Done.WRITTEN] else "",
        f"{count[Done.ALREADY]} normalized already" if count[Done.ALREADY] else "",
        f"{count[Done.EXISTS]} not written over" if count[Done.EXISTS] else "",
        f"{count[Done.FAILED]} not read" if count[Done.FAILED] else "",
    ]
    told = ", ".join(part for part in parts if part) or "Nothing was chosen"
    why = next((outcome.message for outcome in outcomes if outcome.message), "")
    return f"{told}. {why}".rstrip()


def exported_words(result: Exported) -> str:
    """What was exported, and the first of the files that could not be read."""
    if not result.files:
        return f"No sheet could be read, so nothing was exported. {' '.join(result.unread[:1])}".rstrip()
    told = f"{counted(result.sheets, 'sheet')} exported to {listed(file.name for file in result.files)}."
    if not result.unread:
        return told
    return f"{told} {counted(len(result.unread), 'file')} could not be read: {result.unread[0]}"
