"""The review beside one open sheet: read when the sheet is, written at once, moved with it."""

import os
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.owner import this_owner
from atop_coder.files.remark import Remark, RemarkKind, behind, make_remark
from atop_coder.files.review import Review, append_remarks, read_review, review_of, review_path


class ReviewFile:
    """All that was said of a sheet, on disk and not yet there.

    Remarks about a sheet that was never saved wait here until it is; so do remarks that could not be written,
    until the next try. `trouble` is why the file could not be read, None if it could.
    """

    def __init__(self, sheet: Path | None = None) -> None:
        self.sheet = sheet
        self.path = review_path(sheet) if sheet else None
        self.trouble: AtopError | None = None
        self.waiting: tuple[Remark, ...] = ()
        self._written = self._read()
        self.review = self._written

    def _read(self) -> Review:
        if self.path is None:
            return Review()
        try:
            return read_review(self.path)
        except AtopError as error:
            self.trouble = error
            return Review()

    def add(self, remark: Remark) -> None:
        """Says something more; AtopError `not-writable` if it is only kept here for now.

        It counts behind all that is known here, also where somebody's clock ran ahead.
        """
        self.waiting = (*self.waiting, behind(remark, self.review.remarks))
        self._sum_up()
        self._write()

    def move_beside(self, sheet: Path, made_from: tuple[Path, str] | None = None, who: str = "") -> None:
        """The sheet is saved there now, and what was said of it goes with it; AtopError `not-writable`.

        `made_from` is the file that it was read from, where that is no normalized sheet, and its print.
        """
        if made_from is not None:
            data = {"file": _as_seen_from(sheet, made_from[0]), "print": made_from[1]}
            source = make_remark(RemarkKind.SOURCE, who or this_owner().name, data=data)
            self.waiting = (*self.waiting, behind(source, self.review.remarks))
            self._sum_up()
        if self.path != review_path(sheet):
            said = self.review.remarks
            self.sheet, self.path, self.trouble = sheet, review_path(sheet), None
            self._written = self._read()
            there = {remark.id for remark in self._written.remarks}
            self.waiting = tuple(remark for remark in said if remark.id not in there)
            self._sum_up()
        self._write()

    def _write(self) -> None:
        if self.path is None or not self.waiting:
            return
        append_remarks(self.path, self.waiting, self.sheet)
        self.waiting = ()
        now = self._read()  # others may have written there too
        self._written = review_of((*now.remarks, *self.review.remarks), now.unread)
        self._sum_up()

    def _sum_up(self) -> None:
        self.review = review_of((*self._written.remarks, *self.waiting), self._written.unread)


def _as_seen_from(sheet: Path, other: Path) -> str:
    """The other file's path from the sheet's folder; the whole of it on another drive."""
    try:
        return Path(os.path.relpath(other.absolute(), sheet.absolute().parent)).as_posix()
    except ValueError:
        return other.absolute().as_posix()
