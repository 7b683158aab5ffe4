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
TELL_AFTER = 0.12  # seconds for which entries are gathered before they are shown


class FolderLoader(QObject):
    """`begun(total)`, then `arrived(entries)` again and again, then `done(whole)`; `failed(message)` instead.

    `whole` is False if it was cancelled. After that, `arrived` and `gone(paths)` tell what changed in the
    folder, and `away(message)` that it could not be looked at. All arrive in the window's thread; what
    belongs to a folder that was left is not told.
    """

    begun = Signal(int)
    arrived = Signal(object)
    gone = Signal(object)
    done = Signal(bool)
    failed = Signal(str)
    away = Signal(str)
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
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self, interval=LOOK_AFTER)
        self._timer.timeout.connect(self.look)
        self._told.connect(self._tell)

    def open(self, folder: Path) -> None:
        """Reads all sheets of that folder; what was being read before is left."""
        self.cancel()
        self._stop = Event()
        self.folder, self.loading = folder, True
        self._start(_Work(folder, self._stop, self._say, self._workers, self._cache).read_all)

    def look(self) -> None:
        """Reads what is new or changed since the last look."""
        if work := self._begin():
            self._start(lambda: work.read_changed(self._seen))

    def read_again(self, paths: Iterable[Path]) -> None:
        """Reads these files anew, whatever is known of them."""
        wanted = list(paths)
        if work := self._begin():
            self._start(lambda: work.read_anew(wanted))

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
        self._pool.start(work)

    def _say(self, stop: Event, tell: Callable[["FolderLoader"], None]) -> None:
        self._told.emit(stop, tell)

    def _tell(self, stop: Event, tell: Callable[["FolderLoader"], None]) -> None:
        if stop is self._stop and self.folder is not None:
            tell(self)

    def finish(self, seen: Snapshot | None, whole: bool) -> None:
        """The work is done, and the folder is as in `seen` (None: as it was)."""
        self.loading = False
        if seen is not None and whole:
            self._seen = seen
        if whole:
            self._timer.start()

    def finish_loading(self, seen: Snapshot | None, whole: bool) -> None:
        self.finish(seen, whole)
        self.done.emit(whole)

    def finish_failed(self, message: str) -> None:
        self.finish(None, False)
        self.failed.emit(message)

    def finish_away(self, message: str) -> None:
        self.finish(None, True)
        self.away.emit(message)

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
            files = list(find_sheets([self.folder]))
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
        except OSError as error:
            message = _message(self.folder, error)
            self.say(lambda loader: loader.finish_away(message))
            return
        changed = change(before, now)
        if changed:
            self._tell_changed(changed)
        self.say(lambda loader: loader.finish(now, True))

    def _tell_changed(self, changed: Change) -> None:
        if changed.gone:
            self.say(lambda loader: loader.gone.emit(changed.gone))
        try:
            files = [path for path in find_sheets([self.folder]) if path in changed.touched]
        except (AtopError, OSError):
            return  # the last sheet is gone
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


def _message(folder: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return str(AtopError("file-not-found", file=folder))
    if isinstance(error, OSError):
        return str(AtopError("file-not-readable", file=folder, reason=error.strerror or str(error)))
    return str(error)
