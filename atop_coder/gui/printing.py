"""A sheet on paper or as PDF: laid out for reading, from plain text alone."""

from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from atop_coder.errors import AtopError
from atop_coder.form import Form, Question, Section, load_form
from atop_coder.gui.colors import LIGHT
from atop_coder.gui.titles import sheet_name, sheet_summary
from atop_coder.sheet import Answer, Sheet
from atop_coder.sheet.answer_lines import extra_lines, head_lines

POINTS = 10.0
INDENT = 22.0  # points that answers stand in from their prompts


def paper_document(sheet: Sheet, form: Form | None = None) -> QTextDocument:
    """The sheet as a document to print; black on white whatever the screen's colours are."""
    form = form or load_form()
    document = QTextDocument()
    font = QFont(document.defaultFont())
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    paper = _Paper(document)
    paper.line(sheet_name(sheet), size=1.7, bold=True)
    paper.line(sheet_summary(sheet, form), color=LIGHT.quiet, below=8)
    for section in form.sections:
        _put_section(paper, form, section, sheet)
    return document


def _put_section(paper: "_Paper", form: Form, section: Section, sheet: Sheet) -> None:
    paper.line(f"{section.numeral}. {section.title}", size=1.3, bold=True, above=16, below=4)
    for question in form.questions_of(section):
        paper.line(f"{question.number}. {question.prompt}", color=LIGHT.quiet, above=8)
        for line in _answer_lines(question, sheet[question.number], form):
            paper.line(line, above=2, indent=INDENT)


def _answer_lines(question: Question, answer: Answer, form: Form) -> tuple[str, ...]:
    return (*head_lines(question, answer, form), *extra_lines(answer), *answer.paragraphs)


class _Paper:
    """Writes paragraphs of plain text at the end of a document."""

    def __init__(self, document: QTextDocument) -> None:
        self.cursor = QTextCursor(document)
        self._first = True

    def line(
        self,
        text: str,
        *,
        size: float = 1.0,
        bold: bool = False,
        color: str = LIGHT.ink,
        above: float = 0,
        below: float = 0,
        indent: float = 0,
    ) -> None:
        """One paragraph; lengths in points, `size` as a factor."""
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setBottomMargin(below)
        block.setLeftMargin(indent)
        letters = QTextCharFormat()
        letters.setFontPointSize(POINTS * size)
        letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        letters.setForeground(QColor(color))
        if self._first:
            self.cursor.setBlockFormat(block)
            self._first = False
        else:
            self.cursor.insertBlock(block)
        self.cursor.insertText(text, letters)


def print_to(sheet: Sheet, device: QPagedPaintDevice, form: Form | None = None) -> None:
    """Prints a sheet, a page number on each page."""
    paper_document(sheet, form).print_(device)


def write_pdf(sheet: Sheet, path: Path, form: Form | None = None) -> None:
    """Writes a sheet as PDF, whole or not at all; AtopError `not-writable`."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise AtopError("not-writable", file=path, reason=file.errorString())
    writer = QPdfWriter(file)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout.Unit.Millimeter)
    writer.setTitle(sheet_name(sheet))
    print_to(sheet, writer, form)
    if not file.commit():
        raise AtopError("not-writable", file=path, reason=file.errorString())
