"""The name of a sheet in a file that holds several: `old.txt, sheet 2 of 3` is a path as any other.

Such a path names no file of its own, so that nothing is ever saved over the file that it is a part of.
"""

import re
from pathlib import Path

from atop_coder.reading.report import ReadingReport

_ADDRESS = re.compile(
    r"(?P<file>.+), (?P<words>(?:sheet|coding) (?P<number>\d{1,5}) of \d{1,5}(?: \(.*\))?)", re.DOTALL
)
_SEPARATORS = re.compile(r"[/\\\0]")


def part_path(path: Path, words: str) -> Path:
    """The path of the part that these words name; the file's own path without them."""
    return path.with_name(f"{path.name}, {_SEPARATORS.sub('-', words)}") if words else path


def path_in(file: Path, report: ReadingReport) -> Path:
    """The path of a sheet that was read from a file: the file's own, or that of the part."""
    return part_path(whole_file(file), report.part.words) if report.part else file


def whole_file(path: Path) -> Path:
    """The file in which the sheet of that path stands: the path itself, but for a part's."""
    match = _match(path)
    return path.with_name(match["file"]) if match else path


def number_in_file(path: Path) -> int:
    """Which of the file's sheets the path names, from 1; 0 for a file's own path."""
    match = _match(path)
    return int(match["number"]) if match else 0


def part_words(path: Path) -> str:
    """`sheet 2 of 3`; "" for a file's own path."""
    match = _match(path)
    return match["words"] if match else ""


def stem_of(path: Path) -> str:
    """The name without its ending, with the words for a part: `old, sheet 2 of 3`."""
    words = part_words(path)
    return f"{whole_file(path).stem}, {words}" if words else path.stem


def _match(path: Path) -> re.Match[str] | None:
    """The parts of an address; None for any other path, also that of a file with such a name."""
    match = _ADDRESS.fullmatch(path.name)
    return None if match is None or path.exists() else match
