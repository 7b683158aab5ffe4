"""Starting the window, drawing it into a picture, and what nobody foresaw."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from atop_coder.gui.app import run
from atop_coder.gui.colors import DARK, LIGHT
from atop_coder.gui.settings import Settings
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
