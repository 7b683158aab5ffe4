"""Numbers and dates: typed in any way, read aloud beside, kept as typed where they are wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atop_coder.form import Status
from atop_coder.gui.editors.date_field import read_date
from atop_coder.sheet import BLANK, Answer, DateEntry, PartialDate, Termination, make_answer
from tests.gui.editors.conftest import FORM


def type_in(line, text):
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def enter(line, text):
    type_in(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_number_is_told_on_leaving_and_not_at_each_key(open_editor):
    opened = open_editor(1)
    type_in(opened.editor.line, "5040")
    assert opened.emitted == []
    assert opened.editor.answer().value == 5040  # a save in the middle of typing has it all the same
    QTest.keyClick(opened.editor.line, Qt.Key.Key_Return)
    QTest.keyClick(opened.editor.line, Qt.Key.Key_Return)
    assert [answer.value for answer in opened.emitted] == [5040]


def test_typed_words_are_taken_over_by_commit(open_editor):
    opened = open_editor(1)
    type_in(opened.editor.line, "5040")
    opened.editor.commit()
    opened.editor.commit()
    assert len(opened.emitted) == 1


def test_what_is_no_number_stays_marked_and_is_not_lost(open_editor):
    opened = open_editor(1)
    enter(opened.editor.line, "50a4")
    assert (opened.editor.line.text(), opened.editor.line.wrong) == ("50a4", True)
    assert opened.editor.answer() == Answer(details="50a4")
    assert "50a4" in opened.editor.reason.text()


def test_a_wrong_number_is_mended_at_the_key_that_mends_it(open_editor):
    opened = open_editor(1, Answer(details="50a4"))
    assert opened.editor.line.wrong
    type_in(opened.editor.line, "5")
    assert not opened.editor.line.wrong
    assert opened.emitted == [Answer(value=5)]


def test_words_in_a_field_for_a_number_are_kept_when_a_button_is_pressed(open_editor):
    opened = open_editor(13, Answer(details="Several"))
    assert opened.editor.line.text() == "Several"
    opened.editor.pick("2")
    assert opened.editor.answer() == Answer(value=2, details="Several")


@pytest.mark.parametrize("key", ["0", "1", "2"])
def test_usual_counts_have_buttons(open_editor, key):
    opened = open_editor(13)
    QTest.mouseClick(opened.editor.bar.segments[key], Qt.MouseButton.LeftButton)
    assert (opened.editor.answer().value, opened.editor.bar.chosen) == (int(key), (key,))
    assert opened.editor.line.isHidden()


def test_more_opens_a_line_and_changes_nothing_yet(open_editor):
    opened = open_editor(13)
    QTest.mouseClick(opened.editor.bar.segments["more"], Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is opened.editor.line
    assert opened.emitted == []
    enter(opened.editor.line, "12")
    assert opened.editor.answer().value == 12


def test_a_number_typed_in_place_of_not_applicable_replaces_it(open_editor):
    opened = open_editor(2, Answer(status=Status.NOT_APPLICABLE))
    enter(opened.editor.line, "3042")
    assert opened.editor.answer() == Answer(value=3042)
    assert opened.editor.bar.chosen == ()


def test_a_line_that_is_emptied_leaves_a_blank(open_editor):
    opened = open_editor(1, Answer(value=5040))
    type_in(opened.editor.line, " ")
    opened.editor.commit()
    assert opened.editor.answer() == BLANK


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("12/25/2003", "2003-12-25"),
        ("25 December 2003", "2003-12-25"),
        ("2003-12-25", "2003-12-25"),
        ("Dec 2003", "2003-12"),
        ("2003", "2003"),
        ("12.7.1941", "1941-07-12"),
    ],
)
def test_a_date_is_typed_in_any_usual_way_and_read_beside(open_editor, text, iso):
    opened = open_editor(60)
    enter(opened.editor.field.line, text)
    date = PartialDate.from_iso(iso)
    assert opened.editor.answer().value == date
    assert opened.editor.field.line.text() == text
    assert opened.editor.field.reading.text() == ("" if text == date.words else f"→ {date.words}")


def test_a_wrong_date_stays_as_typed_with_the_reason(open_editor):
    opened = open_editor(60)
    enter(opened.editor.field.line, "February 30, 2018")
    assert (opened.editor.field.line.text(), opened.editor.field.line.wrong) == ("February 30, 2018", True)
    assert opened.editor.field.reading.text() == read_date("February 30, 2018").reason != ""
    assert opened.editor.answer() == Answer(details="February 30, 2018")


def test_a_half_typed_date_is_not_scolded(open_editor):
    opened = open_editor(60)
    type_in(opened.editor.field.line, "12/2")
    assert not opened.editor.field.line.wrong
    assert opened.editor.field.reading.text() == ""


def test_a_wrong_date_comes_back_into_its_line_when_the_sheet_is_opened_again(open_editor):
    opened = open_editor(60, Answer(details="February 30, 2018\n\nMore words."))
    assert opened.editor.field.line.text() == "February 30, 2018"
    assert opened.editor._description.details() == "More words."
    enter(opened.editor.field.line, "February 2018")
    assert opened.editor.answer() == Answer(value=PartialDate(2018, 2), details="More words.")


def test_long_words_in_place_of_a_date_are_the_descriptions(open_editor):
    words = "The day on which this sheet was revised for the last time is not known, though it was 2018."
    opened = open_editor(60, Answer(details=words))
    assert (opened.editor.field.line.text(), opened.editor._description.details()) == ("", words)


def test_dates_are_added_one_by_one(open_editor):
    opened = open_editor(3)
    rows = opened.editor.rows
    enter(rows.rows[0].line, "12 July 1941")
    QTest.mouseClick(rows.more, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is rows.rows[1].line
    enter(rows.rows[1].line, "May 1942")
    enter(rows.rows[1].states, "UK, 365")
    enter(rows.rows[1].note, "by  letter")
    assert opened.editor.answer().value == (
        DateEntry(date=PartialDate(1941, 7, 12)),
        DateEntry(date=PartialDate(1942, 5), states=(200, 365), note="by letter"),
    )
    assert len(opened.emitted) == 4


def test_changing_one_date_leaves_the_others_as_they_were(open_editor):
    odd = {"date": "0005-01", "states": [99999, 2, 2], "note": "a"}
    opened = open_editor(3, make_answer(FORM.question(3), {"value": [odd, {"date": "1941"}]}))
    enter(opened.editor.rows.rows[1].line, "1942")
    assert opened.editor.answer() == make_answer(FORM.question(3), {"value": [odd, {"date": "1942"}]})


def test_a_date_is_taken_away_and_the_last_one_leaves_a_blank(open_editor):
    opened = open_editor(3, make_answer(FORM.question(3), {"value": [{"date": "1941"}, {"date": "1942"}]}))
    QTest.mouseClick(opened.editor.rows.rows[0].remove, Qt.MouseButton.LeftButton)
    assert opened.editor.answer().value == (DateEntry(date=PartialDate(1942)),)
    assert opened.editor.rows.rows[0].remove.isHidden()
    type_in(opened.editor.rows.rows[0].line, " ")
    opened.editor.commit()
    assert opened.editor.answer() == BLANK


def test_a_wrong_date_among_others_keeps_its_words(open_editor):
    opened = open_editor(3, make_answer(FORM.question(3), {"value": [{"date": "1941"}], "details": "Words."}))
    QTest.mouseClick(opened.editor.rows.more, Qt.MouseButton.LeftButton)
    enter(opened.editor.rows.rows[1].line, "May 32, 1942")
    after = opened.editor.answer()
    assert (after.value, after.details) == ((DateEntry(date=PartialDate(1941)),), "May 32, 1942\n\nWords.")
    enter(opened.editor.rows.rows[1].line, "May 31, 1942")
    assert opened.editor.answer().details == "Words."


def test_choosing_how_it_stands_waits_for_the_date(open_editor):
    opened = open_editor(14)
    opened.editor.choose("in_effect")
    assert (opened.emitted, QApplication.focusWidget()) == ([], opened.editor.seen.line)
    enter(opened.editor.seen.line, "4/14/2018")
    assert opened.editor.answer().value == Termination(in_effect_as_of=PartialDate(2018, 4, 14))


def test_changing_over_takes_the_date_along(open_editor):
    opened = open_editor(
        14, make_answer(FORM.question(14), {"value": {"in_effect_as_of": "2018"}, "details": "S."})
    )
    opened.editor.choose("ended")
    ended = Termination(dates=(DateEntry(date=PartialDate(2018)),))
    assert opened.editor.answer() == Answer(value=ended, details="S.")
    assert len(opened.emitted) == 1


def test_a_wrong_termination_date_says_what_it_was_for(open_editor):
    opened = open_editor(14)
    opened.editor.choose("in_effect")
    enter(opened.editor.seen.line, "February 30, 2018")
    assert opened.editor.answer() == Answer(details="Still in effect as of February 30, 2018")
    again = open_editor(14, opened.editor.answer())
    assert (again.editor.bar.chosen, again.editor.seen.line.text()) == (("in_effect",), "February 30, 2018")
    enter(again.editor.seen.line, "February 28, 2018")
    assert again.editor.answer() == Answer(value=Termination(in_effect_as_of=PartialDate(2018, 2, 28)))


def test_the_source_of_a_termination_without_a_date_stays_a_description(open_editor):
    opened = open_editor(14, Answer(details="Smith 2002, 14."))
    assert opened.editor._description.details() == "Smith 2002, 14."
    assert opened.editor.bar.chosen == ()


def test_unknown_keeps_the_words_of_a_wrong_date(open_editor):
    opened = open_editor(14, Answer(details="Ended on some day in 1918"))
    assert opened.editor.set_status(Status.UNKNOWN)
    assert opened.editor.answer() == Answer(status=Status.UNKNOWN, details="Ended on some day in 1918")
