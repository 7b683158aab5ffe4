"""What the answers to each kind of question become."""

import pytest

from atop_coder.dataset import Missing
from atop_coder.form import Kind, Status
from atop_coder.sheet import PartialDate, Sheet
from tests.dataset.examples import FORM, NOT_APPLICABLE, UNKNOWN, WORDS_ONLY, row_of, sheet_of

YES_NO = [question.number for question in FORM.questions if question.kind == Kind.YES_NO]
TEXTS = [question.number for question in FORM.questions if question.kind == Kind.TEXT]
CHOICES = [
    (question.number, value)
    for question in FORM.questions
    if question.kind in (Kind.CHOICE, Kind.CHOICES)
    for value in question.labels
]


def cell(number, data, part=""):
    return row_of(sheet_of({number: data}))[f"q{number:02}{part}"]


@pytest.mark.parametrize("number", YES_NO)
def test_yes_no_blank_not_applicable_unknown_and_mere_words_are_six_things(number):
    cells = [cell(number, data) for data in ({"value": "yes"}, {"value": "no"}, {}, NOT_APPLICABLE, UNKNOWN)]
    assert [*cells, cell(number, WORDS_ONLY)] == [1, 0, "blank", "N/A", "Unknown", "see text"]


@pytest.mark.parametrize("number", TEXTS)
def test_a_question_of_text_alone_says_whether_it_is_answered(number):
    assert cell(number, {"details": "Some words."}) == 1
    assert cell(number, {"details": "Some words."}, "_text") == "Some words."
    assert cell(number, {}) is Missing.BLANK
    assert cell(number, {}, "_text") is None


def test_a_description_beside_a_status_is_kept():
    row = row_of(sheet_of({15: {**NOT_APPLICABLE, "details": "It goes on."}}))
    assert (row["q15"], row["q15_text"]) == (Missing.NOT_APPLICABLE, "It goes on.")


@pytest.mark.parametrize(("number", "value"), CHOICES)
def test_each_choice_is_told_by_its_word(number, value):
    question = FORM.question(number)
    if question.kind == Kind.CHOICE:
        assert cell(number, {"value": value}) == value
    else:
        row = row_of(sheet_of({number: {"value": [value]}}))
        chosen = {other: row[f"q{number}_{other}"] for other in question.labels}
        assert chosen == {other: int(other == value) for other in question.labels}
        assert row[f"q{number}"] == question.labels[value]


def test_several_choices_are_joined_by_their_labels():
    assert cell(16, {"value": ["defense", "consultation"]}) == "Defense pact; Consultation pact"


@pytest.mark.parametrize("choice", FORM.question(19).labels)
def test_no_condition_at_all_is_0_in_every_column(choice):
    assert cell(19, {"value": []}, f"_{choice}") == 0
    assert cell(19, {}, f"_{choice}") is Missing.BLANK


def test_no_condition_at_all_is_not_a_blank():
    assert cell(19, {"value": []}) not in (None, "", *Missing)


def test_a_number_stays_a_number():
    assert cell(13, {"value": 2}) == 2
    assert cell(13, {"value": 0}) == 0


def test_dates_are_iso_with_their_states_and_notes_one_a_line():
    entries = [
        {"date": "1921-03-04"},
        {"date": "1923-06", "states": [360, 365], "note": "by protocol"},
    ]
    assert cell(3, {"value": entries}) == "1921-03-04\n1923-06 (360; 365) [by protocol]"


def test_termination_dates_are_iso():
    assert cell(14, {"value": {"dates": [{"date": "1931"}]}}) == "1931"


def test_an_alliance_in_effect_says_as_of_when():
    assert cell(14, {"value": {"in_effect_as_of": "2018-04-14"}}) == "Still in effect as of 2018-04-14"


def test_members_stand_with_code_and_name_one_a_line():
    value = [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan", "note": "later"}]
    assert cell(4, {"value": value}) == "703 Kyrgyzstan\n705 Kazakhstan [later]"


def test_a_list_with_nothing_in_it_is_not_a_blank():
    assert cell(4, {"value": []}) not in (None, "", *Missing)


def test_the_date_of_revision_is_a_date():
    assert cell(60, {"value": "2018-05-23"}) == PartialDate(2018, 5, 23)


def test_coders_are_joined():
    assert cell(61, {"value": ["Ada Byron", "Mary Shelley"]}) == "Ada Byron; Mary Shelley"


@pytest.mark.parametrize(
    ("number", "extra"),
    [(question.number, extra) for question in FORM.questions for extra in question.extras],
)
def test_codes_named_in_a_description_have_a_column(number, extra):
    assert cell(number, {"value": "yes", extra: [200, 365]}, f"_{extra}") == "200; 365"
    assert cell(number, {"value": "yes"}, f"_{extra}") is None


def test_an_empty_sheet_is_blank_in_every_question():
    row = row_of(Sheet.empty())
    assert {row[f"q{question.number:02}"] for question in FORM.questions} == {Missing.BLANK}


def test_a_status_that_the_form_does_not_have_for_a_question_is_told_all_the_same():
    assert Status.UNKNOWN not in FORM.question(1).statuses
    assert cell(1, UNKNOWN) is Missing.UNKNOWN
