"""No word of an answer is lost: value by value, with words before, behind and around, of every kind."""

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atop_coder.form import Kind, Question
from atop_coder.reading import parse_answer
from atop_coder.reading.values import Around
from atop_coder.sheet import Answer, PartialDate
from tests.reading.messy import count_words
from tests.reading.sheets import FORM, read_one
from tests.reading.test_conservation import missing_words

# Dates are read by a grammar of their own, which has its own tests of this.
DATED = frozenset({Kind.DATES, Kind.TERMINATION, Kind.DATE})
QUESTIONS = [one for one in FORM.questions if one.kind not in DATED]

thorough = settings(
    max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)

VALUES = {
    Kind.INTEGER: ["5040", "5,040", "Two", "Zero", "ATOP 5040", "12", "Once", "5040.0", "No", "504O"],
    Kind.MEMBERS: [
        *(
            "703 Kyrgyzstan",
            "Russia (365)",
            "France",
            "220",
            "220 France; 211 Belgium",
            "2 United States, Canada",
        ),
        *(
            "France and Belgium",
            "1. 220 France\n2. 211 Belgium",
            "Korea",
            "USSR/Russia (365)",
            "France/Belgium",
        ),
    ],
    Kind.YES_NO: ["Yes", "No", "Y", "No.", "YES", "N/A", "Unknown", "Yes/No", "Yess", "None", "“Yes”"],
    Kind.CHOICE: [
        "Treaty",
        "Public",
        "Type IIa",
        "Secret",
        "Other",
        "Entente",
        "Defense pact (Type I)",
        "N/A",
    ],
    Kind.CHOICES: [
        *("Defense", "Defense, offense", "attack", "specific adversary", "No", "None", "Yes, defense"),
        *("Specific location (Europe), attack", "Defense and consultation", "1. Defense 2. Offense"),
    ],
    Kind.TEXT: ["Article 5", "None", "N/A", "Yes"],
    Kind.PEOPLE: ["Ann Lee", "A. Lee and B. Ray", "Lee, Jae-eon", "Ann Lee; Bob Ray", "Coded by: Ann Lee"],
}
WORDS = [
    *(
        "zebra",
        "Quux",
        "GNAT",
        "accession",
        "withdrew",
        "by",
        "Iraq",
        "x",
        "D",
        "sic",
        "38S",
        "not",
        "May",
        "1955",
    ),
    *(
        "yes",
        "no",
        "and",
        "or",
        "defense",
        "attack",
        "treaty",
        "http://a.kz/ukr/docs/1",
        "ann@usa.org",
        "see #18",
    ),
    *(
        "times",
        "renewed",
        "Art. 5",
        "probably",
        "etc.",
        "members",
        "365",
        "5035",
        "Norway",
        "others",
        "coder",
        "None",
    ),
]
SHAPES = [
    "{word} {value}",
    "{value} {word}",
    "{value} ({word})",
    "({word}) {value}",
    "{value} – {word}",
    "{word}: {value}",
    "{value}, {word}",
    "{value}; {word}",
    "{value}/{word}",
    "{word}/{value}",
    "{value}. {word}.",
    "{value} [{word}]",
    "{value}\n{word}",
    "{word}\n{value}",
    "{value} - {word}",
    "{value}--{word}",
    "{value}: {word}",
    "“{word}” {value}",
    "{value} = {word}",
    "{value} | {word}",
    "{value}?{word}",
    "{value} ({word}), {value}",
    "*{value}* {word}",
    "{value} <{word}>",
    "{word} ({value})",
]

texts = st.builds(
    lambda shape, first, second: (shape, first, second),
    st.sampled_from(SHAPES),
    st.sampled_from(WORDS),
    st.sampled_from(["", *WORDS]),
)


def written(question: Question, value: str, shape: str, first: str, second: str) -> str:
    return shape.format(value=value, word=f"{first} {second}".strip())


def plain(text: str) -> str:
    """The text without what stands for the value alone: a comma among its digits, ".0"."""
    return re.sub(r"(?<=\d),(?=\d{3}\b)|(?<=\d)\.0\b", "", text)


def lost(question: Question, text: str) -> Counter[str]:
    return missing(question, text, parse_answer(question, text.split("\n"), Around(PartialDate(1995))).answer)


def missing(question: Question, text: str, answer: Answer) -> Counter[str]:
    """The words that are nowhere in the answer, its number written in one way or the other."""
    found = missing_words(question, text, answer)
    return found and missing_words(question, plain(text), answer)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in DATED])
def test_every_kind_has_values(kind):
    assert kind in VALUES


@thorough
@given(st.data())
def test_each_word_round_a_value_is_kept(data):
    question = data.draw(st.sampled_from(QUESTIONS), label="question")
    value = data.draw(st.sampled_from(VALUES[question.kind]), label="value")
    text = written(question, value, *data.draw(texts))
    assert lost(question, text) == Counter(), text


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in DATED])
@pytest.mark.parametrize("word", ["zebra", "http://a.kz/ukr/docs/1", "Iraq", "38S"])
def test_every_value_in_every_shape_keeps_a_word(kind, word):
    questions = [one for one in QUESTIONS if one.kind == kind][:4]
    found = {
        (one.number, text): words
        for one in questions
        for value in VALUES[kind]
        for shape in SHAPES
        if (words := lost(one, text := written(one, value, shape, word, "")))
    }
    assert found == {}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_each_word_in_a_sheet_is_in_its_answer_or_the_report(data):
    question = data.draw(st.sampled_from(QUESTIONS), label="question")
    value = data.draw(st.sampled_from(VALUES[question.kind]), label="value")
    text = written(question, value, *data.draw(texts))
    reading = read_one(question.number, text)
    answer = reading.sheet[question.number]
    report = reading.report
    elsewhere = count_words([piece.text for piece in (*report.unplaced, *report.furniture)])
    assert missing(question, text, answer) - elsewhere == Counter(), text
