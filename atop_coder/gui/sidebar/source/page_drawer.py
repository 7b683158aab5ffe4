"""Draws the pages of a PDF or of a scan away from the window's thread, those first that are seen now."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from threading import Lock
from typing import Protocol

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from atop_coder.errors import AtopError
from atop_coder.reading.ocr.words import WIDTH
from atop_coder.reading.pdf_pages import Picture, open_pages

LOOKED_AT, COARSE = 3, 0.4  # pages, and pixels to a point, by which the margins are found
INK = 200  # of 255: darker than this is print


class Pages(Protocol):
    """Pages in their order: their sizes in points, and each as a picture in so many pixels to a point."""

    def sizes(self) -> tuple[tuple[float, float], ...]: ...

    def draw(self, at: int, scale: float) -> Picture: ...


class PicturePages:
    """The pages of a picture file, each as wide as the reader of scans takes it to be."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def _reader(self, at: int) -> QImageReader:
        reader = QImageReader(str(self._path))
        reader.setAutoTransform(True)
        if at:
            reader.jumpToImage(at)
        return reader

    def sizes(self) -> tuple[tuple[float, float], ...]:
        found = (self._reader(at).size() for at in range(max(1, self._reader(0).imageCount())))
        return tuple((WIDTH, WIDTH * size.height() / max(1, size.width())) for size in found)

    def draw(self, at: int, scale: float) -> Picture:
        reader = self._reader(at)
        size = reader.size()
        if size.isValid():
            reader.setScaledSize(size * (WIDTH * scale / max(1, size.width())))
        image = reader.read().convertToFormat(QImage.Format.Format_RGB32)
        if image.isNull():
            return Picture(1, 1, b"\xff" * 4, scale)
        return Picture(image.width(), image.height(), bytes(image.constBits()), image.width() / WIDTH)


class PageDrawer(QObject):
    """One file at a time: `sized` when it is open, `drawn` for each page wanted, `failed` if it is not read.

    Each signal carries first the `turn` that `show_file` gave: what comes of a file before is of no use.
    """

    sized = Signal(
        int, object, object
    )  # ((width, height), …) and (left, right) of what is printed, in points
    drawn = Signal(int, int, float, QImage)  # the page from 0, and the scale that was wanted
    failed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._turn = 0
        self._file: tuple[Path, str | None] | None = None
        self._wanted: list[tuple[int, float]] = []
        self._open_turn = 0  # this and the next two belong to the pool's one thread
        self._open = ExitStack()
        self._pages: Pages | None = None
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def show_file(self, path: Path | None, password: str | None = None) -> int:
        """Opens that file, or lets go of the one before; returns the turn that its signals carry."""
        with self._lock:
            self._turn += 1
            self._wanted = []
            self._file = None if path is None else (path, password)
        self._pool.start(self._work)
        return self._turn

    def want(self, pages: Sequence[tuple[int, float]]) -> None:
        """These pages in these scales (pixels to a point), and none that were wanted before."""
        with self._lock:
            self._wanted = list(pages)
        if pages:
            self._pool.start(self._work)

    def stop(self) -> None:
        """Lets go of the file, and waits for the page that is being drawn."""
        self.show_file(None)
        self._pool.waitForDone()

    def _work(self) -> None:
        with self._lock:
            turn, file = self._turn, self._file
        if turn != self._open_turn:
            self._change_file(turn, file)
        while self._pages is not None and (one := self._next(turn)) is not None:
            at, scale = one
            self.drawn.emit(turn, at, scale, to_image(self._pages.draw(at, scale)))

    def _change_file(self, turn: int, file: tuple[Path, str | None] | None) -> None:
        self._open.close()
        self._open_turn, self._pages = turn, None
        if file is None:
            return
        try:
            pages = self._pages = self._open.enter_context(_opened(*file))
        except AtopError as error:
            self.failed.emit(turn, str(error))
        else:
            sizes = pages.sizes()
            self.sized.emit(turn, sizes, printed_width(pages, sizes))

    def _next(self, turn: int) -> tuple[int, float] | None:
        with self._lock:
            return self._wanted.pop(0) if turn == self._turn and self._wanted else None


def _opened(path: Path, password: str | None) -> AbstractContextManager[Pages]:
    """The pages of a picture or of a PDF, told apart by what is in the file."""
    if QImageReader(str(path)).canRead():
        return nullcontext(PicturePages(path))
    return open_pages(path, password)


def printed_width(pages: Pages, sizes: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Where print begins and ends from left to right on the first pages, in points."""
    found = [
        columns for at in range(min(LOOKED_AT, len(sizes))) if (columns := _inked(pages.draw(at, COARSE)))
    ]
    if not found:
        return 0.0, max(width for width, _ in sizes)
    return min(left for left, _ in found), max(right for _, right in found)


def _inked(picture: Picture) -> tuple[float, float] | None:
    row, green = 4 * picture.width, 1
    inked = [x for x in range(picture.width) if min(picture.pixels[4 * x + green :: row]) < INK]
    return (inked[0] / picture.scale, (inked[-1] + 1) / picture.scale) if inked else None


def to_image(picture: Picture) -> QImage:
    """The picture as Qt has it, with its own copy of the pixels."""
    row = 4 * picture.width
    image = QImage(picture.pixels, picture.width, picture.height, row, QImage.Format.Format_RGB32)
    return image.copy()
