"""The pieces of text on a page of a PDF: runs of characters on one line, with their place in points."""

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pypdfium2
from pypdfium2 import raw

from atop_coder.reading.footnotes import raised
from atop_coder.reading.pages.drawings import page_drawings
from atop_coder.reading.pages.found import HYPHEN, Piece, clean
from atop_coder.reading.pages.looks import (
    BOLD,
    choice_places,
    drawn_looks,
    looks_by_type,
    marks_of_words,
    near,
)
from atop_coder.reading.report import Look, Mark
from atop_coder.reading.symbols import UNKNOWN, symbol

MOST_CHARACTERS = 40_000  # of one page; no page that can be read has so many
_FINE = 20  # steps to a point; PDFium tells places on the page in whole steps
_SMALL_GAP = 0.5  # type sizes; so far apart two words may be in different columns
_LOWER = 0.8  # type sizes; what stands so much lower is on another line
_GAP = 1.6  # type sizes; so far apart two words are not neighbours in running text
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_DIGITS = frozenset("0123456789")
_SMALL = 0.85  # of the type round it: digits so small that stand higher are raised
_HIGHER = 0.12  # type sizes
_TOUCHING = 0.3  # type sizes between a text and the raised number behind it
_BREAKS = frozenset("\r\n")


def page_pieces(page: pypdfium2.PdfPage, number: int) -> list[Piece]:
    """The pieces of a page in the order in which the file draws them; OverflowError for far too many."""
    text = page.get_textpage()
    try:
        return with_raised(list(_Characters(page, text, number).pieces()))
    finally:
        text.close()


class _Characters:
    """The characters of a page, and where they stand."""

    def __init__(self, page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, number: int) -> None:
        self.page, self.text, self.number = page, text, number
        self.seen = viewer(page)
        count = max(0, raw.FPDFText_CountChars(text))
        if count > MOST_CHARACTERS:
            raise OverflowError
        self.gaps: dict[int, float] = {}
        self.drawings = page_drawings(page, self.seen)
        self.chars = [_character(raw.FPDFText_GetUnicode(text, at)) for at in range(count)]

    def pieces(self) -> Iterator[Piece]:
        for line in self.lines():
            for place, (first, last) in enumerate(self.parted(line, _GAP)):
                if piece := self.piece(first, last, follows=bool(place)):
                    parts = [
                        self.piece(*part, follows=True) for part in self.parted((first, last), _SMALL_GAP)
                    ]
                    yield replace(piece, parts=tuple(filter(None, parts))) if len(parts) > 1 else piece

    def lines(self) -> Iterator[tuple[int, int]]:
        """First and last index of the characters of each line; a hyphen mark ends one too."""
        start = 0
        for at, char in enumerate([*self.chars, "\n"]):
            if char in _BREAKS or char == HYPHEN:
                end = at if char == HYPHEN else at - 1
                if end >= start:
                    yield from self.rows(start, end)
                start = at + 1

    def rows(self, start: int, last: int) -> Iterator[tuple[int, int]]:
        """A line parted where it goes on lower and further left: there a table's next row begins."""
        for at in range(start + 1, last):
            if self.chars[at].isspace() and not self.chars[at - 1].isspace():
                behind = next((i for i in range(at, last + 1) if not self.chars[i].isspace()), None)
                if behind and self.gap(at - 1, behind) < 0 and self.falls(at - 1, behind):
                    yield start, at - 1
                    start = behind
        yield start, last

    def falls(self, before: int, behind: int) -> bool:
        """Whether a character stands on a lower line than one before it."""
        return self.origin(behind)[1] - self.origin(before)[1] > _LOWER * self.size(before)

    def parted(self, line: tuple[int, int], least: float) -> Iterator[tuple[int, int]]:
        """The parts of a line between gaps that are wider than so many type sizes."""
        start, last = line
        size = self.size(start) if last > start else 1.0
        for at in range(start + 1, last):
            if self.chars[at].isspace() and at > start and not self.chars[at - 1].isspace():
                behind = next((i for i in range(at, last + 1) if not self.chars[i].isspace()), None)
                if behind and self.gap(at - 1, behind) > least * size:
                    yield start, at - 1
                    start = behind
        yield start, last

    def gap(self, before: int, behind: int) -> float:
        """How far apart two characters are, in points."""
        if before not in self.gaps:
            self.gaps[before] = self.origin(behind)[0] - self.right(before)
        return self.gaps[before]

    def piece(self, first: int, last: int, follows: bool) -> Piece | None:
        shown = [at for at in range(first, last + 1) if self.chars[at].strip()]
        if not shown:
            return None
        head, tail = shown[0], shown[-1]
        word = next((at for at in range(head, tail) if self.chars[at + 1].isspace()), tail)
        left = self.origin(head)[0]
        main = self.main(shown)
        text = clean(self.text_of(first, last, main))
        return Piece(
            text=text,
            page=self.number,
            left=left,
            right=self.right(tail),
            base=self.origin(main)[1],
            size=self.size(main),
            word=max(0.0, self.right(word) - left),
            bold=self.is_bold(head),
            bold_end=self.is_bold(tail),
            follows=follows,
            angle=raw.FPDFText_GetCharAngle(self.text, head),
            space=self.gap(word, next(at for at in shown if at > word)) if word < tail else 0.0,
            marks=self.marks(text, first, last, (left, self.right(tail))),
        )

    def marks(self, text: str, first: int, last: int, line: tuple[float, float]) -> tuple[Mark, ...]:
        """The looks of the words of a piece: by their type only where they may mark a choice."""
        choices = choice_places(text)
        base, size = self.origin(first)[1], self.size(first)
        drawings = near(self.drawings, base, size) if self.drawings else []
        if not choices and not drawings:
            return ()
        places = [at for at in range(first, last + 1) for _ in self.chars[at]]
        if len(places) != len(text):  # accents were put onto their letters
            return ()
        typed = looks_by_type(self.text, text, choices, places)
        if not drawings:
            return marks_of_words(text, typed) if typed else ()

        def looks(start: int, end: int) -> set[Look]:
            place = (self.origin(places[start])[0], self.right(places[end - 1]), base, size)
            return {*drawn_looks(place, line, drawings), *(typed(start, end) if typed else ())}

        return marks_of_words(text, looks)

    def main(self, shown: Sequence[int]) -> int:
        """The character that tells a piece's type and line: the first that is no raised number."""
        if self.chars[shown[0]] not in _DIGITS:
            return shown[0]
        other = next((at for at in shown if self.chars[at] not in _DIGITS), shown[0])
        return other if self.is_raised(shown[0], other) else shown[0]

    def text_of(self, first: int, last: int, main: int) -> str:
        """The characters of a piece; digits that are smaller and stand higher are raised ones."""
        return "".join(
            raised(self.chars[at])
            if self.chars[at] in _DIGITS and self.is_raised(at, main)
            else self.chars[at]
            for at in range(first, last + 1)
        )

    def is_raised(self, at: int, main: int) -> bool:
        """Whether a character is smaller than another and stands higher, as the number of a footnote does."""
        if at == main or self.size(at) > _SMALL * self.size(main):
            return False
        return self.origin(at)[1] < self.origin(main)[1] - _HIGHER * self.size(main)

    def size(self, at: int) -> float:
        """The size of the type, in points; a PDF may call it 1 and enlarge it elsewhere."""
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text, at, matrix)
        size: float = raw.FPDFText_GetFontSize(self.text, at) * math.hypot(matrix.c, matrix.d)
        return min(max(1.0, size), 500.0)

    def origin(self, at: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text, at, x, y)
        return self.seen(x.value, y.value)

    def right(self, at: int) -> float:
        return self.box(at)[2]

    def box(self, at: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the character with the room that its type gives it."""
        rect = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self.text, at, rect)
        x1, y1 = self.seen(rect.left, rect.top)
        x2, y2 = self.seen(rect.right, rect.bottom)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def is_bold(self, at: int) -> bool:
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        length = raw.FPDFText_GetFontInfo(self.text, at, name, 128, flags)
        return bool(length) and bool(BOLD.search(name.value.decode("utf-8", "replace")))


def with_raised(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, a raised number on a line of its own put to the text that it stands at."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and _stands_above(piece, last) and abs(piece.left - last.right) < _TOUCHING * last.size:
            joined[-1] = replace(
                last, text=last.text.rstrip() + raised(piece.text.strip()), right=piece.right
            )
        elif last and _stands_above(last, piece) and 0 <= piece.left - last.right < piece.size:
            text = f"{raised(last.text.strip())} {piece.text.lstrip()}"
            joined[-1] = replace(piece, text=text, left=last.left, follows=last.follows)
        else:
            joined.append(piece)
    return joined


def _stands_above(number: Piece, text: Piece) -> bool:
    """Whether a piece is a small number that stands a little higher than another."""
    small = number.text.strip().isdecimal() and len(number.text.strip()) < 4
    higher = _HIGHER * text.size < text.base - number.base < text.size
    return small and number.size <= _SMALL * text.size and higher and number.page == text.page


def viewer(page: pypdfium2.PdfPage) -> Callable[[float, float], tuple[float, float]]:
    """Where a place on the page is seen: from the upper left corner, on a page that may be turned."""
    wide, high = page.get_size()
    steps = [max(1, min(30_000, round(size * _FINE))) for size in (wide, high)]

    def seen(x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page, 0, 0, *steps, 0, x, y, across, down)
        return across.value * wide / steps[0], down.value * high / steps[1]

    return seen


def _character(code: int) -> str:
    """A character of the text: ligatures as their letters, symbols as such, PDFium's hyphen as HYPHEN."""
    if code in (2, 0xFFFE):
        return HYPHEN
    if code in _LIGATURES:
        return _LIGATURES[code]
    if 0xF000 <= code <= 0xF0FF:  # Word's symbol fonts; most of them are bullets and boxes
        return "•" if code == 0xF0B7 else _symbol(code)
    if not 0x20 <= code <= 0x10FFFF and code not in (9, 10, 13):
        return " "
    return chr(code)


def _symbol(code: int) -> str:
    shown = symbol("Wingdings", code)
    return shown if shown != UNKNOWN else symbol("Symbol", code)
