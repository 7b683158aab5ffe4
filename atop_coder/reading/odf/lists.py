"""The numbers of lists in an OpenDocument file: they are in no text, so they are counted here."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from atop_coder.reading.package import attribute, local
from atop_coder.reading.word.lists import LEVELS, Level, label_of

_WAYS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Lists:
    """All list styles of a file; counts go on where a list says that it goes on with another."""

    def __init__(self, styles: Iterable[Element]) -> None:
        self._levels = {attribute(one, "name"): _levels(one) for one in styles if local(one) == "list-style"}
        self._counts: dict[str, dict[int, int]] = {}
        self._last: dict[str, dict[int, int]] = {}

    def begin(self, element: Element, style: str) -> dict[int, int]:
        """The counts with which a list begins."""
        before = self._counts.get(attribute(element, "continue-list"))
        if before is None and attribute(element, "continue-numbering") == "true":
            before = self._last.get(style)
        counts = before if before is not None else {}
        self._last[style] = counts
        if name := attribute(element, "id"):
            self._counts[name] = counts
        return counts

    def label(self, style: str, level: int, counts: dict[int, int], start: int | None = None) -> str:
        """The next label in a list of that style at that level, from 0; "" for bullets."""
        levels = self._levels.get(style, {})
        if level not in levels:
            return ""
        usual = start if start is not None else counts.get(level, levels[level].start - 1) + 1
        counts[level] = usual
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return label_of(levels, level, counts)


def _levels(style: Element) -> dict[int, Level]:
    found = {}
    for one in style:
        level = whole(attribute(one, "level"), 1) - 1
        if 0 <= level < LEVELS + 1:
            found[level] = _level(one, level)
    return found


def _level(element: Element, level: int) -> Level:
    way = _WAYS.get(attribute(element, "num-format"), "none")
    if local(element) != "list-level-style-number" or way == "none":
        return Level(format="bullet")
    shown = min(whole(attribute(element, "display-levels"), 1), level + 1)
    numbers = ".".join(f"%{at + 1}" for at in range(level + 1 - shown, level + 1))
    usual = f"{attribute(element, 'num-prefix')}{numbers}{attribute(element, 'num-suffix')}"
    written = re.sub(r"%(\d)%", r"%\1", attribute(element, "num-list-format"))  # LibreOffice's "%1%."
    return Level(written or usual, way, whole(attribute(element, "start-value"), 1))


def whole(text: str, otherwise: int) -> int:
    """The number in an attribute; another one where it is none, or beyond all sense."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else otherwise
