"""Yes and No, choices, and lists of choices: buttons, keys, and what happens to the words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atop_coder.form import Kind, Status
from atop_coder.gui.editors.choices import takes_none
from atop_coder.gui.editors.description import Description
from atop_coder.gui.editors.marks import kept_words, misfit
from atop_coder.sheet import BLANK, Answer, make_answer
from tests.gui.editors.conftest import FORM

CHOOSING = [q.number for q in FORM.questions if q.kind in (Kind.YES_NO, Kind.CHOICE)]


def click(opened, key):
    QTest.mouseClick(opened.editor.bar.segments[key], Qt.MouseButton.LeftButton)


def notice(editor):
    return editor._notice.label.text() if editor._notice and not editor._notice.isHidden() else ""


@pytest.mark.parametrize("number", CHOOSING)
def test_each_label_of_the_form_is_a_button_and_chooses_its_value(open_editor, number):
    for value, label in FORM.question(number).labels.items():
        opened = open_editor(number)
        assert opened.editor.bar.segments[value].shown_text == label
        click(opened, value)
        assert (opened.editor.answer().value, len(opened.emitted)) == (value, 1)
        assert opened.editor.bar.chosen == (value,)


def test_the_chosen_button_pressed_again_clears_to_blank(open_editor):
    opened = open_editor(11)
    click(opened, "yes")
    click(opened, "yes")
    assert (opened.editor.answer(), len(opened.emitted)) == (BLANK, 2)


def test_not_applicable_pressed_twice_clears_to_blank(open_editor):
    opened = open_editor(11)
    click(opened, ":not_applicable")
    assert opened.editor.answer() == Answer(status=Status.NOT_APPLICABLE)
    click(opened, ":not_applicable")
    assert opened.editor.answer() == BLANK


def test_the_keys_of_the_window_choose_and_never_take_back(open_editor):
    opened = open_editor(11)
    assert opened.editor.choose("yes")
    assert opened.editor.choose("yes")
    assert (opened.editor.answer().value, len(opened.emitted)) == ("yes", 1)
    assert not opened.editor.choose("treaty")


def test_the_status_keys_of_the_window_never_take_back(open_editor):
    opened = open_editor(11)
    assert opened.editor.set_status(Status.UNKNOWN)
    assert opened.editor.set_status(Status.UNKNOWN)
    assert (opened.editor.answer().status, len(opened.emitted)) == (Status.UNKNOWN, 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_arrow_keys_move_and_choose_nothing_until_a_key_does(open_editor, key):
    opened = open_editor(11)
    opened.editor.focus_first()
    yes, no = opened.editor.bar.segments["yes"], opened.editor.bar.segments["no"]
    QTest.keyClick(yes, Qt.Key.Key_Right)
    assert (no.hasFocus(), opened.emitted) == (True, [])
    QTest.keyClick(no, key)
    assert opened.editor.answer().value == "no"


def test_arrow_keys_go_round(open_editor):
    opened = open_editor(11)
    opened.editor.focus_first()
    yes, last = opened.editor.bar.segments["yes"], opened.editor.bar.segments[":unknown"]
    QTest.keyClick(yes, Qt.Key.Key_Left)
    assert last.hasFocus()
    QTest.keyClick(last, Qt.Key.Key_Home)
    assert yes.hasFocus()


def test_arrow_keys_with_ctrl_are_the_windows(open_editor):
    opened = open_editor(11)
    opened.editor.focus_first()
    QTest.keyClick(opened.editor.bar.segments["yes"], Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert opened.editor.bar.segments["yes"].hasFocus()


def test_tab_comes_to_the_chosen_button_and_to_no_other(open_editor):
    opened = open_editor(11, make_answer(FORM.question(11), {"value": "no"}))
    stops = [one for one in opened.editor.focusable() if one in opened.editor.bar.segments.values()]
    assert stops == [opened.editor.bar.segments["no"]]


def test_yes_opens_the_description_and_no_leaves_it_closed(open_editor):
    opened = open_editor(11)
    click(opened, "no")
    assert not opened.editor.findChildren(Description)
    click(opened, "yes")
    assert [field.isVisible() for field in opened.editor.findChildren(Description)] == [True]


def test_choosing_no_keeps_the_description_and_says_so(open_editor):
    question = FORM.question(11)
    opened = open_editor(11, make_answer(question, {"value": "yes", "details": "Article 4."}))
    click(opened, "no")
    after = opened.editor.answer()
    assert (after.value, after.details) == ("no", "Article 4.")
    assert opened.editor._description.isVisible()
    assert notice(opened.editor) == kept_words(after, question) != ""


def test_words_that_fit_no_choice_are_shown_marked_and_kept(open_editor):
    question = FORM.question(6)
    answer = make_answer(question, {"details": "Secret handshake"})
    opened = open_editor(6, answer)
    assert opened.editor._description.details() == "Secret handshake"
    assert notice(opened.editor) == misfit(question, answer, ()) != ""
    click(opened, "treaty")
    assert opened.editor.answer() == make_answer(question, {"value": "treaty", "details": "Secret handshake"})
    assert misfit(question, opened.editor.answer(), ()) == ""


def test_a_word_in_place_of_a_value_that_is_no_choice_is_named_and_stays(open_editor):
    answer = Answer(value="maybe", details="Words.")
    opened = open_editor(11, answer)
    assert "maybe" in notice(opened.editor)
    assert (opened.editor.answer(), opened.emitted) == (answer, [])


def test_a_status_that_the_question_does_not_take_is_shown_and_marked(open_editor):
    answer = Answer(status=Status.UNKNOWN)
    opened = open_editor(2, answer)
    assert opened.editor.bar.chosen == (":unknown",)
    assert notice(opened.editor) == misfit(FORM.question(2), answer, ())
    assert not opened.editor.set_status(Status.UNKNOWN)


def test_choices_are_chosen_beside_each_other_in_the_order_of_the_clicks(open_editor):
    opened = open_editor(16)
    for key in ("neutrality", "defense", "offense", "defense"):
        click(opened, key)
    assert opened.editor.answer().value == ("neutrality", "offense")
    assert len(opened.emitted) == 4


def test_the_last_choice_taken_back_leaves_a_blank_not_a_no(open_editor):
    opened = open_editor(19)
    click(opened, "attack")
    click(opened, "attack")
    assert opened.editor.answer() == BLANK


def test_no_is_an_empty_list_and_excludes_the_others(open_editor):
    opened = open_editor(19)
    click(opened, "attack")
    click(opened, "no")
    assert (opened.editor.answer().value, opened.editor.bar.chosen) == ((), ("no",))
    click(opened, "location")
    assert (opened.editor.answer().value, opened.editor.bar.chosen) == (("location",), ("location",))


def test_alt_n_answers_no_where_the_question_can_be_answered_so(open_editor):
    opened = open_editor(19)
    assert opened.editor.choose("no")
    assert opened.editor.answer().value == ()
    assert not open_editor(16).editor.choose("no")


def test_only_a_question_that_asks_whether_any_apply_takes_no():
    lists = [question for question in FORM.questions if question.kind == Kind.CHOICES]
    assert [question.number for question in lists if takes_none(question)] == [19]


def test_an_empty_list_is_shown_also_where_it_cannot_be_chosen(open_editor):
    opened = open_editor(16, make_answer(FORM.question(16), {"value": []}))
    assert opened.editor.bar.chosen == ("no",)
