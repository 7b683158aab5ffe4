"""Recognises the files that programs which synchronise folders make when two people changed one sheet."""

import platform
import re
from pathlib import Path

DAY = r"\d{4}-\d\d-\d\d"

# What may follow the stem of a sheet's name, and the program that puts it there.
ENDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "ATOP5040 (Jae's conflicted copy 2026-11-21).txt", "… (Jae's conflicted copy 2026-11-21 (1)).txt"
    ("Dropbox", re.compile(rf" \([^()]*'s conflicted copy(?: {DAY})?(?: \(\d+\))?\)(?: \(\d+\))?", re.I)),
    ("Dropbox", re.compile(r" \((?:[^()]*'s )?case conflict(?: \d+)?\)", re.I)),
    # "ATOP5040 (conflicted copy 2026-11-21 140300).txt", older: "ATOP5040_conflict-20261121-140300.txt"
    ("Nextcloud", re.compile(rf" \((?:[^()]* )?conflicted copy {DAY}(?: \d{{6}})?(?: \(\d+\))?\)", re.I)),
    ("Nextcloud", re.compile(r"_conflict-\d{8}-\d{6}", re.I)),
    # "ATOP5040.sync-conflict-20261121-140300-ABCDEFG.txt"
    ("Syncthing", re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?", re.I)),
    # "ATOP5040 (1).txt": two files of one name in a folder; "ATOP5040 (Conflict).txt", "… [Conflict].txt"
    ("Google Drive", re.compile(r" ?(?:\(1\)|\(conflict(?: \d+)?\)|\[conflict(?: \d+)?\])", re.I)),
    # "ATOP5040_LAB3_Nov-21-140300-2026_Conflict.txt", "… (LAB3's conflict …)"
    ("Synology Drive", re.compile(r"_[^_]+_\w{3}-\d\d-\d{6}-\d{4}_Conflict(?:\(\d+\))?", re.I)),
    # "ATOP5040-DESKTOP-1A2B3C4.txt": the name of the computer
    ("OneDrive", re.compile(r"-(?:DESKTOP|LAPTOP|WIN)-[A-Z0-9]{5,12}(?:-\d+)?")),
)


def conflict_of(name: str, sheet: str) -> str | None:
    """The program that made a file of that name out of the sheet of the other; None if it is no such file."""
    stem, suffix = Path(sheet).stem, Path(sheet).suffix
    same_kind = name.casefold().endswith(suffix.casefold()) and name.casefold().startswith(stem.casefold())
    if not same_kind or len(name) <= len(sheet):
        return None
    ending = name[len(stem) : len(name) - len(suffix) or None]
    for program, pattern in ENDINGS:
        if pattern.fullmatch(ending):
            return program
    return "OneDrive" if _is_this_machine(ending) else None


def _is_this_machine(ending: str) -> bool:
    node = platform.node().casefold()
    return bool(node) and re.fullmatch(rf"-{re.escape(node)}(?:-\d+)?", ending.casefold()) is not None


def conflicted_copies(sheet: Path) -> tuple[tuple[Path, str], ...]:
    """The conflicted copies beside a sheet, each with the program that made it, in order of their names."""
    try:
        names = sorted(path.name for path in sheet.parent.iterdir())
    except OSError:
        return ()
    found = ((sheet.with_name(name), conflict_of(name, sheet.name)) for name in names)
    return tuple((path, program) for path, program in found if program and path.is_file())
