"""The text of a paragraph in an OpenDocument file: spans, links, fields, notes, and the boxes of forms."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from atop_coder.reading.odf.lists import whole
from atop_coder.reading.odf.styles import Set, Styles
from atop_coder.reading.package import attribute, child, inside, local
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Look
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX, is_symbol_font, symbol
from atop_coder.reading.typed import Typed

_SPACES = re.compile("[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")
_MOST_SPACES = 1000
_LINK_LOOKS = frozenset({Look.UNDERLINED, Look.COLOURED})
_SKIPPED = frozenset(
    {"annotation-end", "soft-page-break", "placeholder", "script", "change", "change-start", "change-end"}
    | {
        "ruby-text",
        "tracked-changes",
        "note-citation",
        "sequence-decls",
        "number",
        "param",
        "sender-initials",
    }
)
_FRAMES = frozenset({"frame", "custom-shape", "rect", "text-box", "g", "ellipse", "polygon", "caption"})
_BOXED = frozenset({"text-box", "custom-shape", "rect", "ellipse", "polygon", "caption"})

ReadBlocks = Callable[[Iterable[Element]], list[Paragraph]]


@dataclass
class Aside:
    """What the paragraphs leave beside the text: footnotes and comments by their marks."""

    below: dict[str, list[Paragraph]] = field(default_factory=dict)
    comments: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass
class Runs:
    """Reads one paragraph after another.

    `blocks` reads what stands in notes and frames, `controls` are what a form's controls show, by their ids.
    """

    styles: Styles
    aside: Aside
    blocks: ReadBlocks
    controls: Mapping[str, str] = field(default_factory=dict)
    _typed: Typed = field(default_factory=Typed)
    _boxed: list[Paragraph] = field(default_factory=list)

    def read(self, element: Element, usual: Set | None = None) -> tuple[Paragraph, list[Paragraph]]:
        """The paragraph, and those of the frames that hang on it."""
        outer, boxed = self._typed, self._boxed
        self._typed, self._boxed = Typed(), []
        style = attribute(element, "style-name")
        self.take_inside(element, usual or self.styles.set_of(style))
        one, found = self._typed.paragraph(), self._boxed
        one.style = self.styles.shown_name(style)
        self._typed, self._boxed = outer, boxed
        return one, found

    def take_inside(self, element: Element, words: Set) -> None:
        self.add(element.text, words)
        for part in element:
            self.take(part, words)
            self.add(part.tail, words)

    def add(self, text: str | None, words: Set) -> None:
        """Adds text as OpenDocument means it: any white space is one space, and none at the beginning."""
        text = _SPACES.sub(" ", text or "").replace("\xad", "")
        if text.startswith(" ") and (not self._typed.text or self._typed.text[-1] in " \n\t"):
            text = text[1:]
        if is_symbol_font(words.font):
            text = "".join(char if char.isspace() else symbol(words.font, ord(char)) for char in text)
        self.put(text, words)

    def put(self, text: str, words: Set) -> None:
        self._typed.add(text, words.looks, hidden=words.hidden)

    def take(self, part: Element, words: Set) -> None:
        name = local(part)
        if name in _TAKEN:
            _TAKEN[name](self, part, words)
        elif name in _FRAMES:
            self._boxed += self.blocks(_boxes_in(part))
        elif name and name not in _SKIPPED:
            self.take_inside(part, words)

    def take_span(self, part: Element, words: Set) -> None:
        self.take_inside(part, self.styles.over(words, attribute(part, "style-name")))

    def take_link(self, part: Element, words: Set) -> None:
        start = len(self._typed.text)
        self.take_inside(part, Set(words.looks - _LINK_LOOKS, words.hidden, words.font))
        address = attribute(part, "href")
        if not address.startswith("#"):
            self._typed.add_link(start, address)

    def take_spaces(self, part: Element, words: Set) -> None:
        self.put(" " * min(whole(attribute(part, "c"), 1), _MOST_SPACES), words)

    def take_note(self, part: Element, _: Set) -> None:
        kind = attribute(part, "note-class", "footnote")
        mark = f"{kind if kind == 'endnote' else 'footnote'} {len(self.aside.below) + 1}"
        self.aside.below[mark] = []
        self.aside.below[mark] = [one for one in self.blocks(inside(part, "note-body")) if not one.blank]
        self._typed.notes.append(mark)

    def take_comment(self, part: Element, _: Set) -> None:
        self._typed.notes.append(self.note_comment(part))

    def note_comment(self, part: Element) -> str:
        """Keeps a comment aside, and gives its mark."""
        mark = f"comment {len(self.aside.comments) + 1}"
        self.aside.comments[mark] = comment_in(part, self.blocks)
        return mark

    def take_hidden(self, part: Element, words: Set) -> None:
        text = attribute(part, "string-value") or "".join(part.itertext())
        self._typed.add(text, words.looks, hidden=True)

    def take_control(self, part: Element, words: Set) -> None:
        """A content control; one that only asks for text holds none."""
        if attribute(part, "showing-place-holder") != "true":
            self.take_inside(part, words)

    def take_field(self, part: Element, words: Set) -> None:
        """A form field of old: a box to tick, a list to choose from; others show their text."""
        self.put(_field_shows(part), words)
        self.take_inside(part, words)


_TAKEN: Mapping[str, Callable[[Runs, Element, Set], None]] = {
    "span": Runs.take_span,
    "a": Runs.take_link,
    "s": Runs.take_spaces,
    "tab": lambda runs, _, words: runs.put("\t", words),
    "line-break": lambda runs, _, words: runs.put("\n", words),
    "note": Runs.take_note,
    "annotation": Runs.take_comment,
    "hidden-text": Runs.take_hidden,
    "content-control": Runs.take_control,
    "fieldmark": Runs.take_field,
    "fieldmark-start": Runs.take_field,
    "control": lambda runs, part, words: runs.put(runs.controls.get(attribute(part, "control"), ""), words),
}


def comment_in(element: Element, blocks: ReadBlocks) -> tuple[str, str]:
    """Author and text of a comment."""
    creator = child(element, "creator")
    author = "".join(creator.itertext()).strip() if creator is not None else ""
    told = blocks(one for one in element if local(one) in ("p", "list"))
    return author, " ".join(" ".join(one.text.split()) for one in told).strip()


def _boxes_in(element: Element) -> Iterator[Element]:
    """The blocks of the text boxes in a frame."""
    if local(element) in _BOXED:
        yield from element
        return
    for part in element:
        if local(part) in _FRAMES:
            yield from _boxes_in(part)


def _field_shows(part: Element) -> str:
    kind = attribute(part, "type").rpartition(".")[2]
    told = [(attribute(one, "name"), attribute(one, "value")) for one in part if local(one) == "param"]
    values = dict(told)
    if kind == "FORMCHECKBOX":
        return TICKED_BOX if values.get("Checkbox_Checked") == "true" else OPEN_BOX
    if kind == "FORMDROPDOWN":
        entries = [value for name, value in told if name.endswith("ListEntry")]
        chosen = whole(values.get("Dropdown_Selected", ""), 0)
        return entries[chosen] if chosen < len(entries) else ""
    return ""


def controls_of(root: Element) -> dict[str, str]:
    """Id of a form's control -> what it shows: a box, what was typed or chosen."""
    shown: dict[str, str] = {}
    for one in root.iter():
        name = local(one)
        if name in ("checkbox", "radio") and (key := attribute(one, "id")):
            state = attribute(one, "current-state") or attribute(one, "state")
            is_on = state == "checked" or attribute(one, "current-selected") == "true"
            shown[key] = TICKED_BOX if is_on else OPEN_BOX
        elif name in ("text", "textarea", "combobox", "formatted-text", "date") and attribute(one, "id"):
            shown[attribute(one, "id")] = attribute(one, "current-value") or attribute(one, "value")
        elif name == "listbox":
            chosen = (option for option in one if attribute(option, "current-selected") == "true")
            shown[attribute(one, "id")] = "; ".join(attribute(option, "label") for option in chosen)
    return shown
