"""Walks through a web page: blocks become paragraphs, rows lines; nothing in it is run or fetched."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml.etree import _Element as Element

from atop_coder.reading.documents import Document
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Look
from atop_coder.reading.symbols import OPEN_BOX, TICKED_BOX, is_symbol_font, symbol
from atop_coder.reading.tables import Table
from atop_coder.reading.typed import Typed
from atop_coder.reading.web.css import read_rules, told_of
from atop_coder.reading.web.lists import Counter
from atop_coder.reading.web.own import KEPT, style_of
from atop_coder.reading.web.words import Words, within

_SPACES = re.compile(r"[ \t\r\n\x0b\x0c\x85\xa0\u2028\u2029]+")
_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "meta", "link", "base"}
)
_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre"}
    | {"address", "article", "section", "header", "footer", "main", "aside", "nav", "figure", "figcaption"}
    | {"fieldset", "legend", "form", "center", "hr", "body", "details", "summary", "dir", "menu", "caption"}
    | {"tr", "td", "th", "table", "thead", "tbody", "tfoot", "html", "head", "title", "option"}
)
_NOTE = re.compile(r"#_?(sd)?(ftn|edn|footnote|endnote|msocom_)(\d{1,5})(?:sym)?", re.IGNORECASE)
_NOTE_BODY = re.compile(r"_?(sd)?(ftn|edn|footnote|endnote|com_)(\d{1,5})", re.IGNORECASE)
_NOTE_BACK = re.compile(r"#_?(?:(?:ftn|edn)ref|sd(?:foot|end)note|msoanchor_)\d{1,5}(?:anc)?", re.IGNORECASE)
_KINDS = {"ftn": "footnote", "footnote": "footnote", "edn": "endnote", "endnote": "endnote"}
_LINK_LOOKS = frozenset({Look.UNDERLINED, Look.COLOURED})
_ASIDES = {
    "title": "the page's title",
    "nav": "a menu of the page",
    "problems": "a problem that the page shows",
}


class Page:
    """Takes the elements of a page; `read` gives the document that they make."""

    def __init__(self, root: Element) -> None:
        styles = (one.text or "" for one in root.iter("style"))
        self.rules: Mapping[str, Mapping[str, str]] = read_rules("\n".join(styles))
        self.document = Document()
        self.typed = Typed()
        self.done: list[Paragraph] = []
        self.counters: list[Counter] = []
        self.label: tuple[str, str] = ("", "")
        self.style, self.aside = "", ""
        self._root = root

    def read(self) -> Document:
        """The document in the page."""
        self.walk(self._root, Words())
        self.end_paragraph()
        self.document.text = self.done
        return self.document

    # words

    def add(self, text: str | None, words: Words) -> None:
        """Adds text as pages mean it: any white space is one space, and none at the beginning of a line."""
        if not text:
            return
        if words.keeps:
            self.add_kept(text, words)
            return
        text = _SPACES.sub(" ", text).replace("\xad", "")
        if text.startswith(" ") and (not self.typed.text or self.typed.text[-1] in " \n\t"):
            text = text[1:]
        if is_symbol_font(words.font):
            text = "".join(char if char == " " else symbol(words.font, ord(char)) for char in text)
        self.typed.add(text, words.looks, hidden=words.hidden)

    def add_kept(self, text: str, words: Words) -> None:
        for at, line in enumerate(re.split("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]", text)):
            if at:
                self.end_line(words)
            self.typed.add(line.replace("\xad", ""), words.looks, hidden=words.hidden)

    def end_line(self, words: Words) -> None:
        """A line ends: so does the paragraph, but within a prompt in bold type."""
        if words.looks & {Look.BOLD, Look.ITALIC} and self.typed.text.strip():
            self.typed.add("\n", words.looks)
        else:
            self.end_paragraph(always=True)

    def end_paragraph(self, always: bool = False) -> None:
        """Ends the paragraph that is open; an empty one counts only where a line break made it."""
        if self.typed.is_empty and not always:
            return
        one, self.typed = self.typed.paragraph(), Typed()
        one.text = one.text.rstrip("\n")
        one.style, one.aside = self.style, self.aside
        if not one.blank:
            (one.label, one.counter), self.label = self.label, ("", "")
        self.done.append(one)

    # elements

    def walk(self, element: Element, words: Words) -> None:
        """Takes an element with all in it, but not what stands behind it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SKIPPED:
            return
        told = told_of(
            self.rules, tag, element.get("class", ""), element.get("id", ""), element.get("style", "")
        )
        words = within(words, tag, told, element.get("color", "") if tag == "font" else "")
        if "hidden" in element.attrib and tag != "input":
            words = replace(words, hidden=True)
        take = _TAKEN.get(tag)
        if take is not None:
            take(self, element, words)
        elif tag in _BLOCKS:
            self.take_block(element, words)
        else:
            self.take_inside(element, words)

    def take_inside(self, element: Element, words: Words) -> None:
        self.add(element.text, words)
        for part in element:
            self.walk(part, words)
            self.add(part.tail, words)

    def take_block(self, element: Element, words: Words) -> None:
        """A paragraph of its own, or a note that the text refers to, or what stands beside the text."""
        self.end_paragraph()
        if match := _NOTE_BODY.fullmatch(element.get("id") or ""):
            self.take_note(match, element, words)
            return
        before = self.style, self.aside
        self.style = style_of(element)
        if self.style in KEPT:
            words = replace(words, keeps=True)
        self.aside = _ASIDES.get(str(element.tag)) or _ASIDES.get(element.get("class", "")) or self.aside
        if element.get("title") in ("header", "footer") and element.tag == "div":
            self.aside = f"a page {element.get('title')}"
        self.take_inside(element, words)
        self.end_paragraph()
        self.style, self.aside = before

    def blocks(self, element: Element, words: Words) -> list[Paragraph]:
        """The paragraphs within an element, read by themselves."""
        typed, done, label = self.typed, self.done, self.label
        self.typed, self.done, self.label = Typed(), [], ("", "")
        self.take_inside(element, words)
        self.end_paragraph()
        found = self.done
        self.typed, self.done, self.label = typed, done, label
        return found

    def take_note(self, match: re.Match[str], element: Element, words: Words) -> None:
        inside = [one for one in self.blocks(element, words) if not one.blank]
        kind = _KINDS.get(match[2].casefold())
        if kind:
            self.document.below[f"{kind} {match[3]}"] = inside
        else:
            text = " ".join(" ".join(one.text.split()) for one in inside)
            self.document.comments[f"comment {match[3]}"] = ("", text)

    def take_link(self, element: Element, words: Words) -> None:
        address = element.get("href") or ""
        if match := _NOTE.fullmatch(address):
            kind = _KINDS.get(match[2].casefold(), "comment")
            self.typed.notes.append(f"{kind} {match[3]}")
            return
        if _NOTE_BACK.fullmatch(address):
            return
        start = len(self.typed.text)
        if address:
            words = replace(words, looks=words.looks - _LINK_LOOKS)
        self.take_inside(element, words)
        if address and not address.startswith(("#", "javascript:", "data:", "file:")):
            self.typed.add_link(start, address[:2000])

    def take_list(self, element: Element, words: Words) -> None:
        self.counters.append(Counter.of(element))
        self.take_block(element, words)
        self.counters.pop()

    def take_item(self, element: Element, words: Words) -> None:
        self.end_paragraph()
        if self.counters and (label := self.counters[-1].label(element)):
            self.label = (label, f"list:{len(self.counters)}")
        self.take_block(element, words)
        self.label = ("", "")

    def take_table(self, element: Element, words: Words) -> None:
        self.end_paragraph()
        rows = [dict(enumerate(row, start=1)) for row in self.rows(element, words)]
        for one in Table().paragraphs(rows):
            one.aside = one.aside or self.aside
            one.style = one.style or style_of(element)
            self.done.append(one)

    def rows(self, element: Element, words: Words) -> Iterator[list[list[Paragraph]]]:
        for part in element:
            told = told_of(self.rules, str(part.tag), part.get("class", ""), "", part.get("style", ""))
            inner = within(words, str(part.tag), told)
            if part.tag == "tr":
                cells = [cell for cell in part if cell.tag in ("td", "th")]
                yield [self.cell(cell, inner) for cell in cells]
            elif part.tag in ("thead", "tbody", "tfoot"):
                yield from self.rows(part, inner)
            elif part.tag == "caption":
                yield [self.cell(part, inner)]

    def cell(self, cell: Element, words: Words) -> list[Paragraph]:
        told = told_of(
            self.rules, str(cell.tag), cell.get("class", ""), cell.get("id", ""), cell.get("style", "")
        )
        return self.blocks(cell, within(words, str(cell.tag), told))

    def take_input(self, element: Element, words: Words) -> None:
        kind = (element.get("type") or "text").casefold()
        if kind in ("checkbox", "radio"):
            self.typed.add(TICKED_BOX if "checked" in element.attrib else OPEN_BOX)
        elif kind in ("text", "date", "number", "email", "url", "search", "tel"):
            self.add(element.get("value"), words)

    def take_select(self, element: Element, words: Words) -> None:
        chosen = [one for one in element.iter("option") if "selected" in one.attrib]
        for one in chosen:
            self.add(" ".join("".join(map(str, one.itertext())).split()), words)

    def take_control(self, element: Element, words: Words) -> None:
        """A content control that Word saved; one that only asks for text holds none."""
        if element.get("showingplchdr") != "t":
            self.take_inside(element, words)


_TAKEN: Mapping[str, Callable[[Page, Element, Words], None]] = {
    "br": lambda page, _, words: page.end_line(words),
    "a": Page.take_link,
    "ol": Page.take_list,
    "ul": Page.take_list,
    "li": Page.take_item,
    "table": Page.take_table,
    "input": Page.take_input,
    "select": Page.take_select,
    "w:sdt": Page.take_control,
}
