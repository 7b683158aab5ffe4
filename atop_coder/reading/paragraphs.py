"""Paragraphs of a file that knows them, such as Word's or Excel's, and how they become lines with a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from atop_coder.errors import AtopError
from atop_coder.reading.characters import kept
from atop_coder.reading.report import Line, Mark, Piece, Placed, Reading, Sureness, marks_within
from atop_coder.sheet.text import in_quotes

MOST_LINES = 8_000  # that are read in some ten seconds even where each is almost a prompt
MOST_CHARACTERS = 2_000_000  # of all lines; thirty times as many as the longest sheets have
_ENDS = "\n\r\f\v\x85\u2028\u2029"


@dataclass(frozen=True)
class Link:
    """An address and the text that leads to it."""

    text: str
    address: str


@dataclass
class Paragraph:
    """A paragraph: its text (line feeds where the author broke a line) and what hangs on it.

    `label` is the number that Word gives it, as it is shown, `counter` which list counts it. `set_off` is the
    length of the text in bold, italic or underlined type that it begins with, `asks` the question it asks if
    that is known otherwise than by its words. `notes` holds marks such as "footnote 1" and "comment 3",
    `aside` the reason why it is outside the text ("": it is inside), `marks` the looks of words of the text,
    `gone` words that are no part of it, such as deleted ones, each with the reason, `apart` whether it ends
    the cell of a prompt whose answer stands in another cell. `coding`
    and `doubt` are those of its lines, `cells` those of a row that holds a sheet of its own.
    `hidden` and `struck` are words that are not in the text, `style` is the name of its style.
    """

    text: str
    label: str = ""
    counter: str = ""
    set_off: int = 0
    asks: int = 0
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    hidden: str = ""
    aside: str = ""
    marks: list[Mark] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    apart: bool = False
    coding: str = ""
    doubt: str = ""
    cells: dict[int, str] = field(default_factory=dict)
    struck: str = ""
    style: str = ""

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def shown(self) -> str:
        """The text with its label before it."""
        return self.text if self.blank or not self.label else f"{self.label} {self.text.lstrip()}"


class Lines:
    """Lines with their place, in the making; and the pieces that hang on them but are in no answer."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[Piece] = []
        self._links: list[tuple[int, Link]] = []

    def add(self, one: Paragraph) -> int:
        """Adds the lines of a paragraph; the number of the first of them."""
        first = len(self.lines) + 1
        text, start = one.shown, 0
        marks = [mark.moved(len(text) - len(one.text)) for mark in one.marks]
        lines = text.split("\n")
        for number, line in enumerate(lines, start=first):
            apart = one.apart and number == first + len(lines) - 1
            asks = one.asks if number == first else 0
            within = marks_within(marks, start, start + len(line))
            self.lines.append(
                Line(
                    number,
                    line.rstrip(),
                    ends=True,
                    aside=one.aside,
                    asks=asks,
                    marks=within,
                    apart=apart,
                    coding=one.coding,
                    doubt=one.doubt,
                )
            )
            start += len(line) + 1
        self._links += [(first, link) for link in one.links]
        if one.hidden.strip():
            self.pieces.append(Piece(first, one.hidden.strip(), "hidden text"))
        self.pieces += [Piece(first, " ".join(words.split()), why) for words, why in one.gone]
        if one.struck.strip():
            self.pieces.append(Piece(first, one.struck.strip(), "struck out"))
        return first

    def add_outside(self, one: Paragraph, why: str) -> None:
        """Adds a paragraph that is in no answer, such as a footnote, and the pieces of its lines."""
        before = len(self.lines)
        self.add(replace(one, aside=why))
        self.pieces += [
            Piece(line.number, line.text, why) for line in self.lines[before:] if line.text.strip()
        ]

    def link_pieces(self) -> list[Piece]:
        """The addresses of links that stand nowhere in the text."""
        return stray_links(self.lines, self._links)


def stray_links(lines: Iterable[Line], links: Iterable[tuple[int, Link]]) -> list[Piece]:
    """The addresses of links, each with the number of its line, that stand nowhere in the text."""
    everything = "\n".join(line.text for line in lines)
    return [
        Piece(number, link.address, f"the address behind {in_quotes(' '.join(link.text.split()))}")
        for number, link in links
        if bare_address(link.address) not in everything
    ]


def refuse_too_many(lines: Sequence[Line], file: str) -> None:
    """AtopError `too-many-lines` for a file with far more than one sheet, which would take long to read.

    AtopError `too-many-characters` for one whose lines are far too long.
    """
    _refuse(len(lines), sum(len(line.text) for line in lines), file)


def refuse_too_long(text: str, file: str, times: int = 1) -> None:
    """AtopError as `refuse_too_many`, of a text that has not been parted into lines yet.

    `times` as many of both as of another are let through.
    """
    _refuse(1 + sum(map(text.count, _ENDS)) - text.count("\r\n"), len(text), file, times)


def _refuse(lines: int, characters: int, file: str, times: int = 1) -> None:
    if lines > times * MOST_LINES:
        raise AtopError("too-many-lines", file=file, lines=lines, limit=times * MOST_LINES)
    if characters > times * MOST_CHARACTERS:
        limit = times * MOST_CHARACTERS
        raise AtopError("too-many-characters", file=file, characters=characters, limit=limit)


def bare_address(address: str) -> str:
    """The address without what people leave out when they write it."""
    for scheme in ("https://", "http://", "mailto:"):
        address = address.removeprefix(scheme)
    return address.removeprefix("www.").rstrip("/")


def with_more(reading: Reading, pieces: Iterable[Piece], notes: Iterable[str] = ()) -> Reading:
    """The reading with more in its report: pieces that are in no answer, and notes.

    Of several sheets in a file, each gets the pieces of its own lines, and the first those of no line.
    """
    more = tuple(pieces)
    if not reading.others:
        return _with_more(reading, more, notes)
    others = [{line.number for line in other.report.lines} for other in reading.others]
    first = [piece for piece in more if not any(piece.line in numbers for numbers in others)]
    told = [
        _with_more(other, [piece for piece in more if piece.line in numbers], ())
        for other, numbers in zip(reading.others, others, strict=True)
    ]
    return replace(_with_more(reading, first, notes), others=tuple(told))


def _with_more(reading: Reading, more: Sequence[Piece], notes: Iterable[str]) -> Reading:
    report = reading.report
    outside = {(piece.line, kept(piece.text)) for piece in more}
    unplaced = sorted((*report.unplaced, *more), key=lambda piece: piece.line)
    furniture = tuple(piece for piece in report.furniture if (piece.line, kept(piece.text)) not in outside)
    report = replace(report, unplaced=tuple(unplaced), furniture=furniture, notes=(*report.notes, *notes))
    return replace(reading, report=report)


def in_doubt(reading: Reading, why: str) -> Reading:
    """The reading with every answer in doubt; what was doubtful anyway keeps its own reason, too."""
    placed = tuple(_doubted(one, why) for one in reading.report.placed)
    return replace(reading, report=replace(reading.report, placed=placed))


def _doubted(one: Placed, why: str) -> Placed:
    return replace(one, sureness=Sureness.UNSURE, why=f"{why}; {one.why}" if one.why else why)
