"""The 745 published alliances, as sheets that hold what the published data say."""

from collections import Counter

import pytest

from atop_coder.checks import check
from atop_coder.reference import load_alliances
from atop_coder.sheet import Sheet, sheet_from_data
from tests.checks.examples import NA, TODAY

# ATOP gives Annam, which was in no spell of the COW list, a number of its own.
NO_STATE = {1320: 8152}


def as_sheet(alliance, five=None) -> Sheet:
    cow = alliance.cow_v4 or alliance.cow_v3
    answers = {
        "1": {"value": alliance.atop_id},
        "2": {"value": cow} if cow else NA,
        "3": {"value": [{"date": alliance.signed}]},
        "4": {"value": [{"ccode": ccode, "name": ""} for ccode in alliance.members]},
        "14": {
            "value": {"dates": [{"date": alliance.ended}]}
            if alliance.ended
            else {"in_effect_as_of": "2016-12-31"}
        },
        "16": {"value": ["defense"]},
        "17": {"value": "defense"} if cow else NA,
    }
    return sheet_from_data({"answers": answers | ({"5": five} if five else {})})


@pytest.fixture(scope="module")
def published():
    return {alliance.atop_id: as_sheet(alliance) for alliance in load_alliances()}


@pytest.fixture(scope="module")
def found(published):
    return {atop_id: check(sheet, TODAY) for atop_id, sheet in published.items()}


def test_the_only_error_is_the_one_code_that_is_no_state(found):
    errors = {
        atop_id: problem.data.get("ccode", problem.code)
        for atop_id, of_sheet in found.items()
        for problem in of_sheet
        if problem.severity == "error"
    }
    assert errors == NO_STATE


def test_the_only_warnings_are_of_members_that_were_outside_the_system(found):
    codes = Counter(
        problem.code for of_sheet in found.values() for problem in of_sheet if problem.severity == "warning"
    )
    assert set(codes) == {"not-system-member"}


def test_at_most_one_member_in_twelve_was_outside_the_system_on_the_first_signature_date(published, found):
    """Nearly all of these joined years later; the published table has one date for all members."""
    records = sum(len(sheet.members) for sheet in published.values())
    outside = sum(problem.code == "not-system-member" for of_sheet in found.values() for problem in of_sheet)
    assert outside < records / 12


def test_in_alliances_of_two_hardly_any_member_was_outside_the_system(published, found):
    pairs = [atop_id for atop_id, sheet in published.items() if len(sheet.members) == 2]
    outside = sum(problem.code == "not-system-member" for atop_id in pairs for problem in found[atop_id])
    assert outside < 2 * len(pairs) / 20


def test_a_sheet_with_seven_answers_has_no_more_than_four_notes(found):
    assert max(sum(problem.severity == "note" for problem in of_sheet) for of_sheet in found.values()) <= 4


WARTIME = (1165, 1390, 1435, 2005, 2015, 2025, 2490, 2515, 2535, 2540, 2550, 3005, 3215, 3635, 4535)
PEACETIME = (1020, 1350, 1365, 1430, 2140, 2320, 3180, 3285, 3375, 4220, 5040)


@pytest.mark.parametrize("atop_id", WARTIME)
def test_alliances_of_wartime_are_known(atop_id):
    sheet = as_sheet(load_alliances().get(atop_id), {"value": "no"})
    assert "member-at-war" in {problem.code for problem in check(sheet, TODAY)}


@pytest.mark.parametrize("atop_id", PEACETIME)
def test_alliances_of_peacetime_are_known(atop_id):
    alliance = load_alliances().get(atop_id)
    assert alliance
    assert "member-at-war" not in {
        problem.code for problem in check(as_sheet(alliance, {"value": "no"}), TODAY)
    }
