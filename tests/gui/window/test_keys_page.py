"""The page of keys: all of them, and on any screen."""

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.gui.widgets.cards import Label
from atop_coder.gui.widgets.theme import ZOOMS, Theme
from atop_coder.gui.window.actions import key_page
from atop_coder.gui.window.keys_page import FIELDS, LAYOUTS, KeysPage


@pytest.mark.parametrize("layout", LAYOUTS, ids=len)
def test_each_layout_has_every_part_once(layout: tuple[tuple[str, ...], ...]):
    parts = [name for names in layout for name in names]
    assert sorted(parts) == sorted([*(name for name, _ in key_page()), FIELDS])


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_page_is_no_larger_than_the_screen_and_can_be_scrolled(qtbot: QtBot, theme: Theme, zoom: int):
    theme.set_zoom(zoom)
    page = KeysPage(key_page(), theme)
    qtbot.addWidget(page)
    page.show()
    free = page.screen().availableSize()
    assert page.width() <= free.width()
    assert page.height() <= free.height()
    words = {label.text() for label in page.findChildren(Label)}
    assert {what for _, pairs in key_page() for _, what in pairs} <= words
