"""The marks within a line of Markdown: bold, italic, struck out, links, boxes, entities and a few tags."""

import re
from collections.abc import Callable, Mapping
from html import unescape

from atop_coder.reading.report import Look
from atop_coder.reading.typed import Typed

_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<comment><!--.*?(?:-->|$))"
    r"|(?P<address><(?:https?|ftp|mailto):[^<>\s]{1,2000}>)"
    r"|(?P<bare>(?:https?|ftp)://[^\s<>*]{1,2000})"
    r"|</?(?P<tag>b|strong|i|em|u|ins|s|strike|del|mark|sup|sub|span|font|p|div|br)\b[^<>]{0,300}>"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|\[\^(?P<note>[^\]\s]{1,30})\]"
    r"|!?\[(?P<text>[^\[\]]{0,500})\]\((?P<target>[^()\s]{0,2000}(?:\([^()\s]*\)[^()\s]*)?)(?:\s+\"[^\"]*\")?\)"
    r"|`(?P<code>[^`]{1,500})`"
    r"|(?P<mark>\*{1,3}|_{1,3}|~~|==)"
)
_LONGEST = 50_000  # characters of a line
_FAR = 5_000  # characters within which a mark that opens is closed
_MARKS = {"**": Look.BOLD, "__": Look.BOLD, "*": Look.ITALIC, "_": Look.ITALIC}
_MARKS |= {"~~": Look.STRUCK, "==": Look.HIGHLIGHTED}
_TAGS = {"b": Look.BOLD, "strong": Look.BOLD, "i": Look.ITALIC, "em": Look.ITALIC, "u": Look.UNDERLINED}
_TAGS |= {"s": Look.STRUCK, "strike": Look.STRUCK, "del": Look.STRUCK, "mark": Look.HIGHLIGHTED}


class Inline:
    """Reads lines one after another; what is bold stays so until its mark comes, or the paragraph ends."""

    def __init__(self) -> None:
        self.open: dict[str, Look] = {}
        self.typed = Typed()

    def read(self, text: str, *looks: Look) -> Typed:
        """A line without its marks, in a look that the whole of it has."""
        self.typed = Typed()
        self.always = frozenset(looks)
        at = 0
        if len(text) > _LONGEST:  # no person has set marks in it
            self.add(text)
            return self.typed
        for match in _TOKEN.finditer(text):
            self.add(text[at : match.start()])
            name = match.lastgroup or ""
            _TAKEN[name](self, match, text)
            at = match.end()
        self.add(text[at:])
        return self.typed

    def add(self, text: str, *, hidden: bool = False) -> None:
        self.typed.add(text, self.always | frozenset(self.open.values()), hidden=hidden)

    def take_link(self, match: re.Match[str], _: str) -> None:
        start = len(self.typed.text)
        self.add(unescape(match["text"]))
        if match["text"] != match["target"] and not match["target"].startswith("#"):
            self.typed.add_link(start, match["target"])

    def take_note(self, match: re.Match[str], _: str) -> None:
        self.typed.notes.append(match["note"])

    def take_tag(self, match: re.Match[str], _: str) -> None:
        tag = match["tag"]
        if tag == "br":
            self.typed.text += "\n"
        elif look := _TAGS.get(tag):
            self.open.pop(f"<{tag}>", None)
            if not match[0].startswith("</"):
                self.open[f"<{tag}>"] = look

    def take_mark(self, match: re.Match[str], text: str) -> None:
        """A mark that opens stands before a word, one that closes behind one; any other is a character."""
        mark = match["mark"]
        marks = [mark[:2], mark[0]] if len(mark) == 3 else [mark]
        start, end = match.span()
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        of_words = mark[0] == "_"  # such a mark within a word is a letter of it
        closes = all(one in self.open for one in marks) and not (of_words and behind.isalnum())
        closes = closes and bool(before.strip() or not before)
        opens = not any(one in self.open for one in marks) and not (of_words and before.isalnum())
        opens = opens and bool(behind.strip()) and (len(mark) > 1 or text.find(mark, end, end + _FAR) > 0)
        if not (closes or opens):
            self.add(mark)
        elif closes:
            for one in marks:
                self.open.pop(one)
        else:
            self.open |= {one: _MARKS[one] for one in marks}


_TAKEN: Mapping[str, Callable[[Inline, re.Match[str], str], None]] = {
    "escaped": lambda line, match, _: line.add(match["escaped"]),
    "comment": lambda line, match, _: line.add(match["comment"][4:].removesuffix("-->"), hidden=True),
    "address": lambda line, match, _: line.add(match["address"][1:-1].removeprefix("mailto:")),
    "bare": lambda line, match, _: line.add(match["bare"]),
    "entity": lambda line, match, _: line.add(unescape(match["entity"])),
    "code": lambda line, match, _: line.add(match["code"]),
    "target": Inline.take_link,
    "text": Inline.take_link,
    "note": Inline.take_note,
    "tag": Inline.take_tag,
    "mark": Inline.take_mark,
}
