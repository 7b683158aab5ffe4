"""The folder in the window: its tab, its menu entries, and the way to a place in a sheet."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTextEdit

from atop_coder.gui.app import Program, draw
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.folder.page_frame import Part
from atop_coder.gui.widgets import dialogs
from atop_coder.reading import read_sheet
from atop_coder.writing import sheet_to_json, sheet_to_normalized
from atop_coder.writing.docx import sheet_to_docx
from tests.folder.conftest import write_sheet
from tests.gui.folder.conftest import answer_target, finish, look

Open = Callable[..., Program]


@pytest.fixture
def program(open_window: Open, folder: Path) -> Program:
    """A window on the folder, all sheets read."""
    program = open_window()
    program.opening.open_paths([folder])
    page_of(program).wait()
    return program


def page_of(program: Program) -> FolderPage:
    assert program.folders.page is not None
    return program.folders.page


def tabs(program: Program) -> list[str]:
    return [program.window.tabs.tabText(place) for place in range(program.window.tabs.count())]


def trigger(program: Program, name: str) -> None:
    assert program.actions[name].isEnabled()
    program.actions[name].trigger()


def test_a_folder_is_shown_as_a_table_and_not_as_many_tabs(program: Program):
    assert program.window.stack.currentWidget() is page_of(program)
    assert program.workspace.documents == []
    assert len(page_of(program).entries) == 5
    assert program.window.windowTitle().startswith("sheets")


def test_the_menu_opens_a_folder(open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch):
    program = open_window()
    assert not program.actions["show-folder"].isEnabled()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_given: folder)
    trigger(program, "open-folder")
    page_of(program).wait()
    assert len(page_of(program).entries) == 5
    assert program.settings.recent[0] == folder


def test_a_sheet_opens_in_a_tab_beside_the_folder(program: Program, folder: Path):
    program.opening.open_paths([folder / "a.json"])
    assert tabs(program) == ["ATOP 9001 · a.json", "Folder sheets"]
    assert program.window.stack.currentWidget() is program.work
    assert program.window.tabs.isVisible()


def test_one_goes_back_to_the_folder_and_to_the_sheet_again(program: Program, folder: Path):
    program.opening.open_paths([folder / "a.json"])
    trigger(program, "show-folder")
    assert program.window.stack.currentWidget() is page_of(program)
    assert len(program.workspace.documents) == 1
    trigger(program, "next-page")
    assert program.workspace.document is program.workspace.documents[0]
    trigger(program, "next-page")
    assert program.workspace.document is None
    program.window.tabs.setCurrentIndex(0)
    assert program.workspace.document is program.workspace.documents[0]


def test_closing_the_last_sheet_comes_back_to_the_folder(program: Program, folder: Path):
    program.opening.open_paths([folder / "a.json"])
    trigger(program, "close-page")
    assert program.window.stack.currentWidget() is page_of(program)


def test_the_folder_can_be_closed(program: Program):
    trigger(program, "close-page")
    assert program.window.stack.currentWidget() is program.window.welcome
    assert not program.folders.is_open
    assert not program.actions["search-folder"].isEnabled()


def test_the_folder_s_tab_can_be_closed_while_a_sheet_stays(program: Program, folder: Path):
    program.opening.open_paths([folder / "a.json"])
    program.closing.close_at(1)
    assert program.workspace.document is program.workspace.documents[0]
    assert tabs(program) == ["ATOP 9001 · a.json"]


def test_what_is_chosen_opens(program: Program, folder: Path):
    page_of(program).open_wanted.emit([folder / "a.json", folder / "b.json"])
    assert [document.name for document in program.workspace.documents] == ["ATOP 9001", "ATOP 9002"]


def test_a_file_that_is_no_sheet_says_so_over_the_table(program: Program, folder: Path):
    page_of(program).open_wanted.emit([folder / "broken.txt"])
    bar = program.notices.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.mapTo(program.window, QPoint()).y() < page_of(program).mapTo(program.window, QPoint()).y()
    assert "broken.txt" in bar.label.text()


def search(program: Program, words: str) -> None:
    trigger(program, "search-folder")
    page = page_of(program)
    assert page.part == Part.SEARCH
    page.search.line.setText(words)
    page.search.search_now()


def test_a_hit_leads_to_its_question_with_the_words_chosen(program: Program):
    search(program, "spring")
    program.folders.show_place(page_of(program).search.list.items.items[0])
    assert program.workspace.document is not None
    assert (program.workspace.document.name, program.workspace.document.current) == ("ATOP 9003", 10)
    fields = program.form_page.cards[10].findChildren(QTextEdit)
    assert [field.textCursor().selectedText() for field in fields if field.isVisible()][-1:] == ["spring"]


def test_a_hit_in_a_sheet_that_is_open_does_not_open_it_twice(program: Program, folder: Path):
    program.opening.open_paths([folder / "more" / "c.json"])
    search(program, "spring")
    program.folders.show_place(page_of(program).search.list.items.items[0])
    assert len(program.workspace.documents) == 1
    assert program.workspace.documents[0].current == 10


def test_of_several_folders_the_first_is_shown(open_window: Open, folder: Path, tmp_path: Path):
    write_sheet(tmp_path / "other" / "z.json")
    program = open_window()
    program.opening.open_paths([folder, tmp_path / "other"])
    page_of(program).wait()
    assert page_of(program).folder == folder


def test_closing_the_window_while_a_folder_is_read_waits_for_it(open_window: Open, folder: Path):
    program = open_window()
    program.opening.open_paths([folder])
    assert program.window.close()
    assert page_of(program).loader.folder is None


def test_a_picture_of_the_window_with_a_folder_can_be_drawn(open_window: Open, folder: Path, tmp_path: Path):
    program = open_window()
    assert draw(program, [folder], tmp_path / "window.png", None) == 0
    assert len(page_of(program).entries) == 5
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")


# One alliance, one row

TYPED = "1. ATOP ID: 9055\n3. Signature date(s): May 1, 1936\n5. Was the alliance signed during war? No.\n"


@pytest.fixture
def typed(open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Program, Path]:
    """A window on a folder with one sheet that was typed."""
    home = tmp_path / "typed"
    home.mkdir()
    (home / "ATOP9055.txt").write_text(TYPED, encoding="utf-8")
    monkeypatch.setattr(dialogs, "ask_target", lambda _w, _t, path, _k: path)
    program = open_window()
    program.settings.put("stamp", "never")
    program.opening.open_paths([home])
    page_of(program).wait()
    return program, home / "ATOP9055.txt"


def save_first(program: Program, source: Path) -> Path:
    program.opening.open_paths([source])
    assert program.saving.save()
    assert program.workspace.document is not None
    assert program.workspace.document.path is not None
    program.folders.show_folder()
    page_of(program).wait()
    path = program.workspace.documents[0].path
    assert path is not None
    return path


def test_the_first_save_of_a_typed_sheet_leaves_one_row_and_the_person_at_it(typed: tuple[Program, Path]):
    program, source = typed
    saved = save_first(program, source)
    page = page_of(program)
    assert [entry.path for entry in page.entries] == [saved]
    current = page.table.current()
    assert current is not None
    assert current.path == saved
    assert page.told.text().startswith("1 sheet")
    assert page.told.text().endswith("1 source left aside")
    assert "made from ATOP9055.txt" in page.detail.text()


def test_who_opens_the_source_again_is_led_to_the_sheet(typed: tuple[Program, Path]):
    program, source = typed
    saved = save_first(program, source)
    program.workspace.show_document(program.workspace.documents[0])
    program.closing.close_page()
    program.opening.open_paths([source])
    bar = program.notices.bar
    assert bar is not None
    assert saved.name in bar.label.text()
    bar.acted.emit("Open it")
    assert program.workspace.document is not None
    assert program.workspace.document.path == saved


def test_a_day_in_a_folder_with_a_source_its_sheet_and_exports(
    typed: tuple[Program, Path], monkeypatch: pytest.MonkeyPatch
):
    program, source = typed
    saved = save_first(program, source)
    sheet = read_sheet(saved).sheet
    saved.with_suffix(".docx").write_bytes(sheet_to_docx(sheet))
    saved.with_suffix(".json").write_text(sheet_to_json(sheet), encoding="utf-8")
    page = page_of(program)
    look(page)
    assert [entry.path for entry in page.entries] == [saved]
    assert page.told.text().endswith("1 source and 2 exports left aside")

    page.show_part(Part.ACROSS)
    assert page.across.found == ()

    target = source.with_name("alliances.csv")
    answer_target(monkeypatch, target)
    page.export.click()
    finish(page)
    assert len(list(csv.reader(io.StringIO(target.read_text(encoding="utf-8"))))) == 2

    source.write_text(TYPED.replace("9055", "9056"), encoding="utf-8")
    look(page)
    assert {entry.path for entry in page.entries} == {saved, source}
    assert saved.read_text(encoding="utf-8") == sheet_to_normalized(sheet)
