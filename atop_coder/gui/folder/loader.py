"""Reads a folder away from the window's thread, and looks from time to time what changed there."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from atop_coder.errors import AtopError
from atop_coder.folder.cache import Cache
from atop_coder.folder.entry import Entry
from atop_coder.folder.scan import scan
from atop_coder.folder.watching import Change, Snapshot, change, snapshot
from atop_coder.reading import find_sheets

LOOK_AFTER = 4000  # milliseconds between two looks at the folder
NO_FOLDER = (
    "{folder}: this folder is not there. Check that its drive is connected, or open it from where it is now."
)
TELL_AFTER = 0.12  # seconds for which entries are gathered before they are shown


class FolderLoader(QObject):
    """`begun(total)`, then `arrived(entries)` again and again, then `done(whole)`; `failed(message)` instead.

    `whole` is False if it was cancelled. After that, `arrived` and `gone(paths)` tell what changed in the
    folder, `away` that it cannot be looked at any more, and `back` that it can again. All arrive in the
    window's thread; what belongs to a folder that was left is not told.
    """

    begun = Signal(int)
    arrived = Signal(object)
    gone = Signal(object)
    done = Signal(bool)
    failed = Signal(str)
    away = Signal()
    back = Signal()
    _told = Signal(object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        workers: int | None = None,
        cache: Callable[[], Cache] = Cache,
    ) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.loading = False
        self._workers, self._cache = workers, cache
        self._stop = Event()
        self._seen: Snapshot = {}
        self._away = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, interval=LOOK_AFTER)
        self._timer.timeout.connect(self.look)
        self._told.connect(self._tell)

    def open(self, folder: Path) -> None:
        """Reads all sheets of that folder; what was being read before is left."""
        self.cancel()
        self._stop = Event()
        self.folder, self.loading, self._away = folder, True, False
        self._start(_Work(folder, self._stop, self._say, self._workers, self._cache).read_all)

    def look(self) -> None:
        """Reads what is new or changed since the last look."""
        if work := self._begin():
            self._start(lambda: work.read_changed(self._seen))

    def read_again(self, paths: Iterable[Path]) -> bool:
        """Reads these files anew, whatever is known of them; False if others are being read just now."""
        wanted = list(paths)
        work = self._begin()
        if work:
            self._start(lambda: work.read_anew(wanted))
        return work is not None

    def cancel(self) -> None:
        """Leaves the files that are not read yet."""
        self._stop.set()
        self._timer.stop()

    def stop(self) -> None:
        """Leaves the folder and waits for the file that is being read."""
        self.cancel()
        self.folder = None
        self._pool.waitForDone()

    def wait(self) -> None:
        """Waits until all that was asked for is read; what was found is told when the window is next idle."""
        self._pool.waitForDone()

    def _start(self, work: Callable[[], None]) -> None:
        stop = self._stop
        self._pool.start(lambda: self._do(work, stop))

    def _do(self, work: Callable[[], None], stop: Event) -> None:
        """Does the work; where it ends in a fault, the folder must not stay as one that is being read."""
        try:
            work()
        except BaseException:  # it goes on to the last edge
            self._say(stop, FolderLoader.finish_broken)
            raise

    def _say(self, stop: Event, tell: Callable[["FolderLoader"], None]) -> None:
        self._told.emit(stop, tell)

    def _tell(self, stop: Event, tell: Callable[["FolderLoader"], None]) -> None:
        if stop is self._stop and self.folder is not None:
            tell(self)

    def finish(self, seen: Snapshot | None, watched: bool = True) -> None:
        """The work is done, and the folder is as in `seen` (None: as it was).

        What was not read because the person cancelled is left until it changes, or the folder is opened anew.
        """
        self.loading = False
        if seen is not None:
            self._seen = seen
            if self._away:
                self._away = False
                self.back.emit()
        if watched:
            self._timer.start()

    def finish_loading(self, seen: Snapshot | None, whole: bool) -> None:
        self.finish(seen)
        self.done.emit(whole)

    def finish_failed(self, message: str) -> None:
        self.finish(None, watched=False)
        self.failed.emit(message)

    def finish_broken(self) -> None:
        self.finish(None, watched=False)  # what broke would break again at the next look
        self.done.emit(False)

    def finish_away(self) -> None:
        self.finish(None)
        if not self._away:
            self._away = True
            self.away.emit()

    def _begin(self) -> "_Work | None":
        """Work on the folder that is open, if nothing else is being done there."""
        if self.folder is None or self.loading:
            return None
        if self._stop.is_set():
            self._stop = Event()
        self.loading = True
        self._timer.stop()
        return _Work(self.folder, self._stop, self._say, self._workers, self._cache)


class _Work:
    """One round of reading, in a thread of its own."""

    def __init__(
        self,
        folder: Path,
        stop: Event,
        say: Callable[[Event, Callable[[FolderLoader], None]], None],
        workers: int | None,
        cache: Callable[[], Cache],
    ) -> None:
        self.folder, self.stop, self.workers, self.cache = folder, stop, workers, cache
        self._say = say

    def say(self, tell: Callable[[FolderLoader], None]) -> None:
        self._say(self.stop, tell)

    def read_all(self) -> None:
        try:
            seen = snapshot(self.folder)
            files = _sheets_in(self.folder)
        except (AtopError, OSError) as error:
            message = _message(self.folder, error)
            self.say(lambda loader: loader.finish_failed(message))
            return
        self.say(lambda loader: loader.begun.emit(len(files)))
        self._read(files)
        whole = not self.stop.is_set()
        self.say(lambda loader: loader.finish_loading(seen, whole))

    def read_changed(self, before: Snapshot) -> None:
        try:
            now = snapshot(self.folder)
        except OSError:
            self.say(lambda loader: loader.finish_away())
            return
        changed = change(before, now)
        if changed:
            self._tell_changed(changed)
        self.say(lambda loader: loader.finish(now))

    def _tell_changed(self, changed: Change) -> None:
        if changed.gone:
            self.say(lambda loader: loader.gone.emit(changed.gone))
        try:
            files = [path for path in _sheets_in(self.folder) if path in changed.touched]
        except (AtopError, OSError):
            return
        self._read(files)

    def read_anew(self, files: list[Path]) -> None:
        self._gather(scan(files, None, self.workers, self.stop.is_set))
        self.say(lambda loader: loader.finish_loading(None, not self.stop.is_set()))

    def _read(self, files: list[Path]) -> None:
        with self.cache() as known:
            self._gather(scan(files, known, self.workers, self.stop.is_set))

    def _gather(self, entries: Iterable[Entry]) -> None:
        ready: list[Entry] = []
        told = 0.0
        for entry in entries:
            ready.append(entry)
            if monotonic() - told > TELL_AFTER:
                self._hand_over(tuple(ready))
                ready.clear()
                told = monotonic()
        if ready:
            self._hand_over(tuple(ready))

    def _hand_over(self, entries: tuple[Entry, ...]) -> None:
        self.say(lambda loader: loader.arrived.emit(entries))


def _sheets_in(folder: Path) -> list[Path]:
    """The files that may be sheets; none in a folder that is still empty."""
    try:
        return list(find_sheets([folder]))
    except AtopError as error:
        if error.code == "no-sheets-found":
            return []
        raise


def _message(folder: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NO_FOLDER.format(folder=folder)
    if isinstance(error, OSError):
        return str(AtopError("file-not-readable", file=folder, reason=error.strerror or str(error)))
    return str(error)
