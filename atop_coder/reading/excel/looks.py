"""How Excel sets cells and words in them off, and the texts of cells with their runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar
from xml.etree.ElementTree import Element

from atop_coder.reading.package import attribute, child, inside, is_on, local
from atop_coder.reading.report import Look, Mark
from atop_coder.reading.word.looks import add_marks, is_colour

_SWITCHES: Mapping[str, Look] = {
    "b": Look.BOLD,
    "i": Look.ITALIC,
    "u": Look.UNDERLINED,
    "strike": Look.STRUCK,
}
_PLAIN_INDEXES = frozenset(("0", "1", "8", "9", "64", "65", "81"))  # black, white, and the system's own
_SIDES = frozenset(("left", "right", "top", "bottom"))
_PATTERNS = frozenset(("", "none", "gray125"))  # what cells without a fill have
Looks = frozenset[Look]
_T = TypeVar("_T")


class Rich(NamedTuple):
    """The text of a cell, and of each run with a type of its own: where it stands and its looks."""

    text: str
    runs: tuple[tuple[int, int, Looks], ...] = ()


class Style(NamedTuple):
    """The looks of a cell: those of its type, which a run may have otherwise, and those of the cell."""

    font: Looks = frozenset()
    cell: Looks = frozenset()


def font_looks(font: Element | None) -> Looks:
    """The looks that a font, or the properties of a run, give."""
    looks: set[Look] = set()
    for one in font if font is not None else ():
        name = local(one)
        if name in _SWITCHES and is_on(one):
            looks.add(_SWITCHES[name])
        elif name == "color" and _coloured(one):
            looks.add(Look.COLOURED)
    return frozenset(looks)


def _coloured(one: Element | None) -> bool:
    """Whether a colour is one, and not black, white or a grey."""
    if one is None:
        return False
    if rgb := attribute(one, "rgb"):
        return is_colour(rgb)
    if theme := attribute(one, "theme"):
        return theme not in ("0", "1")
    indexed = attribute(one, "indexed")
    return bool(indexed) and indexed not in _PLAIN_INDEXES


def cell_styles(root: Element | None) -> list[Style]:
    """The styles of cells by their number."""
    fonts = [font_looks(one) for one in inside(root, "fonts")]
    fills = [_is_filled(one) for one in inside(root, "fills")]
    borders = [_is_framed(one) for one in inside(root, "borders")]
    found = []
    for one in inside(root, "cellXfs"):
        looks: set[Look] = set()
        if _at(fills, attribute(one, "fillId"), False):
            looks.add(Look.HIGHLIGHTED)
        if _at(borders, attribute(one, "borderId"), False):
            looks.add(Look.FRAMED)
        found.append(Style(_at(fonts, attribute(one, "fontId"), frozenset()), frozenset(looks)))
    return found


def _at(items: Sequence[_T], number: str, otherwise: _T) -> _T:
    return items[int(number)] if number.isdecimal() and int(number) < len(items) else otherwise


def _is_filled(fill: Element) -> bool:
    pattern = child(fill, "patternFill")
    if pattern is None:
        return child(fill, "gradientFill") is not None
    colour = child(pattern, "fgColor")
    if attribute(pattern, "patternType") in _PATTERNS or colour is None:
        return False
    rgb = attribute(colour, "rgb")
    white = rgb[-6:].upper() == "FFFFFF" if rgb else attribute(colour, "theme") == "0"
    return not white and attribute(colour, "indexed") not in ("64", "65", "9")


def _is_framed(border: Element) -> bool:
    return {local(one) for one in border if attribute(one, "style", "none") != "none"} >= _SIDES


def marks_of(rich: Rich, style: Style) -> tuple[Mark, ...]:
    """The marks of a cell's text."""
    marks: list[Mark] = []
    add_marks(marks, 0, len(rich.text), style.cell)
    at = 0
    for start, end, looks in rich.runs:
        add_marks(marks, at, start, style.font if at < start else ())
        add_marks(marks, start, end, looks)
        at = end
    if at < len(rich.text):
        add_marks(marks, at, len(rich.text), style.font)
    return tuple(marks)


def hidden_columns(root: Iterable[Element]) -> Iterator[range]:
    """The columns of a tab that are not shown."""
    for columns in root:
        if local(columns) == "cols":
            for one in columns:
                first, last = attribute(one, "min"), attribute(one, "max")
                if is_hidden(one, "width") and first.isdecimal() and last.isdecimal():
                    yield range(int(first), int(last) + 1)


def is_hidden(one: Element, size: str) -> bool:
    """Whether a row or a column is hidden, or made so small that it cannot be seen."""
    return attribute(one, "hidden", "0") in ("1", "true") or attribute(one, size) in ("0", "0.0")
