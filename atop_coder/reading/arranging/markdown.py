"""Markdown: headings, emphasis and escapes undone; what was emphasised keeps its look as a mark."""

import re
from collections.abc import Iterator
from dataclasses import replace

from atop_coder.reading.arranging.arranged import Arranged, part, question_opened
from atop_coder.reading.numbering import NUMBER
from atop_coder.reading.report import Line, Look, Mark

FEWEST = 5  # prompts, or whole lines, with such marks that a plainly such file has
_BAR = re.compile(r"\s*\|\s*(?:\d{1,2}\s*\|\s*)?")  # that begins the row of a table
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+(?=\S)|\s*$)")
_QUOTE = re.compile(r"(?:\s{0,3}>)+\s?")
_ITEM = re.compile(r"\s*[-*+]\s+(?:\[[ xX]\]\s+(?=[*_\d]))?(?=\S)")
_OPENER = re.compile(r"(?:\*{1,3}|_{1,3})(?=[^\s*_])")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<star>\*{1,3})(?=[^\s*])(?P<bold>.+?)(?<![\s*\\])(?P=star)(?!\*)"
    r"|(?<![\w\\])(?P<line>_{1,3})(?=[^\s_])(?P<italic>.+?)(?<![\s_\\])(?P=line)(?!\w)"
    r"|~~(?=\S)(?P<struck>.+?)(?<=\S)~~"
    r"|(?P<code>`+)(?=\S)(?P<shown>[^`]+?)(?<=\S)(?P=code)"
)
_WHOLE = re.compile(r"\s*(?:[-+*]\s+)?(\*{1,3}|_{1,3})(?=[^\s*_]).*[^\s*_]\1\s*")  # all of a line emphasised
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LEFT_OPEN = re.compile(r"(?<![\\*_])(?:\*\*\*?|__)(?=[^\s*_])|(?<=[^\s*_])(?:\*\*\*?|__)(?!\S)")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_TRAILING = re.compile(r"(?:\\|\s{2,})$|\s+#+\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)\w*\s*")
_SIGN = re.compile(r"[*_#\\]")
_SPACE = re.compile(r"&nbsp;", re.IGNORECASE)


def without_markdown(arranged: Arranged) -> Arranged:
    """The lines as Markdown shows them, if their prompts are plainly set in it."""
    texts = [line.text for line in arranged.lines if _SIGN.search(line.text)]
    whole = sum(bool(_WHOLE.fullmatch(text)) for text in texts)
    if whole < FEWEST and sum(map(_is_marked_prompt, texts)) < FEWEST:
        return arranged
    lines = (shown for line in arranged.lines for shown in _shown(line))
    return arranged.then(lines, "the text is Markdown: its marks were left out")


def _is_marked_prompt(text: str) -> bool:
    """Whether a line, or a row of a table, begins with a prompt behind such a mark, or escaped."""
    bar = _BAR.match(text)
    text = text[bar.end() :] if bar else text
    rest = text[_block_end(text) :]
    number = NUMBER.match(rest)
    opener = _OPENER.match(rest) or (_OPENER.match(rest, number.end()) if number else None)
    escaped = re.match(r"\d{1,2}\\[.)]", rest)
    if not (opener or escaped or _HEADING.match(text)):
        return False
    return (
        question_opened(_ESCAPE.sub(r"\1", re.sub(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}", "", rest))) is not None
    )


def _block_end(text: str) -> int:
    """The column behind the marks of a quotation, a heading and an item of a list, where they begin it."""
    at = 0
    for pattern in (_QUOTE, _HEADING, _ITEM):
        match = pattern.match(text, at)
        at = match.end() if match else at
    return at


def _shown(line: Line) -> Iterator[Line]:
    """The line as it is shown; as several where it has breaks in it."""
    if line.aside:
        yield line
        return
    if _FENCE.fullmatch(line.text):
        yield replace(line, text="", marks=())
        return
    text, start = _SPACE.sub(" ", line.text), 0
    line = replace(line, text=text, marks=line.marks if text == line.text else ())
    for match in (*_BREAK.finditer(text), None):
        yield _one_shown(part(line, start, match.start() if match else None))
        start = match.end() if match else 0


def _one_shown(line: Line) -> Line:
    text = _TRAILING.sub("", line.text)
    end = _shown_from(text)
    text, marks = _without_emphasis(text[end:])
    if not text.strip():
        return replace(line, text="", marks=())
    return replace(
        line, text=text, marks=(*part(line, end).marks, *marks) if marks else part(line, end).marks
    )


def _shown_from(text: str) -> int:
    """Where what is shown begins; an item's mark stays before what is no prompt, as its author's bullet."""
    end = _block_end(text)
    item = _ITEM.match(text, _QUOTE.match(text).end() if _QUOTE.match(text) else 0)  # type: ignore[union-attr]
    rest = text[end:]
    if (
        item
        and item.end() == end
        and not (_OPENER.match(rest) or NUMBER.match(rest) or question_opened(rest))
    ):
        return end - len(item[0].lstrip()) if item[0].strip() else end
    return end


def _without_emphasis(text: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without marks of emphasis and escapes, and the looks that its words have by them."""
    marks: list[Mark] = []
    shown, at = "", 0
    for match in _EMPHASIS.finditer(text):
        shown += _plain(text[at : match.start()])
        inner, inside = _without_emphasis(
            match["bold"] or match["italic"] or match["struck"] or match["shown"]
        )
        marks += (mark.moved(len(shown)) for mark in inside)
        marks += (Mark(len(shown), len(shown) + len(inner), look) for look in _looks(match))
        shown += inner
        at = match.end()
    return shown + _plain(text[at:]), tuple(marks)


def _looks(match: re.Match[str]) -> tuple[Look, ...]:
    if match["code"] is not None:
        return ()
    if match["struck"] is not None:
        return (Look.STRUCK,)
    size = len(match["star"] or match["line"])
    return ((Look.ITALIC,), (Look.BOLD,), (Look.BOLD, Look.ITALIC))[size - 1]


def _plain(text: str) -> str:
    """Text between emphasis: without escapes, and without double marks that close on another line."""
    return _ESCAPE.sub(r"\1", _LEFT_OPEN.sub("", text))
