"""Saves a sheet over the one that was loaded, and never over one that somebody else has put there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import print_of
from atop_coder.files.save import DISK, Disk, reason_of, save_bytes, sweep
from atop_coder.files.turn import turn
from atop_coder.files.versions import Versions

Told = Callable[[str], None]


@dataclass(frozen=True)
class Saved:
    """What is in the file now; `trouble` is why the version before it could not be kept."""

    fingerprint: str
    trouble: AtopError | None = None


def save_over(
    path: Path,
    data: bytes,
    expected: str | None = None,
    versions: Versions | None = None,
    before_replacing: Told = lambda _print: None,
    disk: Disk = DISK,
) -> Saved:
    """Puts the data into the file if that still holds what is expected, and keeps what it held.

    `expected` is the print of what was loaded; None for a file that a person has just chosen to replace. A
    file that is gone is written anew. AtopError `changed-outside`, `being-saved` or `not-writable`: nothing
    was changed.
    """
    with turn(path):
        now = _print_now(path)
        if expected is not None and now is not None and now not in (expected, print_of(data)):
            raise AtopError("changed-outside", file=path)
        trouble = _keep(path, versions) if now is not None and versions else None
        trouble = trouble or _links_cut(path)

        def look_once_more() -> None:
            if _print_now(path) != now:  # a disk may have been slow, and others did not wait
                raise AtopError("changed-outside", file=path)

        before_replacing(print_of(data))
        save_bytes(path, data, disk, before_moving=look_once_more)
        sweep(path.parent)
    return Saved(print_of(data), trouble)


def _links_cut(path: Path) -> AtopError | None:
    """What to tell of a file that has further names: a save gives this name a file of its own."""
    try:
        names = path.stat().st_nlink
    except OSError:
        return None
    return AtopError("links-cut", file=path, others=names - 1) if names > 1 else None


def _print_now(path: Path) -> str | None:
    try:
        return print_of(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise AtopError("not-writable", file=path, reason=reason_of(path, error)) from error


def _keep(path: Path, versions: Versions) -> AtopError | None:
    try:
        versions.keep(path)
    except OSError as error:
        return AtopError("version-not-kept", file=path, reason=reason_of(path, error))
    return None
