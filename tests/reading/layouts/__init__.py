"""Filled sheets whose answers are known, laid out as people lay them out: a generator for the layout tests.

`sheet_in(layout, seed)` gives a text and the answers that stand in it; `count(layout, seed)` reads the text
and counts what came out right, what came out wrong but told, and what came out wrong in silence.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from random import Random

from atop_coder.errors import AtopError
from atop_coder.reading import Reading, Sureness, read_text
from atop_coder.sheet import Answer
from tests.reading.layouts.answers import Answers, Layout, answers_of
from tests.reading.layouts.foreign import french, our_french, our_spanish, spanish, translated
from tests.reading.layouts.labels import (
    alone,
    answer_labels,
    bullets,
    question_and_answer_labels,
    remarks,
    several_on_a_line,
    short_labels,
    with_remarks,
)
from tests.reading.layouts.lines import (
    capitals,
    double_spaced,
    indented,
    mail,
    markdown,
    markdown_inline,
    no_spaces,
    numbered_lines,
    plain,
    quoted,
    quoted_and_broken,
)
from tests.reading.layouts.tables import (
    columns_of_bars,
    columns_of_spaces,
    columns_of_tabs,
    csv_like,
    grid,
    markdown_table,
)

LAYOUTS: Mapping[str, Layout] = {
    one.__name__: one
    for one in (
        plain,
        quoted,
        quoted_and_broken,
        mail,
        numbered_lines,
        indented,
        double_spaced,
        capitals,
        no_spaces,
        markdown,
        markdown_inline,
        columns_of_spaces,
        columns_of_tabs,
        columns_of_bars,
        grid,
        markdown_table,
        answer_labels,
        question_and_answer_labels,
        short_labels,
        alone,
        several_on_a_line,
        csv_like,
        bullets,
        remarks,
        spanish,
        french,
        our_spanish,
        our_french,
    )
}


# What is changed in the answers before they are laid out
CHANGES: Mapping[str, Callable[[Answers, Random], Answers]] = {
    "remarks": with_remarks,
    **{name: partial(translated, "spanish") for name in ("spanish", "our_spanish")},
    **{name: partial(translated, "french") for name in ("french", "our_french")},
}


# What comes out


@dataclass(frozen=True)
class Count:
    """How many answers of a sheet came out right, and how the others did."""

    right: int = 0
    told: int = 0
    likely: int = 0
    silent: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def sheet_in(layout: str, seed: int) -> tuple[str, Answers]:
    chance = Random(f"{layout} {seed}")
    answers = answers_of(chance)
    change = CHANGES.get(layout)
    answers = change(answers, chance) if change else answers
    return LAYOUTS[layout](answers, chance), answers


def read(text: str) -> Reading | None:
    try:
        return read_text(text)
    except AtopError:
        return None


def count(layout: str, seed: int) -> Count:
    """What came of one sheet in a layout; a file that is refused is told."""
    text, answers = sheet_in(layout, seed)
    reading = read(text)
    if reading is None:
        return Count(told=len(answers))
    right = told = likely = 0
    silent: list[str] = []
    for number, typed in answers.items():
        placed = reading.report.of(number)
        found = reading.sheet[number]
        if same(found, typed.answer):
            right += 1
        elif placed is None or placed.sureness == Sureness.UNSURE:
            told += 1
        elif placed.sureness == Sureness.LIKELY:
            likely += 1
            silent.append(f"~{number}: {found!r} for {typed.answer!r} ({placed.why})")
        else:
            silent.append(f"{number}: {found!r} for {typed.answer!r}")
    return Count(right, told, likely, tuple(silent), tuple(lost(text, reading, answers)))


def same(found: Answer, wanted: Answer) -> bool:
    """Whether two answers say the same, spacing, case and marks at the ends of a description aside."""
    return _folded(found) == _folded(wanted)


def _folded(answer: Answer) -> tuple[list[str], ...]:
    parts = (answer.status, answer.value, answer.details, answer.states, answer.wars, answer.alliances)
    return tuple(sorted(re.findall(r"\w+", str(part).casefold())) for part in parts)


def lost(text: str, reading: Reading, answers: Answers) -> Iterable[str]:
    """The words of the answers that the reading has neither in an answer nor in its report."""
    report = reading.report
    kept = [placed.text for placed in report.placed]
    kept += [piece.text for piece in (*report.unplaced, *report.furniture)]
    typed = [paragraph for one in answers.values() for paragraph in one.paragraphs]
    return (words_of(typed) - words_of((*kept, *report.notes))).elements()


def words_of(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"[^\W_]+", text.casefold()))
