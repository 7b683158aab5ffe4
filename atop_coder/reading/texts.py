"""The sheet in a text: one that the program wrote, exactly; any other as people type."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from atop_coder.form import load_form
from atop_coder.reading.normalized import NormalizedReading, add_certain, is_normalized, read_normalized
from atop_coder.reading.paragraphs import refuse_too_long, refuse_too_many
from atop_coder.reading.report import Line, Reading, ReadingReport, Sureness
from atop_coder.reading.source import to_lines

_LONG_END = 1000  # characters
_LONGER = 20  # times as many lines and characters as of other texts


def read_text(text: str, file: str = "", encoding: str = "utf-8") -> Reading:
    """The sheet in a text, normalized or as people type it; the first of several.

    AtopError as `refuse_too_many`; a normalized sheet, which is read in no time, may be far longer.
    """
    text = _without_end(text)
    refuse_too_long(text, file, _LONGER if is_normalized(text) else 1)
    lines = to_lines(text.removeprefix("\ufeff"))
    titles = [at for at, line in enumerate(lines) if is_normalized(line.text)]
    if len(titles) > 1:
        return _read_each(lines, titles, file, encoding)
    return _read_normalized(text, lines, file, encoding) or _read_typed(lines, file, encoding)


def _without_end(text: str) -> str:
    """The text; without the empty lines at its end, where they are so many that they were not typed."""
    shown = text.rstrip()
    return shown if len(text) - len(shown) > _LONG_END else text


def _read_each(lines: tuple[Line, ...], titles: Sequence[int], file: str, encoding: str) -> Reading:
    """Normalized sheets, one below the other."""
    edges = [0, *titles[1:], len(lines)]
    readings = [_read_from(lines[start:end], file, encoding) for start, end in pairwise(edges)]
    from atop_coder.reading.parts import as_one, flat  # a file with one normalized sheet needs none of it

    return as_one([part for one in readings for part in flat(one)])


def _read_from(lines: tuple[Line, ...], file: str, encoding: str) -> Reading:
    """The sheet in some lines of a text, each of which keeps its number."""
    text = "\n".join(line.text for line in lines)
    reading = _read_normalized(text, lines, file, encoding)
    if reading is None:
        return _read_typed(lines, file, encoding)
    by, report = lines[0].number - 1, reading.report
    placed = tuple(replace(one, first=one.first + by, last=one.last + by) for one in report.placed)
    unplaced = tuple(replace(piece, line=piece.line + by) for piece in report.unplaced)
    return replace(reading, report=replace(report, placed=placed, unplaced=unplaced))


def _read_typed(lines: tuple[Line, ...], file: str, encoding: str) -> Reading:
    from atop_coder.reading.text_tables import read_table_text  # a normalized sheet needs none of it

    refuse_too_many(lines, file)
    return read_table_text(lines, file, encoding)


def _read_normalized(text: str, lines: tuple[Line, ...], file: str, encoding: str) -> Reading | None:
    """A normalized sheet exactly, but what a hand has changed as people write; None if it is none."""
    if not is_normalized(text) or (exact := read_normalized(text)) is None:
        return None
    read = _with_changed(exact) if exact.not_strict else exact
    return Reading(
        read.sheet, ReadingReport(file, "normalized", encoding, lines, read.placed, exact.unplaced)
    )


def _with_changed(exact: NormalizedReading) -> NormalizedReading:
    """The reading with the answers that a hand has changed, read as people write."""
    from atop_coder.reading.values import parse_answer
    from atop_coder.reading.values.parsed import SIGNED, around_of

    sheet, around = exact.sheet, around_of(exact.sheet.by_key(SIGNED))
    placed = {one.question: one for one in exact.placed}
    for number, paragraphs in exact.not_strict.items():
        parsed = parse_answer(load_form().question(number), paragraphs, around)
        sheet = sheet.with_answer(number, add_certain(parsed.answer, exact.sheet[number]))
        if parsed.sureness == Sureness.UNSURE:
            placed[number] = replace(placed[number], sureness=parsed.sureness, why=parsed.why)
    return replace(exact, sheet=sheet, placed=tuple(placed.values()))
