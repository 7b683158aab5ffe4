"""The workbook, read back with openpyxl and as the XML that Excel will read."""

import io
import re
import time
from datetime import date, datetime
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from atop_coder.dataset import Missing
from atop_coder.dataset.edited.exported import EXPORTED
from atop_coder.dataset.look import FIRST_DAY
from atop_coder.dataset.prompts import MAX_MESSAGE, MAX_TITLE
from atop_coder.dataset.table import ALLIANCES, CODEBOOK, CONDITIONS, MEMBERS, PROBLEMS, TEXT
from atop_coder.dataset.workbook import write_workbook
from atop_coder.form import Kind
from atop_coder.reading.excel.cells import decoded
from atop_coder.sheet import PartialDate, Sheet
from tests.dataset.examples import FORM, NOT_APPLICABLE, UNKNOWN, dates, rows_of, sheet_of, tables_of
from tests.strategies import examples, sheets

SHEET = sheet_of(
    {
        1: {"value": 1200},
        2: NOT_APPLICABLE,
        3: {"value": dates("1815-06-08")},
        4: {"value": [{"ccode": 200, "name": "=cmd"}, {"ccode": 220, "name": "France"}]},
        8: {"value": "yes", "details": "=1+1"},
        9: UNKNOWN,
        18: {"details": "First.\n\nSecond."},
        19: {"value": ["location", "attack"]},
        60: {"value": "2018-05-23"},
    }
)
LONG = sheet_of({18: {"details": "word " * 10_000}})
SIGNS = ("=1+1", "=HYPERLINK(1)", "+1", "-1", "- a list", "@SUM(A1)", "'quoted", "#N/A", "TRUE", "007", "1/2")


def written(*given_sheets, **options):
    file = io.BytesIO()
    write_workbook(tables_of(*given_sheets).values(), file, **options)
    return file.getvalue()


def opened(*given_sheets):
    return load_workbook(io.BytesIO(written(*given_sheets)))


def shown(book):
    """The tabs that a person sees."""
    return [tab for tab in book if tab.sheet_state == "visible"]


def cells(tab, row=2):
    """The cells of a row by the names in the header."""
    return {header.value: cell for header, cell in zip(tab[1], tab[row], strict=True)}


@pytest.fixture(scope="module")
def book():
    return opened(SHEET, LONG)


def test_there_is_a_tab_for_each_table(book):
    assert [tab.title for tab in shown(book)] == [ALLIANCES, MEMBERS, CONDITIONS, PROBLEMS, CODEBOOK, TEXT]


def test_without_long_text_there_is_no_tab_for_it():
    assert [tab.title for tab in shown(opened(SHEET))] == [ALLIANCES, MEMBERS, CONDITIONS, PROBLEMS, CODEBOOK]


def test_the_only_other_tab_is_the_hidden_one_by_which_edits_are_told_apart(book):
    assert [tab.title for tab in book if tab not in shown(book)] == [EXPORTED]
    assert book.active.title == ALLIANCES


def test_every_row_of_every_table_is_there(book):
    for name, table in tables_of(SHEET, LONG).items():
        assert book[name].max_row == len(table.rows) + 1
        assert [cell.value for cell in book[name][1]] == list(table.names)


def test_every_tab_is_one_excel_table_over_all_its_cells(book):
    for tab in shown(book):
        (table,) = tab.tables.values()
        assert range_boundaries(table.ref) == (1, 1, tab.max_column, tab.max_row)
        assert table.column_names == [cell.value for cell in tab[1]]
        assert table.autoFilter.ref == table.ref


def test_names_of_excel_tables_are_unique_and_allowed(book):
    names = [name for tab in shown(book) for name in tab.tables]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch("[A-Za-z_]+", name) for name in names)


def test_a_table_without_rows_spans_one_empty_row():
    tab = opened(Sheet.empty())[MEMBERS]
    (table,) = tab.tables.values()
    assert range_boundaries(table.ref)[3] == 2
    assert tab.max_row == 1


def test_a_dataset_of_no_sheet_is_a_workbook_too():
    assert opened()[ALLIANCES]["A1"].value == "atopid"


def test_header_and_first_two_columns_stay_in_sight(book):
    assert {tab.freeze_panes for tab in shown(book)} == {"C2"}


def test_numbers_are_numbers_and_codes_too(book):
    row = cells(book[ALLIANCES])
    for name, value in {
        "atopid": 1200,
        "begyr": 1815,
        "bilat": 1,
        "mem1": 200,
        "q01": 1200,
        "q08": 1,
    }.items():
        assert (row[name].value, row[name].data_type) == (value, "n")


def test_a_whole_date_is_a_date(book):
    cell = cells(book[ALLIANCES])["q60"]
    assert cell.is_date
    assert cell.value == datetime(2018, 5, 23)


@pytest.mark.parametrize("iso", ["2018-05", "2018", "1899-12-31", "1900-02-28", "0001-01-01"])
def test_a_date_that_excel_does_not_have_is_text(iso):
    cell = cells(opened(sheet_of({60: {"value": iso}}))[ALLIANCES])["q60"]
    assert (cell.value, cell.data_type) == (iso, "s")


def test_the_first_day_that_excel_has_right_is_a_date():
    day = PartialDate(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day)
    cell = cells(opened(sheet_of({60: {"value": day.iso}}))[ALLIANCES])["q60"]
    assert cell.value.date() == date(1900, 3, 1)


def test_missing_values_are_words_that_look_different(book):
    row = cells(book[ALLIANCES])
    assert [row[name].value for name in ("q02", "q09", "q10")] == ["N/A", "Unknown", "blank"]
    assert row["q10"].font.i
    assert not row["q08"].font.i


def test_what_is_empty_has_no_cell_value(book):
    row = cells(book[ALLIANCES])
    assert row["q05_states"].value is None
    assert row["endyr"].value is None


@pytest.mark.parametrize("text", SIGNS)
@pytest.mark.parametrize("number", [8, 18, 57])
def test_text_stays_text(text, number):
    cell = cells(opened(sheet_of({number: {"details": text}}))[ALLIANCES])[f"q{number:02}_text"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "'"])
def test_text_that_looks_like_a_formula_is_marked_as_text_for_whoever_edits_it(sign):
    row = cells(opened(sheet_of({8: {"details": f"{sign}1"}, 10: {"details": "1"}}))[ALLIANCES])
    assert row["q08_text"].quotePrefix
    assert not row["q10_text"].quotePrefix


def test_names_of_members_stay_text_too(book):
    assert (cells(book[MEMBERS])["name"].value, cells(book[MEMBERS])["name"].data_type) == ("=cmd", "s")


def test_every_condition_is_a_row_of_its_tab(book):
    rows = [[cell.value for cell in row] for row in book[CONDITIONS].iter_rows(min_row=2)]
    assert rows == [
        [1200, "1.txt", "location", "Specific location"],
        [1200, "1.txt", "attack", "Attack"],
    ]


def test_paragraphs_stay_apart(book):
    cell = cells(book[ALLIANCES])["q18_text"]
    assert cell.value == "First.\n\nSecond."
    assert cell.alignment.wrap_text


@given(sheets())
@settings(max_examples=examples(25))
def test_every_sheet_is_read_back_as_it_was_written(sheet):
    book = opened(sheet)
    row = {name: cell.value for name, cell in cells(book[ALLIANCES]).items()}
    parts = [cells(book[TEXT], number) for number in range(2, book[TEXT].max_row + 1)] if TEXT in book else []
    for name, expected in rows_of(tables_of(sheet)[ALLIANCES])[0].items():
        whole = "".join(
            decoded(part["text"].value)
            for part in parts
            if (part["table"].value, part["column"].value) == (ALLIANCES, name)
        )
        assert (whole or as_read(row[name])) == as_written(expected)


def as_read(value):
    return (
        PartialDate(value.year, value.month, value.day).iso if isinstance(value, datetime) else as_text(value)
    )


def as_text(value):
    return decoded(value) if isinstance(value, str) else value


def as_written(cell):
    """openpyxl takes the shield of `_x0041_` away, and `decoded` then reads the rest as Excel would."""
    return cell.iso if isinstance(cell, PartialDate) else as_text(cell)


@given(sheets())
@settings(max_examples=examples(25))
def test_no_cell_of_any_sheet_is_a_formula_or_an_error(sheet):
    kinds = {cell.data_type for tab in opened(sheet) for row in tab for cell in row if cell.value is not None}
    assert kinds <= {"n", "s", "d"}


def test_the_same_tables_give_the_same_bytes():
    first = written(SHEET, LONG)
    time.sleep(1.1)
    assert written(SHEET, LONG) == first


def test_the_workbook_can_be_dated():
    properties = load_workbook(io.BytesIO(written(SHEET, when=datetime(2026, 6, 1, 12)))).properties
    assert properties.created == properties.modified == datetime(2026, 6, 1, 12)


def test_every_part_of_the_file_is_well_formed():
    with ZipFile(io.BytesIO(written(SHEET, LONG))) as archive:
        assert archive.testzip() is None
        assert len(set(archive.namelist())) == len(archive.namelist())
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))


def test_every_header_has_a_message_that_excel_takes(book):
    for tab in shown(book):
        told: dict[str, str] = {}
        for validation in tab.data_validations.dataValidation:
            assert len(validation.promptTitle or "") <= MAX_TITLE
            assert len(validation.prompt or "") <= MAX_MESSAGE
            assert len(validation.error or "") <= MAX_MESSAGE
            assert len(validation.formula1 or "") <= MAX_MESSAGE + 2
            assert validation.showInputMessage == bool(validation.prompt)
            assert validation.showErrorMessage == bool(validation.error)
            told |= {str(validation.sqref): validation.prompt} if validation.prompt else {}
        assert len(told) == tab.max_column


def test_a_yes_no_question_offers_its_codes(book):
    tab = book[ALLIANCES]
    letter = next(cell.column_letter for cell in tab[1] if cell.value == "q08")
    lists = [one for one in tab.data_validations.dataValidation if one.type == "list"]
    (choice,) = [one for one in lists if f"{letter}2" in one.sqref]
    assert choice.formula1 == f'"1,0,{",".join(Missing)}"'


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: f"q{question.number:02}")
def test_every_coded_question_offers_its_codes(question, book):
    tab = book[ALLIANCES]
    letter = next(cell.column_letter for cell in tab[1] if cell.value == f"q{question.number:02}")
    lists = [one for one in tab.data_validations.dataValidation if one.type == "list"]
    offered = any(f"{letter}2" in one.sqref for one in lists)
    assert offered == (question.kind in (Kind.YES_NO, Kind.CHOICE, Kind.TEXT))


def test_columns_are_wide_enough_for_their_names_and_none_is_too_wide(book):
    for tab in shown(book):
        for header in tab[1]:
            width = tab.column_dimensions[header.column_letter].width
            assert min(len(header.value), 26) < width < 61


def test_rows_are_as_high_as_their_text_within_reason(book):
    tab = book[PROBLEMS]
    heights = [tab.row_dimensions[row].height or 15 for row in range(2, tab.max_row + 1)]
    assert 15 < max(heights) <= 300
    assert book[MEMBERS].row_dimensions[2].height is None
    assert len({book[ALLIANCES].row_dimensions[row].height for row in (2, 3)}) == 1
