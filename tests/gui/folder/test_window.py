"""The folder in the window: its tab, its menu entries, and the way to a place in a sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit

from atop_coder.gui.app import draw
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.folder.page_frame import Part
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.window.main_window import Window
from tests.folder.conftest import write_sheet

Open = Callable[..., Window]


@pytest.fixture
def window(open_window: Open, folder: Path) -> Window:
    """A window on the folder, all sheets read."""
    window = open_window()
    window.open_paths([folder])
    page_of(window).wait()
    return window


def page_of(window: Window) -> FolderPage:
    assert window.folder_page is not None
    return window.folder_page


def tabs(window: Window) -> list[str]:
    return [window.tabs.tabText(place) for place in range(window.tabs.count())]


def trigger(window: Window, name: str) -> None:
    assert window.actions_by_id[name].isEnabled()
    window.actions_by_id[name].trigger()


def test_a_folder_is_shown_as_a_table_and_not_as_many_tabs(window: Window):
    assert window.stack.currentWidget() is page_of(window)
    assert window.documents == []
    assert len(page_of(window).entries) == 5
    assert window.windowTitle().startswith("sheets")


def test_the_menu_opens_a_folder(open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch):
    window = open_window()
    assert not window.actions_by_id["show-folder"].isEnabled()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_given: folder)
    trigger(window, "open-folder")
    page_of(window).wait()
    assert len(page_of(window).entries) == 5
    assert window.settings.recent[0] == folder


def test_a_sheet_opens_in_a_tab_beside_the_folder(window: Window, folder: Path):
    window.open_paths([folder / "a.json"])
    assert tabs(window) == ["ATOP 9001", "Folder sheets"]
    assert window.stack.currentWidget() is window.splitter
    assert window.tabs.isVisible()


def test_one_goes_back_to_the_folder_and_to_the_sheet_again(window: Window, folder: Path):
    window.open_paths([folder / "a.json"])
    trigger(window, "show-folder")
    assert window.stack.currentWidget() is page_of(window)
    assert len(window.documents) == 1
    trigger(window, "next-sheet")
    assert window.document is window.documents[0]
    trigger(window, "next-sheet")
    assert window.document is None
    window.tabs.setCurrentIndex(0)
    assert window.document is window.documents[0]


def test_closing_the_last_sheet_comes_back_to_the_folder(window: Window, folder: Path):
    window.open_paths([folder / "a.json"])
    trigger(window, "close")
    assert window.stack.currentWidget() is page_of(window)


def test_the_folder_can_be_closed(window: Window):
    trigger(window, "close")
    assert window.stack.currentWidget() is window.welcome
    assert not window.has_folder
    assert not window.actions_by_id["search-folder"].isEnabled()


def test_the_folder_s_tab_can_be_closed_while_a_sheet_stays(window: Window, folder: Path):
    window.open_paths([folder / "a.json"])
    window.close_tab(1)
    assert window.document is window.documents[0]
    assert tabs(window) == ["ATOP 9001"]


def test_what_is_chosen_opens(window: Window, folder: Path):
    page_of(window).open_wanted.emit([folder / "a.json", folder / "b.json"])
    assert [document.name for document in window.documents] == ["ATOP 9001", "ATOP 9002"]


def test_a_file_that_is_no_sheet_says_so_over_the_table(window: Window, folder: Path):
    page_of(window).open_wanted.emit([folder / "broken.txt"])
    bar = page_of(window).notices.bar
    assert bar is not None
    assert "broken.txt" in bar.label.text()


def search(window: Window, words: str) -> None:
    trigger(window, "search-folder")
    page = page_of(window)
    assert page.part == Part.SEARCH
    page.search.line.setText(words)
    page.search.search_now()


def test_a_hit_leads_to_its_question_with_the_words_chosen(window: Window):
    search(window, "spring")
    window.show_place(page_of(window).search.list.items.items[0])
    assert window.document is not None
    assert (window.document.name, window.document.current) == ("ATOP 9003", 10)
    fields = window.page.cards[10].findChildren(QTextEdit)
    assert [field.textCursor().selectedText() for field in fields if field.isVisible()][-1:] == ["spring"]


def test_a_hit_in_a_sheet_that_is_open_does_not_open_it_twice(window: Window, folder: Path):
    window.open_paths([folder / "more" / "c.json"])
    search(window, "spring")
    window.show_place(page_of(window).search.list.items.items[0])
    assert len(window.documents) == 1
    assert window.documents[0].current == 10


def test_of_several_folders_the_first_is_shown(open_window: Open, folder: Path, tmp_path: Path):
    write_sheet(tmp_path / "other" / "z.json")
    window = open_window()
    window.open_paths([folder, tmp_path / "other"])
    page_of(window).wait()
    assert page_of(window).folder == folder


def test_closing_the_window_while_a_folder_is_read_waits_for_it(open_window: Open, folder: Path):
    window = open_window()
    window.open_paths([folder])
    assert window.close()
    assert page_of(window).loader.folder is None


def test_a_picture_of_the_window_with_a_folder_can_be_drawn(open_window: Open, folder: Path, tmp_path: Path):
    window = open_window()
    assert draw(window, [folder], tmp_path / "window.png", None) == 0
    assert len(page_of(window).entries) == 5
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")
