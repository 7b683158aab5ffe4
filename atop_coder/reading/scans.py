"""Reads scanned sheets, PDFs of pictures and pictures alone, with tesseract where it is installed."""

from collections.abc import Iterator, Sequence
from functools import partial

from atop_coder.errors import AtopError
from atop_coder.reading.ocr.pages import MOST_PAGES, page_count, render
from atop_coder.reading.ocr.program import find_tesseract, languages, recognise
from atop_coder.reading.ocr.words import pieces_of
from atop_coder.reading.pages.found import Piece
from atop_coder.reading.paragraphs import in_doubt, refuse_too_many, with_more
from atop_coder.reading.pdf import lines_on_pages
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines

DOUBT = "read by OCR, look at it"


def read_scan(source: Source, kind: str = "picture") -> Reading:
    """The sheet on scanned pages, every answer in doubt; `kind` is what the report calls the format.

    AtopError `needs-tesseract` where it is not installed, `cancelled` where nobody wants it any more.
    """
    program = find_tesseract()
    if program is None:
        what = "This PDF holds pictures of pages and no text" if kind == "pdf" else "This is a picture"
        raise AtopError("needs-tesseract", file=source.path, what=what)
    known = languages(program, source)
    pages = list(_pages(program, known, source, kind))
    if not any(pages):
        raise AtopError("not-a-codesheet", file=source.path)
    lines = lines_on_pages(pages, ())
    refuse_too_many(lines, str(source.path))
    reading = read_lines(lines, str(source.path), kind)
    note = f"read by OCR with tesseract ({', '.join(known)}): look at each answer"
    return with_more(in_doubt(reading, DOUBT), (), [note])


def _pages(program: str, known: Sequence[str], source: Source, kind: str) -> Iterator[list[Piece]]:
    """The pieces of one page after the other, as they are recognised."""
    count = page_count(source, kind)
    if count > MOST_PAGES:
        raise AtopError("pdf-too-long", file=source.path, pages=count, limit=MOST_PAGES)
    for at in range(count):
        tell = partial(_tell, source, at, count)
        tell(0)
        data, within = (render(source, at), 0) if kind == "pdf" else (source.data, at)
        yield pieces_of(recognise(program, known, data, within, tell, source.path), at + 1)


def _tell(source: Source, at: int, count: int, _: float) -> None:
    source.tell(0.9 * at / count)
