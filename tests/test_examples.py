"""The example sheets: invented, complete, and with the problems that the demo shows."""

import pytest

from atop_coder.checks import check
from atop_coder.reading import read_sheet
from atop_coder.resources import resource_path
from atop_coder.writing import sheet_to_normalized

FOLDER = resource_path("examples")
SHEETS = sorted(FOLDER.glob("*.txt"))
SLIPS = {
    4: "not-system-member",
    12: "description-owed",
    20: "limits-not-described",
    27: "quote-not-closed",
    60: "no-such-date",
}


def codes(name: str) -> dict[int, str]:
    return {problem.question: problem.code for problem in check(read_sheet(FOLDER / name).sheet)}


def test_there_are_three():
    assert len(SHEETS) == 3


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_an_example_is_named_by_its_number(path):
    assert path.stem == f"ATOP{read_sheet(path).sheet.atop_id}"


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_an_example_says_that_it_is_invented(path):
    assert "invented example" in read_sheet(path).sheet[57].details


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_an_example_is_filled_in(path):
    assert read_sheet(path).sheet.answered >= 59


def test_the_normalized_example_is_as_the_program_writes_it():
    text = (FOLDER / "ATOP9110.txt").read_bytes().decode()
    assert sheet_to_normalized(read_sheet(FOLDER / "ATOP9110.txt").sheet) == text


@pytest.mark.parametrize("name", ["ATOP9110.txt", "ATOP9020.txt"])
def test_the_careful_examples_have_no_problem(name):
    assert codes(name) == {}


def test_the_hasty_example_has_its_slips():
    assert codes("ATOP9055.txt") == SLIPS


def test_the_example_in_a_war_names_it():
    answer = read_sheet(FOLDER / "ATOP9020.txt").sheet[5]
    assert (answer.value, answer.wars, 365 in answer.states) == ("yes", (4,), True)
