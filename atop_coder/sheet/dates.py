"""Dates as treaties and coders write them: whole, or cut to a month or a year."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

if TYPE_CHECKING:  # making JSON schemas is a large module, that few starts of the program need
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

MONTHS = tuple(calendar.month_name)  # "" stands at 0, so that MONTHS[12] is December
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A day, a month or a year; ValueError if the calendar has no such date."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        if not 1 <= self.year <= 9999:
            raise ValueError(f"there is no year {self.year}")
        if not 0 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month}")
        if self.month and not 0 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            raise ValueError(f"there is no {MONTHS[self.month]} {self.day} in {self.year}")

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """The date of `2003-12-25`, `2003-12` or `2003`; ValueError for anything else."""
        match = ISO.fullmatch(text)
        if not match or any(part == "00" for part in match.groups()):
            raise ValueError(f"{text!r} is not a date like 2003-12-25, 2003-12 or 2003")
        return cls(*(int(part or 0) for part in match.groups()))

    @property
    def iso(self) -> str:
        """ISO 8601, as far as it is known."""
        parts = (
            f"{self.year:04}",
            f"{self.month:02}" if self.month else "",
            f"{self.day:02}" if self.day else "",
        )
        return "-".join(part for part in parts if part)

    @property
    def words(self) -> str:
        """As a sheet writes it: `December 25, 2003`, `December 2003`, `2003`."""
        if self.day:
            return f"{MONTHS[self.month]} {self.day}, {self.year:04}"
        return f"{MONTHS[self.month]} {self.year:04}" if self.month else f"{self.year:04}"

    @property
    def whole(self) -> bool:
        """Whether the day is known."""
        return bool(self.day)

    def first(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return self.iso

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: "GetCoreSchemaHandler"
    ) -> core_schema.CoreSchema:
        from_text = core_schema.no_info_after_validator_function(cls.from_iso, core_schema.str_schema())
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.iso),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        return {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
            "examples": ["2003-12-25", "2003-12", "2003"],
        }


@dataclass(frozen=True)
class FoundDate:
    """A date found in running text, at text[start:end]; `problem` tells why `date` is None."""

    start: int
    end: int
    date: PartialDate | None
    problem: str = ""


_SHORT = {name[:3].casefold(): number for number, name in enumerate(MONTHS) if name}
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_YEAR = r"(?P<{0}>(?:1[5-9]|20)\d{{2}})(?!\d)"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0{1,9})?)?Z?(?![\d:]))?"  # what a cell's date is stored with
_SHAPES = (
    # December 25, 2003; Dec. 25th 2003; May the 4th, 1951; May23,2018
    rf"{_MONTH.format('m1')}\s*(?:the\s+)?{_DAY.format('d1')}(?:\s*,\s*|\s+){_YEAR.format('y1')}",
    # 25 December 2003; 25th of December, 2003; 25-Dec-2003; the 4th day of May 1951; 23May2018
    (
        rf"(?:the\s+)?{_DAY.format('d2')}(?:[\s-]+(?:day\s+)?(?:of\s+)?)?"
        rf"{_MONTH.format('m2')}[\s,-]*{_YEAR.format('y2')}"
    ),
    # December 2003; December, 2003
    rf"{_MONTH.format('m3')}(?:\s*,\s*|\s+)(?:of\s+)?{_YEAR.format('y3')}",
    # 2003-12-25; 2003/12; 2003-12-25T00:00:00
    rf"{_YEAR.format('y4')}[-/](?P<m4>0?[1-9]|1[0-2])(?:[-/](?P<d4>\d{{1,2}})(?!\d){_MIDNIGHT})?(?![\d/-])",
    # 2003.12.25
    rf"{_YEAR.format('y9')}\.(?P<m9>0?[1-9]|1[0-2])\.(?P<d9>\d{{1,2}})(?![\d/-]|\.\d)",
    # 7/27/2020; 7-27-2020 (month first)
    rf"(?P<m5>\d{{1,2}})[/-](?P<d5>\d{{1,2}})[/-]{_YEAR.format('y5')}",
    # 27.7.2020 (day first)
    rf"(?P<d6>\d{{1,2}})\.\s?(?P<m6>\d{{1,2}})\.\s?{_YEAR.format('y6')}",
    # 7/2020
    rf"(?P<m7>\d{{1,2}})/{_YEAR.format('y7')}",
    # 2003
    _YEAR.format("y8") + r"(?!\s?[-–/]\s?\d)",
)


@cache
def _any_date() -> re.Pattern[str]:
    """All shapes; put together when the first date is looked for, because it takes a while."""
    return re.compile(r"(?<![\w/.-])(?:" + "|".join(_SHAPES) + r")(?!(?!T\d\d:)\w)", re.IGNORECASE)


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates in running text, in order; one that no calendar has comes with its problem and no date."""
    for match in _any_date().finditer(text):
        parts = {name: part for name, part in match.groupdict().items() if part}
        try:
            found, problem = _from_parts(parts), ""
        except ValueError as error:
            found, problem = None, str(error)
        yield FoundDate(match.start(), match.end(), found, problem)


def _from_parts(parts: dict[str, str]) -> PartialDate:
    shape = next(iter(parts))[1]
    year = int(parts["y" + shape])
    month_word, day = parts.get("m" + shape, "0"), int(parts.get("d" + shape, 0))
    month = int(month_word) if month_word.isdigit() else _SHORT[month_word[:3].casefold()]
    if shape == "5" and month > 12 >= day:  # 25/12/2003 can only be day and month
        month, day = day, month
    return PartialDate(year, month, day)


_EITHER = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")


def day_first(text: str) -> PartialDate | None:
    """The date of `3/4/1936` with the day before the month; None where the text has one reading alone."""
    match = _EITHER.fullmatch(text.strip().rstrip(".,;"))
    day, month, year = map(int, match.groups()) if match else (0, 0, 0)
    return PartialDate(year, month, day) if 1 <= day <= 12 and 1 <= month <= 12 and day != month else None


def parse_date(text: str) -> PartialDate:
    """The date that the whole text says, in any usual way; ValueError says why it is none.

    "7/7/2020" is month, day, year; "12.7.2020" is day, month, year.
    """
    text = text.strip().rstrip(".,;")
    found = next(find_dates(text), None)
    if found is None or (found.start, found.end) != (0, len(text)):
        raise ValueError(f"{text!r} is not a date")
    if found.date is None:
        raise ValueError(found.problem)
    return found.date
