"""Generated sheets as people make and break them; each word knows whether it belongs to a prompt."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

from atop_coder.form import Question, load_form
from atop_coder.sheet.text import without_unseen

FORM = load_form()
_WORD = re.compile(r"[^\W_]+")


class Piece(NamedTuple):
    """A stretch of text without a space; `of_prompt` tells that a reader may leave it out."""

    text: str
    of_prompt: bool = False


Line = tuple[Piece, ...]


class MessySheet(NamedTuple):
    """The lines of a sheet, before they are joined by one kind of line end."""

    lines: tuple[Line, ...]
    end: str

    @property
    def text(self) -> str:
        return self.end.join(" ".join(piece.text for piece in line) for line in self.lines)

    @property
    def prompt_words(self) -> Counter[str]:
        return count_words(piece.text for line in self.lines for piece in line if piece.of_prompt)


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Words and numbers by how often they come, folded, without characters that no editor shows."""
    return Counter(word for text in texts for word in _WORD.findall(without_unseen(text).casefold()))


def _pieces(text: str, of_prompt: bool = False) -> Line:
    return tuple(Piece(word, of_prompt) for word in text.split(" ") if word)


# Words that stand in no prompt, so that each of them must come out again.
_STEMS = (
    "zarn",
    "velk",
    "Quorb",
    "hjalp",
    "éclair",
    "Ödland",
    "Жук",
    "漢字",
    "x1y2",
    "naïf",
    "O’Toole",
    "co-op",
)
_NUMBERS = st.integers(0, 99)


def _word() -> st.SearchStrategy[str]:
    return st.builds(lambda stem, number: f"{stem}{number}", st.sampled_from(_STEMS), _NUMBERS)


def _prose(most: int = 12) -> st.SearchStrategy[str]:
    ends = st.sampled_from((".", "", ";", ":", "?", " (Art. 3)", "”", " [Defense]"))
    return st.builds(
        lambda words, end: " ".join(words) + end, st.lists(_word(), min_size=1, max_size=most), ends
    )


# How answers begin that a reader could mistake for something else, or that carry a value.
_OPENINGS = (
    "", "Yes.", "Yes –", "Yes, ", "yes", "YES:", "No.", "No", "No,", "N/A", "N/A -", "Unknown.", "None",
    "If any", "If there is war,", "If so,", "If yes, the", "(Note", "(only", "(including", "(see Art. 3)",
    "(e.g., Syria)", "-", "–", "•", "(a)", "1.", "19.", "20)", "#47", "Section 3 —", "“", "\"", "Art. 2:",
    "Treaty", "Treaty;", "Type IIa:", "Defense pact;", "Defense and", "Neutrality /", "Public.", "Secret —",
    "Zero", "Zero.", "Two. 1855 and 1856,", "5040", "0", "ATOP # 3740",
    "May 2, 1848", "2 May 1848 (220 France);", "12/25/2003 [", "1848:",
    "Still in effect as of April 14, 2018",
    "703 Kyrgyzstan", "Kazakhstan (705),", "002 United States; 200 UK;", "255 -", "Prussia and Austria,",
    "Anna Leeds and", "Anna Leeds;", "http://a.org/b", "=1+1", "Page 3 of", "SECTION",
)  # fmt: skip


def _answer() -> st.SearchStrategy[str]:
    opened = st.builds(lambda opening, rest: f"{opening} {rest}", st.sampled_from(_OPENINGS), _prose())
    alone = st.sampled_from(_OPENINGS)
    several = st.lists(st.one_of(opened, _prose(30)), min_size=2, max_size=4).map("\n".join)
    return st.one_of(st.just(""), alone, alone, opened, opened, _prose(40), several)


def _typo(text: str, place: int) -> str:
    """The text with two letters in it swapped."""
    at = place % max(1, len(text) - 1)
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


@st.composite
def _prompts(draw: st.DrawFn, question: Question, slips: bool) -> str:
    ways = (question.prompt, question.prompt, *question.also, f"{question.short}:")
    wording = draw(st.sampled_from((*ways, question.short) if slips else ways))
    return _typo(wording, draw(st.integers(0, 60))) if slips and draw(st.integers(0, 9)) == 0 else wording


_NUMBERINGS = (
    "{0}. ",
    "{0}. ",
    "{0}) ",
    "{0}, ",
    "Q{0}: ",
    "#{0}. ",
    "({0}) ",
    "{0}.",
    "Question {0}: ",
    "{0} ",
    "",
)


class _Style(NamedTuple):
    """What one typist does all through a sheet."""

    numbering: str
    width: int
    below: bool
    double: bool
    indent: str
    header: str
    every: int
    feed: bool
    headings: str


_STYLES = st.builds(
    _Style,
    numbering=st.sampled_from(_NUMBERINGS),
    width=st.sampled_from((0, 40, 72, 95)),
    below=st.booleans(),
    double=st.booleans(),
    indent=st.sampled_from(("", "", "    ", "\t")),
    header=st.sampled_from(
        ("", "", "ATOP codesheet {0}", "Page {0} of 9", "- {0} -", "{0}", "Confidential draft")
    ),
    every=st.sampled_from((18, 30, 46)),
    feed=st.booleans(),
    headings=st.sampled_from(("alone", "glued", "none")),
)


def _wrap(line: Line, width: int) -> list[Line]:
    """The line broken where the next word would not fit; width 0 breaks nothing."""
    if not width or not line:
        return [line]
    lines: list[list[Piece]] = [[]]
    used = 0
    for piece in line:
        if lines[-1] and used + 1 + len(piece.text) > width:
            lines.append([])
            used = 0
        lines[-1].append(piece)
        used += 1 + len(piece.text)
    return [tuple(one) for one in lines]


@st.composite
def _questions(draw: st.DrawFn, question: Question, style: _Style, slips: bool) -> list[Line]:
    prompt = _pieces(
        style.numbering.format(question.number) + draw(_prompts(question, slips)), of_prompt=True
    )
    paragraphs = [_pieces(text) for text in draw(_answer()).split("\n")]
    first, rest = ([prompt], paragraphs) if style.below else ([prompt + paragraphs[0]], paragraphs[1:])
    gap: list[Line] = [()] if style.double else []
    lines = []
    for line in (*first, *rest):
        lines += [*_wrap(line, style.width), *gap]
    return lines


def _with_pages(lines: Sequence[Line], style: _Style) -> list[Line]:
    paged: list[Line] = []
    for at, line in enumerate(lines):
        if at and at % style.every == 0:
            page = at // style.every
            paged += [_pieces(style.header.format(page))] if style.header else []
            line = (Piece("\f" + line[0].text, line[0].of_prompt), *line[1:]) if style.feed and line else line
        paged.append(line)
    return paged


def _heading(question: Question, lines: list[Line], style: _Style) -> list[Line]:
    """The lines with the heading of the section that the question begins, alone or glued to the last."""
    section = FORM.section_of(question)
    if style.headings == "none" or FORM.questions_of(section)[0] != question:
        return lines
    heading = _pieces(section.heading)
    if style.headings == "glued" and lines:
        return [*lines[:-1], lines[-1] + heading]
    return [*lines, heading]


@st.composite
def _whole(draw: st.DrawFn, slips: bool) -> list[Line]:
    style = draw(_STYLES)
    first = draw(st.integers(1, 57))
    last = draw(st.integers(first + 3, min(61, first + 14)))
    lines: list[Line] = []
    for number in range(first, last + 1):
        question = FORM.question(number)
        lines = _heading(question, lines, style) + draw(_questions(question, style, slips))
    return _with_pages(lines, style)


_ODD = (
    "\u200b",
    "\ufeff",
    "\u00ad",
    "\u202e",
    "\x00",
    "\x07",
    "e\u0301",
    "\u2028",
    "\x0b",
    "\x85",
    "🙂",
    "\u00a0",
    "Ⅳ",
    "²",
)


def _dropped(lines: list[Line], at: int, to: int) -> list[Line]:
    return lines[:at] + lines[at + 1 :]


def _moved(lines: list[Line], at: int, to: int) -> list[Line]:
    rest = _dropped(lines, at, to)
    return [*rest[:to], lines[at], *rest[to:]]


def _doubled(lines: list[Line], at: int, to: int) -> list[Line]:
    return [*lines[:to], lines[at], *lines[to:]]


def _block_doubled(lines: list[Line], at: int, to: int) -> list[Line]:
    return lines[:to] + lines[at : at + 9] + lines[to:]


def _turned(lines: list[Line], at: int, to: int) -> list[Line]:
    return lines[:at] + lines[at : at + 4][::-1] + lines[at + 4 :]


def _cut(lines: list[Line], at: int, to: int) -> list[Line]:
    return [*lines[:at], lines[at][: to % 6]]


def _joined(lines: list[Line], at: int, to: int) -> list[Line]:
    both = tuple(piece for line in lines[at : at + 2] for piece in line)
    return [*lines[:at], both, *lines[at + 2 :]]


_ACCIDENTS = (_dropped, _moved, _doubled, _block_doubled, _turned, _cut, _joined)


@st.composite
def _mangled(draw: st.DrawFn, lines: list[Line]) -> list[Line]:
    """The lines after some accidents of editing, with text typed into them."""
    places = st.integers(0, 200)
    for accident in draw(st.lists(st.sampled_from(_ACCIDENTS), max_size=3)):
        at, to = draw(places) % max(1, len(lines)), draw(places) % max(1, len(lines))
        lines = accident(lines, at, to) if lines else lines
    for text in draw(st.lists(st.one_of(_answer(), _odd_text()), max_size=2)):
        at = draw(places) % (len(lines) + 1)
        typed = _pieces(text.replace("\n", " "))
        lines = [
            *lines[: max(0, at - 1)],
            *(line + typed for line in lines[max(0, at - 1) : at]),
            *lines[at:],
        ]
    return lines


def _odd_text() -> st.SearchStrategy[str]:
    return st.builds(str.__add__, st.sampled_from(_ODD), _word())


_ENDS = st.sampled_from(("\n", "\n", "\r\n", "\r"))


def neat_sheets() -> st.SearchStrategy[MessySheet]:
    """Stretches of four to fifteen questions in any style, with nothing out of its place."""
    return st.builds(MessySheet, _whole(slips=False).map(tuple), _ENDS)


def messy_sheets() -> st.SearchStrategy[MessySheet]:
    """Such stretches with slips of the pen in the prompts, and after accidents of editing."""
    return st.builds(MessySheet, _whole(slips=True).flatmap(_mangled).map(tuple), _ENDS)
