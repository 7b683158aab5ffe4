"""What a reader made of sheets whose truth is known: right, wrong but told, wrong in silence, missing."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from atop_coder.errors import AtopError
from atop_coder.form import Question, load_form
from atop_coder.reading import Reading, Sureness, read_sheet
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, PartialDate
from benchmarks.hard.dates import MONTHS
from benchmarks.hard.sheets import HardSheet, write_hard_sheets
from benchmarks.hard.truth import BLANK, UNSEEN, WORDS, Key, Written, agrees, bare, key_of

_GARBLED = re.compile("â€.?|‚Ä.")  # what typographic quotes become
_WORD = re.compile(r"\w+")
LONG = 4  # letters of a word that is looked for within another, where two were glued together


class Verdict(StrEnum):
    RIGHT = "right"
    TOLD = "told"  # wrong or missing, and said to be unsure, or shown as text without a place
    SILENT = "silent"  # a wrong value, with nothing said
    MISSING = "missing"  # a blank, or words alone, where there is one, with nothing said


@dataclass(frozen=True)
class Outcome:
    """What became of one answer; question 0 stands for the words beside all answers.

    `lost` are words of it that are nowhere, `glued` words in its description that were typed elsewhere.
    """

    sheet: HardSheet
    question: int
    written: Written
    got: Key
    sureness: str
    verdict: Verdict
    lost: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return self.written.kind

    @property
    def line(self) -> str:
        """All of it in one line, for a list."""
        where = f"{self.sheet.name} {self.sheet.layout} | Q{self.question}"
        true = " or ".join(map(repr, self.written.accepted)) or "undecidable"
        typed = repr(typed_text(self.written))
        return f"{self.kind} | {where} | {typed} | truth {true} | got {self.got!r} | {self.sureness}"


# Reading and judging


def measure(folder: Path, count: int, seed: int) -> Iterator[Outcome]:
    """Makes sheets in the folder, reads each, and judges all their answers."""
    for sheet, path in write_hard_sheets(folder, count, seed):
        try:
            reading = read_sheet(path)
        except AtopError:
            yield from (refused(sheet, number) for number in sheet.answers)
        else:
            yield from judge(sheet, reading)


def refused(sheet: HardSheet, number: int) -> Outcome:
    """A file that the reader refuses tells of all its answers."""
    return Outcome(sheet, number, sheet.answers[number], BLANK, "refused", Verdict.TOLD)


def judge(sheet: HardSheet, reading: Reading) -> Iterator[Outcome]:
    """Each answer, those that the sheet does not have (they must stay blank), and the words beside them."""
    absent = Written(("",), (BLANK,), f"layout: {sheet.layout}")
    lost = lost_words(sheet, reading)
    for question in load_form().questions:
        number = question.number
        written, answer = sheet.answers.get(number, absent), reading.sheet[number]
        got = key_of(question, answer)
        placed = reading.report.of(number)
        sureness = placed.sureness if placed else None
        ruling = verdict(written, got, sureness, reading)
        words_lost, words_glued = lost.get(number, ()), glued_words(written, answer)
        yield Outcome(sheet, number, written, got, sureness or "not placed", ruling, words_lost, words_glued)
    beside = replace(absent, lines=(sheet.asides,), accepted=())
    yield Outcome(sheet, 0, beside, BLANK, "", Verdict.RIGHT, lost.get(0, ()))


def verdict(written: Written, got: Key, sureness: Sureness | None, reading: Reading) -> Verdict:
    """LIKELY is not enough of a doubt: a wrong value that is likely is a silent error."""
    doubted = sureness == Sureness.UNSURE
    if any(agrees(true, got) for true in written.accepted):
        return Verdict.RIGHT
    if not written.accepted or written.owed:
        if doubted or got == WORDS or (got == BLANK and not written.owed):
            return Verdict.RIGHT
    elif doubted:
        return Verdict.TOLD
    if got not in (BLANK, WORDS) or written.accepted == (BLANK,):
        return Verdict.SILENT
    return Verdict.TOLD if sureness is None and is_unplaced(written, reading) else Verdict.MISSING


def is_unplaced(written: Written, reading: Reading) -> bool:
    """Whether the report shows all words of the answer as text without a place."""
    shown = Counter(words(" ".join(piece.text for piece in reading.report.unplaced)))
    typed = Counter(words(typed_text(written)))
    return bool(typed) and not typed - shown


def typed_text(written: Written) -> str:
    return "\n".join(map(bare, written.lines))


# Words that are lost


def lost_words(sheet: HardSheet, reading: Reading) -> dict[int, tuple[str, ...]]:
    """The words to keep that are in no answer or report, by question; 0: those beside the answers."""
    report = reading.report
    pieces = [piece.text for piece in (*report.unplaced, *report.furniture)]
    elsewhere = " ".join((*pieces, *report.notes))
    bag = Counter(words(elsewhere))
    wanted: dict[int, Counter[str]] = {}
    texts: dict[int, str] = {}
    for question in load_form().questions:
        number = question.number
        texts[number] = said(question, reading.sheet[number])
        keep, own = Counter(words(_keep(sheet, number))), Counter(words(texts[number]))
        wanted[number] = keep - own
        bag += own - keep
    wanted[0] = Counter(words(sheet.asides))
    return {
        number: lost
        for number, some in wanted.items()
        if (lost := _take(some, bag, texts, elsewhere, number))
    }


def glued_words(written: Written, answer: Answer) -> tuple[str, ...]:
    """The words in the description that are not the answer's own, such as a heading or a signature."""
    typed = "".join(plain(typed_text(written)).split())
    return tuple(word for word in words(answer.details) if word not in typed)


def _keep(sheet: HardSheet, number: int) -> str:
    return sheet.answers[number].keep if number in sheet.answers else ""


def _take(
    wanted: Counter[str], bag: Counter[str], texts: dict[int, str], elsewhere: str, number: int
) -> tuple[str, ...]:
    """The wanted words that are not in the bag, from which those that are there are taken."""
    lost = []
    within = plain(f"{texts.get(number, '')} {elsewhere}")
    for word in wanted.elements():
        if bag[word]:
            bag[word] -= 1
        elif len(word) < LONG or word not in within:
            lost.append(word)
    return tuple(lost)


def words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """The text in small letters, without what cannot be seen, ligatures opened, garbled quotes left out."""
    return unicodedata.normalize("NFKC", UNSEEN.sub("", _GARBLED.sub(" ", text))).casefold().replace("_", " ")


def said(question: Question, answer: Answer) -> str:
    """All that an answer says, in words: its value in all usual spellings, and its description."""
    value = [question.labels[answer.value]] if isinstance(answer.value, str) else _spelt(answer.value)
    return " ".join((*value, *_names(answer.states), *map(str, answer.alliances), answer.details))


def _spelt(value: Any) -> Iterator[str]:
    if isinstance(value, PartialDate):
        month = MONTHS[value.month - 1] if value.month else ""
        yield f"{value.year} {month} {month[:3]} {value.month:02} {value.month} {value.day:02} {value.day}"
    elif isinstance(value, tuple):
        for one in value:
            yield from _spelt(one)
    elif hasattr(value, "model_dump"):
        for name in type(value).model_fields:
            part = getattr(value, name)
            yield from _names(part) if name == "states" else _spelt(part)
        yield from _names((value.ccode,)) if hasattr(value, "ccode") else ()
    elif value is not None:
        yield str(value)


def _names(codes: Iterable[int]) -> Iterator[str]:
    for code in codes:
        state = load_states().get(code)
        yield f"{code} {' '.join(name.text for name in state.names) if state else ''}"


# The table


@dataclass(frozen=True)
class Count:
    """The outcomes of one kind, counted."""

    kind: str
    answers: int
    right: int
    doubted: int
    told: int
    missing: int
    silent: int
    likely: int
    lost: int
    glued: int


def count_by_kind(outcomes: Iterable[Outcome]) -> list[Count]:
    """One count a kind, in the order of their names, and the total."""
    kinds: dict[str, list[Outcome]] = {}
    everything = list(outcomes)
    for one in everything:
        kinds.setdefault(one.kind, []).append(one)
    return [*(count(kind, kinds[kind]) for kind in sorted(kinds)), count("all", everything)]


def count(kind: str, outcomes: Iterable[Outcome]) -> Count:
    everything = list(outcomes)
    some = [one for one in everything if one.question]
    number = Counter(one.verdict for one in some)
    unsure, likely = Sureness.UNSURE.value, Sureness.LIKELY.value
    return Count(
        kind,
        len(some),
        number[Verdict.RIGHT],
        sum(
            one.verdict == Verdict.RIGHT and bool(one.written.accepted) and one.sureness == unsure
            for one in some
        ),
        number[Verdict.TOLD],
        number[Verdict.MISSING],
        number[Verdict.SILENT],
        sum(one.verdict == Verdict.SILENT and one.sureness == likely for one in some),
        sum(len(one.lost) for one in everything),
        sum(len(one.glued) for one in everything),
    )


def table(counts: Iterable[Count]) -> str:
    """The counts as text, one line a kind."""
    names = ("answers", "right", "doubted", "told", "missing", "SILENT", "likely", "lost", "glued")
    head = f"{'':34}" + "".join(f"{name:>8}" for name in names)
    return "\n".join((head, *map(_row, counts)))


def _row(one: Count) -> str:
    def share(part: int) -> str:
        return f"{part / max(1, one.answers):8.1%}"

    shares = "".join(map(share, (one.right, one.doubted, one.told, one.missing)))
    return f"{one.kind:34}{one.answers:8}{shares}{one.silent:8}{one.likely:8}{one.lost:8}{one.glued:8}"
