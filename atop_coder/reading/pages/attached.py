"""The sheet that a PDF of this program carries with it as a file of text."""

import pypdfium2

from atop_coder.sheet.frame import has_title

_MOST = 10_000_000  # bytes; no sheet is longer
_MOST_FILES = 20


def attached_text(document: pypdfium2.PdfDocument) -> str | None:
    """The first file in the PDF that is a normalized sheet; None if there is none."""
    for at in range(min(document.count_attachments(), _MOST_FILES)):
        try:
            data = bytes(document.get_attachment(at).get_data())
        except pypdfium2.PdfiumError:
            continue
        text = data.decode("utf-8", "replace") if len(data) < _MOST else ""
        if has_title(text):
            return text
    return None
