"""What a step makes of a file's lines, and the means that all steps share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from atop_coder.form import Form, Question, load_form
from atop_coder.reading.cells import openings
from atop_coder.reading.likeness import may_ask, wordings
from atop_coder.reading.numbering import NUMBER
from atop_coder.reading.report import Line, Reading, Sureness, marks_within
from atop_coder.reading.words import plain

_OPENING = 3  # words by which a prompt is known
_FIRST = 80  # characters that hold these words
_LABEL_ENDS = ":?"


@dataclass(frozen=True)
class Doubt:
    """What makes the answer to a question less than sure."""

    sureness: Sureness
    why: str


@dataclass(frozen=True)
class Arranged:
    """The lines of a file once its layout is undone: prompts and answers below one another.

    Line numbers are those of the file; a line that was split is there twice. `notes` say what was left out,
    `doubts` hold what is in doubt by question.
    """

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    doubts: Mapping[int, Doubt] = field(default_factory=dict)

    def then(
        self, lines: Iterable[Line], note: str = "", doubts: Mapping[int, Doubt] | None = None
    ) -> "Arranged":
        """What it is with these lines in place of its own."""
        notes = (*self.notes, note) if note else self.notes
        return Arranged(tuple(lines), notes, {**self.doubts, **(doubts or {})})

    def as_stood(self, reading: Reading, source: Sequence[Line]) -> Reading:
        """A reading of these lines, its report with the lines of the file and with what was left out."""
        report = reading.report
        notes = (
            (*report.notes[:1], *self.notes, *report.notes[1:]) if report.part else self.notes + report.notes
        )
        if tuple(source) == self.lines:
            return replace(reading, report=replace(report, notes=notes))
        read: dict[int, list[Line]] = {}
        for line in report.lines:
            read.setdefault(line.number, []).append(line)
        lines = tuple(_as_stood(line, read[line.number]) for line in source if line.number in read)
        return replace(reading, report=replace(report, lines=lines, notes=notes))


def _as_stood(source: Line, read: Sequence[Line]) -> Line:
    """The line as it stands in the file, with what was learnt of it where it was read as it stands."""
    return read[0] if len(read) == 1 and read[0].text == source.text else source


def part(line: Line, start: int, end: int | None = None) -> Line:
    """The line with a piece of its text, and the marks in that."""
    text = line.text[start:end]
    return replace(line, text=text, marks=marks_within(line.marks, start, start + len(text)))


def stripped(line: Line, start: int = 0, end: int | None = None) -> Line:
    """A piece of the line without the space at its ends."""
    text = line.text[start:end]
    left = start + len(text) - len(text.lstrip())
    return part(line, left, left + len(text.strip()))


def asking(question: Question, line: Line) -> Line:
    """A line that asks the question in the form's own words, in place of what the file has there."""
    return replace(line, text=f"{question.number}. {question.prompt}", marks=(), ends=True, aside="")


@lru_cache(maxsize=16_384)  # each step asks it of the same lines
def question_opened(text: str) -> tuple[int, bool] | None:
    """The question that a text begins to ask, and whether its number stands before it."""
    number = NUMBER.match(text)
    asked = questions_asked(text[number.end() :] if number else text)
    if not asked:
        return None
    told = int(number[1]) if number else 0
    return (told, True) if told in asked else (min(asked), False)


def questions_asked(text: str) -> frozenset[int]:
    """The questions that a text without a number may ask: by its first words, or a label."""
    if not may_ask(text):
        return frozenset()
    return openings().get(_first_words(text), frozenset()) or _labelled(text)


def _first_words(text: str) -> tuple[str, ...]:
    return tuple(plain(text[:_FIRST]).split()[:_OPENING])


def _labelled(text: str) -> frozenset[int]:
    ends = [at for mark in _LABEL_ENDS if (at := text.find(mark, 0, 60)) > 0]
    return _short_wordings(load_form()).get(plain(text[: min(ends)]), frozenset()) if ends else frozenset()


@cache
def _short_wordings(form: Form) -> Mapping[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for question in form.questions:
        for wording in wordings(question):
            if len(wording) < 60:
                found[wording] = found.get(wording, frozenset()) | {question.number}
    return found


_PARTING = " \t;,|/"  # what stands between two answers on a line
_MOST_LINES = 3000
FEWEST_ASKED = 8  # questions that a sheet in the form's own words asks at least


def may_ask_otherwise(lines: Sequence[Line], in_full: bool = False) -> bool:
    """Whether the questions may be told in other ways than by the form's prompts.

    Not in a file that asks enough of them in more than a label's words, or (but `in_full`) with their
    numbers, nor in one that is far longer than such sheets are.
    """
    if len(lines) > _MOST_LINES:
        return False
    asked: set[int] = set()
    for line in lines:
        found = question_opened(line.text)
        if found and ((found[1] and not in_full) or _is_long(line.text)):
            asked.add(found[0])
            if len(asked) >= FEWEST_ASKED:
                return False
    return True


def _is_long(text: str) -> bool:
    number = NUMBER.match(text)
    return _first_words(text[number.end() :] if number else text) in _long_openings(load_form())


@cache
def _long_openings(form: Form) -> frozenset[tuple[str, ...]]:
    """The first words of the wordings that are longer than a label."""
    ways = (wording.split() for question in form.questions for wording in wordings(question))
    return frozenset(tuple(way[:_OPENING]) for way in ways if len(way) > 2 * _OPENING)


@dataclass(frozen=True)
class Lead:
    """Where a line tells, in other words than the form's, which question it answers: `text[start:end]`."""

    line: int
    start: int
    end: int
    question: int


def with_prompts(lines: Sequence[Line], leads: Sequence[Lead], form: Form) -> Iterator[Line]:
    """The lines with the form's prompts in place of such leads, each answer below its prompt."""
    by_line: dict[int, list[Lead]] = {}
    for lead in leads:
        by_line.setdefault(lead.line, []).append(lead)
    for at, line in enumerate(lines):
        here = by_line.get(at, [])
        if not here:
            yield line
            continue
        if line.text[: here[0].start].strip():
            yield part(line, 0, len(line.text[: here[0].start].rstrip(_PARTING)))
        ends = [*(lead.start for lead in here[1:]), len(line.text)]
        for lead, end in zip(here, ends, strict=True):
            yield asking(form.question(lead.question), line)
            answer = stripped(line, lead.end, end)
            yield answer if end == len(line.text) else part(answer, 0, len(answer.text.rstrip(_PARTING)))
