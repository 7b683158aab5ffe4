"""Dates of signature, of the end, and of the last revision."""

import re

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


SAME_DAY = [
    "the 4th day of May 1951",
    "May the 4th, 1951",
    "4th May, 1951",
    "May4,1951",
    "4May1951",
    "MAY 4 1951",
    "May 4. 1951",
    "1951.05.04",
    "1951 May 4",
    "4/May/1951",
    "4-May-1951",
    "4-V-1951",
    "4.V.1951",
    "4. V. 1951",
    "1951-05-04T00:00:00",
    "1951-05-04 00:00:00",
    "4 de mayo de 1951",
    "le 4 mai 1951",
    "4. Mai 1951",
    "4 maggio 1951",
    "4 de maio de 1951",
    "• May 4, 1951",
    "1. May 4, 1951",
    "(a) May 4, 1951",
    "Signed: May 4, 1951",
]


@pytest.mark.parametrize("number", [3, 14, 60])
@pytest.mark.parametrize("text", SAME_DAY[:-4])
def test_a_day_is_a_day_in_many_hands(number, text):
    got = read(number, text)
    assert (got.sureness, got.answer.details) == (Sureness.SURE, "")
    assert "1951-05-04" in got.answer.model_dump_json()


@pytest.mark.parametrize("text", SAME_DAY[-4:])
def test_the_mark_of_a_list_is_no_part_of_a_date(text):
    got = read(3, text)
    assert (list(got.answer.value), got.sureness) == ([entry("1951-05-04")], Sureness.SURE)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("24 August/5 September 1812", "1812-09-05"),
        ("24 August (5 September) 1812", "1812-09-05"),
        ("September 5, 1812 (August 24, O.S.)", "1812-09-05"),
        ("24 August O.S. / 5 September N.S. 1812", "1812-09-05"),
        ("August 24/September 5, 1812", "1812-09-05"),
        ("August 24, 1812 (September 5, 1812)", "1812-09-05"),
        ("1/13 July 1817", "1817-07-13"),
        ("13 (1) July 1817", "1817-07-13"),
        ("March 11 (23), 1853", "1853-03-23"),
        ("March 11th/23rd, 1853", "1853-03-23"),
        ("Feb. 28/March 12, 1854", "1854-03-12"),
        ("24 December/5 January 1853", "1853-01-05"),
        ("24 December 1852/5 January 1853", "1853-01-05"),
        ("May 4-6, 1951", "1951-05-06"),
        ("4–6 May 1951", "1951-05-06"),
        ("May 30-June 2, 1951", "1951-06-02"),
        ("30 May to 2 June 1951", "1951-06-02"),
        ("from May 4, 1951 to May 6, 1951", "1951-05-06"),
    ],
)
def test_the_new_style_and_the_last_day_count_and_the_rest_is_the_note(text, iso):
    got = read(3, text)
    assert (list(got.answer.value), got.sureness) == ([entry(iso, note=text)], Sureness.LIKELY)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("May 3 and June 4, 1921", ["1921-05-03", "1921-06-04"]),
        ("May 3 and 4, 1921", ["1921-05-03", "1921-05-04"]),
        ("3, 4 and 5 May 1921", ["1921-05-03", "1921-05-04", "1921-05-05"]),
        ("3 May & 4 June 1921", ["1921-05-03", "1921-06-04"]),
        ("3 May 1921, 4 June 1921 and 5 July 1921", ["1921-05-03", "1921-06-04", "1921-07-05"]),
        ("1. May 3, 1921; 2. June 4, 1922", ["1921-05-03", "1922-06-04"]),
        ("(1) May 3, 1921 (2) June 4, 1922", ["1921-05-03", "1922-06-04"]),
        ("• May 3, 1921 • June 4, 1922", ["1921-05-03", "1922-06-04"]),
        ("1. May 3, 1921\n2. June 4, 1922", ["1921-05-03", "1922-06-04"]),
    ],
)
def test_several_dates_are_several(text, dates):
    got = read(3, *text.split("\n"))
    assert [one.date.iso for one in got.answer.value] == dates
    assert got.sureness != Sureness.UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "May 3l, 1921",
        "May 3, l921",
        "May 3, I921",
        "May 3, 19S1",
        "l May 1921",
        "Decernber 25, 2003",
        "Janurary 5, 2003",
        "0ctober 4, 1951",
        "Apri1 4, 1951",
        "fourth of May 1951",
        "1921 (May 3)",
        "1921, May",
        "1951 4/5",
        "1951.13.04",
        "4-6 V 1951",
        "July 1950/51",
        "May-June 1951",
        "May 1951 - June 1951",
        "May 4/5, 1951",
        "May 4, 1812 (O.S.)",
        "1. May 1921",
        "c. 1951",
        "May 1951?",
        "1921 or 1922",
        "by May 3, 1921",
        "before May 3, 1921",
        "Ratified June 7, 1922",
        "May 3, 1921 (in force June 7, 1922)",
        "May 3, 1921, registered June 7, 1922",
        "Published May 3, 1921",
        "In force June 7, 1922 (signed May 3, 1921)",
        "x/Iraq November 3, 1955",
        "November 3, 1955 Iraq, x",
        "5/3/99",
        "3 May 99",
        "1951-1953",
        "1951 to 1953",
        "February 30, 2003; May 3, 2003",
    ],
)
def test_what_may_be_another_date_is_unsure(text):
    got = read(3, text)
    assert got.sureness == Sureness.UNSURE
    assert got.why


def test_of_two_days_the_one_that_is_called_the_signature_counts():
    got = read(3, "In force June 7, 1922 (signed May 3, 1921)").answer
    assert [one.date.iso for one in got.value] == ["1921-05-03"]
    assert "June 7, 1922" in got.value[0].note


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("November 3, 1955 – Iran (accession)", [entry("1955-11-03", 630, note="accession")]),
        ("Iraq (withdrew): March 24, 1959", [entry("1959-03-24", 645, note="withdrew")]),
        ("November 3, 1955 by Iraq (x)", [entry("1955-11-03", 645, note="x")]),
        ("x/Iraq November 3, 1955", [entry("1955-11-03", note="x/Iraq")]),
        ("May 3, 1921 (see http://a.ir/iran)", [entry("1921-05-03", note="see http://a.ir/iran")]),
    ],
)
def test_words_beside_states_are_the_note(text, entries):
    assert list(read(3, text).answer.value) == entries


@pytest.mark.parametrize(
    ("text", "iso"), [("5/3/99", "1999-05-03"), ("23-May-18", "2018-05-23"), ("23.5.18", "2018-05-23")]
)
def test_a_revision_in_a_year_of_two_digits_lies_between_1990_and_today(text, iso):
    got = read(60, text)
    assert (got.answer.value.iso, got.sureness) == (iso, Sureness.LIKELY)


@pytest.mark.parametrize("text", ["5/23/45", "5/23/89"])
def test_a_revision_is_never_taken_for_one_to_come(text):
    assert read(60, text).answer.value is None


def test_the_latest_revision_may_stand_in_another_paragraph():
    got = read(60, "May 1, 2017", "May 23, 2018")
    assert (got.answer.value.iso, got.sureness) == ("2018-05-23", Sureness.UNSURE)


@pytest.mark.parametrize("number", [3, 14, 60])
@pytest.mark.parametrize(
    "run", [" ", "1 ", "(", "l1, ", "May 1, ", "1951, ", "not been ", "1/2-3 ", "a@b/c "]
)
def test_long_runs_of_anything_are_kept(number, run):
    text = f"May 4, 1951 x{run * 2000}x"
    got = read(number, text).answer
    assert re.findall(r"\w", got.details + got.model_dump_json()).count("x") >= 2
