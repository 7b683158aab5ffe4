"""Text that an Excel cell can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.reading.excel.cells import decoded
from atop_coder.writing.excel_text import (
    CUT_MARK,
    MAX_UNITS,
    allowed_text,
    cut,
    excel_text,
    is_too_long,
    parts_of,
    units,
)
from tests.strategies import words

LONG = st.builds(lambda piece, times: piece * times, st.text(min_size=1, max_size=20), st.integers(1, 9000))


@given(words())
def test_usual_text_is_shown_as_it_is(text):
    assert allowed_text(text) == "".join(
        "\ufffd" if is_forbidden(letter) else letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
    )


def is_forbidden(letter):
    return (
        (letter < " " and letter not in "\t\n\r")
        or letter in "\ufffe\uffff"
        or "\ud800" <= letter <= "\udfff"
    )


@pytest.mark.parametrize("text", ["_x0041_", "a_x000D_b", "_x005F_", "_x0041_x0042_", "__x0041__", "_x00e9_"])
def test_what_excel_would_decode_is_shielded(text):
    assert excel_text(text) != text
    assert decoded(excel_text(text)) == text
    assert allowed_text(text) == text


@pytest.mark.parametrize("text", ["_x41_", "x0041_", "_y0041_", "_", "snake_case_name"])
def test_what_only_looks_alike_is_left_alone(text):
    assert excel_text(text) == allowed_text(text) == text


@pytest.mark.parametrize("letter", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_no_workbook_can_hold_leaves_a_mark(letter):
    assert allowed_text(f"a{letter}b") == "a\ufffdb"


def test_length_is_counted_as_excel_counts():
    assert units("abc") == 3
    assert units("🙂🙂") == 4


@pytest.mark.parametrize(
    ("text", "too_long"),
    [
        ("a" * MAX_UNITS, False),
        ("a" * (MAX_UNITS + 1), True),
        ("🙂" * (MAX_UNITS // 2), False),
        ("🙂" * (MAX_UNITS // 2 + 1), True),
        ("_x0041_" * (MAX_UNITS // 13), False),
        ("_x0041_" * (MAX_UNITS // 13 + 1), True),
    ],
    ids=["full", "over", "full of pairs", "pairs over", "full of shields", "shields over"],
)
def test_the_limit_is_that_of_excel(text, too_long):
    assert is_too_long(text) == too_long


@given(LONG)
def test_the_parts_put_together_are_the_text(text):
    assert "".join(parts_of(text)) == text


@given(LONG)
def test_every_part_fits_into_a_cell(text):
    assert all(part and not is_too_long(part) for part in parts_of(text))


@given(LONG)
def test_a_cut_text_fits_into_a_cell_and_says_that_it_is_cut(text):
    shown = cut(text)
    assert not is_too_long(shown)
    assert shown.endswith(CUT_MARK)
    assert text.startswith(shown.removesuffix(CUT_MARK))
