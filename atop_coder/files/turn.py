"""Lets one save at a time look at a file and replace it, on one machine or in a shared folder."""

import contextlib
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atop_coder.files.owner import owner_from_data, this_owner

WAIT = 4.0  # seconds: longer than any save of a sheet takes, shorter than a person's patience
PAUSE = 0.01


@contextmanager
def turn(path: Path, wait: float = WAIT) -> Iterator[None]:
    """Waits until no other save of this program is at the file, then holds the others off.

    A mark that its owner left behind is taken away. Where no mark can be made the save goes on without: it
    is for the comparison before it, not for this, to find that the file has changed.
    """
    target = Path(os.path.realpath(path))
    word = hashlib.blake2b(target.name.casefold().encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    mark = target.parent / f".atop-{word}.turn"
    mine = _take(mark, wait)
    try:
        yield
    finally:
        if mine:
            with contextlib.suppress(OSError):
                mark.unlink()


def _take(mark: Path, wait: float) -> bool:
    text = json.dumps(this_owner().data).encode()
    until = time.monotonic() + wait
    while True:
        try:
            descriptor = os.open(mark, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except (FileExistsError, PermissionError) as error:
            # On Windows a mark that is just going away refuses in this way too.
            if isinstance(error, PermissionError) and not mark.exists() and os.name != "nt":
                return False
            if time.monotonic() > until:
                if not os.access(mark.parent, os.W_OK):
                    return False
                _break(mark, at_any_rate=True)
                until = time.monotonic() + wait
            elif _is_left(mark):
                _break(mark)
            else:
                time.sleep(PAUSE)
        except OSError:
            return False
        else:
            with os.fdopen(descriptor, "wb") as file:
                file.write(text)
            return True


def _is_left(mark: Path) -> bool:
    """Whether the mark's owner has ended without taking it away."""
    try:
        return owner_from_data(json.loads(mark.read_bytes())).is_gone
    except (OSError, ValueError, TypeError):
        return False


def _break(mark: Path, at_any_rate: bool = False) -> None:
    """Takes a left mark away; puts it back if, in the moment between, somebody else had made a new one."""
    aside = mark.with_name(f"{mark.name}.{secrets.token_hex(4)}")
    with contextlib.suppress(OSError):
        mark.rename(aside)
        if not at_any_rate and not _is_left(aside):
            with contextlib.suppress(OSError):
                os.link(aside, mark)
        aside.unlink()
