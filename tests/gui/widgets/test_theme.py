"""Colours follow the system, sizes follow the zoom."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.gui.widgets.colors import DARK, LIGHT
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import ZOOMS, Role, Theme


def test_a_forced_scheme_is_kept(qapp: QApplication):
    assert Theme(dark=True).colors is DARK
    assert Theme(dark=False).colors is LIGHT


def test_without_a_wish_the_systems_scheme_is_taken(qapp: QApplication):
    system_is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert Theme().dark == system_is_dark


def test_a_change_of_the_systems_scheme_is_followed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch):
    theme = Theme()
    monkeypatch.setattr(theme, "_scheme", lambda: DARK if not theme.dark else LIGHT)
    before = theme.dark
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.dark != before


def test_a_forced_scheme_does_not_follow_the_system(qapp: QApplication):
    theme = Theme(dark=False)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.dark


def test_changing_the_scheme_says_so(qtbot: QtBot, qapp: QApplication):
    theme = Theme(dark=False)
    with qtbot.waitSignal(theme.changed, timeout=500):
        theme.set_dark(True)
    assert theme.colors is DARK


def test_the_application_gets_the_schemes_palette(theme: Theme, qapp: QApplication):
    theme.set_dark(True)
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == DARK.ink
    theme.set_dark(False)
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.ink


@pytest.mark.parametrize("role", Role)
def test_every_role_grows_with_the_zoom(theme: Theme, role: Role):
    usual = theme.font(role).pixelSize()
    theme.set_zoom(200)
    assert theme.font(role).pixelSize() == pytest.approx(2 * usual, abs=1)


def test_a_zoomed_application_does_not_make_the_next_theme_larger(theme: Theme):
    usual = theme.font(Role.BODY).pixelSize()
    theme.set_zoom(200)
    assert Theme().font(Role.BODY).pixelSize() == usual


def test_answers_are_larger_than_prompts_and_headings_larger_than_both(theme: Theme):
    sizes = [theme.font(role).pixelSize() for role in (Role.BODY, Role.ANSWER, Role.NUMBER, Role.HEADING)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4


def test_text_is_never_smaller_than_one_can_read_for_hours(theme: Theme):
    assert theme.font(Role.BODY).pixelSize() >= 13


def test_zooming_in_and_out_walks_the_steps(theme: Theme):
    walked = []
    for _ in ZOOMS:
        theme.zoom_in()
        walked.append(theme.zoom)
    assert walked[-1] == 200
    for _ in ZOOMS:
        theme.zoom_out()
    assert theme.zoom == 80


def test_a_zoom_between_two_steps_takes_the_nearer(theme: Theme):
    theme.set_zoom(121)
    assert theme.zoom == 125
    theme.set_zoom(5000)
    assert theme.zoom == 200


def test_lengths_grow_with_the_zoom(theme: Theme):
    usual = theme.px(40)
    theme.set_zoom(200)
    assert theme.px(40) == pytest.approx(2 * usual, abs=1)
    assert theme.px(0) == 0


@pytest.mark.parametrize("state", State)
def test_every_state_has_an_icon(theme: Theme, state: State):
    icon = theme.icon(state)
    assert not icon.isNull()
    assert theme.icon(state) is icon


def test_icons_are_made_anew_for_another_scheme(theme: Theme):
    before = theme.icon(State.ERROR)
    theme.set_dark(True)
    assert theme.icon(State.ERROR) is not before
