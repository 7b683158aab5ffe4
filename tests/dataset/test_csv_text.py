"""The dataset as CSV."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atop_coder.dataset.csv_text import csv_cell, shield, to_csv, unshield
from atop_coder.dataset.table import ALLIANCES
from atop_coder.sheet import PartialDate
from tests.dataset.examples import rows_of, sheet_of, tables_of
from tests.strategies import examples, sheets, words


def read_back(table):
    return list(csv.DictReader(io.StringIO(to_csv(table).decode("utf-8"), newline="")))


@given(sheets())
@settings(max_examples=examples(25))
def test_every_cell_is_read_back(sheet):
    table = tables_of(sheet)[ALLIANCES]
    (row,) = read_back(table)
    for name, cell in rows_of(table)[0].items():
        assert row[name] == csv_cell(cell)
        assert unshield(row[name]) == unshield(csv_cell(cell))


@given(words())
def test_an_apostrophe_put_before_a_text_can_be_taken_off_again(text):
    assert unshield(shield(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "- a list", "'=1", "''-1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert shield(text) == f"'{text}"
    assert unshield(f"'{text}") == text


@pytest.mark.parametrize("text", ["", "Yes - no", "'quoted' text", "1", "“=”", " =1"])
def test_other_text_is_left_alone(text):
    assert shield(text) == text
    assert unshield(text) == text


@given(st.integers())
def test_numbers_are_left_alone(number):
    assert csv_cell(number) == str(number)


def test_dates_are_iso_and_nothing_is_nothing():
    assert csv_cell(PartialDate(2018, 5)) == "2018-05"
    assert csv_cell(None) == ""


def test_lines_end_as_the_standard_says_and_there_is_no_mark_before_the_first():
    data = to_csv(tables_of(sheet_of({1: {"value": 1200}}))[ALLIANCES])
    assert data.startswith(b"atopid,file,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 2


def test_paragraphs_stay_in_their_cell():
    table = tables_of(sheet_of({18: {"details": 'One, "two".\n\nThree.'}}))[ALLIANCES]
    assert read_back(table)[0]["q18_text"] == 'One, "two".\n\nThree.'


def test_missing_values_are_words():
    table = tables_of(sheet_of({2: {"status": "not_applicable"}, 9: {"status": "unknown"}}))[ALLIANCES]
    row = read_back(table)[0]
    assert (row["q02"], row["q09"], row["q10"], row["endyr"]) == ("N/A", "Unknown", "blank", "")


def test_half_a_character_in_a_file_name_does_no_harm():
    from atop_coder.dataset import to_table

    table = to_table([("a\udcff.txt", sheet_of({}))])
    assert read_back(table)[0]["file"] == "a?.txt"
