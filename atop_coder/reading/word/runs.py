"""The text of a Word paragraph: runs, fields, symbols, boxes and tracked changes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from atop_coder.reading.footnotes import raised
from atop_coder.reading.package import Relation, attribute, child, inside, is_on, local
from atop_coder.reading.paragraphs import Link, Paragraph
from atop_coder.reading.report import Look
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX, UNKNOWN, is_symbol_font, symbol
from atop_coder.reading.word.looks import HIDDEN, Styles, add_marks, looks_told

_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)
_GONE = {"del": "deleted in a tracked change", "moveFrom": "moved elsewhere in a tracked change"}
_SHAPES = frozenset({"prstGeom", "oval", "roundrect", "rect", "line", "custGeom"})
_TEXTS = frozenset({"t", "delText"})
_PASSED = frozenset(
    {"r", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "hyperlink", "fldSimple", "bdo", "dir"}
).union({"ruby", "rubyBase", "oMath", "oMathPara", "sub", "sup", "e", "num", "den", "object", "f", "d"})
_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}


@dataclass
class Tally:
    """What the report tells of the whole file: tracked changes, symbols, documents within it, shapes."""

    changes: int = 0
    symbols: int = 0
    foreign: int = 0
    shapes: int = 0


@dataclass
class _Field:
    """A field whose end has not come: its code, and where the text that it shows begins."""

    code: str = ""
    start: int = 0
    shows: bool = False


@dataclass
class Runs:
    """Collects the text of one paragraph after another.

    `boxed` takes the blocks of text boxes.
    """

    relations: Mapping[str, Relation]
    tally: Tally
    styles: Styles
    boxed: list[Element] = field(default_factory=list)
    _text: str = ""
    _set_off: int = 0
    _fields: list[_Field] = field(default_factory=list)
    _paragraph: Paragraph = field(default_factory=lambda: Paragraph(""))

    def read(self, paragraph: Element, style: str = "") -> Paragraph:
        """The paragraph's text with its links, marks and hidden words."""
        self._text, self._set_off = "", 0
        self._paragraph = Paragraph("")
        self._style = self.styles.looks(style)
        self.take_all(paragraph)
        self._fields = [one for one in self._fields if one.shows]
        for one in self._fields:
            one.start = 0
        self._paragraph.text, self._paragraph.set_off = self._text, self._set_off
        return self._paragraph

    def add(self, text: str, looks: frozenset[str] = frozenset(), set_off: bool = False) -> None:
        if any(not one.shows for one in self._fields):
            return
        if text.strip() and set_off and not self._text[self._set_off :].strip():
            self._set_off = len(self._text) + len(text)
        add_marks(self._paragraph.marks, len(self._text), len(self._text) + len(text), looks)
        self._text += text

    def take_all(self, elements: Iterable[Element]) -> None:
        for element in elements:
            self.take(element)

    def take(self, element: Element) -> None:
        """Takes the text of an element within a paragraph, whatever it is."""
        name = local(element)
        if name in _GONE:
            self.tally.changes += 1
            self.leave_out(element, _GONE[name])
        elif name in ("ins", "moveTo"):
            self.tally.changes += 1
            self.take_all(element)
        elif name == "r":
            self.take_run(element)
        elif name in ("hyperlink", "fldSimple"):
            self.take_link(element)
        elif name == "sdt":
            self.take_control(element)
        elif name == "AlternateContent":
            self.take_all(_first_choice(element))
        elif name in _PASSED:
            self.take_all(element)
        elif name == "t":
            self.add(_one_line(element.text))

    def leave_out(self, element: Element, why: str) -> None:
        """Notes the text of something that is no longer, or not shown, in the paragraph."""
        text = "".join(one.text or "" for one in element.iter() if local(one) in _TEXTS)
        if text.strip():
            self._paragraph.gone.append((text, why))

    def take_run(self, run: Element) -> None:
        look = child(run, "rPr")
        told = looks_told(look)
        looks = self.looks(look, told)
        if HIDDEN in looks:
            self._paragraph.hidden += "".join(one.text or "" for one in run if local(one) == "t")
            return
        set_off = Look.BOLD in looks or told.get(Look.ITALIC, False) or told.get(Look.UNDERLINED, False)
        font = attribute(child(look, "rFonts"), "ascii")
        above = attribute(child(look, "vertAlign"), "val") == "superscript"
        for part in run:
            name = local(part)
            if name == "t":
                text = _shown(_one_line(part.text), font)
                self.add(_lifted(text) if above else text, looks, set_off)
            elif name == "br":
                self.add("\n")
            elif name in _CHARACTERS:
                self.add(_CHARACTERS[name])
            else:
                self.take_special(part, name)

    def looks(self, look: Element | None, told: Mapping[str, bool]) -> frozenset[str]:
        """The looks of a run: its style's and its own, which count more."""
        if look is None:
            return self._style
        style = self._style | self.styles.looks(attribute(child(look, "rStyle"), "val"))
        return (style - told.keys()) | {name for name, on in told.items() if on}

    def take_special(self, part: Element, name: str) -> None:
        if name == "sym":
            self.add_symbol(part)
        elif name == "fldChar":
            self.take_field(part)
        elif name == "instrText" and self._fields:
            self._fields[-1].code += part.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            self._paragraph.notes.append(f"{name.removesuffix('Reference')} {attribute(part, 'id')}")
        elif name == "commentReference":
            self._paragraph.notes.append(f"comment {attribute(part, 'id')}")
        elif name in ("drawing", "pict", "AlternateContent", "object"):
            boxes = _boxes_in(part)
            self.boxed += boxes
            self.tally.shapes += not boxes and _is_shape(part)
        elif name in _PASSED:
            self.take(part)

    def add_symbol(self, part: Element) -> None:
        try:
            code = int(attribute(part, "char", "0"), 16)
        except ValueError:
            code = 0
        char = symbol(attribute(part, "font"), code)
        self.tally.symbols += char == UNKNOWN
        self.add(char)

    def take_field(self, mark: Element) -> None:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self.add(_form_field(child(mark, "ffData")))
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows, self._fields[-1].start = True, len(self._text)
        elif kind == "end" and self._fields:
            done = self._fields.pop()
            if done.shows:
                self.add_link(done.code, self._text[done.start :])

    def take_link(self, element: Element) -> None:
        start = len(self._text)
        self.take_all(element)
        relation = self.relations.get(attribute(element, "id"))
        if local(element) == "hyperlink" and relation and relation.outside:
            self._paragraph.links.append(Link(self._text[start:], relation.target))
        self.add_link(attribute(element, "instr"), self._text[start:])

    def add_link(self, code: str, text: str) -> None:
        if match := _ADDRESS.match(code):
            self._paragraph.links.append(Link(text, match[1]))

    def take_control(self, control: Element) -> None:
        """A content control: a box to tick, or text; the words that only ask for text are none."""
        look = child(control, "sdtPr")
        box = child(look, "checkbox")
        if box is not None:
            state = child(box, "checked")
            self.add(TICKED_BOX if state is not None and is_on(state) else OPEN_BOX)
        elif not is_on(child(look, "showingPlcHdr")):
            self.take_all(inside(control, "sdtContent"))


def _one_line(text: str | None) -> str:
    return re.sub(r"[\r\n\x0b\x0c\x85\u2028\u2029]", " ", text or "").replace("\xad", "")


def _shown(text: str, font: str) -> str:
    """The text as it is seen: letters typed in a symbol font are symbols."""
    if is_symbol_font(font):
        return "".join(char if char.isspace() else symbol(font, ord(char)) for char in text)
    return text


def _lifted(text: str) -> str:
    """Text in raised type: digits as the raised characters that they look like, letters as they are."""
    return re.sub(r"\d+", lambda digits: raised(digits[0]), text)


def _first_choice(alternates: Element) -> Iterable[Element]:
    """The first of several ways to show one thing; the others would say it twice."""
    return next((one for one in alternates if local(one) in ("Choice", "Fallback")), ())


def _boxes_in(element: Element) -> list[Element]:
    """The text boxes in a drawing, each once."""
    if local(element) == "txbxContent":
        return [element]
    parts = _first_choice(element) if local(element) == "AlternateContent" else element
    return [box for part in parts for box in _boxes_in(part)]


def _is_shape(element: Element) -> bool:
    """Whether a drawing is a ring, a frame, a line: not a picture."""
    return any(local(one) in _SHAPES for one in element.iter())


def _form_field(data: Element | None) -> str:
    """What a form field of old shows that stands in no run: a box, or the entry chosen from a list."""
    box = child(data, "checkBox")
    if box is not None:
        state = child(box, "checked")
        return TICKED_BOX if is_on(state if state is not None else child(box, "default")) else OPEN_BOX
    drop = child(data, "ddList")
    if drop is None:
        return ""
    entries = [attribute(one, "val") for one in drop if local(one) == "listEntry"]
    chosen = attribute(
        child(drop, "result") if child(drop, "result") is not None else child(drop, "default"), "val"
    )
    at = int(chosen) if chosen.isdecimal() and len(chosen) < 4 else 0
    return entries[at] if at < len(entries) else ""
