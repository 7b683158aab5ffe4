"""Which files of a folder are no sheets of their own: sources of normalized sheets, and exports."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from atop_coder.checks.words import counted
from atop_coder.errors import AtopError
from atop_coder.files.remark import sheet_print
from atop_coder.files.review import SUFFIX, read_review, review_path
from atop_coder.folder.entry import Entry, content_of, kind_of
from atop_coder.folder.summary import EXPORTED, NORMALIZED
from atop_coder.reading import Reading, part_words, whole_file


class Why(StrEnum):
    """Why a file is left aside."""

    SOURCE = "source"
    EXPORT = "export"


class Aside(NamedTuple):
    """A file that is left aside, and the sheet that counts instead."""

    why: Why
    sheet: Path


class Candidate(NamedTuple):
    """What is looked at: `answers` is the print of all answers, `source` the file that it was made from."""

    path: Path
    content: str
    atop_id: int | None
    answers: str
    kind: str = ""
    source: Path | None = None
    source_print: str = ""


def candidate_of(entry: Entry) -> Candidate:
    """The candidate that an entry of a folder is."""
    one = entry.summary
    return Candidate(
        one.path, one.content, one.atop_id, entry.facts.answers, one.kind, one.source, one.source_print
    )


def candidate_from(path: Path, reading: Reading) -> Candidate:
    """The candidate that a sheet is which was read just now."""
    sheet, kind = reading.sheet, kind_of(reading.report)
    return Candidate(path, content_of(path), sheet.atop_id, sheet_print(sheet), kind, *made_from(path))


def made_from(path: Path) -> tuple[Path | None, str]:
    """The file that a sheet was made from, by its review, and its print; None and "" if it says none."""
    beside = review_path(path)
    if not beside.exists():
        return None, ""
    try:
        return read_review(beside).source_beside(path)
    except AtopError:
        return None, ""


def sheet_made_of(path: Path) -> Path | None:
    """The normalized sheet beside a file that was made from it as it is; None if there is none."""
    content = content_of(path)
    for beside in sorted(path.absolute().parent.glob(f"*{SUFFIX}")):
        sheet = beside.with_name(beside.name.removesuffix(SUFFIX) + ".txt")
        if sheet != path and sheet.exists() and made_from(sheet) == (path.absolute(), content):
            return sheet
    return None


def leave_aside(candidates: Iterable[Candidate]) -> Mapping[Path, Aside]:
    """Those that are no sheets of their own; one alliance is then one row.

    A normalized sheet supersedes the file that it was made from, while that is what it was then; a file with
    the very answers of a normalized sheet is another form of it; and what the program exported is left aside
    where the sheet is there, unless it was changed later than the sheet.
    """
    those = tuple(candidates)
    normalized = [one for one in those if one.kind == NORMALIZED]
    made = {(one.source, one.source_print): one.path for one in normalized if one.source}
    same: dict[tuple[int | None, str], Path] = {
        (one.atop_id, one.answers): one.path for one in normalized if one.atop_id is not None
    }
    found: dict[Path, Aside] = {}
    for one in those:
        if one.kind == NORMALIZED:
            continue
        if sheet := made.get((one.path.absolute(), one.content)):
            found[one.path] = Aside(Why.SOURCE, sheet)
        elif sheet := same.get((one.atop_id, one.answers)):
            found[one.path] = Aside(Why.EXPORT if one.kind == EXPORTED else Why.SOURCE, sheet)
    return found | _old_exports([one for one in those if one.path not in found])


def _old_exports(those: Iterable[Candidate]) -> dict[Path, Aside]:
    """What was exported of a sheet that says something else by now."""
    those = tuple(those)
    sheets = {one.atop_id: one.path for one in those if one.kind != EXPORTED and one.atop_id is not None}
    pairs = ((one, sheets[one.atop_id]) for one in those if one.kind == EXPORTED and one.atop_id in sheets)
    return {one.path: Aside(Why.EXPORT, sheet) for one, sheet in pairs if not _is_newer(one.path, sheet)}


def _is_newer(path: Path, other: Path) -> bool:
    try:
        return whole_file(path).stat().st_mtime_ns > whole_file(other).stat().st_mtime_ns
    except OSError:
        return False


def aside_words(aside: Mapping[Path, Aside]) -> str:
    """`2 sources and 1 export left aside`; "" for none."""
    count = Counter(one.why for one in aside.values())
    parts = [counted(count[why], why) for why in Why if count[why]]
    return f"{' and '.join(parts)} left aside" if parts else ""


class Shelf:
    """The entries of a folder as they come: which are shown as sheets, and which are left aside (`aside`)."""

    def __init__(self) -> None:
        self.known: dict[Path, Entry] = {}
        self.aside: Mapping[Path, Aside] = {}

    def put(self, entries: Iterable[Entry]) -> tuple[list[Entry], set[Path]]:
        """Takes entries, new or read anew; returns what is to be shown now, and what is not any more."""
        new = {entry.path: entry for entry in entries}
        files = {whole_file(path): _count_of(path) for path in new}
        outdated = [
            path for path in self.known if _count_of(path) != files.get(whole_file(path), _count_of(path))
        ]
        for path in outdated:
            del self.known[path]
        self.known.update(new)
        return self._sort(set(new))

    def drop(self, paths: Iterable[Path]) -> tuple[list[Entry], set[Path]]:
        """Files are gone, with all the sheets in them; returns as `put`."""
        gone = set(paths)
        self.known = {path: one for path, one in self.known.items() if not gone & {path, whole_file(path)}}
        return self._sort(set())

    def clear(self) -> None:
        self.known, self.aside = {}, {}

    def _sort(self, touched: set[Path]) -> tuple[list[Entry], set[Path]]:
        before, self.aside = self.aside, leave_aside(map(candidate_of, self.known.values()))
        back = (before.keys() - self.aside.keys()) & self.known.keys()
        shown = [entry for path, entry in self.known.items() if path in touched | back]
        return [entry for entry in shown if entry.path not in self.aside], set(self.aside) - set(before)


def _count_of(path: Path) -> str:
    """How many sheets the file of a part holds, as its path says; "" for a whole file."""
    return part_words(path).rpartition(" of ")[2].partition(" ")[0]
