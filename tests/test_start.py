"""The start of the program: which words open the window at once, and what that loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from atop_coder import __main__ as start
from atop_coder.cli import MODULES
from atop_coder.errors import AtopError
from tests.conftest import ROOT

SHEET = str(sorted((ROOT / "resources" / "examples").glob("*.txt"))[0])

# What the window needs only after its first sheet is shown, or never.
NOT_AT_START = ("click", "docx", "ftfy", "openpyxl", "pypdfium2", "rapidfuzz", "subprocess")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A folder with two sheets and a folder in it, in which the program is started."""
    monkeypatch.chdir(tmp_path)
    Path("ATOP1.txt").touch()
    Path("ATOP2.txt").touch()
    Path("-dark.txt").touch()
    Path("old sheets").mkdir()
    return tmp_path


@pytest.fixture
def opened(folder, monkeypatch) -> list[list[str]]:
    """The words that each window was opened with, which never comes up."""
    windows: list[list[str]] = []
    monkeypatch.setattr(start, "load_window", lambda: lambda words: windows.append(list(words)) or 7)
    return windows


def call(monkeypatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["atop-coder", *words])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.mark.parametrize(
    "words", [["ATOP1.txt"], ["ATOP1.txt", "ATOP2.txt"], ["old sheets"], ["./ATOP1.txt"]]
)
def test_sheets_and_folders_open_the_window_at_once(opened, monkeypatch, words):
    assert call(monkeypatch, *words) == 7
    assert opened == [words]


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["ATOP3.txt"],
        ["ATOP1.txt", "ATOP3.txt"],
        ["ATOP1.txt", "--dark"],
        ["-dark.txt"],
        ["--help"],
        ["--version"],
    ],
)
def test_all_other_words_are_left_to_the_commands(folder, words):
    assert not start.are_sheets(words)


@pytest.mark.parametrize("command", MODULES)
def test_a_command_stays_one_where_a_file_bears_its_name(folder, command):
    Path(command).touch()
    assert not start.are_sheets([command])


def test_a_command_is_called_by_the_same_start(opened, monkeypatch, capsys):
    assert call(monkeypatch, "states", "germany") == 0
    assert "255" in capsys.readouterr().out
    assert opened == []


def test_a_misspelt_command_is_told_by_the_same_start(opened, monkeypatch, capsys):
    assert call(monkeypatch, "chek") == 2
    assert "'check'" in capsys.readouterr().err


def test_what_keeps_the_window_from_opening_is_one_line(opened, monkeypatch, capsys):
    error = AtopError("form-not-found", file="forms/atop-codesheet.toml")

    def run(_words):
        raise error

    monkeypatch.setattr(start, "load_window", lambda: run)
    assert call(monkeypatch, "ATOP1.txt") == 2
    assert capsys.readouterr().err == f"Error: {error}\n"


def test_ctrl_c_at_the_start_ends_with_1(opened, monkeypatch, capsys):
    def run(_words):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "load_window", lambda: run)
    assert call(monkeypatch, "ATOP1.txt") == 1
    assert "Traceback" not in capsys.readouterr().err


# In a process of its own

WITHOUT_QT = """
import sys

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is blocked")

sys.meta_path.insert(0, Block())
from atop_coder.__main__ import main
main()
"""


def process(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_python_can_be_asked_for_the_program_by_its_name():
    done = process("-m", "atop_coder", "--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in MODULES)


def test_without_qt_the_window_says_so_in_one_line_as_the_command_does():
    done = process("-c", WITHOUT_QT, SHEET)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert "PySide6" in line
    assert "All other commands work." in line


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """The modules that the window has loaded when it could come up."""
    told = "import sys; from atop_coder.__main__ import load_window; load_window(); print(*sys.modules)"
    return set(process("-c", told).stdout.split())


@pytest.mark.parametrize("module", NOT_AT_START)
def test_the_window_starts_without_what_its_first_sheet_does_not_need(loaded, module):
    assert "atop_coder.gui.window.main_window" in loaded
    assert module not in loaded
