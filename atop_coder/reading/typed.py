"""A paragraph in the making: words as they are set, those struck out or hidden kept apart."""

from collections.abc import Iterable

from atop_coder.reading.paragraphs import Link, Paragraph
from atop_coder.reading.report import Look, Mark

PLAIN: frozenset[Look] = frozenset()
_SETS_OFF = frozenset({Look.BOLD, Look.ITALIC, Look.UNDERLINED})  # what prompts are set in


class Typed:
    """Takes words with their looks; `paragraph` is what they make together."""

    def __init__(self) -> None:
        self.text = ""
        self.links: list[Link] = []
        self.notes: list[str] = []
        self._marks: dict[Look, list[Mark]] = {}
        self._set_off = 0
        self._struck: list[str] = []
        self._hidden: list[str] = []
        self._apart: list[str] | None = None  # where the last words went, if they were kept apart

    def add(self, text: str, looks: frozenset[Look] = PLAIN, *, hidden: bool = False) -> None:
        """Adds words; what is hidden or struck out goes into no answer."""
        if not text:
            return
        apart = self._hidden if hidden else self._struck if Look.STRUCK in looks else None
        if apart is None:
            self._add_shown(text, looks)
        elif apart is self._apart:
            apart[-1] += text
        else:
            apart.append(text)
        self._apart = apart

    def _add_shown(self, text: str, looks: frozenset[Look]) -> None:
        start = len(self.text)
        if text.strip() and looks & _SETS_OFF and not self.text[self._set_off :].strip():
            self._set_off = start + len(text)
        self.text += text
        for look in looks:
            before = self._marks.setdefault(look, [])
            if before and before[-1].end == start:
                before[-1] = Mark(before[-1].start, len(self.text), look)
            else:
                before.append(Mark(start, len(self.text), look))

    def add_link(self, start: int, address: str) -> None:
        """Says that the text from there on leads to an address."""
        if address:
            self.links.append(Link(self.text[start:], address))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet."""
        return not (self.text or self.notes or self._struck or self._hidden)

    def paragraph(self) -> Paragraph:
        """The paragraph, its marks in the order of the text."""
        marks = [mark for found in self._marks.values() for mark in found]
        return Paragraph(
            self.text,
            set_off=self._set_off,
            links=self.links,
            notes=self.notes,
            hidden=_in_one(self._hidden),
            struck=_in_one(self._struck),
            marks=sorted(marks, key=lambda mark: (mark.start, mark.end)),
        )


def _in_one(parts: Iterable[str]) -> str:
    return " … ".join(text for part in parts if (text := " ".join(part.split())))
