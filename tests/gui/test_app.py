"""Starting the window, drawing it into a picture, and what nobody foresaw."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.gui.app import Program, collect_again, open_first, run
from atop_coder.gui.session.opening import Opener
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.widgets.colors import DARK, LIGHT
from atop_coder.gui.widgets.theme import Theme
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


def draw(sheet: Path, **wishes: object) -> tuple[int, QImage]:
    target = sheet.parent / "out.png"
    settings = Settings(sheet.parent / "window.ini")
    code = run([sheet], target, settings=settings, **wishes)  # type: ignore[arg-type]  # what run takes
    return code, QImage(str(target))


def test_a_picture_has_the_wanted_size(qapp: QApplication, sheet: Path):
    code, picture = draw(sheet, size=(1000, 640))
    assert code == 0
    assert (picture.width(), picture.height()) == (1000, 640)


@pytest.mark.parametrize(("dark", "colors"), [(False, LIGHT), (True, DARK)], ids=["light", "dark"])
def test_a_picture_is_drawn_in_the_wanted_scheme(qapp: QApplication, sheet: Path, dark: bool, colors):
    _, picture = draw(sheet, size=(1000, 640), dark=dark)
    assert picture.pixelColor(960, 600).name() in (colors.page, colors.card)
    assert picture.pixelColor(5, 400).name() == colors.panel


def test_a_picture_shows_the_wanted_question(qapp: QApplication, sheet: Path):
    _, first = draw(sheet, size=(1000, 640), question=1)
    _, other = draw(sheet, size=(1000, 640), question=58)
    assert first != other


def test_a_picture_of_a_file_that_is_no_sheet_is_refused(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague,")
    code, picture = draw(letter)
    assert code == 2
    assert picture.isNull()
    assert "letter.txt" in capsys.readouterr().err


def test_a_picture_that_cannot_be_written_is_told(
    qapp: QApplication, sheet: Path, capsys: pytest.CaptureFixture[str]
):
    settings = Settings(sheet.parent / "window.ini")
    assert run([sheet], sheet.parent / "none" / "out.png", settings=settings) == 2
    assert "out.png" in capsys.readouterr().err


def test_drawing_leaves_the_sheet_as_it_was(qapp: QApplication, sheet: Path):
    before = sheet.read_bytes()
    draw(sheet)
    assert sheet.read_bytes() == before


@pytest.fixture
def starting(theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A window as it is before it is shown, that reads beside itself."""
    program = Program(theme, Settings(tmp_path / "window.ini"), Opener())
    yield program
    program.stop_work()
    program.close_unasked()


def test_the_welcome_is_not_seen_while_the_first_sheet_is_read(starting: Program, sheet: Path, qtbot: QtBot):
    open_first(starting, [sheet])
    assert starting.window.welcome.card.isHidden()
    qtbot.waitUntil(lambda: starting.workspace.document is not None, timeout=5000)


def test_the_welcome_is_seen_if_the_only_file_is_no_sheet(starting: Program, tmp_path: Path, qtbot: QtBot):
    (tmp_path / "letter.txt").write_text("Dear colleague,")
    open_first(starting, [tmp_path / "letter.txt"])
    qtbot.waitUntil(lambda: not starting.window.welcome.card.isHidden(), timeout=5000)
    assert starting.workspace.document is None


def test_the_welcome_is_seen_if_there_is_nothing_to_read(starting: Program, tmp_path: Path):
    (tmp_path / "empty").mkdir()
    open_first(starting, [tmp_path / "empty"])
    assert not starting.window.welcome.card.isHidden()


def test_garbage_is_looked_for_again_after_the_start():
    gc.disable()
    try:
        collect_again()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()
