"""Keeps what a save replaces: dated copies in `.atop-history` beside the sheet, or in the user's folder."""

import contextlib
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from atop_coder.files.fingerprint import fingerprint, print_of
from atop_coder.files.save import save_bytes, sweep
from atop_coder.files.side_file import shared_mode

FOLDER = ".atop-history"
MONTH = timedelta(days=31)
NEWEST = 30  # versions that always stay
NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)(?:-(\d+))?")
STAMP = "%Y-%m-%dT%H-%M-%SZ"


@dataclass(frozen=True)
class Version:
    """One kept copy of a sheet, and when it was saved (UTC)."""

    path: Path
    when: datetime
    nth: int = 1

    @property
    def order(self) -> tuple[datetime, int]:
        return self.when, self.nth


@dataclass(frozen=True)
class Versions:
    """Where versions are kept: beside each sheet, or, with a folder given, all in that one."""

    home: Path | None = None
    spare: Path | None = None

    def folder(self, sheet: Path) -> Path:
        """The folder with the versions of that sheet."""
        return self._in(self.home, sheet)

    def _in(self, home: Path | None, sheet: Path) -> Path:
        target = Path(os.path.realpath(sheet))
        if home is None:
            return target.parent / FOLDER / target.name
        place = hashlib.blake2b(os.fsencode(target.parent), digest_size=6).hexdigest()
        return home / f"{target.name}-{place}"

    def of(self, sheet: Path) -> tuple[Version, ...]:
        """All versions that are kept of a sheet, the newest first, wherever the setting had put them."""
        homes = dict.fromkeys((self.home, None, self.spare))
        found = {one.path: one for home in homes for one in versions_in(self._in(home, sheet))}
        return tuple(sorted(found.values(), key=lambda one: one.order, reverse=True))

    def keep(self, sheet: Path, now: datetime | None = None) -> Version | None:
        """Keeps the sheet as it is on disk now, and thins out the older ones; None if there is no need.

        OSError if it cannot be kept, neither in its place nor in the spare one.
        """
        try:
            data, when = sheet.read_bytes(), changed_at(sheet)
        except FileNotFoundError:
            return None
        mode = shared_mode(sheet)
        try:
            return _keep(self.folder(sheet), sheet.suffix, data, mode, when, now)
        except OSError:
            if self.spare is None:
                raise
            return _keep(self._in(self.spare, sheet), sheet.suffix, data, mode, when, now)


def changed_at(path: Path) -> datetime:
    """When a file was last changed, by its own stamp; now, where that is no time of the calendar."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (ValueError, OverflowError):
        return datetime.now(UTC)


def _keep(
    folder: Path, suffix: str, data: bytes, mode: int, when: datetime, now: datetime | None
) -> Version | None:
    kept = versions_in(folder)
    if kept and fingerprint(kept[0].path) == print_of(data):
        return None
    folder.mkdir(parents=True, exist_ok=True, mode=0o700 | (mode & 0o044) | (mode & 0o044) >> 2)
    sweep(folder)
    stamp = when.replace(microsecond=0)
    nth = 1 + max((one.nth for one in kept if one.when == stamp), default=0)
    path = folder / f"{stamp.strftime(STAMP)}{f'-{nth}' if nth > 1 else ''}{suffix}"
    save_bytes_or_os_error(path, data, mode)
    version = Version(path, stamp, nth)
    for one in thinned_out((version, *kept), now or datetime.now(UTC)):
        if one != version:
            with contextlib.suppress(OSError):
                one.path.unlink()
    return version


def save_bytes_or_os_error(path: Path, data: bytes, mode: int | None = None) -> None:
    """Saves whole or not at all, with the system's own error."""
    from atop_coder.errors import AtopError

    try:
        save_bytes(path, data, mode=mode)
    except AtopError as error:
        raise error.__cause__ if isinstance(error.__cause__, OSError) else OSError(str(error)) from error


def versions_in(folder: Path) -> tuple[Version, ...]:
    """The versions in a folder, the newest first; files with other names are none."""
    try:
        paths = list(folder.iterdir())
    except OSError:
        return ()
    found = [one for path in paths if (one := _version(path)) is not None]
    return tuple(sorted(found, key=lambda one: one.order, reverse=True))


def _version(path: Path) -> Version | None:
    match = NAME.fullmatch(path.stem)
    if match is None:
        return None
    try:
        when = datetime.strptime(match[1], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Version(path, when, int(match[2] or 1))


def thinned_out(versions: Iterable[Version], now: datetime, newest: int | None = None) -> tuple[Version, ...]:
    """Those that may go: all but the `newest` few, those of today, the last of each day and of each month.

    The newest stay whatever the clock says: one that is a day ahead would thin out today's work.
    """
    today = now.astimezone().date()
    stay: dict[object, Version] = {}
    gone = []
    for version in sorted(versions, key=lambda one: one.order, reverse=True)[
        NEWEST if newest is None else newest :
    ]:
        day = version.when.astimezone().date()
        if day >= today:
            continue
        key: object = day if now - version.when <= MONTH else (day.year, day.month)
        if stay.setdefault(key, version) is not version:
            gone.append(version)
    return tuple(gone)
