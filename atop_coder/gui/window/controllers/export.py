"""Writes the current sheet in other forms: a workbook, a text for people to edit, a PDF, paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.errors import AtopError
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.desktop import open_file, show_folder
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.session.saving import write_copy
from atop_coder.session.session import Session
from atop_coder.session.titles import file_name

OPEN, SHOW, CLOSE = "Open", "Show in folder", "Close"


class ExportController(QObject):
    """What it writes never becomes the sheet's own file."""

    def __init__(self, workspace: Workspace, notices: Notices, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.notices = workspace, notices
        self.settings, self.window = settings, window

    def export_excel(self) -> None:
        self._copy_as("Export to Excel", ".xlsx", "Excel workbooks")

    def export_word(self) -> None:
        self._copy_as("Export to Word", ".docx", "Word documents")

    def export_opendocument(self) -> None:
        self._copy_as("Export to OpenDocument", ".odt", "OpenDocument texts")

    def export_markdown(self) -> None:
        self._copy_as("Export to Markdown", ".md", "Markdown")

    def _copy_as(self, title: str, ending: str, kind: str) -> None:
        write = partial(write_copy, wanted=ending[1:])
        self._write_as(title, ending, f"{kind} (*{ending})", write)

    def export_pdf(self) -> None:
        self._write_as("Save as PDF", ".pdf", "PDF (*.pdf)", _write_pdf)

    def _write_as(self, title: str, ending: str, kinds: str, write: Callable[[Session, Path], None]) -> None:
        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        folder = self.settings.dialog_folder(document.path)
        proposed = folder / Path(file_name(document.sheet)).with_suffix(ending)
        path = dialogs.ask_target(self.window, title, proposed, kinds)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(ending)
        try:
            write(document.session, path)
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))
        else:
            bar = self.notices.say(
                State.ANSWERED,
                f"Written to {path}.",
                (OPEN, SHOW, CLOSE),
                passing=True,
                about=("export", document),
            )
            bar.acted.connect(lambda button: _open(button, path))

    def print_sheet(self) -> None:
        """Asks for the printer, and prints."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from atop_coder.gui.paper.printing import print_to

        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self.window)
        dialog.setWindowTitle(f"Print {document.name}")
        if not dialog.exec():
            return
        try:
            print_to(document.sheet, printer, document.form)
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))


def _open(button: str, path: Path) -> None:
    if button in (OPEN, SHOW):
        (open_file if button == OPEN else show_folder)(path)


def _write_pdf(session: Session, path: Path) -> None:
    from atop_coder.gui.paper.print_pdf import write_pdf  # with it all that lays out paper

    write_pdf(session.sheet, path, session.form)
