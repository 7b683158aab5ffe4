"""Several sheets in one file: each is read on its own, and nothing of one comes into another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from atop_coder.errors import AtopError
from atop_coder.reading.furniture import SAYS_PAGE, find_furniture
from atop_coder.reading.report import Line, Part, Piece, Reading
from atop_coder.reading.restarts import split_sheets
from atop_coder.reading.starts import find_starts

ANOTHER = "the column “{}”, which is another coding"
BLANK = "a form that nobody filled in"
OUTSIDE = "it belongs to none of the sheets in the file"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_PAGE_NUMBER = "a page number"
_COMMON = 3  # questions that two parts have in common at least
Named = tuple[str, tuple[Line, ...]]


class PartRead(NamedTuple):
    """The reading of a part, as "sheet" or "coding", and what the file calls it."""

    reading: Reading
    kind: str = "sheet"
    name: str = ""


def read_parts(lines: Sequence[Line], read: Callable[[Sequence[Line]], Reading]) -> Reading:
    """The first sheet in these lines, the others beside it; `read` reads the lines of one.

    AtopError `not-a-codesheet` if there is none.
    """
    codings = codings_of(lines)
    columns = (
        [(name, of_coding(lines, name)) for name in codings] if len(codings) > 1 else [("", tuple(lines))]
    )
    parts = [(name, part) for name, those in columns for part in split_sheets(those)]
    if len(parts) == 1:
        return read(parts[0][1])
    kind = "coding" if columns[0][0] else "sheet"
    return _read_all(_with_page_numbers(parts, lines), read, kind) or read(lines)


def are_apart(parts: Iterable[Sequence[Line]]) -> bool:
    """Whether at least two of the parts ask the same questions, so that each is a sheet of its own."""
    asked = [{start.question for start in find_starts(part)} for part in parts]
    return any(
        len(one & other) >= _COMMON and len(one & other) * 2 >= max(len(one), len(other))
        for one, other in combinations(asked, 2)
    )


def read_apart(parts: Sequence[Named], read: Callable[[Sequence[Line]], Reading]) -> Reading:
    """The first of the sheets in these parts, the others beside it; parts that are no sheet are told."""
    found = _read_all(parts, read, "sheet")
    return found or read([line for _, part in parts for line in part])


def _read_all(parts: Iterable[Named], read: Callable[[Sequence[Line]], Reading], kind: str) -> Reading | None:
    """Each part on its own, as one; None if none of them is a sheet with answers."""
    sheets: list[PartRead] = []
    left: list[tuple[Sequence[Line], str]] = []
    for name, part in parts:
        reading = _read_or_none(part, read)
        if reading is None or not reading.sheet.answered:
            left.append((part, BLANK if reading else OUTSIDE))
        else:
            sheets += flat(reading, kind, name)
    return with_left(as_one(sheets), left) if sheets else None


def flat(reading: Reading, kind: str = "sheet", name: str = "") -> Iterator[PartRead]:
    """The reading of a part, and those of others in the same part."""
    for one in (replace(reading, others=()), *reading.others):
        part = one.report.part
        names = ", ".join(filter(None, (name, part.name if part else "")))
        notes = one.report.notes[1:] if part else one.report.notes
        bare = replace(one, report=replace(one.report, part=None, notes=notes))
        yield PartRead(bare, part.kind if part else kind, names)


def _read_or_none(lines: Sequence[Line], read: Callable[[Sequence[Line]], Reading]) -> Reading | None:
    try:
        return read(lines)
    except AtopError as error:
        if error.code != "not-a-codesheet":
            raise
        return None


def of_each(reading: Reading, change: Callable[[Reading], Reading]) -> Reading:
    """The reading with each of its sheets changed so."""
    first = change(replace(reading, others=()))
    return replace(first, others=tuple(map(change, reading.others)))


def as_one(sheets: Sequence[PartRead]) -> Reading:
    """The reading of the first of several sheets, each told which it is, with the others beside it."""
    if len(sheets) == 1:
        return sheets[0].reading
    parts = [
        _told(sheet.reading, Part(number, len(sheets), sheet.kind, sheet.name))
        for number, sheet in enumerate(sheets, start=1)
    ]
    return replace(parts[0], others=tuple(parts[1:]))


def _told(reading: Reading, part: Part) -> Reading:
    note = f"this file holds {part.count} {part.kind}s; this is {_which(part)}"
    report = replace(reading.report, part=part, notes=(note, *reading.report.notes))
    return Reading(reading.sheet, report)


def _which(part: Part) -> str:
    ordinal = _ORDINALS[part.number - 1] if part.number <= len(_ORDINALS) else f"number {part.number}"
    which = f"the {ordinal}" if part.number <= len(_ORDINALS) else ordinal
    return f"{which}, “{part.name}”" if part.name else which


def codings_of(lines: Iterable[Line]) -> tuple[str, ...]:
    """The headings of the columns that hold a coding each, from the left."""
    return tuple(dict.fromkeys(line.coding for line in lines if line.coding))


def of_coding(lines: Iterable[Line], name: str) -> tuple[Line, ...]:
    """The lines, with those of other coders' columns told apart."""
    return tuple(
        replace(line, aside=ANOTHER.format(line.coding)) if line.coding not in ("", name) else line
        for line in lines
    )


def _with_page_numbers(parts: Sequence[Named], lines: Sequence[Line]) -> list[Named]:
    """The parts, where page numbers that run on from sheet to sheet are known as such."""
    numbers = {
        (piece.line, piece.text)
        for piece in find_furniture(lines)
        if piece.why == _PAGE_NUMBER and not SAYS_PAGE.fullmatch(piece.text)
    }
    return [(name, tuple(_numbered(line, numbers) for line in part)) for name, part in parts]


def _numbered(line: Line, numbers: set[tuple[int, str]]) -> Line:
    return replace(line, aside=_PAGE_NUMBER) if (line.number, line.text) in numbers else line


def with_left(reading: Reading, left: Iterable[tuple[Sequence[Line], str]]) -> Reading:
    """The reading with lines of the file that are in no sheet told in its report, each with the reason."""
    pieces = [
        (line, Piece(line.number, line.text, why))
        for lines, why in left
        for line in lines
        if line.text.strip()
    ]
    if not pieces:
        return reading
    report = reading.report
    blank = [piece for _, piece in pieces if piece.why == BLANK]
    others = [piece for _, piece in pieces if piece.why != BLANK]
    report = replace(
        report,
        lines=tuple(sorted((*report.lines, *(line for line, _ in pieces)), key=lambda line: line.number)),
        furniture=tuple(sorted((*report.furniture, *blank), key=lambda piece: piece.line)),
        unplaced=tuple(sorted((*report.unplaced, *others), key=lambda piece: piece.line)),
    )
    return replace(reading, report=report)
