"""The pages of a scan: of a PDF drawn as pictures, of a picture file counted."""

import struct
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from atop_coder.errors import AtopError
from atop_coder.reading.ocr.words import WIDTH
from atop_coder.reading.pages.opening import PDFIUM, open_pdf
from atop_coder.reading.source import Source

MOST_PAGES = 80
_DOTS = 300  # to an inch, which tesseract is made for
_MOST_PIXELS = 60_000_000
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # marks in a JPEG behind which its size stands


def page_widths(source: Source, kind: str) -> list[float]:
    """How wide each page is, in points; AtopError for a picture that is far too large."""
    if kind == "pdf":
        with open_pdf(source.data, source.path, source.password) as document, PDFIUM:
            return [_width(document, at) for at in range(len(document))]
    width, height = picture_size(source.data)
    if width * height > _MOST_PIXELS:
        raise AtopError("file-unpacks-too-large", file=source.path)
    return [WIDTH] * max(1, sum(1 for _ in _directories(source.data)))


def _width(document: pypdfium2.PdfDocument, at: int) -> float:
    try:
        return float(document.get_page_size(at)[0]) or WIDTH
    except pypdfium2.PdfiumError:
        return WIDTH


def render(source: Source, at: int) -> bytes:
    """A page of a PDF as a picture in grey (PGM); one white dot for a page that is damaged."""
    with open_pdf(source.data, source.path, source.password) as document, PDFIUM:
        try:
            page = document[at]
            width, height = page.get_size()
            scale = min(_DOTS / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            drawn = page.render(scale=scale, force_bitmap_format=raw.FPDFBitmap_Gray)
        except pypdfium2.PdfiumError:
            return b"P5 1 1 255\n\xff"
        rows = bytes(drawn.buffer)
        stride = drawn.stride
        packed = b"".join(rows[row * stride : row * stride + drawn.width] for row in range(drawn.height))
        return b"P5 %d %d 255\n" % (drawn.width, drawn.height) + packed


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height that a PNG, JPEG or TIFF gives for itself; (0, 0) where it does not say."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return next(_jpeg_sizes(data), (0, 0))
    sizes = [(tags.get(256, 0), tags.get(257, 0)) for tags in _directories(data)]
    return max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            yield width, height
            return
        at += 2 + max(2, length)


def _directories(data: bytes) -> Iterator[dict[int, int]]:
    """Tag -> value of each page of a TIFF; none for another picture."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(data[:4])
    seen: set[int] = set()
    at = struct.unpack(f"{order}I", data[4:8])[0] if order and len(data) >= 8 else 0
    while order and at and at not in seen and at + 2 <= len(data) and len(seen) <= MOST_PAGES:
        seen.add(at)
        count = struct.unpack(f"{order}H", data[at : at + 2])[0]
        end = at + 2 + 12 * count
        if end + 4 > len(data):
            return
        yield dict(_tag(data[place : place + 12], order) for place in range(at + 2, end, 12))
        at = struct.unpack(f"{order}I", data[end : end + 4])[0]


def _tag(entry: bytes, order: str) -> tuple[int, int]:
    tag, kind, _ = struct.unpack(f"{order}HHI", entry[:8])
    value = (
        struct.unpack(f"{order}H", entry[8:10])[0] if kind == 3 else struct.unpack(f"{order}I", entry[8:])[0]
    )
    return tag, value
