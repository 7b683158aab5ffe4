"""What stands in Stata for the cells of the dataset."""

from dataclasses import replace

import pytest

from atop_coder.dataset import Column, Missing, Type, alliance_columns
from atop_coder.dataset.column import MAX_LABEL, MAX_NAME
from atop_coder.dataset.stata_codes import (
    LETTERS,
    MOST_EXACT,
    check_columns,
    is_number,
    labels_of,
    numbers_of,
    to_number,
    to_text,
)
from atop_coder.dataset.table import ALLIANCES
from atop_coder.sheet import PartialDate, Sheet
from tests.dataset.examples import FORM, tables_of

COLUMNS = {column.name: column for column in alliance_columns(FORM, 3)}
TABLE = tables_of(Sheet.empty())[ALLIANCES]


def test_every_reason_for_a_missing_value_has_a_letter_of_its_own():
    assert LETTERS == {
        Missing.BLANK: "a",
        Missing.NOT_APPLICABLE: "b",
        Missing.UNKNOWN: "c",
        Missing.WORDS_ONLY: "d",
    }


@pytest.mark.parametrize("word", Missing)
def test_a_missing_value_is_its_letter(word):
    assert to_number(COLUMNS["q08"], word) == LETTERS[word]


@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_codes_stay_apart_as_numbers_and_keep_their_labels(column):
    numbers = numbers_of(column)
    assert len(set(numbers.values())) == len(column.values)
    for code, label in column.values.items():
        number = to_number(column, code)
        assert number == numbers[code]
        assert labels_of(column)[numbers[code]] == label


@pytest.mark.parametrize("name", ["bilat", "defense", "asymm", "q08", "q19_attack"])
def test_ones_and_zeros_stay_ones_and_zeros(name):
    assert [to_number(COLUMNS[name], cell) for cell in (1, 0, None)] == [1.0, 0.0, None]


@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_the_letters_are_labelled_in_every_numeric_column_of_a_question(column):
    expected = set(LETTERS.values()) if column.missing and is_number(column) else set()
    assert {code for code in labels_of(column) if isinstance(code, str)} == expected


@pytest.mark.parametrize("number", [MOST_EXACT, -MOST_EXACT])
def test_a_number_is_kept_while_stata_holds_it_exactly(number):
    assert to_number(COLUMNS["q01"], number) == number
    assert to_number(COLUMNS["q01"], number * 2) is None


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (PartialDate(2018, 5), "2018-05"),
        (Missing.UNKNOWN, "Unknown"),
        ("a\0b", "a\ufffdb"),
        ("a\udcff", "a?"),
        ("=1+1", "=1+1"),
    ],
)
def test_text_is_what_stata_can_hold(cell, text):
    assert to_text(cell) == text


def test_all_columns_of_the_dataset_are_taken():
    check_columns(TABLE)


@pytest.mark.parametrize(
    "columns",
    [
        [{"name": "x" * (MAX_NAME + 1)}],
        [{"name": "x" * MAX_NAME, "type": Type.CODE, "values": {1: "Yes"}}],
        [{"name": "two words"}],
        [{"label": "x" * (MAX_LABEL + 1)}],
        [{"name": "defense"}, {"name": "Defense"}],
    ],
)
def test_a_name_or_label_that_stata_does_not_take_is_refused(columns):
    plain: Column[None] = Column("name", "Label", Type.TEXT, lambda row: None)
    table = replace(TABLE, columns=tuple(replace(plain, **column) for column in columns))
    with pytest.raises(ValueError, match="Alliances"):
        check_columns(table)
