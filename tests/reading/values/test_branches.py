"""What the readers of values decide, branch by branch: each row is a way to write an answer."""

import pytest

from atop_coder.reading import Sureness, parse_answer
from atop_coder.reading.values import Around, Parsed
from atop_coder.sheet import PartialDate
from tests.reading.sheets import FORM

SURE, LIKELY, UNSURE = Sureness.SURE, Sureness.LIKELY, Sureness.UNSURE
AROUND = Around(PartialDate(1990, 5, 1))


def parsed(key: str, text: str, on: PartialDate | None = AROUND.on) -> Parsed:
    return parse_answer(FORM.by_key[key], text.split("\n"), Around(on))


def dates(found: Parsed) -> list[tuple[object, ...]]:
    """The dates with their states and, where there is one, their note."""
    entries = found.answer.value or ()
    return [(one.date.iso, *one.states, *([one.note] if one.note else [])) for one in entries]


DATES = [
    # which states a date holds for
    ("May 1, 1990 United Kingdom; June 2, 1991 Russia", [("1990-05-01", 200), ("1991-06-02", 365)], SURE),
    ("United Kingdom: May 1, 1990; Russia: June 2, 1991", [("1990-05-01", 200), ("1991-06-02", 365)], SURE),
    ("United Kingdom May 1, 1990 Russia June 2, 1991", [("1990-05-01", 200), ("1991-06-02", 365)], SURE),
    ("May 1, 1990: June 2, 1991 Russia", [("1990-05-01",), ("1991-06-02", 365)], SURE),
    ("May 1, 1990 (United Kingdom); June 2, 1991 (Russia)", [("1990-05-01", 200), ("1991-06-02", 365)], SURE),
    ("May 1 and June 2, 1990 (Russia)", [("1990-05-01", 365), ("1990-06-02", 365)], UNSURE),
    # what does not go on as a list: the first date is read, the rest is kept and doubted
    ("United Kingdom, May 1, 1990, France; Russia June 2, 1991", [("1990-05-01", 200)], UNSURE),
    ("May 1, 1990 (United Kingdom) Russia; June 2, 1991 (France)", [("1990-05-01", 200)], UNSURE),
    ("May 1, 1990 (United Kingdom) (Russia); June 2, 1991", [("1990-05-01", 200)], UNSURE),
    # what stands behind a date
    ("May 1, 1990 or later", [("1990-05-01",)], UNSURE),
    ("May 1, 1990?", [("1990-05-01",)], UNSURE),
    ("May 1, 1990 (June 2, 1991)", [("1990-05-01", "June 2, 1991")], UNSURE),
    ("May 1, 1990 [sealed June 2, 1991]", [("1990-05-01", "sealed June 2, 1991")], UNSURE),
    ("May 1, 1990 (us); June 2, 1991 (UK)", [("1990-05-01", "us"), ("1991-06-02", 200)], SURE),
    ("May 1, 1990 US; June 2, 1991", [("1990-05-01", 2), ("1991-06-02",)], SURE),
    ("May 1, 1990 (ratified June 2, 1990)", [("1990-05-01", "ratified June 2, 1990")], UNSURE),
    (
        "May 1, 1990, in Paris; Russia June 2, 1991",
        [("1990-05-01", "in Paris"), ("1991-06-02", 365)],
        SURE,
    ),
    (
        "May 1, 1990 (in London) (by envoys) (at night); June 2, 1991 (Russia)",
        [("1990-05-01", "in London; by envoys; (at night)"), ("1991-06-02", 365)],
        SURE,
    ),
    # numbers that count
    ("1. May 1, 1990 2. June 2, 1991", [("1990-05-01",), ("1991-06-02",)], SURE),
    ("1. May 1990 2. June 1991", [("1990-05",), ("1991-06-02",)], UNSURE),
    # a second paragraph
    ("Signed May 1, 1990\nIn London: June 2, 1991", [("1990-05-01",), ("1991-06-02", "In London")], SURE),
    (
        "Signed May 1, 1990\nThey met on June 2, 1991",
        [("1990-05-01",), ("1991-06-02", "They met on")],
        UNSURE,
    ),
    # the calendar
    ("Feb. 29, 1904", [("1904-02-29",)], SURE),
    ("Feb. 29, 1900", [], UNSURE),
    ("May 6, 1951 - May 4, 1951", [("1951-05-06",), ("1951-05-04",)], SURE),
    ("#May 4, 1951", [("1951-05-04", "#")], SURE),
    ("#4 May 1951", [("1951-05", "#4")], UNSURE),  # the number of an item, perhaps
    ("12 March 1900 (29 February)", [], UNSURE),  # a day of the old calendar alone
]


@pytest.mark.parametrize(("text", "wanted", "sureness"), DATES)
def test_the_dates_of_a_signature(text, wanted, sureness):
    found = parsed("signature_dates", text)
    assert (dates(found), found.sureness) == (wanted, sureness)


STYLES = [
    ("24 April/6 May 1851", "1851-05-06", LIKELY),  # twelve days
    ("28 February/12 March 1800", "1800-03-12", LIKELY),  # the old calendar was in the century before
    ("February 17/March 1, 1900", "1900-03-01", LIKELY),
    ("24 April/7 May 1900", "1900-05-07", LIKELY),  # thirteen
    ("May 9/April 27, 1851", "1851-05-09", LIKELY),  # the new style first
    ("5 March 1904 (February 21)", "1904-03-05", UNSURE),
    ("13 March 1904 (29 February)", "1904-03-13", LIKELY),  # a day that the years beside do not have
    ("12 March 1880 (29 February)", "1880-03-12", LIKELY),
    ("April 24/May 7, 2003", "2003-05-07", LIKELY),
    ("December 25, 1990/January 7, 1991", "1991-01-07", LIKELY),  # over the end of a year
    ("December 28/January 9, 1851", "1851-01-09", LIKELY),
    ("December 28/January 9, 1990", "1990-01-09", UNSURE),  # twelve, where it should be thirteen
    ("17/29 February 1904", "1904-02-29", UNSURE),
    ("May 4-6, 1951", "1951-05-06", LIKELY),  # a range
    ("May 4-August 6, 1951", "1951-08-06", UNSURE),  # too long for one
    ("March 1 to May 20, 1951", "1951-05-20", UNSURE),
    ("March 1 to May 1, 1951", "1951-05-01", LIKELY),
    ("between May 4 and May 6, 1951", "1951-05-06", UNSURE),
]


@pytest.mark.parametrize(("text", "iso", "sureness"), STYLES)
def test_a_day_in_two_styles_or_a_range_of_days_is_its_last(text, iso, sureness):
    found = parsed("signature_dates", text)
    assert (dates(found), found.sureness) == ([(iso, text)], sureness)


REVISIONS = [
    ("5/4/18", "2018-05-04", LIKELY),
    ("5/4/51", None, UNSURE),  # neither 1951 nor 2051 was a day on which a codesheet was revised
    ("5/4/89", None, UNSURE),
    ("5/4/95", "1995-05-04", LIKELY),
    ("May 4, 2018 and March 1, 2019", "2019-03-01", UNSURE),
    ("2018 and May 4, 2018", "2018", UNSURE),  # the year may end later than the day
    ("May 2018; May 4, 2018", "2018-05", UNSURE),
]


@pytest.mark.parametrize(("text", "iso", "sureness"), REVISIONS)
def test_the_day_of_the_last_revision(text, iso, sureness):
    found = parsed("revision_date", text)
    assert (found.answer.value and found.answer.value.iso, found.sureness) == (iso, sureness)


MEMBERS = [
    ("200 United Kingdom\n365 Russia", [200, 365], SURE),
    ("United Kingdom 200, Russia 365", [200, 365], SURE),
    ("UK (200) and Russia (365)", [200, 365], SURE),
    ("200 - 365", [200, 365], SURE),
    ("220/France", [220], SURE),
    ("France-220", [220], SURE),
    ("Germany (260)", [260], SURE),
    ("1. United Kingdom\n2. Russia", [200, 365], LIKELY),  # numbers that count
    ("1 United Kingdom\n2 United States", [1, 2], UNSURE),  # without a stop they may be codes
    ("2. Canada", [2], UNSURE),
    ("Iran, US, uk", [630, 2], UNSURE),
    ("per", [], UNSURE),
    ("observers: Russia", [], UNSURE),
]


@pytest.mark.parametrize(("text", "ccodes", "sureness"), MEMBERS)
def test_the_members_of_an_alliance(text, ccodes, sureness):
    found = parsed("members", text)
    assert ([one.ccode for one in found.answer.value or ()], found.sureness) == (ccodes, sureness)


@pytest.mark.parametrize(
    "text",
    [
        "200 United Kingdom, not 365 Russia",
        "not 200 United Kingdom, 365 Russia",
        "200 United Kingdom (not 365 Russia)",
        "United Kingdom, not Russia",
        "200 United Kingdom, except 365 Russia",
        "United Kingdom 200, excluding Russia 365",
        "United Kingdom (200) but not Russia (365)",
        "200 United Kingdom\n365 Russia (refused to sign)",
        "200 UK, 365 Russia (observer)",
        "200 UK, 365 Russia never signed",
        "200 United Kingdom; non-member: 365 Russia",
        "200 United Kingdom, 365 Russia (declined)",
        "200 UK neither 365 Russia nor 220 France",
        "200 United Kingdom, no longer 365 Russia",
        "200 United Kingdom without 365 Russia",
        "200 United Kingdom, 365 Russia instead of 220 France",
        "365 Russia, unlike 200 United Kingdom",
    ],
)
def test_a_state_that_the_words_beside_it_deny_is_never_a_sure_member(text):
    assert parsed("members", text).sureness == UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "200 United Kingdom, 365 Russia (withdrew 1955)",
        "2 United States; 20 Canada; 200 United Kingdom",
        "200 United Kingdom and 365 Russia",
        "437 Ivory Coast, 434 Benin",
    ],
)
def test_members_that_nothing_denies_are_sure(text):
    assert parsed("members", text).sureness == SURE


@pytest.mark.parametrize(
    ("name", "on", "ccode"),
    [
        ("Germany", PartialDate(1900, 5, 5), 255),
        ("Germany", PartialDate(1955, 5, 5), None),
        ("Germany", PartialDate(1990, 5, 1), None),
        ("Korea", PartialDate(1890, 5, 5), 730),
        ("Korea", PartialDate(1955, 5, 5), None),
        ("Yugoslavia", PartialDate(1955, 5, 5), 345),
    ],
)
def test_a_name_means_the_state_of_its_day(name, on, ccode):
    value = parsed("members", name, on).answer.value
    assert [one.ccode for one in value or ()] == ([ccode] if ccode else [])


LISTS = [
    ("Defense", ("defense",), SURE),
    ("Defense pact, and consultation", ("defense", "consultation"), SURE),
    ("Defense / Neutrality", ("defense", "neutrality"), SURE),
    ("Defense, Art. 3", ("defense",), SURE),
    ("Defense or neutrality", ("defense", "neutrality"), UNSURE),
    ("Defense; the parties also promise consultation", ("defense", "consultation"), UNSURE),
    ("Defense, not offense", ("defense",), UNSURE),
    ("Defense (not offense)", ("defense",), UNSURE),
    ("Defense, but no neutrality", ("defense",), UNSURE),
    ("Defense, although without neutrality", ("defense",), UNSURE),
    ("Defense, no", ("defense",), UNSURE),
    ("Defense, none of the others", ("defense",), UNSURE),
    ("Defense, in case of war", ("defense",), UNSURE),
    ("Defense, …", ("defense",), UNSURE),
    ("Defense, ...", ("defense",), UNSURE),
    ("Defense and alliance", ("defense",), UNSURE),  # no choice of this list
    ("Defense and friendship", ("defense",), UNSURE),
    ("Nonaggression, perhaps consultation", ("nonaggression",), UNSURE),
    ("No defense", None, UNSURE),
    ("Defense except neutrality", None, UNSURE),
]


@pytest.mark.parametrize(("text", "wanted", "sureness"), LISTS)
def test_the_kinds_of_an_alliance(text, wanted, sureness):
    found = parsed("alliance_type", text)
    assert (found.answer.value, found.sureness) == (wanted, sureness)


ONES = [
    ("length", "Yes", "yes", SURE),
    ("length", "Yes - Art. 3", "yes", SURE),
    ("length", "Yes / yes", "yes", SURE),
    ("length", "No-Art. 3", "no", LIKELY),
    ("length", "No. 5", "no", UNSURE),  # perhaps a number
    ("length", "Yes? probably", "yes", UNSURE),
    ("length", "Yes/No", None, UNSURE),
    ("length", "Yes and no", None, UNSURE),
    ("length", "Yes, no", None, UNSURE),
    ("length", "No; yes in Article 3", None, UNSURE),
    ("length", "NO, but yes", None, UNSURE),
    ("length", "Treaty - No", None, UNSURE),
    ("cow_type", "Type I", "defense", SURE),
    ("cow_type", "Defense pact/defense", "defense", SURE),
    ("cow_type", "Defense pact / Entente", None, UNSURE),
    ("cow_type", "Yes", None, UNSURE),
]


@pytest.mark.parametrize(("key", "text", "wanted", "sureness"), ONES)
def test_one_choice(key, text, wanted, sureness):
    found = parsed(key, text)
    assert (found.answer.value, found.sureness) == (wanted, sureness)
