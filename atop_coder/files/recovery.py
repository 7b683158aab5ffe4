"""Journals that a crash left behind: what is in them, and whether they still fit the file."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.journal import SUFFIX
from atop_coder.files.owner import Owner, machine_name, owner_from_data
from atop_coder.files.side_file import read_side
from atop_coder.files.versions import changed_at
from atop_coder.form import Form, load_form
from atop_coder.sheet import Answer, Edit, Sheet, make_answer, sheet_from_data

ASIDE = "set-aside"
QUIET = timedelta(days=1)  # of another machine's journal nobody here knows whether it is still being written


class Fit(StrEnum):
    """How a journal stands to its file now."""

    SAME = "same"  # the file is what the edits began with, or were being saved into
    CHANGED = "changed"  # somebody changed it since
    GONE = "gone"  # there is no such file any more
    UNNAMED = "unnamed"  # the sheet was never saved
    DAMAGED = "damaged"  # the journal does not say what it is about


@dataclass(frozen=True)
class Left:
    """What a journal holds: `sheet` is what a person saw last, `edits` led from `start` to it.

    `prints` are what the file may hold and still fit: as it was opened (0 edits in it), or as a save was
    about to make it, each with the number of edits that are in it. `unread` lines could not be read.
    """

    journal: Path
    path: Path | None = None
    name: str = ""
    when: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    owner: Owner | None = None
    start: Sheet = field(default_factory=Sheet.empty)
    edits: tuple[Edit, ...] = ()
    prints: Mapping[str, int] = field(default_factory=dict)
    unread: int = 0
    damaged: bool = False

    @property
    def sheet(self) -> Sheet:
        return self._after(self.edits)

    def _after(self, edits: tuple[Edit, ...]) -> Sheet:
        sheet = self.start
        for edit in edits:
            sheet = sheet.with_answer(edit.question, edit.after)
        return sheet

    @property
    def fit(self) -> Fit:
        """Looks at the file as it is now."""
        if self.damaged:
            return Fit.DAMAGED
        if self.path is None:
            return Fit.UNNAMED
        now = fingerprint(self.path)
        if not now:
            return Fit.GONE
        return Fit.SAME if now in self.prints else Fit.CHANGED

    @property
    def saved(self) -> Sheet:
        """The sheet as far as it stands in the file, as this journal knows it."""
        now = fingerprint(self.path) if self.path else ""
        return self._after(self.edits[: self.prints.get(now, 0)])

    @property
    def lost(self) -> dict[int, Answer]:
        """The answers that are not in the file, as this journal knows it."""
        saved, last = self.saved, self.sheet
        return {number: answer for number, answer in last if answer != saved[number]}


def read_journal(path: Path, form: Form | None = None) -> Left:
    """What a journal holds; a torn last line, or one that cannot be read, costs only itself.

    Here whatever a damaged journal brings about is taken for damage, so that it stops no other.
    """
    try:
        return _read_journal(path, form)
    except AtopError:
        raise
    except Exception:  # bytes of any kind may stand there
        return Left(path, when=_changed(path), damaged=True)


def _read_journal(path: Path, form: Form | None) -> Left:
    lines = list(_lines(path))
    head = lines[0] if lines and lines[0] and lines[0].get("journal") == 1 else None
    start = next((one["start"] for one in lines if one and "start" in one), None)
    unread = sum(one is None for one in lines)
    if head is None:
        return Left(path, when=_changed(path), unread=unread, damaged=True)
    try:
        sheet = sheet_from_data(start, form)
    except ValueError:
        return Left(path, _path(head), str(head.get("name", "")), _changed(path), unread=unread, damaged=True)
    edits: list[Edit] = []
    prints = {str(head["hash"]): 0} if head.get("hash") else {}
    file = _path(head)
    for line in lines[1:]:
        if line and "saving" in line:
            prints[str(line["saving"])] = len(edits)
            file = _path(line) or file
        elif line and "question" in line:
            edit = _edit(line, form or load_form())
            unread += edit is None
            edits.extend((edit,) if edit else ())
    name, owner = str(head.get("name", "")), _owner(head)
    return Left(path, file, name, _changed(path), owner, sheet, tuple(edits), prints, unread)


def _lines(path: Path) -> Iterator[dict[str, Any] | None]:
    try:
        data = read_side(path)
    except OSError as error:
        raise AtopError("file-not-readable", file=path, reason=error.strerror or str(error)) from error
    for line in data.split(b"\n"):
        if line.strip():
            yield _object(line)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _edit(line: Mapping[str, Any], form: Form) -> Edit | None:
    try:
        question = form.question(int(line["question"]))
        before, after = (make_answer(question, line[name]) for name in ("before", "after"))
    except (KeyError, ValueError, TypeError):  # pydantic's errors are ValueErrors
        return None
    return Edit(question.number, before, after)


def _path(line: Mapping[str, Any]) -> Path | None:
    value = line.get("path")
    return Path(value) if isinstance(value, str) and value and "\0" not in value else None


def _owner(head: Mapping[str, Any]) -> Owner | None:
    try:
        return owner_from_data(head["owner"])
    except (KeyError, TypeError, ValueError):
        return None


def _changed(path: Path) -> datetime:
    try:
        return changed_at(path)
    except OSError:
        return datetime.now(UTC)


def left_behind(folder: Path, form: Form | None = None, now: datetime | None = None) -> tuple[Left, ...]:
    """The journals in a folder whose programs have ended, the oldest first."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        with contextlib.suppress(AtopError):  # one that cannot be read now is there the next time
            left = read_journal(path, form)
            if not _is_live(left, now or datetime.now(UTC)):
                found.append(left)
    return tuple(sorted(found, key=lambda left: left.when))


def _is_live(left: Left, now: datetime) -> bool:
    """Whether a program may still be writing there."""
    if left.owner is None:
        return False
    if left.owner.machine != machine_name():
        return now - left.when < QUIET
    return not left.owner.is_gone


def set_aside(left: Left) -> Path:
    """Moves a journal into the folder of those that nobody wants now; returns where; OSError."""
    folder = left.journal.parent / ASIDE
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / left.journal.name
    left.journal.replace(target)
    return target


def forget(left: Left) -> None:
    """Takes a journal away: what is in it stands in a file or in another journal now."""
    with contextlib.suppress(OSError):
        left.journal.unlink()
