"""Settings, recent files and window state that are damaged: set aside, begun anew, and the window opens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.gui.app import Program
from atop_coder.gui.session.settings import BESIDE, OWN, Settings, settings_path
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.controllers.view import SIZE
from tests.gui.conftest import OpenerAtOnce

DAMAGED = {
    "zeros, as after a power failure": b"\x00" * 512,
    "no settings at all": b"hello world\n",
    "cut in a heading": b"[Gener",
    "zeros at its end": b"[General]\nzoom=125\n\x00\x00\x00",
    "another kind of file": b"\x89PNG\r\n\x1a\n\x00\x00",
    "json": b'{"zoom": 125}\n',
}


@pytest.fixture
def path(qapp: QApplication, tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_kept_aside_and_begun_anew(path: Path, data: bytes):
    path.write_bytes(data)
    settings = Settings(path)
    assert settings.set_aside is not None
    assert settings.set_aside.read_bytes() == data
    assert settings.number("zoom", 100) == 100
    settings.put("zoom", 125)
    settings.save()
    again = Settings(path)
    assert again.set_aside is None
    assert again.number("zoom", 100) == 125


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_the_window_opens_with_damaged_settings_and_says_so(
    qtbot: QtBot, theme: Theme, path: Path, data: bytes
):
    path.write_bytes(data)
    program = Program(theme, Settings(path), OpenerAtOnce())
    qtbot.addWidget(program.window)
    program.window.show()
    assert program.notices.bar is not None
    assert "set aside" in program.notices.bar.label.text()
    assert program.notices.bar.isVisible()
    program.window.close()


@pytest.mark.parametrize(
    "state", ["@ByteArray(nonsense)", "@ByteArray()", "@ByteArray(\\x1\\xd9\\xd0\\xcb\\0)"]
)
def test_a_window_state_that_means_nothing_is_passed_over(qtbot: QtBot, theme: Theme, path: Path, state: str):
    path.write_text(f"[General]\nwindow={state}\nsplitter={state}\npanel=None such\nzoom=-7\n", "utf-8")
    program = Program(theme, Settings(path), OpenerAtOnce())
    qtbot.addWidget(program.window)
    program.window.show()
    assert program.window.width() <= SIZE[0]
    assert all(size >= 0 for size in program.work.sizes())
    program.window.close()


def test_recent_files_that_are_gone_or_nonsense_do_no_harm(
    qtbot: QtBot, theme: Theme, path: Path, tmp_path: Path
):
    settings = Settings(path)
    settings.put("recent", f"\n\n{tmp_path / 'gone.txt'}\nnot a path \x07\n" + "x" * 5000)
    program = Program(theme, settings, OpenerAtOnce())
    qtbot.addWidget(program.window)
    program.window.show()
    for gone in program.settings.recent:
        program.opening.open_paths([gone])
    assert program.workspace.documents == []
    program.window.close()


def test_where_versions_are_kept_is_a_setting_with_a_sound_default(path: Path):
    settings = Settings(path)
    assert settings.versions == BESIDE
    settings.put("versions", "nonsense")
    assert settings.versions == BESIDE
    settings.put("versions", OWN)
    assert settings.versions == OWN


def test_settings_of_ones_own_keep_their_journals_beside_them(path: Path):
    assert path.parent in Settings(path).state_folder.parents


def test_the_usual_journals_are_outside_any_folder_of_sheets(qapp: QApplication, monkeypatch, tmp_path: Path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    usual: Callable[[], Path] = settings_path
    assert Settings(usual()).state_folder != Path.cwd()
