"""Reads sheets in Markdown (.md): each line keeps its number, its marks become the looks of its words."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from atop_coder.form import load_form
from atop_coder.reading.exact import with_exact
from atop_coder.reading.md.inline import Inline
from atop_coder.reading.md.tables import cells_of, table_lines
from atop_coder.reading.paragraphs import Link, Paragraph, refuse_too_many, stray_links, with_more
from atop_coder.reading.report import Line, Look, Mark, Piece, Reading
from atop_coder.reading.source import Source, decode, to_lines
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX
from atop_coder.reading.tables import Table
from atop_coder.reading.text import read_lines
from atop_coder.sheet.blocks import Role, text_of_blocks
from atop_coder.sheet.frame import title_line

_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?)+(?=\s|\S)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|$)(.*?)(?:\s+#+)?\s*$")
_UNDER = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:_\s*){3,}|(?:\*\s*){3,})$")
_BULLET = re.compile(r"\A\s*[-*+]\s+(?:\[([ xX])\]\s+)?(?=\S)")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,30})\]:\s*(.*)")
_BREAK = re.compile(r"(?<! ) {2,}+$|\\$")


def read_markdown(source: Source) -> Reading:
    """The sheet in a Markdown text; AtopError for one that holds none."""
    text, encoding = decode(source.data, source.path)
    marked = _Marked()
    marked.read(to_lines(text.removeprefix("\ufeff")))
    refuse_too_many(marked.lines, str(source.path))
    reading = read_lines(marked.lines, str(source.path), "markdown", encoding)
    reading = with_exact(reading, _own_text(text))
    return with_more(reading, (*marked.pieces, *stray_links(marked.lines, marked.links)))


class _Marked:
    """Lines without their marks, in the making."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[Piece] = []
        self.links: list[tuple[int, Link]] = []
        self.inline = Inline()
        self._fenced = False

    def read(self, lines: Sequence[Line]) -> None:
        texts = [line.text for line in lines]
        rows, rules = table_lines(texts)
        joined = self._tables(lines, rows)
        for at, line in enumerate(lines):
            if not line.text.strip():
                self.inline = Inline()
            if _FENCE.match(line.text):
                self._fenced = not self._fenced
            elif self._fenced or at in rules or _is_rule(texts, at):
                self.put(line, Paragraph(line.text if self._fenced else ""))
            elif at in rows:
                for one in joined[at]:
                    self.put(line, one)
            else:
                self.take(line)

    def _tables(self, lines: Sequence[Line], rows: Collection[int]) -> dict[int, list[Paragraph]]:
        """Index of a row of a table -> its paragraphs; rows with no text between them are one table."""
        numbers = sorted(rows)
        cells = [
            {column: [self.words(cell)] for column, cell in enumerate(cells_of(lines[at].text), start=1)}
            for at in numbers
        ]
        return dict(zip(numbers, Table().by_row(cells), strict=True))

    def take(self, line: Line) -> None:
        """A line of text: a note's text goes aside, of all others the marks are read."""
        text = _BREAK.sub("", _QUOTE.sub("", line.text, count=1))
        if match := _NOTE.match(text):
            note = self.words(match[2])
            note.aside = f"the note {match[1]}"
            self.pieces.append(Piece(line.number, note.text, note.aside))
            self.put(line, note)
        elif match := _HEADING.match(text):
            self.put(line, self.words(match[2], Look.BOLD))
        else:
            self.put(line, self.words(_BULLET.sub(_box, text, count=1)))

    def words(self, text: str, *looks: Look) -> Paragraph:
        return self.inline.read(text, *looks).paragraph()

    def put(self, line: Line, one: Paragraph) -> None:
        """Adds the line, or several of the same number where it is broken."""
        start = 0
        for text in one.text.split("\n"):
            marks = [mark.moved(-start) for mark in one.marks if start <= mark.start <= start + len(text)]
            self.lines.append(_line(line, text, marks, one.aside))
            start += len(text) + 1
        for words, why in ((one.hidden, "hidden text"), (one.struck, "struck out")):
            if words.strip():
                self.pieces.append(Piece(line.number, words.strip(), why))
        self.links += [(line.number, link) for link in one.links]


def _line(line: Line, text: str, marks: Sequence[Mark], aside: str) -> Line:
    return replace(line, text=text.rstrip(), marks=tuple(marks), aside=aside)


def _box(match: re.Match[str]) -> str:
    """What stands for a bullet: nothing, or the box that it has."""
    return "" if match[1] is None else f"{OPEN_BOX if match[1] == ' ' else TICKED_BOX} "


def _is_rule(texts: Sequence[str], at: int) -> bool:
    """Whether a line only draws a rule, or underlines the heading above it."""
    above = texts[at - 1].strip() if at else ""
    return bool(_RULE.match(texts[at]) or (above and len(texts[at].strip()) > 1 and _UNDER.match(texts[at])))


def _own_text(text: str) -> str | None:
    """The normalized text that a file of this program tells; None for any other."""
    if f"<!-- {title_line(load_form())} -->" not in text[:500]:
        return None
    return text_of_blocks(_blocks(text.split("\n")))


def _blocks(lines: Sequence[str]) -> Iterator[tuple[Role, str]]:
    """The headings, prompts and answers; the lines that follow a prompt, up to a blank one, are its value."""
    inline, role, before = Inline(), Role.TITLE, False
    for line in lines:
        if match := _HEADING.match(line):
            role = {2: Role.HEADING, 3: Role.PROMPT}.get(len(match[1]), Role.TITLE)
            yield role, inline.read(match[2]).text
            role = Role.VALUE if role == Role.PROMPT else role
        elif line.strip():
            yield role, inline.read(_BREAK.sub("", line)).text
            before = True
            continue
        elif role == Role.VALUE and before:
            role = Role.ANSWER
        before = False
