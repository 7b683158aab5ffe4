"""Which reader a file gets: by its content first, by its name where the content says nothing."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.form import load_form
from atop_coder.reading.normalized import add_certain, is_normalized, read_normalized
from atop_coder.reading.report import Line, Reading, ReadingReport, Sureness
from atop_coder.reading.source import decode, kind_of, read_bytes, to_lines
from atop_coder.reading.text import around_of, read_lines
from atop_coder.reading.values import parse_answer
from atop_coder.sheet import sheet_from_data

SUFFIXES = (".txt", ".text", ".json")


def read_sheet(path: Path) -> Reading:
    """The sheet in a file and the report of its reading; AtopError for a file that holds none."""
    data = read_bytes(path)
    what = kind_of(data)
    if what:
        raise AtopError("file-kind-not-read", file=path, what=what)
    text, encoding = decode(data, path)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _read_json(text, path)
    return read_text(text, str(path), encoding)


def read_text(text: str, file: str = "", encoding: str = "utf-8") -> Reading:
    """The sheet in a text, normalized or as people type it."""
    lines = to_lines(text.removeprefix("\ufeff"))
    return _read_normalized(text, lines, file, encoding) or read_lines(lines, file, encoding=encoding)


def _read_normalized(text: str, lines: tuple[Line, ...], file: str, encoding: str) -> Reading | None:
    """A normalized sheet exactly, but what a hand has changed as people write; None if it is none."""
    if not is_normalized(text) or (exact := read_normalized(text)) is None:
        return None
    sheet, around = exact.sheet, around_of(exact.sheet)
    placed = {one.question: one for one in exact.placed}
    for number, paragraphs in exact.not_strict.items():
        parsed = parse_answer(load_form().question(number), paragraphs, around)
        sheet = sheet.with_answer(number, add_certain(parsed.answer, exact.sheet[number]))
        if parsed.sureness == Sureness.UNSURE:
            placed[number] = replace(placed[number], sureness=parsed.sureness, why=parsed.why)
    report = ReadingReport(file, "normalized", encoding, lines, tuple(placed.values()), exact.unplaced)
    return Reading(sheet, report)


def _read_json(text: str, path: Path) -> Reading:
    try:
        sheet = sheet_from_data(json.loads(text.removeprefix("\ufeff")))
    except (ValueError, RecursionError) as error:
        raise AtopError("json-not-read", file=path, reason=error) from error
    return Reading(sheet, ReadingReport(str(path), "json"))


def find_sheets(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named that may be sheets, sub-folders too, in order.

    Hidden files, and files that office programs keep beside an open document, are left out. AtopError
    `no-sheets-found` for a folder without one.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(inside for inside in path.rglob("*") if _may_be_sheet(inside, path))
        if not found:
            raise AtopError("no-sheets-found", file=path)
        yield from found


def _may_be_sheet(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def was_written_here(path: Path) -> bool:
    """Whether this program wrote the file, as a normalized sheet or JSON: then it may be written anew."""
    try:
        text, _ = decode(read_bytes(path), path)
    except AtopError:
        return False
    return is_normalized(text) or (text.lstrip().startswith("{") and '"form_version"' in text)
