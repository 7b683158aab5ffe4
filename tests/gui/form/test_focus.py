"""Where the focus goes when what has it vanishes, and what is said while the tables are being read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.gui.app import Program
from atop_coder.gui.editors import EditorContext
from atop_coder.gui.editors.members_model import CHECKING, SYMBOL, YEARS, MembersModel
from atop_coder.gui.widgets.row_list import Row
from atop_coder.gui.widgets.symbols import State
from atop_coder.reference import load_states
from atop_coder.sheet import Member
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL
from tests.gui.test_days import Key, ready

Open = Callable[..., Program]
STRAY = (
    "A stray line before all.\n1. ATOP ID: 5041\n3. Signature date(s): May 1, 1936\n"
    "5. Was the alliance signed during war? No.\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


def test_a_sheet_that_is_opened_has_the_focus(open_window: Open, file: Path, qtbot: QtBot):
    program = open_window(file)
    hands = ready(program, qtbot)
    assert program.form_page.isAncestorOf(hands.field)


def test_a_button_that_goes_with_its_press_hands_the_focus_to_the_form(
    open_window: Open, tmp_path: Path, qtbot: QtBot
):
    path = tmp_path / "old.txt"
    path.write_text(STRAY, encoding="utf-8")
    program = open_window(path)
    hands = ready(program, qtbot)
    hands.go_to(5)
    program.work.panels.show_panel("Original")
    QApplication.processEvents()
    row = next(row for row in program.window.findChildren(Row) if row.chips)
    row.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Key.Key_Space)
    qtbot.waitUntil(lambda: not row.chips[0].isVisible(), timeout=2000)
    assert program.workspace.document is not None
    assert "stray" in program.workspace.document.sheet[5].details
    assert program.form_page.cards[5].isAncestorOf(hands.field)


def test_a_field_that_vanishes_leaves_the_focus_on_its_card(open_window: Open, file: Path, qtbot: QtBot):
    program = open_window(file)
    hands = ready(program, qtbot)
    hands.go_to(11)
    hands.describe("")
    hands.field.hide()
    assert program.form_page.cards[11].isAncestorOf(hands.field)
    assert program.workspace.document is not None
    assert program.workspace.document.current == 11


# Nothing is said before it is known


def members_model(context: EditorContext) -> MembersModel:
    model = MembersModel(lambda: None)
    model.show_members((Member(ccode=255, name="Germany"), Member(ccode=999, name="Nowhere")))
    model.set_context(context)
    return model


@pytest.mark.parametrize("row", [0, 1])
def test_no_member_is_called_wrong_while_the_states_are_being_read(row: int):
    model = members_model(EditorContext())
    assert model.data(model.index(row, YEARS)) == CHECKING
    assert model.state_of(model.members[row]) == State.BLANK
    heard = model.data(model.index(row, SYMBOL), Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith(CHECKING)


def test_what_is_wrong_is_said_as_soon_as_it_is_known():
    model = members_model(EditorContext(states=load_states()))
    assert model.data(model.index(1, YEARS)) == "no COW state code"
    assert model.state_of(model.members[1]) == State.ERROR


def test_a_code_has_no_name_and_no_blame_before_the_states_are_known():
    assert EditorContext().state_label(255) == "255"


def test_problems_are_not_counted_before_the_first_check(open_window: Open, file: Path, qtbot: QtBot):
    program = open_window(file)
    chip = next(chip for name, chip in program.work.outline.chips.items() if name == "Problems")
    assert chip.text() == "Problems"
    assert program.window.status.answered.text().endswith("checking…")
    assert program.workspace.document is not None
    program.workspace.document.check()
    qtbot.waitUntil(lambda: chip.text() != "Problems", timeout=2000)
    assert not program.window.status.answered.text().endswith("checking…")
