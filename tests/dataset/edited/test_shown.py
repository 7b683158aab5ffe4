"""The words by which a cell is known again."""

import pytest
from hypothesis import given

from atop_coder.dataset import Missing
from atop_coder.dataset.edited.shown import (
    PRINT,
    UNSEEN,
    print_of_text,
    prints_of,
    settled,
    shown,
    split_prints,
)
from atop_coder.sheet import PartialDate
from atop_coder.sheet.text import clean_details, paragraphs
from tests.strategies import details, words


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (0, "0"),
        (5040, "5040"),
        (Missing.NOT_APPLICABLE, "N/A"),
        (PartialDate(1923, 6), "1923-06"),
        ("_x0041_", "_x0041_"),
        ("One.\n\nTwo.", "One.\nTwo."),
        (" word ", "word"),
    ],
)
def test_a_cell_is_known_by_its_words(cell, text):
    assert shown(cell) == text


@pytest.mark.parametrize("text", ["One.\r\nTwo.", "One.\rTwo.", "One. \n\n\n  Two.", "One.\u2028Two."])
def test_line_ends_and_space_around_lines_say_nothing(text):
    assert settled(text) == "One.\nTwo."


@given(words())
def test_a_text_on_one_line_is_settled_like_one_of_several(text):
    stripped = (line.strip(UNSEEN) for line in paragraphs(text))
    assert settled(text) == "\n".join(line for line in stripped if line)


@given(details())
def test_what_is_settled_stays_so(text):
    assert settled(settled(text)) == settled(text)


@given(details())
def test_a_description_keeps_its_words_through_a_cell(text):
    kept = clean_details(text)
    assert shown(kept) == settled(text)


def test_texts_that_differ_have_other_prints():
    assert print_of_text("No.") != print_of_text("Yes.")
    assert print_of_text("") != print_of_text("0")


def test_prints_stand_one_after_the_other():
    cells = (5040, "a.txt", None, Missing.BLANK)
    assert split_prints(prints_of(cells)) == tuple(print_of_text(shown(cell)) for cell in cells)


@given(words())
def test_a_print_is_four_letters_that_no_spreadsheet_takes_for_a_number(text):
    assert len(print_of_text(text)) == PRINT
    assert print_of_text(text).isascii()
