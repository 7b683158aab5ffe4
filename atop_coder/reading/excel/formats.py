"""What Excel's numbers say under the formats that cells show them in: days, months, years, shares."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

DAY_ZERO = date(1899, 12, 30)  # on which Excel's count of days stands at 0
DAY_ZERO_1904 = date(1904, 1, 1)  # in files that began on a Macintosh
_MARCH_1900 = 60  # the count before which Excel counts a day more: a 29 February 1900 that never was
_LAST_COUNTED = 2_958_465
_EARLIEST = date(1582, 10, 15)  # before it LibreOffice counts by another calendar
_YEARS = range(1800, 2101)
# What a number format shows beside the parts of a date: quoted words, colours, escaped letters.
_LONGEST = 1000  # characters of a format; Excel lets through 255
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DATE_LETTERS = re.compile(r"[dy]|mmm", re.IGNORECASE)
# The formats that have only a number (ECMA-376, Part 1, 18.8.30); those of East Asia show whole days.
BUILT_IN: Mapping[int, str] = {
    9: "0%",
    10: "0.00%",
    14: "m/d/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "m/d/yyyy h:mm",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy/m/d"),
}


def is_date_format(number_format: str) -> bool:
    """Whether a cell of this format shows a date."""
    return bool(_DATE_LETTERS.search(_letters(number_format)))


def as_shown(iso: str, number_format: str) -> str:
    """The parts of a day that its format shows: `1941-05` where somebody typed "May 1941"."""
    letters = _letters(number_format)
    if "y" not in letters or "d" in letters:
        return iso
    return iso[:7] if "m" in letters else iso[:4]


def day_before_1900(count: float) -> date | None:
    """The day that LibreOffice counts backwards from 1899; Excel has none so early."""
    try:
        day = DAY_ZERO + timedelta(days=int(count // 1))
    except OverflowError:
        return None
    return day if count < 0 and day >= _EARLIEST else None


def day_of(count: float, macintosh: bool) -> date | None:
    """The day of a count; None for a count that no day has."""
    if macintosh:
        return _counted(DAY_ZERO_1904, count) if abs(count) < _LAST_COUNTED else None
    if count < 0:
        return day_before_1900(count)
    if not 1 <= count <= _LAST_COUNTED + 1:
        return None
    return _counted(DAY_ZERO, count + (count < _MARCH_1900))


def _counted(first: date, count: float) -> date | None:
    try:
        return first + timedelta(days=int(count // 1))
    except OverflowError:
        return None


def number_shown(text: str, number_format: str, macintosh: bool = False) -> str:
    """A number as its cell shows it: days as ISO 8601, as much of them as is shown; whole ones without ".0".

    A day that is shown without its year has none ("20 May"): the year that Excel keeps with it is the year
    in which it was typed.
    """
    try:
        number = float(text)
        if is_date_format(number_format) and (day := day_of(number, macintosh)):
            return day_shown(day, number_format)
        if "%" in _letters(number_format):
            return f"{number * 100:.10g}%"
        return str(int(number)) if number.is_integer() else text
    except (ValueError, OverflowError):
        return text


def day_shown(day: date, number_format: str) -> str:
    """As much of a day as a format shows."""
    if "y" in _letters(number_format):
        return as_shown(day.isoformat(), number_format)
    return f"{day.day} {day:%B}" if "d" in _letters(number_format) else f"{day:%B}"


def may_be_a_year(text: str, number_format: str) -> bool:
    """Whether a number is a year that somebody typed into a cell with the format of a date: 1951."""
    return text.isdecimal() and len(text) == 4 and int(text) in _YEARS and is_date_format(number_format)


def _letters(number_format: str) -> str:
    """What a format shows of a number that is not below zero, without words and colours."""
    return _NOT_FORMAT.sub("", number_format[:_LONGEST]).partition(";")[0].casefold()
