"""3/4/1936 is one of two days: it is asked which, unless a person has said what stands first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from atop_coder.gui.editors.date_field import DateChoice, DateLine, read_date
from atop_coder.gui.session.editor_context import ASK, DAY_FIRST, MONTH_FIRST
from atop_coder.gui.widgets.buttons import OfferButton
from atop_coder.sheet.dates import day_first

MARCH, APRIL = "1936-03-04", "1936-04-03"


@pytest.mark.parametrize(
    ("order", "text", "iso"),
    [
        (MONTH_FIRST, "3/4/1936", MARCH),
        (DAY_FIRST, "3/4/1936", APRIL),
        (DAY_FIRST, "03-04-1936", APRIL),
        (DAY_FIRST, "3/14/1936", "1936-03-14"),
        (MONTH_FIRST, "14/3/1936", "1936-03-14"),
        (ASK, "14/3/1936", "1936-03-14"),
        (ASK, "7/7/2020", "2020-07-07"),
        (ASK, "3.4.1936", APRIL),
        (ASK, "1936-03-04", MARCH),
        (ASK, "3 April 1936", APRIL),
    ],
)
def test_a_date_is_read_by_the_order_that_was_set(order, text, iso):
    read = read_date(text, order)
    assert read.date is not None
    assert (read.date.iso, read.either) == (iso, ())


@pytest.mark.parametrize(
    "text", ["3/4/1936", "03/04/1936", "3-4-1936", " 3/4/1936. ", "12/1/2000", "1/12/2000"]
)
def test_where_both_are_possible_neither_is_taken_unasked(text):
    read = read_date(text, ASK)
    assert read.date is None
    assert len(read.either) == 2
    assert text.strip() in read.reason


@pytest.mark.parametrize(
    "text", ["", "3/4", "13/4/1936", "4/13/1936", "0/4/1936", "5/5/1936", "3/4/36", "x 3/4/1936"]
)
def test_other_texts_have_one_reading(text):
    assert day_first(text) is None


def offers(opened) -> list[OfferButton]:
    choices = opened.editor.findChildren(DateChoice)
    return [button for one in choices for button in one.findChildren(OfferButton) if button.isVisible()]


def typed(opened, text: str) -> DateLine:
    line: DateLine = next(line for line in opened.editor.findChildren(DateLine) if line.isVisible())
    line.setFocus()
    QTest.keyClicks(line, text)
    return line


@pytest.mark.parametrize("number", [3, 60])
def test_both_dates_are_offered_and_one_is_taken(open_editor, number):
    opened = open_editor(number)
    line = typed(opened, "3/4/1936")
    first, second = offers(opened)
    assert (first.text(), second.text()) == ("March 4, 1936", "April 3, 1936")
    second.click()
    value = opened.editor.answer().value
    date = value[0].date if isinstance(value, tuple) else value
    assert date.iso == APRIL
    assert offers(opened) == []
    assert line.hasFocus()


@pytest.mark.parametrize("mode", ["in_effect", "ended"])
def test_the_end_of_an_alliance_is_asked_about_too(open_editor, mode):
    opened = open_editor(14)
    opened.editor.pick(mode)
    typed(opened, "3/4/1936")
    offers(opened)[0].click()
    value = opened.editor.answer().value
    assert MARCH in [date.iso for date in (value.in_effect_as_of, *(one.date for one in value.dates)) if date]


def test_what_nobody_has_answered_stays_as_it_was_typed_and_is_marked(open_editor):
    opened = open_editor(3)
    line = typed(opened, "3/4/1936")
    QTest.keyClick(line, Qt.Key.Key_Return)
    answer = opened.editor.answer()
    assert (answer.value, answer.details) == (None, "3/4/1936")
    assert line.wrong
    assert len(offers(opened)) == 2


def test_tab_leads_to_the_offers(open_editor):
    opened = open_editor(3)
    line = typed(opened, "3/4/1936")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert offers(opened)[0].hasFocus()


def test_another_order_reads_the_line_anew(open_editor, context):
    opened = open_editor(3)
    line = typed(opened, "3/4/1936")
    opened.editor.set_context(replace(context, date_order=DAY_FIRST))
    assert line.date is not None
    assert (line.date.iso, line.reading, offers(opened)) == (APRIL, "→ April 3, 1936", [])


def test_a_new_row_has_the_order_of_the_others(open_editor, context):
    opened = open_editor(3)
    opened.editor.set_context(replace(context, date_order=MONTH_FIRST))
    opened.editor.rows.more.click()
    assert {line.order for line in opened.editor.findChildren(DateLine)} == {MONTH_FIRST}


def test_the_placeholder_shows_a_date_that_can_be_read(open_editor):
    line = open_editor(3).editor.findChildren(DateLine)[0]
    assert all(read_date(one).date for one in line.placeholderText().split(" or "))
