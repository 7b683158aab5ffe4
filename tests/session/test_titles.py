"""What a sheet is called."""

from pathlib import Path

from atop_coder.session.titles import file_name, sheet_name, sheet_summary
from atop_coder.sheet import Sheet
from tests.gui.conftest import FORM, SMALL, sheet_of


def test_a_sheet_is_called_by_its_id():
    assert sheet_name(SMALL) == "ATOP 5040"


def test_a_sheet_without_id_is_called_by_its_file():
    assert sheet_name(Sheet.empty(), Path("x/old sheet.txt")) == "old sheet.txt"
    assert sheet_name(Sheet.empty()) == "New sheet"


def test_the_summary_names_members_date_and_type():
    assert sheet_summary(SMALL, FORM) == "Kyrgyzstan – Kazakhstan · 25 December 2003 · defense pact"


def test_the_summary_of_an_empty_sheet_is_empty():
    assert sheet_summary(Sheet.empty(), FORM) == ""


def test_a_date_that_is_cut_is_shown_as_far_as_it_goes():
    assert sheet_summary(sheet_of(q3={"value": [{"date": "1942-05"}]}), FORM) == "May 1942"
    assert sheet_summary(sheet_of(q3={"value": [{"date": "1942"}]}), FORM) == "1942"


def test_many_members_are_counted():
    members = [{"ccode": code, "name": f"State {code}"} for code in range(2, 9)]
    assert sheet_summary(sheet_of(q4={"value": members}), FORM) == "State 2, State 3 and 5 more"


def test_a_member_without_a_name_is_shown_by_its_code():
    two = [{"ccode": 255, "name": ""}, {"ccode": 300, "name": "Austria"}]
    assert sheet_summary(sheet_of(q4={"value": two}), FORM) == "255 – Austria"


def test_a_normalized_sheet_is_named_after_its_id():
    assert file_name(SMALL) == "ATOP5040.txt"
    assert file_name(Sheet.empty()).endswith(".txt")
