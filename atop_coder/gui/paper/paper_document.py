"""The page that `writing` makes of a sheet, as a Qt document for paper: black on white, in one piece."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from atop_coder.form import Form, load_form
from atop_coder.gui.paper.line_breaking import keep_words_whole
from atop_coder.sheet import Sheet
from atop_coder.writing.html_body import sheet_body

# All lengths are points, and the document's pixels are points, of which Qt takes only whole ones. With finer
# pixels, scaled down, PDFium would not see where a line ends: it measures gaps in the scale of the letters.
INCH = 72.0
BODY, SMALL = 11, 9
LINE = 108  # per cent
INK, QUIET = "#1b1f24", "#5f6770"
FAMILIES = ("Calibri", "Carlito", "Segoe UI", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
STYLE = f"""
h1 {{ font-size: 22px; color: #24485c; margin-top: 0px; margin-bottom: 0px; }}
h2 {{ font-size: 13px; color: #24485c; margin-top: 22px; margin-bottom: 2px; }}
h3 {{ font-size: {BODY}px; margin-top: 11px; margin-bottom: 3px; }}
p {{ font-size: {BODY}px; margin-top: 0px; margin-left: 16px; margin-bottom: 5px; }}
p {{ white-space: pre-wrap; line-height: {LINE}%; }}
p.summary {{ font-size: 10px; color: {QUIET}; margin-left: 0px; margin-bottom: 0px; }}
table {{ margin-left: 16px; }}
th {{ font-size: {BODY}px; font-weight: normal; text-align: left; padding-right: 6px; }}
td {{ font-size: {BODY}px; white-space: pre-wrap; }}
a {{ color: #1d5c8c; }}
"""
_OF_QT = dict.fromkeys((0xFDD0, 0xFDD1, 0xFFFC))  # what Qt keeps for its own marks in a document
# A PDF tells the letters of each glyph, but of a joined one, such as ti, it tells none or the wrong ones.
_JOINING = ("liga", "clig", "dlig", "hlig", "calt")


def paper_font(size: int) -> QFont:
    """The type of the page, of that size."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _JOINING:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def paper_document(sheet: Sheet, form: Form | None = None, width: float = 468.0) -> QTextDocument:
    """The sheet as a document of that width."""
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDocumentMargin(0)
    document.setDefaultFont(paper_font(BODY))
    document.setDefaultStyleSheet(STYLE)
    markup = sheet_body(sheet, form or load_form()).translate(_OF_QT)
    document.setHtml(markup.replace(">\n<", "><"))  # Qt would keep line feeds as spaces
    for block in _blocks(document):
        _finish(QTextCursor(block))
    document.setTextWidth(width)
    keep_words_whole(document)
    return document


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _finish(cursor: QTextCursor) -> None:
    """Does what Qt's style sheets cannot: headings in no other size than theirs, tables with space around."""
    table = cursor.currentTable()
    if table:
        cell = table.cellAt(cursor)
        form = cell.format().toTableCellFormat()
        form.setTopPadding(3 if cell.row() == 0 else 1)
        form.setBottomPadding(6 if cell.row() == table.rows() - 1 else 0)
        cell.setFormat(form)
    elif cursor.blockFormat().headingLevel():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        letters = cursor.charFormat()
        letters.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        cursor.setCharFormat(letters)
