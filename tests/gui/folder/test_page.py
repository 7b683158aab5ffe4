"""A folder in the window's page: reading, watching, and what is done with sheets."""

import csv
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from atop_coder.folder import scan as scanning
from atop_coder.folder.entry import read_entry
from atop_coder.folder.search import count_answers
from atop_coder.gui.folder.columns import COLUMNS
from atop_coder.gui.folder.loader import NO_FOLDER
from atop_coder.gui.folder.page import REPLACE, FolderPage
from atop_coder.gui.folder.page_frame import Part
from atop_coder.gui.folder.page_words import AWAY, BACK, NO_SHEETS
from atop_coder.gui.folder.pictures_page import look_of
from atop_coder.gui.folder.search_page import HINT
from atop_coder.gui.widgets.symbols import State
from atop_coder.reading import read_sheet, read_sheets
from atop_coder.writing import sheet_to_normalized
from tests.folder.conftest import write_sheet
from tests.gui.folder.conftest import answer_target, choose, finish, look, message_of, press, said, shown

Make = Callable[[], FolderPage]


def test_the_head_tells_the_folder_and_where_it_stands(page: FolderPage):
    assert page.title.text() == "sheets"
    assert page.told.text() == "4 sheets · 2 with errors or warnings · 1 file could not be read"
    assert not page.progress.isVisible()


@pytest.fixture
def empty(make_page: Make, tmp_path: Path) -> FolderPage:
    """The page of a folder without a sheet."""
    (tmp_path / "empty").mkdir()
    page = make_page()
    page.open(tmp_path / "empty")
    page.wait()
    return page


def test_a_folder_without_a_sheet_is_no_error(empty: FolderPage):
    assert said(empty) == ""
    assert empty.told.text() == "no sheets"
    assert empty.table.nothing == NO_SHEETS


def test_a_sheet_that_is_put_into_an_empty_folder_shows_up(empty: FolderPage, tmp_path: Path):
    write_sheet(tmp_path / "empty" / "first.json")
    look(empty)
    assert shown(empty) == ["first.json"]
    assert empty.table.nothing == ""


def test_a_folder_that_is_gone_is_told(make_page: Make, tmp_path: Path):
    page = make_page()
    page.open(tmp_path / "gone")
    page.wait()
    assert said(page) == NO_FOLDER.format(folder=tmp_path / "gone")


def test_the_second_opening_reads_nothing_that_it_knows(
    page: FolderPage, make_page: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    read: list[str] = []

    def watched(path, content):
        read.append(path.name)
        return read_entry(path, content)

    monkeypatch.setattr(scanning, "read_entry", watched)
    again = make_page()
    again.open(folder)
    again.wait()
    assert shown(again) == shown(page)
    assert read == ["broken.txt"]


def test_loading_can_be_cancelled_and_gone_on_with(
    make_page: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    page = make_page()

    def cancelling(path, content):
        page.loader._stop.set()
        return read_entry(path, content)

    monkeypatch.setattr(scanning, "read_entry", cancelling)
    page.open(folder)
    page.wait()
    assert len(page.entries) == 1
    assert "1 of 5" in said(page)
    monkeypatch.setattr(scanning, "read_entry", read_entry)
    press(page, "Go on")
    page.wait()
    assert len(page.entries) == 5


def test_what_was_cancelled_stays_unread_until_the_person_goes_on(
    make_page: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    page = make_page()

    def cancelling(path, content):
        page.loader.cancel()
        return read_entry(path, content)

    monkeypatch.setattr(scanning, "read_entry", cancelling)
    page.open(folder)
    page.wait()
    monkeypatch.setattr(scanning, "read_entry", read_entry)
    look(page)
    assert len(page.entries) == 1
    write_sheet(folder / "new.json", {1: {"value": 9100}})
    look(page)
    assert sorted(shown(page))[1:] == ["new.json"]


def test_another_folder_takes_the_place_of_the_one_before(page: FolderPage, tmp_path: Path):
    write_sheet(tmp_path / "other" / "z.json")
    page.open(tmp_path / "other")
    page.wait()
    assert shown(page) == ["z.json"]
    assert page.title.text() == "other"


# changes in the folder


def test_a_new_file_is_noticed(page: FolderPage, folder: Path):
    write_sheet(folder / "new.json", {1: {"value": 9100}})
    look(page)
    assert "new.json" in shown(page)


def test_a_changed_file_is_read_again(page: FolderPage, folder: Path):
    write_sheet(folder / "a.json", {1: {"value": 9200}})
    look(page)
    assert next(one.summary for one in page.entries if one.path.name == "a.json").atop_id == 9200


def test_a_file_that_is_gone_leaves_the_table(page: FolderPage, folder: Path):
    (folder / "a.json").unlink()
    look(page)
    assert "a.json" not in shown(page)


def test_a_file_that_is_mended_is_a_sheet_again(page: FolderPage, folder: Path):
    sheet = read_sheet(folder / "a.json").sheet
    (folder / "broken.txt").write_text(sheet_to_normalized(sheet), encoding="utf-8")
    look(page)
    assert not any(entry.summary.message for entry in page.entries)


def test_a_folder_that_cannot_be_reached_keeps_its_rows(page: FolderPage, folder: Path):
    folder.rename(folder.with_name("moved"))
    look(page)
    assert len(page.entries) == 5
    assert said(page) == AWAY


def test_that_a_folder_is_away_is_told_once_and_that_it_is_back(page: FolderPage, folder: Path):
    away = folder.rename(folder.with_name("moved"))
    look(page)
    page.notices.say(State.NOTE, "Something else.")
    look(page)
    assert said(page) == "Something else."
    away.rename(folder)
    write_sheet(folder / "new.json", {1: {"value": 9100}})
    look(page)
    assert said(page) == BACK
    assert "new.json" in shown(page)


def test_what_is_chosen_can_be_checked_again(page: FolderPage, monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []

    def watched(path, content):
        read.append(path.name)
        return read_entry(path, content)

    monkeypatch.setattr(scanning, "read_entry", watched)
    choose(page, "a.json", "b.json")
    page.table.folder_actions[0].trigger()
    page.wait()
    assert sorted(read) == ["a.json", "b.json"]
    assert said(page) == "2 sheets checked again: 1 with errors or warnings."


# opening


def test_return_opens_what_is_chosen(page: FolderPage, qtbot: QtBot, folder: Path):
    choose(page, "a.json", "b.json")
    with qtbot.waitSignal(page.open_wanted) as told:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [[folder / "a.json", folder / "b.json"]]


def test_a_double_click_opens(page: FolderPage, qtbot: QtBot, folder: Path):
    spot = page.table.visualRect(page.rows.index(1, 1)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(page.open_wanted) as told:
        QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [[folder / "a.json"]]


def test_the_menu_tells_what_can_be_done_and_by_which_key(page: FolderPage):
    choose(page, "a.json")
    texts = [action.text() for action in page.table.menu().actions() if action.text()]
    assert texts[0] == "Open"
    assert texts[1:] == [*(action.text() for action in page.table.folder_actions), "Sort by"]
    assert all(not action.shortcut().isEmpty() for action in page.table.folder_actions)


def sorting(page: FolderPage) -> list[QAction]:
    """The entries of the menu that sort."""
    choose(page, "a.json")
    menu = page.table.menu().actions()[-1].menu()
    assert isinstance(menu, QMenu)
    return list(menu.actions())


def test_the_menu_sorts_by_every_column_and_turns_the_order_round(page: FolderPage):
    assert [action.text() for action in sorting(page)] == [column.title for column in COLUMNS]
    page.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    up = shown(page)
    sorting(page)[0].trigger()
    assert shown(page) != up
    sorting(page)[2].trigger()
    assert shown(page) == up
    assert [action.isChecked() for action in sorting(page)].index(True) == 2
    sorting(page)[2].trigger()
    assert page.table.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


# normalizing and exporting


def test_normalized_sheets_are_written_beside_and_shown(page: FolderPage, folder: Path):
    before = (folder / "a.json").read_bytes()
    choose(page, "a.json", "broken.txt")
    page.normalize(page.table.chosen())
    finish(page)
    assert (folder / "ATOP9001.txt").exists()
    assert (folder / "a.json").read_bytes() == before
    assert "1 normalized sheet written, 1 could not be normalized" in said(page)
    assert "ATOP9001.txt" in shown(page)


@pytest.fixture
def edited(folder: Path) -> Path:
    """A normalized sheet of the name that `a.json` would get, with other answers."""
    other = folder / "ATOP9001.txt"
    other.write_text(sheet_to_normalized(read_sheet(folder / "b.json").sheet), encoding="utf-8")
    return other


def test_nothing_is_written_over_unless_the_person_says_so(page: FolderPage, folder: Path, edited: Path):
    before = edited.read_bytes()
    page.normalize([folder / "a.json"])
    finish(page)
    assert edited.read_bytes() == before
    assert "ATOP9001.txt already stands there" in said(page)
    press(page, REPLACE)
    finish(page)
    assert read_sheet(edited).sheet == read_sheet(folder / "a.json").sheet


def test_the_chosen_sheets_are_exported(page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    answer_target(monkeypatch, tmp_path / "data.csv")
    choose(page, "a.json", "c.json")
    page.table.folder_actions[2].trigger()
    finish(page)
    assert "2 sheets exported" in said(page)
    with (tmp_path / "data.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["atopid"] for row in csv.DictReader(file)] == ["9001", "9003"]


def test_the_button_exports_what_is_listed(page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    answer_target(monkeypatch, tmp_path / "data.xlsx")
    page.export.click()
    finish(page)
    assert "4 sheets exported" in said(page)
    assert (tmp_path / "data.xlsx").exists()


def test_what_an_export_came_to_stays_to_be_read(
    page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    answer_target(monkeypatch, tmp_path / "data.csv")
    page.export.click()
    assert said(page).startswith("Exporting 4 sheets")
    finish(page)
    assert not page.notices._passing.isActive()


def test_an_export_can_be_cancelled(page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    answer_target(monkeypatch, tmp_path / "data.csv")
    held = Event()

    def read_slowly(path):
        held.wait(5)
        return read_sheets(path)

    monkeypatch.setattr("atop_coder.folder.exporting.read_sheets", read_slowly)
    page.export.click()
    press(page, "Cancel")
    held.set()
    finish(page)
    assert said(page).startswith("Cancelled")
    assert list(tmp_path.glob("data*")) == []


def test_after_a_deed_another_one_can_begin(
    page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("data.odd", "data.csv", "other.csv"):
        answer_target(monkeypatch, tmp_path / name)
        page.export.click()
        finish(page)
    assert (tmp_path / "other.csv").exists()


def test_ids_that_stand_twice_are_told_with_the_export(
    page: FolderPage, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_sheet(folder / "twice.json", {1: {"value": 9001}})
    look(page)
    answer_target(monkeypatch, tmp_path / "data.csv")
    page.export.click()
    finish(page)
    assert "ATOP ID 9001 stands in more than one row" in said(page)


def test_a_dataset_of_no_known_format_is_refused(
    page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    answer_target(monkeypatch, tmp_path / "data.odd")
    page.export.click()
    finish(page)
    assert "data.odd" in said(page)
    assert not (tmp_path / "data.odd").exists()


def test_thinking_better_of_it_writes_nothing(
    page: FolderPage, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    answer_target(monkeypatch, None)
    before = sorted(folder.rglob("*"))
    page.export.click()
    finish(page)
    assert sorted(folder.rglob("*")) == before


# search, across, pictures


def test_a_search_lists_answers_with_their_questions(page: FolderPage, qtbot: QtBot, folder: Path):
    page.show_part(Part.SEARCH)
    page.search.line.setText("parties spring")
    page.search.search_now()
    [item] = page.search.list.items.items
    assert item.head.startswith("ATOP 9003")
    assert (item.path, item.question, item.found) == (folder / "more" / "c.json", 10, "Parties")
    with qtbot.waitSignal(page.place_wanted) as told:
        QTest.keyClick(page.search.list, Qt.Key.Key_Return)
    assert told.args == [item]


def test_a_search_can_keep_to_one_question(page: FolderPage):
    page.search.line.setText("spain")
    page.search.search_now()
    assert len(page.search.list.items.items) == 3
    page.search.questions.setCurrentIndex(page.search.questions.findData(10))
    page.search.search_now()
    assert page.search.list.items.rowCount() == 0


def test_return_goes_from_the_words_to_the_first_answer(page: FolderPage):
    page.activateWindow()
    page.show_part(Part.SEARCH)
    page.search.line.setText("spain")
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    assert page.search.list.currentIndex().row() == 0
    assert page.search.count.text() == "3 answers in 3 sheets."


def test_more_answers_than_anybody_reads_are_cut(page: FolderPage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("atop_coder.gui.folder.search_page.MAX_RESULTS", 2)
    page.search.line.setText("e")
    page.search.search_now()
    assert len(page.search.list.items.items) == 2
    answers, sheets = count_answers(page.entries, "e")
    assert page.search.count.text().startswith(f"{answers} answers in {sheets} sheets; the first 2 are")


def test_answers_are_listed_by_the_ids_of_their_sheets(page: FolderPage):
    page.search.line.setText("spain")
    page.search.search_now()
    names = [item.path.name for item in page.search.list.items.items]
    assert names == ["d.json", "a.json", "b.json"]


def test_a_new_sheet_is_searched_too_and_the_person_stays_at_the_place(page: FolderPage, folder: Path):
    page.show_part(Part.SEARCH)
    page.search.line.setText("spain")
    page.search.search_now()
    page.search.list.setCurrentIndex(page.search.list.items.index(2, 0))
    write_sheet(folder / "new.json", {1: {"value": 8000}})
    look(page)
    page.search._timer.timeout.emit()
    assert [item.path.name for item in page.search.list.items.items][1] == "new.json"
    assert page.search.list.currentIndex().row() == 3


def test_answers_of_sheets_with_one_id_are_told_apart_by_their_files(page: FolderPage, folder: Path):
    write_sheet(folder / "twice.json", {1: {"value": 9001}})
    look(page)
    page.search.line.setText("spain")
    page.search.search_now()
    asides = {item.path.name: item.aside for item in page.search.list.items.items}
    assert asides == {"d.json": "", "a.json": "a.json", "twice.json": "twice.json", "b.json": ""}


def test_a_search_for_nothing_but_quotation_marks_tells_how_to_search(page: FolderPage):
    page.search.line.setText('""')
    page.search.search_now()
    assert page.search.count.text() == HINT


def test_coming_back_to_the_folder_one_is_where_one_was(page: FolderPage):
    page.activateWindow()
    page.show_part(Part.SEARCH)
    page.search.line.setText("spain")
    QTest.keyClick(page.search.line, Qt.Key.Key_Return)
    page.setFocus()
    page.focus_part()
    assert page.search.list.hasFocus()


def test_problems_across_sheets_are_counted_and_listed(page: FolderPage, folder: Path, qtbot: QtBot):
    assert page.chips[Part.ACROSS].text() == str(Part.ACROSS)
    write_sheet(folder / "twice.json", {1: {"value": 9001}, 5: {"value": "yes", "details": "World War I"}})
    look(page)
    assert page.chips[Part.ACROSS].text().endswith("2")
    page.show_part(Part.ACROSS)
    assert [item.path.name for item in page.across.list.items.items] == ["a.json", "twice.json"]
    with qtbot.waitSignal(page.place_wanted) as told:
        QTest.keyClick(page.across.list, Qt.Key.Key_Return)
    assert told.args[0].question == 1


def test_the_pictures_are_drawn_and_saved(page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("matplotlib")
    page.show_part(Part.PICTURES)
    assert not page.pictures.area.pixmap().isNull()
    answer_target(monkeypatch, tmp_path / "picture.png")
    page.pictures.save_chip.click()
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert "picture.png" in said(page)


def test_without_matplotlib_the_page_says_what_to_install(page: FolderPage, monkeypatch: pytest.MonkeyPatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("atop_coder.folder.pictures.import_module", missing)
    page.show_part(Part.PICTURES)
    assert page.pictures.trouble.text() == message_of(
        "pictures-need-matplotlib", python=shlex.quote(sys.executable)
    )
    assert not page.pictures.save_chip.isEnabled()


def test_the_pictures_take_the_colours_of_the_window(page: FolderPage):
    light = look_of(page.theme)
    page.theme.set_dark(True)
    assert look_of(page.theme).ground != light.ground
    page.theme.set_dark(False)


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("part", [Part.SHEETS, Part.SEARCH, Part.ACROSS])
def test_every_part_is_drawn_at_every_size(page: FolderPage, part: Part, zoom: int):
    page.theme.set_zoom(zoom)
    page.show_part(part)
    page.search.line.setText("spain")
    page.search.search_now()
    assert not page.grab().isNull()
    page.theme.set_zoom(100)


def buttons_in_sight(page: FolderPage) -> bool:
    """Whether all buttons above the parts are wholly within their rows, and the rows below one another."""
    QApplication.processEvents()
    chips = (*page.chips.values(), page.export, page.apply)
    return all(chip.parentWidget().rect().contains(chip.geometry()) for chip in chips)


@pytest.mark.parametrize("width", [700, 1024, 1920])
@pytest.mark.parametrize("zoom", [100, 200])
def test_the_buttons_are_all_in_sight_at_every_size(page: FolderPage, width: int, zoom: int):
    page.theme.set_zoom(zoom)
    page.resize(width, 560)
    assert buttons_in_sight(page)
    assert page.table.viewport().height() > 2 * page.table.rowHeight(0)
    page.theme.set_zoom(100)
