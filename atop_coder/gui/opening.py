"""Reads sheets away from the window's own thread, so that it never stands still."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.reading.report import Reading

SHEET_LIMIT = 30  # sheets that may be opened at once; in more tabs than that nobody finds anything


def read_now(path: Path) -> Reading:
    """The sheet in a file; the readers are imported when the first file is read."""
    from atop_coder.reading import read_sheet

    return read_sheet(path)


class Opener(QObject):
    """Reads files in turn; `opened(path, reading)` or `failed(path, message)` for each, then `done`.

    `prints` are what was in the files before they were read: a change while reading is noticed by the save.
    """

    opened = Signal(Path, object)
    failed = Signal(Path, str)
    done = Signal()

    def __init__(self, read: Callable[[Path], Reading] = read_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._stopped = False
        self.prints: dict[Path, str] = {}
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def open(self, paths: Iterable[Path]) -> None:
        """Begins to read; what it finds arrives in the window's thread."""
        wanted = tuple(paths)
        self._pool.start(lambda: self._read_all(wanted))

    @property
    def reading(self) -> bool:
        """Whether there are files still to be read."""
        return self._pool.activeThreadCount() > 0

    def _read_all(self, paths: tuple[Path, ...]) -> None:
        for path in paths:
            if self._stopped:
                return
            self.prints[path] = fingerprint(path)
            try:
                reading = self._read(path)
            except AtopError as error:
                self.failed.emit(path, str(error))
            else:
                self.opened.emit(path, reading)
        self.done.emit()

    def stop(self) -> None:
        """Waits for the file that is being read and leaves the others."""
        self._stopped = True
        self._pool.waitForDone()
