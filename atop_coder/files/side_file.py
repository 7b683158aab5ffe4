"""Small files beside a sheet: plain ones only, never through a link, never a pipe, never too large.

A folder that somebody sent, or that others may write to, can hold a link or a pipe under any name. What is no
plain file is left alone; the OSError says what it is.
"""

import errno
import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

LARGEST = 64 * 2**20  # bytes
_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_side(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a plain file of at most that size; OSError for anything else."""
    with _opened(path, os.O_RDONLY, "rb") as file:
        if os.fstat(file.fileno()).st_size > largest:
            raise OSError(errno.EFBIG, "it is far larger than such a file can be", str(path))
        return file.read(largest)


def append_side(path: Path, mode: int) -> BinaryIO:
    """A plain file, opened to read and to add to; made anew with these permissions if it is not there."""
    return _opened(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, "a+b", mode)


def put_side(path: Path, data: bytes, mode: int) -> None:
    """Puts a file with these bytes there, in place of a plain one or of none; OSError for anything else."""
    _refuse_others(path)
    sibling = path.with_name(f".atop-{secrets.token_hex(6)}.tmp")
    descriptor = os.open(sibling, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        sibling.replace(path)
    except OSError:
        with suppress(OSError):
            sibling.unlink()
        raise


def shared_mode(sheet: Path | None) -> int:
    """The permissions that a file about a sheet gets: those of the sheet, and nobody may run it."""
    try:
        return stat.S_IMODE(sheet.stat().st_mode) & 0o666 if sheet else 0o666
    except OSError:
        return 0o666


def _opened(path: Path, flags: int, way: str, mode: int = 0o600) -> BinaryIO:
    _refuse_others(path)
    descriptor = os.open(path, flags | _PLAIN, mode)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is no plain file", str(path))
    return os.fdopen(descriptor, way)  # type: ignore[return-value]  # the mode is one of bytes


def is_plain(path: Path) -> bool:
    """Whether a plain file, or nothing, has that name."""
    try:
        _refuse_others(path)
    except OSError:
        return False
    return True


def _refuse_others(path: Path) -> None:
    """OSError for what is no plain file; a link is one too, wherever it leads."""
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(kind):
        what = "a link" if stat.S_ISLNK(kind) else "a folder" if stat.S_ISDIR(kind) else "a pipe or a device"
        raise OSError(errno.EINVAL, f"it is {what}, and was left alone", str(path))
