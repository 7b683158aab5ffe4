"""Reads sheets away from the window's own thread, so that it never stands still."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.reading.report import Reading

MAX_SHEETS = 30  # sheets that may be opened at once; in more tabs than that nobody finds anything
TELL_EVERY = 0.05  # seconds: a line that grows more often than that only takes the window's time

Tell = Callable[[float], bool]
Read = Callable[[Path, str | None, Tell], Reading]


def read_now(path: Path, password: str | None = None, tell: Tell | None = None) -> Reading:
    """The sheet in a file; the readers are imported when the first file is read."""
    from atop_coder.reading import read_sheet

    return read_sheet(path, password, tell)


class Opener(QObject):
    """Reads files in turn; `opened(path, reading)` or `failed(path, message)` for each, then `done`.

    `began(path)` and `progressed(path, share)` tell how it goes on. `protected(path, wrong)` instead of the
    two says that the file wants a password, or another than was given; `cancelled(path)` that a person
    wanted it no more. `prints` are what was in the files before they were read: a change while reading is
    noticed by the save. `passwords` are those with which files were opened.
    """

    opened = Signal(Path, object)
    failed = Signal(Path, str)
    done = Signal()
    began = Signal(Path)
    progressed = Signal(Path, float)
    protected = Signal(Path, bool)
    cancelled = Signal(Path)

    def __init__(self, read: Read = read_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._stopped = False
        self._asked = 0  # how often it was asked to open something
        self._cancelled = 0  # what was asked for up to this is wanted no more
        self._told = 0.0
        self.prints: dict[Path, str] = {}
        self.passwords: dict[Path, str] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def open(self, paths: Iterable[Path], password: str | None = None) -> None:
        """Begins to read; what it finds arrives in the window's thread."""
        wanted = tuple(paths)
        self._asked += 1
        asked = self._asked
        self._pool.start(lambda: self._read_all(wanted, password, asked))

    @property
    def reading(self) -> bool:
        """Whether there are files still to be read."""
        return self._pool.activeThreadCount() > 0

    def cancel(self) -> None:
        """Leaves what is being read, and all that was to come after it."""
        self._cancelled = self._asked

    def _is_wanted(self, asked: int) -> bool:
        return not self._stopped and asked > self._cancelled

    def _read_all(self, paths: tuple[Path, ...], password: str | None, asked: int) -> None:
        for path in paths:
            if self._is_wanted(asked):
                self._read_one(path, password, asked)
        if not self._stopped:
            self.done.emit()

    def _read_one(self, path: Path, password: str | None, asked: int) -> None:
        self.began.emit(path)
        self.prints[path] = fingerprint(path)
        try:
            reading = self._read(path, password, lambda share: self._tell(path, share, asked))
        except AtopError as error:
            self._tell_error(path, error)
            return
        if not self._is_wanted(asked):  # a reader need not ask whether it is
            self.cancelled.emit(path)
            return
        if password is not None:
            self.passwords[path] = password
        self.opened.emit(path, reading)

    def _tell_error(self, path: Path, error: AtopError) -> None:
        if error.code in ("needs-password", "wrong-password"):
            self.protected.emit(path, error.code == "wrong-password")
        elif error.code == "cancelled":
            self.cancelled.emit(path)
        else:
            self.failed.emit(path, str(error))

    def _tell(self, path: Path, share: float, asked: int) -> bool:
        if not self._is_wanted(asked):
            return False
        now = time.monotonic()
        if now - self._told >= TELL_EVERY:
            self._told = now
            self.progressed.emit(path, share)
        return True

    def stop(self) -> None:
        """Leaves the file that is being read as soon as its reader asks, and the others."""
        self._stopped = True
        self._pool.waitForDone()
