"""Saves a file whole or not at all: beside it first, then in its place."""

import contextlib
import errno
import os
import secrets
import stat
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from atop_coder.errors import AtopError

LEFT_AFTER = 3600.0  # seconds after which a half-written file beside a sheet belongs to nobody
BUSY_TRIES, BUSY_PAUSE = 6, 0.05  # Windows refuses for a moment while a virus scanner looks at the file

WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: "your share of the disk is full",
    errno.EROFS: "this disk can only be read",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk or the network failed",
}
WINDOWS_WORDS = {
    5: "you may not write here, or the file is open in another program",
    32: "the file is open in another program",
    33: "the file is open in another program",
    112: "the disk is full",
    123: "this name is not allowed",
}


class Disk:
    """The steps of a save, each one call, so that a test can let any of them fail."""

    def create(self, path: Path, private: bool = False) -> BinaryIO:
        return open(path, "xb", opener=_private if private else None)  # Path takes no opener

    def write(self, file: BinaryIO, data: bytes) -> None:
        file.write(data)

    def flush(self, file: BinaryIO) -> None:
        file.flush()
        os.fsync(file.fileno())

    def take_over(self, path: Path, old: os.stat_result) -> None:
        _take_over(path, old)

    def replace(self, path: Path, target: Path) -> None:
        path.replace(target)

    def flush_folder(self, folder: Path) -> None:
        _flush_folder(folder)


DISK = Disk()


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def save_bytes(
    path: str | os.PathLike[str],
    data: bytes,
    disk: Disk = DISK,
    *,
    mode: int | None = None,
    before_moving: Callable[[], None] = lambda: None,
) -> None:
    """Puts the data where `path` leads, links followed, with the permissions of the file that was there.

    A new file gets those of `mode`, or the usual ones. `before_moving` is called when all is on disk and
    only the move is left; what it raises ends the save, with nothing changed.

    The data is written beside the old file, forced to disk, and moved into its place in one step: a crash or
    a full disk leaves the old file as it was. The file keeps the letter case of its name. Devices and pipes
    are written to directly. Otherwise AtopError `not-writable`.
    """
    path = Path(path)
    try:
        old = _stat(path)
        if old and not stat.S_ISREG(old.st_mode):
            _write_through(path, data)
        else:
            target = name_on_disk(path) if old else _target(path)
            _replace(target, data, old, disk, mode, before_moving)
    except OSError as error:
        raise AtopError("not-writable", file=path, reason=reason_of(path, error)) from error


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _target(path: Path) -> Path:
    return Path(os.path.realpath(path))


def name_on_disk(path: Path) -> Path:
    """The file that a path leads to, by the name as it stands in its folder.

    Where the system takes `atop5040.TXT` for `ATOP5040.txt`, a move into its place would rename it.
    """
    target = _target(path)
    try:
        names = os.listdir(target.parent)  # noqa: PTH208  # names alone: a Path for each is slow in big folders
    except OSError:
        return target
    if target.name in names:
        return target
    alike = (name for name in names if _folded(name) == _folded(target.name))
    return next((found for name in alike if (found := target.with_name(name)).samefile(target)), target)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as device:
        device.write(data)


def _replace(
    target: Path,
    data: bytes,
    old: os.stat_result | None,
    disk: Disk,
    mode: int | None,
    before_moving: Callable[[], None],
) -> None:
    if old and not os.access(target, os.W_OK):
        raise PermissionError("the file is write-protected")
    # A short name of its own, because one made from the target's could be too long for the disk.
    sibling = target.parent / f".atop-{secrets.token_hex(6)}.tmp"
    try:
        with disk.create(sibling, old is not None or mode is not None) as file:
            disk.write(file, data)
            disk.flush(file)
        if old:
            disk.take_over(sibling, old)
        elif mode is not None:
            sibling.chmod(mode)
        before_moving()
        _move(sibling, target, disk)
    except BaseException:  # a key press that ends the program, too, must leave nothing behind
        with contextlib.suppress(OSError):
            sibling.unlink()
        raise
    with contextlib.suppress(OSError):  # the file is in its place: only its lasting is in doubt
        disk.flush_folder(target.parent)


def _move(sibling: Path, target: Path, disk: Disk) -> None:
    for attempt in range(BUSY_TRIES):
        try:
            disk.replace(sibling, target)
            return
        except PermissionError:
            if os.name != "nt" or attempt == BUSY_TRIES - 1:
                raise
            time.sleep(BUSY_PAUSE * (attempt + 1))


def _take_over(sibling: Path, old: os.stat_result) -> None:
    """Gives the new file the old one's owner, where that is allowed, and its permissions."""
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(sibling, old.st_uid, old.st_gid)
    sibling.chmod(stat.S_IMODE(old.st_mode))


def _flush_folder(folder: Path) -> None:
    """Makes the move itself last through a power failure, on systems that can."""
    if os.name == "posix":
        with contextlib.suppress(OSError):
            descriptor = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def sweep(folder: Path) -> None:
    """Takes away what saves that were killed have left in a folder, once it is old enough to be nobody's."""
    with contextlib.suppress(OSError):
        for left in (*folder.glob(".atop-*.tmp"), *folder.glob(".atop-*.turn.*")):
            if time.time() - left.lstat().st_mtime > LEFT_AFTER:
                left.unlink()


def reason_of(path: Path, error: OSError) -> str:
    """Why a file could not be written, in words that go on a line."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"there is no folder {path.parent}"
    if isinstance(error, IsADirectoryError):
        return "a folder has this name"
    told = (error.strerror or str(error)).lower()
    known = WINDOWS_WORDS.get(getattr(error, "winerror", None) or 0) or WORDS.get(error.errno or 0)
    return f"{known}: {told}" if known and known != told else told
