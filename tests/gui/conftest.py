"""What the tests of the window share: a theme, documents, and windows that read at once and ask nobody."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.checks import Problem, Severity
from atop_coder.errors import AtopError
from atop_coder.form import load_form
from atop_coder.gui.app import Program
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import Opener, read_now
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.style import Style
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.widgets.window_keys import WINDOW_KEYS
from atop_coder.gui.window.actions import is_window_key
from atop_coder.sheet import Answer, Sheet, make_answer

FORM = load_form()
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says so when it cannot raise a list or pass on a window's least size."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


def answer(number: int, **parts: object) -> Answer:
    """The answer to that question with these parts."""
    return make_answer(FORM.question(number), parts)


def sheet_of(**answers: dict[str, object]) -> Sheet:
    """A sheet from parts by question: `sheet_of(q1={"value": 5040})`."""
    return Sheet.of({int(name[1:]): answer(int(name[1:]), **parts) for name, parts in answers.items()})


SMALL = sheet_of(
    q1={"value": 5040},
    q3={"value": [{"date": "2003-12-25"}]},
    q4={"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]},
    q5={"value": "no"},
    q10={"value": "yes", "details": "The treaty is concluded for an indefinite period."},
    q11={"value": "yes", "details": "“The agreement ends.” (Art. 2)\n\nThe agreement may be renounced."},
    q16={"value": ["defense"]},
)


def problem(
    number: int, code: str = "too-bad", severity: Severity = Severity.ERROR, **data: object
) -> Problem:
    return Problem(number, code, severity, f"{code} in question {number}. Mend it.", data)


class Checks:
    """Stands in for the checks: gives the problems that a test wants, and counts how often it was asked."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        self.asked = 0

    def __call__(self, _sheet: Sheet) -> tuple[Problem, ...]:
        self.asked += 1
        return self.problems


class OpenerAtOnce(Opener):
    """Reads in the window's own thread, so that a test need not wait."""

    def open(self, paths: Iterable[Path], password: str | None = None) -> None:
        for path in paths:
            try:
                self.opened.emit(path, read_now(path))
            except AtopError as error:
                self.failed.emit(path, str(error))
        self.done.emit()


@pytest.fixture(scope="session", autouse=True)
def window_keys() -> None:
    """Fields know the window's keys, also where a test makes no window."""
    WINDOW_KEYS.use(is_window_key)


@pytest.fixture(scope="session")
def styled(qapp: QApplication) -> Theme:
    """One theme for all tests: to change the style of an application takes as long as a whole test."""
    assert QFontDatabase.families(), "without a font, nothing that is drawn can be tested"
    return Theme(dark=False)


@pytest.fixture
def theme(qapp: QApplication, styled: Theme) -> Iterator[Theme]:
    style = qapp.style()
    if not (isinstance(style, Style) and style.theme is styled):
        qapp.setStyle(Style(styled))
        styled.apply_to(qapp)
    yield styled
    if styled.zoom != 100 or styled.dark:
        styled.set_dark(False)
        styled.set_zoom(100)


@pytest.fixture
def document(qapp: QApplication, tmp_path: Path) -> Document:
    """A document of the small sheet, as if it had been read from a file, with no problems."""
    return Document(SMALL, tmp_path / "5040.txt", checker=Checks())


@pytest.fixture
def no_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that a test did not foresee fails it, and does not wait for a person."""

    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("the window asked something that the test does not answer")

    for name in (
        "ask_files",
        "ask_replace",
        "ask_folder",
        "ask_workbook",
        "ask_target",
        "ask_closing",
        "ask_new",
        "tell",
    ):
        monkeypatch.setattr(dialogs, name, refuse)


@pytest.fixture
def open_window(
    qtbot: QtBot, theme: Theme, tmp_path: Path, no_questions: None
) -> Iterator[Callable[..., Program]]:
    """Opens a window on files, with settings of its own; it is closed without a question at the end."""
    windows: list[Program] = []

    def open_it(*paths: Path, traces: bool = True) -> Program:
        settings = Settings(tmp_path / "config" / "window.ini")
        program = Program(theme, settings, OpenerAtOnce(), traces)
        windows.append(program)
        program.window.resize(1200, 800)
        program.window.show()
        if paths:
            program.opening.open_paths(list(paths))
            program.form_page.build_to(12)
            program.window.activateWindow()
        return program

    yield open_it
    for program in windows:
        program.stop_work()
        program.close_unasked()
        program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
