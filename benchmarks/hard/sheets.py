"""Whole sheets with their truth: a layout, and answers of which some are odd."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from atop_coder.form import Kind, Question, load_form
from benchmarks.hard.answers import draw_answer, signed_when
from benchmarks.hard.foreign import FRENCH, SPANISH
from benchmarks.hard.layouts import LAYOUTS
from benchmarks.hard.office import MAKERS, drawable
from benchmarks.hard.truth import PLAIN, Key, Written, mistyped

SEED = 1815
EASY = ("typed", "Word paragraphs", "Excel rows", "PDF paragraphs")  # these hold odd answers and little else
ORDER = (*LAYOUTS, *MAKERS, *EASY, *EASY, *EASY)
ODD_ELSEWHERE, ODD_IN_EASY, ODD_AND_RARE = 0.15, 0.4, 0.95  # how often an answer is odd
COMMON = (Kind.YES_NO, Kind.TEXT)  # kinds of which a sheet has many; the others are rare
SLIPS = 1 / 40


@dataclass(frozen=True)
class HardSheet:
    """A file, and the answers that it truly holds; `asides` are words in it that are in no answer."""

    name: str
    layout: str
    answers: Mapping[int, Written]
    asides: str
    data: bytes


def hard_sheets(count: int, seed: int = SEED) -> Iterator[HardSheet]:
    """As many sheets, all layouts by turns; the same for the same seed."""
    for at in range(count):
        yield make_sheet(at, ORDER[at % len(ORDER)], Random(f"{seed} {at}"))


def make_sheet(at: int, layout: str, chance: Random) -> HardSheet:
    suffix, maker, looks = MAKERS.get(layout, (".txt", None, ()))
    answers = {
        question.number: _draw(question, chance, oddness(question, layout), looks, suffix)
        for question in load_form().questions
        if question.number in {"Spanish": SPANISH, "French": FRENCH}.get(layout, range(62))
    }
    answers[3] = signed_when(answers[4], chance) or answers[3]
    if maker:
        file = maker(answers, chance)
        data, asides = file.data, file.asides
        answers |= {at: with_other(answers[at], key) for at, key in file.also.items()}
    else:
        page = LAYOUTS[layout](answers, chance)
        data, asides = page.text.encode(), page.asides
    known = {number: named(written, layout) for number, written in answers.items()}
    return HardSheet(f"{at:04}{suffix}", layout, known, asides, data)


def oddness(question: Question, layout: str) -> float:
    """How likely an answer in that layout is to be odd."""
    if layout not in EASY:
        return ODD_ELSEWHERE
    return ODD_IN_EASY if question.kind in COMMON else ODD_AND_RARE


def _draw(question: Question, chance: Random, odd: float, looks: Sequence[str], suffix: str) -> Written:
    while True:
        written = draw_answer(question, chance, chance.random() < odd, looks)
        if suffix != ".pdf" or drawable({0: written}, 0):
            return mistyped(written, chance) if chance.random() < SLIPS else written


def with_other(written: Written, key: Key) -> Written:
    """The answer where another coder's is right too; what nobody can decide stays so."""
    return replace(written, accepted=(*written.accepted, key)) if written.accepted else written


def named(written: Written, layout: str) -> Written:
    """A plain answer in an odd layout counts for the layout, an odd one there as both."""
    if (layout in EASY and written.kind != PLAIN) or layout == "typed":
        return written
    plain = written.kind == PLAIN
    return replace(written, kind=f"layout: {layout}" if plain else f"both: {written.kind.split(':')[0]}")


def write_hard_sheets(folder: Path, count: int, seed: int = SEED) -> Iterator[tuple[HardSheet, Path]]:
    for sheet in hard_sheets(count, seed):
        path = folder / sheet.name
        path.write_bytes(sheet.data)
        yield sheet, path
