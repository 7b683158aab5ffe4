"""A real window on a virtual screen, driven by xdotool: what offscreen tests cannot see of keys and focus.

There is no window manager on that screen. All waiting is by looking: at window titles and at files. Only
letters that have a key are typed: for others xdotool changes the keyboard under the program's hands, and a
busy machine loses some of them (`test_days` types them offscreen).
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from atop_coder.reading import read_sheet
from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, answer

MISSING = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a virtual screen needs X11"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)} (Debian has them)"),
]
PATIENCE = 30.0  # seconds, for a machine that does much else
PROGRAM = "from atop_coder.cli import main; main()"
NO_PLUGIN = "could not load the Qt platform plugin"
Found = TypeVar("Found")


def wait_for(look: Callable[[], Found], what: Callable[[], str] | str) -> Found:
    """What `look` finds, as soon as it is something."""
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > until:
            pytest.fail(f"waited in vain for {what if isinstance(what, str) else what()}")
        time.sleep(0.05)
    return found


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of its own, on a number that the server finds free."""
    size = ("-screen", "0", "1280x860x24")
    words = ["Xvfb", "-displayfd", "1", *size, "-noreset", "-nolisten", "tcp"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        wait_for(lambda: answers(f":{number}"), "the virtual screen")
        yield f":{number}"
        server.terminate()


def answers(display: str) -> bool:
    """Whether the server takes calls: it may name its number a moment before."""
    words = ["xdotool", "getdisplaygeometry"]
    return subprocess.run(words, env={**os.environ, "DISPLAY": display}, capture_output=True).returncode == 0


class Desk:
    """The program in a process of its own, with a home of its own, and a person's hands."""

    def __init__(self, display: str, home: Path, *paths: Path) -> None:
        self.env = environment(display, home)
        self.errors = home / "stderr.txt"
        with self.errors.open("wb") as errors:
            self.program = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, *map(str, paths)], env=self.env, cwd=home, stderr=errors
            )

    def titles(self) -> dict[str, str]:
        """The titles of the window and of the dialog that has the keyboard, by their ids."""
        found = self._xdotool("search", "--onlyvisible", "--name", "ATOP Coder").split()
        found += self._xdotool("getwindowfocus").split()
        return {window: self._xdotool("getwindowname", window).strip() for window in found}

    def wait_for_window(self, pattern: str) -> None:
        """Waits until a window with such a title is there, and gives it the keyboard."""
        window = wait_for(lambda: self._find(pattern), lambda: self._tell(f"a window “{pattern}”"))
        self._xdotool("windowfocus", "--sync", window)

    def shows(self, pattern: str) -> str:
        """The id of a window with such a title, "" if there is none."""
        return next((one for one, title in self.titles().items() if re.fullmatch(pattern, title)), "")

    def _find(self, pattern: str) -> str:
        if self.program.poll() is not None:
            self._refuse()
        return self.shows(pattern)

    def _refuse(self) -> None:
        words = self.errors.read_text(errors="replace")
        if NO_PLUGIN in words:
            pytest.skip("Qt finds not all libraries that a window on X11 needs")
        pytest.fail(f"the program ended with {self.program.returncode}: {words}")

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "30", *keys)

    def type(self, words: str) -> None:
        self._xdotool("type", "--delay", "50", words)

    def go_to(self, number: int) -> None:
        self.press("ctrl+g")
        self.type(str(number))
        self.press("Return")

    def wait_for_end(self) -> int:
        wait_for(lambda: self.program.poll() is not None, lambda: self._tell("the end of the program"))
        return int(self.program.returncode)

    def stop(self) -> None:
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait()

    def _tell(self, wanted: str) -> str:
        shown = ", ".join(self.titles().values())
        return f"{wanted}; shown: {shown or 'nothing'}; {self.errors.read_text(errors='replace')}"

    def _xdotool(self, *words: str) -> str:
        return subprocess.run(
            ["xdotool", *words], env=self.env, capture_output=True, text=True, timeout=PATIENCE, check=False
        ).stdout


def environment(display: str, home: Path) -> dict[str, str]:
    """This process's surroundings, but with nothing of the person who runs the tests."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "DBUS_"))
    }
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    return {
        **kept,
        **folders,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "sheets"
    folder.mkdir()
    path = folder / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def desk(display: str, tmp_path: Path, path: Path) -> Iterator[Desk]:
    """The window with the sheet of `path`."""
    home = tmp_path / "home"
    home.mkdir()
    desk = Desk(display, home, path)
    desk.wait_for_window(CLEAN)
    yield desk
    desk.stop()


CLEAN, CHANGED = r"ATOP 5040 – ATOP Coder", r"ATOP 5040\* – ATOP Coder"
CLOSING = r"Changes not saved.*"


def save(desk: Desk, path: Path) -> Sheet:
    """Saves with the keyboard; the sheet that is in the file then."""
    desk.wait_for_window(CHANGED)
    desk.press("ctrl+s")
    desk.wait_for_window(CLEAN)
    return read_sheet(path).sheet


def test_what_is_typed_is_in_the_file_after_ctrl_s(desk: Desk, path: Path):
    desk.go_to(18)
    desk.type("To help each other (Art. 3)!")
    desk.press("Return")
    desk.type("At once.")
    sheet = save(desk, path)
    assert sheet[18].details == "To help each other (Art. 3)!\n\nAt once."
    assert sheet == SMALL.with_answer(18, sheet[18])


def test_ctrl_g_goes_to_a_question_and_alt_keys_answer_it(desk: Desk, path: Path):
    desk.go_to(23)
    desk.press("alt+n")
    desk.press("ctrl+Down")
    desk.press("alt+y")
    desk.go_to(11)
    desk.press("alt+u")
    sheet = save(desk, path)
    assert sheet[23] == answer(23, value="no")
    assert sheet[24] == answer(24, value="yes")
    assert sheet[11] == answer(11, status="unknown", details=SMALL[11].details)


def test_ctrl_z_takes_back_and_ctrl_shift_z_makes_again(desk: Desk, path: Path):
    desk.go_to(8)
    desk.press("alt+y")
    desk.go_to(9)
    desk.press("alt+n")
    desk.press("ctrl+z", "ctrl+z", "ctrl+shift+z")
    assert save(desk, path) == SMALL.with_answer(8, answer(8, value="yes"))


def test_a_line_that_was_not_left_is_saved_and_the_window_s_keys_work_in_it(desk: Desk, path: Path):
    desk.go_to(4)
    desk.type("704")
    desk.press("ctrl+s")
    wait_for(
        lambda: 704 in [one.ccode for one in read_sheet(path).sheet.members], "the new member in the file"
    )
    desk.type("70")
    desk.press("Escape", "ctrl+e")  # on X11 Ctrl+E is also a text field's key for the end of the line
    desk.wait_for_window(r"Export to Excel.*")
    desk.press("Return")
    book = path.with_suffix(".xlsx")
    wait_for(lambda: book.is_file() and book.read_bytes()[:2] == b"PK", "the workbook")


def test_closing_asks_about_unsaved_work_and_stays_if_told_so(desk: Desk, path: Path):
    desk.go_to(8)
    desk.press("alt+n")
    desk.wait_for_window(CHANGED)
    desk.press("ctrl+q")
    desk.wait_for_window(CLOSING)
    desk.press("Escape")
    wait_for(lambda: not desk.shows(CLOSING), "the question to go away")
    desk.wait_for_window(CHANGED)
    desk.press("ctrl+q")
    desk.wait_for_window(CLOSING)
    desk.press("Return")  # Save is what Return presses
    assert desk.wait_for_end() == 0
    assert read_sheet(path).sheet == SMALL.with_answer(8, answer(8, value="no"))


def test_closing_without_saving_leaves_the_file_as_it_was(desk: Desk, path: Path):
    before = path.read_bytes()
    desk.go_to(8)
    desk.press("alt+n")
    desk.wait_for_window(CHANGED)
    desk.press("ctrl+q")
    desk.wait_for_window(CLOSING)
    desk.press("Tab", "space")  # from Save on to Don't save
    assert desk.wait_for_end() == 0
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
