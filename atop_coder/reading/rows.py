"""Rows: the lines of a sheet once page furniture is out and section headings stand alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from atop_coder.form import Form, Section
from atop_coder.reading.headings import heading_alone, is_rule
from atop_coder.reading.report import Line, Mark, Piece, marks_within

_LOOK = re.compile(
    r"</?\w{1,6}>|[\s=#*~_|\[\]{}+–—-]|\(cont[^()]{0,8}\)", re.IGNORECASE
)  # what sets a heading off
HEADING_WHY = "a section heading"


@dataclass(frozen=True)
class Row:
    """A line, or a piece of one, and what stood before it on the line.

    `page_break` tells that a page ended, or furniture stood, just before it; `marks` are its looks; `apart`
    tells that it ends the cell of a prompt whose answer stands in another cell.
    """

    number: int
    text: str
    page: int = 1
    page_break: bool = False
    before: str = ""
    marks: tuple[Mark, ...] = ()
    apart: bool = False

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    def part(self, start: int, end: int | None = None) -> "Row":
        """The piece of the row between two columns; a page ended before it only if it begins the row."""
        if not (start or self.marks) and end is None:
            return self
        text = self.text[start:end]
        marks = marks_within(self.marks, start, start + len(text)) if self.marks else ()
        page_break = self.page_break and not start
        return Row(
            self.number, text, self.page, page_break, self.before + self.text[:start], marks, self.apart
        )


@dataclass(frozen=True)
class Heading:
    """A section heading that was found; answers end at it."""

    row: int
    section: Section


def to_rows(lines: Iterable[Line], furniture: Iterable[Piece]) -> list[Row]:
    """The lines that are not furniture, each knowing whether a page ended before it."""
    lines = tuple(lines)
    asides = {(line.number, line.text) for line in lines if line.aside}  # a cell beside may say the same
    out = {(piece.line, piece.text) for piece in furniture} - asides
    rows: list[Row] = []
    page, broken = 1, False
    for line in lines:
        broken = broken or line.page != page
        page = line.page
        if line.aside or (line.number, line.text) in out:
            broken = True
            continue
        rows.append(Row(line.number, line.text, line.page, broken, marks=line.marks, apart=line.apart))
        broken = broken and rows[-1].blank
    return rows


def part_headings(rows: Sequence[Row], form: Form) -> tuple[list[Row], list[Heading], list[Piece]]:
    """Takes section headings out of the rows, also where one is glued to the end of an answer.

    Returns the rows (a heading's row becomes blank), the headings by row, and their text as furniture.
    """
    parted: list[Row] = []
    headings: list[Heading] = []
    pieces: list[Piece] = []
    rest_of_title = ""
    texts = [row.text for row in rows]
    for at, row in enumerate(rows):
        if rest_of_title and not row.blank:
            if _same_words(row.text, rest_of_title):
                pieces.append(Piece(row.number, row.text.strip(), HEADING_WHY))
                row = Row(row.number, "", row.page, row.page_break)
            rest_of_title = ""
        found = _find_alone(texts, at, form) or _find_heading(row.text, form)
        if found is None and is_rule(row.text) and _just_below(headings, parted):
            pieces.append(Piece(row.number, row.text.strip(), HEADING_WHY))
            row = Row(row.number, "", row.page)
        if found is None:
            parted.append(row)
            continue
        section, start, end = found
        before, after = row.part(0, start), row.part(end)
        if not before.blank:
            parted.append(before)
        headings.append(Heading(len(parted), section))
        pieces.append(Piece(row.number, row.text[start:end].strip(), HEADING_WHY))
        parted.append(Row(row.number, "", row.page))
        if not after.blank:
            parted.append(after)
        else:
            rest_of_title = _left_of_title(row.text[start:end], section)
    return parted, headings, pieces


def _just_below(headings: Sequence[Heading], parted: Sequence[Row]) -> bool:
    """Whether nothing with words stands behind the last heading."""
    return bool(headings) and all(row.blank for row in parted[headings[-1].row :])


def _find_alone(texts: Sequence[str], at: int, form: Form) -> tuple[Section, int, int] | None:
    """The section that a line which is nothing but its heading names, with the columns of the line."""
    text = texts[at]
    section = heading_alone(texts, at, form)
    return (section, 0, len(text)) if section else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _same_words(text: str, other: str) -> bool:
    return _words(text) == _words(other)


def _left_of_title(text: str, section: Section) -> str:
    found, whole = _words(text), _words(section.heading)
    return (
        " ".join(whole[len(found) :]) if whole[: len(found)] == found and 2 < len(found) < len(whole) else ""
    )


@cache
def _heading_patterns(form: Form) -> tuple[tuple[Section, re.Pattern[str]], ...]:
    """For each section: its numeral and title in any spacing, as much of the title as the line has."""
    sections = enumerate(form.sections, start=1)
    return tuple((section, _heading_pattern(section, place)) for place, section in sections)


def _heading_pattern(section: Section, place: int) -> re.Pattern[str]:
    title = _words(section.heading)[2:]
    some = ""
    for word in reversed(title[1:]):
        some = rf"(?:[\W_]+{word}{some})?"
    whole = r"[\W_]+".join(word.upper() for word in title)
    numeral = section.numeral
    shapes = (
        # anywhere in a line: SECTION IV: TREATY CONTEXT
        (
            rf"(?<![^\W_])(?:SECTION\s*(?:{numeral}|{place})|(?i:section\s+{numeral}))(?![^\W_])\s*[:.,;–—-]*\s*"
            rf"(?i:{title[0]}{some})(?![^\W_])[.:]?(?!\s*[a-z])"
        ),
        # alone in its line: SECTION IV, IV. TREATY CONTEXT, TREATY CONTEXT
        rf"^\s*SECTION\s+{numeral}\s*[:.]?\s*$",
        rf"^\s*(?:{numeral}\s*[:.]\s*)?{whole}\s*[:.]?\s*$",
    )
    return re.compile("|".join(shapes))


def _find_heading(text: str, form: Form) -> tuple[Section, int, int] | None:
    if len(text) < 6:
        return None
    folded = text.casefold()
    if "section" not in folded and not text.isupper():
        return None
    for section, pattern in _heading_patterns(form):
        match = pattern.search(text)
        if match:
            start, end = match.span()
            if not _LOOK.sub("", text[:start]) and not _LOOK.sub("", text[end:]):
                return section, 0, len(text)  # with the marks that set it off
            return section, start, end
    return None


def is_heading(text: str, form: Form) -> bool:
    """Whether a line is nothing but a section heading."""
    found = _find_heading(text, form)
    return found is not None and not text[: found[1]].strip() and not text[found[2] :].strip()
