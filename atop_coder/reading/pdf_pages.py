"""The pages of a PDF as pictures, for the window: what the reader says of a place can be marked on them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from atop_coder.reading.pages.opening import PDFIUM, open_pdf
from atop_coder.reading.source import read_bytes

MOST_PIXELS = 12_000_000  # of one picture; a larger page is drawn smaller
_WHITE = (255, 255, 255, 255)


class Picture(NamedTuple):
    """A page as it is seen: width and height in pixels, four bytes each (blue, green, red, alpha), no gaps.

    `scale` is pixels to a point: the `top` and `bottom` of a Line times it are rows of the picture.
    """

    width: int
    height: int
    pixels: bytes
    scale: float


def page_pictures(path: Path, password: str | None = None, scale: float = 1.5) -> Iterator[Picture]:
    """The pages in order, drawn one by one as they are asked for; `scale` is pixels to a point.

    AtopError as `read_pdf` raises for a file that does not open. A page that is damaged is one white pixel.
    May be used in any thread: while a page is drawn, another thread that reads a PDF waits.
    """
    with open_pdf(read_bytes(path), path, password) as document:
        for at in range(len(document)):
            with PDFIUM:
                picture = _draw(document, at, scale)
            yield picture


def _draw(document: pypdfium2.PdfDocument, at: int, scale: float) -> Picture:
    try:
        page = document[at]
    except pypdfium2.PdfiumError:
        return Picture(1, 1, bytes(_WHITE), scale)
    width, height = page.get_size()
    fitting = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    drawn = page.render(scale=fitting, fill_color=_WHITE, force_bitmap_format=raw.FPDFBitmap_BGRA)
    picture = Picture(drawn.width, drawn.height, bytes(drawn.buffer), fitting)
    drawn.close()
    page.close()
    return picture
