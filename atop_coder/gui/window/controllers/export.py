"""Writes the current sheet in other forms: a workbook, a PDF, paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.errors import AtopError
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.session.saving import write_workbook
from atop_coder.session.session import Session
from atop_coder.session.titles import file_name


class ExportController(QObject):
    """What it writes never becomes the sheet's own file."""

    def __init__(self, workspace: Workspace, notices: Notices, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self.workspace, self.notices = workspace, notices
        self.settings, self.window = settings, window

    def export_excel(self) -> None:
        self._write_as("Export to Excel", ".xlsx", "Excel workbooks (*.xlsx)", write_workbook)

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
            self.notices.say(State.ANSWERED, f"Written to {path}.", passing=True)

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


def _write_pdf(session: Session, path: Path) -> None:
    from atop_coder.gui.paper.print_pdf import write_pdf  # with it all that lays out paper

    write_pdf(session.sheet, path, session.form)
