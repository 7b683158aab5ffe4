"""The messy sheets of tests/sheets/, one a layout that people use: each answer as its JSON file has it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from atop_coder.form import load_form
from atop_coder.reading import read_sheet
from atop_coder.sheet import sheet_from_data, sheet_to_data
from tests.conftest import ROOT

SHEETS = sorted((ROOT / "tests" / "sheets").glob("*.txt"))
NUMBERS = [str(number) for number in load_form().by_number]


@cache
def expected(path: Path) -> Any:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@cache
def found(path: Path) -> Any:
    return sheet_to_data(read_sheet(path).sheet)


def test_there_are_sheets():
    assert len(SHEETS) >= 25


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_the_expected_answers_are_a_sheet(path):
    assert sheet_to_data(sheet_from_data(expected(path))) == expected(path)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_question_of_a_messy_sheet_is_expected(path):
    assert list(expected(path)["answers"]) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_an_answer_of_a_messy_sheet_is_read_right(path, number):
    assert found(path)["answers"][number] == expected(path)["answers"][number]
