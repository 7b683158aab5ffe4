"""Sheets as JSON: lossless both ways, and a schema that tells what is taken."""

import json

import pytest
from hypothesis import given

from atop_coder.form import Kind, Status, load_form
from atop_coder.sheet import (
    Sheet,
    answer_to_data,
    make_answer,
    sheet_from_data,
    sheet_from_json,
    sheet_schema,
    sheet_to_data,
)
from tests.strategies import any_answers, sheets

FORM = load_form()


@given(sheets())
def test_a_sheet_comes_back_the_same(sheet):
    text = json.dumps(sheet_to_data(sheet), ensure_ascii=False)
    assert sheet_from_data(json.loads(text)) == sheet


@given(sheets())
def test_the_data_come_back_the_same(sheet):
    data = sheet_to_data(sheet)
    assert sheet_to_data(sheet_from_data(data)) == data


@given(any_answers())
def test_an_answer_comes_back_the_same(pair):
    question, answer = pair
    assert make_answer(question, answer_to_data(question, answer)) == answer


@given(sheets())
def test_all_questions_are_there_in_order_and_nothing_is_empty(sheet):
    answers = sheet_to_data(sheet)["answers"]
    assert list(answers) == [str(number) for number in FORM.by_number]
    assert [one for one in answers.values() if not one or None in one.values() or "" in one.values()] == []


def test_blank_no_na_and_unknown_are_four_things():
    parts = [{"status": "blank"}, {"value": "no"}, {"status": "not_applicable"}, {"status": "unknown"}]
    sheet = sheet_from_data({"answers": dict(zip(("8", "9", "10", "11"), parts, strict=True))})
    assert [sheet_to_data(sheet)["answers"][number] for number in ("8", "9", "10", "11")] == parts


def test_answered_is_the_default():
    assert answer_to_data(FORM.question(10), make_answer(FORM.question(10), {"value": "no"})) == {
        "value": "no"
    }


def test_questions_left_out_are_blank():
    sheet = sheet_from_data({"answers": {"10": {"value": "no"}}})
    assert sheet[9].status == Status.BLANK
    assert sheet == Sheet.of({10: sheet[10]})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "answers"),
        ([], "answers"),
        ({}, "answers"),
        ({"answers": []}, "answers"),
        ({"answers": {}, "more": 1}, "more"),
        ({"answers": {}, "form": "another"}, "another"),
        ({"answers": {"62": {}}}, "'62'"),
        ({"answers": {"0": {}}}, "'0'"),
        ({"answers": {"one": {}}}, "'one'"),
        ({"answers": {"١": {}}}, "'١'"),
        ({"answers": {"10": "yes"}}, "question 10"),
        ({"answers": {"10": {"value": "perhaps"}}}, "question 10: 'perhaps'"),
        ({"answers": {"10": {"status": "gone"}}}, "question 10"),
        ({"answers": {"10": {"status": "blank", "value": "yes"}}}, "question 10"),
        ({"answers": {"18": {"value": "text"}}}, "question 18"),
        ({"answers": {"3": {"value": [{"date": "soon"}]}}}, "question 3"),
        ({"answers": {"5": {"value": "yes", "wars": ["139"]}}}, "question 5"),
        ({"answers": {"10": {"details": 5}}}, "question 10"),
        ({"answers": {"10": {"detail": "x"}}}, "question 10"),
    ],
)
def test_data_that_are_no_sheet_are_refused_with_the_place(data, told):
    with pytest.raises(ValueError, match=told):
        sheet_from_data(data)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"answers": {"1": {"value": 5040}, "1": {"value": 5041}}}', "1"),
        ('{"answers": {"10": {"value": "yes", "value": "no"}}}', "value"),
        ('{"answers": {"10": {"value": "yes"}}, "answers": {}}', "answers"),
        ('{"form": "atop-codesheet", "form": "atop-codesheet", "answers": {}}', "form"),
        ('{"answers": {"4": {"value": [{"ccode": 2, "name": "a", "ccode": 200}]}}}', "ccode"),
        ('{"answers": {"1": {"value": 5040}, "\\u0031": {"value": 5041}}}', "1"),
    ],
)
def test_a_key_that_is_given_twice_is_refused_because_one_of_the_two_would_be_lost(text, name):
    with pytest.raises(ValueError, match=f"'{name}' is given twice"):
        sheet_from_json(text)


def test_the_schema_is_json_and_has_all_questions():
    schema = json.loads(json.dumps(sheet_schema()))
    assert list(schema["properties"]["answers"]["properties"]) == [str(number) for number in FORM.by_number]


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.number)
def test_the_schema_has_a_value_for_every_kind_but_text(question):
    properties = sheet_schema()["properties"]["answers"]["properties"][str(question.number)]["properties"]
    assert ("value" in properties) == (question.kind != Kind.TEXT)
    words = properties.get("value", {}).get("enum") or properties.get("value", {}).get("items", {}).get(
        "enum"
    )
    assert words == (list(question.labels) or None)
