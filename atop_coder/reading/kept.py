"""Whether every word of a file came into an answer or is told in the report: computed, not assumed."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from atop_coder.form import Form, Kind, Question, load_form
from atop_coder.reading.likeness import is_word_of
from atop_coder.reading.report import Line, Piece, Placed, Reading, ReadingReport, Sureness
from atop_coder.reading.rows import is_heading
from atop_coder.reading.starts import find_starts
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, DateEntry, Member, PartialDate, Termination
from atop_coder.sheet.answer_lines import extra_lines, head_lines
from atop_coder.sheet.dates import MONTHS
from atop_coder.sheet.frame import has_title

WHY = "read over: it is in no answer"
LACKS = "words of it are in no part of the answer: "
_WORD = re.compile(r"[^\W_]+")
_LABEL = re.compile(r"q(?:uestion)?\d{1,3}|q|question", re.IGNORECASE)
_TORN = re.compile(r"[-\u00ad\u2010]\s*\n\s*")
# Words that join the parts of a value, or say no more than its kind; the value is the same without them.
_JOINING = frozenset(
    (
        "and",
        "or",
        "the",
        "a",
        "of",
        "in",
        "on",
        "as",
        "at",
        "by",
        "to",
        "is",
        "it",
        "was",
        "pact",
        "answer",
        "ans",
    )
)
_OF_KIND = {
    Kind.INTEGER: "zero none never no nil once twice thrice one two three four five six seven eight nine ten"
    " time times renewed renewal renewals alliance atop cow id number",
    Kind.TERMINATION: "still in effect force as of at until through since present day date terminated ended"
    " termination end not yet remains remained continues currently active ongoing effective be this alliance"
    " treaty agreement",
    Kind.DATES: "day date signed dated for",
    Kind.DATE: "day date revised last",
    Kind.MEMBERS: "cow code codes ccode",
    Kind.PEOPLE: "coder coders coded",
    Kind.YES_NO: "yes no y n true false",
    Kind.CHOICES: "pacts yes no none listed not contingent contingencies",
}


def words_not_kept(reading: Reading, form: Form | None = None) -> tuple[Piece, ...]:
    """The words of the file that are in no answer, in no prompt, and not told: one piece a line."""
    form = form or load_form()
    report = reading.report
    owner = _owners(report)
    whys = (one.why.removeprefix(LACKS) for one in report.placed if one.why.startswith(LACKS))
    told, noted = _told(report), _words(" ".join((*report.notes, *whys)))
    lost: dict[int, list[str]] = {}
    for placed in report.placed:
        lines = [line for line in report.lines if owner.get(line.number) is placed]
        kept = _kept_of(reading, placed, form)
        for number, word in (*_of_answer(lines, placed, kept), *_of_prompt(lines, placed, kept, form)):
            lost.setdefault(number, []).append(word)
    for number, word in _of_no_question(report, owner, form):
        lost.setdefault(number, []).append(word)
    left = {
        number: [word for word in words if _fold(word) not in noted | told.get(number, frozenset())]
        for number, words in sorted(lost.items())
    }
    return tuple(Piece(number, " ".join(words), WHY) for number, words in left.items() if words)


def with_lost_told(reading: Reading, form: Form | None = None) -> Reading:
    """The reading, where an answer is unsure whose value and description lack words of it; it tells which.

    A net below the readers of values: what it catches is a fault of theirs, and must not be silent.
    """
    form = form or load_form()
    report = reading.report
    told, noted = _told(report), _words(" ".join(report.notes))
    owner = _owners(report)
    placed: list[Placed] = []
    for one in report.placed:
        lost: list[str] = []
        if not _words(one.text) <= _shown(reading, one, form):  # most answers hold all words as they stood
            lines = [line for line in report.lines if owner.get(line.number) is one]
            there = noted.union(*(told.get(line.number, frozenset()) for line in lines))
            words = _of_answer(lines, one, _kept_of(reading, one, form))
            lost += (word for _, word in words if _fold(word) not in there)
        tells = lost and one.sureness != Sureness.UNSURE
        why = f"{LACKS}{' '.join(lost)}"
        placed.append(replace(one, sureness=Sureness.UNSURE, why=why) if tells else one)
    return replace(reading, report=replace(report, placed=tuple(placed)))


def _owners(report: ReadingReport) -> dict[int, Placed]:
    """Line number -> the answer whose prompt or words stand on it; the later one where two meet."""
    return {
        number: placed
        for placed in sorted(report.placed, key=lambda one: one.first)
        for number in range(placed.first, placed.last + 1)
    }


def _of_answer(lines: Sequence[Line], placed: Placed, kept: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The words of an answer as it stood that are not in what was made of it."""
    there = _words(placed.text)
    for line in lines:
        for word in _split(line):
            if _fold(word) in there and _fold(word) not in kept:
                yield line.number, word


def _of_prompt(
    lines: Sequence[Line], placed: Placed, kept: frozenset[str], form: Form
) -> Iterator[tuple[int, str]]:
    """The words behind a prompt's last own word that are not in the answer; reworded prompts are told."""
    if placed.sureness != Sureness.SURE:
        return
    there, question = _words(placed.text) | kept, form.question(placed.question)
    words = [(line.number, word) for line in lines for word in _split(line) if _fold(word) not in there]
    own = [at for at, (_, word) in enumerate(words) if _is_own(word, question)]
    yield from words[own[-1] + 1 if own else 0 :]


def _is_own(word: str, question: Question) -> bool:
    return word.isdecimal() or bool(_LABEL.fullmatch(word)) or is_word_of(question, _fold(word))


def _of_no_question(
    report: ReadingReport, owner: Mapping[int, Placed], form: Form
) -> Iterator[tuple[int, str]]:
    """The words of lines that belong to no answer and are no heading; of a prompt said again, its own are."""
    lines = [line for line in report.lines if line.number not in owner and not _is_frame(line, form)]
    asked = {start.at: form.question(start.question) for start in find_starts(lines)}
    for at, line in enumerate(lines):
        question = asked.get(at)
        for word in _split(line):
            if question is None or not _is_own(word, question):
                yield line.number, word


def _is_frame(line: Line, form: Form) -> bool:
    return is_heading(line.text, form) or has_title(line.text)


def _split(line: Line) -> list[str]:
    return [] if line.aside else _WORD.findall(_composed(line.text))


def _told(report: ReadingReport) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    for piece in (*report.unplaced, *report.furniture):
        found[piece.line] = found.get(piece.line, frozenset()) | _words(piece.text)
    return found


def _kept_of(reading: Reading, placed: Placed, form: Form) -> frozenset[str]:
    """The words that an answer holds, in all the ways in which its value may have been written."""
    question, answer = form.question(placed.question), reading.sheet[placed.question]
    kept = _shown(reading, placed, form) | set(_value_words(question, answer, form))
    there, joined = _words(placed.text), _words(_TORN.sub("", placed.text))
    halves = {half for half in there - joined if any(half in word for word in joined - there)}
    return frozenset(kept | halves | _JOINING)


def _shown(reading: Reading, placed: Placed, form: Form) -> frozenset[str]:
    """The words of an answer as a sheet writes it."""
    question, answer = form.question(placed.question), reading.sheet[placed.question]
    return _words(" ".join((*head_lines(question, answer, form), *extra_lines(answer), answer.details)))


def _value_words(question: Question, answer: Answer, form: Form) -> Iterator[str]:
    yield from _OF_KIND.get(question.kind, "").split()
    for status in form.statuses:
        if status.value == answer.status:
            yield from (word for way in (status.label, *status.spellings) for word in _words(way))
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    for choice in question.choices:
        if choice.value in chosen:
            yield from (word for way in choice.ways for word in _words(way))
    if answer.value == () or answer.value == "no":
        yield from ("no", "none")
    for entry in chosen:
        yield from _entry_words(entry)
    for ccode in answer.states:
        yield from _state_words(ccode)


def _entry_words(entry: object) -> Iterator[str]:
    if isinstance(entry, PartialDate):
        yield from _date_words(entry)
    elif isinstance(entry, DateEntry):
        yield from _date_words(entry.date)
        for ccode in entry.states:
            yield from _state_words(ccode)
    elif isinstance(entry, Member):
        yield from _state_words(entry.ccode)
    elif isinstance(entry, Termination):
        yield from _date_words(entry.in_effect_as_of) if entry.in_effect_as_of else ()
        for one in entry.dates:
            yield from _entry_words(one)
    elif isinstance(entry, int):
        yield str(entry)


def _date_words(date: PartialDate) -> Iterator[str]:
    yield from (f"{date.year}", f"{date.year:04}", f"{date.year % 100:02}")
    if date.month:
        month = MONTHS[date.month].casefold()
        yield from (month, month[:3], month[:4], f"{date.month}", f"{date.month:02}")
    if date.day:
        day = str(date.day)
        yield from (day, f"{date.day:02}", *(f"{day}{end}" for end in ("st", "nd", "rd", "th")))
        if date.month:
            yield from (f"{day}{month[:3]}{date.year}", f"{month[:3]}{day}", f"{month}{day}")


def _state_words(ccode: int) -> Iterator[str]:
    yield from (str(ccode), f"{ccode:03}")
    state = load_states().get(ccode)
    for name in state.names if state else ():
        yield from _words(name.text)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_composed(text).casefold()))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _fold(word: str) -> str:
    return word.casefold()
