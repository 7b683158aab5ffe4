"""Changes of a workbook written into the sheets, each sheet whole or not at all, and taken back again."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint, print_of
from atop_coder.files.lock import held_by
from atop_coder.files.review_file import ReviewFile
from atop_coder.files.save import reason_of
from atop_coder.files.sheet_file import save_over
from atop_coder.files.versions import Versions
from atop_coder.folder.changes import Chosen, SheetChanges
from atop_coder.folder.normalizing import normalized_target
from atop_coder.writing import sheet_to_normalized

Stop = Callable[[], bool]


@dataclass(frozen=True)
class Applied:
    """What became of the changes to one sheet.

    `target` is the file that was written, None if none was; then `message` says why. `before` is what it
    held (None: there was no such file), `fingerprint` the print of what it holds now. `message` of a file
    that was written tells that the version before, or the review beside it, could not be kept.
    """

    path: Path
    count: int = 0
    target: Path | None = None
    message: str = ""
    before: bytes | None = None
    fingerprint: str = ""


def apply_changes(
    chosen: Iterable[Chosen], versions: Versions, stop: Stop = lambda: False
) -> Iterator[Applied]:
    """Writes the changes wanted into the sheets, one after the other, and says what became of each.

    A normalized sheet is written over and its former content kept as a version; beside any other file a
    normalized sheet is written. One that was changed since the preview, or is open elsewhere, is left.
    """
    for changes, questions in chosen:
        if stop():
            return
        if questions:
            try:
                yield _apply(changes, questions, versions)
            except AtopError as error:
                yield Applied(changes.path, message=str(error))


def _apply(changes: SheetChanges, questions: Collection[int], versions: Versions) -> Applied:
    path = changes.path
    _refuse_if_held(path)
    if fingerprint(path) != changes.fingerprint:
        raise AtopError("edit-sheet-changed", file=path)
    sheet = changes.with_changes(questions)
    data = sheet_to_normalized(sheet).encode()
    if changes.normalized:
        done = _written(path, data, changes.fingerprint, versions)
    else:
        done = _written_beside(path, normalized_target(path, sheet, data), data, versions)
    return replace(done, path=path, count=len(changes.answers(questions)))


def _written_beside(path: Path, target: Path, data: bytes, versions: Versions) -> Applied:
    if target.exists() and fingerprint(target) != print_of(data):
        raise AtopError("edit-beside-other", file=path, target=target.name)
    done = _written(target, data, None, versions)
    try:
        ReviewFile(path).move_beside(target, (path, fingerprint(path)))
    except AtopError as error:  # the sheet itself is written
        return replace(done, message=str(error))
    return done


def _written(target: Path, data: bytes, expected: str | None, versions: Versions) -> Applied:
    try:
        before = target.read_bytes() if target.exists() else None
    except OSError as error:
        raise AtopError("not-writable", file=target, reason=reason_of(target, error)) from error
    saved = save_over(target, data, expected, versions)
    trouble = str(saved.trouble) if saved.trouble else ""
    return Applied(target, 1, target, trouble, before, print_of(data))


def _refuse_if_held(path: Path) -> None:
    owner = held_by(path)
    if owner is not None:
        raise AtopError("edit-held", file=path, who=owner.name)


def take_back(
    applied: Iterable[Applied], versions: Versions, stop: Stop = lambda: False
) -> Iterator[Applied]:
    """Puts back what the files held before and takes away new ones; a file that was changed since is left."""
    for one in applied:
        if stop():
            return
        if one.target is not None:
            try:
                yield _take_back(one, one.target, versions)
            except AtopError as error:
                yield replace(one, target=None, message=str(error))


def _take_back(one: Applied, target: Path, versions: Versions) -> Applied:
    _refuse_if_held(target)
    if fingerprint(target) != one.fingerprint:
        raise AtopError("edit-sheet-changed", file=target)
    if one.before is not None:
        return replace(_written(target, one.before, one.fingerprint, versions), count=one.count)
    try:
        target.unlink()
    except OSError as error:
        raise AtopError("not-writable", file=target, reason=reason_of(target, error)) from error
    return Applied(one.path, one.count, target)
