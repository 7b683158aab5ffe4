"""The pages of a PDF as pictures, for the window: what the reader says of a place can be marked on them."""

from collections.abc import Iterator
from contextlib import contextmanager
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


class Pages:
    """The pages of an open PDF, for a window that draws only those that are seen.

    May be used in any thread: while a page is drawn, another thread that reads a PDF waits.
    """

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points; (0, 0) for one that is damaged."""
        with PDFIUM:
            return tuple(_size(self._document, at) for at in range(len(self._document)))

    def draw(self, at: int, scale: float) -> Picture:
        """The page at that place, from 0; one white pixel for one that is damaged."""
        with PDFIUM:
            return _draw(self._document, at, scale)


@contextmanager
def open_pages(path: Path, password: str | None = None) -> Iterator[Pages]:
    """The pages of that file until the end of the block; AtopError as `read_pdf` raises."""
    with open_pdf(read_bytes(path), path, password) as document:
        yield Pages(document)


def page_pictures(path: Path, password: str | None = None, scale: float = 1.5) -> Iterator[Picture]:
    """The pages in order, drawn one by one as they are asked for; `scale` is pixels to a point.

    AtopError as `read_pdf` raises for a file that does not open. A page that is damaged is one white pixel.
    May be used in any thread: while a page is drawn, another thread that reads a PDF waits.
    """
    with open_pages(path, password) as pages:
        for at in range(len(pages.sizes())):
            yield pages.draw(at, scale)


def _size(document: pypdfium2.PdfDocument, at: int) -> tuple[float, float]:
    try:
        width, height = document.get_page_size(at)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0
    return float(width), float(height)


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
