"""The sheets that the benchmarks read are what they say: valid, varied, and the same every time."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from atop_coder.checks import check
from atop_coder.dataset import to_records, to_tables
from atop_coder.form import load_form
from atop_coder.reading import read_text
from atop_coder.reference import load_alliances
from benchmarks.export import bare_workbook, filled, our_workbook, readings, styled_workbook
from benchmarks.made_sheets import made_sheets, write_sheets
from benchmarks.process_tree import times_below, used_since
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


@pytest.fixture(scope="module")
def tables():
    return to_tables(to_records(readings(COUNT)))


@pytest.mark.parametrize("write", [bare_workbook, styled_workbook], ids=["bare", "styled"])
def test_openpyxl_alone_writes_the_cells_that_our_workbook_has(tables, write):
    ours, others = (load_workbook(io.BytesIO(data)) for data in (our_workbook(tables), write(tables)))
    for table in tables:
        assert values_in(ours[table.name]) == values_in(others[table.name])


def values_in(tab):
    return [[cell.value for cell in row] for row in tab]


def test_cells_are_counted_without_the_empty_ones(tables):
    book = load_workbook(io.BytesIO(our_workbook(tables)))
    shown = sum(cell.value is not None for table in tables for row in book[table.name] for cell in row)
    assert filled(tables) == shown - sum(len(table.columns) for table in tables)


def test_more_sheets_than_are_made_come_again_under_other_names(monkeypatch):
    monkeypatch.setattr("benchmarks.export.ALL", 2)
    first, second, third = readings(3)
    assert (first[1], first[0] != third[0]) == (third[1], True)
    assert second[1] != first[1]


def test_the_time_of_processes_counts_what_they_do():
    before = times_below()
    sum(range(10_000_000))
    assert (used_since(before) > 0) == bool(before)


@pytest.mark.slow
def test_the_benchmark_of_the_export_prints_its_ratios():
    assert len(re.findall(r" ms, +\d+\.\d\d times", run_benchmark("export.py", "--sheets", "4"))) == 5


@pytest.mark.slow
def test_the_benchmark_of_folders_prints_its_ratios():
    told = run_benchmark("folder.py", "--sheets", "130")
    assert len(re.findall(r"\d+\.\d+ times", told)) >= 6
    assert len(re.findall(r"kB a sheet", told)) == 2


def run_benchmark(name, *words):
    command = [sys.executable, f"benchmarks/{name}", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.mark.slow
def test_the_benchmark_of_reading_prints_its_ratios():
    told = run_benchmark("reading.py", "--sheets", "4")
    assert len(re.findall(r"reading / regex +\d+\.\d times", told)) == 2
