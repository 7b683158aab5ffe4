"""The last edge: logged without a sheet's words, told in a window, and the work kept."""

import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from atop_coder.files.log import start_log, stop_log
from atop_coder.files.recovery import left_behind, read_journal
from atop_coder.gui.app import Program
from atop_coder.gui.window.crash import COPY, KEPT, NOT_KEPT, CrashWatch
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, answer

Open = Callable[..., Program]
SECRET = "For an indefinite period"


@pytest.fixture
def program(open_window: Open, tmp_path: Path) -> Program:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return open_window(path)


@pytest.fixture
def watch(program: Program, tmp_path: Path) -> Iterator[CrashWatch]:
    file = start_log(tmp_path / "log")
    watch = CrashWatch(program.window, program.journals, file, program.theme)
    yield watch
    if watch.shown:
        watch.shown.close()
    stop_log()


def break_down(watch: CrashWatch, error: Exception) -> None:
    try:
        raise error
    except type(error):
        kind, caught, trace = sys.exc_info()
    assert kind is not None
    assert caught is not None
    watch.report(kind, caught, trace)


def test_a_window_says_what_happened_where_the_log_is_and_that_the_work_is_kept(
    watch: CrashWatch, capsys: pytest.CaptureFixture[str]
):
    break_down(watch, RuntimeError("out of paper"))
    assert watch.shown is not None
    assert "out of paper" in watch.shown.what.text()
    assert str(watch.log_file) in watch.shown.place.text()
    assert watch.shown.kept.text() == KEPT
    assert "out of paper" in capsys.readouterr().err


def test_what_was_typed_is_in_the_journal_by_then(watch: CrashWatch, program: Program):
    program.form_page.cards[5].editor.choose("yes")
    break_down(watch, RuntimeError())
    (path,) = program.journals.folder.glob("*.journal")
    assert read_journal(path).lost == {5: answer(5, value="yes")}


def test_the_sheet_stays_open_and_can_be_saved(watch: CrashWatch, program: Program):
    program.form_page.cards[5].editor.choose("yes")
    break_down(watch, RuntimeError())
    assert program.workspace.documents
    assert program.saving.save()


def test_the_log_has_the_place_and_no_word_of_the_error(watch: CrashWatch):
    break_down(watch, ValueError(SECRET))
    logged = watch.log_file.read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "break_down" in logged
    assert SECRET not in logged


def test_many_errors_at_once_put_up_one_window(watch: CrashWatch):
    break_down(watch, RuntimeError("first"))
    first = watch.shown
    break_down(watch, RuntimeError("second"))
    assert watch.shown is first
    assert watch.log_file.read_text(encoding="utf-8").count("RuntimeError") == 2


def test_an_error_in_another_thread_is_logged_there_and_told_in_the_window_s_own(
    watch: CrashWatch, qtbot: QtBot
):
    pool = QThreadPool()
    pool.start(lambda: break_down(watch, RuntimeError("far away")))
    pool.waitForDone()
    assert "RuntimeError" in watch.log_file.read_text(encoding="utf-8")
    assert watch.shown is None
    qtbot.waitUntil(lambda: watch.shown is not None and "far away" in watch.shown.what.text())


def test_a_journal_that_breaks_too_is_told(watch: CrashWatch, monkeypatch: pytest.MonkeyPatch):
    def break_too() -> None:
        raise RuntimeError("also broken")

    monkeypatch.setattr(watch.journals, "sync", break_too)
    break_down(watch, RuntimeError("first"))
    assert watch.shown is not None
    assert watch.shown.kept.text() == NOT_KEPT


def test_the_details_can_be_copied_for_a_report(watch: CrashWatch):
    break_down(watch, RuntimeError("out of paper"))
    assert watch.shown is not None
    watch.shown.buttons[COPY].click()
    assert "break_down" in QGuiApplication.clipboard().text()


def test_a_whole_session_logs_what_was_done_and_no_word_of_a_sheet(
    program: Program, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    file = start_log(tmp_path / "log")
    try:
        program.form_page.cards[5].editor.choose("yes")
        program.saving.save()
        program.opening.open_paths([tmp_path / "ATOP5040.txt"])
    finally:
        stop_log()
    logged = file.read_text(encoding="utf-8")
    assert "saved ATOP5040.txt" in logged
    assert SECRET not in logged
    assert "Kyrgyzstan" not in logged
    assert logging.getLogger("atop_coder").handlers


RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from atop_coder.gui.app import make_app, run
from atop_coder.gui.session.settings import Settings

def later(program):
    if program.workspace.document is None:
        QTimer.singleShot(20, lambda: later(program))
        return
    program.form_page.go_to(5)
    program.form_page.cards[5].editor.choose("yes")
    QTimer.singleShot(0, lambda: 1 / 0)
    QTimer.singleShot(300, finish)

def finish():
    print("crash window", any(type(one).__name__ == "CrashWindow" for one in QApplication.topLevelWidgets()))
    sys.stdout.flush()
    __import__("os")._exit(3)

make_app()
run([Path(sys.argv[1])], settings=Settings(Path(sys.argv[2])), shown=later)
"""


def test_the_running_program_puts_the_window_up_by_itself(tmp_path: Path):
    sheet = tmp_path / "ATOP5040.txt"
    sheet.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    command = [sys.executable, "-c", RUN, str(sheet), str(tmp_path / "own" / "window.ini")]
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root, timeout=60, env=dict(os.environ))
    assert "crash window True" in done.stdout, done.stderr
    assert "ZeroDivisionError" in (tmp_path / "own/state/log/atop-coder.log").read_text(encoding="utf-8")
    (left,) = left_behind(tmp_path / "own" / "state" / "journals")
    assert left.lost == {5: answer(5, value="yes")}
