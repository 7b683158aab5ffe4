"""Reads sheets in PDFs: lines as they stand on the pages; headers, links and notes told apart."""

from collections.abc import Iterator, Mapping, Sequence

from atop_coder.errors import AtopError
from atop_coder.reading.alignment import align
from atop_coder.reading.cells import is_numbered
from atop_coder.reading.exact import shows, with_exact
from atop_coder.reading.matching import FEW
from atop_coder.reading.pages.apart import ask
from atop_coder.reading.pages.broken import mend
from atop_coder.reading.pages.columns import doubt_of, doubted_pieces, find_headed
from atop_coder.reading.pages.flow import ends_of, further_columns, in_order
from atop_coder.reading.pages.found import Field, Found, Piece, Remark, from_bytes, in_text, upright
from atop_coder.reading.pages.margins import find_asides
from atop_coder.reading.pages.ticked import with_lists
from atop_coder.reading.paragraphs import bare_address, refuse_too_many, with_more
from atop_coder.reading.report import Line, Reading
from atop_coder.reading.report import Piece as Outside
from atop_coder.reading.source import Source
from atop_coder.reading.tables import HEADINGS
from atop_coder.reading.text import read_lines

_FEWEST = 20  # letters; what has fewer holds no text, but perhaps a scanner's stamp


def read_pdf(source: Source) -> Reading:
    """The sheet in a PDF.

    AtopError for one that is damaged, has a password, holds no text, is far too long, or holds no sheet, and
    `pdf-failed` for one that cannot be read within bounds.
    """
    found = found_in(source)
    if sum(len(piece.text.strip()) for page in found.pages for piece in page) < _FEWEST:
        return _read_pictures(source, found.pictures)
    lines = lines_on_pages(found.pages, [remark.text for remark in found.remarks if remark.is_link])
    refuse_too_many(lines, str(source.path))
    source.tell(0.9)
    reading = read_lines(lines, str(source.path), "pdf")
    if found.attached and shows(lines, found.attached):
        reading = with_exact(reading, found.attached)
    outside = (*_addresses(lines, found.remarks), *_hidden(lines, found.fields))
    return with_more(reading, outside, _notes(found.remarks))


def _read_pictures(source: Source, pictures: bool) -> Reading:
    """The sheet in a PDF without text, which may hold pictures of pages."""
    if not pictures:
        raise AtopError("pdf-no-text", file=source.path)
    from atop_coder.reading.scans import read_scan  # which needs this module for its lines

    return read_scan(source, "pdf")


def found_in(source: Source) -> Found:
    """All that the file holds, as the process for PDFs tells it."""
    words = {"job": "read", "password": source.password}
    _, data = ask(words, source.path, source.data, lambda share: source.tell(0.9 * share))
    try:
        return from_bytes(data)
    except ValueError as error:
        raise AtopError("pdf-failed", file=source.path, reason="its text makes no sense") from error


def lines_on_pages(pages: Sequence[Sequence[Piece]], addresses: Sequence[str]) -> list[Line]:
    """The lines of the text with those that stand outside it, page by page."""
    straight, tilted = zip(*(upright(page) for page in pages), strict=True)
    headed = find_headed(straight)
    asides = find_asides([[piece for piece in page if not piece.filled] for page in straight]) | {
        piece: "a watermark" for page in tilted for piece in page
    }
    body, headings = with_lists(_without(asides, straight))
    asides |= dict.fromkeys((*(headed.headings if headed else ()), *headings), HEADINGS)
    body = _without(asides, body)
    columns = headed.edges[1:] if headed else further_columns(body)
    doubted = doubted_pieces(body, headed, columns)
    flow = in_order(body, columns)
    ends = ends_of(flow, columns)
    mended = mend([piece.text for piece in flow], ends, addresses)
    filled = ((piece, *text) for piece, text in zip(flow, mended, strict=True) if text[0])
    shown = [(piece, text, end, headed.why(piece) if headed else "") for piece, text, end in filled]
    outside = [(piece, piece.text, True, why) for piece, why in asides.items()]
    asked = _asked(shown)
    return [
        Line(
            number,
            text.rstrip(),
            piece.page,
            end,
            why,
            asked.get(piece, 0),
            round(piece.top, 1),
            round(piece.bottom, 1),
            round(piece.left, 1),
            round(piece.right, 1),
            in_text(piece.marks, piece.text, text.rstrip()),
            coding=headed.coding_of(piece) if headed and not why else "",
            doubt=doubt_of(piece, doubted),
        )
        for number, (piece, text, end, why) in enumerate(_by_page(shown, outside), start=1)
    ]


def _without(asides: Mapping[Piece, str], pages: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    return [[piece for piece in page if piece not in asides] for page in pages]


def _asked(shown: Sequence["_Shown"]) -> dict[Piece, int]:
    """Where prompts have no numbers: first lines of those in bold type, and the question each asks."""
    if sum(is_numbered(text) for _, text, *_ in shown) >= FEW:
        return {}
    bold = [(piece, text) for piece, text, *_ in shown if piece.bold]
    prompts: list[tuple[Piece, str]] = []
    last: Piece | None = None
    for piece, text in bold:
        near = (
            last and piece.page == last.page and 0 < piece.base - last.base < 2 * piece.size and last.bold_end
        )
        if near and prompts:
            prompts[-1] = (prompts[-1][0], f"{prompts[-1][1]} {text}")
        else:
            prompts.append((piece, text))
        last = piece
    return {prompts[at][0]: number for at, number in align([text for _, text in prompts]).items()}


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


def _hidden(lines: Sequence[Line], fields: Sequence[Field]) -> Iterator[Outside]:
    for field in fields:
        if field.hidden and not field.is_box:
            yield Outside(
                _line_on(lines, field), "\n".join(field.lines), "a field that the page does not show"
            )


def _line_on(lines: Sequence[Line], one: Remark | Field) -> int:
    """The number of the first line of its page."""
    return next((line.number for line in lines if line.page == one.page), 1)


def _notes(remarks: Sequence[Remark]) -> Iterator[str]:
    for remark in remarks:
        if not remark.is_link:
            by = f" by {remark.author}" if remark.author else ""
            yield f"comment{by} on page {remark.page}: {remark.text}"
