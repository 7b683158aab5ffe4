"""The window's width: the form comes first, and a side that is asked for is shown."""

import pytest
from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.splitter_layout import FORM, OUTLINE, PANELS, USUAL, SplitterLayout

OUTLINE_LEAST, PANELS_LEAST = 220, 340


@pytest.fixture
def room(qtbot: QtBot, theme: Theme) -> SplitterLayout:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    splitter.setHandleWidth(1)
    outline, form, panels = QWidget(), QWidget(), QWidget()
    for widget in (outline, form, panels):
        splitter.addWidget(widget)
    least = {OUTLINE: lambda: theme.px(OUTLINE_LEAST), PANELS: lambda: theme.px(PANELS_LEAST)}
    return SplitterLayout(splitter, {OUTLINE: outline, PANELS: panels}, least, theme)


def shown(room: SplitterLayout) -> list[str]:
    return [side for side in (OUTLINE, PANELS) if room.shows(side)]


def show(room: SplitterLayout, width: int) -> list[int]:
    room.splitter.resize(width, 600)
    room.splitter.show()
    room.fit(width)
    return room.splitter.sizes()


def test_a_wide_window_shows_both_sides_in_their_usual_widths(room: SplitterLayout, theme: Theme):
    outline, _, panels = show(room, theme.px(1440))
    assert outline == pytest.approx(theme.px(USUAL[OUTLINE]), abs=3)
    assert panels == pytest.approx(theme.px(USUAL[PANELS]), abs=3)


def test_a_narrower_window_takes_from_the_sides_first(room: SplitterLayout, theme: Theme):
    outline, form, panels = show(room, theme.px(FORM + OUTLINE_LEAST + PANELS_LEAST + 20))
    assert form >= theme.px(FORM) - 4
    assert outline >= theme.px(OUTLINE_LEAST)
    assert panels >= theme.px(PANELS_LEAST)


def test_where_both_do_not_fit_the_panels_go(room: SplitterLayout, theme: Theme):
    show(room, theme.px(FORM + OUTLINE_LEAST + 100))
    assert shown(room) == [OUTLINE]


def test_a_side_that_is_asked_for_takes_the_place_of_the_other(room: SplitterLayout, theme: Theme):
    show(room, theme.px(FORM + PANELS_LEAST + 50))
    room.want(PANELS, True)
    assert shown(room) == [PANELS]
    room.want(OUTLINE, True)
    assert shown(room) == [OUTLINE]


def test_a_side_that_is_asked_for_is_shown_even_where_the_form_gets_little(
    room: SplitterLayout, theme: Theme
):
    show(room, theme.px(FORM))
    assert shown(room) == []
    room.want(PANELS, True)
    assert shown(room) == [PANELS]


def test_a_side_that_nobody_wants_stays_away(room: SplitterLayout, theme: Theme):
    show(room, theme.px(1440))
    room.want(OUTLINE, False)
    assert shown(room) == [PANELS]


def test_zooming_in_and_out_again_gives_the_same_widths(room: SplitterLayout, theme: Theme):
    before = show(room, 1440)
    theme.set_zoom(200)
    room.fit(1440)
    assert shown(room) == [OUTLINE]
    theme.set_zoom(100)
    room.fit(1440)
    assert shown(room) == [OUTLINE, PANELS]
    assert room.splitter.sizes() == before


@pytest.mark.parametrize("width", [0, -5, 10**9])
def test_a_width_that_cannot_be_is_passed_over(room: SplitterLayout, width: int):
    room.take_widths(width, 400)
    assert room.widths == {OUTLINE: USUAL[OUTLINE], PANELS: 400}
