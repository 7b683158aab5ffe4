"""Lets one save at a time look at a file and replace it, on one machine or in a shared folder.

A mark beside the file names who is saving. A mark of this machine holds as long as its process lives; one of
another machine as long as it is touched, which its owner does while the save lasts.
"""

import contextlib
import hashlib
import json
import os
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.owner import Owner, machine_name, owner_from_data, this_owner
from atop_coder.files.side_file import is_plain, read_side

WAIT = 4.0  # seconds: longer than most saves of a sheet take, shorter than a person's patience
PAUSE = 0.01
TOUCH = 0.5  # seconds between two signs of life
SILENT = 3.0  # seconds without one after which a mark from elsewhere, or of nobody, is taken for left behind
LARGEST = 10_000  # bytes of a mark


@contextmanager
def turn(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Waits until no other save of this program is at the file, then holds the others off.

    AtopError `being-saved` if another save that lives is still at it after so many seconds. A mark that its
    owner left behind is taken away. Where no mark can be made the save goes on without: it is for the
    comparison before it, not for this, to find that the file has changed.
    """
    target = Path(os.path.realpath(path))
    word = hashlib.blake2b(target.name.casefold().encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    mark = target.parent / f".atop-{word}.turn"
    mine = _take(mark, wait, path)
    ended = threading.Event()
    if mine:
        threading.Thread(target=_keep_alive, args=(mark, ended), daemon=True).start()
    try:
        yield
    finally:
        ended.set()
        if mine:
            with contextlib.suppress(OSError):
                mark.unlink()


def _keep_alive(mark: Path, ended: threading.Event) -> None:
    while not ended.wait(TOUCH):
        with contextlib.suppress(OSError):
            os.utime(mark)


def _take(mark: Path, wait: float, path: Path) -> bool:
    """Makes the mark; False where none can be made."""
    until = time.monotonic() + wait
    others = _Others(mark)
    while True:
        try:
            _make(mark)
        except FileExistsError:
            if not is_plain(mark):  # somebody's link or pipe of that name is left alone
                return False
            if others.are_gone():
                _break(mark)
            elif time.monotonic() > until:
                raise AtopError("being-saved", file=path) from None
            else:
                time.sleep(PAUSE)
        except PermissionError:
            # On Windows a mark that is just going away refuses in this way too.
            if os.name != "nt" or time.monotonic() > until:
                return False
            time.sleep(PAUSE)
        except OSError:
            return False
        else:
            return True


def _make(mark: Path) -> None:
    """The mark with its owner in it, or none: a full disk leaves no empty one."""
    descriptor = os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(json.dumps(this_owner().data).encode())
    except OSError:
        with contextlib.suppress(OSError):
            mark.unlink()
        raise


class _Others:
    """Watches the mark of another save for signs of life."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark
        self._seen: tuple[int, int] | None = None
        self._since = time.monotonic()

    def are_gone(self) -> bool:
        """Whether nobody is at the file any more, as far as that can be told."""
        owner = _owner_of(self.mark)
        if owner is not None and owner.machine == machine_name():
            return owner.is_gone
        return self._is_silent()

    def _is_silent(self) -> bool:
        try:
            told = self.mark.lstat()
        except OSError:
            return False
        now = (told.st_mtime_ns, told.st_ino)
        if now != self._seen:
            self._seen, self._since = now, time.monotonic()
        return time.monotonic() - self._since > SILENT


def _owner_of(mark: Path) -> Owner | None:
    try:
        return owner_from_data(json.loads(read_side(mark, LARGEST)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _break(mark: Path) -> None:
    """Takes a left mark away; puts it back if, in the moment between, somebody else had made a new one."""
    left = _owner_of(mark)
    aside = mark.with_name(f"{mark.name}.{secrets.token_hex(4)}")
    with contextlib.suppress(OSError):
        mark.rename(aside)
        if _owner_of(aside) != left:
            with contextlib.suppress(OSError):
                os.link(aside, mark)
        aside.unlink()
