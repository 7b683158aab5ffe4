from datetime import date

import pytest

from atop_coder.reference import load_states

STATES = load_states()


def codes(states) -> list[int]:
    return [state.ccode for state in states]


@pytest.mark.parametrize("state", tuple(STATES), ids=lambda state: state.abbreviation)
def test_a_state_s_own_name_and_code_are_found_first(state):
    assert state in STATES.search(state.name)[:2]
    assert STATES.search(str(state.ccode))[0] == state
    assert STATES.search(f"{state.ccode:03}")[0] == state


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("swit", [225]),
        ("kaz", [705]),
        ("ottom", [640]),
        ("SAINT V", [57]),
        ("cote", [437]),
        ("unit", [200, 2, 696]),
        ("kingdom", [200]),
        ("37", [370, 371, 372, 373, 375]),
    ],
)
def test_a_beginning_finds_its_states(query, first):
    found = codes(STATES.search(query))
    assert set(found[: len(first)]) == set(first)


@pytest.mark.parametrize(
    ("query", "ccode"), [("Kirgisistan", 703), ("Switserland", 225), ("Brasilia", 140), ("Argentna", 160)]
)
def test_a_misspelt_name_is_found_by_likeness(query, ccode):
    assert ccode in codes(STATES.search(query))[:3]


def test_states_in_the_system_on_the_day_come_first():
    assert codes(STATES.search("saxon", date(1970, 1, 1)))[0] == 269
    assert codes(STATES.search("german", date(1970, 1, 1)))[:2] == [265, 260]
    assert codes(STATES.search("german", date(1900, 1, 1)))[0] == 255


def test_a_search_gives_no_more_than_asked_for():
    assert len(STATES.search("a")) == 12
    assert len(STATES.search("a", limit=5)) == 5


@pytest.mark.parametrize("query", ["", "  ", "zzzzqq", "?", "99999"])
def test_a_search_for_nothing_finds_nothing(query):
    assert STATES.search(query) == ()


def test_no_state_comes_twice():
    for query in ("republic", "germany", "c", "united"):
        found = codes(STATES.search(query, limit=300))
        assert len(found) == len(set(found))
