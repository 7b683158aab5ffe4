"""Tables with a column for Yes and one for No, and marks in them; and marks that readers put on a PDF."""

import ctypes
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import SimpleDocTemplate, Table

from atop_coder.form import Kind
from atop_coder.reading import Reading, read_sheet
from atop_coder.reading.report import Sureness
from tests.reading.office import (
    BODY,
    FEW,
    FORM,
    add_paragraphs,
    draw_pdf,
    escaped,
    numbered,
    read_word,
    save_workbook,
)

BASE = {number: text for number, text in FEW.items() if number < 8}
NUMBERS = [one.number for one in FORM.questions if one.kind == Kind.YES_NO and one.number > 7]
TRUTH = {number: ("", "yes", "no")[number % 3] for number in NUMBERS}


def check(reading: Reading, truth: Mapping[int, str] = TRUTH) -> None:
    found = {number: reading.sheet[number].value or "" for number in truth}
    assert found == truth


def cells(number: int, mark: str) -> tuple[str, str, str]:
    return numbered(number), mark * (TRUTH[number] == "yes"), mark * (TRUTH[number] == "no")


@pytest.mark.parametrize("mark", ["X", "x", "✓", "☒", "[x]", "●"])
def test_columns_in_a_table_of_word(tmp_path, mark):
    def build(document):
        add_paragraphs(document, BASE)
        table = document.add_table(rows=1, cols=3)
        for cell, text in zip(table.rows[0].cells, ("Question", "Yes", "No"), strict=True):
            cell.text = text
        for number in NUMBERS:
            for cell, text in zip(table.add_row().cells, cells(number, mark), strict=True):
                cell.text = text

    check(read_word(tmp_path, build))


@pytest.mark.parametrize("heads", [("Question", "Yes", "No"), ("Item", "YES", "NO"), ("", "Y", "N")])
def test_columns_in_a_workbook(tmp_path, heads):
    rows = [*((numbered(number), "\n".join(text)) for number, text in BASE.items()), heads]
    check(read_sheet(save_workbook(tmp_path, [*rows, *(cells(number, "X") for number in NUMBERS)])))


@pytest.mark.parametrize("widths", [(300, 50, 50), (330, 25, 25)])
@pytest.mark.parametrize("place", ["TOP", "MIDDLE"])
def test_columns_in_a_table_of_a_pdf(tmp_path, widths, place):
    first = [[numbered(number), "\n".join(text), ""] for number, text in BASE.items()]
    rows = [["Question", "Yes", "No"], *(list(cells(number, "X")) for number in NUMBERS)]
    flow = [Set(escaped(text), BODY) for row in first for text in row if text]
    shown = [[Set(escaped(row[0]), BODY), *row[1:]] for row in rows]
    flow.append(Table(shown, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), place)], repeatRows=1))
    SimpleDocTemplate(str(tmp_path / "table.pdf")).build(flow)
    check(read_sheet(tmp_path / "table.pdf"))


@pytest.mark.parametrize(
    ("row", "of_word", "of_workbook"),
    [
        (("Yes", "X", "No", ""), "yes", "yes"),
        (("Yes", "", "No", "X"), "no", "no"),
        (("X", "Yes", "", "No"), "yes", "yes"),
        (("", "Yes", "X", "No"), "no", None),
        (("Yes", "☐", "No", "☒"), "no", "no"),
        (("Yes", "X", "No", "X"), None, None),
    ],
)
def test_choices_and_marks_in_cells_of_their_own(tmp_path, row, of_word, of_workbook):
    rows = [(numbered(number), "\n".join(text)) for number, text in BASE.items()]
    for build, value in (("word", of_word), ("workbook", of_workbook)):
        reading = _read_row(tmp_path, rows, (numbered(10), *row), build)
        placed = reading.report.of(10)
        assert placed is not None
        assert reading.sheet[10].value == value
        assert (placed.sureness == Sureness.UNSURE) == (value is None)


def _read_row(folder: Path, rows: list[tuple[str, str]], row: tuple[str, ...], build: str) -> Reading:
    if build == "workbook":
        return read_sheet(save_workbook(folder, [*rows, row]))

    def fill(document):
        add_paragraphs(document, BASE)
        table = document.add_table(rows=1, cols=len(row))
        for cell, text in zip(table.rows[0].cells, row, strict=True):
            cell.text = text

    return read_word(folder, fill)


def test_two_marks_in_one_row_are_doubt(tmp_path):
    rows = [
        *((numbered(number), "\n".join(text)) for number, text in BASE.items()),
        ("Question", "Yes", "No"),
    ]
    reading = read_sheet(save_workbook(tmp_path, [*rows, (numbered(10), "X", "X"), (numbered(11), "", "X")]))
    placed = reading.report.of(10)
    assert placed is not None
    assert (reading.sheet[10].value, placed.sureness, reading.sheet[11].value) == (
        None,
        Sureness.UNSURE,
        "no",
    )


def test_words_in_such_a_column_stay_words(tmp_path):
    rows = [
        *((numbered(number), "\n".join(text)) for number, text in BASE.items()),
        ("Question", "Yes", "No"),
    ]
    reading = read_sheet(save_workbook(tmp_path, [*rows, (numbered(10), "Article 3", "")]))
    assert "Article 3" in reading.sheet[10].details


# What readers and programs put on a PDF


LINE = "Yes / No. It lasts."


def drawn(folder: Path, draw) -> Path:
    """A sheet whose answer to 10 is LINE at (72, 400), with something drawn on it."""

    def page(canvas):
        canvas.setFont("Times-Roman", 9)
        top = 780
        for number, texts in BASE.items():
            for text in (numbered(number), *texts):
                canvas.drawString(72, top, text)
                top -= 14
        canvas.drawString(72, 420, numbered(10)[:70])
        canvas.drawString(72, 406, numbered(10)[70:])
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 390, LINE)
        canvas.drawString(72, 360, numbered(15))
        draw(
            canvas,
            72 + canvas.stringWidth("Yes / ", "Times-Roman", 11),
            canvas.stringWidth("No", "Times-Roman", 11),
        )

    return draw_pdf(folder, page)


@pytest.mark.parametrize(
    ("draw", "value"),
    [
        (lambda canvas, x, w: canvas.ellipse(x - 4, 385, x + w + 4, 401), "no"),
        (lambda canvas, x, w: canvas.rect(x - 2, 386, w + 4, 13), "no"),
        (lambda canvas, x, w: canvas.line(x, 388.5, x + w, 388.5), "no"),
        (lambda canvas, x, w: canvas.line(x, 393, x + w, 393), "yes"),
        (lambda canvas, x, w: canvas.line(72, 393, 89, 393), "no"),
        (lambda canvas, x, w: canvas.rect(x, 388.3, w, 0.5, stroke=0, fill=1), "no"),
    ],
)
def test_rings_frames_and_rules_that_are_drawn(tmp_path, draw, value):
    reading = read_sheet(drawn(tmp_path, draw))
    assert reading.sheet[10].value == value
    assert reading.sheet[10].details.endswith("It lasts.")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (raw.FPDF_ANNOT_HIGHLIGHT, "no"),
        (raw.FPDF_ANNOT_UNDERLINE, "no"),
        (raw.FPDF_ANNOT_STRIKEOUT, "yes"),
        (raw.FPDF_ANNOT_CIRCLE, "no"),
        (raw.FPDF_ANNOT_SQUARE, "no"),
    ],
)
def test_marks_that_a_reader_has_put_on_a_pdf(tmp_path, kind, value):
    place: list[float] = []
    path = drawn(tmp_path, lambda _canvas, x, w: place.extend((x, x + w)))
    document = pypdfium2.PdfDocument(path)
    page = document[0]
    annotation = raw.FPDFPage_CreateAnnot(page, kind)
    left, right, bottom, top = place[0], place[1], 387.0, 400.0
    raw.FPDFAnnot_SetRect(annotation, raw.FS_RECTF(left, top, right, bottom))
    if kind in (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE, raw.FPDF_ANNOT_STRIKEOUT):
        corners = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(corners))
    raw.FPDFPage_CloseAnnot(annotation)
    document.save(tmp_path / "marked.pdf")
    assert read_sheet(tmp_path / "marked.pdf").sheet[10].value == value
