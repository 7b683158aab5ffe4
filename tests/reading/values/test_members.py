"""Members in doubt: names of several states, words beside codes, addresses, slips."""

import pytest

from atop_coder.reading import Sureness, parse_answer
from atop_coder.reading.values import Around
from atop_coder.reference import load_states
from atop_coder.sheet import PartialDate
from tests.reading.sheets import FORM


def read(text: str, year: int = 1995):
    return parse_answer(FORM.question(4), text.split("\n"), Around(PartialDate(year)))


def members(text: str, year: int = 1995):
    value = read(text, year).answer.value or ()
    return [(member.ccode, member.name, member.note) for member in value]


@pytest.mark.parametrize(
    ("name", "year", "codes"),
    [
        ("Korea", 1955, (731, 732)),
        ("Korea", 1949, (731, 732)),
        ("Germany", 1960, (260, 265)),
        ("Germany", 1949, (255, 260)),
        ("Hesse", 1850, (273, 275)),
        ("Hesse", 1949, (273, 275)),
        ("Vietnam", 1960, (816, 817)),
        ("Vietnam", 1949, (816, 817)),
        ("Yemen", 1970, (678, 680)),
        ("Congo", 1961, (484, 490)),
        ("Austria", 1949, (300, 305)),
    ],
)
def test_a_name_of_several_states_is_none_and_the_states_are_told(name, year, codes):
    got = read(name, year)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, name, Sureness.UNSURE)
    assert all(f"{code} {load_states().get(code).name}" in got.why for code in codes)


@pytest.mark.parametrize(
    "text", ["220 France\nKorea", "220 France; Korea", "France, Korea", "France and Korea"]
)
def test_such_a_name_among_others_is_left_and_told(text):
    got = read(text, 1955)
    assert [member.ccode for member in got.answer.value or ()] in ([220], [])
    assert "Korea" in got.answer.details
    assert got.sureness == Sureness.UNSURE


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("Korea", 1900, 730),
        ("Germany", 1900, 255),
        ("Germany", 1995, 255),
        ("Yemen", 1995, 679),
        ("Vietnam", 1995, 816),
        ("Austria", 1850, 300),
        ("Austria", 1995, 305),
        ("China", 1960, 710),
        ("Sudan", 2014, 625),
        ("East Germany", 1960, 265),
        ("South Korea", 1955, 732),
        ("Korea, Republic of", 1955, 732),
        ("Germany (East)", 1960, 265),
    ],
)
def test_a_name_that_means_one_state_on_the_date_is_likely(name, year, code):
    got = read(name, year)
    assert [member.ccode for member in got.answer.value] == [code]
    assert got.sureness == Sureness.LIKELY


@pytest.mark.parametrize(
    "address",
    [
        "http://a.kz/ukr/docs/1",
        "https://law.example.kz/rus/docs/Z1",
        "www.france.fr/usa",
        "docs.un.org/fra/220",
        "ann.lee@france.fr",
        "ftp://usa/220/fra",
    ],
)
@pytest.mark.parametrize("shape", ["Source: {}", "{}", "({})", "see {}", "[1] {}"])
def test_words_of_an_address_are_no_states(address, shape):
    got = read(f"220 France\n{shape.format(address)}")
    assert [member.ccode for member in got.answer.value] == [220]
    assert address in got.answer.details


@pytest.mark.parametrize("shape", ["220 France ({})", "220 France {}", "France (220) ({})", "220 France, {}"])
def test_an_address_beside_a_member_is_its_note_or_left(shape):
    address = "http://a.kz/ukr/docs/1"
    got = read(shape.format(address))
    assert [(member.ccode, member.name) for member in got.answer.value] == [(220, "France")]
    assert address in f"{got.answer.value[0].note} {got.answer.details}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia since 1990 (365)", (365, "Russia since 1990", "")),
        ("Russia 2000 (0365)", (365, "Russia 2000", "")),
        ("Russia, from 1900, 365", (365, "Russia, from 1900", "")),
        ("220 France (38S)", (220, "France", "38S")),
        ("France (220) (sic)", (220, "France", "sic")),
        ("France (sic) (220)", (220, "France", "sic")),
        ("220 France (sic)", (220, "France", "sic")),
        ("220 France¹", (220, "France", "¹")),
        ("France* (220)", (220, "France", "*")),
        ("220/France", (220, "France", "")),
        ("France-220", (220, "France", "")),
        ("220 | France", (220, "France", "")),
        ("COW 220", (220, "", "")),
        ("ccode 220", (220, "", "")),
    ],
)
def test_a_code_and_its_name_are_sure_whatever_stands_round_them(text, expected):
    got = read(text)
    assert (members(text), got.sureness) == ([expected], Sureness.SURE)


@pytest.mark.parametrize("text", ["(sic)", "(x)", "D", "rus", "usa/ukr", "38S", "38o", "No", "us"])
def test_short_words_in_small_letters_are_no_states(text):
    assert read(text).answer.value is None


@pytest.mark.parametrize(
    "text",
    [
        "Poland (290) did not sign",
        "290 Poland did not sign",
        "Poland never joined",
        "290 Poland (not a member)",
        "Poland, which didn’t sign",
        "All but not 290 Poland",
    ],
)
def test_a_state_that_is_denied_is_no_member(text):
    got = read(f"220 France\n{text}")
    assert [member.ccode for member in got.answer.value] == [220]
    assert (got.answer.details, got.sureness) == (text, Sureness.UNSURE)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("220 France?", 220),
        ("220 France (?)", 220),
        ("220 France, probably", 220),
        ("220 France and others", 220),
        ("220 France, et al.", 220),
        ("255 France", 255),
        ("12 France", 12),
        ("999 Atlantis", 999),
        ("220 France1", 220),
        ("365 Russia 38o", 365),
        ("20 Elsewhere", 20),
    ],
)
def test_a_code_with_doubtful_words_stays_as_typed_and_is_told(text, code):
    got = read(text)
    assert ([member.ccode for member in got.answer.value], got.sureness) == ([code], Sureness.UNSURE)


@pytest.mark.parametrize(
    ("name", "code"), [("Untied States", 2), ("Frnace", 220), ("Belguim", 211), ("France1", 220)]
)
def test_a_name_with_a_slip_is_read_with_doubt(name, code):
    got = read(name)
    assert [(member.ccode, member.name) for member in got.answer.value] == [(code, name)]
    assert got.sureness == Sureness.UNSURE


@pytest.mark.parametrize("name", ["Kazakstan", "Kyrgystan", "Luxemburg"])
def test_a_usual_misspelling_is_likely(name):
    assert read(name).sureness == Sureness.LIKELY


@pytest.mark.parametrize(
    "text", ["France/Belgium", "France / Belgium", "France & Belgium", "France | Belgium"]
)
def test_names_are_parted_by_any_mark(text):
    assert [code for code, *_ in members(text)] == [220, 211]


@pytest.mark.parametrize(
    "label", ["Members:", "States:", "Signatories –", "Original members:", "COW codes:", "The parties are:"]
)
def test_what_a_list_is_called_is_kept_and_no_state(label):
    got = read(f"{label} 220 France; 211 Belgium")
    assert [member.ccode for member in got.answer.value] == [220, 211]
    assert (got.answer.details, got.sureness) == (label, Sureness.SURE)


@pytest.mark.parametrize("state", tuple(load_states()), ids=lambda state: state.ccode)
def test_every_state_is_sure_by_its_code_and_name(state):
    for text in (f"{state.ccode} {state.name}", f"{state.name} ({state.ccode})"):
        got = read(text)
        assert (members(text), got.sureness) == ([(state.ccode, state.name, "")], Sureness.SURE)
