"""A short word for what is in a file, by which a change is noticed."""

import hashlib
from pathlib import Path

from atop_coder.reading.addresses import whole_file


def print_of(data: bytes) -> str:
    """The word for these bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def fingerprint(path: Path) -> str:
    """The word for what is in the file, of a part's path in the whole of it; "" if it cannot be read."""
    try:
        return print_of(whole_file(path).read_bytes())
    except (OSError, ValueError):  # a name with a NUL in it
        return ""
