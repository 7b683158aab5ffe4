"""Some sheets of a folder as one dataset."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from atop_coder.dataset import make_files, to_records, to_tables, writer_of
from atop_coder.errors import AtopError
from atop_coder.files.save_all import save_all
from atop_coder.folder.aside import aside_words, candidate_from, leave_aside
from atop_coder.reading import Reading, path_in, read_sheets, whole_file
from atop_coder.sheet import Sheet

NAMED = 5  # ids that are named where many stand twice
Stop = Callable[[], bool]


@dataclass(frozen=True)
class Exported:
    """The files that were written, how many sheets are in them, and why others are not.

    `twice` are the ATOP ids, ascending, that more than one of the sheets bears: their rows do not merge one
    to one.
    """

    files: tuple[Path, ...]
    sheets: int
    unread: tuple[str, ...]
    twice: tuple[int, ...] = ()


def export_dataset(
    paths: Iterable[Path],
    target: Path,
    stop: Stop = lambda: False,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Exported:
    """Reads the sheets and writes the dataset; AtopError as `check_target` and `write_dataset` raise it.

    Sheets below the dataset's folder are named as seen from there. `stop` is asked between sheets: if it is
    true, nothing is written. `on_progress` is told how many of them are read.
    """
    paths = tuple(paths)
    check_target(target, paths)
    unread: list[str] = []
    sheets = list(takewhile(lambda _sheet: not stop(), read_each(_telling(paths, on_progress), unread)))
    if stop():
        return Exported((), 0, ())
    named = [(_from(target, path), sheet) for path, sheet in sheets]
    files = write_dataset(named, target) if sheets else ()
    return Exported(files, len(sheets), tuple(unread), ids_twice(sheet for _, sheet in sheets))


def _from(target: Path, path: Path) -> Path:
    """The sheet's path as seen from the dataset, so that both can be moved or shared together."""
    home = target.absolute().parent
    return path.absolute().relative_to(home) if path.absolute().is_relative_to(home) else path


def _telling(paths: tuple[Path, ...], told: Callable[[int, int], None]) -> Iterator[Path]:
    for done, path in enumerate(paths, 1):
        yield path
        told(done, len(paths))


def ids_twice(sheets: Iterable[Sheet]) -> tuple[int, ...]:
    """The ATOP ids that more than one of the sheets bears, ascending."""
    count = Counter(sheet.atop_id for sheet in sheets)
    return tuple(sorted(one for one, times in count.items() if one is not None and times > 1))


def twice_words(ids: Sequence[int], teller: str) -> str:
    """Why some rows do not merge one to one, and what tells in which sheets; "" if all do."""
    if not ids:
        return ""
    named = ", ".join(map(str, ids[:NAMED])) + (", …" if len(ids) > NAMED else "")
    what = f"ATOP ID {named} stands" if len(ids) == 1 else f"{len(ids)} ATOP IDs ({named}) stand"
    return f"{what} in more than one row; {teller} tells in which sheets."


def check_target(target: Path, paths: Iterable[Path]) -> None:
    """Refuses a name for the dataset before any sheet is read.

    AtopError `dataset-format-unknown` or `stata-needs-extra` as `writer_of` raises it, `dataset-over-sheet`
    if the name leads to one of the sheets, by whatever way.
    """
    writer_of(target)
    try:
        there = target.stat()
    except OSError:
        return  # nothing is there that could be lost
    for path in paths:
        if _leads_to(path, there):
            raise AtopError("dataset-over-sheet", file=path)


def _leads_to(path: Path, there: os.stat_result) -> bool:
    try:
        return os.path.samestat(whole_file(path).stat(), there)
    except OSError:
        return False


def read_each(paths: Iterable[Path], unread: list[str]) -> Iterator[tuple[Path, Sheet]]:
    """Each file with its sheet; see `read_all`."""
    return ((path, reading.sheet) for path, reading in read_all(paths, unread))


def sheets_alone(read: Iterable[tuple[Path, Reading]]) -> tuple[list[tuple[Path, Sheet]], str]:
    """Those that are sheets of their own, and in words what of the others was left aside."""
    those = tuple(read)
    aside = leave_aside(candidate_from(path, reading) for path, reading in those)
    return [(path, one.sheet) for path, one in those if path not in aside], aside_words(aside)


def read_all(paths: Iterable[Path], unread: list[str]) -> Iterator[tuple[Path, Reading]]:
    """Each file as it was read, each part of a file that holds several under a path that names it.

    For a file that cannot be read, a line in `unread` says why.
    """
    known: dict[Path, tuple[Reading, ...]] = {}  # the last file: its parts are asked for one by one
    for path in paths:
        try:
            if whole_file(path) not in known:
                known = {whole_file(path): read_sheets(whole_file(path))}
            readings = _named(path, known[whole_file(path)])
        except AtopError as error:
            unread.append(str(error))
        else:
            yield from ((path_in(path, reading.report), reading) for reading in readings)


def _named(path: Path, readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings of a file that a path names: all, or the one of a part; AtopError `file-not-found`."""
    if path == whole_file(path):
        return readings
    found = [one for one in readings if path_in(path, one.report) == path]
    if not found:
        raise AtopError("file-not-found", file=path)
    return found


def write_dataset(sheets: Iterable[tuple[Path, Sheet]], target: Path) -> tuple[Path, ...]:
    """Writes the dataset of these sheets, all its files or none, and returns their names.

    AtopError `script-of-others`, `not-writable`, `partly-written`.
    """
    files = make_files(to_tables(to_records(sheets)), target)
    save_all(files)
    return tuple(files)
