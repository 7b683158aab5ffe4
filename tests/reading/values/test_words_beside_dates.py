"""Each word of a dated answer comes back: in its dates, states and notes, or in the description."""

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from atop_coder.reading import Sureness, parse_answer
from atop_coder.reading.values import Around, Parsed
from atop_coder.reading.values.states import only_states
from atop_coder.reference import load_states
from atop_coder.sheet import PartialDate, Termination
from atop_coder.sheet.dates import MONTHS
from tests.reading.sheets import FORM

_WORD = re.compile(r"[^\W_]+")
DATES = (
    "May 4, 1951",
    "4 May 1951",
    "5/4/1951",
    "1951-05-04",
    "4.5.1951",
    "May 1951",
    "1951",
    "the 4th of May, 1951",
    "24 April/6 May 1851",
    "May 4-6, 1951",
    "May 3 and June 4, 1951",
    "4 de mayo de 1951",
    "May 3l, 1951",
    "4-V-1951",
    "5/4/51",
)
STATES = ("Iran", "Iraq", "France", "220", "FRN", "UK", "630 Iran", "Iran (630)", "France and Iraq", "US")
WORDS = (
    "x",
    "accession",
    "withdrew",
    "in Paris",
    "as told",
    "7",
    "note 4",
    "ratified",
    "in force",
    "still",
    "until",
    "denounced",
    "not",
    "per",
    "can",
    "http://a.kz/ukr/docs/1",
    "www.b.org/1999/5",
    "c@d.ru",
    "Q3",
    "May",
)
SHAPES = (
    "{date}",
    "{word} {date}",
    "{date} {word}",
    "{date} ({word})",
    "({word}) {date}",
    "{date} [{word}]",
    "{state} ({word}): {date}",
    "{date} – {state} ({word})",
    "{date} {state}, {word}",
    "{date} by {state} ({word})",
    "{word}/{state} {date}",
    "{date}: {word} - {state}",
    "{date} / {word}",
    "{word}: {date}; {state}",
    "{state}: {date}, {word}",
    "{date} ({state}) ({word})",
    "{date} ({state}, {word})",
    "{word} — {date} — {word}",
    "{date}; {word}; {date}",
    "1. {date}\n2. {date} {word}",
    "• {date} {word}\n• {date} ({state})",
    "{date} and {date} ({word})",
    "{date}\n{word}",
    "{word}\n{date}",
    "“{date}” {word}",
    "{date}, {word}, {state}",
    "({date}) {word}",
    "[{word} {date}]",
    "{state} {date} {word}; {state} ({word}) {date}",
)
# Words that join dates to states, or that say what the question asks for.
JOINING = frozenset(
    ["and", "by", "for", "on", "in", "of", "the", "st", "nd", "rd", "th", "signed", "cow", "code", "de"]
)
IN_EFFECT = frozenset(
    [
        "the",
        "this",
        "alliance",
        "treaty",
        "agreement",
        "pact",
        "is",
        "was",
        "remains",
        "remained",
        "continues",
        "still",
        "currently",
        "to",
        "be",
        "in",
        "effect",
        "force",
        "effective",
        "active",
        "ongoing",
        "as",
        "of",
        "at",
        "on",
        "by",
        "since",
    ]
)


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def date_words(date: PartialDate) -> set[str]:
    month = MONTHS[date.month].casefold()
    numbers = {str(date.year), str(date.month), str(date.day), f"{date.month:02}", f"{date.day:02}"}
    return {*numbers, month, month[:3], f"{date.day}th", f"{date.year % 100:02}", "mayo", "v"}


def state_words(ccode: int) -> set[str]:
    state = load_states().get(ccode)
    assert state is not None
    return {str(ccode), *(word for name in state.names for word in words(name.text))}


def carriers(answer) -> set[str]:
    value = answer.value
    if value is None:
        return set()
    if isinstance(value, PartialDate):
        return date_words(value)
    entries = value.dates if isinstance(value, Termination) else value
    if isinstance(value, Termination) and value.in_effect_as_of:
        return date_words(value.in_effect_as_of) | IN_EFFECT
    found: set[str] = set()
    for entry in entries:
        found |= date_words(entry.date)
        for ccode in entry.states:
            found |= state_words(ccode)
    return found


def notes(answer) -> str:
    value = answer.value
    entries = value.dates if isinstance(value, Termination) else value if isinstance(value, tuple) else ()
    return " ".join(entry.note for entry in entries)


def lost(text: str, parsed: Parsed) -> list[str]:
    """The words of a text that its answer does not have; the numbers that count a list do not matter."""
    text = re.sub(r"(?m)^\s*[12]\.\s", "", text)
    kept = words(f"{parsed.answer.details} {notes(parsed.answer)}")
    carried = carriers(parsed.answer) | JOINING
    return [word for word in words(text) - kept if word not in carried]


@st.composite
def dated_answers(draw: st.DrawFn) -> str:
    shape = draw(st.sampled_from(SHAPES))
    fill = {"date": DATES, "state": STATES, "word": WORDS}
    return re.sub(r"\{(\w+)\}", lambda match: draw(st.sampled_from(fill[match[1]])), shape)


@pytest.mark.parametrize("number", [3, 14, 60])
@settings(max_examples=300)
@given(text=dated_answers())
@example(text="November 3, 1955 – Iran (accession)")
@example(text="July 7, 2020 as per the legislature: http://law.example.kz/rus/docs/Z1")
def test_each_word_beside_a_date_comes_back(number, text):
    parsed = parse_answer(FORM.question(number), text.split("\n"), Around(PartialDate(1951, 5, 4)))
    assert lost(text, parsed) == [], parsed


@settings(max_examples=300)
@given(text=dated_answers())
def test_what_is_not_read_is_kept_as_it_stands(text):
    for number in (3, 14, 60):
        parsed = parse_answer(FORM.question(number), text.split("\n"))
        if parsed.answer.value is None:
            assert parsed.sureness == Sureness.UNSURE
            assert words(parsed.answer.details) == words(text)


@pytest.mark.parametrize(
    ("text", "ccodes"),
    [
        ("Iran", (630,)),
        ("France, United Kingdom", (220, 200)),
        ("France (220) and UK (200)", (220, 200)),
        ("Trinidad and Tobago", (52,)),
        ("Sardinia (Italy)", (325,)),
        ("Korea, Republic of", (732,)),
        ("COW code 220", ()),
        ("PER", (135,)),
        ("U.S.", (2,)),
        ("Iran (accession)", ()),
        ("Iraq, x", ()),
        ("x/Iraq", ()),
        ("1. France", ()),
        ("per", ()),
        ("us", ()),
        ("http://a.kz/ukr/docs/1", ()),
        ("www.iran.ir", ()),
        ("iran@gov.ir", ()),
        ("", ()),
    ],
)
def test_a_text_is_states_only_where_nothing_else_is_in_it(text, ccodes):
    assert only_states(text, Around(PartialDate(1950))) == ccodes
