"""The comparison: both sides in words, chosen by mouse or keys, and nothing decided that a person has to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from atop_coder.compare.sheets import Side, compare
from atop_coder.gui.compare.answer_pair import BLANK_WORDS
from atop_coder.gui.compare.compare_page import ComparePage, Wording
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import Answer
from tests.gui.conftest import FORM, SMALL, answer

WORDING = Wording("Two", "About two.", "Mine", "Theirs", "Save", "All mine", "All theirs", "A", "B", "C")
MINE = SMALL.with_answer(11, answer(11, value="yes", details="“The agreement ends.” (Art. 2)\n\nMine."))
MINE = MINE.with_answer(18, Answer(details="Only mine."))
THEIRS = SMALL.with_answer(11, answer(11, value="yes", details="“The agreement ends.” (Art. 2)\n\nTheirs."))
THEIRS = THEIRS.with_answer(20, Answer(details="<b>Only</b> theirs."))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> ComparePage:
    page = ComparePage(WORDING, compare(MINE, THEIRS, SMALL), FORM, theme)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def decisions(page: ComparePage) -> list[dict[int, Side]]:
    made: list[dict[int, Side]] = []
    page.decided.connect(made.append)
    return made


def test_each_question_that_differs_has_a_card_and_no_other(page: ComparePage):
    assert [card.difference.question for card in page.cards] == [11, 18, 20]


def test_what_one_alone_changed_is_taken_and_the_rest_is_open(page: ComparePage):
    assert page.choices == {18: Side.MINE, 20: Side.THEIRS}
    assert not page.confirm.isEnabled()
    assert [card.note.text() for card in page.cards] == ["C", "A", "B"]


def test_a_blank_answer_says_so_in_words(page: ComparePage):
    assert page.cards[1].boxes[Side.THEIRS].words == (BLANK_WORDS,)


def test_words_that_both_have_are_quiet_and_the_others_are_not(page: ComparePage):
    labels = page.cards[0].boxes[Side.MINE].labels
    assert [label.ink for label in labels] == ["quiet", "quiet", "ink"]


def test_all_words_are_plain_text(page: ComparePage):
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert page.cards[2].boxes[Side.THEIRS].words == ("<b>Only</b> theirs.",)


def test_a_click_takes_a_side_and_the_last_one_lets_it_be_saved(page: ComparePage):
    made = decisions(page)
    page.cards[0].boxes[Side.THEIRS].click()
    assert page.confirm.isEnabled()
    page.confirm.click()
    assert made == [{11: Side.THEIRS, 18: Side.MINE, 20: Side.THEIRS}]


def test_a_second_click_takes_nothing_back(page: ComparePage):
    for _ in range(2):
        page.cards[0].boxes[Side.MINE].click()
    assert page.cards[0].side == Side.MINE


@pytest.mark.parametrize("side", Side)
def test_all_of_one_side_can_be_taken_at_once(page: ComparePage, side: Side):
    made = decisions(page)
    (page.all_mine if side == Side.MINE else page.all_theirs).click()
    page.confirm.click()
    assert made == [{11: side, 18: side, 20: side}]


def test_the_keys_are_enough(page: ComparePage, qtbot: QtBot):
    def press(key: Qt.Key) -> None:
        focus = page.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)

    made = decisions(page)
    assert page.cards[0].boxes[Side.MINE].hasFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    assert page.cards[1].boxes[Side.THEIRS].hasFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return)
    page.confirm.setFocus()
    press(Qt.Key.Key_Return)
    assert made == [{11: Side.THEIRS, 18: Side.THEIRS, 20: Side.MINE}]


def test_escape_decides_nothing(page: ComparePage, qtbot: QtBot):
    made = decisions(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert made == []
    assert not page.isVisible()


def test_return_decides_nothing_while_a_question_is_open(page: ComparePage, qtbot: QtBot):
    made = decisions(page)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert made == []


def test_a_screen_reader_hears_which_side_is_taken(page: ComparePage):
    assert "not taken" in page.cards[0].boxes[Side.MINE].accessibleName()
    page.cards[0].boxes[Side.MINE].click()
    assert "not taken" not in page.cards[0].boxes[Side.MINE].accessibleName()
