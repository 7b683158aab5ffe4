"""The words beside a date: states, fillers, and what makes a date doubtful."""

import re

from atop_coder.reading.values.addresses import UNREAD, without_addresses
from atop_coder.reading.values.date_groups import Dated
from atop_coder.reading.values.date_tokens import Token, tokens_of
from atop_coder.reading.values.dated import find_dated
from atop_coder.reading.values.parsed import Around
from atop_coder.reading.values.states import only_states
from atop_coder.reference import load_states
from atop_coder.sheet.text import in_quotes

_EDGES = " \t\n.,;:–—-•*·▪●◦‣➢➤►"
_SIGNED = re.compile(
    r"^(?:(?:signed|and|by|for|on|in)\b\s*){1,6}|(?:(?<!\s)|(?=\S))\s*+\b(?:on|in|by)\s*$", re.IGNORECASE
)
_UNSIGNED = re.compile(
    r"^(?:(?:and|by|for|on|in)\b\s*){1,6}|(?:(?<!\s)|(?=\S))\s*+\b(?:on|in|by)\s*$", re.IGNORECASE
)
_AND = re.compile(r"^(?:and|&)(?!\w)\s*|(?:(?<!\s)|(?=\S))\s*+(?:\band|&)$", re.IGNORECASE)
_LONGEST = 400  # characters of a text that can be states with a word beside them

# What a date is of, when it is not of the signature.
_EVENT = re.compile(
    r"\b(?:ratif\w{1,12}|(?:in|into|in\s?to)\s(?:force|effect)|entry|entered|effective|register\w{0,4}"
    r"|registration|publi(?:sh|c)\w{2,6}|expir\w{1,6}|terminat\w{1,4}|denounc\w{1,4}|approv\w{1,4}|deposit\w{0,3}"
    r"|proclaim\w{0,3}|promulgat\w{1,4}|renew\w{1,4}|exten(?:ded|sion)|prolong\w{1,6}|amend\w{0,5}|initial(?:l?ed)"
    r"|drafted|adopted|until|since|accept\w{1,5}|ended|abrogat\w{1,4}|en vigor|en vigueur)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\b(?:sign(?:ed|ing|ature|atures)?|firm(?:ado|a)|signe[e]?|concluded|done)\b", re.IGNORECASE
)
_UNCERTAIN = re.compile(
    r"\b(?:probabl[ey]|perhaps|possibly|maybe|approx\w{0,9}|unclear|uncertain|unknown|presumably|apparently"
    r"|[Oo]ld [Ss]tyle|O\.?\s?S\.?|Julian|estimated?|at the (?:latest|earliest)"
    r"|later than|earlier than|not(?!\s(?:renew|willing|re-?new)))(?!\w)|\?",
)
_UNCERTAIN_LEAD = re.compile(
    r"(?:^|\W)(?:before|after|by|until|till|since|ca?\.?|circa|about|around|early|late|mid|end|beginning|middle"
    r"|spring|summer|autumn|fall|winter|or|between|from|to|through)(?:\s(?:in|of|the)){0,2}\W*$",
    re.IGNORECASE,
)
_UNCERTAIN_BEHIND = re.compile(r"\W{0,9}(?:or|to|until|till|through)(?!\w)", re.IGNORECASE)
# A day with a month that no calendar has, or without one, beside a year: "Smarch 14, 1997".
_WORD = r"[^\W\d_]{3,20}"
_DAY = r"(?<![\w/.-])\d{1,2}(?:st|nd|rd|th)?"
_DAY_AHEAD = re.compile(rf"(?:{_WORD}\.?\s{{0,9}})?{_DAY}[\s,.-]*$|{_DAY}[\s-]+(?:of\s+)?{_WORD}\.?[\s,.-]*$")
_DAY_BEHIND = re.compile(
    rf"[\s,.-]*(?:{_WORD}\.?\s+{_DAY}|{_DAY}\s+{_WORD})(?!\w)|[/.-]\d|[\s,]{{0,9}}\d{{1,2}}/\d"
    r"|[\s,.-]*\d{1,2}(?:st|nd|rd|th)?(?![\w/:]|\s*[^\W\d_])"
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|\w{3,6}teenth|tenth|eleventh|twelfth"
    r"|twentieth|thirtieth)\b[\s\w]{0,12}$",
    re.IGNORECASE,
)
_VERBS = frozenset({"may", "march", "mar", "august", "dec", "sept"})  # in small letters they may be no months
_NEAR = 40  # characters beside a date
_NEARER = 12
_SHORT = 200  # characters of a note in which states are looked for


def strip_edges(text: str) -> str:
    """The text without the marks that part it from what is beside it."""
    return text.strip(_EDGES)


def states_and_rest(text: str, around: Around, signed: bool = True) -> tuple[tuple[int, ...], str]:
    """The states that a text beside a date names, and its other words; ((), text) if they cannot be parted.

    `signed` says that the word "signed" says nothing that the question does not.
    """
    text = _AND.sub("", text.strip(_EDGES)).strip(_EDGES)
    bare = (_SIGNED if signed else _UNSIGNED).sub("", text).strip(_EDGES)
    if not bare:
        return (), text if text.casefold() == "by" else ""
    if len(bare) > _LONGEST:
        return (), text
    if states := only_states(bare, around):
        return states, ""
    for named, rest in _partings(bare):
        states = only_states(named, around)
        if states and not load_states().named_in(rest) and re.search(r"[^\W_]", rest):
            return states, rest
    return (), text


def _partings(text: str) -> list[tuple[str, str]]:
    """The ways to part a text at its first bracket, colon or dash into names and words beside them."""
    ways: list[tuple[str, str]] = []
    head, mark, rest = text.partition("(") if "(" in text else text.partition("[")
    closing = {"(": ")", "[": "]"}.get(mark, "")
    if mark and rest.endswith(closing) and rest.count(closing) == 1:
        ways.append((head.strip(_EDGES), rest[:-1].strip()))
    for mark in (" – ", " — ", " - ", ": "):
        head, found, rest = text.partition(mark)
        ways += [(head.strip(), rest.strip())] if found else []
    return ways


def doubt_of_words(
    words: str, around: Around, lead: bool = False, events: bool = True, states: str = ""
) -> str:
    """Why the words beside a date make it doubtful; "" if they do not.

    `lead` says that they stand before the date, `events` that it matters what happened on the day; `states`
    in which part of the words a state's name may mean that they were not parted rightly: "any" or "first".
    """
    if not words:
        return ""
    bare = without_addresses(words)
    near = bare[-_NEAR:] if lead else bare[:_NEAR]
    if _UNCERTAIN.search(near) or (_UNCERTAIN_LEAD.search(near) if lead else _UNCERTAIN_BEHIND.match(near)):
        return f"{in_quotes(near.strip())} makes the date uncertain"
    if events and _EVENT.search(words[:_SHORT]):
        return f"{in_quotes(words[:_SHORT].strip())} may say that it is the date of something else"
    part = bare if states == "any" else _UNSIGNED.sub("", re.split(r"[,(]", bare)[0]) if states else ""
    named = len(part) <= _SHORT and (
        load_states().named_in(part) if states == "any" else only_states(part, around)
    )
    shown = in_quotes(part.replace(UNREAD, "").strip())
    return f"{shown} names a state, and was kept as a note" if part and named else ""


def says_signed(words: str) -> bool:
    """Whether words beside a date say that it is the signature's."""
    return bool(_SIGN.search(words))


def says_event(words: str) -> bool:
    """Whether words beside a date say that something else than the signature happened on it."""
    return bool(_EVENT.search(words))


def has_whole_date(words: str) -> bool:
    """Whether words beside a date hold another, of a day or a month."""
    return any(date.month for one in find_dated(words) for date in one.dates)


def doubt_of_partial(text: str, rest: str, one: Dated, around: Around) -> str:
    """In words, that beside a year or a month stands what may belong to the date; "" if nothing does.

    `rest` is the text without all its dates, as `without_found` gives it.
    """
    if not one.dates or one.dates[0].whole:
        return ""
    ahead, behind = rest[max(0, one.start - _NEAR) : one.start], rest[one.end : one.end + _NEAR]
    own = text[one.start : one.end]
    if (day := _DAY_AHEAD.search(ahead)) and not only_states(day[0].strip(_EDGES), around):
        return f"only part was understood of {in_quotes(day[0].strip() + ' ' + own)}"
    if (day := _DAY_BEHIND.match(behind)) and not only_states(day[0].strip(_EDGES), around):
        return f"only part was understood of {in_quotes(own + day[0])}"
    if _ORDINAL.search(ahead) and one.dates[0].month:
        return f"only part was understood of {in_quotes(ahead.strip() + ' ' + own)}"
    if _has_number(ahead) and not only_states(ahead.strip(_EDGES), around):
        return f"only part was understood of {in_quotes(ahead.strip() + ' ' + own)}"
    if any(_is_month(ahead, token) for token in tokens_of(re.split(r"[;\x00]", ahead)[-1])) or any(
        _is_month(behind, token) for token in tokens_of(re.split(r"[;\x00]|\.\s", behind)[0])
    ):
        return f"a month stands beside {in_quotes(own)}, and was not understood"
    return ""


def _has_number(ahead: str) -> bool:
    """Whether a number that can be a day stands among the last characters before a date."""
    near = re.split(r"[;\x00]", ahead[-_NEARER:])[-1]
    return any(token.kind == "N" for token in tokens_of(near))


def _is_month(text: str, token: Token) -> bool:
    return token.kind == "M" and not token.slip and text[token.start : token.end] not in _VERBS
