"""The tree of changes: what is in it, how ticks go up and down, what is heard."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from atop_coder.gui.folder.workbook.change_rows import CLASH, NO_SHEET, NOT_TAKEN, ChangeRow
from atop_coder.gui.folder.workbook.change_selection import Kind
from atop_coder.gui.folder.workbook.model import CHECKED, ChangesModel
from tests.gui.folder.workbook.previews import selection, usual

ON, OFF, PART = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked


@pytest.fixture
def rows(qtbot: QtBot) -> ChangesModel:
    model = ChangesModel()
    model.show_selection(selection())
    return model


def at(rows: ChangesModel, sheet: int, inside: int | None = None) -> QModelIndex:
    above = rows.index(sheet, 0)
    return above if inside is None else rows.index(inside, 0, above)


def accessible_text(rows: ChangesModel, sheet: int, inside: int | None = None) -> str:
    return str(at(rows, sheet, inside).data(Qt.ItemDataRole.AccessibleTextRole))


def shape(rows: ChangesModel) -> list[int]:
    """How many rows stand under each sheet."""
    return [rows.rowCount(rows.index(place, 0)) for place in range(rows.rowCount())]


def test_the_tree_keeps_qt_s_rules(rows: ChangesModel, qtbot: QtBot):
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for kind in Kind:
        rows.show_kind(kind)
    rows.show_kind(Kind.ALL)
    rows.tick_listed(True)
    assert tester.model() is rows


def test_changes_stand_under_their_sheets_and_what_belongs_to_none_comes_last(rows: ChangesModel):
    assert shape(rows) == [2, 3, 1, 1]
    assert rows.sheets[-1].name == NO_SHEET
    assert rows.parent(at(rows, 1, 2)) == at(rows, 1)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Kind.ALL, [2, 3, 1, 1]), (Kind.CLASHES, [1]), (Kind.PROBLEMS, [2]), (Kind.LEFT, [1, 1, 1])],
)
def test_the_filter_lists_only_its_rows(rows: ChangesModel, kind: Kind, expected: list[int]):
    rows.show_kind(kind)
    assert shape(rows) == expected


def test_a_sheet_s_tick_tells_of_its_changes(rows: ChangesModel):
    assert [at(rows, place).data(CHECKED) for place in range(4)] == [PART, PART, None, None]


def test_a_tick_of_a_change_reaches_its_sheet(rows: ChangesModel, qtbot: QtBot):
    with qtbot.waitSignal(rows.selection_changed):
        assert rows.setData(at(rows, 0, 1), ON, CHECKED)
    assert at(rows, 0).data(CHECKED) == ON
    rows.tick(at(rows, 0, 0), False)
    rows.tick(at(rows, 0, 1), False)
    assert at(rows, 0).data(CHECKED) == OFF


def test_a_sheet_s_tick_reaches_all_its_changes(rows: ChangesModel):
    rows.tick(at(rows, 1), True)
    assert [at(rows, 1, place).data(CHECKED) for place in range(3)] == [ON, ON, None]


def test_what_cannot_be_taken_over_has_no_tick(rows: ChangesModel):
    for place in (at(rows, 1, 2), at(rows, 2), at(rows, 3, 0)):
        assert not rows.flags(place) & Qt.ItemFlag.ItemIsUserCheckable
        assert not rows.tick(place, True)


def test_ticking_all_ticks_what_is_listed_and_nothing_else(rows: ChangesModel):
    rows.tick_listed(False)
    rows.show_kind(Kind.CLASHES)
    rows.tick_listed(True)
    assert rows.selection.chosen == ((rows.selection.sheets[0].one, frozenset({25})),)


def test_a_sheet_s_tick_under_a_filter_leaves_the_others_alone(rows: ChangesModel):
    rows.show_kind(Kind.CLASHES)
    rows.tick(at(rows, 0), True)
    assert rows.selection.sheets[0].ticked == {8, 25}


def test_views_are_told_which_rows_a_tick_changed(rows: ChangesModel):
    told: list[tuple[int, QModelIndex]] = []
    rows.dataChanged.connect(lambda first, last: told.append((last.row() - first.row(), first.parent())))
    rows.tick(at(rows, 0, 1), True)
    assert told == [(0, QModelIndex()), (1, at(rows, 0))]


def test_the_first_row_to_go_to_is_a_change(rows: ChangesModel):
    assert rows.first_change() == at(rows, 0, 0)
    rows.show_kind(Kind.LEFT)
    assert rows.first_change() == at(rows, 0)


def test_each_row_is_heard_whole(rows: ChangesModel):
    assert accessible_text(rows, 0) == "ATOP 9001, 1 of 2 changes"
    assert accessible_text(rows, 0, 0).startswith("8 Adding members. No. becomes Yes. “No separate")
    assert accessible_text(rows, 0, 1).endswith(CLASH)
    assert accessible_text(rows, 1, 0).endswith("new error")
    assert accessible_text(rows, 1, 2).casefold().startswith(NOT_TAKEN)
    assert accessible_text(rows, 3) == f"{NO_SHEET}: 1"


def test_a_sheet_s_row_tells_how_much_is_ticked_and_where_it_is(rows: ChangesModel):
    assert rows.sheets[0].aside == "1 of 2 changes  ·  a.txt"
    rows.tick(at(rows, 0), True)
    assert rows.sheets[0].aside == "2 changes  ·  a.txt"
    assert rows.sheets[2].aside == "1 edit  ·  c.txt"


def test_a_row_keeps_its_words_when_the_filter_changes(rows: ChangesModel):
    first = rows.row_at(at(rows, 0, 1))
    rows.show_kind(Kind.CLASHES)
    assert rows.row_at(at(rows, 0, 0)) is first


def test_words_are_made_only_for_rows_that_are_looked_at(rows: ChangesModel):
    row = rows.row_at(at(rows, 0, 0))
    assert isinstance(row, ChangeRow)
    assert "lines" not in vars(row)
    assert row.lines[0] == "No."
    assert "lines" in vars(row)


def test_another_workbook_takes_the_place_of_the_one_before(rows: ChangesModel):
    rows.show_kind(Kind.LEFT)
    rows.show_selection(selection(usual(recorded=False)))
    assert rows.kind == Kind.ALL
    assert at(rows, 0).data(CHECKED) == OFF
