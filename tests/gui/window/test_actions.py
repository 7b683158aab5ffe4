"""One table of actions: no key twice, no slot missing, all that the issue promises is there."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QKeyCombination
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from atop_coder.gui.app import Program
from atop_coder.gui.editors.description import Description
from atop_coder.gui.session.workspace import Needs
from atop_coder.gui.widgets.line import KeyLine, LineField, is_undo
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.actions import ACTIONS, MENUS, ActionRow, key_page

PROMISED = {
    "go-to": "Ctrl+G",
    "next-question": "Ctrl+Down",
    "previous-question": "Ctrl+Up",
    "answer-yes": "Alt+Y",
    "answer-no": "Alt+N",
    "answer-na": "Alt+A",
    "answer-unknown": "Alt+U",
    "next-unanswered": "Ctrl+Return",
    "next-problem": "F8",
    "previous-problem": "Shift+F8",
    "open-files": "Ctrl+O",
    "save": "Ctrl+S",
    "save-as": "Ctrl+Shift+S",
    "export-excel": "Ctrl+E",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "find-words": "Ctrl+F",
    "print-sheet": "Ctrl+P",
    "show-keys": "F1",
}
EVERY = pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)


def test_no_id_stands_twice():
    assert max(Counter(row.id for row in ACTIONS).values()) == 1


def test_no_key_does_two_things():
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@EVERY
def test_every_key_is_one_that_qt_knows(row: ActionRow):
    assert all(QKeySequence(key).toString() for key in row.keys)


@EVERY
def test_every_action_has_words_and_a_menu(row: ActionRow):
    assert row.text
    assert row.tip
    assert sum(row in group for groups in MENUS.values() for group in groups) == 1


@EVERY
def test_every_action_is_named_after_its_method(row: ActionRow):
    assert row.does.__name__.replace("_", "-") == row.id


@pytest.mark.parametrize(("name", "key"), PROMISED.items())
def test_the_promised_keys_are_there(name: str, key: str):
    row = next(row for row in ACTIONS if row.id == name)
    assert row.keys[0] == key


@pytest.mark.parametrize("menu", MENUS)
def test_no_letter_is_underlined_twice_in_a_menu(menu: str):
    rows = (row for group in MENUS[menu] for row in group)
    letters = Counter(re.findall(r"&(\w)", " ".join(row.text.lower() for row in rows)))
    assert [letter for letter, times in letters.items() if times > 1] == []


def test_the_keys_that_answer_open_no_menu():
    menus = {re.findall(r"&(\w)", menu)[0].lower() for menu in MENUS}
    assert menus.isdisjoint({"y", "n", "a", "u", "w"})


def test_the_page_of_keys_has_every_key_once():
    shown = Counter(what for _, pairs in key_page() for _, what in pairs)
    assert sum(shown.values()) == sum(bool(row.keys) for row in ACTIONS)


def test_the_menus_hold_the_whole_table(open_window: Callable[..., Program]):
    program = open_window()
    held = {action.objectName() for menu in program.menus.values() for action in menu.actions()}
    assert {row.id for row in ACTIONS} <= held


def test_without_a_sheet_only_what_needs_none_can_be_done(open_window: Callable[..., Program]):
    program = open_window()
    for row in ACTIONS:
        if row.needs != Needs.NOTHING:
            assert not program.actions[row.id].isEnabled(), row.id


@pytest.mark.parametrize("make", [KeyLine, LineField, Description], ids=lambda make: make.__name__)
@EVERY
def test_fields_leave_the_window_s_keys_to_the_window(theme: Theme, row: ActionRow, make: type[QWidget]):
    field = {
        KeyLine: lambda: KeyLine("words"),
        LineField: lambda: LineField(theme),
        Description: lambda: Description(theme, lambda: None),
    }[make]()
    for key in row.keys:
        pressed = QKeySequence(key)
        if make is KeyLine and is_undo(key_event(pressed, QEvent.Type.KeyPress)):
            continue  # a box that is no part of the sheet has an undo of its own
        event = key_event(pressed)
        event.accept()
        QApplication.sendEvent(field, event)
        assert not event.isAccepted(), key


def key_event(pressed: QKeySequence, kind: QEvent.Type = QEvent.Type.ShortcutOverride) -> QKeyEvent:
    together = cast("Sequence[QKeyCombination]", pressed)[0]  # which Qt's own types do not tell
    return QKeyEvent(kind, together.key(), together.keyboardModifiers())
