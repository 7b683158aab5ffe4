"""Footnotes in the text of a page, and the raised numbers that lead to them: told apart from answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atop_coder.reading.report import Line, Mark, Piece
from atop_coder.reading.starts import find_starts

FOOTNOTE = "a footnote"
RAISED = "the raised number of a footnote"
_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_DIGITS, "0123456789")
_RAISED = str.maketrans("0123456789", _DIGITS)
_MARK = rf"[{_DIGITS}]+|[†‡]+"
_ANY_MARK = re.compile(rf"[{_DIGITS}†‡]")
_BEHIND = re.compile(rf"(?<=[^\s{_DIGITS}†‡])(?:{_MARK})(?:[,\s]?(?:{_MARK}))*")
_NOTE = re.compile(rf"\s*(?P<mark>{_MARK})\s*(?P<text>\S.*)")
_RULE = re.compile(r"\s*[_—–-]{3,}\s*")
_MOST = 8  # lines of one footnote
_LETTER = re.compile(r"[^\W\d_]")
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcm]?m|mi|ft|yd|in|sq)[.]?$", re.IGNORECASE)


def raised(digits: str) -> str:
    """Digits as raised ones: 45, and 3 above it, are 45³ and not 453."""
    return digits.translate(_RAISED)


def part_footnotes(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Piece, ...]]:
    """The lines with footnotes marked as such and without raised numbers, and these as pieces.

    A raised number behind a letter may be an exponent, as in km²; it is a footnote's only if that is there.
    """
    if not any(_ANY_MARK.search(line.text) for line in lines if not line.text.isascii()):
        return tuple(lines), ()
    called = {mark for line in lines for mark in _called(line.text)}
    notes = _notes(lines, called)
    there = {match["mark"] for at in notes if (match := _NOTE.match(lines[at].text))}
    kept: list[Line] = []
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        if at in notes:
            kept.append(replace(line, aside=FOOTNOTE))
            continue
        bare, marks = _without(line, there)
        kept.append(bare)
        pieces += [Piece(line.number, mark, RAISED) for mark in marks]
    return tuple(kept), tuple(pieces)


def _called(text: str) -> Iterator[str]:
    for match in _BEHIND.finditer(text):
        yield from re.findall(_MARK, match[0])


def _notes(lines: Sequence[Line], called: set[str]) -> frozenset[int]:
    """The indices of lines of footnotes: each begins with a raised number that the text has, too."""
    starts = {start.at for start in find_starts(lines)}
    found: set[int] = set()
    for at, line in enumerate(lines):
        match = _NOTE.match(line.text)
        if match is None or match["mark"] not in called or line.aside:
            continue
        found.add(at)
        if at and _RULE.fullmatch(lines[at - 1].text):
            found.add(at - 1)
        found.update(_rest(lines, at, starts))
    return frozenset(found)


def _rest(lines: Sequence[Line], at: int, starts: set[int]) -> Iterator[int]:
    """The lines with which a footnote goes on: up to an empty one, a question, or the end of the page."""
    if lines[at].ends:
        return
    for below in range(at + 1, min(at + _MOST, len(lines))):
        line = lines[below]
        ended = not line.text.strip() or below in starts or line.page != lines[at].page
        if ended or line.aside or _NOTE.match(line.text):
            return
        yield below
        if line.ends:
            return


def _without(line: Line, there: set[str]) -> tuple[Line, list[str]]:
    """The line without the raised numbers of footnotes, and these."""
    text, taken, marks = line.text, list[tuple[int, int]](), list[str]()
    for match in _BEHIND.finditer(text):
        numbers = re.findall(_MARK, match[0])
        if _UNIT.search(text[: match.start()]):
            continue
        exponent = bool(_LETTER.fullmatch(text[match.start() - 1]))
        if not exponent or there.intersection(numbers):
            taken.append(match.span())
            marks.append(match[0])
    if not taken:
        return line, []
    bare = "".join(char for at, char in enumerate(text) if not any(a <= at < b for a, b in taken))
    return replace(line, text=bare, marks=tuple(_moved(one, taken) for one in line.marks)), marks


def _moved(mark: Mark, taken: Sequence[tuple[int, int]]) -> Mark:
    def place(at: int) -> int:
        return at - sum(min(at, end) - start for start, end in taken if start < at)

    return Mark(place(mark.start), place(mark.end), mark.look)
