"""Saves a file whole or not at all: beside it first, then in its place."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from atop_coder.errors import AtopError


def save_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Puts the data where `path` leads, links followed, with the permissions of the file that was there.

    The data is written beside the old file, forced to disk, and moved into its place in one step: a crash or
    a full disk leaves the old file as it was. Devices and pipes are written to directly. Otherwise AtopError
    `not-writable`.
    """
    path = Path(path)
    try:
        old = _stat(path)
        if old and not stat.S_ISREG(old.st_mode):
            _write_through(path, data)
        else:
            _replace(Path(os.path.realpath(path)), data, old)
    except OSError as error:
        raise AtopError("not-writable", file=path, reason=_reason(path, error)) from error


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as device:
        device.write(data)


def _replace(target: Path, data: bytes, old: os.stat_result | None) -> None:
    if old and not os.access(target, os.W_OK):
        raise PermissionError("the file is write-protected")
    # A short name of its own, because one made from the target's could be too long for the disk.
    sibling = target.parent / f".atop-{secrets.token_hex(6)}.tmp"
    try:
        _write_whole(sibling, data)
        if old:
            _take_over(sibling, old)
        sibling.replace(target)
    except BaseException:  # a key press that ends the program, too, must leave nothing behind
        with contextlib.suppress(OSError):
            sibling.unlink()
        raise
    _flush_folder(target.parent)


def _write_whole(sibling: Path, data: bytes) -> None:
    with sibling.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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


def _reason(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"there is no folder {path.parent}"
    if isinstance(error, IsADirectoryError):
        return "a folder has this name"
    return (error.strerror or str(error)).lower()
