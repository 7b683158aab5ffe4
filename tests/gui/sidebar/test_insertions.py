"""What is put into an answer."""

import pytest

from atop_coder.form import Kind, Status, load_form
from atop_coder.gui.sidebar.insertions import put_alone, question_with, with_code, with_state, with_words
from atop_coder.reference import load_states
from atop_coder.sheet import BLANK, Answer, Member

FORM = load_form()
FRANCE = next(state for state in load_states() if state.ccode == 220)
MEMBERS = FORM.question(4)
WITH_STATES = [question for question in FORM.questions if "states" in question.extras]


def test_words_become_the_last_paragraph():
    answer = with_words(Answer(value="yes", details="First."), "Second.")
    assert answer.paragraphs == ("First.", "Second.")
    assert answer.value == "yes"


def test_words_put_into_a_blank_answer_answer_it():
    assert with_words(BLANK, "Words.") == Answer(details="Words.")


def test_a_status_keeps_its_place_when_words_come():
    answer = with_words(Answer(status=Status.UNKNOWN), "Words.")
    assert (answer.status, answer.details) == (Status.UNKNOWN, "Words.")


@pytest.mark.parametrize("before", [BLANK, Answer(status=Status.UNKNOWN), Answer(details="?")])
def test_a_state_becomes_a_member(before):
    after = with_state(MEMBERS, before, FRANCE)
    assert after.value == (Member(ccode=220, name="France"),)
    assert after.details == before.details


def test_a_member_is_not_added_twice():
    once = with_state(MEMBERS, BLANK, FRANCE)
    assert with_state(MEMBERS, once, FRANCE) is once


@pytest.mark.parametrize("question", [q for q in WITH_STATES if q.kind != Kind.MEMBERS], ids=lambda q: q.key)
def test_a_state_goes_among_the_states_of_an_answer(question):
    before = Answer(value="yes", details="Words.", states=(200,))
    after = with_state(question, before, FRANCE)
    assert after == before.replace(states=(200, 220))
    assert with_state(question, after, FRANCE) is after


@pytest.mark.parametrize("name", ["states", "wars", "alliances"])
def test_a_code_goes_behind_those_that_are_there(name):
    before = Answer(value="yes").replace(**{name: (7,)})
    assert getattr(with_code(before, name, 5), name) == (7, 5)
    assert with_code(before, name, 7) is before


def test_what_is_put_is_a_step_of_its_own_among_typing(make_document):
    document = make_document()
    document.put(11, Answer(value="yes", details="Typed"), join="typing")
    put_alone(document, 11, with_words(document.sheet[11], "Put."))
    document.put(11, with_words(document.sheet[11], "Typed on"), join="typing")
    document.undo()
    assert document.sheet[11].paragraphs == ("Typed", "Put.")
    document.undo()
    assert document.sheet[11].paragraphs == ("Typed",)


def test_words_that_stood_there_from_the_beginning_count_as_put_only_when_there_are_more(make_document):
    document = make_document()
    words = document.sheet[11].details
    assert question_with(document, words) is None
    put_alone(document, 11, with_words(document.sheet[11], words))
    assert question_with(document, words) == 11
