"""The sheets that the benchmarks read are what they say: valid, varied, and the same every time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from atop_coder.checks import check
from atop_coder.form import load_form
from atop_coder.reading import read_text
from atop_coder.reference import load_alliances
from benchmarks.made_sheets import made_sheets, write_sheets
from benchmarks.reading import answers_of, compile_prompts

ROOT = Path(__file__).resolve().parent.parent
COUNT = 12
MADE = tuple(made_sheets(COUNT))
NAMES = [made.name for made in MADE]
FORM = load_form()


def test_there_is_a_sheet_for_each_published_alliance():
    assert [f"ATOP{alliance.atop_id}.txt" for alliance in load_alliances()][:COUNT] == NAMES


def test_the_same_sheets_are_made_every_time():
    assert tuple(made_sheets(COUNT)) == MADE


def test_no_two_sheets_are_alike():
    assert len({made.messy for made in MADE}) == COUNT


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_a_made_sheet_has_no_error(made):
    assert not [problem for problem in check(made.sheet) if problem.severity == "error"]


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_a_normalized_one_reads_back_exactly(made):
    assert read_text(made.normalized).sheet == made.sheet


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_hardly_an_answer_of_a_messy_one_is_misread(made):
    read, wanted = answers_of(read_text(made.messy).sheet), answers_of(made.sheet)
    assert sum(one != other for one, other in zip(read, wanted, strict=True)) <= 2


@pytest.mark.parametrize("made", MADE, ids=NAMES)
def test_the_single_pattern_finds_all_prompts(made):
    found = compile_prompts().findall(made.normalized)
    assert [" ".join(prompt.split()) for prompt in found] == [one.prompt for one in FORM.questions]


def test_both_kinds_are_written_to_folders_of_their_own(tmp_path):
    messy, normalized = write_sheets(tmp_path, 2)
    assert [path.relative_to(tmp_path).as_posix() for path in (*messy, *normalized)] == [
        f"{kind}/{name}" for kind in ("messy", "normalized") for name in NAMES[:2]
    ]


@pytest.mark.slow
def test_the_benchmark_of_reading_prints_its_ratios():
    words = [sys.executable, "benchmarks/reading.py", "--sheets", "4"]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    assert len(re.findall(r"reading / regex +\d+\.\d times", done.stdout)) == 2
