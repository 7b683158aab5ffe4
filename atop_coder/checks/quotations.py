"""Quotations in a description: where they open and close, and whether the treaty's article is named.

Curly and straight marks count alike, quotations within quotations too. A quotation may run over paragraphs,
each of which opens anew (the usual typography); apostrophes are no quotation marks.
"""

import re
from dataclasses import dataclass

_MARK = re.compile('[“”„‟‘"]')
# A mark, the end of a paragraph, or the end of the text.
_EVENT = re.compile(r'[“”„‟"]|\n\n|\Z')
_BEFORE_OPENING = frozenset(" \n\t\xa0([{—–-/‘'“\"")
_AFTER_CLOSING = frozenset(" \n\t\xa0.,;:!?)]}—–-/’'”\"…")
_SPACE = frozenset(" \n\t\xa0")
# ’90s and ’tis, which word processors begin with the wrong mark.
_SINGLE = re.compile(r"(?<!\w)‘(?=\w)(?!\d0s|tis\b|twas\b|em\b|til\b|cause\b|n\b)", re.IGNORECASE)
_SINGLE_CLOSES = re.compile(r"(?<!\w)[’']|[’'](?!\w)")
_SOURCE = (
    r"(?:art(?:icles?|s|ikel|[ií]culos?)?\b|sect(?:ions?)?\b|secs?\b|§|par(?:as?|agraphs?|s)?\b|preamb|cl\."
    r"|protocol|annex|appendix|addend|clause|chapter|points?\b|items?\b|pp?\.|pages?\b|part\b|title\b|declaration"
    r"|notes?\b|letters?\b|exchange|memorand|schedule|communiqu|attachment)"
)
_NAMES_SOURCE = re.compile(rf"(?<!\w){_SOURCE}", re.IGNORECASE)
# The article's name or number at the head of its text.
_HEADED = re.compile(rf"\s*(?:{_SOURCE}|\(?\d{{1,2}}[.)])", re.IGNORECASE)
_CITED_AT_END = re.compile(rf"[(\[]\s*{_SOURCE}[^()\[\]]*[)\]][\s.]*(?:\[[^\]]*\])?[\s.;,]*\Z", re.IGNORECASE)
TAIL = 200  # characters in which a source stands at the end of a paragraph
LONG = 5  # words: what is shorter is a term in quotation marks, not a quotation


@dataclass(frozen=True)
class Quotations:
    """The quotations of a text, what stands beside them, and the words at the first mark that has no partner.

    `unclosed` and `unopened` are "" if all marks have partners.
    """

    texts: tuple[str, ...] = ()
    beside: str = ""
    unclosed: str = ""
    unopened: str = ""

    @property
    def long(self) -> tuple[str, ...]:
        """The quotations that are more than a term."""
        return tuple(text for text in self.texts if len(text.split()) >= LONG)

    @property
    def sourced(self) -> bool:
        """Whether an article, section or the like is named, beside the quotations or at the head of one."""
        return bool(_NAMES_SOURCE.search(self.beside)) or any(map(_HEADED.match, self.texts))


def names_source(text: str) -> bool:
    """Whether an article, section, preamble, protocol or the like is named."""
    return bool(_NAMES_SOURCE.search(text))


def read_quotations(text: str) -> Quotations:
    """The quotations of a description whose paragraphs are parted by empty lines."""
    return _Scan(text).quotations() if _MARK.search(text) else Quotations(beside=text)


class _Scan:
    """One walk over the marks of a text; `opened` holds the places of the marks that are still open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opened: list[int] = []
        self.texts: list[str] = []
        self.beside: list[str] = []
        self.behind = 0  # where the last quotation ended
        self.unclosed = ""
        self.unopened = ""
        self.paragraph = 0

    def quotations(self) -> Quotations:
        for event in _EVENT.finditer(self.text):
            if event[0] in ("", "\n\n"):
                self.end_paragraph(event.start(), last=not event[0])
                self.paragraph = event.end()
            else:
                self.take(event.start())
        beside = " ".join((*self.beside, self.text[self.behind :]))
        return Quotations(tuple(self.texts), beside, self.unclosed, self.unopened)

    def take(self, place: int) -> None:
        if self.opens(place):
            if not (self.opened and place == self.paragraph):  # else a quotation that goes on
                self.opened.append(place)
        elif self.opened:
            start = self.opened.pop()
            if not self.opened:
                self.texts.append(self.text[start + 1 : place])
                self.beside.append(self.text[self.behind : start])
                self.behind = place + 1
        elif not self.is_inch(place):
            self.unopened = self.unopened or self.last_words(place)

    def opens(self, place: int) -> bool:
        """What the mark does, by what stands around it, or else by its shape, or else by what is open."""
        before = self.text[place - 1] if place else " "
        after = self.text[place + 1] if place + 1 < len(self.text) else " "
        may_open = before in _BEFORE_OPENING and after not in _SPACE
        may_close = before not in _SPACE and after in _AFTER_CLOSING
        if may_open != may_close:
            return may_open
        mark = self.text[place]
        return not self.opened if mark == '"' else mark != "”"

    def is_inch(self, place: int) -> bool:
        return self.text[place] == '"' and place > 0 and self.text[place - 1].isdigit()

    def end_paragraph(self, end: int, last: bool) -> None:
        """A quotation that is open goes on in the next paragraph, unless its source stands behind it."""
        tail = max(self.paragraph, end - TAIL)
        if self.opened and (last or _CITED_AT_END.search(self.text, tail, end)):
            self.unclosed = self.unclosed or self.text[self.opened[0] + 1 :]
            self.opened.clear()
        self.end_singles(end)

    def end_singles(self, end: int) -> None:
        """Single marks pair up within a paragraph; a closing one looks like the apostrophe of a plural."""
        closed = max(
            (mark.start() for mark in _SINGLE_CLOSES.finditer(self.text, self.paragraph, end)), default=0
        )
        for single in _SINGLE.finditer(self.text, max(self.paragraph, closed), end):
            self.unclosed = self.unclosed or self.text[single.end() :]

    def last_words(self, place: int) -> str:
        return " ".join(self.text[:place].split()[-8:])
