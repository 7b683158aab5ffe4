"""How Word sets words off: bold, underlined, highlighted, coloured, framed, struck out, hidden."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from atop_coder.reading.package import attribute, is_on, local
from atop_coder.reading.report import Look, Mark

HIDDEN = "hidden"  # beside the looks: text that is not shown at all
_SWITCHES: Mapping[str, str] = {
    "b": Look.BOLD,
    "i": Look.ITALIC,
    "u": Look.UNDERLINED,
    "strike": Look.STRUCK,
    "dstrike": Look.STRUCK,
    "vanish": HIDDEN,
}
_GREY = 40  # a colour whose parts differ by less is black, grey or white
_BESIDE = 2 * len(Look)
_PALE = frozenset({"", "auto", "ffffff", "none", "nil", "white"})
_PLAIN_THEMES = frozenset({"text1", "dark1", "tx1", "background1", "light1", "bg1"})


def looks_told(look: Element | None) -> dict[str, bool]:
    """The looks that run properties turn on or off; what they do not speak of is left out."""
    told: dict[str, bool] = {}
    for one in look if look is not None else ():
        name = local(one)
        if name in _SWITCHES:
            told[_SWITCHES[name]] = told.get(_SWITCHES[name], False) or is_on(one)
        elif name in ("highlight", "shd"):
            told[Look.HIGHLIGHTED] = told.get(Look.HIGHLIGHTED, False) or is_shaded(one)
        elif name == "color":
            told[Look.COLOURED] = _is_colour(one)
        elif name == "bdr":
            told[Look.FRAMED] = attribute(one, "val") not in ("", "none", "nil")
    return told


def is_shaded(one: Element | None) -> bool:
    """Whether a highlighting or a shading has a colour."""
    name = "fill" if one is not None and local(one) == "shd" else "val"
    return attribute(one, name).casefold() not in _PALE


def _is_colour(one: Element) -> bool:
    if attribute(one, "themeColor") in _PLAIN_THEMES:
        return False
    return is_colour(attribute(one, "val"))


def is_colour(code: str) -> bool:
    """Whether six (or eight) hexadecimal digits are a colour, and not black, grey or white."""
    try:
        parts = [int(code[-6:][at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return False
    return len(code) >= 6 and max(parts) - min(parts) >= _GREY


_LONGEST_LINE = 100  # styles that are based on one another


@dataclass
class Styles:
    """What paragraph and character styles say of the looks of their text, which one each is based on."""

    told: dict[str, dict[str, bool]] = field(default_factory=dict)
    based_on: dict[str, str] = field(default_factory=dict)
    _known: dict[str, frozenset[str]] = field(default_factory=dict)

    def looks(self, style: str) -> frozenset[str]:
        """The looks of text in that style."""
        if style not in self._known:
            whole: dict[str, bool] = {}
            for name in self.line(style):
                whole = {**self.told.get(name, {}), **whole}
            self._known[style] = frozenset(look for look, on in whole.items() if on)
        return self._known[style]

    def line(self, style: str) -> Iterator[str]:
        """The style and those it is based on, the nearest first; no further than any file has need to."""
        seen: set[str] = set()
        while style and style not in seen and len(seen) < _LONGEST_LINE:
            seen.add(style)
            yield style
            style = self.based_on.get(style, "")


def read_styles(root: Element | None) -> Styles:
    """The styles of a file, from its part of that name."""
    styles = Styles()
    for one in root if root is not None else ():
        name = attribute(one, "styleId")
        for part in one:
            if local(part) == "rPr":
                styles.told[name] = looks_told(part)
            elif local(part) == "basedOn":
                styles.based_on[name] = attribute(part, "val")
    return styles


def add_marks(marks: list[Mark], start: int, end: int, looks: Iterable[str]) -> None:
    """Puts the looks on `text[start:end]`; a look that ends there goes on."""
    for name in looks:
        if name == HIDDEN:
            continue
        look = Look(name)
        last = range(len(marks) - 1, max(-1, len(marks) - _BESIDE), -1)  # no more looks lie side by side
        before = next((at for at in last if marks[at].end == start and marks[at].look == look), None)
        if before is None:
            marks.append(Mark(start, end, look))
        else:
            marks[before] = Mark(marks[before].start, end, look)
