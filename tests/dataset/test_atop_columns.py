"""The columns that bear names of ATOP variables."""

import pytest

from atop_coder.dataset import Missing, alliance_columns
from atop_coder.dataset.atop_columns import atop_columns
from atop_coder.reference import load_alliances
from atop_coder.sheet import Sheet
from tests.dataset.examples import (
    FORM,
    NOT_APPLICABLE,
    UNKNOWN,
    WORDS_ONLY,
    answered,
    dates,
    members,
    row_of,
    sheet_of,
)

BEGIN = ("begyr", "begmo", "begday")
END = ("endyr", "endmo", "endday")
NAMES = tuple(column.name for column in atop_columns(FORM, 2))


def cells(sheet, *names):
    row = row_of(sheet)
    return tuple(row[name] for name in names)


@pytest.mark.parametrize(
    ("signed", "begin"),
    [
        (["2003-12-25"], (2003, 12, 25)),
        (["1942-05"], (1942, 5, None)),
        (["1942"], (1942, None, None)),
        (["1923-06-12", "1921-03-04"], (1921, 3, 4)),
        (["1921", "1921-03-04"], (1921, None, None)),
        (["1921", "1921-01-01"], (1921, 1, 1)),
        (["1815-06-08"], (1815, 6, 8)),
    ],
)
def test_an_alliance_begins_with_its_earliest_signature(signed, begin):
    assert cells(answered("signature_dates", dates(*signed)), *BEGIN) == begin


@pytest.mark.parametrize(
    ("ended", "end"),
    [
        (["1931-03-04"], (1931, 3, 4)),
        (["1822-12"], (1822, 12, None)),
        (["1950"], (1950, None, None)),
        (["1931-03-04", "1933-01-02", "1932-01-01"], (1933, 1, 2)),
        (["1950", "1950-07-01"], (1950, None, None)),
        (["1950", "1950-12-31"], (1950, 12, 31)),
    ],
)
def test_an_alliance_ends_with_its_latest_termination(ended, end):
    sheet = answered("termination", {"dates": dates(*ended)})
    assert cells(sheet, *END, "ineffect") == (*end, 0)


def test_an_alliance_in_effect_has_zeros_for_its_end():
    sheet = answered("termination", {"in_effect_as_of": "2018-04-14"})
    assert cells(sheet, *END, "ineffect") == (0, 0, 0, 1)


@pytest.mark.parametrize("data", [{}, UNKNOWN, WORDS_ONLY])
def test_an_unknown_end_is_not_taken_for_an_alliance_in_effect(data):
    assert cells(answered("termination", **data), *END, "ineffect") == (None, None, None, None)


SUCCEEDED = [
    ((255, 260, 290), 1),  # the seat of Germany passed to the Federal Republic
    ((315, 316, 317, 365), 1),  # that of Czechoslovakia to two states
    ((670, 678, 679), 1),
    ((255, 260), 0),
    ((315, 316, 317), 0),
    ((255, 265, 290, 365), 0),
    ((260, 265), 1),
]


@pytest.mark.parametrize(
    ("codes", "bilateral"), [((200, 220), 1), ((200, 220, 365), 0), ((200,), 0), *SUCCEEDED]
)
def test_bilateral_is_exactly_two_seats(codes, bilateral):
    assert cells(answered("members", members(*codes)), "bilat") == (bilateral,)


def test_a_member_named_twice_counts_once():
    assert cells(answered("members", members(200, 220, 200)), "bilat", "mem1", "mem2") == (1, 200, 220)


def test_members_are_in_the_order_of_their_codes():
    assert cells(answered("members", members(705, 365)), "mem1", "mem2") == (365, 705)


def test_there_are_as_many_member_columns_as_the_largest_alliance_needs():
    row = row_of(answered("members", members(*range(200, 270))))
    assert row["mem70"] == 269
    assert "mem71" not in row


def test_there_are_always_two_member_columns():
    assert cells(Sheet.empty(), "mem1", "mem2") == (None, None)
    assert "mem3" not in row_of(Sheet.empty())


@pytest.mark.parametrize(
    ("key", "value", "name", "code"),
    [
        ("signed_during_war", "yes", "wartime", 1),
        ("signed_during_war", "no", "wartime", 0),
        ("symmetric", "yes", "asymm", 0),
        ("symmetric", "no", "asymm", 1),
        ("means", "treaty", "estmode", 1),
        ("means", "executive_agreement", "estmode", 0),
        ("means", "diplomatic_notes", "estmode", 0),
        ("means", "other", "estmode", 0),
        ("secrecy", "public", "pubsecr", 0),
        ("secrecy", "public_with_secret_articles", "pubsecr", 1),
        ("secrecy", "secret", "pubsecr", 2),
    ],
)
def test_choices_have_the_codes_of_atop(key, value, name, code):
    assert cells(answered(key, value), name) == (code,)


@pytest.mark.parametrize(
    ("choice", "name"),
    [
        ("defense", "defense"),
        ("offense", "offense"),
        ("neutrality", "neutral"),
        ("nonaggression", "nonagg"),
        ("consultation", "consul"),
    ],
)
def test_each_obligation_has_its_column(choice, name):
    obligations = ("defense", "offense", "neutral", "nonagg", "consul")
    found = dict(zip(obligations, cells(answered("alliance_type", [choice]), *obligations), strict=True))
    assert found == {other: int(other == name) for other in obligations}


@pytest.mark.parametrize(
    ("types", "active"),
    [
        (["defense"], 1),
        (["offense", "consultation"], 1),
        (["neutrality", "nonaggression"], 0),
        (["consultation"], 0),
    ],
)
def test_an_alliance_is_active_if_somebody_has_to_fight(types, active):
    assert cells(answered("alliance_type", types), "active") == (active,)


YES_NO_COLUMNS = {
    "thirdcom": 26,
    "noothall": 27,
    "medarb": 30,
    "intcom": 33,
    "contrib": 37,
    "divgains": 40,
    "demwith": 41,
    "nomicoop": 50,
    "conmen": 54,
}


@pytest.mark.parametrize("name", YES_NO_COLUMNS)
@pytest.mark.parametrize(("value", "code"), [("yes", 1), ("no", 0)])
def test_a_yes_is_one_and_a_no_is_none(name, value, code):
    assert cells(sheet_of({YES_NO_COLUMNS[name]: {"value": value}}), name) == (code,)


@pytest.mark.parametrize(
    ("inside", "outside", "code"),
    [("yes", "no", 1), ("no", "yes", 2), ("no", "no", 0), ("yes", "yes", None), ("yes", None, None)],
)
def test_conflicts_settled_are_those_of_members_or_of_others(inside, outside, code):
    answers = {51: {"value": inside}, 52: {"value": outside} if outside else {}}
    assert cells(sheet_of(answers), "conres") == (code,)


@pytest.mark.parametrize(("number", "found"), [(2050, (2050, None)), (3633, (3633, None)), (48, (None, 48))])
def test_a_cow_number_is_of_the_version_that_counts_so(number, found):
    assert cells(answered("cow_alliance_number", number), "cowid", "cow4id") == found


@pytest.mark.parametrize("data", [{}, NOT_APPLICABLE, UNKNOWN, WORDS_ONLY])
@pytest.mark.parametrize(
    "key", ["signature_dates", "signed_during_war", "symmetric", "alliance_type", "means"]
)
def test_a_variable_without_a_value_is_an_empty_cell(key, data):
    question = FORM.by_key[key]
    row = row_of(sheet_of({question.number: data}))
    named = [column.name for column in alliance_columns(FORM) if column.question == question.number]
    variables = [name for name in named if name in NAMES]
    assert variables
    assert all(row[name] is None for name in variables)
    assert isinstance(row[f"q{question.number:02}"], Missing)


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("mem")])
def test_the_form_says_that_the_question_feeds_the_variable(name):
    column = next(column for column in atop_columns(FORM, 2) if column.name == name)
    assert column.question is not None
    assert name in FORM.question(column.question).variables


def _parts(iso):
    return tuple(int(part) if part else None for part in (*iso.split("-"), None, None)[:3])


SEAT_PASSED_ON = (2340, 3470, 3610, 3625, 3655, 3720, 4070, 4075, 4100, 4185, 4195)
"""The published alliances that are bilateral with three or four codes, since a seat passed to a successor."""


def test_every_published_alliance_has_its_dates_and_members():
    names = ("atopid", *BEGIN, *END, "ineffect", "bilat")
    for alliance in load_alliances():
        ended = {"dates": dates(alliance.ended)} if alliance.ended else {"in_effect_as_of": "2016-12-31"}
        sheet = sheet_of(
            {
                1: {"value": alliance.atop_id},
                3: {"value": dates(alliance.signed)},
                4: {"value": members(*alliance.members)},
                14: {"value": ended},
            }
        )
        end = _parts(alliance.ended) if alliance.ended else (0, 0, 0)
        bilateral = int(len(alliance.members) == 2 or alliance.atop_id in SEAT_PASSED_ON)
        expected = (alliance.atop_id, *_parts(alliance.signed), *end, int(not alliance.ended), bilateral)
        row = row_of(sheet)
        assert tuple(row[name] for name in names) == expected
        assert [row[f"mem{place}"] for place, _ in enumerate(alliance.members, 1)] == sorted(alliance.members)


# The row of alliance 5040 in the published data (ATOP 4.01, alliance level), in the columns that we have.
PUBLISHED = {
    "atopid": 5040,
    "cowid": None,
    "cow4id": None,
    "begyr": 2003,
    "begmo": 12,
    "begday": 25,
    "endyr": 0,
    "endmo": 0,
    "endday": 0,
    "ineffect": 1,
    "bilat": 1,
    "wartime": 0,
    "estmode": 1,
    "pubsecr": 0,
    "defense": 1,
    "offense": 0,
    "neutral": 0,
    "nonagg": 0,
    "consul": 0,
    "asymm": 0,
    "active": 1,
    "thirdcom": 0,
    "noothall": 0,
    "medarb": 0,
    "intcom": 0,
    "contrib": 0,
    "divgains": 0,
    "demwith": 0,
    "nomicoop": 1,
    "conmen": 0,
    "conres": 0,
    "mem1": 703,
    "mem2": 705,
}


def test_the_row_of_real_sheet_5040_equals_the_published_row(real_sheets):
    from atop_coder.reading import read_sheet

    rows = [row_of(read_sheet(path).sheet) for path in real_sheets]
    row = next(row for row in rows if row["atopid"] == 5040)
    assert {name: row[name] for name in PUBLISHED} == PUBLISHED
    assert set(PUBLISHED) == {"atopid", *NAMES}
