"""What was copied elsewhere, as plain text: also where a program gives formatted text alone."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication

PICTURE = "\ufffc"  # stands in a text for a picture


def is_html_alone(source: QMimeData) -> bool:
    """Whether there is formatted text, and none without."""
    return source.hasHtml() and not source.text()


def text_of(source: QMimeData) -> str:
    """The words of what was copied, without formatting; "" where there are none."""
    if not is_html_alone(source):
        return source.text()
    return QTextDocumentFragment.fromHtml(source.html()).toPlainText().replace(PICTURE, "")


def copied_text() -> str:
    """The words in the clipboard."""
    return text_of(_copied())


def has_html_alone() -> bool:
    """Whether the clipboard holds formatted text, and none without."""
    return is_html_alone(_copied())


def _copied() -> QMimeData:
    """What is in the clipboard; Qt has None for one that is empty."""
    there: QMimeData | None = QApplication.clipboard().mimeData()
    return there if there is not None else QMimeData()
