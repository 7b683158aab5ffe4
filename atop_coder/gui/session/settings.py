"""What the window remembers between two days: places, sizes, names, habits."""

import contextlib
from datetime import datetime
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from atop_coder.files.versions import Versions
from atop_coder.gui.session.editor_context import ASK
from atop_coder.gui.session.preferences import ALWAYS, BESIDE, BY_NAME, NEVER, OWN

RECENT = 10


def settings_path() -> Path:
    """The file for this person on this machine."""
    return Path(platformdirs.user_config_path("atop-coder", appauthor=False)) / "window.ini"


__all__ = ["ALWAYS", "ASK", "BESIDE", "NEVER", "OWN", "Settings", "settings_path"]


class Settings:
    """An ini file; a damaged one is set aside, not deleted, and what cannot be used is passed over."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_path()
        self.set_aside: Path | None = None
        self._store = self._open()

    def _open(self) -> QSettings:
        store = QSettings(str(self.path), QSettings.Format.IniFormat)
        store.allKeys()  # only now is the file read, and its status known
        if store.status() == QSettings.Status.FormatError or not _is_text(self.path):
            self._set_aside()
            del store  # else the new one would share what the old one has read
            store = QSettings(str(self.path), QSettings.Format.IniFormat)
        return store

    def _set_aside(self) -> None:
        aside = self.path.with_name(f"{self.path.stem}-damaged-{datetime.now():%Y%m%d-%H%M%S}.ini")
        with contextlib.suppress(OSError):
            self.path.replace(aside)
            self.set_aside = aside

    def text(self, name: str, default: str = "") -> str:
        value = self._store.value(name, default)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: int) -> int:
        try:
            return int(self.text(name, str(default)))
        except ValueError:
            return default

    def switch(self, name: str, default: bool) -> bool:
        return {"true": True, "false": False}.get(self.text(name, ""), default)

    def picture(self, name: str) -> QByteArray:
        """What a window or splitter said of itself; empty if there is nothing of use."""
        value = self._store.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def put(self, name: str, value: str | int | bool | QByteArray) -> None:
        kept = value if isinstance(value, QByteArray) else _as_text(value)
        self._store.setValue(name, kept)

    def save(self) -> None:
        """Writes now; a folder that cannot be written costs only the memory."""
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._store.sync()

    def choice(self, name: str) -> str:
        """What a preference is: its default where the file has nothing, or what it cannot be."""
        preference = BY_NAME[name]
        value = self.text(name, preference.usual)
        return value if not preference.choices or value in preference.values else preference.usual

    @property
    def stamp(self) -> str:
        """Whether saving a revised sheet puts date and name into it: ask, always or never."""
        return self.choice("stamp")

    @property
    def state_folder(self) -> Path:
        """Where journals, the log and a person's own versions are kept."""
        if self.path == settings_path():
            return platformdirs.user_state_path("atop-coder", appauthor=False)
        return self.path.parent / "state"

    @property
    def cache_folder(self) -> Path:
        """Where is kept what can be made anew."""
        usual = self.path == settings_path()
        return (
            platformdirs.user_cache_path("atop-coder", appauthor=False)
            if usual
            else self.path.parent / "cache"
        )

    def kept_versions(self) -> Versions:
        """Where the versions before each save are kept, by the person's setting."""
        own = self.state_folder / "versions"
        return Versions(own if self.versions == OWN else None, own)

    @property
    def versions(self) -> str:
        """Where versions are kept: beside the sheet, or in the user's own folder."""
        return self.choice("versions")

    def dialog_folder(self, path: Path | None = None) -> Path:
        """Where file dialogs begin: beside that file, or in the folder used last."""
        if path is not None:
            return path.parent
        remembered = Path(self.text("folder", str(Path.home())))
        return remembered if remembered.is_dir() else Path.home()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, the newest first."""
        paths = [Path(line) for line in self.text("recent").split("\n")]
        return tuple(dict.fromkeys(_resolved(path) for path in paths if path.is_absolute()))[:RECENT]

    @property
    def left_off(self) -> dict[Path, int]:
        """The sheets that were open when the window was closed, each with the question that was current."""
        pairs = (line.partition(" ") for line in self.text("left-off").split("\n"))
        return {Path(path): int(number) for number, _, path in pairs if number.isdecimal() and path}

    def keep_left_off(self, places: dict[Path, int]) -> None:
        """Remembers these sheets for another day."""
        self.put("left-off", "\n".join(f"{number} {path}" for path, number in places.items()))

    def add_recent(self, path: Path) -> None:
        """Puts a file or folder before those opened earlier."""
        newest = _resolved(path)
        kept = [newest, *(one for one in self.recent if one != newest)]
        self.put("recent", "\n".join(str(one) for one in kept[:RECENT]))


def _resolved(path: Path) -> Path:
    """One path for one file, however it was named; a link that leads round in a circle stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _as_text(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _is_text(path: Path) -> bool:
    try:
        path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return True
    except (OSError, UnicodeDecodeError):
        return False
    return True
