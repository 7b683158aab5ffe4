"""What the cells of a workbook say: days, months and years as they are shown, errors, formulas, shares."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from atop_coder.reading import Reading, Sureness, read_sheet
from atop_coder.reading.excel.cells import column_of, letters_of
from atop_coder.reading.excel.formats import BUILT_IN, day_of, number_shown
from atop_coder.sheet import PartialDate
from tests.reading.sheets import FORM

COMMON = {6: "Treaty", 7: "Public", 10: "No", 11: "No"}


def read(
    folder: Path, number: int, value: object, number_format: str = "", kind: str = "", **book
) -> Reading:
    """The reading of a workbook in which prompts stand left and answers right, one of them as told."""
    workbook = Workbook()
    if book.get("macintosh"):
        workbook.epoch = CALENDAR_MAC_1904
    workbook.iso_dates = bool(book.get("in_words"))
    tab = workbook.active
    for row, (one, text) in enumerate(sorted({**COMMON, number: value}.items()), start=1):
        tab.cell(row, 1).value = f"{one}. {FORM.question(one).prompt}"
        cell = tab.cell(row, 2)
        cell.value = text
        if one == number and number_format:
            cell.number_format = number_format
        if one == number and kind:
            cell.data_type = kind
    path = folder / "typed.xlsx"
    workbook.save(path)
    return read_sheet(path)


@pytest.mark.parametrize(
    ("value", "number_format", "iso"),
    [
        (date(1951, 5, 1), "mmm-yy", "1951-05"),
        (date(1951, 5, 1), "[$-409]mmm\\-yy;@", "1951-05"),
        (date(1951, 5, 1), "mmmm yyyy", "1951-05"),
        (date(1951, 1, 1), "yyyy", "1951"),
        (date(1951, 5, 4), "m/d/yyyy", "1951-05-04"),
        (date(1951, 5, 4), "[$-409]mmmm\\ d\\,\\ yyyy;@", "1951-05-04"),
        (date(1951, 5, 4), "d-mmm-yy", "1951-05-04"),
        (1951, "General", "1951"),
        (1951, "0", "1951"),
        (-17899, "yyyy-mm-dd", "1850-12-28"),
        ("May 1951", "@", "1951-05"),
    ],
)
def test_a_day_is_read_as_far_as_its_cell_shows_it(tmp_path, value, number_format, iso):
    got = read(tmp_path, 3, value, number_format).sheet.signature_dates
    assert [entry.date for entry in got] == [PartialDate.from_iso(iso)]


@pytest.mark.parametrize("value", [date(1951, 5, 4), date(2003, 12, 25)])
def test_a_workbook_that_began_on_a_macintosh_counts_from_1904(tmp_path, value):
    got = read(tmp_path, 3, value, "m/d/yyyy", macintosh=True).sheet.signature_dates
    assert [entry.date.iso for entry in got] == [value.isoformat()]


def test_a_day_that_is_shown_without_its_year_has_none(tmp_path):
    got = read(tmp_path, 60, date(2026, 5, 20), "d-mmm")
    assert got.sheet[60].value is None
    assert got.report.of(60).sureness == Sureness.UNSURE
    assert "20 May" in got.sheet[60].details


def test_a_year_in_a_cell_for_days_is_told(tmp_path):
    got = read(tmp_path, 3, 1951, "m/d/yyyy")
    assert [note for note in got.report.notes if "1951" in note and "B1" in note]


def test_a_day_in_its_own_words_is_read(tmp_path):
    """A cell of the type `d`, which other programs write."""
    got = read(tmp_path, 3, date(1951, 5, 1), "mmm-yy", in_words=True).sheet.signature_dates
    assert [entry.date.iso for entry in got] == ["1951-05"]


def test_a_formula_without_its_result_is_told(tmp_path):
    got = read(tmp_path, 10, "=A1&B2")
    assert [note for note in got.report.notes if "formula" in note and "=A1&B2" in note]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!"])
def test_an_error_is_no_answer_and_is_told(tmp_path, error):
    got = read(tmp_path, 10, error, kind="e")
    assert got.report.of(10).sureness == Sureness.UNSURE
    assert got.sheet[10].value is None
    assert [note for note in got.report.notes if error in note]


@pytest.mark.parametrize(("value", "answer"), [(True, "yes"), (False, "no")])
def test_a_logical_value_is_likely(tmp_path, value, answer):
    got = read(tmp_path, 10, value)
    assert (got.sheet[10].value, got.report.of(10).sureness) == (answer, Sureness.LIKELY)


@pytest.mark.parametrize("value", [0, 1])
def test_a_number_is_no_yes_or_no(tmp_path, value):
    got = read(tmp_path, 10, value)
    assert (got.sheet[10].value, got.report.of(10).sureness) == (None, Sureness.UNSURE)


def test_an_id_is_read_whatever_its_format(tmp_path):
    for number_format in ("General", "0", "#,##0", "0.0", "@"):
        assert read(tmp_path, 1, 5040, number_format).sheet[1].value == 5040


@pytest.mark.parametrize(
    ("text", "number_format", "shown"),
    [
        ("0.5", "0%", "50%"),
        ("0.125", "0.00%", "12.5%"),
        ("0.5", "General", "0.5"),
        ("5040.0", "", "5040"),
        ("18749", "mmm-yy", "1951-05"),
        ("1", "yyyy-mm-dd", "1900-01-01"),
        ("61", "yyyy-mm-dd", "1900-03-01"),
        ("18749.75", "m/d/yyyy h:mm", "1951-05-01"),
        ("0.5", "h:mm", "0.5"),
        ("99999999", "yyyy", "99999999"),
        ("1e400", "0", "1e400"),
        ("-99999999", "yyyy", "-99999999"),
        ("5", '0 "days"', "5"),
        ("5", "[Red]0", "5"),
    ],
)
def test_a_number_is_what_its_cell_shows(text, number_format, shown):
    assert number_shown(text, number_format) == shown


def test_every_built_in_date_format_shows_a_day():
    assert [
        at for at, one in BUILT_IN.items() if "%" not in one and number_shown("18749", one) == "18749"
    ] == []


def test_days_before_1904_are_counted_backwards_there():
    assert day_of(-1, macintosh=True) == date(1903, 12, 31)
    assert day_of(0, macintosh=True) == date(1904, 1, 1)


@pytest.mark.parametrize("column", [1, 26, 27, 52, 53, 702, 703, 16384])
def test_the_letters_of_a_column_name_it(column):
    assert column_of(f"{letters_of(column)}7") == column
