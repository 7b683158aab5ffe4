from datetime import date

import pytest

from atop_coder.reference import load_states, load_wars

STATES = load_states()
WARS = load_wars()
BY_NUMBER = {war.number: war for war in WARS}
EVERY_NAME = [(war, name) for war in WARS for name in (war.name, *war.aliases)]


def numbers(wars) -> list[int]:
    return [war.number for war in wars]


def fought(*args, **kwargs) -> dict[int, tuple[int, ...]]:
    return {found.war.number: found.ccodes for found in WARS.on(*args, **kwargs)}


def test_all_wars_of_the_list_are_there():
    assert len(WARS) == 95
    assert sum(len(war.participants) for war in WARS) == 356


@pytest.mark.parametrize("war", tuple(WARS), ids=lambda war: war.name)
def test_a_war_has_two_sides_of_states_that_are_known(war):
    assert {part.side for part in war.participants} == {1, 2}
    for part in war.participants:
        assert part.entered <= part.left
        assert STATES.get(part.ccode) is not None


@pytest.mark.parametrize("war", tuple(WARS), ids=lambda war: war.name)
def test_nobody_fights_twice_on_one_day_of_a_war(war):
    for part in war.participants:
        same_day = [other for other in war.parts_on(part.entered) if other.ccode == part.ccode]
        assert same_day == [part]


def test_britain_is_at_war_on_the_day_of_its_entry():
    assert fought(date(1914, 8, 5)) == {106: (200, 211, 220, 255, 300, 345, 365)}
    assert fought(date(1914, 8, 4), ccodes=[200]) == {}
    assert fought(date(1914, 8, 5), ccodes=[200, 640]) == {106: (200,)}


def test_the_day_after_pearl_harbor():
    at_war = (2, 20, 200, 255, 310, 325, 360, 365, 375, 560, 710, 740, 900, 920)
    assert fought(date(1941, 12, 8)) == {139: at_war}


def test_the_last_day_of_a_war_is_a_day_at_war():
    assert fought(date(1941, 12, 6), ccodes=[710, 740]) == {130: (710, 740)}
    assert fought(date(1918, 11, 11), ccodes=[220, 255]) == {106: (220, 255)}
    assert fought(date(1918, 11, 12)) == {}


def test_france_and_the_german_states_fight_in_1870():
    assert fought(date(1870, 8, 1)) == {58: (220, 245, 255, 267, 271)}


def test_a_day_of_peace_has_no_war():
    assert fought(date(1825, 1, 1)) == {}
    assert fought(date(2003, 12, 25)) == {}  # the day that ATOP 5040 was signed


def test_a_state_between_its_two_parts_in_a_war_is_at_peace():
    assert fought(date(1942, 6, 1), ccodes=[220]) == {}
    assert fought(date(1940, 12, 1), ccodes=[220])[139] == (220,)


def test_a_range_of_days_gives_everyone_who_fought_on_any_of_them():
    assert fought(date(1914, 8, 1), date(1914, 8, 31))[106] == (200, 211, 220, 255, 300, 345, 365, 740)
    assert set(fought(date(1900, 1, 1), date(1900, 12, 31))) == {82, 83}


def test_several_wars_on_one_day_are_all_there():
    assert fought(date(1940, 12, 10), ccodes=[220, 710]) == {130: (710,), 139: (220,), 145: (220,)}


def test_no_states_asked_for_is_not_all_states():
    assert fought(date(1914, 8, 5), ccodes=[]) == {}


def test_a_number_gives_its_war():
    assert BY_NUMBER[139] == WARS.get(139)
    assert WARS.get(140) is None


@pytest.mark.parametrize(("number", "years"), [(106, "1914–1918"), (55, "1866")])
def test_years_are_those_of_the_whole_war(number, years):
    assert BY_NUMBER[number].years() == years


@pytest.mark.parametrize(
    ("war", "name"), EVERY_NAME, ids=[f"{war.number}-{name}" for war, name in EVERY_NAME]
)
def test_every_name_finds_its_war(war, name):
    assert war in WARS.find(name)
    assert war in WARS.find(f"the {name.upper()}")
    assert WARS.find(name, war.began) == tuple(found for found in WARS.find(name) if found.at_war(war.began))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("World War II", [139]),
        ("WWII", [139]),
        ("W.W. II", [139]),
        ("Second World War", [139]),
        ("the Second World War (WWII)", [139]),
        ("World War 1", [106]),
        ("the Great War", [106]),
        ("First Balkan War", [100]),
        ("Balkan Wars", [100, 103]),
        ("Crimean War", [22]),
        ("Crimean", [22]),
        ("Seven Weeks' War", [55]),
        ("Austro–Prussian War", [55]),
        ("Franco Prussian war", [58]),
        ("Russo-Turkish War", [4, 61]),
        ("Russo-Turkish War of 1877-1878", [61]),
        ("Russo-Turkish War (1828–29)", [4]),
        ("Indo-Pakistani War of 1971", [178]),
        ("War of 1870", [58]),
        ("War of the Triple Alliance", [49]),
        ("War of the Pacific", [64, 139]),
        ("Six-Day War", [169]),
        ("Winter War", [142]),
        ("Korean War", [151]),
        ("Gulf War", [211, 199, 227]),
        ("Trojan War", []),
        ("", []),
        ("war", []),
        ("1941", []),
    ],
)
def test_a_name_that_people_use_finds(name, found):
    assert numbers(WARS.find(name))[:1] == found[:1]
    assert set(numbers(WARS.find(name))) <= set(found)


def test_a_day_chooses_among_wars_of_one_name():
    assert numbers(WARS.find("Sino-Japanese War", date(1938, 1, 1))) == [130]
    assert numbers(WARS.find("Sino-Japanese War", date(1895, 1, 1))) == [73]
    assert numbers(WARS.find("Sino-Japanese War", date(1960, 1, 1))) == [73, 121, 130]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yes, World War II; the United States and Great Britain.", [139]),
        ("Yes. The Korean War (2, 732) and, later, the Vietnam War.", [151, 163]),
        ("Signed during WWI.", [106]),
        ("The Korean peninsula, the Crimean coast, Vietnam, Bangladesh.", []),
        ("No.", []),
    ],
)
def test_wars_named_in_a_text_come_in_its_order(text, found):
    assert numbers(WARS.named_in(text)) == found
