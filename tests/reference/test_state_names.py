from datetime import date
from itertools import combinations

import pytest

from atop_coder.reference import State, load_states
from atop_coder.reference.names import normalise_name
from atop_coder.reference.state import Name

STATES = load_states()
EVERY_NAME = [(state, name) for state in STATES for name in state.names]
PAIRS_THAT_SHARE = {
    # the state with the code, the state whose own name it also had
    (260, 255),
    (300, 305),
    (490, 484),
    (678, 679),
    (732, 730),
    (817, 816),
}


def codes(states) -> list[int]:
    return [state.ccode for state in states]


def called(state: State, name: Name) -> str:
    return f"{state.ccode}-{name.text}"


@pytest.mark.parametrize("written", ["{}", " the {}.", "{} (see note)"])
@pytest.mark.parametrize("change", [str, str.upper, str.casefold, str.title])
def test_every_name_finds_its_state(written, change):
    names = ((state, written.format(change(name.text))) for state, name in EVERY_NAME)
    assert [(state.ccode, name) for state, name in names if state not in STATES.find(name)] == []


def test_a_dated_name_means_one_state():
    days = ((state, name.text, day) for state, name in EVERY_NAME for day in (name.first, name.last) if day)
    assert [found for found in days if STATES.find(found[1], found[2]) != (found[0],)] == []


@pytest.mark.parametrize("written", ["{}", "the {}", "{} (see note)", "formerly {}, now another"])
def test_every_name_fits_its_code(written):
    names = ((state, written.format(name.text)) for state, name in EVERY_NAME)
    assert [(state.ccode, name) for state, name in names if not STATES.name_fits(state.ccode, name)] == []


def test_every_name_fits_its_code_with_a_slip_of_a_letter():
    """Unless the slip makes another state's name of it (Iran, Iraq; Niger, Nigeria)."""
    slips = (
        (state, slip) for state, name in EVERY_NAME if len(name.text) > 6 for slip in slips_in(name.text)
    )
    wrong = [(state.ccode, slip) for state, slip in slips if not STATES.name_fits(state.ccode, slip)]
    assert wrong == []


def slips_in(name: str) -> list[str]:
    """The name with a letter left out, doubled, and swapped with the next, in its middle."""
    middle = len(name) // 2
    head, letter, after, tail = name[:middle], name[middle], name[middle + 1], name[middle + 2 :]
    return [head + after + tail, head + letter * 2 + after + tail, head + after + letter + tail]


def test_no_name_is_written_twice_or_with_what_normalising_sees_to():
    assert [name.text for _, name in EVERY_NAME if name.text.startswith(("The ", "the "))] == []


@pytest.mark.parametrize("state", tuple(STATES), ids=lambda state: state.abbreviation)
def test_the_name_of_another_state_never_fits(state):
    fitting = {other.ccode for other in STATES if STATES.name_fits(state.ccode, other.name)}
    assert fitting == {state.ccode} | {other for one, other in PAIRS_THAT_SHARE if one == state.ccode}


def test_no_name_means_two_things_on_one_day():
    by_key: dict[str, list[tuple[State, Name]]] = {}
    for state, name in EVERY_NAME:
        by_key.setdefault(normalise_name(name.text), []).append((state, name))
    clashes = [
        (called(*one), called(*other))
        for entries in by_key.values()
        for one, other in combinations(entries, 2)
        if (one[1].first or date.min) <= (other[1].last or date.max)
        and (other[1].first or date.min) <= (one[1].last or date.max)
    ]
    assert clashes == []


def test_no_name_ends_before_it_begins():
    assert [name for _, name in EVERY_NAME if name.first and name.last and name.last < name.first] == []


@pytest.mark.parametrize(
    ("name", "ccode"),
    [
        ("United States", 2),
        ("USA", 2),
        ("U.S.", 2),
        ("America", 2),
        ("UK", 200),
        ("U.K.", 200),
        ("Great Britain", 200),
        ("England", 200),
        ("Holland", 210),
        ("Sardinia", 325),
        ("Piedmont", 325),
        ("Kingdom of Sardinia", 325),
        ("Prussia", 255),
        ("Persia", 630),
        ("Siam", 800),
        ("Ottoman Empire", 640),
        ("Türkiye", 640),
        ("Burma", 775),
        ("Zaire", 490),
        ("Zaïre", 490),
        ("DRC", 490),
        ("Congo (Kinshasa)", 490),
        ("Congo-Brazzaville", 484),
        ("Ceylon", 780),
        ("Abyssinia", 530),
        ("Rhodesia", 552),
        ("Dahomey", 434),
        ("Upper Volta", 439),
        ("Eswatini", 572),
        ("FYROM", 343),
        ("North Macedonia", 343),
        ("Czechia", 316),
        ("Serbia", 345),
        ("Ivory Coast", 437),
        ("Côte d'Ivoire", 437),
        ("Cape Verde", 402),
        ("Cabo Verde", 402),
        ("Timor-Leste", 860),
        ("PRC", 710),
        ("ROC", 713),
        ("Taiwan (ROC)", 713),
        ("North Korea", 731),
        ("DPRK", 731),
        ("ROK", 732),
        ("Korea, Republic of", 732),
        ("Korea (North)", 731),
        ("West Germany", 260),
        ("FRG", 255),
        ("GDR", 265),
        ("DDR", 265),
        ("Germany (GDR)", 265),
        ("East Germany", 265),
        ("North Vietnam", 816),
        ("South Vietnam", 817),
        ("Viet Nam", 816),
        ("North Yemen", 678),
        ("South Yemen", 680),
        ("PDRY", 680),
        ("Two Sicilies", 329),
        ("Naples", 329),
        ("Württemberg", 271),
        ("Hannover", 240),
        ("Hesse-Darmstadt", 275),
        ("Hesse-Kassel", 273),
        ("Mecklenburg-Schwerin", 280),
        ("Gran Colombia", 100),
        ("Kyrgyz Republic", 703),
        ("Republic of Kazakhstan", 705),
        ("Union of Soviet Socialist Republics", 365),
        ("Soviet Union", 365),
        ("Russian Federation", 365),
        ("Papua", 910),
        ("St Vincent & the Grenadines", 57),
        ("Saint Lucia", 56),
        ("Bahamas, The", 31),
        ("Iran, Islamic Republic of", 630),
        ("Sardinia (Italy)", 325),
        ("Turkey/Ottoman Empire", 640),
        ("USSR (365)", 365),
        ("GMY", 255),
    ],
)
def test_a_name_that_people_use_means_first_of_all(name, ccode):
    assert codes(STATES.find(name))[0] == ccode


@pytest.mark.parametrize(
    ("name", "all_codes", "day", "then"),
    [
        ("Germany", [255, 260], date(1939, 9, 1), 255),
        ("Germany", [255, 260], date(1963, 1, 22), 260),
        ("Germany", [255, 260], date(1995, 1, 1), 255),
        ("Federal Republic of Germany", [255, 260], date(1970, 12, 7), 260),
        ("Korea", [732, 730], date(1904, 2, 23), 730),
        ("Korea", [732, 730], date(1953, 10, 1), 732),
        ("Yemen", [679, 678], date(1945, 3, 22), 678),
        ("Yemen", [679, 678], date(1995, 2, 26), 679),
        ("Vietnam", [816, 817], date(1950, 12, 23), 817),
        ("Vietnam", [816, 817], date(1978, 11, 3), 816),
        ("Austria", [305, 300], date(1866, 6, 12), 300),
        ("Austria", [305, 300], date(1955, 8, 1), 305),
        ("Congo", [484, 490], date(1970, 1, 1), 484),
        ("Republic of China", [713, 710], date(1937, 8, 21), 710),
        ("Republic of China", [713, 710], date(1954, 12, 2), 713),
        ("Hesse", [275, 273], date(1867, 4, 11), 275),
    ],
)
def test_a_shared_name_gives_all_states_and_on_a_day_one(name, all_codes, day, then):
    assert codes(STATES.find(name)) == all_codes
    assert codes(STATES.find(name, day)) == [then]


def test_a_name_of_another_time_is_still_found():
    assert codes(STATES.find("USSR", date(1900, 1, 1))) == [365]
    assert codes(STATES.find("Prussia", date(1930, 1, 1))) == [255]


def test_a_range_of_days_gives_every_state_that_the_name_meant_in_it():
    assert set(codes(STATES.find("Germany", date(1990, 1, 1), date(1990, 12, 31)))) == {255, 260}


@pytest.mark.parametrize("name", ["", " ", "Wakanda", "255", "see note", "Germany/Uruguay", "?"])
def test_what_is_no_state_finds_nothing(name):
    assert STATES.find(name) == ()


@pytest.mark.parametrize(
    ("ccode", "name"),
    [
        (705, "Kazahkstan"),
        (703, "Kyrgystan"),
        (411, "Equitorial Guinea"),
        (404, "Guinnea Bissau"),
        (437, "Cote d'Ivore"),
        (255, "Pruissia"),
        (255, "Prussia (German Empire)"),
        (640, "Sublime Porte (Turkey)"),
        (365, "Russia, successor of the USSR"),
        (345, "Kingdom of the Serbs, Croats, and Slovenes"),
        (850, "Republic of Indonesia (signed 1950)"),
        (365, "USSR (Russia)"),
        (273, "Hesse-Kassle"),
        (200, "U.K. (Great Britain)"),
        (2, "the U.S."),
        (325, ""),
        (325, "see note 3"),
        (703, "Kirgisistan"),
    ],
)
def test_a_name_fits_however_people_write_it(ccode, name):
    assert STATES.name_fits(ccode, name)


@pytest.mark.parametrize(
    ("ccode", "name"),
    [
        (703, "Kazakhstan"),
        (365, "Republic of Kazakhstan"),
        (438, "Guinea Bissau"),
        (910, "Guinea"),
        (436, "Nigeria"),
        (54, "Dominican Republic"),
        (42, "Dominica"),
        (645, "Iran"),
        (305, "Australia"),
        (900, "Austria"),
        (317, "Slovenia"),
        (731, "Republic of Korea"),
        (732, "DPRK"),
        (265, "Federal Republic of Germany"),
        (484, "Congo (DRC)"),
        (490, "Congo (Brazzaville)"),
        (713, "People's Republic of China"),
        (626, "Sudan"),
        (365, "Kazahkstan"),
        (815, "Vietnam"),  # no state has this code
    ],
)
def test_a_name_of_another_state_does_not_fit(ccode, name):
    assert not STATES.name_fits(ccode, name)


def test_states_named_in_a_text_come_in_its_order():
    text = "Yes. The US and Great Britain; the Soviet Union, Equatorial Guinea and again the United States."
    assert codes(STATES.named_in(text)) == [2, 200, 365, 411]


def test_small_words_in_a_text_are_no_states():
    assert STATES.named_in("Let us say that you can, and that it is no con.") == ()


def test_a_shared_name_in_a_text_gives_the_state_of_the_day():
    assert codes(STATES.named_in("against Germany", date(1939, 8, 25))) == [255]
    assert codes(STATES.named_in("against Germany", date(1960, 1, 1))) == [260]
