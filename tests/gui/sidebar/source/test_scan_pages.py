"""The pages of a scan beside the form."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from atop_coder.gui.sidebar.source.page_drawer import PicturePages, printed_width, to_image
from atop_coder.gui.sidebar.source.page_places import has_places
from atop_coder.gui.sidebar.source.source_view import SourceView
from atop_coder.gui.widgets.theme import Theme
from atop_coder.reading.ocr.words import WIDTH, pieces_of
from atop_coder.reading.report import Line, ReadingReport

TABLE = "head\n" + "\t".join(("1", "1", "0", "0", "0", "0", "0", "0", "1000", "1400", "-1", "")) + "\n"
WORD = "\t".join(("5", "1", "1", "1", "1", "1", "500", "700", "100", "20", "96", "Here"))


def picture(path: Path) -> Path:
    image = QImage(1000, 1400, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for x in range(500, 600):
        for y in range(700, 720):
            image.setPixelColor(x, y, QColor("black"))
    assert image.save(str(path))
    return path


def test_a_picture_is_as_wide_as_its_reader_takes_it_to_be(tmp_path: Path):
    pages = PicturePages(picture(tmp_path / "scan.png"))
    assert pages.sizes() == ((WIDTH, WIDTH * 1.4),)


def test_a_word_stands_on_the_picture_where_it_was_read(tmp_path: Path):
    pages = PicturePages(picture(tmp_path / "scan.png"))
    (piece,) = pieces_of(TABLE + WORD, 1)
    drawn = to_image(pages.draw(0, 1.5))
    spot = drawn.pixelColor(round((piece.left + 20) * 1.5), round((piece.base - 3) * 1.5))
    assert spot.lightness() < 100
    left, right = printed_width(pages, pages.sizes())
    assert abs(left - piece.left) < 3
    assert abs(right - piece.right) < 3


def test_a_damaged_picture_is_a_white_dot(tmp_path: Path):
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    assert PicturePages(tmp_path / "scan.png").draw(0, 1.0).width == 1


def test_the_page_of_another_width_is_measured_by_it():
    (piece,) = pieces_of(TABLE + WORD, 1, 500.0)
    assert piece.left == 250.0


def test_scans_have_pages():
    line = Line(number=1, text="1. ATOP ID: 5040", page=1, top=10.0, bottom=20.0)
    assert has_places(ReadingReport(file="a.png", format="picture", lines=(line,)))
    assert not has_places(ReadingReport(file="a.txt", format="text", lines=(line,)))


def test_the_text_shows_that_it_has_the_focus(qtbot: QtBot, theme: Theme):
    view = SourceView(theme)
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    without = view.grab().toImage()
    view.hasFocus = lambda: True  # type: ignore[method-assign]  # no window manager gives it the focus here
    assert view.grab().toImage() != without
