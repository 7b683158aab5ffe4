"""What a person can set: one row of data each, one page, and it holds at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atop_coder.gui.app import Program
from atop_coder.gui.session.preferences import BY_NAME, LEAVING, MINUTES, PREFERENCES
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.widgets.theme import ZOOMS
from atop_coder.gui.window.preferences_page import PreferencesPage
from atop_coder.reading import read_sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, answer

TYPED = "1. ATOP ID: 5040\n3. Signature date(s): May 1, 1936\n5. Was the alliance signed during war? No.\n"
Open = Callable[..., Program]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def program(open_window: Open, file: Path) -> Program:
    return open_window(file)


def page_of(program: Program) -> PreferencesPage:
    page = PreferencesPage(
        lambda one: program.settings.choice(one.name), program.preferences.put, program.theme, program.window
    )
    page.show()
    return page


# The rows


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda one: one.name)
def test_each_preference_says_what_it_is_and_has_a_default_that_it_can_be(preference):
    assert preference.title
    assert preference.help.endswith(".")
    assert not preference.choices or preference.usual in preference.values


def test_no_preference_and_no_choice_stands_there_twice():
    assert len(BY_NAME) == len(PREFERENCES)
    assert all(len(set(one.values)) == len(one.values) for one in PREFERENCES)


def test_the_sizes_are_those_of_the_theme():
    assert BY_NAME["zoom"].values == tuple(map(str, ZOOMS))


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda one: one.name)
def test_a_value_that_it_cannot_be_is_its_default(tmp_path, preference):
    settings = Settings(tmp_path / "window.ini")
    settings.put(preference.name, "nonsense")
    assert settings.choice(preference.name) == (preference.usual if preference.choices else "nonsense")


# The page


@pytest.mark.parametrize("preference", [one for one in PREFERENCES if one.choices], ids=lambda one: one.name)
def test_every_choice_can_be_made_on_the_page(program, preference):
    page = page_of(program)
    buttons = page.rows[preference.name].buttons
    assert buttons is not None
    assert buttons.chosen == (program.settings.choice(preference.name),)
    for value in preference.values:
        QTest.mouseClick(buttons.segments[value], Qt.MouseButton.LeftButton)
        assert program.settings.choice(preference.name) == value
        assert buttons.chosen == (value,)
    page.reject()


def test_a_choice_is_seen_at_once(program):
    page = page_of(program)
    for name, value in (("theme", "dark"), ("zoom", "150")):
        QTest.mouseClick(page.rows[name].buttons.segments[value], Qt.MouseButton.LeftButton)
    assert program.theme.dark
    assert program.theme.zoom == 150
    page.reject()


def test_each_field_of_the_page_says_what_it_sets(program):
    page = page_of(program)
    for name, row in page.rows.items():
        fields = list(row.buttons.segments.values()) if row.buttons else [row.line]
        assert all(field.accessibleName().startswith(BY_NAME[name].title) for field in fields)
    page.reject()


def test_the_page_is_in_a_menu(program):
    assert program.actions["show-preferences"] in program.menus["&Edit"].actions()


# What they change


def test_a_name_signs_what_is_said_of_the_open_sheets(program):
    page = page_of(program)
    line = page.rows["name"].line
    assert line is not None
    QTest.keyClicks(line, "Ada  Lee")
    assert program.settings.text("name") == "Ada Lee"
    assert program.workspace.document.session.who == "Ada Lee"
    page.reject()


def test_another_order_of_dates_is_told_to_the_open_sheets(program):
    program.preferences.put(BY_NAME["date_order"], "day")
    assert program.workspace.document.context.date_order == "day"


def test_a_sheet_that_is_opened_later_has_the_order_too(program, tmp_path):
    program.preferences.put(BY_NAME["date_order"], "day")
    program.opening.start_sheet(5041, "")
    assert program.workspace.document.context.date_order == "day"


# The first question


def test_the_name_is_asked_for_once(program):
    program.preferences.ask_name()
    bar = program.name_bar
    assert bar.isVisible()
    QTest.keyClicks(bar.line, "Ada Lee")
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert not bar.isVisible()
    assert program.workspace.document.session.who == "Ada Lee"
    program.preferences.ask_name()
    assert not bar.isVisible()


def test_who_does_not_want_to_say_it_is_not_asked_again(program):
    program.preferences.ask_name()
    QTest.keyClick(program.name_bar.line, Qt.Key.Key_Escape)
    program.preferences.ask_name()
    assert not program.name_bar.isVisible()
    assert program.settings.text("name") == ""


# Saving by itself


def changed(program: Program) -> None:
    program.workspace.document.put(12, answer(12, value="yes"))


def saved(file: Path) -> bool:
    return read_sheet(file).sheet[12].value == "yes"


def test_nothing_is_saved_by_itself_unless_somebody_wants_it(program, file):
    changed(program)
    program.autosave.window_left()
    program.autosave.timer.timeout.emit()
    assert not saved(file)


def test_a_sheet_is_saved_when_the_person_turns_to_another_program(program, file):
    program.preferences.put(BY_NAME["autosave"], LEAVING)
    changed(program)
    program.autosave.window_left()
    assert saved(file)
    assert not program.workspace.document.dirty


def test_a_sheet_is_saved_when_the_person_turns_to_another_sheet(program, file):
    program.preferences.put(BY_NAME["autosave"], LEAVING)
    changed(program)
    program.opening.start_sheet(5041, "")
    assert saved(file)


def test_a_sheet_is_saved_every_few_minutes(program, file):
    program.preferences.put(BY_NAME["autosave"], MINUTES)
    changed(program)
    program.autosave.timer.timeout.emit()
    assert saved(file)


def test_a_new_sheet_is_not_saved_by_itself_nor_a_file_of_another_kind(open_window, tmp_path):
    typed = tmp_path / "old.txt"
    typed.write_text(TYPED, encoding="utf-8")
    program = open_window(typed)
    program.preferences.put(BY_NAME["autosave"], MINUTES)
    changed(program)
    before = typed.read_bytes()
    program.autosave.timer.timeout.emit()
    assert typed.read_bytes() == before
    assert program.workspace.document.dirty


def test_what_somebody_else_has_written_is_not_written_over_and_it_is_told_once(program, file):
    program.preferences.put(BY_NAME["autosave"], MINUTES)
    changed(program)
    file.write_text(sheet_to_normalized(SMALL.with_answer(13, answer(13, value=3))), encoding="utf-8")
    program.autosave.timer.timeout.emit()
    assert not saved(file)
    first = program.notices.bar
    assert first is not None
    program.autosave.timer.timeout.emit()
    assert program.notices.bar is first
