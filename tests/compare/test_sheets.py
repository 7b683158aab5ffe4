"""What two sheets differ in, who changed it, and what becomes of a choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.compare.sheets import Side, answer_words, compare, questions_in_words, taken
from atop_coder.sheet import BLANK, Answer, Sheet, make_answer
from tests.strategies import FORM, sheets

WORDS = Answer(details="Some words.")
OTHER = Answer(details="Other words.")
EMPTY = Sheet.empty()


def test_equal_sheets_have_no_difference():
    assert compare(EMPTY, Sheet.empty()) == ()


def test_what_only_one_side_changed_is_proposed_from_there():
    mine, theirs = EMPTY.with_answer(18, WORDS), EMPTY.with_answer(20, OTHER)
    proposed = {one.question: one.proposed for one in compare(mine, theirs, EMPTY)}
    assert proposed == {18: Side.MINE, 20: Side.THEIRS}


def test_what_both_changed_a_person_has_to_choose():
    mine, theirs = EMPTY.with_answer(18, WORDS), EMPTY.with_answer(18, OTHER)
    (one,) = compare(mine, theirs, EMPTY)
    assert one.proposed is None


def test_where_nobody_knows_the_beginning_a_person_has_to_choose():
    (one,) = compare(EMPTY.with_answer(18, WORDS), EMPTY)
    assert one.proposed is None


def test_the_same_change_on_both_sides_is_none():
    both = EMPTY.with_answer(18, WORDS)
    assert compare(both, both, EMPTY) == ()


@given(sheets(), sheets(), st.data())
def test_taking_all_of_one_side_gives_that_side(mine, theirs, data):
    differences = compare(mine, theirs)
    for side, wanted in ((Side.MINE, mine), (Side.THEIRS, theirs)):
        result = mine
        for number, answer in taken(differences, {one.question: side for one in differences}).items():
            result = result.with_answer(number, answer)
        assert result == wanted
    choices = {one.question: data.draw(st.sampled_from(Side)) for one in differences}
    result = mine
    for number, answer in taken(differences, choices).items():
        result = result.with_answer(number, answer)
    for one in differences:
        assert result[one.question] == one.answer(choices[one.question])


def test_an_answer_is_told_in_the_words_of_a_saved_sheet():
    question = FORM.question(10)
    answer = make_answer(question, {"value": "yes", "details": "For ten years.\n\nIt may be renewed."})
    assert answer_words(question, answer) == ("Yes.", "For ten years.", "It may be renewed.")
    assert answer_words(question, BLANK) == ()


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((), ""),
        ((5,), "question 5"),
        ((5, 11), "questions 5 and 11"),
        ((5, 11, 14), "questions 5, 11 and 14"),
        (range(1, 13), "questions 1, 2, 3, 4, 5, 6, 7 … (12 in all)"),
    ],
)
def test_questions_are_listed_as_people_do(numbers, words):
    assert questions_in_words(numbers) == words
