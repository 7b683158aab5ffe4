"""A sheet as PDF, from the same page as on paper; also without a display."""

import os
import sys
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from atop_coder.errors import AtopError
from atop_coder.files.save import save_bytes
from atop_coder.form import Form
from atop_coder.gui.paper.paper_document import INCH
from atop_coder.gui.paper.printing import print_to
from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from atop_coder.writing.paper import Paper, usual_paper
from atop_coder.writing.title import title_of


def sheet_to_pdf(sheet: Sheet, paper: Paper | None = None, form: Form | None = None) -> bytes:
    """The file's bytes; `paper` is the usual one of the place if not given. AtopError `no-font`."""
    application()
    if not QFontDatabase.families():
        raise AtopError("no-font")
    data = QBuffer()
    data.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(data)
    writer.setTitle(title_of(sheet))
    writer.setCreator("ATOP Coder")
    writer.setResolution(int(INCH))  # so that nothing is scaled
    writer.setPageLayout(page_layout(paper or usual_paper()))
    # What letters on a page cannot tell, such as where a paragraph goes on, the sheet itself tells a reader.
    text = sheet_to_normalized(sheet, form).encode()
    writer.addFileAttachment(f"{title_of(sheet)}.txt", QByteArray(text), "text/plain")
    print_to(sheet, writer, form)
    return bytes(data.data().data())


def write_pdf(sheet: Sheet, path: Path, form: Form | None = None) -> None:
    """Writes a sheet as PDF, whole or not at all; AtopError `not-writable`."""
    save_bytes(path, sheet_to_pdf(sheet, form=form))


def page_layout(paper: Paper) -> QPageLayout:
    """The whole of that paper, upright."""
    width, height = paper.size
    size = QPageSize(
        QSizeF(width, height), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


@cache
def application() -> QCoreApplication:
    """The application that Qt needs to lay out text: the one there is, or a new one without a window.

    Letters need no display; on Linux none is asked for unless QT_QPA_PLATFORM does, so that a display that
    cannot be reached stops nobody.
    """
    there = QCoreApplication.instance()
    if there is None and sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return there or QGuiApplication(sys.argv[:1])
