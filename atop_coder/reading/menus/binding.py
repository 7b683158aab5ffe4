"""Which choice a box, a blank or a tick belongs to: the one behind it, or the one before it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from atop_coder.reading.menus.tokens import Kit, Sign, Token

_CHECKS = frozenset("✓✔√✅")
_BETWEEN = frozenset(("", ":", ".", "=", "-", "–", "—", ")", "?"))

_LEADERS = " \t.·…:="  # dots that lead from a choice to its mark
_LABELS = re.compile(r"[ \t]*(?:[:=]|[.·]{2}|…)")


class Side(IntEnum):
    """Where the choice of a box stands."""

    BEHIND = 1
    BEFORE = -1


class Bound(NamedTuple):
    """Boxes with their choices, by the place of the choice; `loose` are boxes without one.

    `side` is None where boxes stand between choices and nothing tells to which of the two they belong.
    """

    boxes: Mapping[int, Token]
    loose: tuple[Token, ...]
    side: Side | None


def bind(text: str, tokens: Sequence[Token], habit: Side | None = None) -> Bound:
    """The boxes among the tokens, each with the choice that it belongs to; all stand on one side of theirs.

    `habit` is where boxes stand in the rest of the sheet; it decides where the text itself does not.
    """
    tokens = [token for token in tokens if token.sign != Sign.SEPARATOR]
    boxes = [at for at, token in enumerate(tokens) if token.is_box]
    pairs = {side: dict(_pairs(text, tokens, boxes, side)) for side in Side}
    side = _side(text, tokens, pairs, habit)
    if side is None:
        return Bound({}, (), None)
    bound = {tokens[choice].start: tokens[box] for box, choice in pairs[side].items()}
    loose = tuple(tokens[box] for box in boxes if box not in pairs[side])
    return Bound(bound, loose, side)


def _pairs(text: str, tokens: Sequence[Token], boxes: Sequence[int], side: Side) -> Iterator[tuple[int, int]]:
    """Box and choice next to one another, by their places among the tokens."""
    for box in boxes:
        choice = box + side
        if tokens[box].side not in (0, side) or not 0 <= choice < len(tokens):
            continue
        if tokens[choice].sign == Sign.CHOICE and _gap(text, tokens[box], tokens[choice]) is not None:
            yield box, choice


def _gap(text: str, one: Token, other: Token) -> int | None:
    """How far two tokens are apart; None if more than space and a colon parts them."""
    first, second = sorted((one, other), key=lambda token: token.start)
    between = text[first.end : second.start]
    if "\n" in between or (between.strip() not in _BETWEEN and between.strip(_LEADERS)):
        return None
    return len(between)


def _side(
    text: str, tokens: Sequence[Token], pairs: Mapping[Side, Mapping[int, int]], habit: Side | None
) -> Side | None:
    behind, before = pairs[Side.BEHIND], pairs[Side.BEFORE]
    if len(behind) != len(before):
        return Side.BEHIND if len(behind) > len(before) else Side.BEFORE
    if not behind:
        return Side.BEHIND
    if _labelled(text, tokens):
        return Side.BEFORE
    both = [
        (_gap(text, tokens[box], tokens[behind[box]]), _gap(text, tokens[box], tokens[before[box]]))
        for box in behind
        if box in before
    ]
    if both and all((after or 0) + 1 < (ahead or 0) for after, ahead in both):
        return Side.BEHIND
    if both and all((after or 0) > (ahead or 0) + 1 for after, ahead in both):
        return Side.BEFORE
    return habit if len(behind) > 1 else None  # where choices have boxes, each has one


def _labelled(text: str, tokens: Sequence[Token]) -> bool:
    """Whether each choice is followed by a colon or by dots, as a label is by what belongs to it."""
    choices = [token for token in tokens if token.sign == Sign.CHOICE]
    return len(choices) > 1 and all(_LABELS.match(text, token.end) for token in choices)


def rejected(text: str, boxes: Sequence[Token]) -> frozenset[Token]:
    """The ticked ones that say no: crosses where others are check marks."""
    ticked = [box for box in boxes if box.sign == Sign.TICKED]
    checks = {box for box in ticked if _CHECKS.intersection(text[box.start : box.end])}
    return frozenset(ticked) - checks if checks else frozenset()


def said(kit: Kit, text: str, choices: Sequence[Token]) -> dict[int, Token]:
    """Choice -> the "Yes" or "No" said of it, as in "Defense: Yes, Neutrality: No"; only if all have one."""
    found: dict[int, Token] = {}
    for choice in choices:
        match = kit.said.match(text, choice.end)
        if match:
            sign = Sign.TICKED if match["yes"] else Sign.OPEN
            found[choice.start] = Token(sign, choice.end, match.end(), strong=True)
    return found
