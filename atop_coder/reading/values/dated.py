"""All dates of a text, in whatever way they are written, each with its doubt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from atop_coder.reading.report import Sureness
from atop_coder.reading.values.addresses import UNREAD, without_addresses
from atop_coder.reading.values.date_groups import (
    PATTERN,
    Dated,
    are_two_styles,
    of_range,
    of_two_digits,
    of_two_styles,
    read_group,
)
from atop_coder.reading.values.date_tokens import Token, kinds_of, tokens_of
from atop_coder.sheet import PartialDate, find_dates
from atop_coder.sheet.text import in_quotes

_ROMAN = re.compile(
    r"(?<![\w/.-])(?P<day>\d{1,2})(?P<mark>[./-])\s?(?P<month>XI{0,2}|IX|IV|VI{0,3}|I{1,3})(?P=mark)\s?"
    r"(?P<year>(?:1[5-9]|20)\d\d)(?![\w/-])"
)
_TWO_DIGITS = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2['’]?(\d{2})(?!\w|[/-]|\.\d)")
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_STYLE_GAP = re.compile(r"\s*(?:[/(\[]|=)\s*")
_DIGIT = re.compile(r"\d")
_CLOSING = re.compile(r"\s*[)\]]")
_DASH = re.compile(r"\s*[-–—−]\s*")
_TO = re.compile(r"\s*(?:[-–—−]|(?<!\w)(?:to|through|thru)(?!\w))\s*", re.IGNORECASE)
_AND = re.compile(r"\s*and\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(between|from)\s{1,9}$", re.IGNORECASE)
_LONGEST_GAP = 20  # characters between two dates that are a range
_ARTICLES = frozenset(["the", "le", "el", "il", "den", "dem", "am"])  # of 4 May: the word is not the date's
_RECENT = 1990  # no codesheet was revised before


@lru_cache(maxsize=256)  # the same short text is asked for by several readers
def find_dated(text: str, apart: bool = False) -> tuple[Dated, ...]:
    """The dates of a text in order, groups of dates as one; those within addresses are passed over.

    With `apart` the two years of `from 1851 to 1861` are dates of their own.
    """
    if not _DIGIT.search(text):
        return ()
    text = without_addresses(text)
    tokens = tokens_of(text)
    found = [*_groups(text, tokens, apart)]
    rest = without_found(text, found)
    found += _romans(rest)
    rest = without_found(rest, found)
    found += _two_digits(rest)
    rest = without_found(rest, found)
    found += [_numeric(one.start, one.end, one.date, one.problem) for one in find_dates(rest)]
    found += _misread_years(text, tokens, found)
    found.sort(key=lambda one: one.start)
    return tuple(_joined(text, found, apart))


def recent(short: tuple[int, int, int], today: date) -> PartialDate | None:
    """The date of a year of two digits, a month and a day between 1990 and today, if there is one."""
    digits, month, day = short
    for year in (2000 + digits, 1900 + digits):
        try:
            found = PartialDate(year, month, day)
        except ValueError:
            continue
        if found.year >= _RECENT and found.first() <= today:
            return found
    return None


def without_found(text: str, found: Iterable[Dated]) -> str:
    """The text, as long as before, without the dates that were found."""
    pieces, at = [], 0
    for one in sorted(found, key=lambda one: one.start):
        pieces += [text[at : one.start], UNREAD * (one.end - one.start)]
        at = one.end
    return "".join((*pieces, text[at:]))


def _groups(text: str, tokens: Sequence[Token], apart: bool) -> Iterator[Dated]:
    kinds = kinds_of(tokens)
    at = end = 0
    while match := PATTERN.search(kinds, at):
        taken = _without_of(text, tokens[match.start() : match.end()])
        alone = apart and match["years"] and any(token.kind in "t&" for token in taken)
        if alone or not _is_date(text, taken, end):
            at = match.start() + 1
            continue
        at, end = match.end(), taken[-1].end
        quoted = in_quotes(text[taken[0].start : end])
        try:
            yield read_group(_name(match), taken, quoted)
        except ValueError as error:
            yield Dated(taken[0].start, end, (), why=str(error))


def _without_of(text: str, taken: Sequence[Token]) -> Sequence[Token]:
    """The tokens without words before the date that are no part of it, as in `as of the 4th of May 1951`."""
    while taken[0].kind == "o" and text[taken[0].start : taken[0].end].casefold() not in _ARTICLES:
        taken = taken[1:]
    return taken


def _name(match: re.Match[str]) -> str:
    return next(name for name, part in match.groupdict().items() if part is not None)


def _is_date(text: str, taken: Sequence[Token], end: int) -> bool:
    """Whether the words that a pattern took stand as a date does: not inside a longer word or number.

    `end` is where the date before ends, from which a stroke may part this one.
    """
    first, last = taken[0].start, taken[-1].end
    before, behind = text[max(0, first - 1) : first], text[last : last + 1]
    inside = before.isalnum() or before in ("_", "#") or (before == "/" and first - 1 != end)
    marks = {token.kind for token in taken if token.kind in "/-t(&,"}
    bare_list = taken[0].kind == "N" and taken[1].kind == "," and marks == {","}
    return not inside and not behind.isalnum() and not bare_list


def _romans(text: str) -> Iterator[Dated]:
    for match in _ROMAN.finditer(text):
        parts = int(match["year"]), _ROMANS.index(match["month"]), int(match["day"])
        yield _checked(match.start(), match.end(), *parts)


def _checked(start: int, end: int, year: int, month: int, day: int) -> Dated:
    try:
        return Dated(start, end, (PartialDate(year, month, day),))
    except ValueError as error:
        return Dated(start, end, (), why=str(error))


def _two_digits(text: str) -> Iterator[Dated]:
    for match in _TWO_DIGITS.finditer(text):
        one, other, year = int(match[1]), int(match[3]), int(match[4])
        day_first = match[2] == "." or one > 12 >= other
        month, day = (other, one) if day_first else (one, other)
        yield of_two_digits(match.start(), match.end(), (year, month, day), in_quotes(match[0]))


def _numeric(start: int, end: int, found: PartialDate | None, problem: str) -> Dated:
    return Dated(start, end, (found,) if found else (), why=problem)


def _misread_years(text: str, tokens: Sequence[Token], found: Sequence[Dated]) -> Iterator[Dated]:
    rest = without_found(text, found)
    for token in tokens:
        if token.kind == "Y" and token.slip and rest[token.start] != UNREAD:
            why = f"{in_quotes(text[token.start : token.end])} was read as {token.number}"
            yield Dated(token.start, token.end, (PartialDate(token.number),), True, Sureness.UNSURE, why)


def _joined(text: str, found: Sequence[Dated], apart: bool) -> list[Dated]:
    """The dates, two of them as one where they are a day in old and new style, or a range of days."""
    joined: list[Dated] = []
    for one in found:
        last = joined[-1] if joined else None
        pair = last and (_of_two_styles(text, last, one) or _of_range(text, last, one, apart))
        if pair:
            joined[-1] = pair
        else:
            joined.append(one)
    return joined


def _of_two_styles(text: str, one: Dated, other: Dated) -> Dated | None:
    gap = text[one.end : other.start]
    if not _are_days(one, other) or not _STYLE_GAP.fullmatch(gap):
        return None
    old, new = sorted((one.dates[0], other.dates[0]))
    if not are_two_styles(old, new):
        return None
    closing = _CLOSING.match(text, other.end) if any(mark in gap for mark in "([") else None
    end = closing.end() if closing else other.end
    return of_two_styles(old, new, one.start, end, in_quotes(text[one.start : end]))


def _of_range(text: str, one: Dated, other: Dated, apart: bool) -> Dated | None:
    """A range between two whole days; with `apart` only one that a dash makes."""
    gap = text[one.end : other.start]
    if not (_are_days(one, other) or _are_months(one, other)) or len(gap) > _LONGEST_GAP:
        return None
    if one.dates[0] >= other.dates[0]:
        return None
    between = None if apart else _BETWEEN.search(text[max(0, one.start - _LONGEST_GAP) : one.start])
    ways = _DASH if apart else _AND if between and between[1].casefold() == "between" else _TO
    if not ways.fullmatch(gap):
        return None
    start = one.start - len(between[0]) if between else one.start
    return of_range((one.dates[0], other.dates[0]), start, other.end, in_quotes(text[start : other.end]))


def _are_months(one: Dated, other: Dated) -> bool:
    """Whether each is one month of a year."""
    dates = (*one.dates, *other.dates)
    return len(one.dates) == len(other.dates) == 1 and all(day.month and not day.whole for day in dates)


def _are_days(one: Dated, other: Dated) -> bool:
    """Whether each is one whole day, and no group."""
    return all(len(each.dates) == 1 and each.dates[0].whole and not each.kept for each in (one, other))
