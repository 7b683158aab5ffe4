"""The last edge: what nobody foresaw is logged, told in a window, and the work is kept."""

import faulthandler
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.files.log import crash_lines, log
from atop_coder.gui.session.journal_writer import JournalWriter
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.theme import Role, Theme

HEADING = "Something went wrong that should not have"
KEPT = (
    "Your work is kept: what you typed is in the recovery journal and still in the window. Save it (Ctrl+S,"
    " or Ctrl+Shift+S for another name), and start the program again."
)
NOT_KEPT = (
    "Save your work now (Ctrl+S, or Ctrl+Shift+S for another name), and start the program again: the recovery"
    " journal could not be written."
)
COPY, FOLDER, CLOSE = "Copy the details", "Open the folder", "Close"


class CrashWindow(QDialog):
    """Says what happened, where the log is, and that the work is kept."""

    def __init__(
        self, what: str, details: str, log_file: Path, kept: bool, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.details, self.log_file = theme, details, log_file
        self.setWindowTitle("ATOP Coder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.what = Label(what, theme, Role.BODY, wrap=True, parent=self)
        self.kept = Label(KEPT if kept else NOT_KEPT, theme, Role.BODY, wrap=True, parent=self)
        self.place = Label(f"Written down in {log_file}", theme, Role.SMALL, "quiet", wrap=True, parent=self)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = {name: Chip(name, theme, primary=name == CLOSE) for name in (COPY, FOLDER, CLOSE)}
        self.buttons[COPY].clicked.connect(self._copy)
        self.buttons[FOLDER].clicked.connect(self._open_folder)
        self.buttons[CLOSE].clicked.connect(self.accept)
        self._lay_out()
        self.buttons[CLOSE].setFocus()

    def _lay_out(self) -> None:
        px = self.theme.px
        column = QVBoxLayout(self)
        self.theme.space(column, 10, (24, 20, 24, 18))
        column.addWidget(Label(HEADING, self.theme, Role.TITLE, parent=self))
        for label in (self.what, self.kept, self.place):
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        for chip in self.buttons.values():
            row.addWidget(chip)
        column.addSpacing(px(6))
        column.addLayout(row)
        self.setMinimumWidth(px(520))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.log_file.parent)))


class CrashWatch(QObject):
    """Catches what nobody foresaw, in all threads; a window is put up for the first of several at once."""

    _told = Signal(str, str)

    def __init__(self, window: QWidget, journals: JournalWriter, log_file: Path, theme: Theme) -> None:
        super().__init__()
        self.window, self.journals, self.log_file, self.theme = window, journals, log_file, theme
        self.shown: CrashWindow | None = None
        self._faults: TextIO | None = None
        self._told.connect(self._show)  # in the window's thread, whichever thread broke

    def begin(self) -> None:
        """From now on; a fault in Qt itself, which no Python sees, leaves its stack beside the log."""
        sys.excepthook = self.report
        threading.excepthook = _report_thread
        try:
            self._faults = self.log_file.with_suffix(".faults").open("a", encoding="utf-8")
            faulthandler.enable(self._faults)
        except OSError:
            log.warning("no file for faults")

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Writes down an error that nothing caught, keeps the work, and tells the person."""
        traceback.print_exception(kind, error, trace, file=sys.stderr)
        if issubclass(kind, KeyboardInterrupt):
            self.window.close()
            return
        log.error("crashed:\n%s", crash_lines(kind, error, trace))
        details = "".join(traceback.format_exception(kind, error, trace))
        self._told.emit(f"{kind.__name__}: {error}", details)

    def _show(self, what: str, details: str) -> None:
        kept = self._keep()
        if self.shown is None:
            self.shown = CrashWindow(what, details, self.log_file, kept, self.theme, self.window)
            self.shown.destroyed.connect(self._forget)
            self.shown.open()

    def _keep(self) -> bool:
        """Puts all that is typed into the journals; this must not fail in its turn."""
        try:
            self.journals.sync()
        except Exception as error:  # the edge: whatever broke may break here too
            log.error("the journal after a crash: %s", crash_lines(type(error), error, error.__traceback__))
            return False
        return not self.journals.failing

    def _forget(self) -> None:
        self.shown = None


def _report_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        log.error("a thread broke:\n%s", crash_lines(told.exc_type, told.exc_value, told.exc_traceback))
        traceback.print_exception(told.exc_type, told.exc_value, told.exc_traceback, file=sys.stderr)
