"""A folder in the window's page: reading, watching, and what is done with sheets."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atop_coder.folder import scan as scanning
from atop_coder.folder.entry import read_entry
from atop_coder.gui.folder.page import REPLACE, FolderPage, Part
from atop_coder.gui.folder.pictures_page import look_of
from atop_coder.reading import read_sheet
from atop_coder.writing import sheet_to_normalized
from tests.folder.conftest import write_sheet
from tests.gui.folder.conftest import answer_target, choose, finish, look, message_of, press, said, shown

Make = Callable[[], FolderPage]


def test_the_head_tells_the_folder_and_where_it_stands(page: FolderPage):
    assert page.title.text() == "sheets"
    assert page.told.text() == "4 sheets · 2 with errors or warnings · 1 file could not be read"
    assert not page.progress.isVisible()


def test_a_folder_without_a_sheet_is_told(make_page: Make, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    page = make_page()
    page.open(tmp_path / "empty")
    page.wait()
    assert said(page) == message_of("no-sheets-found", file=tmp_path / "empty")


def test_a_folder_that_is_gone_is_told(make_page: Make, tmp_path: Path):
    page = make_page()
    page.open(tmp_path / "gone")
    page.wait()
    assert said(page) == message_of("file-not-found", file=tmp_path / "gone")


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
    assert said(page) == message_of("file-not-found", file=folder)


def test_what_is_chosen_can_be_checked_again(page: FolderPage, monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []

    def watched(path, content):
        read.append(path.name)
        return read_entry(path, content)

    monkeypatch.setattr(scanning, "read_entry", watched)
    choose(page, "a.json", "b.json")
    page.table.deeds[0].trigger()
    page.wait()
    assert sorted(read) == ["a.json", "b.json"]


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
    assert texts[1:] == [action.text() for action in page.table.deeds]
    assert all(not action.shortcut().isEmpty() for action in page.table.deeds)


# normalizing and exporting


def test_normalized_sheets_are_written_beside_and_shown(page: FolderPage, folder: Path):
    before = (folder / "a.json").read_bytes()
    choose(page, "a.json", "broken.txt")
    page.normalize(page.table.chosen())
    finish(page)
    assert (folder / "ATOP9001.txt").exists()
    assert (folder / "a.json").read_bytes() == before
    assert "1 normalized sheet written, 1 not read" in said(page)
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
    assert "ATOP9001.txt" in said(page)
    press(page, REPLACE)
    finish(page)
    assert read_sheet(edited).sheet == read_sheet(folder / "a.json").sheet


def test_the_chosen_sheets_are_exported(page: FolderPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    answer_target(monkeypatch, tmp_path / "data.csv")
    choose(page, "a.json", "c.json")
    page.table.deeds[2].trigger()
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
    monkeypatch.setattr("atop_coder.gui.folder.search_page.MOST", 2)
    page.search.line.setText("e")
    page.search.search_now()
    assert len(page.search.list.items.items) == 2


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
    answer_target(monkeypatch, tmp_path / "picture")
    page.pictures.save_chip.click()
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
    assert "picture.png" in said(page)


def test_without_matplotlib_the_page_says_what_to_install(page: FolderPage, monkeypatch: pytest.MonkeyPatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr("atop_coder.folder.pictures.import_module", missing)
    page.show_part(Part.PICTURES)
    assert page.pictures.trouble.text() == message_of("pictures-need-matplotlib")
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
