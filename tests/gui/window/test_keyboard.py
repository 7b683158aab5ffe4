"""What a person without a mouse can do: reach bars, press buttons, close messages, walk tabs and places."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.checks.problem import Severity
from atop_coder.gui.app import Program
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.symbols import State
from tests.gui.conftest import SMALL, Checks, problem

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def program(open_window: Callable[..., Program], qtbot: QtBot, tmp_path: Path) -> Program:
    program = open_window()
    for name in ("5040", "5041"):
        checks = Checks(problem(10, "odd", Severity.WARNING))
        program.workspace.open_sheet(Document(SMALL, tmp_path / f"{name}.txt", checker=checks))
    program.form_page.build_all()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow, timeout=5000)
    program.form_page.go_to(10)
    return program


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifiers)
    QApplication.processEvents()


def focus() -> QWidget:
    field = QApplication.focusWidget()
    assert field is not None
    return field


def said(program: Program) -> str:
    return program.notices.bar.label.text() if program.notices.bar else ""


def test_f6_comes_to_a_notice_and_escape_closes_it_and_goes_back(program: Program):
    program.notices.say(State.NOTE, "Something.")
    for _ in range(4):
        if program.notices.isAncestorOf(focus()):
            break
        press(Key.Key_F6)
    assert program.notices.isAncestorOf(focus())
    press(Key.Key_Escape)
    assert program.notices.bar is None
    assert program.form_page.cards[10].isAncestorOf(focus())


def test_return_presses_the_button_of_a_notice(program: Program):
    pressed: list[str] = []
    bar = program.notices.say(State.NOTE, "Really?", ("Do it", "Not now"))
    bar.acted.connect(pressed.append)
    bar.buttons[0].setFocus()
    press(Key.Key_Return)
    assert pressed == ["Do it"]


def test_escape_in_an_offer_takes_the_harmless_button(program: Program):
    pressed: list[str] = []
    bar = program.notices.say(State.NOTE, "Really?", ("Do it", "Not now"))
    bar.acted.connect(pressed.append)
    bar.buttons[0].setFocus()
    press(Key.Key_Escape)
    assert pressed == ["Not now"]


def test_tab_goes_from_the_answer_to_accept_and_on_into_the_reason(program: Program):
    document = program.workspace.document
    assert document is not None
    document.check()
    document.suspend(None)
    card = program.form_page.cards[10]
    card.editor.focusable()[-1].setFocus()
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is card.bars[0].bar.buttons[0]
    press(Key.Key_Return)
    row = card.bars[0].row
    assert row is not None
    QTest.keyClicks(row.line, "it is so")
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is row.accept


def test_ctrl_tab_walks_the_open_sheets(program: Program):
    documents = program.workspace.documents
    assert program.workspace.document is documents[1]
    press(Key.Key_Tab, CTRL)
    assert program.workspace.document is documents[0]
    program.form_page.focus_current()
    press(Key.Key_Backtab, CTRL | SHIFT)
    assert program.workspace.document is documents[1]


def test_f3_goes_on_to_the_next_place_and_shift_f3_back(program: Program):
    press(Key.Key_F, CTRL)
    QTest.keyClicks(program.work.find_bar.line, "agreement")
    press(Key.Key_F3)
    first = program.work.find_bar.result.text()
    press(Key.Key_F3)
    assert program.work.find_bar.result.text() != first
    press(Key.Key_F3, SHIFT)
    assert program.work.find_bar.result.text() == first


def test_a_notice_of_one_sheet_waits_while_another_is_shown(program: Program):
    document = program.workspace.document
    program.notices.say(State.NOTE, "Put today in?", ("Put in", "Not now"), about=("save", document))
    program.workspace.show_at(0)
    assert said(program) == ""
    program.workspace.show_at(1)
    assert said(program) == "Put today in?"
