"""The name of a sheet in a file that holds several: `old.txt, sheet 2 of 3` is a path as any other.

Such a path names no file of its own, so that nothing is ever saved over the file that it is a part of.
"""

import re
from pathlib import Path

_ADDRESS = re.compile(
    r"(?P<file>.+), (?P<words>(?:sheet|coding) (?P<number>\d{1,5}) of \d{1,5}(?: \(.*\))?)", re.DOTALL
)
_SEPARATORS = re.compile(r"[/\\\0]")


def part_path(path: Path, words: str) -> Path:
    """The path of the part that these words name; the file's own path without them."""
    return path.with_name(f"{path.name}, {_SEPARATORS.sub('-', words)}") if words else path


def whole_file(path: Path) -> Path:
    """The file in which the sheet of that path stands: the path itself, but for a part's."""
    match = _ADDRESS.fullmatch(path.name)
    return path if match is None or path.exists() else path.with_name(match["file"])


def number_in_file(path: Path) -> int:
    """Which of the file's sheets the path names, from 1; 0 for a file's own path."""
    match = _ADDRESS.fullmatch(path.name)
    return 0 if match is None or path.exists() else int(match["number"])


def part_words(path: Path) -> str:
    """`sheet 2 of 3`; "" for a file's own path."""
    match = _ADDRESS.fullmatch(path.name)
    return "" if match is None or path.exists() else match["words"]
