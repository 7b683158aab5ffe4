"""What was read and checked before, so that a folder opens in a moment the second time.

A small database in the person's cache folder: a row for each content of a file, under the print of its bytes
and of the program that read it. Losing it costs only time, so nothing that goes wrong with it stops anybody.
"""

import contextlib
import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import platformdirs

from atop_coder import __version__
from atop_coder.folder.entry import Entry
from atop_coder.folder.entry_data import entry_from_data, entry_to_data
from atop_coder.resources import PACKAGE, form_path, resource_path

MOST = 20_000  # contents that are kept; the oldest go first
PARTS = ("checks", "files", "folder", "form", "reading", "reference", "sheet")
TODAY = frozenset({"future-date"})  # problems that another day can mend: such a sheet is always read anew
TABLE = """
CREATE TABLE IF NOT EXISTS entries (content TEXT, program TEXT, data BLOB, PRIMARY KEY (content, program))
"""
# No damage: somebody else writes, or the disk does not let anybody.
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def cache_path() -> Path:
    """The file for this person on this machine."""
    return Path(platformdirs.user_cache_path("atop-coder", appauthor=False)) / "sheets.sqlite"


@cache
def program_print() -> str:
    """A word that is another one for a program that may read or check differently: code, form, tables."""
    told = hashlib.blake2b(__version__.encode(), digest_size=12)
    for path in sorted(
        (form_path(), *resource_path("cow").glob("*.csv"), *resource_path("atop").glob("*.csv"))
    ):
        told.update(path.read_bytes())
    for path in _code():
        known = path.stat()
        told.update(f"{path.name} {known.st_size} {known.st_mtime_ns}".encode())
    return told.hexdigest()


def _code() -> list[Path]:
    return sorted(path for part in PARTS for path in (PACKAGE / part).rglob("*.py"))


class Cache:
    """Entries by content; use it in one thread, and `close` it.

    `set_aside` is where a damaged file was put, None as a rule. Without a place to write, it remembers
    nothing.
    """

    def __init__(self, path: Path | None = None, program: str = "") -> None:
        self.path = path or cache_path()
        self.program = program or program_print()
        self.set_aside: Path | None = None
        self._base = self._open()

    def __enter__(self) -> "Cache":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def get(self, content: str, path: Path) -> Entry | None:
        """The entry of a file with that content, if it is known."""
        try:
            row = self._ask(
                "SELECT data FROM entries WHERE content = ? AND program = ?", content, self.program
            )
            return entry_from_data(json.loads(zlib.decompress(row[0])), path) if row else None
        except Exception:  # whatever bytes somebody else has put there
            return None  # a row that says nothing is read anew, and written over

    def put(self, entries: Iterable[Entry]) -> None:
        """Remembers these, all or none; those not read, and those that hold for a day only, are left out."""
        rows = [(one.summary.content, self.program, _packed(one)) for one in entries if _lasts(one)]
        if self._base is None or not rows:
            return
        with self._forgiving() as base, base:
            base.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        if self._base is not None:
            with contextlib.suppress(sqlite3.Error):
                self._base.close()
            self._base = None

    def _ask(self, query: str, *values: str) -> tuple[bytes] | None:
        if self._base is None or not values[0]:
            return None
        rows: list[tuple[bytes]] = []
        with self._forgiving() as base:
            rows = base.execute(query, values).fetchall()
        return rows[0] if rows else None

    @contextlib.contextmanager
    def _forgiving(self) -> Iterator[sqlite3.Connection]:
        """A fault of the database is taken as "not known"; a damaged one is set aside and begun anew."""
        assert self._base is not None
        try:
            yield self._base
        except Exception as error:  # the seam: a damaged schema is told in bytes that are no text
            self.close()
            if is_damage(error):
                self._put_aside()
                self._base = self._open()

    def _open(self) -> sqlite3.Connection | None:
        try:
            return _connect(self.path, self.program)
        except Exception as error:
            if not is_damage(error) or not self._put_aside():
                return None
        with contextlib.suppress(Exception):
            return _connect(self.path, self.program)
        return None

    def _put_aside(self) -> bool:
        aside = self.path.with_name(f"{self.path.stem}-damaged-{datetime.now():%Y%m%d-%H%M%S}.sqlite")
        try:
            self.path.replace(aside)
        except OSError:
            return False
        self.set_aside = aside
        return True


def is_damage(error: Exception) -> bool:
    """Whether the file is no sound database; a lock or a full disk is no damage."""
    if isinstance(error, OSError):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & 0xFF not in _PASSING


def _connect(path: Path, program: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))  # what is in it may be nobody else's to read
    base = sqlite3.connect(path, timeout=2)
    try:
        base.execute(TABLE)
        with base:
            base.execute("DELETE FROM entries WHERE program != ?", (program,))
            base.execute("DELETE FROM entries WHERE rowid <= (SELECT max(rowid) FROM entries) - ?", (MOST,))
    except Exception:
        base.close()
        raise
    return base


def _packed(entry: Entry) -> bytes:
    return zlib.compress(
        json.dumps(entry_to_data(entry), ensure_ascii=False).encode("utf-8", "surrogatepass"), 1
    )


def _lasts(entry: Entry) -> bool:
    summary = entry.summary
    return (
        bool(summary.content) and not summary.message and not any(one.code in TODAY for one in entry.problems)
    )
