"""A short word for what is in a file, by which a change is noticed."""

import hashlib
import stat
from pathlib import Path

from atop_coder.reading.addresses import whole_file

_LARGEST = 64 * 2**20  # bytes; more than any file that is read


def print_of(data: bytes) -> str:
    """The word for these bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def fingerprint(path: Path) -> str:
    """The word for what is in the file, of a part's path in the whole of it; "" if it cannot be read.

    What is far too large for a sheet, or no plain file, is told by its stamps, and not read or waited for.
    """
    try:
        file = whole_file(path)
        told = file.stat()
        if not stat.S_ISREG(told.st_mode) or told.st_size > _LARGEST:
            return f"no sheet: {told.st_size} {told.st_mtime_ns} {told.st_ino}"
        return print_of(file.read_bytes())
    except (OSError, ValueError):  # a name with a NUL in it
        return ""
