"""The Stata script beside a CSV, held against what the Stata file has."""

import re

import pytest

from atop_coder.dataset import Missing, Type
from atop_coder.dataset.stata_codes import LETTERS, is_number, labels_of, numbers_of
from atop_coder.dataset.stata_script import MARK, quoted, to_script
from atop_coder.dataset.table import ALLIANCES
from atop_coder.sheet import Sheet
from tests.dataset.examples import tables_of

TABLE = tables_of(Sheet.empty())[ALLIANCES]
SCRIPT = to_script(TABLE, "my data.csv").decode("utf-8")
LINES = [line.strip() for line in SCRIPT.splitlines()]
EACH = pytest.mark.parametrize("column", TABLE.columns, ids=lambda column: column.name)


def test_it_says_on_its_first_line_who_wrote_it():
    assert LINES[0] == MARK


def test_it_loads_the_file_by_its_name():
    assert 'import delimited using `"my data.csv"\', clear' in SCRIPT


@EACH
def test_every_column_is_labelled_once(column):
    assert LINES.count(f'label variable {column.name} `"{column.label}"\'') == 1


@EACH
def test_a_column_is_made_a_number_if_it_is_one(column):
    assert LINES.count(f"atop_number {column.name}") == is_number(column)


@EACH
def test_every_coded_column_has_the_labels_of_the_stata_file(column):
    start = f"label define {column.name} "
    found = [line.removeprefix(start) for line in LINES if line.startswith(start)]
    pairs = [re.findall('(\\S+) `"(.*?)"\'', line) for line in found]
    expected = {
        f".{code}" if code in LETTERS.values() else str(code): label
        for code, label in labels_of(column).items()
    }
    assert [dict(one) for one in pairs] == ([expected] if expected else [])
    assert LINES.count(f"label values {column.name} {column.name}") == bool(expected)


@pytest.mark.parametrize("word", Missing)
def test_every_word_for_a_missing_value_becomes_its_letter(word):
    assert f"replace `number' = .{LETTERS[word]} if `name' == \"{word}\"" in LINES


@pytest.mark.parametrize("column", [c for c in TABLE.columns if c.type == Type.CODE], ids=lambda c: c.name)
def test_codes_in_words_become_numbers_before_the_column_does(column):
    for code, number in numbers_of(column).items():
        line = f'replace {column.name} = "{number}" if {column.name} == `"{code}"\''
        assert (line in LINES) == isinstance(code, str)
        assert line not in LINES or LINES.index(line) < LINES.index(f"atop_number {column.name}")


def test_a_line_break_in_the_name_of_the_file_begins_no_command():
    lines = to_script(TABLE, "my\nshell.csv").decode("utf-8").splitlines()
    assert len(lines) == len(SCRIPT.splitlines())
    assert not any(line.startswith("shell") for line in lines)


def test_it_leaves_no_program_behind():
    assert LINES[-1] == "program drop atop_number"


def test_braces_and_quotes_are_in_pairs():
    assert SCRIPT.count("{") == SCRIPT.count("}")
    assert SCRIPT.count('`"') == SCRIPT.count("\"'")
    assert LINES.count("end") == sum(line.startswith("program define") for line in LINES)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "a"),
        ('say "a"', 'say "a"'),
        ('"a"\'s', '"a" \'s'),
        ("a\nb", "a b"),
        ("`a'", "'a'"),
        ("$a", "\\$a"),
        ("a\\b", "a/b"),
    ],
)
def test_no_macro_is_run_in_a_text(text, shown):
    assert quoted(text) == f'`"{shown}"\''
