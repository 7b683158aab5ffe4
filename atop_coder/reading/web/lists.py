"""The numbers that a browser shows before the items of a list."""

from dataclasses import dataclass

from lxml.etree import _Element as Element

from atop_coder.reading.word.lists import in_format

_WAYS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass
class Counter:
    """Counts the items of one list; `is_numbered` is False for bullets."""

    is_numbered: bool
    next: int = 1
    way: str = "decimal"

    @classmethod
    def of(cls, element: Element) -> "Counter":
        """The counter of an <ol> or <ul>."""
        start = _whole(element.get("start"), 1)
        return cls(element.tag == "ol", start, _WAYS.get(element.get("type") or "", "decimal"))

    def label(self, item: Element) -> str:
        """The number of the next item, such as "3."; "" for a bullet."""
        if not self.is_numbered or "none" in (item.get("style") or ""):
            return ""
        number = _whole(item.get("value"), self.next)
        self.next = number + 1
        return f"{in_format(number, self.way)}."


def _whole(text: str | None, otherwise: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise
