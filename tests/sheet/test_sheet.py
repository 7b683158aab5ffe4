"""Answers and sheets: four statuses that stay four, and values that fit their questions."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from atop_coder.form import Kind, Status, load_form
from atop_coder.sheet import (
    BLANK,
    Answer,
    AnyValue,
    DateEntry,
    Member,
    PartialDate,
    Sheet,
    Termination,
    clean_details,
    clean_line,
    make_answer,
    paragraphs,
)
from tests.strategies import any_answers, sheets, words

FORM = load_form()
YES = Answer(value="yes")


def test_an_empty_sheet_has_all_questions_and_no_answers():
    sheet = Sheet.empty()
    assert [number for number, _ in sheet] == list(FORM.by_number)
    assert sheet.answered == 0
    assert (sheet.atop_id, sheet.members, sheet.signature_dates, sheet.termination) == (None, (), (), None)


def test_a_sheet_does_not_change():
    sheet = Sheet.empty()
    changed = sheet.with_answer(10, YES)
    assert (sheet[10], changed[10]) == (BLANK, YES)
    assert sheet != changed
    with pytest.raises(TypeError):
        sheet.answers[10] = YES  # type: ignore[index]  # what it must refuse


def test_an_answer_does_not_change():
    with pytest.raises(ValidationError):
        YES.value = "no"


def test_a_question_that_the_form_does_not_have_is_refused():
    with pytest.raises(KeyError):
        Sheet.of({99: YES})


def test_equal_sheets_are_equal_and_have_one_hash():
    one, other = Sheet.of({1: Answer(value=5040)}), Sheet.of({1: Answer(value=5040)})
    assert one == other
    assert len({one, other}) == 1
    assert one != "a sheet"


def test_a_sheet_tells_what_it_is_about():
    members = (Member(ccode=703, name="Kyrgyzstan"),)
    dates = (DateEntry(date=PartialDate(2003, 12, 25)),)
    ended = Termination(dates=dates)
    answers: dict[int, AnyValue] = {1: 5040, 3: dates, 4: members, 14: ended}
    sheet = Sheet.of({number: Answer(value=value) for number, value in answers.items()})
    assert (sheet.atop_id, sheet.signature_dates, sheet.members, sheet.termination) == (
        5040,
        dates,
        members,
        ended,
    )
    assert sheet.answered == 4


@given(sheets())
def test_answered_counts_what_is_not_blank(sheet):
    assert sheet.answered == sum(answer.status != Status.BLANK for _, answer in sheet)


# Answers


def test_an_answer_with_nothing_in_it_is_blank():
    assert Answer() == BLANK
    assert Answer(details=" \n ").is_blank


@pytest.mark.parametrize(
    "empty", [{"value": 0}, {"value": ()}, {"value": "no"}, {"details": "x"}, {"states": (2,)}]
)
def test_zero_no_and_an_empty_list_are_answers(empty):
    assert Answer(**empty).status == Status.ANSWERED


@pytest.mark.parametrize("status", [Status.NOT_APPLICABLE, Status.UNKNOWN, Status.BLANK])
def test_a_status_takes_no_value(status):
    with pytest.raises(ValidationError):
        Answer(status=status, value="yes")


def test_blank_takes_no_description():
    with pytest.raises(ValidationError):
        Answer(status=Status.BLANK, details="x")


def test_a_blank_answer_that_gets_words_is_answered():
    assert BLANK.replace(details="x").status == Status.ANSWERED
    assert BLANK.replace().is_blank


def test_an_answer_that_loses_all_is_blank():
    assert Answer(details="x").replace(details="") == BLANK


def test_replacing_checks_anew():
    with pytest.raises(ValidationError):
        YES.replace(status=Status.UNKNOWN)


@given(any_answers())
def test_replacing_nothing_changes_nothing(pair):
    assert pair[1].replace() == pair[1]


# Values

WRONG: dict[Kind, list[object]] = {
    Kind.INTEGER: ["5040", 1.5, -1, 10**10, True, [1]],
    Kind.DATES: [
        "2003",
        [{"date": "x"}],
        [{}],
        [{"date": "2003", "what": 1}],
        [{"date": "2003", "states": ["a"]}],
    ],
    Kind.MEMBERS: [[{"name": "France"}], [{"ccode": "220", "name": ""}], [{"ccode": -1, "name": ""}], 220],
    Kind.YES_NO: ["maybe", "Yes", True, 1, ["yes"]],
    Kind.CHOICE: ["", "Treaty", 6],
    Kind.TERMINATION: [{}, {"dates": []}, {"in_effect_as_of": "2018", "dates": [{"date": "2018"}]}, "2018"],
    Kind.CHOICES: ["defense", ["peace"], [1]],
    Kind.TEXT: ["text", 1, []],
    Kind.DATE: ["soon", 2003, "2003-13"],
    Kind.PEOPLE: ["Ann Lee", [""], [1]],
}


@pytest.mark.parametrize("kind", Kind)
def test_a_value_of_the_wrong_sort_is_refused(kind):
    question = next(one for one in FORM.questions if one.kind == kind)
    for value in WRONG[kind]:
        with pytest.raises(ValueError, match=r"."):
            make_answer(question, {"value": value})


def test_a_part_that_answers_do_not_have_is_refused():
    with pytest.raises(ValueError, match="colour"):
        make_answer(FORM.question(10), {"value": "yes", "colour": "red"})


# Text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\nb", "a\n\nb"),
        ("a\r\n\r\n\r\nb", "a\n\nb"),
        ("  a  \n\t b", "a\n\nb"),
        ("a\x0bb\x0cc\u2028d\x85e", "a\n\nb\n\nc\n\nd\n\ne"),
        ("a\x00\x07b\ufeff", "ab"),
        ("\ud800a", "\ufffda"),
        ("", ""),
    ],
)
def test_a_description_is_paragraphs_with_an_empty_line_between(text, clean):
    assert clean_details(text) == clean


@given(words())
def test_a_clean_description_stays_as_it_is(text):
    clean = clean_details(text)
    assert clean_details(clean) == clean
    assert paragraphs(clean) == paragraphs(text)


@given(words())
def test_a_clean_line_is_one_line(text):
    line = clean_line(text)
    assert line == clean_line(line) == " ".join(line.split())
