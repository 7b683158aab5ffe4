"""Whole sheets in every layout: answers come out right, nothing is wrong in silence, no word is lost."""

import pytest

from atop_coder.form import load_form
from atop_coder.reading.arranging import STEPS, Arranged
from atop_coder.reading.source import decode, to_lines
from atop_coder.reading.words import plain
from tests.conftest import ROOT
from tests.reading.layouts import LAYOUTS, count, sheet_in

SEEDS = range(2)
# An answer that begins with its own question's label may lose that: its words are the prompt's.
ASKING = frozenset(word for question in load_form().questions for word in plain(question.prompt).split())
FOREIGN = frozenset(("spanish", "french", "our_spanish", "our_french"))  # dates get English months there
PLAIN = [
    *((f"plain {seed}", sheet_in("plain", seed)[0]) for seed in range(50)),
    *(
        (path.stem, decode(path.read_bytes())[0])
        for folder in ("tests/sheets", "resources/examples")
        for path in sorted((ROOT / folder).glob("*.txt"))
        if not path.stem.startswith("layout_")
    ),
]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_wrong_in_silence(layout, seed):
    assert [one for one in count(layout, seed).silent if not one.startswith("~")] == []


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nearly_all_answers_come_out_right(layout, seed):
    assert count(layout, seed).right >= 57


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout not in FOREIGN])
def test_no_word_of_an_answer_is_lost(layout, seed):
    assert [word for word in count(layout, seed).lost if word not in ASKING] == []


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_step_leaves_plain_sheets_as_they_are(step):
    changed = []
    for name, text in PLAIN:
        arranged = Arranged(to_lines(text))
        if step(arranged) != arranged:
            changed.append(name)
    assert changed == []


@pytest.mark.parametrize("layout", ["quoted", "numbered_lines", "grid", "short_labels", "alone", "spanish"])
def test_lines_keep_the_numbers_that_they_have_in_the_file(layout):
    arranged = Arranged(to_lines(sheet_in(layout, 0)[0]))
    numbers = {line.number for line in arranged.lines}
    for step in STEPS:
        arranged = step(arranged)
    found = [line.number for line in arranged.lines]
    assert set(found) <= numbers
    assert found == sorted(found)
