"""The sheets that the rows of a dataset name, where a folder has been moved or its files renamed since."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.folder.aside import Candidate, candidate_from, leave_aside, made_from
from atop_coder.folder.normalizing import normalized_name
from atop_coder.folder.summary import NORMALIZED
from atop_coder.reading import ReadingReport, read_sheet, whole_file
from atop_coder.sheet import Sheet


class Now(NamedTuple):
    """A sheet as it is now, the print of its file, whether it is a normalized one, and what it counts as."""

    sheet: Sheet
    fingerprint: str
    normalized: bool
    candidate: Candidate


class NamedSheets:
    """The sheets of a folder, found by what a row says of them: its file, else its ATOP id.

    `files` are what all rows say; `home` is where the workbook lies. `go_on` is called between two sheets
    that are read, and raises where nobody waits for them any more.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        opened: Mapping[Path, Sheet],
        files: Collection[str],
        home: Path,
        go_on: Callable[[], None],
    ) -> None:
        self.paths, self.known, self.opened, self.home = paths, frozenset(paths), opened, home
        self.go_on = go_on
        self.named: dict[Sequence[str], list[Sequence[str]]] = defaultdict(list)
        for file in files:
            self.named[_parts(file)[-1:]].append(_parts(file))
        self.exact = {path for file in files for path in self._exact(file)}
        self.by_name: dict[str, list[Path]] = defaultdict(list)
        for path in paths:
            self.by_name[path.name.casefold()].append(path)
        self._by_id: dict[str, list[Path]] | None = None
        self._read: dict[Path, Now] = {}

    def path_of(self, file: str, atop_id: str) -> Path:
        """The sheet of a row; AtopError `edit-without-sheet`, `edit-of-several` or `edit-other-sheet`."""
        if exact := self._exact(file):
            return self._newest(exact[0])
        alike = [path for path in self._alike(file) if path not in self.exact]
        found = alike or [path for path in self._sheets_of(atop_id) if path not in self.exact]
        told = file or (f"ATOP {atop_id}" if atop_id else "without a file")
        if len(found) > 1 or (alike and not self._is_nearest(file, alike[0])):
            raise AtopError("edit-of-several", sheet=told)
        if not found:
            raise AtopError("edit-without-sheet", sheet=told)
        own = self.read(found[0]).sheet.atop_id
        if atop_id and own is not None and str(own) != atop_id:
            raise AtopError("edit-other-sheet", sheet=told, atop_id=own)
        return self._newest(found[0])

    def _is_nearest(self, file: str, path: Path) -> bool:
        """Whether no other row names a file that could as well be this one."""
        rivals = [_shared_end(other, _parts(str(path))) for other in self.named[_parts(file)[-1:]]]
        own = _shared_end(_parts(file), _parts(str(path)))
        return max(rivals) == own and rivals.count(own) == 1

    def _exact(self, file: str) -> list[Path]:
        places = [(start / file).absolute() for start in (Path(), self.home)] if file else []
        return next(([path] for path in places if path in self.known or whole_file(path) in self.known), [])

    def _alike(self, file: str) -> list[Path]:
        """Those with the same name; of several, those that lie in folders of the same names."""
        parts = _parts(file)
        found = self.by_name.get(parts[-1], []) if parts else []
        if len(found) < 2:
            return found
        shared = [_shared_end(parts, _parts(str(path))) for path in found]
        return [path for path, count in zip(found, shared, strict=True) if count == max(shared)]

    def _sheets_of(self, atop_id: str) -> list[Path]:
        """Those that bear the id, without sources and exports of others among them."""
        found = self._of_id(atop_id)
        if len(found) < 2:
            return found
        aside = leave_aside(self.read(path).candidate for path in found)
        return [path for path in found if path not in aside]

    def _of_id(self, atop_id: str) -> list[Path]:
        if self._by_id is None:
            self._by_id = defaultdict(list)
            for path in self.paths:
                self.go_on()
                if (found := self._id_of(path)) is not None:
                    self._by_id[str(found)].append(path)
        return self._by_id.get(atop_id, [])

    def _id_of(self, path: Path) -> int | None:
        try:
            return self.read(path).sheet.atop_id
        except AtopError:
            return None

    def read(self, path: Path) -> Now:
        """What is in a file, or in its tab; AtopError."""
        if path not in self._read:
            before = fingerprint(path)  # taken first: a change while reading is noticed when applying
            if path in self.opened:
                sheet = self.opened[path]
                counts = Candidate(path, before, sheet.atop_id, "", NORMALIZED, *made_from(path))
                self._read[path] = Now(sheet, before, True, counts)
            else:
                reading = read_sheet(path)
                normalized = _is_normalized(reading.report)
                self._read[path] = Now(reading.sheet, before, normalized, candidate_from(path, reading))
        return self._read[path]

    @cached_property
    def _made(self) -> dict[Path, Path]:
        """The sheets that were made of other files of the folder, by those files."""
        found = ((made_from(path)[0], path) for path in self.paths)
        return {source: path for source, path in found if source is not None}

    def _newest(self, path: Path) -> Path:
        """The normalized sheet that was since made of a file and lies beside it, or the file itself."""
        now = self.read(path)
        if not now.normalized and (made := self._made.get(path.absolute())):
            return made
        other = normalized_name(path, now.sheet)
        taken = _parts(other.name)[-1:] in self.named
        return path if now.normalized or taken or other not in self.known else other


def _is_normalized(report: ReadingReport) -> bool:
    """Whether the file is a normalized sheet, and that alone."""
    return report.format == "normalized" and not report.part


def _parts(file: str) -> tuple[str, ...]:
    """The folders and the name in a path of whatever system, without case."""
    return PurePosixPath(file.replace("\\", "/").casefold()).parts


def _shared_end(one: Sequence[str], other: Sequence[str]) -> int:
    """How many names two paths have in common at their end."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((at for at, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))
