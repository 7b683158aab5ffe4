"""Saves several files that belong together: all of them, or none."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.save import DISK, Disk, name_on_disk, reason_of, save_bytes


@dataclass(frozen=True)
class Before:
    """What a name stood for: `kept` is the old file, under a name beside it, or None if there was none."""

    path: Path
    kept: Path | None

    def put_back(self, disk: Disk) -> None:
        """Brings the old file back, or takes the new one away; AtopError or OSError if it cannot be."""
        if self.kept is None:
            self.path.unlink()
            return
        try:
            disk.replace(self.kept, name_on_disk(self.path))
        except OSError:
            save_bytes(self.path, self.kept.read_bytes(), disk)  # which waits where Windows is busy


def save_all(files: Mapping[Path, bytes], disk: Disk = DISK) -> None:
    """Writes all the files or, where one cannot be written, leaves all as they were.

    Each is saved as by `save_bytes`, with the same AtopError `not-writable`; `partly-written` if one that was
    written before it could not be put back. What a device or a pipe was given stays with it. A crash of the
    machine in between can leave some files new and some old, each of them whole.
    """
    done: list[Before] = []
    with ExitStack() as keeping:
        try:
            for path, data in files.items():
                before = _keep(path, keeping) if len(files) > 1 else None
                save_bytes(path, data, disk)
                if before:
                    done.append(before)
        except BaseException as error:  # a key press that ends the program, too, must leave all as it was
            lost = tuple(one.path.name for one in reversed(done) if not _is_back(one, disk))
            if lost and isinstance(error, AtopError):
                raise AtopError("partly-written", others=", ".join(lost), **error.values) from error
            raise


def _keep(path: Path, keeping: ExitStack) -> Before | None:
    """Has the old file kept beside itself until `keeping` ends; None where nothing could be put back."""
    try:
        if not path.exists():
            return Before(Path(os.path.realpath(path)), None)
        if not path.is_file():
            return None
        old = name_on_disk(path)
        kept = old.with_name(f".atop-{secrets.token_hex(6)}.tmp")
        keeping.callback(_drop, kept)
        _link(old, kept)
    except OSError as error:
        raise AtopError("not-writable", file=path, reason=reason_of(path, error)) from error
    return Before(path, kept)


def _link(old: Path, kept: Path) -> None:
    """Gives the file a second name, which takes no room on the disk; else copies it."""
    try:
        os.link(old, kept)
    except OSError:
        shutil.copy2(old, kept)


def _drop(kept: Path) -> None:
    with contextlib.suppress(OSError):
        kept.unlink()


def _is_back(before: Before, disk: Disk) -> bool:
    """Puts back what was there, and tells whether that went well."""
    try:
        before.put_back(disk)
    except (AtopError, OSError):
        return False
    return True
