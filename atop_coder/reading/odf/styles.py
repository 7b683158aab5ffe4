"""What the styles of an OpenDocument file say: looks, hidden words, the names that people see."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from atop_coder.reading.colors import is_colour_name
from atop_coder.reading.package import attribute, child, local
from atop_coder.reading.report import Look
from atop_coder.reading.typed import PLAIN

_NOTHING = frozenset({"", "none", "transparent", "auto"})
_ESCAPE = re.compile("_([0-9a-f]{2,4})_")


@dataclass(frozen=True)
class Set:
    """How words are set: their looks, whether they are hidden, and in which font."""

    looks: frozenset[Look] = PLAIN
    hidden: bool = False
    font: str = ""


_LONGEST_LINE = 100  # styles that are based on one another


@dataclass(frozen=True)
class Style:
    """A style as it is written: what it turns on and off, and what it is based on."""

    parent: str = ""
    name: str = ""
    looks: Mapping[Look, bool] = field(default_factory=dict)
    hidden: bool | None = None
    font: str = ""
    list_style: str = ""
    is_automatic: bool = False
    shows: bool = True


class Styles:
    """The styles that hold for one part of a file, by family ("paragraph", "text", "table", …) and name."""

    def __init__(self, common: Iterable[Element], automatic: Iterable[Element]) -> None:
        self._known: dict[tuple[str, str], Style] = {}
        for one, is_automatic in [*((one, False) for one in common), *((one, True) for one in automatic)]:
            if local(one) == "style":
                self._known[attribute(one, "family"), attribute(one, "name")] = _style(one, is_automatic)
        self._sets: dict[tuple[str, str, str], Set] = {}

    def line(self, family: str, name: str) -> Iterator[Style]:
        """The style and those it is based on, the nearest first; no further than any file has need to."""
        seen: set[str] = set()
        while name not in seen and len(seen) < _LONGEST_LINE and (style := self._known.get((family, name))):
            seen.add(name)
            yield style
            name = style.parent

    def set_of(self, paragraph: str, words: str = "", family: str = "paragraph") -> Set:
        """How words of those two styles are set."""
        key = (family, paragraph, words)
        if key not in self._sets:
            self._sets[key] = _set([*self.line("text", words), *self.line(family, paragraph)])
        return self._sets[key]

    def over(self, outer: Set, words: str) -> Set:
        """How words of that style are set within others."""
        line = list(self.line("text", words))
        own = _set(line)
        off = {look for style in line for look, on in style.looks.items() if not on} - own.looks
        return Set((outer.looks - off) | own.looks, outer.hidden or own.hidden, own.font or outer.font)

    def shown_name(self, name: str) -> str:
        """The name that people see of a paragraph's style; of an automatic one, of what it is based on."""
        return next((style.name for style in self.line("paragraph", name) if not style.is_automatic), "")

    def list_style(self, name: str) -> str:
        """The list that paragraphs of that style belong to; "" for none."""
        return next((style.list_style for style in self.line("paragraph", name) if style.list_style), "")

    def shows(self, table: str) -> bool:
        """Whether a table of that style is shown."""
        return all(style.shows for style in self.line("table", table))


def _set(line: Iterable[Style]) -> Set:
    looks: dict[Look, bool] = {}
    hidden: bool | None = None
    font = ""
    for style in line:
        looks = {**style.looks, **looks}
        hidden = style.hidden if hidden is None else hidden
        font = font or style.font
    return Set(frozenset(look for look, on in looks.items() if on), bool(hidden), font)


def _style(element: Element, is_automatic: bool) -> Style:
    text, table = child(element, "text-properties"), child(element, "table-properties")
    name = attribute(element, "name")
    shown = attribute(element, "display-name") or _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)
    display = attribute(text, "display")
    return Style(
        attribute(element, "parent-style-name"),
        shown,
        dict((*_looks(child(element, "table-cell-properties"), cell=True), *_looks(text))),
        None if not display else display == "none",
        attribute(text, "font-name") or attribute(text, "font-family").strip("'\""),
        attribute(element, "list-style-name"),
        is_automatic,
        attribute(table, "display", "true") != "false",
    )


def _looks(properties: Element | None, cell: bool = False) -> Iterator[tuple[Look, bool]]:
    """What some properties turn on or off; of a cell's, its ground alone."""
    told = {
        key.rpartition("}")[2]: value for key, value in (properties.items() if properties is not None else ())
    }
    if cell:
        told = {"background-color": told["background-color"]} if "background-color" in told else {}
    if weight := told.get("font-weight"):
        yield Look.BOLD, weight == "bold" or (weight.isdecimal() and int(weight[:4]) >= 600)
    if slope := told.get("font-style"):
        yield Look.ITALIC, slope in ("italic", "oblique")
    for look, names in _LINES.items():
        values = [told[name] for name in names if name in told]
        if values:
            yield look, not _NOTHING.issuperset(values)
    if colour := told.get("color"):
        yield Look.COLOURED, is_colour_name(colour)
    if ground := told.get("background-color"):
        yield Look.HIGHLIGHTED, is_colour_name(ground)
    if border := told.get("border"):
        yield Look.FRAMED, border not in _NOTHING


_LINES = {
    Look.UNDERLINED: ("text-underline-style", "text-underline-type"),
    Look.STRUCK: ("text-line-through-style", "text-line-through-type"),
}
