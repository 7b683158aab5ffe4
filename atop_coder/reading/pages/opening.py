"""Opens PDFs within bounds; what runs here runs in the process for PDFs."""

import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pypdfium2
from pypdfium2 import raw

from atop_coder.errors import AtopError

MOST_PAGES = 200
MOST_STREAM_MB = 64  # that one stream may unpack to
MOST_MB = 512  # that all may unpack to
_LAYERS = 3  # that a stream may be packed within another
_MB = 2**20
_SLICE = 2**16
_STREAM = re.compile(rb"stream\r?\n")

# It tells of forms of a kind that it does not know (XFA) on standard error otherwise.
logging.getLogger("pypdfium2").addHandler(logging.NullHandler())


@contextmanager
def open_pdf(data: bytes, file: object, password: str | None = None) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed at the end.

    AtopError `needs-password`, `wrong-password`, `file-damaged`, `file-unpacks-too-large`, `pdf-too-long`.
    """
    if unpacks_too_large(data):
        raise AtopError("file-unpacks-too-large", file=file)
    document = _load(data, file, password)
    try:
        yield document
    finally:
        document.close()


def _load(data: bytes, file: object, password: str | None) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as error:
        raise _not_opened(error, file, password) from error
    with suppress(pypdfium2.PdfiumError):
        document.init_forms()  # or else no page shows what is filled in
    pages = len(document)
    if 0 < pages <= MOST_PAGES:
        return document
    document.close()
    if pages > 0:
        raise AtopError("pdf-too-long", file=file, pages=pages, limit=MOST_PAGES)
    raise AtopError("file-damaged", file=file, reason="it has no page")


def _not_opened(error: pypdfium2.PdfiumError, file: object, password: str | None) -> AtopError:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return AtopError("wrong-password" if password else "needs-password", file=file)
    return AtopError("file-damaged", file=file, reason="it does not open as a PDF")


def unpacks_too_large(data: bytes) -> bool:
    """Whether a stream of the file is a bomb, or all together are: PDFium would unpack gigabytes of them."""
    whole = 0
    for match in _STREAM.finditer(data):
        size = _size(memoryview(data)[match.end() :], _LAYERS)
        whole += size
        if size > MOST_STREAM_MB * _MB or whole > MOST_MB * _MB:
            return True
    return False


def _size(data: memoryview, layers: int) -> int:
    """The bytes that a packed stream unpacks to, or one packed within it does; 0 if it is not packed."""
    if not layers or not data or data[0] & 0x0F != 8:
        return 0
    whole, first = 0, b""
    for chunk in _unpacked(data):
        first, whole = first or chunk, whole + len(chunk)
        if whole > MOST_STREAM_MB * _MB:
            break
    return max(whole, _size(memoryview(first), layers - 1))


def _unpacked(data: memoryview) -> Iterator[bytes]:
    """What a packed stream holds, a megabyte at a time at most; ends quietly where it is damaged."""
    packed = zlib.decompressobj()
    try:
        for start in range(0, len(data), _SLICE):
            waiting: bytes | memoryview = data[start : start + _SLICE]
            while waiting and not packed.eof:
                yield packed.decompress(waiting, _MB)
                waiting = packed.unconsumed_tail
            if packed.eof:
                return
    except zlib.error:
        return
