"""Members against the COW list of states."""

import pytest

from tests.checks.examples import in_effect, members, problems, signed


def outside(three, four, code="not-system-member"):
    """The codes that the check says were outside the system, with the date it names."""
    changes = {3: three, 4: four, 14: in_effect("2016-12-31")}
    return {problem.data["ccode"]: problem.data["on"] for problem in problems(changes, code)}


def named(ccode, name):
    return {"value": [{"ccode": ccode, "name": name}, {"ccode": 2, "name": ""}]}


def test_each_member_is_held_against_its_own_signature():
    three = signed("1945-03-22", "1946-05-01", states=((645,), (652,)))
    assert outside(three, members(645, 652)) == {}
    assert outside(signed("1945-03-22"), members(645, 652)) == {652: "1945-03-22"}


def test_a_member_without_a_date_of_its_own_goes_by_the_date_of_no_state():
    three = signed("1945-03-22", "1946-05-01", states=((645,), ()))
    assert outside(three, members(645, 652)) == {}


def test_where_all_dates_are_of_other_members_any_of_them_will_do():
    three = signed("1945-03-22", "1946-05-01", states=((645,), (651,)))
    assert outside(three, members(645, 651, 652)) == {}


def test_of_several_dates_any_will_do_and_the_first_is_named():
    assert outside(signed("1930", "1946-05-01"), members(645, 652)) == {}
    assert outside(signed("1945-05-01", "1930"), members(235, 652)) == {652: "1930"}


def test_a_month_or_year_fits_if_any_of_its_days_does():
    assert outside(signed("1946"), members(645, 652)) == {}
    assert outside(signed("1946-03"), members(645, 652)) == {652: "1946-03"}


def test_alliances_of_1815_are_held_against_the_list_as_it_begins():
    assert outside(signed("1815-01-03"), members(200, 220, 240)) == {240: "1815-01-03"}


def test_after_the_end_of_the_list_its_last_members_stay_members():
    assert outside(signed("2024-06-01"), members(365, 731)) == {}


def test_a_member_without_any_signature_date_is_not_judged():
    assert outside({"status": "unknown"}, members(275, 652)) == {}


def test_a_code_of_no_state_is_an_error_and_nothing_more():
    found = problems({4: named(999, "Atlantis")})
    assert [problem.code for problem in found] == ["unknown-ccode"]


MESSAGES = {
    "before it entered": (
        signed("1945-03-22"),
        named(652, ""),
        "entered the system on April 17, 1946, after",
    ),
    "after it left": (signed("1867-05-01"), named(275, ""), "left the system on April 17, 1867, before"),
    "in between": (signed("1942-01-01"), named(290, ""), "was out of the system from"),
}


@pytest.mark.parametrize(("three", "four", "words"), MESSAGES.values(), ids=MESSAGES)
def test_the_message_tells_how_the_state_was_outside(three, four, words):
    (problem,) = problems(
        {3: three, 4: four, 5: {"status": "blank"}, 14: in_effect("2016")}, "not-system-member"
    )
    assert words in problem.message


def test_the_message_offers_the_code_that_the_name_had_then():
    changes = {3: signed("1963-01-22"), 4: named(255, "Germany"), 14: in_effect("2016")}
    (problem,) = problems(changes, "not-system-member")
    assert "260" in problem.message


def test_an_unknown_code_with_a_known_name_gets_the_code_of_the_name():
    (problem,) = problems({4: named(999, "Spain")}, "unknown-ccode")
    assert "230" in problem.message
    assert dict(problem.data) == {"ccode": 999}


def test_an_unknown_code_without_a_name_gets_the_codes_near_it():
    (problem,) = problems({4: named(231, "")}, "unknown-ccode")
    assert "230 (Spain)" in problem.message


def test_an_unknown_code_far_from_all_gets_no_wild_guess():
    (problem,) = problems({4: named(8152, "")}, "unknown-ccode")
    assert "990" not in problem.message


def test_an_unknown_code_is_told_once_a_question():
    changes = {4: members(999, 998, 230, 2), 9: {"value": "yes", "states": [999, 999]}}
    found = [(problem.question, problem.data["ccode"]) for problem in problems(changes, "unknown-ccode")]
    assert found == [(4, 999), (4, 998), (9, 999)]


FITTING = [
    (703, "Kyrgyzstan"), (703, "Kyrgyz Republic"), (365, "USSR"), (365, "Russia"), (200, "Great Britain"),
    (200, "UK"), (325, "Sardinia"), (255, "Prussia"), (630, "Persia"), (800, "Siam"), (640, "Ottoman Empire"),
    (775, "Burma"), (490, "Zaire"), (705, "Kazahkstan"), (230, ""), (230, "see note"),
]  # fmt: skip


@pytest.mark.parametrize(("ccode", "name"), FITTING)
def test_a_name_that_the_state_had_at_any_time_fits(ccode, name):
    assert problems({4: named(ccode, name)}, "name-code-mismatch") == []


@pytest.mark.parametrize(("ccode", "name", "meant"), [(705, "Kyrgyzstan", "703"), (255, "France", "220")])
def test_a_name_of_another_state_is_told_with_its_code(ccode, name, meant):
    (problem,) = problems({4: named(ccode, name)}, "name-code-mismatch")
    assert dict(problem.data) == {"ccode": ccode, "name": name}
    assert meant in problem.message


@pytest.mark.parametrize(("times", "words"), [(2, "twice"), (3, "three times"), (5, "5 times")])
def test_a_member_that_stands_several_times_is_told_once(times, words):
    (problem,) = problems({4: members(*[230] * times, 235)}, "member-twice")
    assert words in problem.message


def test_members_without_dates_are_told_together():
    (problem,) = problems({3: signed("1925", states=((2,),)), 4: members(2, 230, 235)}, "member-without-date")
    assert "Spain (230) and Portugal (235)" in problem.message
