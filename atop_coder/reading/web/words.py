"""How the words of an element are set, by its tag and its styles, within those around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from atop_coder.reading.colors import is_colour_name
from atop_coder.reading.report import Look
from atop_coder.reading.typed import PLAIN
from atop_coder.reading.web.css import Declarations

_TAGS = {"b": Look.BOLD, "strong": Look.BOLD, "i": Look.ITALIC, "em": Look.ITALIC}
_TAGS |= {"u": Look.UNDERLINED, "s": Look.STRUCK, "strike": Look.STRUCK, "del": Look.STRUCK}
_TAGS |= {"mark": Look.HIGHLIGHTED, "cite": Look.ITALIC, "dt": Look.BOLD}
_TAGS |= dict.fromkeys((f"h{level}" for level in range(1, 7)), Look.BOLD)
_INLINE = frozenset(
    {"span", "b", "i", "u", "em", "strong", "font", "mark", "small", "big", "a", "label", "code"}
)
_NO_GROUND = frozenset({"html", "body", "table", "tbody", "thead", "tr", "div", "section", "main", "article"})
_COLOUR = re.compile(r"#[0-9a-f]{3,6}\b|rgba?\([^)]*\)|\b[a-z]+\b")


@dataclass(frozen=True)
class Words:
    """The looks of words, whether they are hidden, their font, and whether their white space is kept."""

    looks: frozenset[Look] = PLAIN
    hidden: bool = False
    font: str = ""
    keeps: bool = False


def within(outer: Words, tag: str, told: Declarations, colour: str = "") -> Words:
    """How words in an element of that tag are set; `colour` is that of an old <font color>."""
    on = {_TAGS[tag]} if tag in _TAGS else set()
    off: set[Look] = set()
    for look, is_on in _declared(tag, told, colour):
        (on if is_on else off).add(look)
        (off if is_on else on).discard(look)
    words = replace(outer, looks=(outer.looks - off) | on)
    if _is_hidden(told):
        words = replace(words, hidden=True)
    if family := told.get("font-family"):
        words = replace(words, font=family.split(",")[0].strip("'\" "))
    keeps = tag in ("pre", "textarea") or told.get("white-space", "").startswith("pre")
    return replace(words, keeps=True) if keeps else words


def _is_hidden(told: Declarations) -> bool:
    return (
        told.get("display") == "none"
        or told.get("visibility") in ("hidden", "collapse")
        or told.get("mso-hide") == "all"
    )


def _declared(tag: str, told: Declarations, colour: str) -> Iterator[tuple[Look, bool]]:
    if weight := told.get("font-weight"):
        yield Look.BOLD, weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)
    if slope := told.get("font-style"):
        yield Look.ITALIC, slope in ("italic", "oblique")
    line = f"{told.get('text-decoration', '')} {told.get('text-decoration-line', '')}"
    if "line-through" in line:
        yield Look.STRUCK, True
    if "underline" in line or ("none" in line and tag != "a"):
        yield Look.UNDERLINED, "underline" in line
    if ink := told.get("color") or colour:
        yield Look.COLOURED, is_colour_name(ink)
    if tag not in _NO_GROUND and (ground := _ground(told)):
        yield Look.HIGHLIGHTED, any(map(is_colour_name, _COLOUR.findall(ground)))
    if tag in _INLINE and (border := told.get("border") or told.get("mso-border-alt")):
        yield Look.FRAMED, "none" not in border and border[:1] != "0"


def _ground(told: Declarations) -> str:
    parts = (told.get(name, "") for name in ("background-color", "background", "mso-highlight"))
    return " ".join(part for part in parts if part and "url(" not in part)[:200]
