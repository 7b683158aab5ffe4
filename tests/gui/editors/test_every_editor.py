"""What holds for the editor of every question."""

from contextlib import nullcontext
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from atop_coder.checks.problem import Problem, Severity
from atop_coder.form import Kind, Question, Status
from atop_coder.gui.editors import EDITORS, Editor, make_editor
from atop_coder.gui.editors.description import Description
from atop_coder.sheet import BLANK, make_answer
from tests.gui.editors.conftest import FORM, SAMPLES, Opened, sample
from tests.strategies import answers

QUESTIONS = pytest.mark.parametrize("question", FORM.questions, ids=lambda question: str(question.number))
SAMPLED = pytest.mark.parametrize("number", SAMPLES)


def everything_in(editor: Editor) -> list[QWidget]:
    return [editor, *editor.findChildren(QWidget)]


def filled(question: Question):
    """An answer with all its parts, so that all fields are there."""
    usual = {
        Kind.INTEGER: 7,
        Kind.DATES: [{"date": "1941", "states": [200], "note": "n"}],
        Kind.MEMBERS: [{"ccode": 2, "name": "USA"}],
        Kind.TERMINATION: {"dates": [{"date": "1941"}]},
        Kind.DATE: "1941-07",
        Kind.PEOPLE: ["A B", "C D"],
        Kind.CHOICES: list(question.labels)[:2],
        Kind.TEXT: None,
    }
    value = usual.get(question.kind, next(iter(question.labels), None))
    return make_answer(question, {"value": value, "details": "Words.", "states": [2], "wars": [139]})


def test_each_kind_has_an_editor():
    assert set(EDITORS) == set(Kind)


@QUESTIONS
def test_a_new_editor_is_blank_and_of_its_kind(qtbot, theme, question):
    editor = make_editor(question, theme)
    qtbot.addWidget(editor)
    assert isinstance(editor, EDITORS[question.kind])
    assert editor.answer() == BLANK


@SAMPLED
def test_what_was_set_is_what_comes_back(open_editor, number):
    opened = open_editor(number)

    @given(answers(FORM.question(number)))
    @settings(max_examples=12)
    def check(answer):
        opened.editor.set_answer(answer)
        assert opened.editor.answer() == answer
        opened.editor.commit()
        assert (opened.editor.answer(), opened.emitted) == (answer, [])

    check()


@SAMPLED
def test_loading_shows_the_answer_and_tells_nobody(open_editor, number):
    opened = open_editor(number, sample(number))
    opened.editor.set_answer(BLANK)
    opened.editor.set_answer(sample(number))
    assert (opened.editor.answer(), opened.emitted) == (sample(number), [])


def told_while_filled(opened: Opened, question: Question) -> list[str]:
    """What an editor tells while a program fills it in every way there is."""
    told: list[str] = []
    opened.editor.edited.connect(lambda _answer: told.append("edited"))
    opened.editor.typing.connect(lambda: told.append("typing"))
    problem = Problem(question.number, "bad", Severity.ERROR, "Bad. Mend it.", {})
    for answer in (filled(question), BLANK, filled(question)):
        opened.editor.set_answer(answer)
        opened.editor.set_context(opened.editor.context)
        opened.editor.set_problems((problem,))
        opened.editor.set_problems(())
    return told


@QUESTIONS
def test_the_guard_keeps_an_editor_quiet_while_it_is_filled(open_editor, question):
    opened = open_editor(question.number)
    assert told_while_filled(opened, question) == []
    opened.editor.commit()
    assert opened.emitted == []


def test_nothing_but_the_guard_does_so(open_editor, monkeypatch):
    opened, question = open_editor(18), FORM.question(18)
    monkeypatch.setattr(opened.editor, "_quietly", nullcontext)
    assert "typing" in told_while_filled(opened, question)


@QUESTIONS
def test_an_edit_is_told_with_its_answer(open_editor, question):
    opened = open_editor(question.number)
    opened.editor.insert_words("Words.")
    assert opened.emitted == [opened.editor.answer()]


@QUESTIONS
def test_going_through_all_fields_changes_nothing(open_editor, question):
    opened = open_editor(question.number, filled(question))
    for field in opened.editor.focusable():
        field.setFocus(Qt.FocusReason.TabFocusReason)
    opened.editor.window().setFocus()
    assert (opened.editor.answer(), opened.emitted) == (filled(question), [])


@SAMPLED
def test_going_through_the_fields_of_an_odd_answer_changes_nothing(open_editor, number):
    opened = open_editor(number)

    @given(answers(FORM.question(number)))
    @settings(max_examples=8)
    def check(answer):
        opened.editor.set_answer(answer)
        for field in opened.editor.focusable():
            field.setFocus(Qt.FocusReason.TabFocusReason)
        opened.editor.window().setFocus()
        assert (opened.editor.answer(), opened.emitted) == (answer, [])

    check()


def wheel(widget: QWidget) -> None:
    for steps in (120, -120):
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(),
            QPoint(0, steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)


@QUESTIONS
def test_the_wheel_changes_no_answer(open_editor, question):
    opened = open_editor(question.number, filled(question))
    for widget in everything_in(opened.editor):
        wheel(widget)
    assert (opened.editor.answer(), opened.emitted) == (filled(question), [])


@QUESTIONS
@pytest.mark.parametrize("full", [False, True], ids=["blank", "filled"])
def test_each_field_has_a_name_and_a_description_for_screen_readers(open_editor, question, full):
    editor = open_editor(question.number, filled(question) if full else None).editor
    fields = editor.focusable()
    assert fields
    for field in fields:
        assert field.accessibleName().startswith(f"{question.number} {question.short}")
        assert question.prompt in field.accessibleDescription()


@QUESTIONS
def test_two_fields_of_an_editor_never_have_the_same_name(open_editor, question):
    editor = open_editor(question.number, filled(question)).editor
    names = [field.accessibleName() for field in editor.focusable()]
    assert len(names) == len(set(names))


@QUESTIONS
def test_labels_show_plain_text(open_editor, question):
    editor = open_editor(question.number, filled(question)).editor
    assert {label.textFormat() for label in editor.findChildren(QLabel)} <= {Qt.TextFormat.PlainText}
    assert not any(field.acceptRichText() for field in editor.findChildren(QTextEdit))


@QUESTIONS
@pytest.mark.parametrize("full", [False, True], ids=["blank", "filled"])
def test_tab_goes_in_reading_order(open_editor, question, full):
    editor = open_editor(question.number)
    if full:  # what comes late has its place too
        editor.editor.set_answer(filled(question))
    QApplication.processEvents()
    seen = [field for field in editor.editor.focusable() if field.isVisible()]
    places = [field.mapTo(editor.editor, field.rect().center()) for field in seen]
    for before, after in pairwise(places):
        assert after.y() > before.y() + 8 or (abs(after.y() - before.y()) <= 8 and after.x() > before.x())


@QUESTIONS
def test_undo_is_left_to_the_window(open_editor, question):
    editor = open_editor(question.number, filled(question)).editor
    for field in (*editor.findChildren(QLineEdit), *editor.findChildren(QTextEdit)):
        for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress):
            event = QKeyEvent(kind, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            event.ignore()
            QApplication.sendEvent(field, event)
            assert not event.isAccepted()
    assert editor.answer() == filled(question)


@QUESTIONS
def test_a_problem_is_heard_before_the_prompt(open_editor, question):
    editor = open_editor(question.number, filled(question)).editor
    problem = Problem(question.number, "any", Severity.WARNING, "Look at this.", {"ccode": 2})
    editor.set_problems([problem])
    assert all(field.accessibleDescription().startswith("Look at this.") for field in editor.focusable())
    editor.set_problems([])
    assert not any("Look at this." in field.accessibleDescription() for field in editor.focusable())


@QUESTIONS
def test_a_status_can_be_set_exactly_where_the_question_allows_it(open_editor, question):
    for status in (Status.NOT_APPLICABLE, Status.UNKNOWN):
        opened = open_editor(question.number, filled(question))
        assert opened.editor.set_status(status) == (status in question.statuses)
        if status in question.statuses:
            assert opened.editor.answer().status == status
            assert opened.editor.answer().details == filled(question).details
            assert len(opened.emitted) == 1
        else:
            assert opened.emitted == []


@SAMPLED
def test_no_choice_of_a_person_loses_a_word(open_editor, number):
    opened = open_editor(number)
    allowed = FORM.question(number).statuses

    @given(answers(FORM.question(number)), st.sampled_from(allowed))
    @settings(max_examples=8)
    def check(answer, status):
        opened.editor.set_answer(answer)
        opened.editor.set_status(status)
        after = opened.editor.answer()
        assert after.details == answer.details
        assert (after.states, after.wars, after.alliances) == (answer.states, answer.wars, answer.alliances)

    check()


@SAMPLED
def test_a_word_more_in_the_description_changes_nothing_else(open_editor, number):
    opened = open_editor(number)

    @given(answers(FORM.question(number)))
    @settings(max_examples=8)
    def check(answer):
        opened.editor.set_answer(answer)
        opened.editor.focus_description()
        field = opened.editor.findChildren(Description)[0]
        field.moveCursor(QTextCursor.MoveOperation.End)
        field.insert_words("\nMore.")
        after = opened.editor.answer()
        assert after.details == "\n\n".join((*answer.paragraphs, "More."))
        assert after.value == answer.value

    check()


@QUESTIONS
def test_clearing_takes_the_value_and_asked_again_the_description(open_editor, question):
    opened = open_editor(question.number, filled(question))
    if question.kind != Kind.TEXT:
        assert opened.editor.set_status(Status.BLANK)
        after = opened.editor.answer()
        assert (after.value, after.details) == (None, "Words.")
    assert opened.editor.set_status(Status.BLANK)
    assert opened.editor.answer() == BLANK


@QUESTIONS
def test_the_cursor_goes_to_a_field_of_the_editor(open_editor, question):
    editor = open_editor(question.number).editor
    editor.focus_first()
    assert editor.isAncestorOf(editor.window().focusWidget())


@SAMPLED
def test_a_zoom_and_another_scheme_leave_the_answer_alone(open_editor, theme, number):
    opened = open_editor(number, sample(number))
    heights = opened.editor.sizeHint().height()
    theme.set_zoom(200)
    theme.set_dark(True)
    QApplication.processEvents()
    assert opened.editor.sizeHint().height() > heights
    assert (opened.editor.answer(), opened.emitted) == (sample(number), [])


@QUESTIONS
def test_words_put_in_from_a_panel_go_into_the_description(open_editor, question):
    opened = open_editor(question.number)
    opened.editor.insert_words("Words from the original.")
    assert opened.editor.answer().details == "Words from the original."
    assert len(opened.emitted) == 1


@pytest.mark.parametrize("number", [2, 5, 6, 15, 19])
def test_the_answer_that_a_question_does_not_take_is_shown_and_marked(open_editor, number):
    question = FORM.question(number)
    status = next(
        s for s in (Status.UNKNOWN, Status.NOT_APPLICABLE) if s not in question.statuses or number in (5, 15)
    )
    answer = make_answer(question, {"status": status})
    editor = open_editor(number, answer).editor
    assert editor.bar.chosen == (f":{status}",)
    assert editor.answer() == answer
