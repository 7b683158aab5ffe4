"""The lines of a file as they are read by, and the way back to what stood there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from atop_coder.reading.characters import deciding, is_common, kept, restored
from atop_coder.reading.mojibake import repaired
from atop_coder.reading.report import Line, Mark, Piece, Placed, Reading
from atop_coder.reading.values.parsed import Parsed, as_kept
from atop_coder.sheet import Answer
from atop_coder.sheet.text import in_quotes

_NAMED = 5  # lines that a note names


@dataclass(frozen=True)
class Legible:
    """Lines in plain characters; `source` has them as they stand in the file.

    `kept` has what answers keep of them, by number; nothing where all lines are in common characters.
    """

    source: tuple[Line, ...]
    lines: tuple[Line, ...]
    kept: Mapping[int, str]
    notes: tuple[str, ...] = ()

    def as_kept(self, reading: Reading) -> Reading:
        """A reading of the plain lines, in the characters of the file."""
        if not self.kept:
            return reading
        sheet, report = reading.sheet, reading.report
        placed = []
        for one in report.placed:
            answer, one = self._answer(sheet[one.question], one)
            sheet = sheet if answer == sheet[one.question] else sheet.with_answer(one.question, answer)
            placed.append(one)
        report = replace(
            report,
            lines=lines_of(self.source, report.lines),
            placed=tuple(placed),
            unplaced=tuple(map(self._piece, report.unplaced)),
            furniture=tuple(map(self._piece, report.furniture)),
            notes=(*report.notes, *self.notes),
        )
        return Reading(sheet, report)

    def _piece(self, piece: Piece) -> Piece:
        source = self.kept.get(piece.line)
        return piece if source is None else replace(piece, text=restored(piece.text, source))

    def _answer(self, answer: Answer, placed: Placed) -> tuple[Answer, Placed]:
        source = "\n".join(self.kept.get(at, "") for at in range(placed.first, placed.last + 1))
        if is_common(source.replace("\n", " ")):
            return answer, placed
        placed = replace(placed, text=restored(placed.text, source))
        parsed = as_kept(Parsed(answer, placed.sureness, placed.why), placed.text)
        return parsed.answer, replace(placed, sureness=parsed.sureness, why=parsed.why)


def lines_of(source: Sequence[Line], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the file that some lines were made of: those with their numbers."""
    numbers = {line.number for line in lines}
    return tuple(line for line in source if line.number in numbers)


def legible(lines: Sequence[Line]) -> Legible:
    """The lines as they are read by; what was repaired is in the notes."""
    if all(is_common(line.text) and repaired(line.text) is line.text for line in lines):
        return Legible(tuple(lines), tuple(lines), {})
    shown: list[Line] = []
    own: dict[int, list[str]] = {}
    wrong: list[tuple[int, str, str]] = []
    for line in lines:
        right = repaired(line.text)
        if right != line.text:
            wrong.append((line.number, line.text, right))
        own.setdefault(line.number, []).append(kept(right))
        text = deciding(right)
        shown.append(line if text == line.text else replace(line, text=text, marks=_moved(line)))
    texts = {at: "\n".join(parts) for at, parts in own.items()}
    return Legible(tuple(lines), tuple(shown), texts, _told(wrong))


def _moved(line: Line) -> tuple[Mark, ...]:
    """The line's marks where its words now stand."""
    return tuple(
        replace(mark, start=_length(line.text[: mark.start]), end=_length(line.text[: mark.end]))
        for mark in line.marks
    )


def _length(text: str) -> int:
    return len(deciding(repaired(text)))


def _told(wrong: Sequence[tuple[int, str, str]]) -> tuple[str, ...]:
    if not wrong:
        return ()
    _, before, after = wrong[0]
    pair = zip(before.split(), after.split(), strict=False)
    was, now = next(((was, now) for was, now in pair if was != now), (before, after))
    named = ", ".join(str(number) for number, *_ in wrong[:_NAMED])
    lines = f"line{'s' if len(wrong) > 1 else ''} {named}{', …' if len(wrong) > _NAMED else ''}"
    example = f"{in_quotes(was)} is {in_quotes(now)}"
    return (f"letters that were read by the wrong table were put right in {lines}: {example}",)
