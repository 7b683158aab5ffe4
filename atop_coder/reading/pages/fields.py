"""The fields of a PDF form: what is typed into them, and which boxes are ticked, at their place."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from atop_coder.reading.pages.found import Field, Piece, clean
from atop_coder.reading.pages.pieces import viewer
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX

_MOST = 2000  # annotations of one page
_MOST_FIELDS = 600  # of one page, that say something
_MOST_BYTES = 400_000  # of one field's text
_HIDDEN = 0x02 | 0x20  # flags of an annotation: hidden, and not to be viewed
_BOXES = frozenset({raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON})
_WORDS = frozenset({raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX})
_ON_LINE = 0.6  # of a field's height: a text whose line stands within is on the field's line


def page_fields(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> Iterator[Field]:
    """The fields of a page that are filled in, and all its boxes, in the file's order.

    OverflowError for far more than a page can show.
    """
    seen, count = viewer(page), 0
    for at in range(annotation_count(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) != raw.FPDF_ANNOT_WIDGET:
                continue
            is_box, lines = _said(document, annotation)
            if not lines:
                continue
            count += 1
            if count > _MOST_FIELDS:
                raise OverflowError
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, rect)
            (x1, y1), (x2, y2) = seen(rect.left, rect.top), seen(rect.right, rect.bottom)
            place = (min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
            hidden = bool(raw.FPDFAnnot_GetFlags(annotation) & _HIDDEN)
            yield Field(number, lines, *place, hidden, is_box)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def annotation_count(page: pypdfium2.PdfPage) -> int:
    """How many annotations a page has; OverflowError for far too many."""
    count: int = max(0, raw.FPDFPage_GetAnnotCount(page))
    if count > _MOST:
        raise OverflowError
    return count


def _said(document: pypdfium2.PdfDocument, annotation: object) -> tuple[bool, tuple[str, ...]]:
    """Whether a field is a box, and its lines: a box as such, the lines of its text, none if it is empty."""
    form = document.formenv
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation) if form else raw.FPDF_FORMFIELD_UNKNOWN
    if kind in _BOXES:
        return True, (TICKED_BOX if raw.FPDFAnnot_IsChecked(form, annotation) else OPEN_BOX,)
    return False, tuple(filter(None, map(str.strip, _text(form, kind, annotation).splitlines())))


def _text(form: object, kind: int, annotation: object) -> str:
    """The text of a field; also where the file has the field on a page, but in no form."""

    def read(buffer: object, length: int) -> int:
        if kind in _WORDS:
            return int(raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length))
        if kind == raw.FPDF_FORMFIELD_UNKNOWN:
            return int(raw.FPDFAnnot_GetStringValue(annotation, b"V", buffer, length))
        return 0

    length = min(_MOST_BYTES, read(None, 0))
    if length < 4:
        return ""
    bytes_read = ctypes.create_string_buffer(length)
    read(ctypes.cast(bytes_read, ctypes.POINTER(raw.FPDF_WCHAR)), length)
    return clean(bytes_read.raw.decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n"))


def with_fields(pieces: Sequence[Piece], fields: Sequence[Field]) -> list[Piece]:
    """The pieces of a page with those of its fields that are seen, each where it is read."""
    whole = list(pieces)
    for field in sorted(fields, key=lambda one: (round(one.top / 4), one.left)):
        if not field.hidden:
            _put_in(whole, field)
    return whole


def _put_in(pieces: list[Piece], field: Field) -> None:
    _part_around(pieces, field)
    before = [at for at, piece in enumerate(pieces) if _is_before(piece, field)]
    at = before[-1] + 1 if before else 0
    made = list(_pieces(field, bool(before) and _on_line(pieces[at - 1], field)))
    pieces[at:at] = made
    behind = at + len(made)
    if behind < len(pieces) and _on_line(pieces[behind], field) and pieces[behind].left >= field.left:
        pieces[behind] = replace(pieces[behind], follows=True)


def _part_around(pieces: list[Piece], field: Field) -> None:
    """Parts the piece that stands on both sides of a field at its gaps."""
    for at, piece in enumerate(pieces):
        if piece.parts and _on_line(piece, field) and piece.left < field.left < piece.right:
            first, *others = piece.parts
            pieces[at : at + 1] = [replace(first, follows=piece.follows), *others]
            return


def _is_before(piece: Piece, field: Field) -> bool:
    """Whether a piece is read before a field: it stands left of it on its line, or above it."""
    if _on_line(piece, field):
        return piece.left <= field.left
    return piece.base < field.bottom and piece.left < field.right and piece.right > field.left


def _on_line(piece: Piece, field: Field) -> bool:
    """Whether a piece stands on the first line of a field."""
    line = min(field.bottom, field.top + 2 * field.size)
    return field.top < piece.base - 0.3 * piece.size < max(line, field.top + _ON_LINE * field.size)


def _pieces(field: Field, follows: bool) -> Iterator[Piece]:
    size, count = field.size, len(field.lines)
    step = min(1.2 * size, max(0.0, field.bottom - field.top - size) / max(1, count - 1))
    for at, text in enumerate(field.lines):
        width = 0.5 * size * len(text)
        yield Piece(
            text=text,
            page=field.page,
            left=field.left,
            right=min(field.right, field.left + width),
            base=field.top + size + at * step,
            size=size,
            word=min(width, 0.5 * size * len(text.split(maxsplit=1)[0])),
            follows=follows and not at,
            space=0.25 * size,
            filled=not field.is_box,
        )
