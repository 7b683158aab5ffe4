"""Undo as every editor has it: by words, where one types, and with the cursor where the change was."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.form import Status
from atop_coder.gui.app import Program
from atop_coder.gui.editors.description import Description
from atop_coder.gui.widgets.line import LineField
from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL
from tests.gui.test_days import ALT, CTRL, SHIFT, Hands, Key, ready

Open = Callable[..., Program]


@pytest.fixture
def program(open_window: Open, tmp_path: Path) -> Program:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return open_window(path)


@pytest.fixture
def hands(program: Program, qtbot: QtBot) -> Hands:
    return ready(program, qtbot)


def sheet(program: Program) -> Sheet:
    assert program.workspace.document is not None
    return program.workspace.document.sheet


def text(hands: Hands) -> str:
    field = hands.field
    assert isinstance(field, LineField | Description)
    return field.text() if isinstance(field, LineField) else field.details()


# Descriptions


def test_each_undo_takes_a_word_and_redo_brings_it_back(program: Program, hands: Hands):
    hands.go_to(18)
    hands.type("To help\nat once")
    seen = []
    for _ in range(4):
        hands.press(Key.Key_Z, CTRL)
        seen.append(text(hands))
    assert seen == ["To help\nat", "To help", "To", ""]
    for _ in range(4):
        hands.press(Key.Key_Y, CTRL)
    assert sheet(program)[18].details == "To help\n\nat once"


def test_the_cursor_stays_where_the_change_was(program: Program, hands: Hands):
    hands.go_to(18)
    hands.type("one two three")
    field = hands.field
    assert isinstance(field, Description)
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    hands.type("XY")
    hands.press(Key.Key_Z, CTRL)
    assert (text(hands), field.textCursor().position()) == ("one two three", 3)


def test_undo_from_elsewhere_puts_the_cursor_into_the_field_that_it_changes(program: Program, hands: Hands):
    hands.go_to(11)
    hands.describe(" More words.")
    hands.go_to(40)
    hands.press(Key.Key_Z, CTRL)
    assert text(hands).endswith("renounced. More")
    assert isinstance(hands.field, Description)
    assert hands.field.textCursor().position() == len(text(hands))


def test_letters_beyond_the_basic_plane_do_not_shift_the_cursor(program: Program, hands: Hands):
    hands.go_to(18)
    field = hands.field
    assert isinstance(field, Description)
    field.insert_words("𝔄𝔅 x")
    hands.type("y z")
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)
    assert text(hands) == "𝔄𝔅 x"
    assert field.textCursor().atEnd()


# Lines


def test_a_line_is_undone_by_words_before_the_sheet_has_it(program: Program, hands: Hands):
    hands.go_to(3)
    hands.type("12 July 1941")
    seen = []
    for _ in range(3):
        hands.press(Key.Key_Z, CTRL)
        seen.append(text(hands))
    assert seen == ["12 July", "12", "December 25, 2003"]
    assert sheet(program) == SMALL


def test_a_line_that_was_left_is_undone_as_one_step(program: Program, hands: Hands):
    hands.go_to(3)
    hands.type("12 July 1941")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Z, CTRL)
    assert sheet(program) == SMALL
    assert text(hands) == "December 25, 2003"


def test_redo_makes_a_line_again(program: Program, hands: Hands):
    hands.go_to(3)
    hands.type("12 July 1941")
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL | SHIFT)
    hands.press(Key.Key_Tab)
    assert [entry.date.iso for entry in sheet(program).signature_dates] == ["1941-07-12"]


def test_undo_can_be_chosen_as_soon_as_a_line_is_typed_in(program: Program, hands: Hands):
    hands.go_to(3)
    assert not program.actions["undo"].isEnabled()
    hands.type("1")
    assert program.actions["undo"].isEnabled()


def test_mending_a_wrong_line_leaves_no_step_for_each_key(program: Program, hands: Hands):
    hands.go_to(3)
    hands.type("xx")
    hands.press(Key.Key_Return)
    hands.type(" y")
    hands.press(Key.Key_Z, CTRL)
    hands.press(Key.Key_Z, CTRL)
    assert sheet(program) == SMALL


# Choices, and clearing


def test_undo_of_a_choice_moves_the_ring_to_what_holds_again(program: Program, hands: Hands):
    hands.go_to(5)
    hands.press(Key.Key_Y, ALT)
    hands.press(Key.Key_Z, CTRL)
    assert hands.field.accessibleName().endswith(": No")


def test_a_key_that_answers_moves_the_ring_to_what_it_chose(program: Program, hands: Hands):
    hands.go_to(5)
    assert hands.field.accessibleName().endswith(": No")
    hands.press(Key.Key_Y, ALT)
    assert hands.field.accessibleName().endswith(": Yes")


def test_a_choice_of_question_14_keeps_the_ring_and_its_date_is_the_next_stop(program: Program, hands: Hands):
    hands.go_to(14)
    hands.press(Key.Key_Space)
    assert hands.field.accessibleName().endswith("Still in effect as of")
    hands.press(Key.Key_Tab)
    assert isinstance(hands.field, LineField)


def test_clearing_takes_an_invalid_date_and_does_not_jump(program: Program, hands: Hands):
    hands.go_to(14)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Tab)
    hands.type("xx")
    hands.press(Key.Key_Backspace, ALT)
    assert sheet(program)[14].status == Status.BLANK
    assert program.form_page.cards[14].editor.bar.chosen == ()
    assert program.form_page.cards[14].isAncestorOf(hands.field)
    hands.press(Key.Key_Z, CTRL)
    assert "xx" in sheet(program)[14].details


@pytest.mark.parametrize("number", [1, 3, 4, 60, 61])
def test_clearing_takes_what_stands_in_the_field(program: Program, hands: Hands, number: int):
    hands.go_to(number)
    hands.type("999 Nowhere")
    program.answers.clear_answer()
    QApplication.processEvents()
    assert sheet(program)[number].status == Status.BLANK
    assert all(not field.text() for field in program.form_page.cards[number].editor.findChildren(LineField))


# Cursor and selection


@pytest.mark.parametrize("number", [1, 3])
def test_a_key_that_leads_to_a_short_field_marks_all_of_it(program: Program, hands: Hands, number: int):
    hands.go_to(number)
    assert isinstance(hands.field, LineField)
    assert hands.field.selectedText() == hands.field.text() != ""


def test_a_key_that_leads_to_a_text_goes_to_its_end(program: Program, hands: Hands):
    hands.go_to(11)
    hands.describe("")
    assert isinstance(hands.field, Description)
    assert hands.field.textCursor().atEnd()
    assert hands.field.textCursor().position() > 0
    hands.field.moveCursor(QTextCursor.MoveOperation.Start)
    program.form_page.cards[11].editor.bar.stop.setFocus()
    program.form_page.cards[11].editor._description.setFocus(Qt.FocusReason.MouseFocusReason)
    assert hands.field.textCursor().position() == 0
