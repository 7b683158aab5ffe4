"""Whether every word of a file is in an answer or told: computed."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atop_coder.reading import Sureness, read_text
from atop_coder.reading.kept import with_lost_told, words_not_kept
from atop_coder.reading.report import Line
from tests.reading.several import GERMANY, POLAND, typed
from tests.reading.sheets import read_one

KEPT = [
    (3, "Dec. 3rd, 1955"),
    (4, "USSR\nPoland (290)"),
    (4, "290 Poland\n365 Russia"),
    (5, "Yes. Russia (365) – Crimean War"),
    (6, "Treaty (executive agreement)"),
    (9, "No"),
    (13, "Twice, in 1950 and 1960"),
    (14, "In effect as of May 4, 2018"),
    (16, "Defense pact and nonaggression pact"),
    (19, "No."),
    (2, "N/A."),
    (60, "5/3/18"),
    (61, "Ann Lee & Bob Day"),
]


@pytest.mark.parametrize(("number", "answer"), KEPT)
def test_all_words_of_an_answer_are_found_again(number, answer):
    assert words_not_kept(read_one(number, answer)) == ()


@pytest.mark.parametrize("answers", [POLAND, GERMANY])
def test_all_words_of_a_whole_sheet_are_found_again(answers):
    assert words_not_kept(read_text(typed(answers))) == ()


def with_line(reading, line):
    return replace(reading, report=replace(reading.report, lines=(*reading.report.lines, line)))


@given(st.from_regex(r"[b-z]{5,9}x", fullmatch=True))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20)
def test_a_word_that_is_nowhere_is_shown_with_its_line(word):
    reading = with_line(read_text(typed(POLAND)), Line(9000, f"{word} 77"))
    assert [(piece.line, piece.text) for piece in words_not_kept(reading)] == [(9000, f"{word} 77")]


def lacking(number: int, answer: str):
    """The reading, but with the description of that answer gone."""
    reading = read_one(number, answer)
    bare = reading.sheet[number].replace(details="")
    return replace(reading, sheet=reading.sheet.with_answer(number, bare))


def test_a_word_that_an_answer_lacks_is_shown():
    lost = words_not_kept(lacking(10, "Yes. It lasts forever."))
    assert [piece.text for piece in lost] == ["lasts forever"]


def test_a_word_that_an_answer_lacks_makes_it_unsure():
    reading = with_lost_told(lacking(10, "Yes. It lasts forever."))
    placed = reading.report.of(10)
    assert placed is not None
    assert placed.sureness == Sureness.UNSURE
    assert "lasts forever" in placed.why
    assert reading.report.unplaced == ()
    assert words_not_kept(reading) == ()


def test_nothing_is_lost_twice():
    reading = with_lost_told(lacking(10, "Yes. It lasts forever."))
    assert with_lost_told(reading) == reading
