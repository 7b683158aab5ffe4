"""What a PDF keeps beside its text: the addresses of links, and the notes that readers have put on it."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from atop_coder.reading.pages.fields import annotation_count
from atop_coder.reading.pages.found import Remark

_SPOKEN = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_CARET,
    }
)


def page_remarks(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> Iterator[Remark]:
    """The links and notes of a page, in the file's order."""
    for at in range(annotation_count(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            yield from _remark(document, annotation, number)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _remark(document: pypdfium2.PdfDocument, annotation: object, number: int) -> Iterator[Remark]:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rect)
    place = (rect.left, rect.bottom, rect.right, rect.top)
    if kind == raw.FPDF_ANNOT_LINK:
        if address := _address(document, annotation):
            yield Remark(number, address, "", True, *place)
    elif kind in _SPOKEN and (text := _string(annotation, b"Contents")):
        yield Remark(number, text, _string(annotation, b"T"), False, *place)


def _address(document: pypdfium2.PdfDocument, annotation: object) -> str:
    action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(annotation))
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    length = min(4096, raw.FPDFAction_GetURIPath(document, action, None, 0))
    buffer = ctypes.create_string_buffer(max(1, length))
    raw.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip()


def _string(annotation: object, key: bytes) -> str:
    length = min(20_000, raw.FPDFAnnot_GetStringValue(annotation, key, None, 0))
    if length < 4:
        return ""
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return " ".join(buffer.raw.decode("utf-16-le", "replace").rstrip("\0").split())
