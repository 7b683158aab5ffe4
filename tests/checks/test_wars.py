"""Question 5 against the COW wars."""

import pytest

from tests.checks.examples import NA, UNKNOWN, in_effect, members, problems, signed, yes


def at_war(day, *codes, answer=None):
    """{war: members at war} found for an alliance of that day; `answer` is that to question 5."""
    changes = {3: signed(day), 4: members(*codes), 14: in_effect("2016-12-31"), 5: answer or {"value": "no"}}
    found = problems(changes, "member-at-war")
    assert len(found) < 2
    return {war["war"]: war["ccodes"] for problem in found for war in problem.data["wars"]}


KNOWN = {
    "France and Britain in the Crimean War": ("1854-04-10", (200, 220), {22: [200, 220]}),
    "France alone of those who sign with Austria": ("1854-12-22", (220, 300), {22: [220]}),
    "Prussia before Sadowa": ("1866-04-08", (255, 325), {}),
    "Japan against China": ("1894-08-26", (730, 740), {73: [740]}),
    "Russia against Japan": ("1905-07-24", (255, 365), {85: [365]}),
    "Germany on the second day of August 1914": ("1914-08-02", (255, 640), {106: [255]}),
    "the Entente of September 1914": ("1914-09-05", (200, 220, 365), {106: [200, 220, 365]}),
    "the day of the armistice": ("1918-11-11", (200, 255), {106: [200, 255]}),
    "the day after the armistice": ("1918-11-12", (200, 255), {}),
    "the eve of the Second World War": ("1939-08-25", (200, 290), {}),
    "the Soviet Union at Nomonhan on the day of its pact with Germany": (
        "1939-08-23",
        (255, 365),
        {136: [365]},
    ),
    "the three powers": ("1940-09-27", (255, 325, 740), {130: [740], 139: [255, 325]}),
    "Britain and the Soviet Union": ("1941-07-12", (200, 365), {139: [200, 365]}),
    "the United States in Korea": ("1951-09-01", (2, 900, 920), {151: [2, 900]}),
    "NATO": ("1949-04-04", (2, 20, 200, 220), {}),
    "Armenia and Azerbaijan": ("1993-05-19", (371, 372), {216: [371]}),
}


@pytest.mark.parametrize(("day", "codes", "wars"), KNOWN.values(), ids=KNOWN)
def test_members_at_war_are_those_of_history(day, codes, wars):
    assert at_war(day, *codes) == wars


@pytest.mark.parametrize("answer", [NA, UNKNOWN])
def test_na_and_unknown_are_no_better_than_no(answer):
    assert at_war("1941-07-12", 200, 365, answer=answer) == {139: [200, 365]}


@pytest.mark.parametrize(
    "details",
    [
        "World War II; the United Kingdom and the USSR",
        "World War II (200, 365)",
        "World War II. Both members were at war.",
        "WWII, UK and Russia",
        "Both.",
        "All signatories fought in it",
    ],
)
def test_a_description_names_members_in_many_ways(details):
    assert at_war("1941-07-12", 200, 365, answer=yes(details)) == {}


def test_members_may_be_named_by_code_alone():
    assert at_war("1941-07-12", 200, 365, answer=yes(states=[200, 365], wars=[139])) == {}


@pytest.mark.parametrize(
    "details", ["World War II", "World War II, the UK", "They all knew of it: the UK fought"]
)
def test_a_member_left_out_is_named(details):
    assert 365 in at_war("1941-07-12", 200, 365, answer=yes(details))[139]


def test_a_name_in_the_sheet_counts_even_if_no_table_has_it():
    four = {"value": [{"ccode": 200, "name": "Albion"}, {"ccode": 2, "name": "Columbia"}]}
    changes = {3: signed("1942-01-01"), 4: four, 5: yes("Albion, and Columbia"), 14: in_effect("1944")}
    assert problems(changes, "member-at-war") == []


def test_a_date_known_to_the_month_counts_if_the_member_fought_all_of_it():
    assert at_war("1942-05", 2, 200) == {139: [2, 200]}


def test_a_date_known_to_the_year_does_not_count_if_the_member_fought_a_part_of_it():
    assert at_war("1941", 2, 200) == {139: [200]}


def test_each_member_is_held_against_its_own_date():
    three = signed("1939-08-01", "1942-01-01", states=((200,), (2,)))
    changes = {3: three, 4: members(2, 200), 14: in_effect("1944")}
    assert [problem.data["wars"][0]["ccodes"] for problem in problems(changes, "member-at-war")] == [[2]]


def test_of_several_dates_for_all_the_first_counts():
    changes = {3: signed("1942-01-01", "1939-08-01"), 4: members(2, 200), 14: in_effect("1944")}
    assert problems(changes, "member-at-war") == []


def test_a_blank_answer_is_left_alone():
    changes = {3: signed("1942"), 4: members(2, 200), 5: {"status": "blank"}, 14: in_effect("1944")}
    assert problems(changes, "member-at-war") == []


def test_the_message_names_members_war_and_answer():
    changes = {3: signed("1942-01-01"), 4: members(2, 200), 14: in_effect("1944")}
    (problem,) = problems(changes, "member-at-war")
    for words in (
        "United Kingdom (200)",
        "United States of America (2)",
        "139",
        "World War II",
        "question 5",
        "No",
    ):
        assert words in problem.message


@pytest.mark.parametrize("day", ["1815-07-01", "2010-01-01"])
def test_where_the_list_of_wars_does_not_reach_a_yes_is_believed(day):
    changes = {3: signed(day), 5: yes("a war"), 14: in_effect("2016")}
    assert problems(changes, "no-war-in-cow") == []
