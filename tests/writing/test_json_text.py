"""JSON: a line an answer, lossless."""

import json

from hypothesis import HealthCheck, given, settings

from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.writing.json_text import sheet_to_json
from tests.strategies import sheets

SHEET = sheet_from_data(
    {"answers": {"1": {"value": 5040}, "10": {"value": "yes", "details": "“Art. 1”\n\nArt. 2"}}}
)
LINES = sheet_to_json(SHEET).split("\n")


@given(sheets())
@settings(suppress_health_check=list(HealthCheck))
def test_every_sheet_is_read_back_as_it_was(sheet):
    assert sheet_from_data(json.loads(sheet_to_json(sheet))) == sheet


def test_it_begins_with_the_form():
    assert LINES[:2] == ['{"form": "atop-codesheet", "form_version": "5",', ' "answers": {']


def test_each_answer_is_one_line():
    assert LINES[2] == '  "1":  {"value": 5040},'
    assert LINES[11] == '  "10": {"value": "yes", "details": "“Art. 1”\\n\\nArt. 2"},'


def test_blank_answers_are_there_too():
    assert LINES[3] == '  "2":  {"status": "blank"},'


def test_it_ends_with_one_line_feed():
    assert LINES[-2:] == ['  "61": {"status": "blank"}}}', ""]


def test_an_empty_sheet_is_a_sheet():
    assert sheet_from_data(json.loads(sheet_to_json(Sheet.empty()))) == Sheet.empty()
