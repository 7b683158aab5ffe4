"""What lies in a folder at a moment, so that a change is noticed without reading a file."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from atop_coder.files.review import SUFFIX, review_path
from atop_coder.reading import SUFFIXES
from atop_coder.reading.likely_files import is_likely, may_be_named

Stamp = tuple[int, int]
Snapshot = Mapping[Path, Stamp]


@dataclass(frozen=True)
class Change:
    """The files that are new or other than they were, and those that are gone."""

    touched: frozenset[Path]
    gone: frozenset[Path]

    def __bool__(self) -> bool:
        return bool(self.touched or self.gone)


def snapshot(folder: Path) -> Snapshot:
    """Time of change (nanoseconds) and size of each file that may be a sheet or a review; no hidden ones.

    OSError if the folder itself cannot be looked into; a sub-folder that cannot is passed over.
    """
    os.scandir(folder).close()
    return dict(_walk(folder))


def _walk(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    try:
        found = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError:
        return
    for one in found:
        if one.name.startswith((".", "~$")):
            continue
        if one.is_dir(follow_symlinks=False):
            yield from _walk(Path(one.path))
        elif _is_watched(one.name) and (stamp := _stamp(one)):
            yield Path(one.path), stamp


def _is_watched(name: str) -> bool:
    return _is_read(name) or may_be_named(name)


def _is_read(name: str) -> bool:
    return name.lower().endswith((*SUFFIXES, SUFFIX))


def _counts(path: Path) -> bool:
    """Whether a file that changed is one to tell of; a text of another ending only if it may be a sheet."""
    return _is_read(path.name) or is_likely(path)


def _stamp(one: os.DirEntry[str]) -> Stamp | None:
    try:
        known = one.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size


def change(before: Snapshot, now: Snapshot) -> Change:
    """What is other now; a review that changed touches the sheets that it stands beside."""
    touched = {path for path in now if now[path] != before.get(path) and _counts(path)}
    gone = before.keys() - now.keys()
    reviews = {path for path in touched | gone if path.name.endswith(SUFFIX)}
    beside = {path for path in now if reviews and review_path(path) in reviews and path not in reviews}
    return Change(frozenset((touched | beside) - reviews), frozenset(gone - reviews))
