"""Notices: one is seen at a time, and no offer is lost under another."""

import pytest
from pytestqt.qtbot import QtBot

from atop_coder.gui.widgets.notices import Notice, Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme


@pytest.fixture
def notices(qtbot: QtBot, theme: Theme) -> Notices:
    area = Notices(theme)
    qtbot.addWidget(area)
    return area


def offer(notices: Notices, text: str = "Put it in?", about: object = None) -> Notice:
    return notices.say(State.NOTE, text, ("Put in", "Not now"), about=about)


def press(notices: Notices, button: str) -> None:
    assert notices.bar is not None
    next(chip for chip in notices.bar.buttons if chip.text() == button).click()


def seen(notices: Notices) -> str:
    return notices.bar.label.text() if notices.bar else ""


def test_nothing_is_seen_before_something_is_said(notices: Notices):
    assert notices.isHidden()
    assert seen(notices) == ""


def test_a_notice_takes_the_place_of_the_one_before(notices: Notices):
    notices.say(State.NOTE, "One")
    notices.say(State.ERROR, "Two")
    assert seen(notices) == "Two"
    press(notices, "Close")
    assert notices.isHidden()


def test_an_offer_waits_under_a_passing_note_and_is_seen_again(notices: Notices, qtbot: QtBot):
    notices._passing.setInterval(10)
    first = offer(notices)
    notices.say(State.ANSWERED, "Written.", passing=True)
    assert seen(notices) == "Written."
    assert first.isHidden()
    qtbot.waitUntil(lambda: seen(notices) == "Put it in?", timeout=1000)
    assert not first.isHidden()


def test_an_offer_is_seen_again_when_the_error_over_it_is_closed(notices: Notices):
    offer(notices)
    notices.say(State.ERROR, "The disk is full.")
    press(notices, "Close")
    assert seen(notices) == "Put it in?"
    answers: list[str] = []
    assert notices.bar is not None
    notices.bar.acted.connect(answers.append)
    press(notices, "Put in")
    assert answers == ["Put in"]
    assert notices.isHidden()


def test_of_two_offers_the_newer_is_answered_first(notices: Notices):
    offer(notices, "First?")
    offer(notices, "Second?")
    assert seen(notices) == "Second?"
    press(notices, "Not now")
    assert seen(notices) == "First?"


def test_what_is_said_about_the_same_thing_replaces_it_also_where_it_waits(notices: Notices):
    offer(notices, "Save elsewhere?", about="save")
    notices.say(State.NOTE, "Read.")
    offer(notices, "Put today in?", about="save")
    press(notices, "Not now")
    assert seen(notices) == ""


def test_what_is_settled_is_withdrawn(notices: Notices):
    notices.show_for(1)
    offer(notices, "Save elsewhere?", about=("save", 1))
    offer(notices, "Compare?", about=("copy", 1))
    notices.withdraw(("save", 1))
    press(notices, "Not now")
    assert notices.isHidden()


def test_a_note_without_a_time_stays_until_it_is_closed(notices: Notices):
    notices.say(State.NOTE, "Passing", passing=True)
    notices.say(State.NOTE, "Here to stay")
    assert not notices._passing.isActive()


def test_all_of_them_can_be_taken_away(notices: Notices):
    offer(notices)
    notices.say(State.NOTE, "Read.")
    notices.clear()
    assert notices.isHidden()
    assert notices.bar is None
