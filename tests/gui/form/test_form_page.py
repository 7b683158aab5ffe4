"""The form page: filling it is no edit, it follows the person, and it is whole soon."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from atop_coder.checks import Severity
from atop_coder.gui.editors.members import MembersEditor
from atop_coder.gui.editors.people import PeopleEditor
from atop_coder.gui.form.form_page import FIRST_CARDS, FormPage
from atop_coder.gui.form.question_card import help_text
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import Sheet
from tests.gui.conftest import FORM, SMALL, Checks, answer, problem

CHECKS = Checks()


@pytest.fixture(scope="module")
def whole(styled: Theme) -> Iterator[FormPage]:
    """A page with all its cards: they take half a second to build."""
    page = FormPage(FORM, styled)
    page.build_all()
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, whole: FormPage, document: Document) -> Iterator[FormPage]:
    """The page with the document, at its beginning, in a window that has the keyboard."""
    whole.resize(900, 700)
    whole.set_document(document)
    whole.verticalScrollBar().setValue(0)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow, timeout=2000)
    yield whole
    if focus := whole.focusWidget():
        focus.clearFocus()
    whole.set_document(None)


def description(page: FormPage, number: int) -> QTextEdit:
    return next(field for field in page.cards[number].findChildren(QTextEdit) if not field.isHidden())


def test_the_first_cards_are_there_at_once_and_the_rest_soon(qtbot: QtBot, theme: Theme, document: Document):
    page = FormPage(FORM, theme)
    qtbot.addWidget(page)
    page.set_document(document)
    page.build_first()
    assert sorted(page.cards) == list(range(1, FIRST_CARDS + 1))
    with qtbot.waitSignal(page.whole, timeout=5000):
        page.show()
    assert sorted(page.cards) == list(range(1, 62))


def test_a_question_that_is_not_there_yet_is_made_when_it_is_wanted(
    qtbot: QtBot, theme: Theme, document: Document
):
    page = FormPage(FORM, theme)
    qtbot.addWidget(page)
    page.set_document(document)
    page.build_first()
    page.go_to(30)
    assert 30 in page.cards
    assert document.current == 30


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_card_shows_number_and_official_prompt(whole: FormPage, question):
    card = whole.cards[question.number]
    assert card.number.text() == str(question.number)
    assert card.prompt.text() == question.prompt
    assert card.prompt.textFormat() == Qt.TextFormat.PlainText


def test_cards_stand_in_order_and_none_covers_another(page: FormPage):
    page.body.arrange()
    bottoms = [page.cards[number].geometry() for number in sorted(page.cards)]
    assert all(above.bottom() < below.top() for above, below in pairwise(bottoms))


def test_filling_the_form_is_no_edit(page: FormPage, document: Document, qtbot: QtBot):
    other = Document(Sheet.empty(), checker=CHECKS)
    with qtbot.assertNotEmitted(document.edit_applied), qtbot.assertNotEmitted(other.edit_applied):
        page.set_document(other)
        page.set_document(document)
    assert not document.dirty
    assert not other.dirty


def test_every_answer_comes_back_from_the_form_unchanged(page: FormPage, document: Document):
    assert {number: card.editor.answer() for number, card in page.cards.items()} == dict(document.sheet)


def test_an_edit_in_a_card_reaches_the_document(page: FormPage, document: Document):
    page.cards[5].editor.choose("yes")
    assert document.sheet[5] == answer(5, value="yes")


def test_an_edit_elsewhere_reaches_the_card(page: FormPage, document: Document):
    document.put(5, answer(5, value="yes"))
    assert page.cards[5].editor.answer().value == "yes"


def test_typing_joins_and_a_choice_stands_alone(qtbot: QtBot, page: FormPage, document: Document):
    page.go_to(10)
    field = description(page, 10)
    field.setFocus()
    qtbot.keyClicks(field, "Now.")
    document.flush_pending()
    assert document.sheet[10].details.endswith("period.Now.")
    page.cards[10].editor.choose("no")
    document.undo()
    assert document.sheet[10].value == "yes"
    assert document.sheet[10].details.endswith("period.Now.")
    document.undo()
    assert document.sheet == SMALL


def test_the_question_with_the_focus_is_the_current_one(qtbot: QtBot, page: FormPage, document: Document):
    description(page, 11).setFocus()
    assert document.current == 11
    assert page.cards[11].current
    assert [number for number, card in page.cards.items() if card.current] == [11]


def test_going_to_a_question_shows_it_and_takes_the_focus(page: FormPage, document: Document):
    page.go_to(58)
    card = page.cards[58]
    seen = page.viewport().rect().translated(0, page.verticalScrollBar().value())
    assert seen.contains(card.geometry().topLeft())
    assert card.isAncestorOf(page.focusWidget())


def test_moving_in_the_outline_does_not_take_the_focus(page: FormPage, document: Document):
    page.go_to(3)
    before = page.focusWidget()
    page.go_to(40, focus=False)
    assert page.focusWidget() is before


def test_problems_stand_under_their_question_and_go_again(page: FormPage, document: Document):
    checks = document.session.shown._check
    assert isinstance(checks, Checks)
    checks.problems = (problem(4), problem(4, "odd", Severity.WARNING), problem(5, "hint", Severity.NOTE))
    document.check()
    assert [bar.bar.state for bar in page.cards[4].bars] == [State.ERROR, State.WARNING]
    assert page.cards[4].bars[0].bar.label.text() == problem(4).message
    checks.problems = ()
    document.check()
    assert page.cards[4].bars == []


def test_what_is_about_the_whole_sheet_stands_on_no_card(page: FormPage, document: Document):
    checks = document.session.shown._check
    assert isinstance(checks, Checks)
    checks.problems = (problem(1, "blank", Severity.NOTE),)
    document.check()
    assert page.cards[1].bars == []


def test_a_warning_is_accepted_with_a_reason_and_reopened(qtbot: QtBot, page: FormPage, document: Document):
    checks = document.session.shown._check
    assert isinstance(checks, Checks)
    checks.problems = (problem(4, "odd", Severity.WARNING),)
    document.check()
    bar = page.cards[4].bars[0]
    qtbot.mouseClick(bar.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert bar.row is not None
    assert not bar.row.accept.isEnabled()
    qtbot.keyClicks(bar.row.line, "The treaty says so.")
    qtbot.keyClick(bar.row.line, Qt.Key.Key_Return)
    assert document.session.reason_for(checks.problems[0]) == "The treaty says so."
    accepted = page.cards[4].bars[0]
    assert accepted.bar.state == State.ACCEPTED
    assert "The treaty says so." in accepted.bar.label.text()
    qtbot.mouseClick(accepted.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert document.session.reason_for(checks.problems[0]) == ""


def test_escape_leaves_a_warning_as_it_is(qtbot: QtBot, page: FormPage, document: Document):
    checks = document.session.shown._check
    assert isinstance(checks, Checks)
    checks.problems = (problem(4, "odd", Severity.WARNING),)
    document.check()
    bar = page.cards[4].bars[0]
    bar.ask_reason()
    assert bar.row is not None
    qtbot.keyClick(bar.row.line, Qt.Key.Key_Escape)
    assert bar.row is None
    assert document.session.reason_for(checks.problems[0]) == ""


def test_errors_and_notes_cannot_be_accepted(page: FormPage, document: Document):
    checks = document.session.shown._check
    assert isinstance(checks, Checks)
    checks.problems = (problem(4), problem(5, "hint", Severity.NOTE))
    document.check()
    assert page.cards[4].bars[0].bar.buttons == ()
    assert page.cards[5].bars[0].bar.buttons == ()


def test_help_comes_and_goes(page: FormPage):
    card = page.cards[4]
    card.toggle_help()
    assert card.help_bar is not None
    assert card.help_bar.label.text() == help_text(card.question)
    card.toggle_help()
    assert card.help_bar.isHidden()


def test_the_column_is_no_wider_than_one_reads(qtbot: QtBot, page: FormPage):
    page.resize(2400, 700)
    assert page.cards[1].width() <= page.theme.px(800)
    assert page.cards[1].x() > 700


def test_a_long_description_makes_its_card_higher(qtbot: QtBot, page: FormPage, document: Document):
    page.go_to(18)
    before = page.cards[18].height()
    document.put(18, answer(18, details="\n\n".join(["A long paragraph of words. " * 12] * 4)))
    qtbot.waitUntil(lambda: page.cards[18].height() > before + 100, timeout=2000)
    assert page.cards[19].y() > page.cards[18].geometry().bottom()


def test_the_cursor_stays_in_sight_while_one_types(qtbot: QtBot, page: FormPage, document: Document):
    page.go_to(18)
    field = description(page, 18)
    field.setFocus()
    for _ in range(40):
        qtbot.keyClicks(field, "words")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    def seen() -> bool:
        spot = field.viewport().mapTo(page.viewport(), field.cursorRect().center())
        return page.viewport().rect().contains(spot)

    qtbot.waitUntil(seen, timeout=2000)


def test_what_was_refused_in_one_sheet_is_not_shown_in_the_next(qtbot: QtBot, page: FormPage):
    editor = page.cards[4].editor
    assert isinstance(editor, MembersEditor)
    editor.paste("200 United Kingdom\nWonderland")
    assert editor.field.text() == "Wonderland"
    first = page.document
    page.set_document(Document(Sheet.empty(), checker=CHECKS))
    assert editor.field.text() == ""
    assert editor.reason.text() == ""
    assert editor.offers.items == ()
    page.set_document(first)
    assert editor.field.text() == "Wonderland"
    assert first.sheet[4].details == "Wonderland"


def test_a_line_that_was_not_left_is_taken_over(qtbot: QtBot, page: FormPage, document: Document):
    page.go_to(61)
    editor = page.cards[61].editor
    assert isinstance(editor, PeopleEditor)
    editor.field.setText("Jae-eon Lee")
    page.commit()
    assert document.sheet[61].value == ("Jae-eon Lee",)


def test_the_focus_stays_in_the_card_when_a_warning_is_accepted(
    qtbot: QtBot, page: FormPage, document: Document
):
    checks = document.session.shown._check
    assert isinstance(checks, Checks)
    checks.problems = (problem(5, "odd", Severity.WARNING),)
    document.check()
    bar = page.cards[5].bars[0]
    bar.ask_reason()
    assert bar.row is not None
    qtbot.keyClicks(bar.row.line, "It is so.")
    qtbot.keyClick(bar.row.line, Qt.Key.Key_Return)
    assert page.cards[5].editor.isAncestorOf(page.focusWidget())


def test_the_wheel_over_the_form_changes_no_answer(qtbot: QtBot, page: FormPage, document: Document):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication, QWidget

    page.go_to(61)
    for number in sorted(page.cards):
        for child in page.cards[number].findChildren(QWidget):
            centre = QPointF(child.rect().center())
            wheel = QWheelEvent(
                centre,
                child.mapToGlobal(centre),
                QPoint(),
                QPoint(0, -240),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(child, wheel)
    assert document.sheet == SMALL


def test_text_of_a_sheet_is_shown_as_text(page: FormPage, document: Document, tmp_path: Path):
    document.put(10, answer(10, value="yes", details="<b>bold</b> & <img src='x'>"))
    assert description(page, 10).toPlainText() == "<b>bold</b> & <img src='x'>"
