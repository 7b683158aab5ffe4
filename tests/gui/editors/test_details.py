"""The description: paragraphs, plain text, keys, and codes beside it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from atop_coder.gui.editors.codes_field import code_suggestions, read_codes
from atop_coder.gui.editors.pasted import join_wrapped_lines
from atop_coder.reference.wars import load_wars
from atop_coder.sheet import BLANK, Answer, clean_details, make_answer
from tests.gui.editors.conftest import FORM

LONG = "\n\n".join(
    f"Paragraph {number} “with words” of some length that goes on and on." for number in range(60)
)


def described(opened):
    opened.editor.focus_description()
    return opened.editor._description


def test_what_is_typed_is_told_once_when_it_is_taken_over(open_editor):
    opened = open_editor(18)
    QTest.keyClicks(described(opened), "Art. 4")
    assert opened.emitted == []
    opened.editor.commit()
    assert opened.editor.answer() == Answer(details="Art. 4")
    assert len(opened.emitted) == 1


def test_each_key_tells_that_somebody_types(open_editor, qtbot):
    opened = open_editor(18)
    accessible_text = []
    opened.editor.typing.connect(lambda: accessible_text.append(True))
    QTest.keyClicks(described(opened), "Art. 4")
    assert len(accessible_text) == len("Art. 4")


def test_words_that_a_panel_puts_in_are_told_at_once(open_editor):
    opened = open_editor(18)
    opened.editor.insert_words("Art. 4")
    assert len(opened.emitted) == 1


def test_a_choice_tells_what_was_typed_before_by_itself(open_editor):
    opened = open_editor(10)
    told = []
    opened.editor.edited.connect(lambda: told.append(opened.editor.answer()))
    QTest.keyClicks(described(opened), "Words")
    opened.editor.choose("yes")
    assert [(one.value, one.details) for one in told] == [(None, "Words"), ("yes", "Words")]


def test_enter_begins_a_paragraph(open_editor):
    opened = open_editor(18)
    field = described(opened)
    QTest.keyClicks(field, "One")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "Two")
    assert opened.editor.answer().details == "One\n\nTwo"


def test_paragraphs_are_shown_with_air_between_them_and_no_empty_line(open_editor):
    opened = open_editor(18, Answer(details="One\n\nTwo"))
    document = opened.editor._description.document()
    assert document.blockCount() == 2
    assert document.findBlockByNumber(0).blockFormat().bottomMargin() > 0


def test_typing_in_one_paragraph_keeps_every_character_of_the_others(open_editor):
    odd = "“No\u00a0break” — … ‘single’ №\u202f5 🙂"
    opened = open_editor(18, Answer(details=f"{odd}\n\nTwo"))
    field = described(opened)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, "!")
    assert opened.editor.answer().details == f"{odd}\n\nTwo!"


def test_all_words_taken_out_leave_a_blank(open_editor):
    opened = open_editor(18, Answer(details="One"))
    field = described(opened)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert opened.editor.answer() == BLANK
    assert field.isVisible()


def test_a_description_typed_first_does_not_choose_an_answer(open_editor):
    opened = open_editor(11)
    QTest.keyClicks(described(opened), "x")
    assert opened.editor.answer() == Answer(details="x")
    opened.editor.choose("yes")
    assert opened.editor.answer() == Answer(value="yes", details="x")


def test_pasted_html_comes_in_as_plain_text(open_editor):
    opened = open_editor(18)
    field = described(opened)
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold <i>as typed</i>")
    field.insertFromMimeData(data)
    assert opened.editor.answer().details == "bold <i>as typed</i>"
    assert not field.textCursor().charFormat().font().bold()


def test_a_sheets_text_is_never_read_as_html(open_editor):
    words = "<b>not bold</b> &amp; <img src=x>"
    opened = open_editor(18, Answer(details=words))
    assert opened.editor._description.details() == words


def test_a_picture_cannot_be_pasted(open_editor):
    field = described(open_editor(18))
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    assert not field.canInsertFromMimeData(data)


def test_tab_goes_on_from_the_description(open_editor):
    opened = open_editor(15)
    field = described(opened)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not field
    assert opened.editor.answer() == BLANK


def test_the_field_grows_with_its_text_and_shows_all_of_it(qtbot, open_editor):
    opened = open_editor(18)
    heights = []
    for words in ("", "One line.", LONG[:900], LONG, LONG * 3):
        opened.editor.set_answer(Answer(details=words))
        field = opened.editor._description
        qtbot.waitUntil(lambda field=field: field.height() == field.sizeHint().height())
        heights.append(field.height())
        assert field.verticalScrollBar().maximum() == 0
    assert heights[0] == heights[1] < heights[2] < heights[3] < heights[4]


def test_the_cursor_stays_when_the_same_answer_is_set_again(open_editor):
    opened = open_editor(18)
    field = described(opened)
    QTest.keyClicks(field, "some words")
    QTest.keyClick(field, Qt.Key.Key_Left)
    place = field.textCursor().position()
    opened.editor.set_answer(opened.editor.answer())
    assert field.textCursor().position() == place


@given(st.lists(st.text("ab c.,“”", min_size=1, max_size=90), max_size=8))
def test_lines_are_joined_without_losing_a_word(lines):
    text = "\n".join(lines)
    assert join_wrapped_lines(text).split() == text.split()


def test_lines_wrapped_by_a_page_become_one_paragraph():
    page = (
        "The High Contracting Parties undertake to give one another\nassistance of every sort. They shall."
        "\n\nArticle 2 follows."
    )
    assert clean_details(join_wrapped_lines(page)) == (
        "The High Contracting Parties undertake to give one another assistance of every sort. They shall."
        "\n\nArticle 2 follows."
    )


def test_short_lines_stay_a_list():
    assert join_wrapped_lines("255 Germany\n200 United Kingdom") == "255 Germany\n200 United Kingdom"


@pytest.mark.parametrize(
    ("text", "codes"),
    [("200, 365", (200, 365)), ("002 United States; Russia", (2, 365)), ("", ()), ("200, 200", (200,))],
)
def test_states_are_read_by_code_and_name(context, text, codes):
    found = read_codes("states", text, context)
    assert (found.codes, found.reason) == (codes, "")


def test_a_code_that_is_no_states_is_refused_unless_the_sheet_had_it(context):
    assert read_codes("states", "200, 999", context).codes == (200,)
    assert "999" in read_codes("states", "200, 999", context).reason
    assert read_codes("states", "200, 999", context, held=(999,)).codes == (200, 999)


def test_codes_typed_beside_a_description_are_taken_over_on_leaving(open_editor):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes", "details": "War."}))
    line = opened.editor._codes["wars"].line
    line.setFocus()
    QTest.keyClicks(line, "139")
    assert opened.emitted == []
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert opened.editor.answer().wars == (139,)
    assert len(opened.emitted) == 1


def test_a_wrong_code_stays_in_its_line_and_is_marked(open_editor):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes"}))
    line = opened.editor._codes["states"].line
    QTest.keyClicks(line, "200, Atlantis")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), line.wrong) == ("200, Atlantis", True)
    assert opened.editor.answer().states == (200,)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("World War II", (139,)),
        ("world war ii, 106", (139, 106)),
        ("WWII; the Crimean War", (139, 22)),
        ("Gulf War; Korean War", (211, 151)),
        ("Korean", (151,)),
    ],
)
def test_wars_are_read_by_number_and_name(context, text, codes):
    found = read_codes("wars", text, replace(context, wars=load_wars))
    assert (found.codes, found.reason) == (codes, "")


def test_a_war_of_a_name_that_several_have_is_asked_for(context):
    found = read_codes(
        "wars", "Russo-Turkish", replace(context, wars=load_wars, signed=None, signed_until=None)
    )
    assert found.codes == ()
    assert "several wars" in found.reason
    assert found.words == "Russo-Turkish"


def test_a_name_that_several_states_had_is_not_taken_for_one_of_them(context):
    found = read_codes("states", "Korea", replace(context, signed=None, signed_until=None))
    assert (found.codes, found.words) == ((), "Korea")
    assert "several states" in found.reason


def test_no_war_of_the_list_is_refused_and_kept(context):
    found = read_codes("wars", "War of the Roses", replace(context, wars=load_wars))
    assert (found.codes, found.words) == ((), "War of the Roses")


@pytest.mark.parametrize(
    ("name", "typed", "first"), [("states", "200, Kaz", 705), ("wars", "106; Korea", 151)]
)
def test_the_part_that_is_being_typed_is_completed(context, name, typed, first):
    found = code_suggestions(name, typed, replace(context, wars=load_wars))
    assert found[0].data == first


def test_a_suggestion_takes_the_place_of_what_was_typed(open_editor, context):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes", "details": "War."}))
    opened.editor.set_context(replace(context, wars=load_wars))
    line = opened.editor._codes["wars"].line
    line.setFocus()
    QTest.keyClicks(line, "106, Korea")
    assert line.popup_shown
    QTest.keyClick(line._popup, Qt.Key.Key_Down)
    QTest.keyClick(line._popup, Qt.Key.Key_Return)
    assert line.text() == "106, 151"
    assert opened.editor.answer().wars == (106, 151)


def test_a_state_from_the_panel_goes_into_codes_and_words(open_editor):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes"}))
    opened.editor.insert_state(365)
    assert opened.editor.answer().states == (365,)
    assert "365 Russia" in opened.editor.answer().details


def refuse_a_state(opened):
    field = opened.editor._codes["states"]
    field.line.setFocus()
    QTest.keyClicks(field.line, "200; Ruritania")
    field.line.hide_popup()  # a person's click beside the list does that
    described(opened)
    assert field.line.wrong
    return field


def test_words_that_are_no_state_stay_marked_when_the_rest_of_the_sheet_changes(open_editor, context):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes"}))
    field = refuse_a_state(opened)
    opened.editor.set_context(replace(context, members=(2,)))
    assert field.line.wrong
    assert "Ruritania" in field.reading.text()
    assert opened.editor.answer().states == (200,)


def test_words_that_are_no_state_are_kept_with_the_answer_and_come_back_into_their_line(open_editor):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes", "details": "War."}))
    refuse_a_state(opened)
    kept = opened.editor.answer()
    assert kept.details == "States: Ruritania\n\nWar."
    opened.editor.set_answer(BLANK)
    opened.editor.set_answer(kept)
    field = opened.editor._codes["states"]
    assert (field.line.text(), field.line.wrong) == ("200, Ruritania", True)
    assert opened.editor._description.details() == "War."
    assert opened.editor.answer() == kept


def test_words_that_were_no_state_go_when_they_are_mended(open_editor):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes", "details": "War."}))
    field = refuse_a_state(opened)
    field.line.setFocus()
    field.line.setText("200; ")
    QTest.keyClicks(field.line, "365")
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    answer = opened.editor.answer()
    assert (answer.states, answer.details) == ((200, 365), "War.")


def test_what_was_read_stands_under_the_line_where_the_room_is_narrow(qtbot, open_editor):
    opened = open_editor(5, make_answer(FORM.question(5), {"value": "yes", "states": [200, 365]}))
    field = opened.editor._codes["states"]
    assert field.reading.x() > field.line.geometry().right()
    opened.page.resize(420, 600)
    qtbot.waitUntil(lambda: field.reading.y() > field.line.geometry().bottom(), timeout=2000)
