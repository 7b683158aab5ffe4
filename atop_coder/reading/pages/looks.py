"""The looks of words on a page: by their type, and by what is drawn at their place."""

import ctypes
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from pypdfium2 import raw

from atop_coder.form import CHOOSING, load_form
from atop_coder.reading.menus.tokens import any_of
from atop_coder.reading.pages.drawings import Drawing
from atop_coder.reading.report import Look, Mark

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
BOLD = re.compile(r"bold|black|heavy|semib|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
_COLOUR = 40  # by which the parts of a colour differ that is not black, grey or white

Place = tuple[float, float, float, float]  # left, right, base line and size of a word


@cache
def _choices() -> re.Pattern[str]:
    questions = [question for question in load_form().questions if question.kind in CHOOSING]
    ways = {way for question in questions for choice in question.choices for way in choice.ways}
    return re.compile(rf"(?<![^\W_])(?:{any_of(ways)})(?![^\W_])", re.IGNORECASE)


def choice_places(text: str) -> list[tuple[int, int]]:
    """Where the choices of the form's questions stand in a line; of these it is told how they are set."""
    return [match.span() for match in _choices().finditer(text)]


def type_looks(text: object, at: int) -> Iterator[Look]:
    """The looks of a character's type: bold, italic, coloured."""
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    if raw.FPDFText_GetFontInfo(text, at, name, 128, flags):
        font = name.value.decode("utf-8", "replace")
        if BOLD.search(font):
            yield Look.BOLD
        if _ITALIC.search(font):
            yield Look.ITALIC
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if raw.FPDFText_GetFillColor(text, at, red, green, blue, alpha):
        parts = (red.value, green.value, blue.value)
        if max(parts) - min(parts) >= _COLOUR:
            yield Look.COLOURED


def looks_by_type(
    text: object, line: str, choices: Sequence[tuple[int, int]], places: Sequence[int]
) -> Callable[[int, int], frozenset[Look]] | None:
    """How a word of a line is set: each choice by itself, other words as the first; None if none is set off.

    `places` are the indices of the line's characters in the page's text.
    """
    if not choices:
        return None
    starts = (match.start() for match in WORD.finditer(line))
    first = next((at for at in starts if not _within(at, choices)), None)
    others = frozenset(type_looks(text, places[first])) if first is not None else frozenset()
    own = {span: frozenset(type_looks(text, places[sum(span) // 2])) for span in choices}
    if not others and not any(own.values()):
        return None

    def looks(start: int, end: int) -> frozenset[Look]:
        middle = (start + end) // 2
        return next((own[span] for span in choices if span[0] <= middle < span[1]), others)

    return looks


def _within(at: int, places: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in places)


def drawn_looks(place: Place, line: tuple[float, float], drawings: Iterable[Drawing]) -> set[Look]:
    """The looks that drawings give a word."""
    left, right, base, size = place
    found = (one.look_of(left, right, base, size, line) for one in drawings)
    return {look for look in found if look}


def marks_of_words(text: str, looks: Callable[[int, int], Iterable[Look]]) -> tuple[Mark, ...]:
    """The marks of a line, word by word; words side by side with one look are one mark."""
    marks: list[Mark] = []
    going: dict[Look, int] = {}
    for match in WORD.finditer(text):
        now = set(looks(match.start(), match.end()))
        for look in now:
            if look in going:
                last = marks[going[look]]
                marks[going[look]] = Mark(last.start, match.end(), look)
            else:
                going[look] = len(marks)
                marks.append(Mark(match.start(), match.end(), look))
        going = {look: at for look, at in going.items() if look in now}
    return tuple(marks)


def near(drawings: Sequence[Drawing], base: float, size: float) -> list[Drawing]:
    """The drawings at the height of a line."""
    return [one for one in drawings if one.top <= base + 0.5 * size and one.bottom >= base - 1.2 * size]
