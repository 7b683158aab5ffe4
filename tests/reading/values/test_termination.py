"""Question 14 in the wordings of many hands: still in effect, ended, or not to be known."""

import pytest

from atop_coder.reading import Sureness, parse_answer
from atop_coder.reading.values.date_tokens import tokens_of
from atop_coder.reading.values.dated import find_dated
from atop_coder.reading.values.termination_words import signs_of
from tests.reading.sheets import FORM


def read(text: str):
    return parse_answer(FORM.question(14), text.split("\n"))


def outcome(text: str) -> tuple[str, str]:
    """`in DATE`, `end DATE DATE` or `none`, and how sure it is."""
    got = read(text)
    value = got.answer.value
    if value is None:
        said = "none"
    elif value.in_effect_as_of:
        said = f"in {value.in_effect_as_of}"
    else:
        said = " ".join(("end", *(entry.date.iso for entry in value.dates)))
    return said, got.sureness.value


SEEN = [
    "Still in effect as of April 14, 2018",
    "STILL IN EFFECT AS OF APRIL 14, 2018",
    "still in effect as of 14.4.2018.",
    "Still in force on 2018-04-14",
    "In force as at 14 April 2018",
    "Not terminated. In effect as of April 14, 2018",
    "Not terminated as of April 14, 2018",
    "Not terminated.\nStill in effect as of April 14, 2018",
    "None. In effect as of April 14, 2018",
    "None, still in effect as of April 14, 2018",
    "None; the treaty remains in force as of April 14, 2018",
    "April 14, 2018 (still in effect)",
    "April 14, 2018: still in effect",
    "April 14, 2018 - still in force",
    "As of April 14, 2018, still in effect",
    "As of April 14, 2018, the treaty is still in effect",
    "As of April 14, 2018 the alliance had not been terminated.",
    "As of April 14, 2018, this treaty was still active",
    "Still active, April 14, 2018",
    "Active as of April 14, 2018",
    "Ongoing (April 14, 2018)",
    "Valid as of April 14, 2018",
    "• Still in effect as of April 14, 2018",
    "➢ In effect as of April 14, 2018",
    "- In force as of April 14, 2018",
    "“Still in effect as of April 14, 2018”",
    '"In effect as of April 14, 2018"',
    "[Still in effect as of April 14, 2018]",
    "The treaty is in effect as of April 14, 2018",
    "This alliance remains in force as of April 14, 2018",
    "The pact continues in force (as of April 14, 2018)",
    "Still in eﬀect as of April 14, 2018",
    "Has not been terminated (April 14, 2018)",
    "The alliance hasn't been terminated as of April 14, 2018",
    "The alliance hasn’t been denounced as of April 14, 2018",
    "Not yet terminated (as of 4/14/2018)",
    "Never terminated; in effect as of April 14, 2018",
    "No termination date; still in effect as of April 14, 2018",
    "No evidence of termination as of April 14, 2018",
    "Still in effect (checked April 14, 2018)",
    "Checked April 14, 2018: still in effect",
    "In force since 1951. Still in effect as of April 14, 2018.",
    "Still in effect as of April 14, 2018 (in force since 1951)",
    "Unless denounced, the treaty remains in force; in effect as of April 14, 2018",
    "Still in effect as of April 14, 2018. It may be terminated with one year's notice.",
    "Sigue en vigor al 14 de abril de 2018",
    "Toujours en vigueur (14 avril 2018)",
    "en vigueur au 14 avril 2018",
]


@pytest.mark.parametrize("text", SEEN)
def test_an_alliance_was_seen_in_effect(text):
    assert outcome(text) == ("in 2018-04-14", "sure")


@pytest.mark.parametrize(
    "text",
    [
        "Still in efect as of April 14, 2018",
        "Still in effect trough April 14, 2018; still activ as of April 14, 2018",
        "The alliance was in effect as of April 14, 2018",
        "Still in effect through April 14, 2018",
        "According to the list, still in effect as of April 14, 2018",
        "Effective as of April 14, 2018",
        "In force April 14, 2018",
        "N/A. Still in effect as of April 14, 2018",
        "N/A (in force as of April 14, 2018)",
        "Still in effect as of May 2017; in effect as of April 14, 2018",
        "Still in effect as of April 14, 2018. Terminated soon after.",
    ],
)
def test_what_may_mean_another_thing_is_in_effect_with_doubt(text):
    said, sureness = outcome(text)
    assert said == "in 2018-04-14"
    assert sureness != "sure"


@pytest.mark.parametrize(
    "text",
    [
        "June 2, 1861",
        "ended June 2, 1861",
        "Ended on 2 June 1861.",
        "terminated on June 2, 1861",
        "Terminated: June 2, 1861",
        "Terminated June 2, 1861 by mutual consent",
        "expired June 2, 1861",
        "The treaty lapsed on June 2, 1861",
        "Abrogated June 2, 1861",
        "June 2, 1861 (abrogated)",
        "June 2, 1861 (denounced)",
        "Dissolved 2 June 1861",
        "Denounced June 2, 1861",
        "In force until June 2, 1861",
        "was in effect until June 2, 1861",
        "The alliance was in force till June 2, 1861",
        "Effective until June 2, 1861",
        "Not renewed; expired June 2, 1861",
        "June 2, 1861. The war ended it.",
        "June 2, 1861. Langer (1972, 1064)",
    ],
)
def test_an_alliance_ended(text):
    assert outcome(text) == ("end 1861-06-02", "sure")


@pytest.mark.parametrize(
    "text",
    [
        "in effect through June 2, 1861",
        "In force since 1851; ended June 2, 1861",
        "In effect since May 1, 1851, ended June 2, 1861",
        "In effect from May 1, 1851 until June 2, 1861",
        "Was in force from 1851 to June 2, 1861",
        "Signed 1851, terminated June 2, 1861",
        "Signed May 1, 1851; renewed 1856; expired June 2, 1861",
        "No longer in effect as of June 2, 1861",
        "no longer in force since June 2, 1861",
        "As of June 2, 1861, no longer in force",
        "No loger in effect as of June 2, 1861",
        "ceased to be in effect on June 2, 1861",
        "Terminted June 2, 1861",
        "Denounced June 2, 1860, effective June 2, 1861",
        "denounced on June 2, 1860 with effect from June 2, 1861",
        "Denounced June 2, 1860 (effective June 2, 1861)",
        "Denounced June 2, 1860; took effect June 2, 1861",
        "Denunciation: June 2, 1860. Effective: June 2, 1861",
        "Germany denounced it on 2 June 1860, with effect from 2 June 1861.",
        "The alliance ended with the war, June 2, 1861",
        "Denounced by Germany on June 2, 1861",
    ],
)
def test_an_end_that_took_some_understanding_is_likely(text):
    assert outcome(text) == ("end 1861-06-02", "likely")


@pytest.mark.parametrize(
    "text",
    [
        "superseded by treaty of June 2, 1861",
        "Replaced by the new alliance on June 2, 1861",
        "Did not end until June 2, 1861",
        "Terminated? June 2, 1861",
        "probably June 2, 1861",
        "before June 2, 1861",
        "around June 2, 1861",
        "June 2, 1861 (?)",
        "June 2, 1861. The treaty remained in force until then.",
        "In force as of June 2, 1850; terminated June 2, 1861",
        "Unknown. Possibly ended June 2, 1861",
        "When the war came, June 2, 1861",
        "June 2, 1861 or 1862",
    ],
)
def test_an_end_that_may_be_another_day_is_unsure(text):
    assert outcome(text) == ("end 1861-06-02", "unsure")


@pytest.mark.parametrize(
    "text",
    [
        "Still in effect",
        "In effect",
        "In effect as of",
        "Not terminated",
        "In effect since May 1, 1851",
        "Entered into force May 1, 1851",
        "Never entered into force (1950)",
        "Remains in effect until June 2, 2030",
        "Will expire on June 2, 2030",
        "As of April 14, 2018",
        "Ended 1951-1953",
        "Ended 5/3/99",
        "see http://a.org/1951/05/04/ended",
    ],
)
def test_what_tells_no_day_of_an_end_is_kept_as_it_stands(text):
    got = read(text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)
    assert got.why


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("Not terminated. In effect as of April 14, 2018", "Not terminated."),
        ("Still in effect as of April 14, 2018 as per http://a.kz/1999", "as per http://a.kz/1999"),
        ("Terminated June 2, 1861 by consent", "Terminated\n\nby consent"),
        (
            "Denounced June 30, 1925, effective June 30, 1926",
            "Denounced June 30, 1925, effective June 30, 1926",
        ),
        ("June 2, 1861 (France); 1862 (Belgium)", ""),
        ("Iraq (withdrew): March 24, 1959", "withdrew"),
    ],
)
def test_the_words_beside_the_days_are_the_description(text, details):
    assert read(text).answer.details == details


def test_states_that_left_on_days_of_their_own_are_read():
    value = read("France: June 2, 1949; Belgium: 1950").answer.value
    assert [(entry.date.iso, entry.states) for entry in value.dates] == [
        ("1949-06-02", (220,)),
        ("1950", (211,)),
    ]


def test_a_later_paragraph_is_description():
    got = read("Still in effect as of April 14, 2018\nDenounced June 2, 1861, as some say.").answer
    assert got.value.in_effect_as_of.iso == "2018-04-14"
    assert got.details == "Denounced June 2, 1861, as some say."


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The treaty is still in effect as of May 1951", "IaD"),
        ("has not been terminated", "n"),
        ("no longer in force", "x"),
        ("unless denounced", ""),
        ("Denounced 1925, effective 1926", "ED,wD"),
        ("Langer says so.", "???."),
    ],
)
def test_a_text_becomes_signs(text, signs):
    assert signs_of(text, find_dated(text)) == signs


def test_a_date_is_made_of_tokens():
    assert "".join(token.kind for token in tokens_of("the 4th of May, 1951 at 3l")) == "oNoM,YwN"
