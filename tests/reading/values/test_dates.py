"""Dates of signature, of the end, and of the last revision."""

import pytest

from atop_coder.reading import Sureness, parse_answer
from atop_coder.sheet import DateEntry, PartialDate, Termination
from tests.reading.sheets import FORM


def read(number: int, *paragraphs: str):
    return parse_answer(FORM.question(number), paragraphs)


def entry(iso: str, *states: int, note: str = "") -> DateEntry:
    return DateEntry(date=PartialDate.from_iso(iso), states=states, note=note)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("December 25, 2003", [entry("2003-12-25")]),
        ("12 July 1941", [entry("1941-07-12")]),
        ("7/7/2020", [entry("2020-07-07")]),
        ("May 1942.", [entry("1942-05")]),
        ("1848", [entry("1848")]),
        ("2003-12-25", [entry("2003-12-25")]),
        ("May 1, 1848; June 2, 1849", [entry("1848-05-01"), entry("1849-06-02")]),
        ("May 1, 1848 and June 2, 1849", [entry("1848-05-01"), entry("1849-06-02")]),
        ("May 1, 1848\nJune 2, 1849", [entry("1848-05-01"), entry("1849-06-02")]),
        ("May 1, 1948 (220 France)", [entry("1948-05-01", 220)]),
        ("May 1, 1948 (France, United Kingdom)", [entry("1948-05-01", 220, 200)]),
        (
            "May 1, 1948 [220, 200]; June 2, 1949 (211)",
            [entry("1948-05-01", 220, 200), entry("1949-06-02", 211)],
        ),
        ("France: May 1, 1948; Belgium: June 2, 1949", [entry("1948-05-01", 220), entry("1949-06-02", 211)]),
        ("May 1, 1948 (by exchange of notes)", [entry("1948-05-01", note="by exchange of notes")]),
    ],
)
def test_signature_dates_are_read(text, entries):
    got = read(3, *text.split("\n")).answer
    assert (list(got.value), got.details) == (entries, "")


def test_a_day_that_no_calendar_has_is_told():
    got = read(3, "February 30, 2003")
    assert (got.answer.value, got.answer.details, got.sureness) == (
        None,
        "February 30, 2003",
        Sureness.UNSURE,
    )
    assert got.why


def test_prose_behind_signature_dates_is_their_description():
    got = read(3, "May 1, 1848. Signed in Paris after long talks.").answer
    assert list(got.value) == [entry("1848-05-01")]
    assert got.details == "Signed in Paris after long talks."


@pytest.mark.parametrize("text", ["in the spring", "soon", "Paris"])
def test_what_is_no_date_is_kept_whole(text):
    got = read(3, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


IN_EFFECT = Termination(in_effect_as_of=PartialDate(2018, 4, 14))


@pytest.mark.parametrize(
    "text",
    [
        "Still in effect as of April 14, 2018",
        "still in effect as of 4/14/2018.",
        "In effect as of April 14, 2018",
        "Still in force as of 14 April 2018",
        "Remains in effect (April 14, 2018)",
        "The treaty is still in effect as of April 14, 2018",
        "Currently in force: April 14, 2018",
        "Still active as of April 14, 2018",
    ],
)
def test_an_alliance_may_still_be_in_effect(text):
    got = read(14, text).answer
    assert (got.value, got.details) == (IN_EFFECT, "")


def test_where_that_was_seen_is_the_description():
    got = read(
        14, "Still in effect as of April 14, 2018 according to the list of treaties (http://a.org/b)"
    ).answer
    assert (got.value, got.details) == (IN_EFFECT, "according to the list of treaties (http://a.org/b)")


def test_in_effect_without_a_date_is_kept_whole():
    got = read(14, "Still in effect")
    assert (got.answer.value, got.answer.details, got.sureness) == (None, "Still in effect", Sureness.UNSURE)


@pytest.mark.parametrize(
    ("text", "entries", "details"),
    [
        ("June 2, 1949", [entry("1949-06-02")], ""),
        ("1949. Langer (1972, 1064)", [entry("1949")], "Langer (1972, 1064)"),
        ("June 2, 1949 (France); 1950 (Belgium)", [entry("1949-06-02", 220), entry("1950", 211)], ""),
        ("1949\nThe war ended it in 1950.", [entry("1949")], "The war ended it in 1950."),
    ],
)
def test_the_dates_of_the_end_are_read(text, entries, details):
    got = read(14, *text.split("\n")).answer
    assert (got.value, got.details) == (Termination(dates=tuple(entries)), details)


@pytest.mark.parametrize(
    ("text", "iso", "details"),
    [
        ("May 23, 2018", "2018-05-23", ""),
        ("5/23/2018", "2018-05-23", ""),
        ("5/23/18", "2018-05-23", ""),
        ("May 2018", "2018-05", ""),
        ("Last revised: May 23, 2018", "2018-05-23", "Last revised"),
        ("May 23, 2018 by Ann Lee", "2018-05-23", "by Ann Lee"),
        ("May 1, 2017; May 23, 2018", "2018-05-23", "May 1, 2017; May 23, 2018"),
        ("May 23, 2018, earlier May 1, 2017", "2018-05-23", "May 23, 2018, earlier May 1, 2017"),
    ],
)
def test_the_date_of_the_last_revision_is_read(text, iso, details):
    got = read(60, text).answer
    assert (got.value, got.details) == (PartialDate.from_iso(iso), details)


def test_a_year_of_two_digits_is_told():
    assert read(60, "5/23/18").sureness == Sureness.LIKELY


@pytest.mark.parametrize("number", [3, 14, 60])
@pytest.mark.parametrize(
    "text", ["Smarch 14, 1997", "14 Smarch 1997", "14th of Smarch, 1997", "14, 1997", "1997, Smarch 14"]
)
def test_a_day_whose_month_is_not_understood_makes_the_date_unsure(number, text):
    got = read(number, text)
    assert got.sureness == Sureness.UNSURE
    assert "1997" in got.why


def test_that_holds_for_an_alliance_still_in_effect_too():
    assert read(14, "Still in effect as of Smarch 14, 1997").sureness == Sureness.UNSURE


@pytest.mark.parametrize(
    "text", ["1997", "Signed in Paris, 1997", "220, 1997", "France 220: 1997", "March 1997"]
)
def test_a_year_or_a_month_alone_is_sure(text):
    assert read(3, text).sureness == Sureness.SURE


def test_states_in_brackets_stay_with_their_date_across_lines():
    got = read(3, "May 1, 1948 (France,", "Belgium and Spain); June 2, 1949 (Trinidad", "and Tobago)").answer
    assert list(got.value) == [entry("1948-05-01", 220, 211, 230), entry("1949-06-02", 52)]
    assert got.details == ""


def test_a_bracket_that_never_closes_takes_no_other_date():
    got = read(3, "May 1, 1948 (France,", "June 2, 1949 (Spain)").answer
    assert [entry.date.iso for entry in got.value] == ["1948-05-01", "1949-06-02"]
