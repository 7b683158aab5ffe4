"""The Stata file, read back with pandas and pyreadstat."""

import io
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from atop_coder.dataset import Missing
from atop_coder.dataset.stata import to_dta
from atop_coder.dataset.stata_codes import LETTERS, is_number, labels_of, to_number, to_text
from atop_coder.dataset.table import ALLIANCES
from atop_coder.sheet import Sheet
from tests.dataset.examples import FORM, NOT_APPLICABLE, UNKNOWN, WORDS_ONLY, dates, sheet_of, tables_of
from tests.strategies import examples, sheets

REASON = "comes with the extra [stata]"
pandas = pytest.importorskip("pandas", reason=f"pandas {REASON}")
pyreadstat = pytest.importorskip("pyreadstat", reason=f"pyreadstat {REASON}")

LONG = "é word " * 500
SHEET = sheet_of(
    {
        1: {"value": 1200},
        2: NOT_APPLICABLE,
        3: {"value": dates("1815-06-08")},
        6: {"value": "executive_agreement"},
        8: {"value": "yes", "details": "=1+1"},
        9: UNKNOWN,
        10: WORDS_ONLY,
        18: {"details": LONG},
        60: {"value": "2018-05"},
    }
)


def table_of(*given_sheets):
    return tables_of(*given_sheets)[ALLIANCES]


def read(table):
    """The rows of the file, each by the names of its columns; a missing value is ".", ".a", …"""
    frame = pandas.read_stata(io.BytesIO(to_dta(table)), convert_categoricals=False, convert_missing=True)
    return [{name: plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def plain(value):
    return value.string if hasattr(value, "string") else value


def labels_of_file(table):
    """The labels of the codes in the file, by column."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.dta"
        path.write_bytes(to_dta(table))
        return pyreadstat.read_dta(path, metadataonly=True)[1].variable_value_labels


@pytest.fixture(scope="module")
def row():
    return read(table_of(SHEET, Sheet.empty()))[0]


def test_variables_of_atop_are_numbers(row):
    assert [row[name] for name in ("atopid", "begyr", "begmo", "estmode")] == [1200, 1815, 6, 0]


@pytest.mark.parametrize(("number", "missing"), [(11, ".a"), (2, ".b"), (9, ".c"), (10, ".d")])
def test_why_a_value_is_missing_is_told_by_its_letter(row, number, missing):
    assert row[f"q{number:02}"] == missing


def test_a_variable_of_atop_without_a_value_is_missing_without_a_letter(row):
    assert row["endyr"] == "."


def test_a_choice_is_the_number_of_its_label(row):
    question = FORM.question(6)
    place = 1 + list(question.labels).index("executive_agreement")
    assert row["q06"] == place
    assert labels_of_file(table_of(SHEET))["q06"][place] == question.labels["executive_agreement"]


def test_dates_keep_the_parts_that_are_known(row):
    assert row["q60"] == "2018-05"


def test_text_is_neither_shielded_nor_cut(row):
    assert row["q08_text"] == "=1+1"
    assert row["q18_text"] == LONG.strip()


def test_long_text_is_strl():
    types = pandas.io.stata.StataReader(io.BytesIO(to_dta(table_of(SHEET))))
    with types as reader:
        reader.variable_labels()
        kinds = dict(zip(table_of(SHEET).names, reader._typlist, strict=True))
    assert (kinds["q18_text"], kinds["q08_text"]) == ("Q", 4)


def test_every_column_has_its_label():
    table = table_of(SHEET)
    with pandas.read_stata(io.BytesIO(to_dta(table)), iterator=True) as reader:
        assert reader.variable_labels() == {column.name: column.label for column in table.columns}


def test_every_coded_column_has_the_labels_of_its_codes():
    table = table_of(SHEET, Sheet.empty())
    assert labels_of_file(table) == {c.name: labels_of(c) for c in table.columns if labels_of(c)}


def test_the_file_is_of_the_format_of_stata_14():
    assert to_dta(table_of(SHEET)).startswith(b"<stata_dta><header><release>118</release>")


def test_the_same_table_gives_the_same_bytes(monkeypatch):
    first = to_dta(table_of(SHEET))
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert to_dta(table_of(SHEET)) == first
    assert b"<timestamp>\x1101 Jan 2000 00:00</timestamp>" in first


@pytest.mark.parametrize("number", [0, 99, 2_147_483_648, 10**30])
def test_a_number_of_any_size_does_no_harm(number):
    table = table_of(SHEET)
    rows = [{**dict(zip(table.names, table.rows[0], strict=True)), "q01": number}]
    (row,) = read(replace(table, rows=tuple(tuple(one.values()) for one in rows)))
    assert row["q01"] == (number if number < 10**15 else ".")


def test_a_dataset_of_no_sheet_has_its_columns():
    assert read(table_of()) == []


@given(sheets())
@settings(max_examples=examples(25), deadline=None)
def test_every_sheet_is_read_back_as_it_was_written(sheet):
    table = table_of(sheet)
    (row,) = read(table)
    for column, cell in zip(table.columns, table.rows[0], strict=True):
        assert row[column.name] == (expected(column, cell) if is_number(column) else to_text(cell))


def expected(column, cell):
    if isinstance(cell, Missing):
        return f".{LETTERS[cell]}"
    number = to_number(column, cell)
    return "." if number is None else number
