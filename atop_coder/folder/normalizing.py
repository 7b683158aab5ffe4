"""Writes the normalized sheet of each of many files beside it; the originals stay as they are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.review_file import ReviewFile
from atop_coder.files.save import save_bytes
from atop_coder.reading import Reading, part_words, path_in, read_sheet, read_sheets, whole_file
from atop_coder.reading.addresses import stem_of
from atop_coder.reading.normalized import is_normalized
from atop_coder.sheet import Sheet
from atop_coder.writing import sheet_to_normalized

NAMES = 1000  # numbered names that are tried


class Done(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    ALREADY = "already"  # it is a normalized sheet, or has one beside it that says the same
    EXISTS = "exists"  # another normalized sheet has the name, and nobody said that it may be replaced
    FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """What became of a file; `target` is the normalized sheet, `message` says why there is none."""

    path: Path
    done: Done
    target: Path | None = None
    message: str = ""


def normalize(
    paths: Iterable[Path], replace: bool = False, stop: Callable[[], bool] = lambda: False
) -> Iterator[Outcome]:
    """Writes `ATOP5040.txt` beside each file and says what became of it; one that fails stops no other.

    Without `replace`, no file is written over. With it, an older normalized sheet of that name is, and still
    no file of any other kind: beside an original that bears the name, the new sheet gets a number.
    """
    for path in paths:
        if stop():
            return
        try:
            for reading in _parts(path):
                yield _normalize(path_in(path, reading.report), reading, replace)
        except AtopError as error:
            yield Outcome(path, Done.FAILED, message=str(error))


def _parts(path: Path) -> tuple[Reading, ...]:
    """The sheet of a part's path, or all that a file holds."""
    return (read_sheet(path),) if part_words(path) else read_sheets(path)


def _normalize(path: Path, reading: Reading, replace: bool) -> Outcome:
    if reading.report.format == "normalized" and not reading.report.part:
        return Outcome(path, Done.ALREADY, path)
    data = sheet_to_normalized(reading.sheet).encode()
    target = normalized_target(path, reading.sheet, data)
    if target.exists():
        if target.read_bytes() == data:
            return Outcome(path, Done.ALREADY, target)
        if not replace:
            return Outcome(path, Done.EXISTS, target)
    save_bytes(target, data)
    ReviewFile(path).move_beside(target, (path, fingerprint(whole_file(path))))
    return Outcome(path, Done.WRITTEN, target)


def normalized_target(path: Path, sheet: Sheet, data: bytes) -> Path:
    """Where the normalized sheet of a file goes: `ATOP5040.txt` beside it.

    With a number where a file of another kind has that name; an older normalized sheet there counts as free.
    """
    first = normalized_name(path, sheet)
    names = (first, *(first.with_stem(f"{first.stem} ({number})") for number in range(2, NAMES)))
    return next((name for name in names if _is_free(name, data)), names[-1])


def normalized_name(path: Path, sheet: Sheet) -> Path:
    """The first choice of a name for the normalized sheet of a file, beside it."""
    name = f"ATOP{sheet.atop_id}.txt" if sheet.atop_id is not None else f"{stem_of(path)} (normalized).txt"
    return path.with_name(name)


def _is_free(target: Path, data: bytes) -> bool:
    """Whether nothing of another kind is there."""
    try:
        content = target.read_bytes()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return content == data or is_normalized(content.decode("utf-8", "replace"))
