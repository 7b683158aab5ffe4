"""Reads sheets in PDFs: lines as they stand on the pages; headers, addresses of links and notes told apart."""

from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from atop_coder.errors import AtopError
from atop_coder.reading.pages.broken import mend
from atop_coder.reading.pages.flow import ends_of, in_order
from atop_coder.reading.pages.margins import find_asides
from atop_coder.reading.pages.opening import PDFIUM, open_pdf
from atop_coder.reading.pages.pieces import Piece, page_pieces, upright
from atop_coder.reading.pages.remarks import Remark, page_remarks
from atop_coder.reading.paragraphs import bare_address, with_more
from atop_coder.reading.report import Line, Reading
from atop_coder.reading.report import Piece as Outside
from atop_coder.reading.source import Source
from atop_coder.reading.text import read_lines

_FEWEST = 20  # letters; what has fewer holds no text, but perhaps a scanner's stamp
_MOST = 1_500_000  # characters of all pages


def read_pdf(source: Source) -> Reading:
    """The sheet in a PDF.

    AtopError for one that is damaged, has a password, holds no text, is far too long, or holds no sheet.
    """
    with PDFIUM, open_pdf(source.data, source.path, source.password) as document:
        pages, remarks, pictures = _read_pages(document, source)
    if sum(len(piece.text.strip()) for page in pages for piece in page) < _FEWEST:
        raise AtopError("pdf-is-scan" if pictures else "pdf-no-text", file=source.path)
    lines = _lines(pages, [remark.text for remark in remarks if remark.is_link])
    source.tell(0.9)
    reading = read_lines(lines, str(source.path), "pdf")
    return with_more(reading, _addresses(lines, remarks), _notes(lines, remarks))


def _read_pages(
    document: pypdfium2.PdfDocument, source: Source
) -> tuple[list[list[Piece]], list[Remark], bool]:
    """The pieces of every page, the remarks on them, and whether there are pictures."""
    pages: list[list[Piece]] = []
    remarks: list[Remark] = []
    pictures, characters = False, 0
    for at in range(len(document)):
        source.tell(0.9 * at / len(document))
        try:
            page = document[at]
        except pypdfium2.PdfiumError:  # this page is damaged; the others may not be
            pages.append([])
            continue
        pages.append(page_pieces(page, at + 1))
        remarks += page_remarks(document, page, at + 1)
        pictures = pictures or _has_picture(page)
        page.close()
        characters += sum(len(piece.text) for piece in pages[-1])
        if characters > _MOST:
            raise AtopError("file-unpacks-too-large", file=source.path)
    return pages, remarks, pictures


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(one.type == raw.FPDF_PAGEOBJ_IMAGE for one, _ in zip(page.get_objects(max_depth=2), range(500)))


def _lines(pages: Sequence[Sequence[Piece]], addresses: Sequence[str]) -> list[Line]:
    """The lines of the text with those that stand outside it, page by page."""
    straight, tilted = zip(*(upright(page) for page in pages), strict=True)
    asides = find_asides(straight) | {piece: "a watermark" for page in tilted for piece in page}
    flow = in_order([[piece for piece in page if piece not in asides] for page in straight])
    ends = ends_of(flow)
    texts = mend([piece.text for piece in flow], ends, addresses)
    shown = [(piece, text, end, "") for piece, text, end in zip(flow, texts, ends, strict=True) if text.strip()]
    outside = [(piece, piece.text, True, why) for piece, why in asides.items()]
    return [
        Line(number, text.rstrip(), piece.page, end, why, round(piece.top, 1), round(piece.bottom, 1))
        for number, (piece, text, end, why) in enumerate(_by_page(shown, outside), start=1)
    ]


_Shown = tuple[Piece, str, bool, str]


def _by_page(text: Sequence[_Shown], outside: Sequence[_Shown]) -> Iterator[_Shown]:
    """The text in its order; headers before the first line of their page, footers behind the last."""
    headers = [one for one in outside if one[3] == "a page header"]
    others = [one for one in outside if one[3] != "a page header"]
    page = 0
    for one in text:
        while page < one[0].page:
            yield from (other for other in others if other[0].page == page)
            page += 1
            yield from (header for header in headers if header[0].page == page)
        yield one
    yield from (one for one in headers if one[0].page > page)
    yield from (one for one in others if one[0].page >= page)


def _addresses(lines: Sequence[Line], remarks: Sequence[Remark]) -> Iterator[Outside]:
    """The addresses of links that stand nowhere in the text, each once."""
    everything = "".join("".join(line.text.split()) for line in lines)
    links = {remark.text: remark for remark in reversed(remarks) if remark.is_link}
    for address, remark in sorted(links.items(), key=lambda one: one[1].page):
        if "".join(bare_address(address).split()) not in everything:
            yield Outside(_line_on(lines, remark), address, f"the address behind words on page {remark.page}")


def _line_on(lines: Sequence[Line], remark: Remark) -> int:
    """The number of the first line of the remark's page."""
    return next((line.number for line in lines if line.page == remark.page), 1)


def _notes(lines: Sequence[Line], remarks: Sequence[Remark]) -> Iterator[str]:
    for remark in remarks:
        if not remark.is_link:
            by = f" by {remark.author}" if remark.author else ""
            yield f"comment{by} on page {remark.page}: {remark.text}"
