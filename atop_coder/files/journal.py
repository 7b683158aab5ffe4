"""The recovery journal of one open sheet: what a person changed and has not saved, line by line.

A file of its own, outside the folder of the sheet, only ever appended to; JSON lines in UTF-8:

    {"journal": 1, "path": …, "hash": …, "when": …, "version": …, "owner": {…}, "name": …}
    {"start": {the sheet as it was opened or last saved}}
    {"question": 5, "before": {…}, "after": {…}, "when": …}
    {"saving": hash, "path": …}

The last kind is written before a save replaces the file: if the file has that hash, all lines above are in
it. A save that went well ends the journal; the next edit begins a new one.
"""

import contextlib
import json
import os
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path
from typing import Any

from atop_coder import __version__
from atop_coder.errors import AtopError
from atop_coder.files.owner import this_owner
from atop_coder.files.save import reason_of
from atop_coder.form import Form, load_form
from atop_coder.sheet import Answer, Edit, Sheet, answer_to_data, sheet_to_data

SUFFIX = ".journal"
HIGHEST = 4_000_000  # bytes after which a journal is begun anew with what it adds up to


class Journal:
    """Notes the edits of one open sheet; nothing is on disk before the first of them.

    `begin` says from what the edits start. All that writes raises AtopError `journal-not-writable`, and tries
    again at the next edit.
    """

    def __init__(self, folder: Path, form: Form | None = None, who: str = "") -> None:
        self.folder, self.form, self.who = folder, form or load_form(), who
        self.path: Path | None = None
        self._file: FileIO | None = None
        self._size, self._limit = 0, HIGHEST
        self._torn = False
        self._unsynced = False
        self.begin(Sheet.empty(self.form))

    def begin(self, start: Sheet, path: Path | None = None, fingerprint: str = "", name: str = "") -> None:
        """From now on edits start from this sheet, which stands in that file; what was noted so far goes."""
        self.remove()
        self._start, self._sheet = start, start
        self._about = {"path": str(path) if path else None, "hash": fingerprint, "name": name}

    @property
    def sheet(self) -> Sheet:
        """The start with all that was noted."""
        return self._sheet

    def note(self, answers: Iterable[tuple[int, Answer]]) -> int:
        """Appends an edit for each answer that is another now; returns how many there were."""
        edits = [Edit(number, self._sheet[number], answer) for number, answer in answers]
        edits = [edit for edit in edits if edit.before != edit.after]
        if edits:
            self._write(map(self._edit_data, edits))
            for edit in edits:
                self._sheet = self._sheet.with_answer(edit.question, edit.after)
        if self._size > self._limit:
            self._shorten()
        return len(edits)

    def note_saving(self, path: Path, fingerprint: str) -> None:
        """Says that a save is about to put all that was noted into that file."""
        if self._file is not None:
            self._write(({"saving": fingerprint, "path": str(path)},))

    def sync(self) -> None:
        """Forces what was written to disk; may be called in another thread."""
        file = self._file
        if self._unsynced and file is not None:
            self._unsynced = False
            with contextlib.suppress(OSError, ValueError):  # it was closed meanwhile: all is saved
                os.fsync(file.fileno())

    def remove(self) -> None:
        """Takes the journal away: all that it holds is saved, or a person wants none of it."""
        self.close()
        if self.path is not None:
            with contextlib.suppress(OSError):
                self.path.unlink()
        self.path = None

    def close(self) -> None:
        """Lets go of the file and leaves it where it is."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def _edit_data(self, edit: Edit) -> dict[str, Any]:
        question = self.form.question(edit.question)
        before, after = (answer_to_data(question, answer) for answer in (edit.before, edit.after))
        return {"question": edit.question, "before": before, "after": after, "when": _now()}

    def _write(self, lines: Iterable[dict[str, Any]]) -> None:
        try:
            if self._file is None:
                self._open()
                lines = (*self._head(), *lines)
            data = b"".join(_line(one) for one in lines)
            self._append(data)
        except OSError as error:
            reason = reason_of(self.folder / "journal", error)
            raise AtopError("journal-not-writable", folder=self.folder, reason=reason) from error

    def _append(self, data: bytes) -> None:
        if self._file is None:
            return
        # A line that a full disk has torn off stays a line of its own, which a reader passes over.
        rest = memoryview(b"\n" + data if self._torn else data)
        self._torn, self._unsynced = True, True
        while rest:
            count = self._file.write(rest) or 0
            self._size += count
            rest = rest[count:]
        self._torn = False

    def _open(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
        path = self.folder / name
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        self._file = FileIO(descriptor, "wb")
        self.path, self._size, self._torn = path, 0, False

    def _head(self) -> Iterator[dict[str, Any]]:
        owner = this_owner(self.who).data
        yield {"journal": 1, **self._about, "when": _now(), "version": __version__, "owner": owner}
        yield {"start": sheet_to_data(self._start, self.form)}

    def _shorten(self) -> None:
        """A journal that has grown long is begun anew with one edit for each question; the old one goes."""
        old, noted = (self.path, self._file, self._size), self._sheet
        edits = [Edit(number, self._start[number], answer) for number, answer in noted]
        self._file = None
        try:
            self._write(self._edit_data(edit) for edit in edits if edit.before != edit.after)
        except AtopError:
            self.path, self._file, self._size = old
            return
        finally:
            self._limit = max(HIGHEST, 2 * self._size)
        self.sync()
        with contextlib.suppress(OSError):
            if old[1] is not None and old[0] is not None:
                old[1].close()
                old[0].unlink()


def _line(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
