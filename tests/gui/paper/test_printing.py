"""A sheet on paper: all of it, and as plain text."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from atop_coder.errors import AtopError
from atop_coder.gui.paper.paper_document import paper_document
from atop_coder.gui.paper.print_pdf import sheet_to_pdf, write_pdf
from atop_coder.gui.paper.printing import print_to
from atop_coder.sheet import Sheet
from atop_coder.writing.paper import Paper
from tests.gui.conftest import FORM, SMALL, answer


def printed(sheet: Sheet) -> str:
    """The text of the document, without the line ends that keep words whole."""
    return paper_document(sheet).toPlainText().replace(" \n", " ")


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_prompt_is_printed(qapp: QApplication, question):
    assert f"{question.number}. {question.prompt}" in printed(SMALL)


@pytest.mark.parametrize(
    "words", ["ATOP 5040", "December 25, 2003", "703", "Kyrgyzstan", "(Art. 2)", "Defense pact"]
)
def test_answers_are_printed(qapp: QApplication, words: str):
    assert words in printed(SMALL)


def test_what_looks_like_html_is_printed_as_it_stands(qapp: QApplication):
    sheet = SMALL.with_answer(10, answer(10, value="yes", details="<b>Art. 3</b> & <img src=x>"))
    assert "<b>Art. 3</b> & <img src=x>" in printed(sheet)


def test_a_pdf_is_a_pdf(qapp: QApplication, tmp_path: Path):
    write_pdf(SMALL, tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]


def test_a_pdf_that_cannot_be_written_leaves_nothing_behind(qapp: QApplication, tmp_path: Path):
    with pytest.raises(AtopError) as refused:
        write_pdf(SMALL, tmp_path / "none" / "a.pdf")
    assert refused.value.code == "not-writable"
    assert list(tmp_path.iterdir()) == []


def test_what_a_printer_gets_is_laid_out_as_the_pdf_is(qapp: QApplication, tmp_path: Path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    print_to(SMALL, printer)
    (tmp_path / "written.pdf").write_bytes(sheet_to_pdf(SMALL, Paper.A4))
    assert pages(tmp_path / "printed.pdf") == pages(tmp_path / "written.pdf")


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_is_told(qapp: QApplication, tmp_path: Path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "none" / "printed.pdf"))
    with pytest.raises(AtopError) as refused:
        print_to(SMALL, printer)
    assert refused.value.code == "not-printed"
