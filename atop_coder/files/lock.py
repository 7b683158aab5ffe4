"""A small file beside an open sheet that tells others who is in it; nothing depends on it."""

import contextlib
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from atop_coder.files.owner import Owner, owner_from_data, this_owner
from atop_coder.files.side_file import put_side, read_side, shared_mode

OLD = timedelta(hours=24)
LARGEST = 10_000  # bytes of a lock


def lock_path(sheet: Path) -> Path:
    """`ATOP5040.txt` has `.ATOP5040.txt.atop-lock`; a link's lock lies beside the file that it leads to."""
    target = Path(os.path.realpath(sheet))
    return target.with_name(f".{target.name}.atop-lock")


def read_lock(sheet: Path) -> Owner | None:
    """Who has the sheet open, as far as a lock tells; None for no lock or one that tells nothing."""
    try:
        return owner_from_data(json.loads(read_side(lock_path(sheet), LARGEST)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def held_by(sheet: Path, now: datetime | None = None) -> Owner | None:
    """Somebody else who has the sheet open; None if nobody has, or only a stale lock is left."""
    owner = read_lock(sheet)
    return None if owner is None or owner.is_me or is_stale(owner, now) else owner


def is_stale(owner: Owner, now: datetime | None = None) -> bool:
    """Whether a lock was left behind: by a process of this machine that has ended, or a day ago."""
    return owner.is_gone or (now or datetime.now(UTC)) - owner.since > OLD


def take_lock(sheet: Path, name: str = "") -> bool:
    """Says that the sheet is open here, in place of any lock there was; False where none can be written.

    What has the lock's name and is no plain file, such as a link to another file, is left alone.
    """
    data = json.dumps(this_owner(name).data, ensure_ascii=False).encode("utf-8", "replace")
    try:
        put_side(lock_path(sheet), data, shared_mode(sheet))
    except (OSError, ValueError):
        return False
    return True


def drop_lock(sheet: Path) -> None:
    """Takes the lock away, if it is still this process's own."""
    owner = read_lock(sheet)
    if owner is not None and owner.is_me:
        with contextlib.suppress(OSError):
            lock_path(sheet).unlink()
