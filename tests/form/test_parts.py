"""Plain data as the form's classes: each part of its type, and where one is not, where and why."""

import pytest

from atop_coder.form import Choice, Kind, Section, StatusWords
from atop_coder.form.parts import NonsenseError, make, make_all

YES = {"value": "yes", "label": "Yes"}


def refused(kind, data) -> NonsenseError:
    with pytest.raises(NonsenseError) as caught:
        make(kind, data)
    return caught.value


def test_a_table_becomes_one_of_the_class_with_its_lists_as_tuples():
    assert make(Choice, YES | {"spellings": ["y"]}) == Choice("yes", "Yes", ("y",))


def test_a_part_that_may_be_left_out_has_its_default():
    assert make(Choice, YES).spellings == ()


def test_what_is_one_already_stays_it():
    choice = Choice("yes", "Yes")
    assert make(Choice, choice) is choice


def test_a_word_becomes_the_one_it_names():
    assert make(StatusWords, {"value": "unknown", "label": "?"}).value == "unknown"
    assert type(make(StatusWords, {"value": "unknown", "label": "?"}).value).__name__ == "Status"


def test_a_list_becomes_one_of_each_in_order():
    assert make_all(Choice, [YES, {"value": "no", "label": "No"}]) == (
        Choice("yes", "Yes"),
        Choice("no", "No"),
    )


@pytest.mark.parametrize("wrong", [1, True, None, ["yes"], b"yes"])
def test_what_should_be_text_and_is_not_is_refused(wrong):
    assert refused(Choice, YES | {"label": wrong}).place == ("label",)


def test_true_is_no_number_and_one_is_not_true(load_question):
    assert refused(*load_question(number=True)).place == ("number",)
    assert refused(*load_question(required=1)).place == ("required",)


@pytest.fixture
def load_question():
    from atop_coder.form import Question

    parts = {"section": "a", "key": "a", "short": "A", "prompt": "A?", "kind": "text", "statuses": []}
    return lambda **changes: (Question, {"number": 1, "help": "A.", **parts, **changes})


def test_a_word_that_is_none_of_them_is_answered_with_all_of_them(load_question):
    reason = refused(*load_question(kind="essay")).reason
    assert [kind for kind in Kind if kind not in reason] == []


def test_the_place_goes_down_to_the_entry_of_a_list():
    assert refused(Choice, YES | {"spellings": ["y", 1]}).place == ("spellings", 1)


def test_a_part_that_is_missing_is_named():
    assert refused(Section, {"key": "one"}).place == ("numeral",)


def test_a_part_that_does_not_exist_is_named_before_one_that_is_missing():
    assert refused(Choice, {"value": "yes", "lable": "Yes"}).place == ("lable",)


@pytest.mark.parametrize("wrong", [1, "one", [], None])
def test_what_is_no_table_is_refused(wrong):
    assert refused(Choice, wrong).place == ()
