"""The page of an edited workbook: what it says, what keys and mouse do, and that it fits."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.checks import Severity
from atop_coder.folder.workbook import Preview
from atop_coder.gui.folder.results_list import Item
from atop_coder.gui.folder.workbook.change_row import ChangeDelegate, marks_of
from atop_coder.gui.folder.workbook.change_rows import CLASH, NOT_TAKEN, ChangeRow, SheetRow
from atop_coder.gui.folder.workbook.change_selection import Kind
from atop_coder.gui.folder.workbook.detail import (
    CLASH_WORDS,
    IF_TICKED,
    IN_BOOK,
    NO_SHEET_WORDS,
    OPEN,
    OPEN_HERE,
    WITH_TICKED,
    WRITTEN_BESIDE,
    WRITTEN_OVER,
)
from atop_coder.gui.folder.workbook.page import WorkbookPage
from atop_coder.gui.folder.workbook.words import NOT_RECORDED, held_words, nothing_words
from atop_coder.gui.widgets.cards import Chip, Label, MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from tests.gui.folder.workbook.previews import LEFT, LOST, YES_QUOTED, change, changes_in, selection, usual

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened() -> set[Path]:
    """The sheets that are open in tabs."""
    return set()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, opened: set[Path]) -> WorkbookPage:
    page = WorkbookPage(theme, lambda path: path in opened)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_selection(selection())
    return page


def go(page: WorkbookPage, sheet: int, inside: int | None = None) -> None:
    above = page.rows.index(sheet, 0)
    page.list.setCurrentIndex(above if inside is None else page.rows.index(inside, 0, above))


def press(
    page: WorkbookPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(page.list, key, modifier)


def texts(page: WorkbookPage) -> list[str]:
    """All words of the detail."""
    return [label.text() for label in page.detail.widget().findChildren(QLabel)]


def bars(page: WorkbookPage) -> list[tuple[State, str]]:
    return [(bar.state, bar.label.text()) for bar in page.detail.widget().findChildren(MessageBar)]


# what it says


def test_the_head_tells_the_workbook_and_what_it_holds(page: WorkbookPage):
    assert page.title.text() == "Apply edited.xlsx"
    assert page.told.text() == held_words(page.rows.selection)
    assert page.warning.isHidden()


def test_a_workbook_that_tells_no_export_is_warned_of_and_nothing_is_ticked(page: WorkbookPage):
    page.show_selection(selection(usual(recorded=False)))
    assert page.warning.isVisible()
    assert page.warning.label.text() == NOT_RECORDED
    assert not page.apply.isEnabled()


def test_the_filters_are_counted_and_those_of_nothing_are_not_there(page: WorkbookPage):
    assert [page.kinds[kind].text() for kind in Kind] == [
        "All  7",
        "Clashes  1",
        "With new problems  2",
        "Cannot be applied  3",
    ]
    page.show_selection(
        selection(Preview(usual().book, (changes_in("a.txt", change(8, **YES_QUOTED)),), (LOST,)))
    )
    shown = [kind for kind in Kind if page.kinds[kind].isVisible()]
    assert shown == [Kind.ALL, Kind.LEFT]


def test_one_change_needs_no_filter_and_no_button_for_all(page: WorkbookPage):
    page.show_selection(selection(Preview(usual().book, (changes_in("a.txt", change(8, **YES_QUOTED)),))))
    assert not any(chip.isVisible() for chip in (*page.kinds.values(), page.tick_all, page.tick_none))
    assert page.apply.text() == "Apply 1 change to 1 sheet"


def test_a_workbook_that_says_the_same_says_so_and_can_only_be_closed(page: WorkbookPage, qtbot: QtBot):
    page.show_selection(selection(Preview(usual().book, ())))
    assert page.nothing.isVisible()
    assert page.nothing.text() == nothing_words(page.rows.selection)
    assert not page.apply.isVisible()
    assert page.cancel.hasFocus()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.cancel, Qt.Key.Key_Space)


def test_a_list_comes_back_after_a_workbook_that_says_the_same(page: WorkbookPage):
    page.show_selection(selection(Preview(usual().book, ())))
    page.show_selection(selection())
    assert page.list.isVisible()
    assert page.apply.isVisible()


def test_what_goes_on_is_told_with_how_far_it_is(page: WorkbookPage):
    page.show_waiting("Comparing edited.xlsx with the sheets")
    assert not page.list.isVisible()
    page.progress_view.show_progress(3, 8, "compared")
    assert page.progress_view.told.text() == "3 of 8 sheets compared"
    assert (page.progress_view.line.value(), page.progress_view.line.maximum()) == (3, 8)
    assert page.progress_view.line.accessibleName() == page.progress_view.title.text()


def test_a_filter_lists_its_rows_and_goes_to_the_first(page: WorkbookPage):
    page.kinds[Kind.CLASHES].click()
    assert page.rows.rowCount() == 1
    row = page.list.row
    assert isinstance(row, ChangeRow)
    assert row.change.clash
    assert [kind for kind, chip in page.kinds.items() if chip.isChecked()] == [Kind.CLASHES]


def test_where_nothing_listed_can_be_ticked_the_buttons_for_all_are_off(page: WorkbookPage):
    for kind, on in ((Kind.LEFT, False), (Kind.ALL, True)):
        page.kinds[kind].click()
        assert page.tick_all.isEnabled() is on
    page.show_kind(Kind.LEFT)
    page.show_selection(selection())
    assert page.tick_none.isEnabled()


# the detail


def test_the_first_change_is_shown_whole(page: WorkbookPage):
    assert [box.name for box in page.detail.boxes][1] == IN_BOOK
    assert [box.marked.text for box in page.detail.boxes] == [
        "No.",
        "Yes.\n\n“No separate peace shall be made.” (Art. 4)",
    ]
    assert "Edited: Alliances, cell A8 (q08)" in texts(page)


def test_the_answer_that_will_stand_is_marked_in_words(page: WorkbookPage):
    assert [box.isChecked() for box in page.detail.boxes] == [False, True]
    press(page, Qt.Key.Key_Space)
    assert [box.isChecked() for box in page.detail.boxes] == [True, False]
    assert "not taken" in page.detail.boxes[1].accessibleName()


def test_a_click_on_an_answer_takes_it(page: WorkbookPage):
    page.detail.boxes[0].click()
    assert page.rows.selection.sheets[0].ticked == set()
    page.detail.boxes[1].click()
    assert page.rows.selection.sheets[0].ticked == {8}


def test_the_focus_stays_at_an_answer_that_was_taken_by_key(page: WorkbookPage):
    page.detail.boxes[0].setFocus()
    QTest.keyClick(page.detail.boxes[0], Qt.Key.Key_Space)
    assert page.detail.boxes[0].hasFocus()


def test_a_clash_is_explained(page: WorkbookPage):
    go(page, 0, 1)
    assert (State.WARNING, CLASH_WORDS) in bars(page)
    go(page, 0, 0)
    assert bars(page) == []


def test_the_words_that_differ_are_marked(page: WorkbookPage):
    before = changes_in("a.txt").sheet
    edited = change(
        10, before=before, value="yes", details="“The present treaty is concluded for six years.” (Art. 7)"
    )
    page.show_selection(selection(Preview(usual().book, (changes_in("a.txt", edited),))))
    ours, theirs = (box.marked for box in page.detail.boxes)
    assert [ours.text[start:end] for start, end in ours.spans] == ["five"]
    assert [theirs.text[start:end] for start, end in theirs.spans] == ["six"]


def test_the_problems_of_a_change_that_is_not_ticked_are_those_it_would_bring(page: WorkbookPage):
    go(page, 1, 0)
    assert IF_TICKED in texts(page)
    assert bars(page)[0][0] == State.ERROR
    press(page, Qt.Key.Key_Space)
    assert WITH_TICKED in texts(page)


def test_problems_at_other_questions_come_after_and_are_named(page: WorkbookPage):
    go(page, 1, 0)
    words = [text for _, text in bars(page)]
    named = [text.startswith("21 Other assistance in war: ") for text in words]
    assert named.count(True) == 1
    assert not words[0].startswith("3 ")


def test_a_sheet_shows_its_path_its_problems_and_what_becomes_of_it(page: WorkbookPage):
    go(page, 1)
    shown = [text.replace("\u200b", "") for text in texts(page)]
    assert "/sheets/b.txt" in shown
    assert WRITTEN_OVER in shown
    assert WITH_TICKED in shown
    assert bars(page)[-1] == (State.ERROR, f"{LEFT.place}: {LEFT.message}")


def test_a_sheet_s_problems_go_when_its_ticks_go(page: WorkbookPage):
    go(page, 1)
    assert WITH_TICKED in texts(page)
    page.rows.tick(page.rows.index(1, 0), True)
    page.rows.tick(page.rows.index(1, 0), False)
    assert WITH_TICKED not in texts(page)


def test_a_sheet_that_is_no_normalized_one_says_where_it_is_written(page: WorkbookPage):
    one = changes_in("a.docx", change(8, **YES_QUOTED), normalized=False)
    page.show_selection(selection(Preview(usual().book, (one,))))
    go(page, 0)
    assert WRITTEN_BESIDE in texts(page)


def test_a_sheet_that_is_open_says_that_it_stays_unsaved(page: WorkbookPage, opened: set[Path]):
    opened.add(Path("/sheets/a.txt"))
    go(page, 0)
    assert OPEN_HERE in texts(page)
    page.tick_all.click()
    assert page.fate.text() == "1 sheet will be saved; 1 open sheet will be changed and not saved."


def test_a_sheet_that_was_opened_meanwhile_is_told_when_one_comes_back(page: WorkbookPage, opened: set[Path]):
    page.hide()
    opened.add(Path("/sheets/a.txt"))
    page.show()
    assert "open sheet" in page.fate.text()


def test_an_edit_that_cannot_be_taken_over_says_why(page: WorkbookPage):
    go(page, 1, 2)
    assert bars(page) == [(State.ERROR, LEFT.message)]
    assert LEFT.place in texts(page)
    assert not page.detail.boxes


def test_edits_of_no_sheet_say_so(page: WorkbookPage):
    go(page, 3)
    assert NO_SHEET_WORDS in texts(page)
    go(page, 3, 0)
    assert bars(page) == [(State.ERROR, LOST.message)]


def test_all_words_are_plain_text(page: WorkbookPage):
    for sheet in range(4):
        go(page, sheet, 0)
        assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


# ticks and keys


def test_the_button_follows_the_ticks(page: WorkbookPage):
    assert page.apply.text() == "Apply 2 changes to 2 sheets"
    page.tick_all.click()
    assert page.apply.text() == "Apply 4 changes to 2 sheets"
    page.tick_none.click()
    assert not page.apply.isEnabled()


def test_space_ticks_a_change_and_a_whole_sheet(page: WorkbookPage):
    press(page, Qt.Key.Key_Space)
    assert page.rows.selection.sheets[0].ticked == set()
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Space)
    assert page.rows.selection.sheets[0].ticked == {8, 25}
    press(page, Qt.Key.Key_Space)
    assert page.rows.selection.sheets[0].ticked == set()


def test_arrows_walk_through_sheets_and_changes_and_fold_sheets(page: WorkbookPage):
    for _ in range(2):
        press(page, Qt.Key.Key_Down)
    assert isinstance(page.list.row, SheetRow)
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Down)
    row = page.list.row
    assert isinstance(row, SheetRow)
    assert row.name == "ATOP 9003"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_return_apply_what_is_ticked(page: WorkbookPage, qtbot: QtBot, key: Qt.Key):
    with qtbot.waitSignal(page.apply_wanted) as told:
        press(page, key, CONTROL)
    assert told.args is not None
    assert [(one.path.name, set(questions)) for one, questions in told.args[0]] == [
        ("a.txt", {8}),
        ("b.txt", {21}),
    ]


def test_with_nothing_ticked_nothing_is_applied(page: WorkbookPage, qtbot: QtBot):
    page.tick_none.click()
    with qtbot.assertNotEmitted(page.apply_wanted):
        press(page, Qt.Key.Key_Return, CONTROL)


def test_while_something_goes_on_nothing_is_applied(page: WorkbookPage, qtbot: QtBot):
    page.show_waiting("Saving 2 sheets")
    with qtbot.assertNotEmitted(page.apply_wanted):
        QTest.keyClick(page.progress_view.cancel, Qt.Key.Key_Return, CONTROL)


def test_escape_closes_it_from_the_list_and_from_the_progress(page: WorkbookPage, qtbot: QtBot):
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)
    page.show_waiting("Comparing")
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.progress_view.cancel, Qt.Key.Key_Escape)


def test_return_asks_for_the_sheet_at_the_question(page: WorkbookPage, qtbot: QtBot):
    go(page, 0, 1)
    with qtbot.waitSignal(page.place_wanted) as told:
        press(page, Qt.Key.Key_Return)
    assert told.args == [Item("", "", "", Path("/sheets/a.txt"), 25)]


def test_what_belongs_to_no_sheet_opens_none(page: WorkbookPage, qtbot: QtBot):
    go(page, 3, 0)
    with qtbot.assertNotEmitted(page.place_wanted):
        press(page, Qt.Key.Key_Return)


def test_tab_goes_from_the_list_through_the_detail_to_the_buttons(page: WorkbookPage):
    go(page, 0, 1)
    page.list.setFocus()
    order: list[QWidget] = [page.list]
    for _ in range(5):
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
        focus = page.focusWidget()
        assert focus is not None
        order.append(focus)
    assert isinstance(order[1], Chip)
    assert order[1].text() == OPEN
    assert order[2:] == [*page.detail.boxes, page.cancel, page.apply]


# the mouse


def click(page: WorkbookPage, sheet: int, inside: int | None, where: Callable[[QRect], QPoint]) -> None:
    above = page.rows.index(sheet, 0)
    index = above if inside is None else page.rows.index(inside, 0, above)
    spot = where(page.list.visualRect(index))
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def delegate(page: WorkbookPage) -> ChangeDelegate:
    found = page.list.itemDelegate()
    assert isinstance(found, ChangeDelegate)
    return found


def test_a_click_on_a_tick_ticks(page: WorkbookPage):
    row = page.rows.sheets[0].rows[1]
    click(page, 0, 1, lambda rect: delegate(page).tick_rect(rect, row).center())
    assert page.rows.selection.sheets[0].ticked == {8, 25}


def test_a_click_on_the_words_only_chooses_the_row(page: WorkbookPage):
    click(page, 0, 1, QRect.center)
    assert page.rows.selection.sheets[0].ticked == {8}
    row = page.list.row
    assert isinstance(row, ChangeRow)
    assert row.question.number == 25


def test_a_click_on_the_arrow_folds_and_unfolds_a_sheet(page: WorkbookPage):
    for folded in (True, False):
        click(page, 0, None, lambda rect: delegate(page).chevron_rect(rect).center())
        assert page.list.isExpanded(page.rows.index(0, 0)) is not folded


def test_a_click_on_the_tick_of_what_has_none_does_nothing(page: WorkbookPage):
    row = page.rows.sheets[1].rows[2]
    click(page, 1, 2, lambda rect: delegate(page).tick_rect(rect, row).center())
    assert [len(questions) for _, questions in page.rows.selection.chosen] == [1, 1]


# how it looks


def test_the_marks_of_a_row_are_symbols_with_words(page: WorkbookPage):
    first, second, third, _ = page.rows.sheets
    assert marks_of(first.rows[1]) == ((State.WARNING, CLASH),)
    assert marks_of(second.rows[0])[0][0] == State.ERROR
    assert marks_of(third.rows[0]) == ((None, NOT_TAKEN),)
    assert marks_of(second) == ((State.WARNING, f"1 new {Severity.WARNING}"),)
    assert marks_of(page.rows.sheets[3]) == ()


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [420, 800, 1500])
def test_it_is_drawn_in_every_size(page: WorkbookPage, theme: Theme, zoom: int, dark: bool, width: int):
    theme.set_dark(dark)
    theme.set_zoom(zoom)
    page.resize(width, 700)
    for sheet in range(4):
        go(page, sheet, 0)
        assert not page.grab().isNull()
    for box in page.findChildren(Label):
        assert box.font().pixelSize() == theme.font(box.role).pixelSize()


def test_the_detail_stands_beside_the_list_or_below_it(page: WorkbookPage):
    assert page.split.orientation() == Qt.Orientation.Horizontal
    page.resize(700, 700)
    assert page.split.orientation() == Qt.Orientation.Vertical
    assert page.list.width() == page.side.width()


def test_both_answers_stand_under_one_another_where_it_is_narrow(page: WorkbookPage):
    page.resize(460, 800)
    ours, theirs = page.detail.boxes
    assert ours.geometry().bottom() < theirs.geometry().top()
    page.resize(1200, 700)
    ours, theirs = page.detail.boxes
    assert ours.geometry().right() < theirs.geometry().left()


def test_a_long_answer_is_as_high_as_its_words(page: WorkbookPage):
    words = " ".join(["“The Parties shall meet.” (Art. 3)"] * 60)
    one = changes_in("a.txt", change(8, value="yes", details=words))
    page.show_selection(selection(Preview(usual().book, (one,))))
    page.grab()
    marked = page.detail.boxes[1].marked
    assert marked.height() >= marked.heightForWidth(marked.width())


def test_many_changes_make_no_widgets(page: WorkbookPage):
    few = len(page.findChildren(Label)) + len(page.findChildren(MessageBar))
    sheets = tuple(changes_in(f"{n}.txt", change(8, **YES_QUOTED), atop_id=1000 + n) for n in range(60))
    page.show_selection(selection(Preview(usual().book, sheets)))
    page.grab()
    assert len(page.findChildren(Label)) + len(page.findChildren(MessageBar)) <= few + 5
