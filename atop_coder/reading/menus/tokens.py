"""What a menu is made of: choices, boxes, blanks and ticks, and the marks that part them."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.reading.boxes import BOX, FILLED, TICKS

NONE = "none"  # the value of "No" and "None" where several choices may be made
_WORD = r"[^\W_]"


class Sign(StrEnum):
    """What a token is."""

    CHOICE = "choice"
    OPEN = "open"
    TICKED = "ticked"
    SEPARATOR = "separator"


class Token(NamedTuple):
    """A choice, a box or blank, or what parts them: `text[start:end]`.

    `value` is the choice's, `strong` tells of a box that is one wherever it stands; an X may be a letter.
    `side` is where its choice stands if the sign itself tells: 1 behind it, as of an arrow, -1 before it.
    """

    sign: Sign
    start: int
    end: int
    value: str = ""
    strong: bool = False
    side: int = 0

    @property
    def is_box(self) -> bool:
        return self.sign in (Sign.OPEN, Sign.TICKED)


_FORWARD = re.compile(r"-{1,3}>|={1,2}>|>>|[→➔➢➤►▶⇒☞👉]")
_BACKWARD = re.compile(r"<-{1,3}|<={1,2}|<<|[←◄◀⇐☜👈]")
_TICK = re.compile(
    rf"(?<!{_WORD})[{TICKS}](?!{_WORD}|['’.]\w)\ufe0f?|(?<![*\w])\*(?![*\s])|(?<=\w)\*(?![*\w])"
)
_CIRCLE = re.compile(rf"(?<!{_WORD})[Oo0](?!{_WORD})")
_SEPARATOR = re.compile(
    rf"[^\S\n]++|[\n,;/|\\:.&+•·–—()\[\]=*_<>{{}}\"“”~-]|(?:or|and|vs)(?!{_WORD})|(?<!{_WORD})(?:\d{{1,2}}|[a-h])[.)](?=\s)",
    re.IGNORECASE,
)
# What may mark a choice among the first signs of a text; letters alone do not.
_SIGNS = re.compile(rf"[*_~=<>\[{{«{TICKS.replace('xX', '')}→➔➢➤►▶⇒☞👉←◄◀⇐☜👈]|(?<!{_WORD})[xX](?!{_WORD})")
_RINGED = re.compile("[«\u20dd-\u20e3\u24b6-\u24e9\U0001f130-\U0001f149]")
_FIRST = 40  # characters of a first line that is short


class Kit:
    """The tokens of one question's menus."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.several = question.kind == Kind.CHOICES
        self.values = dict(_wordings(question))
        wordings = any_of(self.values)
        self.choice = re.compile(
            rf"(?<!{_WORD})(?<!{_WORD}[-'’])(?:{wordings})(?!{_WORD}|['’-]{_WORD}|/(?i:a){_WORD})",
            re.IGNORECASE,
        )
        boxes = BOX.pattern.replace("?P<ticked>", "?:").replace("?P<open>", "?:")
        self.head = re.compile(
            rf"(?:(?i:{self.choice.pattern})|(?x:{boxes})"
            rf"|{_FORWARD.pattern}|{_BACKWARD.pattern}|{_TICK.pattern}|(?i:{_SEPARATOR.pattern})|[^\W\d_](?![^\W_]))*+"
        )
        signs = "|".join(one.pattern for one in (_FORWARD, _BACKWARD, _TICK, _CIRCLE))
        self.begins = re.compile(rf"(?i:{self.choice.pattern})|(?x:{BOX.pattern})|{signs}")
        self.said = re.compile(
            r"[^\S\n]*+(?:[:=–—-]++[^\S\n]*+|[\[(]|(?<=\s))(?:(?P<yes>yes|y|1)|(?P<no>no|n(?![ ]?/[ ]?a)|0))"
            r"(?:[\])]|(?=[^\S\n]*+(?:$|[\n.,;/|(–—-])))",
            re.IGNORECASE,
        )

    def may_be_menu(self, text: str) -> bool:
        """Whether a text may hold a menu: a look that costs little, at its boxes and at its first words."""
        first = text.lstrip()[:_FIRST].split("\n")[0]
        if BOX.search(text) or _RINGED.search(first):
            return True
        if len(first) < _FIRST and sum(1 for _ in self.choice.finditer(first)) > 1:
            return True
        match = self.head.match(text)
        head = match[0] if match else ""
        return bool(_SIGNS.search(head)) or sum(1 for _ in self.choice.finditer(head)) > 1

    def value(self, text: str) -> str:
        return self.values[" ".join(text.casefold().split())]

    def choice_at(self, text: str, at: int) -> Token | None:
        match = self.choice.match(text, at)
        return Token(Sign.CHOICE, at, match.end(), self.value(match[0])) if match else None

    def line(self, text: str) -> list[Token]:
        """The tokens of a whole text, words that are none left out: choices, boxes and ticks."""
        circles = any(char in text for char in FILLED)
        found: list[Token] = []
        at = 0
        while match := self.begins.search(text, at):
            token = self.choice_at(text, match.start()) or box_at(text, match.start(), circles)
            if token is not None:
                found.append(token)
            at = token.end if token else match.start() + 1
        return found

    def run(self, text: str, at: int = 0) -> list[Token]:
        """The tokens from there on, up to the first word or sign that belongs to no menu."""
        circles = any(char in text for char in FILLED)
        found: list[Token] = []
        while at < len(text):
            token = self.choice_at(text, at) or box_at(text, at, circles) or separator_at(text, at)
            if token is None:
                break
            found.append(token)
            at = token.end
        return found


def box_at(text: str, at: int, circles: bool = False) -> Token | None:
    """The box, blank or tick that begins there; `circles`: an O is one too."""
    if match := BOX.match(text, at):
        sign = Sign.TICKED if match["ticked"] else Sign.OPEN
        return Token(sign, at, match.end(), strong=True)
    for pattern, side in ((_FORWARD, 1), (_BACKWARD, -1), (_TICK, 0)):
        if match := pattern.match(text, at):
            return Token(Sign.TICKED, at, match.end(), side=side)
    if circles and (match := _CIRCLE.match(text, at)):
        return Token(Sign.OPEN, at, match.end(), strong=True)
    return None


def separator_at(text: str, at: int) -> Token | None:
    match = _SEPARATOR.match(text, at)
    return Token(Sign.SEPARATOR, at, match.end()) if match else None


def may_hold_box(text: str) -> bool:
    """Whether a box may stand in the text; most texts have none, and are not searched."""
    return bool(BOX.search(text))


def choices_of(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.sign == Sign.CHOICE]


@cache
def kit_of(question: Question) -> Kit:
    """The tokens of that question's menus."""
    return Kit(question)


def any_of(ways: Iterable[str]) -> str:
    """A pattern for any of the wordings, the longest first among those with one first letter."""
    groups: dict[str, list[str]] = {}
    for way in sorted(ways, key=len, reverse=True):
        groups.setdefault(way[0], []).append(r"\s{1,3}".join(map(re.escape, way[1:].split(" "))))
    return "|".join(
        rf"[{re.escape(first)}{re.escape(first.upper())}](?:{'|'.join(rest)})"
        for first, rest in groups.items()
    )


def _wordings(question: Question) -> Iterator[tuple[str, str]]:
    for status in load_form().statuses:
        if status.value not in (Status.ANSWERED, Status.BLANK):
            for way in (status.label, *status.spellings):
                yield " ".join(way.casefold().split()), status.value
    if question.kind == Kind.CHOICES:
        yield from (("no", NONE), ("none", NONE))
    for choice in question.choices:
        for way in choice.ways:
            yield " ".join(way.casefold().split()), choice.value
