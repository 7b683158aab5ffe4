"""Pages of a PDF drawn as pictures; what runs here runs in the process for PDFs."""

import pypdfium2
from pypdfium2 import raw

_WHITE = (255, 255, 255, 255)
Pixels = tuple[int, int, float, bytes]  # width, height, pixels to a point, and the pixels without gaps


def page_sizes(document: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    """Width and height of each page, in points; (0, 0) for one that is damaged."""
    return [_size(document, at) for at in range(len(document))]


def _size(document: pypdfium2.PdfDocument, at: int) -> tuple[float, float]:
    try:
        width, height = document.get_page_size(at)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0
    return float(width), float(height)


def draw(document: pypdfium2.PdfDocument, at: int, scale: float, most: int, grey: bool = False) -> Pixels:
    """The page at that place with at most so many pixels; one white pixel for one that is damaged.

    A pixel is four bytes (blue, green, red, alpha), of a grey picture one.
    """
    try:
        page = document[at]
        width, height = page.get_size()
        fitting = min(scale, (most / max(1.0, width * height)) ** 0.5)
        kind = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRA
        drawn = page.render(scale=fitting, fill_color=_WHITE, force_bitmap_format=kind)
    except pypdfium2.PdfiumError:
        return 1, 1, scale, bytes(_WHITE[:1] if grey else _WHITE)
    wide, stride = drawn.width * (1 if grey else 4), drawn.stride
    rows = memoryview(drawn.buffer).cast("B")
    packed = b"".join(rows[row * stride : row * stride + wide] for row in range(drawn.height))
    told = (drawn.width, drawn.height, fitting, packed)
    drawn.close()
    page.close()
    return told
