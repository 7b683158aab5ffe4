"""What is done with the sheets that are chosen, away from the window's thread."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThreadPool, Signal

from atop_coder.checks.words import counted, listed
from atop_coder.errors import AtopError
from atop_coder.folder.exporting import Exported, export_dataset
from atop_coder.folder.normalizing import Done, Outcome, normalize


class Deeds(QObject):
    """One deed at a time; `normalized(outcomes)`, `exported(result)` or `failed(message)` when it is done."""

    normalized = Signal(object)
    exported = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def normalize(self, paths: Sequence[Path], replace: bool = False) -> None:
        """Writes the normalized sheets beside these files."""
        self._start(lambda: self.normalized.emit(tuple(normalize(paths, replace, self._stop.is_set))))

    def export(self, paths: Sequence[Path], target: Path) -> None:
        """Writes the dataset of these sheets."""
        self._start(lambda: self.exported.emit(export_dataset(paths, target, self._stop.is_set)))

    def _start(self, do: Callable[[], None]) -> None:
        self._pool.start(lambda: self._try(do))

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except AtopError as error:
            self.failed.emit(str(error))

    def wait(self) -> None:
        self._pool.waitForDone()

    def stop(self) -> None:
        """Waits for the sheet that is being written and leaves the others."""
        self._stop.set()
        self._pool.waitForDone()


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
