"""Members in every way that sheets write them; states, wars and alliances that descriptions name; coders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.reading import Sureness, parse_answer
from atop_coder.reading.values import Around
from atop_coder.reference import load_states
from atop_coder.sheet import PartialDate
from tests.reading.sheets import FORM, read_one


def members(text: str, year: int = 1950):
    around = Around(PartialDate(year))
    got = parse_answer(FORM.question(4), text.split("\n"), around).answer
    return [(member.ccode, member.name) for member in got.value or ()], got.details


@pytest.mark.parametrize(
    "text",
    [
        "703 Kyrgyzstan\n705 Kazakhstan",
        "703 Kyrgyzstan; 705 Kazakhstan",
        "703 Kyrgyzstan, 705 Kazakhstan",
        "703 Kyrgyzstan and 705 Kazakhstan",
        "703 Kyrgyzstan 705 Kazakhstan",
        "Kyrgyzstan (703)\nKazakhstan (705)",
        "Kyrgyzstan (703), Kazakhstan (705)",
        "Kyrgyzstan (703) and Kazakhstan (705)",
        "703 - Kyrgyzstan\n705 - Kazakhstan",
        "703: Kyrgyzstan\n705: Kazakhstan",
        "0703 Kyrgyzstan\n00705 Kazakhstan",
        "• 703 Kyrgyzstan\n• 705 Kazakhstan",
        "- 703 Kyrgyzstan\n- 705 Kazakhstan",
        "1. 703 Kyrgyzstan\n2. 705 Kazakhstan",
        "(a) 703 Kyrgyzstan\n(b) 705 Kazakhstan",
        "Kyrgyzstan, 703\nKazakhstan, 705",
        "Kyrgyzstan [703]; Kazakhstan [705]",
        "Kyrgyzstan (COW 703); Kazakhstan (COW 705)",
        "703 Kyrgyzstan.\n705 Kazakhstan.",
        "Kyrgyzstan\nKazakhstan",
        "Kyrgyzstan and Kazakhstan",
        "Kyrgyzstan, Kazakhstan",
        "#703 Kyrgyzstan, #705 Kazakhstan",
    ],
)
def test_two_members_are_read(text):
    assert members(text, 2003) == ([(703, "Kyrgyzstan"), (705, "Kazakhstan")], "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("002 United States", [(2, "United States")]),
        ("USSR (365)", [(365, "USSR")]),
        ("UK", [(200, "UK")]),
        ("255", [(255, "")]),
        ("703, 705", [(703, ""), (705, "")]),
        ("2 United States\n20 Canada", [(2, "United States"), (20, "Canada")]),
        ("52 Trinidad and Tobago", [(52, "Trinidad and Tobago")]),
        ("Trinidad and Tobago (52) and Jamaica (51)", [(52, "Trinidad and Tobago"), (51, "Jamaica")]),
    ],
)
def test_members_keep_the_name_that_the_sheet_has(text, expected):
    assert members(text) == (expected, "")


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("Prussia", 1850, 255),
        ("Sardinia", 1850, 325),
        ("Persia", 1900, 630),
        ("Siam", 1900, 800),
        ("Ottoman Empire", 1850, 640),
        ("Burma", 1960, 775),
        ("Zaire", 1980, 490),
        ("Great Britain", 1900, 200),
        ("Germany", 1940, 255),
        ("Austria-Hungary", 1900, 300),
        ("Austria", 1960, 305),
    ],
)
def test_a_name_is_understood_by_the_year_of_the_signature(text, year, code):
    assert members(text, year)[0] == [(code, text)]


@given(st.lists(st.sampled_from(tuple(load_states())), min_size=1, max_size=6, unique=True), st.booleans())
def test_any_states_are_read_with_their_codes(states, first):
    shape = "{0.ccode} {0.name}" if first else "{0.name} ({0.ccode})"
    expected = [(state.ccode, state.name) for state in states]
    assert members("\n".join(shape.format(state) for state in states)) == (expected, "")


@pytest.mark.parametrize(
    "text",
    [
        "(2) United States, (41) Haiti,\n(70) Mexico, (90) Guatemala",
        "(2) United States\n(41) Haiti\n(70) Mexico\n(90) Guatemala",
        "2) United States, 41) Haiti, 70) Mexico, 90) Guatemala",
        "1) United States (2)\n2) Haiti (41)\n3) Mexico (70)\n4) Guatemala (90)",
        "(1) 2 United States\n(2) 41 Haiti\n(3) 70 Mexico\n(4) 90 Guatemala",
        "1. United States\n2. Haiti\n3. Mexico\n4. Guatemala",
        "United States (2), Haiti (41)\nMexico (70), Guatemala (90)",
    ],
)
def test_a_code_goes_with_its_own_name_however_the_list_is_numbered(text):
    expected = [(2, "United States"), (41, "Haiti"), (70, "Mexico"), (90, "Guatemala")]
    assert members(text) == (expected, "")


@given(
    st.lists(st.sampled_from(tuple(load_states())), min_size=1, max_size=9, unique=True),
    st.sampled_from(
        ["({0.ccode}) {0.name}", "{0.ccode}. {0.name}", "{0.name} ({0.ccode})", "{0.name}, {0.ccode}"]
    ),
    st.sampled_from([", ", " and ", "; ", " "]),
    st.integers(1, 4),
)
def test_no_member_gets_the_code_of_another(states, shape, between, in_a_line):
    written = [shape.format(state) for state in states]
    lines = [between.join(written[at : at + in_a_line]) for at in range(0, len(written), in_a_line)]
    assert members("\n".join(lines)) == ([(state.ccode, state.name) for state in states], "")


@pytest.mark.parametrize("text", ["2. 41\n42", "(2), (41), (42)", "2 41 42"])
def test_codes_alone_are_all_kept(text):
    assert members(text) == ([(2, ""), (41, ""), (42, "")], "")


@pytest.mark.parametrize("text", ["Annam (8152)\nFrance (220)", "8152 Annam; 220 France"])
def test_a_code_of_atops_own_is_kept_with_its_name(text):
    assert set(members(text, 1874)[0]) == {(8152, "Annam"), (220, "France")}


def test_a_year_is_no_code():
    assert members("220 France (1954)\n260 Germany 1955")[0][0] == (220, "France")
    assert [code for code, _ in members("220 France (1954)\n260 Germany 1955")[0]] == [220, 260]


def test_a_note_in_brackets_stays_with_its_member():
    got = parse_answer(FORM.question(4), ["220 France (until 1966)"]).answer
    assert [(member.ccode, member.name, member.note) for member in got.value] == [
        (220, "France", "until 1966")
    ]


def test_codes_found_by_name_are_told():
    assert parse_answer(FORM.question(4), ["France", "Belgium"]).sureness == Sureness.LIKELY


def test_a_name_of_no_state_is_kept_and_told():
    got = parse_answer(FORM.question(4), ["220 France; Ruritania"])
    assert [member.ccode for member in got.answer.value] == [220]
    assert (got.answer.details, got.sureness) == ("Ruritania", Sureness.UNSURE)


def test_an_answer_without_any_state_is_kept_whole():
    got = parse_answer(FORM.question(4), ["All members of the League"])
    assert (got.answer.value, got.answer.details) == (None, "All members of the League")


@pytest.mark.parametrize(
    ("number", "text", "part", "codes"),
    [
        (9, "Yes. 200 United Kingdom and 365 Russia may join.", "states", (200, 365)),
        (9, "Yes. France; Belgium", "states", (220, 211)),
        (23, "Yes. Against Turkey (640).", "states", (640,)),
        (5, "Yes. World War II: 200 United Kingdom, 365 USSR", "wars", (139,)),
        (5, "Yes. War 139", "wars", (139,)),
        (48, "Yes. ATOP # 3740 and the pact of 1936", "alliances", (3740,)),
        (48, "Yes. ATOP 3740, 2380 and 1000", "alliances", (3740, 2380, 1000)),
        (8, "Yes. 200 United Kingdom", "states", ()),
        (9, "Yes. In Article 200 the Parties say so.", "states", ()),
        (9, "Yes. “The United Kingdom (200) may join.”", "states", ()),
        (48, "Yes. The pact of 1936", "alliances", ()),
    ],
)
def test_what_a_description_names_is_kept_beside_it(number, text, part, codes):
    assert getattr(read_one(number, text).sheet[number], part) == codes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A. Lee and B. Ray", ["A. Lee", "B. Ray"]),
        ("Ann Lee; Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee, Bob Ray, Cy Day", ["Ann Lee", "Bob Ray", "Cy Day"]),
        ("Ann Lee, Bob Ray, and Cy Day.", ["Ann Lee", "Bob Ray", "Cy Day"]),
        ("Ann Lee & Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee\nBob Ray", ["Ann Lee", "Bob Ray"]),
        ("Ann Lee/Bob Ray", ["Ann Lee", "Bob Ray"]),
        ("Bob Ray, Jr.; Ann Lee", ["Bob Ray, Jr.", "Ann Lee"]),
        ("Jae-eon Lee", ["Jae-eon Lee"]),
        ("Amanda Anders", ["Amanda Anders"]),
        ("Ann Lee.", ["Ann Lee"]),
        ("A.L.", ["A.L."]),
    ],
)
def test_coders_are_read(text, names):
    got = parse_answer(FORM.question(61), text.split("\n")).answer
    assert (got.value, got.details) == (tuple(names), "")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Yes. Against Turkey (365).", ()),
        ("Yes. South Sudan (626) and Guinea-Bissau (404)", (626, 404)),
        ("Yes. See http://a.kz/ukr/docs/1", ()),
        ("Yes. See www.x.fr/France(220)", ()),
        ("Yes. The Dominican Republic (42)", (42,)),
    ],
)
def test_a_description_names_no_state_by_an_address_or_by_anothers_code(text, codes):
    assert parse_answer(FORM.question(23), [text]).answer.states == codes
