"""The pages of a PDF as pictures, for the window: what the reader says of a place can be marked on them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from atop_coder.errors import AtopError
from atop_coder.reading.pages.apart import Document
from atop_coder.reading.source import read_bytes

MOST_PIXELS = 12_000_000  # of one picture; a larger page is drawn smaller
_WHITE = bytes((255, 255, 255, 255))


class Picture(NamedTuple):
    """A page as it is seen: width and height in pixels, four bytes each (blue, green, red, alpha), no gaps.

    `scale` is pixels to a point: the `top` and `bottom` of a Line times it are rows of the picture.
    """

    width: int
    height: int
    pixels: bytes
    scale: float


class Pages:
    """The pages of a PDF, for a window that draws only those that are seen.

    May be used in any thread: while a page is drawn, another thread that reads a PDF waits.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        words, _ = document.ask("sizes")
        self._sizes = tuple((float(width), float(height)) for width, height in words["sizes"])

    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page, in points; (0, 0) for one that is damaged."""
        return self._sizes

    def draw(self, at: int, scale: float) -> Picture:
        """The page at that place, from 0; one white pixel for one that cannot be drawn."""
        try:
            words, pixels = self._document.ask("draw", at=at, scale=scale, most=MOST_PIXELS, grey=False)
            width, height, fitting = words["picture"]
        except (AtopError, ValueError):
            return Picture(1, 1, _WHITE, scale)
        return Picture(width, height, pixels, fitting)


@contextmanager
def open_pages(path: Path, password: str | None = None) -> Iterator[Pages]:
    """The pages of that file until the end of the block; AtopError as `read_pdf` raises."""
    yield Pages(Document(read_bytes(path), path, password))


def page_pictures(path: Path, password: str | None = None, scale: float = 1.5) -> Iterator[Picture]:
    """The pages in order, drawn one by one as they are asked for; `scale` is pixels to a point.

    AtopError as `read_pdf` raises for a file that does not open. A page that is damaged is one white pixel.
    May be used in any thread: while a page is drawn, another thread that reads a PDF waits.
    """
    with open_pages(path, password) as pages:
        for at in range(len(pages.sizes())):
            yield pages.draw(at, scale)
