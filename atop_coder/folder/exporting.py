"""Some sheets of a folder as one dataset."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from atop_coder.dataset import make_files, to_records, to_tables, writer_of
from atop_coder.errors import AtopError
from atop_coder.files.save import save_bytes
from atop_coder.reading import read_sheet
from atop_coder.sheet import Sheet


@dataclass(frozen=True)
class Exported:
    """The files that were written, how many sheets are in them, and why others are not."""

    files: tuple[Path, ...]
    sheets: int
    unread: tuple[str, ...]


def export_dataset(paths: Iterable[Path], target: Path, stop: Callable[[], bool] = lambda: False) -> Exported:
    """Reads the sheets and writes the dataset; AtopError for a name without a format, or where it cannot be.

    `stop` is asked between sheets: if it is true, nothing is written.
    """
    writer_of(target)  # a name that says no format is refused before any sheet is read
    sheets: list[tuple[Path, Sheet]] = []
    unread: list[str] = []
    for path in paths:
        if stop():
            return Exported((), 0, ())
        if path.absolute() == target.absolute():
            raise AtopError("dataset-over-sheet", file=target)
        try:
            sheets.append((path, read_sheet(path).sheet))
        except AtopError as error:
            unread.append(str(error))
    files = make_files(to_tables(to_records(sheets)), target) if sheets else {}
    for file, data in files.items():
        save_bytes(file, data)
    return Exported(tuple(files), len(sheets), tuple(unread))
