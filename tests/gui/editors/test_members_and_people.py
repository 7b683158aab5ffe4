"""Members and names: lists that are typed with suggestions, pasted, moved and thinned out by keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from atop_coder.checks.problem import Problem, Severity
from atop_coder.gui.editors.members_model import NAME, NOTE, STATE, YEARS
from atop_coder.gui.editors.members_text import parse_members_text, read_member, state_suggestions
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.suggestion_list import Suggestion
from atop_coder.gui.widgets.symbols import State
from atop_coder.sheet import BLANK, Answer, Member
from tests.gui.editors.conftest import sample

MEMBERS = tuple(Member(ccode=code, name=name) for code, name in ((200, "UK"), (365, "USSR"), (2, "USA")))
THREE = Answer(value=MEMBERS)


def codes(opened):
    return [member.ccode for member in opened.editor.answer().value or ()]


def enter(field, text):
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("703 Kyrgyzstan", 703, "Kyrgyzstan"),
        ("Kazakhstan (705)", 705, "Kazakhstan"),
        ("002 United States", 2, "United States"),
        ("255 - Germany", 255, "Germany"),
        ("USSR (365)", 365, "USSR"),
        ("255", 255, "Germany"),
        ("  belgium ", 211, "Belgium"),
        ("Sardinia (325)", 325, "Sardinia"),
    ],
)
def test_a_member_is_read_in_every_usual_way(context, text, code, name):
    assert read_member(text, context).member == Member(ccode=code, name=name)


@pytest.mark.parametrize("text", ["557", "999 Atlantis", "Germny", "Atlantis"])
def test_what_is_no_state_is_refused_with_a_reason(context, text):
    read = read_member(text, context)
    assert read.member is None
    assert read.reason


def test_the_nearest_states_are_named(context):
    assert 255 in {state.ccode for state in read_member("Germny", context).nearest}
    assert len(read_member("557", context).nearest) == 3


def test_a_list_is_read_line_by_line_and_within_lines(context):
    text = "703 Kyrgyzstan\r\nKazakhstan (705); Russia\n200, 220 and Belgium\n"
    assert [read.member and read.member.ccode for read in parse_members_text(text, context)] == [
        703,
        705,
        365,
        200,
        220,
        211,
    ]


def test_a_name_with_a_comma_is_one_state(context):
    reads = parse_members_text("Korea, Republic of", context)
    assert [read.member and read.member.ccode for read in reads] == [732]


def test_suggestions_put_states_in_the_system_on_the_signature_date_first(context):
    found = [int(str(one.data)) for one in state_suggestions("German", context)]
    inside = [context.in_system(context.states.get(code)) for code in found]
    assert inside == sorted(inside, reverse=True)
    assert found[0] == 255


def test_a_suggestion_shows_code_name_and_years(context):
    assert Suggestion("255 Germany", 255, "1816–1945, 1990–") in state_suggestions("255", context)


def test_a_state_is_added_by_its_code(open_editor):
    opened = open_editor(4)
    enter(opened.editor.field, "255")
    assert opened.editor.answer().value == (Member(ccode=255, name="Germany"),)
    assert (opened.editor.field.text(), len(opened.emitted)) == ("", 1)


def test_a_suggestion_is_taken_by_arrow_and_enter(open_editor):
    opened = open_editor(4)
    field = opened.editor.field
    field.setFocus()
    QTest.keyClicks(field, "Belg")
    assert field.popup_shown
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)
    assert codes(opened) == [211]
    assert (field.text(), field.popup_shown) == ("", False)


def test_tab_takes_no_suggestion_even_a_marked_one(open_editor):
    opened = open_editor(4)
    field = opened.editor.field
    field.setFocus()
    QTest.keyClicks(field, "Belg")
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Tab)
    assert not field.popup_shown
    assert QApplication.focusWidget() is not field
    assert (codes(opened), opened.editor.answer().details, field.text()) == ([], "Belg", "Belg")


def test_a_click_takes_a_suggestion_once(open_editor):
    opened = open_editor(4)
    field = opened.editor.field
    QTest.keyClicks(field, "Belg")
    index = field._popup.model().index(0, 0)
    middle = field._popup.visualRect(index).center()
    QTest.mouseClick(field._popup.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert (codes(opened), len(opened.emitted)) == ([211], 1)


def test_tab_comes_from_a_refused_state_to_those_that_are_offered_before_it_leaves_the_question(open_editor):
    opened = open_editor(4)
    after = QLineEdit(opened.page.widget())
    after.show()
    enter(opened.editor.field, "557")
    fields = opened.editor.focusable()
    offers = list(opened.editor.offers.items)
    assert fields[-len(offers) :] == offers
    chain = [opened.editor.field]
    while chain[-1] is not after:
        chain.append(chain[-1].nextInFocusChain())
    assert set(offers) <= set(chain)


def test_a_code_that_is_no_states_is_refused_in_place_and_the_nearest_are_offered(open_editor):
    opened = open_editor(4)
    enter(opened.editor.field, "557")
    assert (codes(opened), opened.editor.answer().details) == ([], "557")
    assert (opened.editor.field.text(), opened.editor.field.wrong) == ("557", True)
    QApplication.processEvents()
    offer = opened.editor.offers.items[0]
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert (len(codes(opened)), opened.editor.answer().details) == (1, "")
    assert (opened.editor.field.text(), opened.editor.field.wrong) == ("", False)


def test_the_refusal_goes_with_the_next_key(open_editor):
    opened = open_editor(4)
    enter(opened.editor.field, "557")
    QTest.keyClick(opened.editor.field, Qt.Key.Key_Backspace)
    assert not opened.editor.field.wrong
    assert opened.editor.reason.isHidden()


def test_a_member_is_not_added_twice(open_editor):
    opened = open_editor(4, THREE)
    enter(opened.editor.field, "365")
    assert (opened.editor.answer(), opened.emitted) == (THREE, [])
    assert opened.editor.reason.isVisible()


def test_a_pasted_list_is_added_as_one_change_and_what_is_no_state_stays(open_editor):
    opened = open_editor(4)
    QApplication.clipboard().setText("703 Kyrgyzstan\nKazakhstan (705)\nAtlantis\n")
    opened.editor.field.setFocus()
    QTest.keyClick(opened.editor.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (codes(opened), len(opened.emitted)) == ([703, 705], 1)
    assert (opened.editor.field.text(), opened.editor.field.wrong) == ("Atlantis", True)


def test_delete_removes_the_marked_member(open_editor):
    opened = open_editor(4, THREE)
    opened.editor.table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(opened.editor.table, Qt.Key.Key_Down)
    QTest.keyClick(opened.editor.table, Qt.Key.Key_Delete)
    assert (codes(opened), len(opened.emitted)) == ([200, 2], 1)
    assert opened.editor.table.marked_rows() == [1]


def test_the_last_member_removed_leaves_a_blank(open_editor):
    opened = open_editor(4, Answer(value=MEMBERS[:1]))
    opened.editor.table.mark_row(0)
    opened.editor.remove_marked()
    assert opened.editor.answer() == BLANK


def test_alt_shift_and_arrows_move_a_member_and_stop_at_the_ends(open_editor):
    opened = open_editor(4, THREE)
    moving = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    opened.editor.table.mark_row(0)
    for _ in range(3):
        QTest.keyClick(opened.editor.table, Qt.Key.Key_Down, moving)
    assert codes(opened) == [365, 2, 200]
    QTest.keyClick(opened.editor.table, Qt.Key.Key_Up, moving)
    assert codes(opened) == [365, 200, 2]
    assert (len(opened.emitted), opened.editor.table.marked_rows()) == (3, [1])


@pytest.mark.parametrize(("column", "part"), [(NAME, "name"), (NOTE, "note")])
def test_name_and_note_are_changed_in_the_table(open_editor, column, part):
    opened = open_editor(4, THREE)
    model = opened.editor.model
    assert model.setData(model.index(1, column), "  as   typed ")
    assert getattr(opened.editor.answer().value[1], part) == "as typed"
    assert opened.editor.answer().value[0] == MEMBERS[0]
    assert len(opened.emitted) == 1


def test_f2_opens_a_field_in_the_table_and_enter_takes_it_over(open_editor):
    opened = open_editor(4, THREE)
    table = opened.editor.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(table, Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName()
    field.selectAll()
    QTest.keyClicks(field, "Britain")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert opened.editor.answer().value[0] == Member(ccode=200, name="Britain")


def test_the_code_and_the_years_cannot_be_changed(open_editor):
    opened = open_editor(4, THREE)
    for column in (0, YEARS):
        assert (
            not opened.editor.model.flags(opened.editor.model.index(0, column)) & Qt.ItemFlag.ItemIsEditable
        )


def test_the_symbol_tells_who_was_in_the_system_on_the_signature_date(open_editor):
    answer = Answer(value=tuple(Member(ccode=code, name="x") for code in (200, 275, 999)))
    model = open_editor(4, answer).editor.model
    assert [model.data(model.index(row, 0), STATE) for row in range(3)] == [
        State.ANSWERED,
        State.WARNING,
        State.ERROR,
    ]


def test_a_problem_marks_the_row_of_its_state(open_editor):
    opened = open_editor(4, THREE)
    opened.editor.set_problems(
        [Problem(4, "name-code-mismatch", Severity.WARNING, "Look.", {"ccode": 365, "name": "USSR"})]
    )
    assert opened.editor.model.data(opened.editor.model.index(1, 0), STATE) == State.WARNING


def test_every_cell_can_be_heard(open_editor):
    model = open_editor(4, sample(4)).editor.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.data(model.index(row, column), Qt.ItemDataRole.AccessibleTextRole)


def test_a_state_from_the_panel_becomes_a_member(open_editor):
    opened = open_editor(4)
    opened.editor.insert_state(220)
    assert codes(opened) == [220]


def test_names_are_typed_one_after_the_other(open_editor):
    opened = open_editor(61)
    enter(opened.editor.field, "Jane  Doe")
    enter(opened.editor.field, "A; B")
    assert opened.editor.answer().value == ("Jane Doe", "A", "B")
    assert len(opened.emitted) == 2


def test_a_name_that_is_left_in_the_line_is_taken(open_editor):
    opened = open_editor(61)
    opened.editor.field.setFocus()
    QTest.keyClicks(opened.editor.field, "Zed")
    opened.editor.field.clearFocus()
    assert opened.editor.answer().value == ("Zed",)


def test_names_used_before_are_suggested_and_tab_does_not_take_them(open_editor):
    opened = open_editor(61, sample(61))
    assert [one.label for one in opened.editor.suggestions("lee")] == ["Lee Min"]
    field = opened.editor.field
    field.setFocus()
    QTest.keyClicks(field, "Lee")
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Tab)
    assert opened.editor.answer().value == ("Jae-eon Lee", "Ashley Leeds", "Lee")


def test_delete_on_a_name_takes_it_out(open_editor):
    opened = open_editor(61, sample(61))
    QTest.keyClick(opened.editor.row.items[0], Qt.Key.Key_Delete)
    assert opened.editor.answer().value == ("Ashley Leeds",)
    assert len(opened.emitted) == 1


def test_a_click_on_the_cross_of_a_name_takes_it_out(open_editor):
    opened = open_editor(61, sample(61))
    chip = opened.editor.row.items[1]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross().center())
    assert opened.editor.answer().value == ("Jae-eon Lee",)


def test_a_name_goes_back_into_the_line_to_be_changed_and_keeps_its_place(open_editor):
    opened = open_editor(61, sample(61))
    QTest.keyClick(opened.editor.row.items[0], Qt.Key.Key_Return)
    assert opened.editor.field.text() == "Jae-eon Lee"
    assert (opened.editor.answer(), opened.emitted) == (sample(61), [])
    opened.editor.field.selectAll()
    enter(opened.editor.field, "J. Lee")
    assert opened.editor.answer().value == ("J. Lee", "Ashley Leeds")
    assert len(opened.emitted) == 1


def test_a_name_taken_into_the_line_and_left_as_it_was_is_no_change(open_editor):
    opened = open_editor(61, sample(61))
    QTest.keyClick(opened.editor.row.items[0], Qt.Key.Key_Return)
    QTest.keyClick(opened.editor.field, Qt.Key.Key_Return)
    assert (opened.editor.answer(), opened.emitted) == (sample(61), [])
    assert opened.editor.row.items[0].isVisible()


def test_a_name_taken_into_the_line_comes_back_when_the_line_is_emptied(open_editor):
    opened = open_editor(61, sample(61))
    QTest.keyClick(opened.editor.row.items[0], Qt.Key.Key_Return)
    QTest.keyClick(opened.editor.field, Qt.Key.Key_Escape)
    opened.editor.field.clearFocus()
    assert (opened.editor.answer(), opened.emitted) == (sample(61), [])
    assert opened.editor.row.items[0].isVisible()


def test_states_that_were_offered_and_are_gone_are_told_of_no_problem(qtbot, open_editor):
    opened = open_editor(4)
    enter(opened.editor.field, "Wonderland")
    assert opened.editor.offers.items
    opened.editor.paste("200")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    opened.editor.set_problems([Problem(4, "odd", Severity.WARNING, "Look again.", {})])
    assert opened.editor.field.accessibleDescription().startswith("Look again.")


def test_a_state_is_known_even_before_the_window_has_read_the_states(open_editor):
    opened = open_editor(4)
    opened.editor.set_context(EditorContext())
    enter(opened.editor.field, "703")
    assert codes(opened) == [703]


def test_an_open_list_passes_the_window_s_keys_on(qtbot, open_editor):
    opened = open_editor(4)
    done = []
    action = QAction("Save", opened.page)
    action.setShortcut("Ctrl+S")
    action.triggered.connect(lambda: done.append(True))
    opened.editor.field.setFocus()
    QTest.keyClicks(opened.editor.field, "uzb")
    assert opened.editor.field.popup_shown
    QTest.keyClick(opened.editor.field._popup, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == [True]
    assert not opened.editor.field.popup_shown
