"""Dates as treaties and coders write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.sheet import PartialDate, find_dates, parse_date
from atop_coder.sheet.dates import MONTHS
from tests.strategies import dates


@given(dates())
def test_iso_text_gives_the_same_date_again(date):
    assert PartialDate.from_iso(date.iso) == date


@given(st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31)))
def test_words_give_the_same_date_again(day):
    for parts in ((day.year,), (day.year, day.month), (day.year, day.month, day.day)):
        assert parse_date(PartialDate(*parts).words) == PartialDate(*parts)


@given(st.dates(datetime.date(1500, 1, 1), datetime.date(2099, 12, 31)))
def test_a_whole_day_is_read_in_every_usual_way(day):
    month, date = MONTHS[day.month], PartialDate(day.year, day.month, day.day)
    for text in (
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}",
        f"{month} {day.day} {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month.upper()}, {day.year}",
        f"{day.day}th of {month}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.month:02}/{day.day:02}/{day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.year}-{day.month:02}-{day.day:02}",
        f"  {month} {day.day}, {day.year}. ",
    ):
        assert parse_date(text) == date, text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("May 1942", "1942-05"),
        ("May, 1942", "1942-05"),
        ("Sept. 1942", "1942-09"),
        ("5/1942", "1942-05"),
        ("1942-05", "1942-05"),
        ("1942", "1942"),
        ("25/12/2003", "2003-12-25"),
    ],
)
def test_dates_may_be_cut(text, iso):
    assert parse_date(text).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "12",
        "May",
        "32 May 1942",
        "May 32, 1942",
        "1942 and more",
        "13/13/1942",
        "19421",
        "1942-1945",
        "0000",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("February 30, 2003", "February 30"), ("31 June 1848", "June 31"), ("13/32/1900", "month 13")],
)
def test_a_day_that_no_calendar_has_says_so(text, problem):
    with pytest.raises(ValueError, match=problem):
        parse_date(text)


@pytest.mark.parametrize(
    "parts", [(2003, 13), (2003, 2, 29), (0,), (10000,), (2003, 0, 5), (2003, -1), (2003, 1, 32)]
)
def test_parts_that_make_no_date_are_refused(parts):
    with pytest.raises(ValueError, match=r"there is no|needs"):
        PartialDate(*parts)


def test_a_leap_day_is_a_day():
    assert PartialDate(2004, 2, 29).whole


@pytest.mark.parametrize("text", ["2003-1", "2003-00", "2003-01-00", "03-01-01", "2003-01-01T00", "", "x"])
def test_what_is_no_iso_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.from_iso(text)


@given(dates())
def test_a_date_lies_between_its_first_and_its_last_day(date):
    assert date.first() <= date.last()
    assert (date.first() == date.last()) == date.whole
    assert date.first().year == date.last().year == date.year


@given(dates(), dates())
def test_dates_are_in_the_order_of_their_first_days(one, other):
    if one.first() != other.first():
        assert (one < other) == (one.first() < other.first())


def test_dates_are_found_in_running_text_with_their_places():
    text = "Signed May 1, 1848, in force June 1849; not 5040, Art. 3 or 12/13."
    assert [(text[one.start : one.end], one.date) for one in find_dates(text)] == [
        ("May 1, 1848", PartialDate(1848, 5, 1)),
        ("June 1849", PartialDate(1849, 6)),
    ]


@pytest.mark.parametrize(
    "text", ["1914-1918", "1914–18", "page 1848a", "v1.1848.2", "#1848x", "http://a.org/1848"]
)
def test_numbers_that_are_no_dates_are_passed_over(text):
    assert list(find_dates(text)) == []


@given(st.text(max_size=80))
def test_any_text_is_searched_for_dates(text):
    for one in find_dates(text):
        assert 0 <= one.start < one.end <= len(text)
        assert bool(one.date) != bool(one.problem)
