"""Dates that share their words: old and new style, ranges, lists of days with one month or year.

All of it is said in the letters of `date_tokens`: a pattern is matched against the kinds of the tokens.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from atop_coder.reading.report import Sureness
from atop_coder.reading.values.date_tokens import Token
from atop_coder.sheet import PartialDate
from atop_coder.sheet.dates import MONTHS

_M = r"M\.?"
_D = "o{0,2}[Ni]"
_Y = "[,.]?o{0,2}Y"
_BETWEEN = r"(?:/|-|t|,?&|,|\()"
_DAY_MONTH = rf"{_D}\)?[.\-/]?o{{0,3}}{_M}"
_MONTH_DAY = rf"{_M}-?{_D}"
# Up to eight days that share a year, month first or day first.
_MONTH_FIRST = rf"{_MONTH_DAY}s?(?:{_BETWEEN}(?:{_M})?{_D}s?\)?){{1,7}}{_Y}"
_DAY_FIRST = (
    rf"{_D}(?:\.?o{{0,3}}{_M})?s?(?:{_BETWEEN}{_D}(?:\)?\.?o{{0,3}}{_M})?s?\)?){{0,6}}"
    rf"{_BETWEEN}{_DAY_MONTH}s?\)?{_Y}"
)
_BEHIND = rf"\((?:{_DAY_MONTH}|{_MONTH_DAY}),?s?\)"  # the other style of a date, without its year
PATTERN = re.compile(
    rf"(?P<days>[bf]?(?:{_MONTH_FIRST}|{_DAY_FIRST}))"
    rf"|(?P<whole>(?:{_MONTH_DAY}s?{_Y}|{_D}[.\-/]?o{{0,3}}{_M}s?[,\-./]?o{{0,2}}Y)(?P<other>s?{_BEHIND})?s?)"
    rf"|(?P<year_first>Y[,\-.]?{_M}-?{_D}(?![,.]?o{{0,2}}Y|[&/t\-]))"
    rf"|(?P<short>{_M}-?{_D},?'?N|{_D}-?{_M}[,\-]?'?N)(?![,.]?o{{0,2}}Y|[Ni&/M\-])"
    rf"|(?P<months>[bf]?{_M}(?:-|/|t|&|,)(?:o{{0,2}}){_M},?o{{0,2}}Y)"
    rf"|(?P<month>{_M},?o{{0,3}}Y)"
    rf"|(?P<years>[bf]?Y(?:-|t|/|(?<=[bf]Y)&)Y)"
)
# How many days the new style is ahead of the old, by the century of the year.
_AHEAD = {15: 10, 16: 10, 17: 11, 18: 12, 19: 13, 20: 13}
_OLD_STYLE = re.compile(r"\bO\.?\s?S(?!\w)|\bold\b|\bJulian\b", re.IGNORECASE)
_ENGLISH = re.compile(rf"\b(?:{'|'.join(MONTHS[1:])})\b", re.IGNORECASE)
_LONGEST_RANGE = timedelta(days=62)


@dataclass(frozen=True)
class Dated:
    """One or several dates at text[start:end], and what makes them less than sure.

    `kept` says that the words say more than the dates, and are to be kept beside them. Without a date, `why`
    says why there is none.
    """

    start: int
    end: int
    dates: tuple[PartialDate, ...]
    kept: bool = False
    sureness: Sureness = Sureness.SURE
    why: str = ""
    short: tuple[int, int, int] | None = None  # year of two digits, month and day


def read_group(kind: str, tokens: Sequence[Token], quoted: str) -> Dated:
    """The dates of the tokens that the pattern's group of that name took; `quoted` is how they stand.

    ValueError where the calendar has no such date.
    """
    start, end = tokens[0].start, tokens[-1].end
    if kind == "years":
        return Dated(start, end, (), why=f"{quoted} is a range of years")
    if kind == "short":
        return of_two_digits(start, end, _short_of(tokens), quoted)
    days, year = _days_of(tokens), _year_of(tokens)
    if kind == "months":
        last = PartialDate(year, days[-1][0])
        return Dated(start, end, (last,), True, Sureness.UNSURE, f"{quoted} is more than one month")
    if kind == "days":
        found = _of_several(tokens, _with_months(days), year, quoted)
    else:
        found = _of_one(tokens, days, year, quoted)
    return _with_slips(found, tokens, quoted)


def of_two_digits(start: int, end: int, short: tuple[int, int, int], quoted: str) -> Dated:
    """A date whose year has two digits: none, unless the reader knows the century."""
    return Dated(start, end, (), why=f"the century of {quoted} is not known", short=short)


def _short_of(tokens: Sequence[Token]) -> tuple[int, int, int]:
    day, year = (token.number for token in tokens if token.kind in "Ni")
    return year, next(token.number for token in tokens if token.kind == "M"), day


def _of_one(tokens: Sequence[Token], days: list[tuple[int, int]], year: int, quoted: str) -> Dated:
    start, end = tokens[0].start, tokens[-1].end
    if len(days) == 1:
        return _of_one_day(tokens, PartialDate(year, *days[0]), quoted)
    dates = [PartialDate(year, *day) for day in days]
    return of_two_styles(dates[0], _nearest(dates[0], dates[1]), start, end, quoted)


def _of_one_day(tokens: Sequence[Token], date: PartialDate, quoted: str) -> Dated:
    start, end = tokens[0].start, tokens[-1].end
    if _OLD_STYLE.search(quoted):
        return Dated(start, end, (date,), True, Sureness.UNSURE, f"{quoted} is in the old style")
    if [token.kind for token in tokens[:3]] == ["N", ".", "M"] and _ENGLISH.search(quoted):
        why = f"the number in {quoted} may be a day, or count the date in a list"
        return Dated(start, end, (date,), False, Sureness.UNSURE, why)
    return Dated(start, end, (date,), kept=any(token.kind == "s" for token in tokens))


def _nearest(one: PartialDate, other: PartialDate) -> PartialDate:
    """The other date in the year in which it lies nearest."""
    years = [year for year in (other.year, other.year - 1, other.year + 1) if _exists(year, other)]
    return min(
        (PartialDate(year, other.month, other.day) for year in years),
        key=lambda date: abs(date.first() - one.first()),
    )


def _exists(year: int, date: PartialDate) -> bool:
    return not (date.month == 2 and date.day == 29) or year % 4 == 0


def _days_of(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """(month, day) as they follow one another; 0 for a month or a day that is not there."""
    month_first = next((token.kind for token in tokens if token.kind in "NiM"), "") == "M"
    days: list[tuple[int, int]] = []
    month, waiting = 0, 0
    for token in tokens:
        if token.kind == "M" and month_first:
            days += [(month, 0)] if month and not waiting else []
            month, waiting = token.number, 0
        elif token.kind == "M":
            days += [(token.number, waiting)]
            waiting = 0
        elif token.kind in "Ni":
            days += [(0, waiting)] if waiting and not month_first else []
            days += [(month, token.number)] if month_first else []
            waiting = token.number
    if month_first and month and not waiting:
        days.append((month, 0))
    return days


def _with_months(days: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The days, those without a month with that of the next day that has one."""
    filled: list[tuple[int, int]] = []
    month = 0
    for own, day in reversed(days):
        month = own or month
        filled.append((month, day))
    return filled[::-1]


def _year_of(tokens: Sequence[Token]) -> int:
    return next(token.number for token in tokens if token.kind == "Y")


def _of_several(tokens: Sequence[Token], days: list[tuple[int, int]], year: int, quoted: str) -> Dated:
    start, end = tokens[0].start, tokens[-1].end
    marks = {token.kind for token in tokens if token.kind in "/-t(&"}
    dates = [PartialDate(year, *day) for day in days]
    if tokens[0].kind in "bf" or marks & {"-", "t"}:
        return of_range(_in_order(dates), start, end, quoted)
    if marks & {"/", "("}:
        if len(dates) == 2:
            one, other = _in_order(dates) if marks == {"/"} or marks == {"("} else dates
            return of_two_styles(one, other, start, end, quoted)
        last = max(dates)
        return Dated(start, end, (last,), True, Sureness.UNSURE, f"{quoted} may be several dates")
    likely = "the dates share one year"
    clear = "&" in marks or all(token.kind != "," for token in tokens[:2])
    return Dated(start, end, tuple(dates), False, Sureness.LIKELY if clear else Sureness.UNSURE, likely)


def _in_order(dates: Sequence[PartialDate]) -> list[PartialDate]:
    """The dates, the first a year earlier if the year's end lies between it and the last."""
    first, *_, last = dates
    if first > last and first.month - last.month > 6:
        return [PartialDate(first.year - 1, first.month, first.day), *dates[1:]]
    return list(dates)


def of_range(dates: Sequence[PartialDate], start: int, end: int, quoted: str) -> Dated:
    """The last day of a range; unsure where it is long, or no range that the calendar knows."""
    last = dates[-1]
    if not last.whole:
        return Dated(start, end, (last,), True, Sureness.UNSURE, f"{quoted} is more than one month")
    days = last.first() - dates[0].first()
    if re.search(r"\b(?:between|sometime|some\s+time|either)\b", quoted, re.IGNORECASE):
        return Dated(start, end, (last,), True, Sureness.UNSURE, f"{quoted} may be any day between the two")
    if len(dates) == 2 and timedelta(0) < days <= _LONGEST_RANGE:
        return Dated(
            start, end, (last,), True, Sureness.LIKELY, f"{quoted} are several days; the last was taken"
        )
    return Dated(start, end, (max(dates),), True, Sureness.UNSURE, f"{quoted} may be several dates")


def of_two_styles(one: PartialDate, other: PartialDate, start: int, end: int, quoted: str) -> Dated:
    """The date in the new style, where two are as far apart as the calendars were; else the later, unsure."""
    old, new = min(one, other), max(one, other)
    if are_two_styles(old, new):
        why = f"{quoted} is in old and new style; the new was taken"
        return Dated(start, end, (new,), True, Sureness.LIKELY, why)
    return Dated(start, end, (new,), True, Sureness.UNSURE, f"{quoted} may be one date or two")


def are_two_styles(old: PartialDate, new: PartialDate) -> bool:
    """Whether the dates are one day in the Julian and in the Gregorian calendar."""
    if not old.whole or not new.whole:
        return False
    apart = (new.first() - old.first()).days
    centuries = {(old.year - 1) // 100, new.year // 100}
    return apart in {_AHEAD.get(century) for century in centuries}


def _with_slips(found: Dated, tokens: Sequence[Token], quoted: str) -> Dated:
    if not any(token.slip for token in tokens):
        return found
    read = " and ".join(date.words for date in found.dates)
    why = f"{quoted} was read as {read}"
    return Dated(found.start, found.end, found.dates, True, Sureness.UNSURE, why)
