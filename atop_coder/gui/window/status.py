"""The line at the foot of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from atop_coder.checks.problem import Severity
from atop_coder.checks.words import counted
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.cards import Label, OneLine
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.theme import Role, Theme


class StatusLine(Ground):
    """Saved or not and when, how much is answered, what is wrong, and what can be done here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "panel", "top", parent)
        self.saved = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.answered = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.errors = Label("", theme, Role.LABEL, "error", parent=self)
        self.warnings = Label("", theme, Role.LABEL, "warning", parent=self)
        self.hint = OneLine("", theme, Role.SMALL, "quiet", parent=self)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.row = QHBoxLayout(self)
        for label in (self.saved, self.answered, self.errors, self.warnings):
            self.row.addWidget(label)
        self.row.addWidget(self.hint, 1)
        theme.follow(self._respace)

    def _respace(self) -> None:
        self.theme.space(self.row, 18, (18, 6, 18, 6))

    def show_document(self, document: Document | None) -> None:
        """Tells of that document, or of nothing."""
        labels = (self.saved, self.answered, self.errors, self.warnings)
        if document is None:
            for label in labels:
                label.setText("")
            return
        total = len(document.form.questions)
        self.saved.setText(saved_words(document))
        self.saved.set_ink("accent" if document.dirty else "quiet")
        checking = "" if document.session.shown.checked else " · checking…"
        self.answered.setText(f"{document.sheet.answered} of {total} answered{checking}")
        for label, severity in ((self.errors, Severity.ERROR), (self.warnings, Severity.WARNING)):
            number = document.session.count(severity)
            label.setText(counted(number, severity) if number else "")
            label.setVisible(bool(label.text()))


def saved_words(document: Document) -> str:
    """Whether the work is safe, in words: "Saved 14:03", "Not saved", "No changes"."""
    if document.session.gone:
        return "File gone: save makes it anew"
    if document.dirty:
        return "Changes not saved" if document.path else "Not saved yet"
    if document.session.saved_at:
        return f"Saved {document.session.saved_at:%H:%M}"
    return "No changes" if document.path else "New sheet"
