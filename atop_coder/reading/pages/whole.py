"""All that a PDF holds, page by page; what runs here runs in the process for PDFs."""

from collections.abc import Callable
from itertools import islice

import pypdfium2
from pypdfium2 import raw

from atop_coder.errors import AtopError
from atop_coder.reading.pages.attached import attached_text
from atop_coder.reading.pages.fields import page_fields, with_fields
from atop_coder.reading.pages.found import Field, Found, Piece, Remark
from atop_coder.reading.pages.pieces import page_pieces
from atop_coder.reading.pages.remarks import page_remarks

_MOST = 1_500_000  # characters of all pages
_MOST_PIECES = 40_000  # of all pages


def find_all(document: pypdfium2.PdfDocument, file: object, tell: Callable[[float], None]) -> Found:
    """The pieces of every page, the remarks on them, their fields, and whether there are pictures.

    AtopError `file-unpacks-too-large` for a file with far more of them than a sheet.
    """
    try:
        return _find_all(document, tell)
    except OverflowError as error:
        raise AtopError("file-unpacks-too-large", file=file) from error


def _find_all(document: pypdfium2.PdfDocument, tell: Callable[[float], None]) -> Found:
    pages: list[tuple[Piece, ...]] = []
    remarks: list[Remark] = []
    fields: list[Field] = []
    pictures, characters, count = False, 0, 0
    for at in range(len(document)):
        tell(at / len(document))
        try:
            page = document[at]
        except pypdfium2.PdfiumError:  # this page is damaged; the others may not be
            pages.append(())
            continue
        filled = list(page_fields(document, page, at + 1))
        pages.append(tuple(with_fields(page_pieces(page, at + 1), filled)))
        fields += filled
        remarks += page_remarks(document, page, at + 1)
        pictures = pictures or _has_picture(page)
        page.close()
        characters += sum(len(piece.text) for piece in pages[-1])
        count += len(pages[-1])
        if characters > _MOST or count > _MOST_PIECES:
            raise OverflowError
    return Found(tuple(pages), tuple(remarks), tuple(fields), pictures, attached_text(document))


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(one.type == raw.FPDF_PAGEOBJ_IMAGE for one in islice(page.get_objects(max_depth=2), 500))
