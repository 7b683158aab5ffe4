"""Whole numbers, and counts in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.reading import Sureness, parse_answer
from tests.reading.sheets import FORM


def read(number: int, *paragraphs: str):
    return parse_answer(FORM.question(number), paragraphs)


@given(
    st.sampled_from([1, 2]),
    st.integers(0, 10**9 - 1),
    st.sampled_from(["{}", "{}.", " {} ", "#{}", "ATOP {}"]),
)
def test_a_number_is_read(question, number, shape):
    got = read(question, shape.format(number)).answer
    assert (got.value, got.details) == (number, "")


@pytest.mark.parametrize(
    ("text", "value", "details"),
    [
        ("Zero", 0, ""),
        ("zero.", 0, ""),
        ("0", 0, ""),
        ("None", 0, ""),
        ("Never.", 0, ""),
        ("Once", 1, ""),
        ("One.", 1, ""),
        ("Twice, in 1883 and 1902", 2, "in 1883 and 1902"),
        ("Two. 1883 and 1902, by protocol", 2, "1883 and 1902, by protocol"),
        ("2 (1883 and 1902)", 2, "(1883 and 1902)"),
        ("3 times", 3, ""),
        ("Five renewals", 5, ""),
        ("Renewed twice: 1883, 1902", 2, "1883, 1902"),
        ("Twenty", 20, ""),
    ],
)
def test_a_count_of_renewals_is_read(text, value, details):
    got = read(13, text).answer
    assert (got.value, got.details) == (value, details)


def test_no_as_a_count_is_zero_and_told():
    got = read(13, "No.")
    assert (got.answer.value, got.sureness) == (0, Sureness.LIKELY)


@pytest.mark.parametrize("text", ["1883 and 1902", "1883", "Oneself", "12/7/1941", "3.5", "3-4", "some"])
def test_what_is_no_count_is_kept_whole(text):
    got = read(13, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize(
    "text", ["five thousand and forty", "99999999999", "1" * 5000, "see the data", "12a"]
)
def test_what_is_no_id_is_kept_whole(text):
    got = read(1, text).answer
    assert (got.value, got.details) == (None, text)


def test_words_behind_a_number_are_its_description():
    got = read(2, "4124 in version 4.1", "Not in version 3.").answer
    assert (got.value, got.details) == (4124, "in version 4.1\n\nNot in version 3.")
