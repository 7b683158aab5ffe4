"""The numbers that Word gives to paragraphs: they are in no text, so they are counted here as Word counts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from atop_coder.reading.package import attribute, child, local

_ROMAN = {1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x"}
_ROMAN |= {9: "ix", 5: "v", 4: "iv", 1: "i"}
LEVELS = 9
_MOST = 3000  # nobody counts further in letters or Roman numbers


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered: "%1." in decimal from 1."""

    text: str = ""
    format: str = "decimal"
    start: int = 1


@dataclass
class Lists:
    """All lists of a file; `label` counts on, so each paragraph asks once, in order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    counted_by: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    of_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, number: str, level: int) -> str:
        """The next label in that list, such as "5."; "" for bullets and for what is no list."""
        counter = self.counted_by.get(number, "")
        levels = self.levels.get(counter, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(counter, {})
        for at, start in self.restarts.pop(number, {}).items():
            counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, LEVELS):
            counts.pop(deeper, None)
        return label_of(levels, level, counts)


def label_of(levels: Mapping[int, Level], level: int, counts: Mapping[int, int]) -> str:
    """The label that such counts give at a level; "" for bullets."""
    if levels[level].format in ("bullet", "none"):
        return ""

    def shown(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        one = levels.get(at, Level())
        return in_format(counts.get(at, one.start), one.format)

    return re.sub(r"%([1-9])", shown, levels[level].text).strip()


def in_format(number: int, way: str) -> str:
    """A number as Word writes it in that format."""
    if not 0 < number < _MOST:
        return str(number)
    if way.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif way.endswith("Roman"):
        text = _roman(number)
    else:
        return f"{number:02}" if way == "decimalZero" else str(number)
    return text.upper() if way.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text


def read_lists(numbering: Element | None, styles: Element | None) -> Lists:
    """The lists that a file defines, and those that belong to its paragraph styles."""
    lists = Lists()
    for one in numbering if numbering is not None else ():
        if local(one) == "abstractNum":
            lists.levels[attribute(one, "abstractNumId")] = dict(_levels(one))
        elif local(one) == "num":
            number, counter = attribute(one, "numId"), attribute(child(one, "abstractNumId"), "val")
            lists.counted_by[number] = counter
            lists.restarts[number] = dict(_restarts(one))
    for style in styles if styles is not None else ():
        number, level = of_paragraph(child(style, "pPr"))
        if number:
            lists.of_style[attribute(style, "styleId")] = (number, level)
    return lists


def of_paragraph(look: Element | None) -> tuple[str, int]:
    """The list and level that a paragraph's own properties name; "" for none."""
    numbered = child(look, "numPr")
    level = _number(attribute(child(numbered, "ilvl"), "val"), 0)
    return attribute(child(numbered, "numId"), "val"), min(level, LEVELS - 1)


def _levels(abstract: Element) -> Iterator[tuple[int, Level]]:
    for one in abstract:
        if local(one) == "lvl":
            yield (
                _number(attribute(one, "ilvl"), 0),
                Level(
                    attribute(child(one, "lvlText"), "val"),
                    attribute(child(one, "numFmt"), "val", "decimal"),
                    _number(attribute(child(one, "start"), "val"), 1),
                ),
            )


def _restarts(number: Element) -> Iterator[tuple[int, int]]:
    for one in number:
        start = child(one, "startOverride")
        if local(one) == "lvlOverride" and start is not None:
            yield _number(attribute(one, "ilvl"), 0), _number(attribute(start, "val"), 1)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise
