"""The text that was read, as it is shown: wrapped lines put together, prompts told apart from answers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from atop_coder.reading.report import Line, Piece, Placed, ReadingReport
from atop_coder.sheet import Sheet

AROUND = 3  # words on each side of a line's end by which it is found in the answer
FULL = 60  # characters from which on a line that was not placed goes on in the next


class TextPart(StrEnum):
    """What a stretch of the text is."""

    PROMPT = "prompt"
    ANSWER = "answer"
    FURNITURE = "furniture"
    UNPLACED = "unplaced"


@dataclass(frozen=True)
class Passage:
    """A paragraph: stretches of text, the lines they stand on, and the question they belong to."""

    runs: tuple[tuple[str, TextPart], ...]
    first: int
    last: int
    page: int
    question: int | None

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)


def passages(report: ReadingReport, sheet: Sheet) -> tuple[Passage, ...]:
    """The paragraphs of the source; `sheet` is what was read from it, and tells where lines were wrapped."""
    parts = _parts_of(report)
    found: list[Passage] = []
    for part in parts:
        words = _answer_words(sheet, part.question)
        if found and found[-1].question == part.question and _goes_on(found[-1], part, words):
            found[-1] = _joined(found[-1], part)
        else:
            found.append(part)
    return tuple(found)


def _parts_of(report: ReadingReport) -> Iterator[Passage]:
    """Each line with text as a passage of its own."""
    strange = {(piece.line, piece.text.strip()): TextPart.FURNITURE for piece in report.furniture}
    strange |= {(piece.line, piece.text.strip()): TextPart.UNPLACED for piece in report.unplaced}
    columns = _answer_columns(report, set(strange))
    owner = _owners(report)
    for at, line in enumerate(report.lines):
        text = line.text.strip()
        if not text:
            continue
        part = strange.get((line.number, text))
        question = None if part else owner.get(line.number)
        if part is None and question is None:
            part = TextPart.FURNITURE
        runs = ((text, part),) if part else _runs(line, columns.get(at))
        yield Passage(runs, line.number, line.number, line.page, question)


def _owners(report: ReadingReport) -> dict[int, int]:
    """Line number -> question whose prompt or answer stands on it; the later one where two meet."""
    return {
        number: placed.question
        for placed in sorted(report.placed, key=lambda placed: placed.first)
        for number in range(placed.first, placed.last + 1)
    }


def _runs(line: Line, column: int | None) -> tuple[tuple[str, TextPart], ...]:
    if column is None:
        return ((line.text.strip(), TextPart.PROMPT),)
    prompt, answer = line.text[:column].strip(), line.text[column:].strip()
    runs = ((prompt, TextPart.PROMPT), (f" {answer}" if prompt else answer, TextPart.ANSWER))
    return tuple(run for run in runs if run[0].strip())


def _answer_columns(report: ReadingReport, strange: set[tuple[int, str]]) -> dict[int, int]:
    """Index of a line -> column from which on it is answer."""
    columns: dict[int, int] = {}
    for placed in report.placed:
        span = [at for at, line in enumerate(report.lines) if placed.first <= line.number <= placed.last]
        own = [at for at in span if (report.lines[at].number, report.lines[at].text.strip()) not in strange]
        columns.update(_columns_of(placed, own, report.lines))
    return columns


def _columns_of(placed: Placed, span: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Goes up from the last line as long as the lines are those of the answer."""
    wanted = [text.strip() for text in placed.text.split("\n") if text.strip()]
    for at in reversed(span):
        text = lines[at].text.rstrip()
        if not wanted:
            return
        if text.strip() == wanted[-1]:
            wanted.pop()
            yield at, 0
        elif len(wanted) == 1 and text.endswith(wanted[0]):
            yield at, len(text) - len(wanted.pop())


def _answer_words(sheet: Sheet, question: int | None) -> str:
    if question is None:
        return ""
    return "\n".join(" ".join(paragraph.split()) for paragraph in sheet[question].paragraphs)


def _goes_on(above: Passage, below: Passage, words: str) -> bool:
    """Whether the line below belongs to the paragraph above: as the reader took it."""
    if above.question is None:
        return False
    last, first = above.runs[-1][1], below.runs[0][1]
    if first == TextPart.PROMPT:
        return last == TextPart.PROMPT
    if last == TextPart.PROMPT:
        return False
    end, start = above.text.split()[-AROUND:], below.text.split()[:AROUND]
    glued = (*end[:-1], f"{end[-1]}{start[0]}", *start[1:])
    return " ".join((*end, *start)) in words or (end[-1].endswith("-") and " ".join(glued) in words)


def _joined(above: Passage, below: Passage) -> Passage:
    (text, part), (more, _), *rest = above.runs[-1], *below.runs
    gap = "" if _is_broken_word(text, more) else " "
    runs = (*above.runs[:-1], (f"{text}{gap}{more}", part), *rest)
    return Passage(runs, above.first, below.last, above.page, above.question)


def _is_broken_word(text: str, more: str) -> bool:
    return text.endswith("-") and text[-2:-1].isalpha() and more[:1].islower()


def join_pieces(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Lines that plainly are one passage as one piece; its line is the first of them."""
    found: list[tuple[Piece, int]] = []
    for piece in pieces:
        above, last = found[-1] if found else (None, 0)
        if above and piece.line == last + 1 and piece.why == above.why and _is_full(above.text):
            found[-1] = (Piece(above.line, f"{above.text} {piece.text.strip()}", above.why), piece.line)
        else:
            found.append((Piece(piece.line, piece.text.strip(), piece.why), piece.line))
    return tuple(piece for piece, _ in found)


def _is_full(text: str) -> bool:
    return len(text) >= FULL and " " in text and not text.rstrip().endswith((".", "”", "!", "?"))


def place_words(report: ReadingReport, question: int) -> str:
    """Where the question stands in the source: `page 2, lines 34–37`; "" if it is not there."""
    placed = report.of(question)
    if placed is None or not report.lines:
        return ""
    one = placed.first == placed.last
    lines = f"line {placed.first}" if one else f"lines {placed.first}–{placed.last}"
    page = next((line.page for line in report.lines if line.number == placed.first), 1)
    return f"page {page}, {lines}" if report.lines[-1].page > 1 else lines
