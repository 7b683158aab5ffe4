from datetime import date, timedelta
from itertools import pairwise

import pytest

from atop_coder.reference import LIST_BEGINS, LIST_ENDS, load_states
from atop_coder.reference.states import load_state_names

STATES = load_states()
BY_CODE = {state.ccode: state for state in STATES}
GERMANY = BY_CODE[255]


def codes(states) -> list[int]:
    return [state.ccode for state in states]


def test_all_states_of_the_list_are_there():
    assert len(STATES) == 217
    assert sum(len(state.spells) for state in STATES) == 243


def test_codes_abbreviations_and_names_are_one_state_s_own():
    for field in ("ccode", "abbreviation", "name"):
        assert len({getattr(state, field) for state in STATES}) == len(STATES)


@pytest.mark.parametrize("state", tuple(STATES), ids=lambda state: state.abbreviation)
def test_spells_are_in_order_and_apart(state):
    for spell in state.spells:
        assert LIST_BEGINS <= spell.entered <= (spell.left or LIST_ENDS) <= LIST_ENDS
    for before, after in pairwise(state.spells):
        assert before.left is not None
        assert before.left < after.entered


def test_the_names_alone_are_the_same_as_those_of_the_states():
    assert load_state_names() == {state.ccode: state.name for state in STATES}


def test_a_code_gives_its_state():
    assert STATES.get(703) == BY_CODE[703]
    assert BY_CODE[703].name == "Kyrgyzstan"


def test_a_code_of_no_state_gives_nothing():
    assert STATES.get(815) is None


@pytest.mark.parametrize("state", tuple(STATES), ids=lambda state: state.abbreviation)
def test_the_first_and_the_last_day_of_a_spell_are_in_the_system(state):
    for spell in state.spells:
        assert state.in_system(spell.entered)
        assert not state.in_system(spell.entered - timedelta(days=1))
        if spell.left:
            assert state.in_system(spell.left)
            assert not state.in_system(spell.left + timedelta(days=1))


def test_members_at_the_end_of_the_list_stay_members():
    assert BY_CODE[705].in_system(date(2030, 1, 1))
    assert not BY_CODE[315].in_system(date(2030, 1, 1))


def test_a_range_of_days_counts_when_any_of_them_does():
    assert GERMANY.in_system(date(1945, 1, 1), date(1945, 12, 31))
    assert GERMANY.in_system(date(1990, 1, 1), date(1990, 12, 31))
    assert not GERMANY.in_system(date(1946, 1, 1), date(1989, 12, 31))


def test_members_on_a_day_are_those_whose_spell_it_is():
    members = codes(STATES.members(date(1942, 1, 1)))
    assert {2, 200, 365, 220} <= set(members)
    assert not {210, 211, 212, 290, 315, 345, 350, 385} & set(members)  # occupied


def test_the_list_of_members_ends_with_all_of_today():
    assert len(STATES.members(LIST_ENDS)) == sum(state.member_today for state in STATES) == 195


@pytest.mark.parametrize(
    ("ccode", "years"),
    [(255, "1816–1945, 1990–"), (511, "1963–1964"), (2, "1816–"), (40, "1902–1906, 1909–")],
)
def test_years_are_the_spells(ccode, years):
    assert BY_CODE[ccode].years() == years


def test_the_nearest_codes_begin_with_swapped_digits():
    assert codes(STATES.nearest(356)) == [365, 355, 359]


def test_the_nearest_codes_are_next_in_number():
    assert codes(STATES.nearest(815)) == [816, 817, 812]
    assert codes(STATES.nearest(9999)) == [990, 987, 986]
    assert codes(STATES.nearest(0)) == [2, 20, 31]
