"""Coders as people write them: roles, addresses, turned names, and what is no name."""

import pytest

from atop_coder.reading import Sureness, parse_answer
from tests.reading.sheets import FORM


def read(text: str):
    return parse_answer(FORM.question(61), text.split("\n"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Coded by: Ann Lee; revised by: Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Coded by Ann Lee, checked by Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Coder 1: Ann Lee\nCoder 2: Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Coders: Ann Lee and Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Originally coded by Ann Lee. ", ("Ann Lee",)),
        ("Reviewer – Bob Ray", ("Bob Ray",)),
    ],
)
def test_what_people_did_is_no_name_and_is_kept(text, names):
    got = read(text)
    assert (got.answer.value, got.sureness) == (names, Sureness.LIKELY)
    assert got.answer.details == "\n\n".join(text.strip().split("\n"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee & Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Ann Lee&Bob Ray", ("Ann Lee", "Bob Ray")),
        ("Ann Lee -- Bob Ray", ("Ann Lee", "Bob Ray")),
        ("• Ann Lee\n• Bob Ray", ("Ann Lee", "Bob Ray")),
        ("A.L., B.R.", ("A.L.", "B.R.")),
        ("Ann Lee (reviewer)", ("Ann Lee (reviewer)",)),
        ("Ann Lee (a.lee@rice.edu), Bob Ray", ("Ann Lee (a.lee@rice.edu)", "Bob Ray")),
        ("Ludwig van Beethoven; María José", ("Ludwig van Beethoven", "María José")),
    ],
)
def test_plain_names_are_sure(text, names):
    got = read(text)
    assert (got.answer.value, got.answer.details, got.sureness) == (names, "", Sureness.SURE)


@pytest.mark.parametrize(
    "text", ["Lee, Jae-eon", "Lee, J.", "Lee, Jae-eon; Leeds, Ashley", "Lee, Ann\nRay, Bob\nDay, Cy"]
)
def test_names_that_are_turned_round_stay_whole(text):
    got = read(text)
    assert (got.answer.value, got.sureness) == (
        tuple(text.replace("\n", "; ").split("; ")),
        Sureness.LIKELY,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Lee, Ann",
        "Leeds, Brett Ashley",
        "Ann Lee, May 5, 1999",
        "Ann Lee 2018",
        "1. Ann Lee\n2. Bob Ray",
        "Rice University",
        "Ann Lee, Rice University",
        "The sheet was coded by Ann Lee in May.",
        "Ann Lee?",
        "probably Ann Lee",
        "a.lee@rice.edu",
        "http://x.org/ann/lee",
        "Ann Lee then reviewed it again",
    ],
)
def test_what_is_not_plainly_names_is_told_and_nothing_is_lost(text):
    got = read(text)
    assert got.sureness == Sureness.UNSURE
    kept = " ".join((*got.answer.value, got.answer.details))
    assert all(word.strip(",.") in kept for word in text.split())


@pytest.mark.parametrize("text", ["none", "same", "See 60", "?", "TBD", "Not known by name", "No", "ditto"])
def test_what_is_no_name_is_kept_as_it_stands(text):
    got = read(text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)
