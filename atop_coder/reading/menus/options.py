"""The choices that a menu prints, and what is marked in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from atop_coder.reading.menus.binding import Bound, Side, bind, rejected, said
from atop_coder.reading.menus.looks import Shown, looks_of
from atop_coder.reading.menus.tokens import NONE, Kit, Sign, Token, choices_of, may_hold_box
from atop_coder.reading.report import Look

_SENTENCE_MARKS = frozenset(".,;:—–&\n")
_COUNT = re.compile(r"[ \t]*+(?:\d{1,2}|[a-hA-H])[.)][ \t]*+")
_FIRM = frozenset("/|\\\t")  # what parts things to choose from, and no sentences


@dataclass(frozen=True)
class Option:
    """A choice as it is printed: its token, the box that is its own, and how it is set off."""

    token: Token
    box: Token | None
    ticked: bool
    looks: frozenset[Look]
    capital: bool

    @property
    def value(self) -> str:
        return self.token.value

    @property
    def struck(self) -> bool:
        return Look.STRUCK in self.looks

    @property
    def open(self) -> bool:
        return self.box is not None and not self.ticked


@dataclass(frozen=True)
class Printed:
    """A menu: its choices, all its tokens, and boxes that belong to none of the choices.

    `unclear` tells that a mark stands between two choices, `firm` that nobody would write a sentence so,
    `own` that it is written as this program writes a list of all choices, `sentences` that a full stop parts
    choices, as it does sentences.
    """

    options: tuple[Option, ...]
    tokens: tuple[Token, ...]
    loose: tuple[Token, ...] = ()
    unclear: bool = False
    firm: bool = False
    own: bool = False
    sentences: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(option.value for option in self.options))

    @property
    def boxed(self) -> bool:
        return any(option.box for option in self.options)


def printed(kit: Kit, shown: Shown, habit: Side | None = None) -> Printed | None:
    """The menu that a text is or begins with; None for a text without one."""
    return _said(kit, shown) or _boxed(kit, shown, habit) or _bare(kit, shown, 0, habit)


def printed_within(kit: Kit, shown: Shown, habit: Side | None = None) -> Iterator[Printed]:
    """The menus that stand somewhere in the text of a prompt."""
    if found := _boxed(kit, shown, habit):
        yield found
    at = 0
    while match := kit.choice.search(shown.text, at):
        tokens = kit.run(shown.text, match.start())
        if len({token.value for token in choices_of(tokens)}) > 1 and (
            found := _bare(kit, shown, _begun(kit, shown.text, match.start()), habit)
        ):
            yield found
        at = max(match.end(), tokens[-1].end if tokens else 0)


def _begun(kit: Kit, text: str, start: int) -> int:
    """Where the run begins whose first choice stands there: a tick may stand before it."""
    opening = max(text.rfind(char, 0, start) for char in "(?:\n") + 1
    run = kit.run(text, opening)
    return opening if any(token.start == start for token in run) else start


def _said(kit: Kit, shown: Shown) -> Printed | None:
    """A list of choices with Yes or No behind each."""
    if not kit.several:
        return None
    matches = kit.choice.finditer(shown.text)
    choices = [Token(Sign.CHOICE, one.start(), one.end(), kit.value(one[0])) for one in matches]
    told = said(kit, shown.text, choices)
    within = {at for box in told.values() for at in range(box.start, box.end)}
    choices = [one for one in choices if one.start not in within]
    last = max(told, default=-1)
    listed = [choice for choice in choices if choice.start <= last]
    if len(told) < (1 if len(listed) == len(choices) else 2) or len(told) < len(listed):
        return None
    if len(told) == 1 and shown.text[: listed[0].start].strip(" \t\n([•*-"):
        return None
    boxes = Printed(tuple(_options(shown, listed, told)), (*listed, *told.values()), firm=True)
    return boxes if all(value != NONE for value in boxes.values) else None


def _boxed(kit: Kit, shown: Shown, habit: Side | None) -> Printed | None:
    """A list of choices with boxes, wherever in the text."""
    if not may_hold_box(shown.text):
        return None
    tokens = kit.line(shown.text)
    if not any(token.strong for token in tokens):
        return None
    tokens = _without_prose(kit, shown.text, _of_menu_lines(shown.text, tokens))
    bound = bind(shown.text, tokens, habit)
    strong = any(box.strong for box in bound.boxes.values())
    if not strong and bound.side is not None:
        return None
    if bound.side is None:
        choices = choices_of(tokens)
        return Printed(tuple(_options(shown, choices, {})), tuple(tokens), unclear=True)
    choices = [token for token in choices_of(tokens) if token.start in bound.boxes]
    within = _beside(kit, shown.text, choices, bound.boxes)
    boxes = [*bound.boxes.values()]
    loose = tuple(box for box in bound.loose if box.sign == Sign.TICKED and (box.strong or box in within))
    if _is_one_of_a_count(shown.text, choices, boxes):
        return None
    used = (*within, *choices, *boxes, *loose)
    listed = choices_of(sorted({*within, *choices}))
    return Printed(tuple(_options(shown, listed, bound.boxes)), used, loose, firm=True)


def _of_menu_lines(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the first line with a box, and of lines that begin with a box or a choice."""
    first = next(token.start for token in tokens if token.strong)
    kept, line, begins = list[Token](), -1, False
    for token in tokens:
        start = text.rfind("\n", 0, token.start) + 1
        if start != line:
            begins = not text[start : token.start].strip(" \t•*·–—+-") or bool(
                _COUNT.fullmatch(text, start, token.start)
            )
            line = start
        if begins or token.start < first or text.find("\n", first, token.start) < 0:
            kept.append(token)
    return kept


def _without_prose(kit: Kit, text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens but choices that stand within a sentence: they are its words."""
    values = {token.value for token in choices_of(tokens)}
    if not kit.several and len(values) < 2:
        return [token for token in tokens if token.is_box or parted(text, token.end)]
    return list(tokens)


def _is_one_of_a_count(text: str, choices: Sequence[Token], boxes: Sequence[Token]) -> bool:
    """Whether the only box may count a list, as "(x)" behind "(ix)" does: its choice begins a sentence."""
    return len(boxes) == 1 and not any(parted(text, token.end) for token in choices)


def _beside(kit: Kit, text: str, choices: Sequence[Token], boxes: Mapping[int, Token]) -> list[Token]:
    """The tokens of the run that holds the first choice with a box, separators left out."""
    first = min((token.start for token in (*choices, *boxes.values())), default=0)
    run = kit.run(text)
    if not run or run[-1].end <= first:
        run = kit.run(text, first)
    return [token for token in run if token.sign != Sign.SEPARATOR]


def _bare(kit: Kit, shown: Shown, start: int, habit: Side | None) -> Printed | None:
    """A list of choices that a text begins with, marked by ticks, by type, or not at all."""
    tokens = kit.run(shown.text, start)
    while tokens and tokens[-1].sign == Sign.SEPARATOR:
        tokens.pop()
    tokens = _without_last(shown, tokens)
    choices = choices_of(tokens)
    bound = bind(shown.text, tokens, habit)
    if len({token.value for token in choices}) < 2 and not _is_ticked_alone(shown.text, tokens, bound):
        return None
    options = tuple(_options(shown, choices, bound.boxes))
    unclear = bound.side is None
    ticks = tuple(box for box in bound.loose if box.sign == Sign.TICKED)
    own = shown.text.strip() == "; ".join(kit.question.labels.values())
    firm, sentences = _is_firm(shown.text, tokens), _are_sentences(shown.text, tokens)
    return Printed(options, tuple(tokens), ticks, unclear, firm, own, sentences)


def _is_ticked_alone(text: str, tokens: Sequence[Token], bound: Bound) -> bool:
    """Whether a text begins with one choice that is ticked, as in "X No" or "=> No. …", and nothing else."""
    choices = choices_of(tokens)
    return len(choices) == 1 and len(bound.boxes) == 1 and not bound.loose and parted(text, tokens[-1].end)


def _without_last(shown: Shown, tokens: list[Token]) -> list[Token]:
    """The tokens without a last choice that begins a sentence: "Yes, no party may …"."""
    choices = choices_of(tokens)
    if not choices or tokens[-1] is not choices[-1] or len(choices) < 2:
        return tokens
    last, before = choices[-1], choices[-2]
    if parted(shown.text, last.end) or _set_off(shown, last):
        return tokens
    between = shown.text[before.end : last.start]
    if not _SENTENCE_MARKS.intersection(between):
        return tokens
    at = tokens.index(last)
    kept = tokens[:at]
    while kept and kept[-1].sign == Sign.SEPARATOR:
        kept.pop()
    return kept


def _set_off(shown: Shown, token: Token) -> bool:
    """Whether the type changes right behind a choice."""
    return any(mark.end in (token.end, token.end + 1) for mark in shown.marks if mark.start <= token.start)


def parted(text: str, end: int) -> bool:
    """Whether a mark, a wide space or the line's end parts a choice from what follows."""
    rest = text[end : end + 3]
    return not rest.strip(" ") or not rest.startswith(" ") or rest.startswith("  ") or not rest[1].isalnum()


def _is_firm(text: str, tokens: Sequence[Token]) -> bool:
    """Whether slashes, bars or "or" part all choices: a sentence is not written so."""
    return all(
        _FIRM.intersection(between) or between.strip().casefold() in ("", "or")
        for between in _betweens(text, tokens)
    )


def _are_sentences(text: str, tokens: Sequence[Token]) -> bool:
    return any("." in between and not _FIRM.intersection(between) for between in _betweens(text, tokens))


def _betweens(text: str, tokens: Sequence[Token]) -> list[str]:
    """What stands between the choices."""
    return [text[one.end : two.start] for one, two in pairwise(choices_of(tokens))]


def _options(shown: Shown, choices: Iterable[Token], boxes: Mapping[int, Token]) -> Iterator[Option]:
    no = rejected(shown.text, tuple(boxes.values()))
    for token in choices:
        box = boxes.get(token.start)
        ticked = box is not None and box.sign == Sign.TICKED and box not in no
        looks = looks_of(shown.marks, shown.text, token.start, token.end)
        yield Option(token, box, ticked, looks, _is_capital(shown.text[token.start : token.end]))


def _is_capital(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) > 1
