"""What a cell can say once it has another number format, or a script has read and written it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from atop_coder.reading.excel.formats import DAY_ZERO, as_shown, day_before_1900

__all__ = ["EMPTIED", "as_shown", "day_before_1900", "may_be_a_year", "other_readings"]

_MARCH_1900 = date(1900, 3, 1)  # before it Excel counts a day more: a 29 February 1900 that never was
_FIRST_COUNTED, _LAST_COUNTED = 61, 2_958_465
_SHOWN_AS_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00:00(?:\.0+)?)?")
_WHOLE = re.compile(r"(-?\d{1,10})(?:\.0+)?")

EMPTIED = frozenset(
    (
        *("#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN"),
        *("<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null"),
    )
)
"""The words that pandas takes for empty cells (its documentation of `read_excel`, na_values)."""


def other_readings(text: str) -> Iterator[str]:
    """The number that is shown as a day, the day shown as a number, both without what scripts put behind."""
    if text == "00:00:00":
        yield "0"
    if match := _SHOWN_AS_DAY.fullmatch(text):
        yield text[:10]
        try:
            day = date(*map(int, match.groups()))
        except ValueError:
            return
        count = (day - DAY_ZERO).days
        yield str(count)
        if day < _MARCH_1900:
            yield str(count - 1)
    elif match := _WHOLE.fullmatch(text):
        yield match[1]
        if _FIRST_COUNTED <= int(match[1]) <= _LAST_COUNTED:
            yield (DAY_ZERO + timedelta(days=int(match[1]))).isoformat()


def may_be_a_year(iso: str) -> bool:
    """Whether a day is what a year, such as 2020, becomes in a cell that is formatted as a date."""
    try:
        return 1800 <= (date.fromisoformat(iso) - DAY_ZERO).days <= 2100
    except ValueError:
        return False
