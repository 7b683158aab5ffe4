"""Scans: every answer in doubt, page by page, and a clear line where tesseract is not installed."""

import io
import struct
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PIL.Image import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from atop_coder.errors import AtopError
from atop_coder.reading import Sureness, read_sheet
from atop_coder.reading.ocr import program
from atop_coder.reading.ocr.pages import picture_size
from atop_coder.reading.ocr.words import pieces_of
from atop_coder.reading.scans import DOUBT
from tests.reading.office import FEW, save_pdf

needs_tesseract = pytest.mark.skipif(
    program.find_tesseract() is None, reason="tesseract is not installed here"
)


@pytest.fixture
def image(tmp_path: Path) -> Image:
    """The first page of a sheet as a scanner sees it."""
    page = pypdfium2.PdfDocument(save_pdf(tmp_path, FEW))[0]
    picture: Image = page.render(scale=200 / 72).to_pil().convert("L")
    return picture


def scanned(image: Image, path: Path, pages: int = 1) -> Path:
    """A PDF with nothing but pictures."""
    canvas = Canvas(str(path), pageCompression=1)
    for _ in range(pages):
        canvas.drawImage(ImageReader(image), 0, 0, 612, 792)
        canvas.showPage()
    canvas.save()
    return path


def pictured(kind: str) -> Callable[[Image, Path], Path]:
    def make(image: Image, folder: Path) -> Path:
        image.save(folder / f"scan.{kind}")
        return folder / f"scan.{kind}"

    make.__name__ = kind
    return make


def as_pdf(image: Image, folder: Path) -> Path:
    return scanned(image, folder / "scan.pdf")


@pytest.mark.slow
@needs_tesseract
@pytest.mark.parametrize(
    "make", [as_pdf, *map(pictured, ("png", "jpeg", "tiff"))], ids=lambda make: make.__name__
)
def test_a_scan_is_read_with_doubt_in_every_answer(make, image, tmp_path):
    reading = read_sheet(make(image, tmp_path))
    assert reading.sheet[1].value == 5040
    assert reading.sheet[5].value == "no"
    assert [member.ccode for member in reading.sheet.members] == [703, 705]
    assert {placed.sureness for placed in reading.report.placed} == {Sureness.UNSURE}
    assert all(placed.why.startswith(DOUBT) for placed in reading.report.placed)
    assert any("tesseract" in note for note in reading.report.notes)


@pytest.mark.slow
@needs_tesseract
def test_a_scanned_pdf_shows_where_its_lines_stand(image, tmp_path):
    report = read_sheet(as_pdf(image, tmp_path)).report
    assert report.format == "pdf"
    assert all(line.bottom > line.top for line in report.lines if line.text.strip())


@pytest.mark.slow
@needs_tesseract
def test_reading_a_scan_tells_how_far_it_is_and_can_be_cancelled(image, tmp_path):
    path, told = scanned(image, tmp_path / "scan.pdf", 3), []

    def stop(share: float) -> bool:
        told.append(share)
        return share < 0.3

    with pytest.raises(AtopError) as caught:
        read_sheet(path, on_progress=stop)
    assert caught.value.code == "cancelled"
    assert told[-1] >= 0.3


def test_without_tesseract_one_line_says_what_to_install(image, monkeypatch, tmp_path):
    monkeypatch.setattr("atop_coder.reading.scans.find_tesseract", lambda: None)
    for make in (as_pdf, pictured("png")):
        with pytest.raises(AtopError) as caught:
            read_sheet(make(image, tmp_path))
        assert caught.value.code == "needs-tesseract"
        assert "apt install tesseract-ocr" in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff"])
def test_a_picture_tells_its_size(kind, image):
    data = io.BytesIO()
    image.save(data, kind)
    assert picture_size(data.getvalue()) == image.size


def test_a_picture_that_is_far_too_large_is_refused(image, monkeypatch, tmp_path):
    monkeypatch.setattr("atop_coder.reading.scans.find_tesseract", lambda: "tesseract")
    monkeypatch.setattr("atop_coder.reading.scans.languages", lambda *_: ("eng",))
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 100_000, 100_000) + bytes(20)
    (tmp_path / "x.png").write_bytes(data)
    with pytest.raises(AtopError) as caught:
        read_sheet(tmp_path / "x.png")
    assert caught.value.code == "file-unpacks-too-large"


def test_words_of_a_line_that_stand_far_apart_are_pieces_of_their_own():
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    words = [("1. ATOP", 100), ("ID:", 190), ("5040", 900)]
    rows = [f"5\t1\t1\t1\t1\t{at}\t{left}\t50\t80\t30\t95\t{text}" for at, (text, left) in enumerate(words)]
    table = "\n".join((head, "1\t1\t0\t0\t0\t0\t0\t0\t1700\t2200\t-1\t", *rows))
    assert [piece.text for piece in pieces_of(table, 1)] == ["1. ATOP ID:", "5040"]


def test_a_table_that_is_none_gives_no_words():
    assert pieces_of("", 1) == []
    assert pieces_of("a\tb\nc", 1) == []
