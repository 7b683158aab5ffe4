"""What is said of a sheet and not in it: `ATOP5040.review.jsonl` beside `ATOP5040.txt`.

One JSON object a line, only ever appended. The state is what the lines add up to, in the order of `when`. A
line that cannot be read is kept, and told. The shape is in the data contract: id, when, who, kind, question,
code, data, reason.
"""

import contextlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from atop_coder.errors import AtopError
from atop_coder.files.remark import Remark, RemarkKind, plain, read_remark, remark_line
from atop_coder.files.side_file import append_side, read_side, shared_mode
from atop_coder.reading.addresses import stem_of

SUFFIX = ".review.jsonl"


@dataclass(frozen=True)
class Unread:
    """A line that could not be read: its number (from 1), the line as it stood, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class Review:
    """What was said of a sheet, in the order in which it counts, each remark once."""

    remarks: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = ()

    def acceptance(self, question: int, code: str, data: Mapping[str, Any], answer: str) -> Remark | None:
        """The remark that accepts this problem, None if it stands.

        The last word on the problem counts. It holds while the problem's data are those that were accepted
        and the answer, given as its print, is still the same.
        """
        last = next(
            (one for one in reversed(self._about.get((question, code), ())) if _is_about(one, plain(data))),
            None,
        )
        if last is None or last.kind != RemarkKind.ACCEPTED:
            return None
        return last if last.data.get("answer", answer) == answer else None

    def has_word_on(self, question: int, code: str) -> bool:
        """Whether a warning of that code was ever accepted or reopened at the question."""
        return (question, code) in self._about

    @cached_property
    def _about(self) -> dict[tuple[int, str], list[Remark]]:
        found: dict[tuple[int, str], list[Remark]] = {}
        for remark in self.remarks:
            if remark.kind in (RemarkKind.ACCEPTED, RemarkKind.REOPENED) and remark.question is not None:
                found.setdefault((remark.question, remark.code), []).append(remark)
        return found

    @property
    def accepted(self) -> tuple[Remark, ...]:
        """The acceptances that nobody took back; whether they still hold is for `acceptance` to say."""
        last = {_subject(one): one for ones in self._about.values() for one in ones}
        return tuple(sorted((one for one in last.values() if one.kind == RemarkKind.ACCEPTED), key=_order))

    @property
    def completed(self) -> Remark | None:
        """The remark that marked the sheet complete, None if it is not."""
        kinds = (RemarkKind.COMPLETE, RemarkKind.INCOMPLETE)
        last = next((one for one in reversed(self.remarks) if one.kind in kinds), None)
        return last if last is not None and last.kind == RemarkKind.COMPLETE else None

    def source_beside(self, sheet: Path) -> tuple[Path | None, str]:
        """The file that the sheet was made from, and the print of it; None and "" if none is told."""
        last = next((one for one in reversed(self.remarks) if one.kind == RemarkKind.SOURCE), None)
        name = last.data.get("file") if last else None
        if last is None or not isinstance(name, str) or not name:
            return None, ""
        return Path(os.path.normpath(sheet.absolute().parent / name)), str(last.data.get("print", ""))

    @property
    def comments(self) -> tuple[Remark, ...]:
        return tuple(one for one in self.remarks if one.kind == RemarkKind.COMMENT)


def _order(remark: Remark) -> tuple[Any, str]:
    return remark.order


def _is_about(remark: Remark, data: Mapping[str, Any]) -> bool:
    """Whether all that the remark says of a problem is true of this one."""
    return all(name in data and data[name] == value for name, value in _facts(remark).items())


def _facts(remark: Remark) -> dict[str, Any]:
    return {name: value for name, value in remark.data.items() if name != "answer"}


def _subject(remark: Remark) -> tuple[int | None, str, str]:
    return remark.question, remark.code, repr(sorted(_facts(remark).items()))


def review_of(remarks: Iterable[Remark], unread: Iterable[Unread] = ()) -> Review:
    """The review that remarks add up to, whatever the order they come in."""
    first: dict[str, Remark] = {}
    for remark in sorted(remarks, key=_order):
        first.setdefault(remark.id, remark)
    return Review(tuple(first.values()), tuple(unread))


def parse_review(data: bytes) -> Review:
    """The review in the bytes of a file."""
    remarks: list[Remark] = []
    unread: list[Unread] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            remarks.append(read_remark(line.decode("utf-8")))
        except UnicodeDecodeError:
            unread.append(Unread(number, line.decode("utf-8", "replace").strip(), "it is not UTF-8"))
        except ValueError as error:
            unread.append(Unread(number, line.decode("utf-8").strip(), str(error)))
    return review_of(remarks, unread)


def merge_reviews(one: bytes, other: bytes) -> bytes:
    """Two copies of a review file as one: all lines, each `id` once, in order; lines unread stand at the end.

    It does not matter which copy comes first.
    """
    known: dict[str, tuple[Any, bytes]] = {}
    strange: set[bytes] = set()
    for line in sorted({line.strip() for copy in (one, other) for line in copy.split(b"\n")} - {b""}):
        try:
            remark = read_remark(line.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
        except ValueError:
            strange.add(line)
        else:
            known.setdefault(remark.id, (remark.order, line.removeprefix(b"\xef\xbb\xbf")))
    lines = [line for _, line in sorted(known.values())] + sorted(strange)
    return b"".join(line + b"\n" for line in lines)


def review_path(sheet: Path) -> Path:
    """The review file of a sheet: `ATOP5040.txt` has `ATOP5040.review.jsonl`."""
    return sheet.with_name(stem_of(sheet) + SUFFIX)


def read_review(path: Path) -> Review:
    """The review in a file, an empty one if there is no file; AtopError `file-not-readable`."""
    try:
        return parse_review(read_side(path))
    except FileNotFoundError:
        return Review()
    except OSError as error:
        raise AtopError("file-not-readable", file=path, reason=error.strerror or str(error)) from error


def append_remarks(path: Path, remarks: Iterable[Remark], sheet: Path | None = None) -> None:
    """Adds lines to a review file, all or none; AtopError `not-writable`.

    A new file gets the permissions of the sheet. A last line that was torn off, by a full disk or a crash,
    stays a line of its own.
    """
    text = "".join(f"{remark_line(remark)}\n" for remark in remarks)
    if not text:
        return
    try:
        with append_side(path, shared_mode(sheet)) as file:
            _append(file, text.encode("utf-8", "replace"))
    except OSError as error:
        raise AtopError("not-writable", file=path, reason=(error.strerror or str(error)).lower()) from error


def _append(file: BinaryIO, data: bytes) -> None:
    end = file.seek(0, os.SEEK_END)
    if end:
        file.seek(end - 1)
        data = data if file.read(1) == b"\n" else b"\n" + data
    try:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            file.truncate(end)
        raise
