"""Which file a sheet is: told where its name alone does not, with the whole path a pointer away."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from atop_coder.gui.app import Program
from atop_coder.gui.window.controllers import open as opening
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL

Open = Callable[..., Program]
TYPED = "1. ATOP ID: 5040\n3. Signature date(s): May 1, 1936\n5. Was the alliance signed during war? No.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


def told(program: Program) -> tuple[str, str, str]:
    """Window title, what the header says of the file, and the tab of the sheet that is shown."""
    tabs = program.window.tabs
    return program.window.windowTitle(), program.window.header.file.text(), tabs.tabText(tabs.currentIndex())


def test_a_normalized_sheet_alone_is_called_by_its_name(open_window: Open, file: Path):
    assert told(open_window(file)) == ("ATOP 5040[*] – ATOP Coder", "", "ATOP 5040")


def test_a_file_of_another_kind_is_named_with_its_kind(open_window: Open, tmp_path: Path):
    path = tmp_path / "old.txt"
    path.write_text(TYPED, encoding="utf-8")
    title, header, tab = told(open_window(path))
    assert title == "ATOP 5040 · old.txt[*] – ATOP Coder"
    assert header == "old.txt · typed text"
    assert tab == "ATOP 5040 · old.txt"


def test_of_two_that_are_called_alike_each_is_named(open_window: Open, file: Path):
    other = shutil.copy(file, file.with_name("copy.txt"))
    program = open_window(file, other)
    tabs = [program.window.tabs.tabText(place) for place in range(2)]
    assert tabs == ["ATOP 5040 · ATOP5040.txt", "ATOP 5040 · copy.txt"]
    program.closing.close_page()
    assert program.window.tabs.tabText(0) == "ATOP 5040"


def test_of_two_files_with_one_name_the_folders_are_named(open_window: Open, file: Path, tmp_path: Path):
    (tmp_path / "sub").mkdir()
    other = shutil.copy(file, tmp_path / "sub" / file.name)
    program = open_window(file, other)
    assert told(program)[2] == "ATOP 5040 · sub/ATOP5040.txt"


def test_the_whole_path_is_a_tool_tip(open_window: Open, file: Path):
    program = open_window(file)
    assert program.window.header.title.toolTip() == str(file)
    assert program.window.tabs.tabToolTip(0) == str(file)


def test_the_folder_of_a_sheet_can_be_shown(open_window: Open, file: Path, monkeypatch: pytest.MonkeyPatch):
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    program = open_window(file)
    program.actions["show-in-folder"].trigger()
    assert shown == [str(file.parent)]


def test_a_sheet_without_a_file_says_so(open_window: Open):
    program = open_window()
    program.opening.start_sheet(5041, "")
    program.actions["show-in-folder"].trigger()
    assert program.notices.bar is not None
    assert program.notices.bar.label.text() == opening.NO_FILE
