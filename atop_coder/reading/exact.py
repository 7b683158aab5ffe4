"""Sheets that this program wrote as Word files or PDFs: read as they were written, not by likeness."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from atop_coder.reading.files import read_text
from atop_coder.reading.normalized import read_normalized
from atop_coder.reading.report import Line, Piece, Reading

_LAST_COMMON = "\u024f"  # letters up to here every font has; others may be missing on the page


def with_exact(reading: Reading, text: str | None) -> Reading:
    """The reading with the sheet of this normalized text; as it is if there is none or it is not quite one.

    Where answers stood, and what stood beside them, remains as it was found in the file.
    """
    if not text or reading.others or read_normalized(text) is None:
        return reading
    exact, report = read_text(text), reading.report
    placed = []
    strange: list[Piece] = []
    for one in report.placed:
        told = exact.report.of(one.question)
        if told is not None:
            strange += [
                replace(piece, line=one.first)
                for piece in exact.report.unplaced
                if told.first <= piece.line <= told.last
            ]
            one = replace(one, sureness=told.sureness, why=told.why)
        placed.append(one)
    unplaced = sorted((*report.unplaced, *strange), key=lambda piece: piece.line)
    return Reading(
        exact.sheet, replace(report, placed=tuple(placed), unplaced=tuple(unplaced), exported=True)
    )


def shows(lines: Iterable[Line], text: str) -> bool:
    """Whether these lines show the letters and digits of a normalized text, all in order and no others.

    What is above the text's first heading, and what a line says is outside the text, does not count.
    """
    seen = _letters(" ".join(line.text for line in lines if not line.aside))
    wanted = _letters(text.partition("\n")[2])
    return bool(wanted) and seen.endswith(wanted) and len(seen) - len(wanted) < 200


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    return "".join(char for char in plain if char.isalnum() and char <= _LAST_COMMON)
