"""What spreadsheet programs and scripts do to a workbook without being asked, and where people slip."""

from datetime import datetime

import pytest
from openpyxl import load_workbook

from atop_coder.dataset.edited.book import LAST_ROW, OWN_TABS, read_book
from atop_coder.dataset.edited.edits import is_edited
from atop_coder.dataset.edited.exported import EXPORTED
from atop_coder.dataset.edited.formats import EMPTIED, as_shown, other_readings
from atop_coder.dataset.edited.parts import stray_rows
from atop_coder.dataset.tables import to_tables
from atop_coder.errors import AtopError
from atop_coder.sheet import DateEntry, PartialDate
from tests.dataset.edited.test_edits import LONG, SHEET, without_record
from tests.dataset.edited.workbooks import answers, codes, edited_book, edits, edits_in_row, put, written
from tests.dataset.examples import NOT_APPLICABLE, records_of, sheet_of

WITHOUT_COW = SHEET.with_answer(2, sheet_of({2: NOT_APPLICABLE})[2])


def in_row(**values):
    return lambda book: put(book["Alliances"], 2, values)


def formatted(name, value, number_format):
    def edit(book):
        tab = book["Alliances"]
        put(tab, 2, {name: value})
        place = next(cell.column for cell in tab[1] if cell.value == name)
        tab.cell(2, place).number_format = number_format

    return edit


# Formats of numbers and dates


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("q60", 43243),
        ("q60", "43243"),
        ("q60", "2018-05-23 00:00:00"),
        ("q13", "0.0"),
        ("q13", "00:00:00"),
        ("q01", "1913-10-18"),
        ("atopid", "5040.0"),
    ],
)
def test_another_format_of_a_cell_is_no_edit(name, value):
    assert edits_in_row(SHEET, {name: value}) == ([], [])


@pytest.mark.parametrize("number", [0, 1, 31, 58, 59, 60, 61, 5040, 45000])
def test_a_number_shown_as_a_day_is_known_again(tmp_path, number):
    sheet = SHEET.with_answer(2, SHEET[1].replace(value=number))
    assert edits(tmp_path, sheet, formatted("q02", number, "yyyy-mm-dd")) == ([], [])
    assert edits(tmp_path, sheet, formatted("q02", number, "0.00%")) == ([], [])


@pytest.mark.parametrize(
    ("text", "others"), [("5040", {"5040", "1913-10-18"}), ("words", set()), ("2020-13-01", {"2020-13-01"})]
)
def test_a_cell_has_these_other_readings(text, others):
    assert set(other_readings(text)) == others


def test_a_number_that_is_another_day_is_told():
    assert codes(edits_in_row(SHEET, {"q60": 44000})) == ["edit-not-understood"]


@pytest.mark.parametrize(
    ("number_format", "becomes"),
    [
        ("mmm-yy", "1941-05"),
        ("yyyy", "1941"),
        ("dd.mm.yyyy", "1941-05-01"),
        ('"day" mmmm yyyy', "1941-05"),
        ("General", "1941-05-01"),
    ],
)
def test_a_day_says_no_more_than_its_cell_shows(number_format, becomes):
    assert as_shown("1941-05-01", number_format) == becomes


def test_a_month_that_excel_made_a_day_of_stays_a_month(tmp_path):
    changed = answers(edits(tmp_path, SHEET, formatted("q03", datetime(1941, 5, 1), "mmm-yy")))
    assert changed[3].value == (DateEntry(date=PartialDate(1941, 5)),)


def test_a_date_shown_without_its_day_is_no_edit(tmp_path):
    assert edits(tmp_path, SHEET, formatted("q60", datetime(2018, 5, 23), "mmm yyyy")) == ([], [])


def test_a_day_before_1900_is_read_as_libreoffice_counts(tmp_path):
    changed = answers(edits(tmp_path, SHEET, formatted("q03", -18259, "yyyy-mm-dd")))
    assert changed[3].value == (DateEntry(date=PartialDate(1850, 1, 2)),)


def test_a_year_that_excel_made_a_day_of_is_told(tmp_path):
    assert codes(edits(tmp_path, SHEET, formatted("q60", 2020, "yyyy-mm-dd"))) == ["edit-year-as-day"]


# Words that scripts lose


@pytest.mark.parametrize("recorded", [True, False])
def test_answers_that_pandas_has_emptied_are_told_and_stay(tmp_path, recorded):
    def edit(book):
        in_row(q02=None)(book)
        if not recorded:
            without_record(book)

    assert "N/A" in EMPTIED
    assert edits(tmp_path, WITHOUT_COW, edit)[0] == []
    assert codes(edits(tmp_path, WITHOUT_COW, edit)) == ["edit-emptied"]


def test_a_cell_that_a_person_has_emptied_is_blank(tmp_path):
    sheet = WITHOUT_COW.with_answer(17, WITHOUT_COW[2])
    changed = answers(edits(tmp_path, sheet, in_row(q02=None)))
    assert (list(changed), changed[2].is_blank) == ([2], True)


def test_shields_that_openpyxl_takes_away_are_no_edit(tmp_path):
    sheet = SHEET.with_answer(8, SHEET[8].replace(details="A _x000D_ b _x0041_."))
    assert edits(tmp_path, sheet, lambda book: None) == ([], [])


def test_a_text_with_a_shield_is_read_as_it_is(tmp_path):
    sheet = SHEET.with_answer(8, SHEET[8].replace(details="A _x0041_."))
    path = tmp_path / "data.xlsx"
    path.write_bytes(written(records_of(sheet)))
    assert read_book(path).alliances.rows[0].text("q08_text") == "A _x0041_."


@pytest.mark.parametrize("text", ["\u200b", "\u00a0\u200f ", "\u00ad\n\u200b"])
def test_what_nobody_can_see_is_no_text(text):
    assert edits_in_row(SHEET, {"q20_text": text}) == ([], [])
    assert answers(edits_in_row(SHEET, {"q08": f"{text}0{text}"}))[8].value == "no"


# Codes


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("q44_alliances", "4,235"),
        ("q05_states", "2 or 3"),
        ("q05_states", "200 UK 220"),
        ("q05_states", "200 France"),
        ("q04", "2,200"),
        ("q04", "2003-12-25T00:00:00"),
        ("q04", "-1"),
        ("q08", "None"),
    ],
)
def test_a_cell_that_could_be_taken_wrongly_is_told(name, text):
    edited, _ = found = edits_in_row(SHEET, {name: text})
    assert (edited, codes(found)) == ([], ["edit-not-understood"])


def test_a_choice_is_taken_once():
    assert answers(edits_in_row(SHEET, {"q16": "Defense pact; Defense pact"}))[16].value == ("defense",)


def test_a_name_like_a_date_stays_as_it_is():
    assert answers(edits_in_row(SHEET, {"q61": "1993-05-06"}))[61].value == ("1993-05-06",)


def test_a_long_text_is_not_quoted_whole():
    _, troubles = edits_in_row(SHEET, {"q08": "a" * 40_000})
    assert len(str(troubles[0].error)) < 500


def test_blank_beside_a_text_says_what_to_empty():
    _, troubles = found = edits_in_row(SHEET, {"q18": "blank"})
    assert codes(found) == ["edit-text-stays"]
    assert "q18_text" in str(troubles[0].error)


# Members and conditions


@pytest.mark.parametrize("column", ["note", "order", "member", "atopid"])
def test_a_tab_without_one_of_its_columns_is_told_and_changes_nothing(tmp_path, column):
    def edit(book):
        tab = book["Members"]
        tab.delete_cols(next(cell.column for cell in tab[1] if cell.value == column))

    assert edits(tmp_path, SHEET, edit) == ([], [])
    book = edited_book(tmp_path, records_of(SHEET), edit)
    assert [(place, error.code) for place, error in book.lost] == [("Members", "edit-columns-gone")]


def test_a_member_with_the_id_of_another_alliance_is_told(tmp_path):
    new = {"atopid": 6070, "file": "1.txt", "member": 704, "name": "Uzbekistan", "order": 3}
    assert codes(edits(tmp_path, SHEET, lambda book: put(book["Members"], 4, new))) == ["edit-keys-differ"]


def test_a_place_between_two_members_is_one(tmp_path):
    new = {"atopid": 5040, "member": 704, "name": "Uzbekistan", "order": 1.5}
    changed = answers(edits(tmp_path, SHEET, lambda book: put(book["Members"], 4, new)))
    assert [member.ccode for member in changed[4].value] == [703, 704, 705]


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"atopid": 9999}, "edit-stray-rows"),
        ({"file": "other.txt"}, "edit-stray-rows"),
        ({}, "edit-stray-rows"),
        ({"atopid": 5040}, "edit-rows-of-several"),
    ],
)
def test_a_new_member_of_nobody_knows_which_sheet_is_told(tmp_path, keys, code):
    book = edited_book(
        tmp_path,
        records_of(SHEET, SHEET),
        lambda book: put(book["Members"], 6, {**keys, "member": 704, "name": "Uzbekistan"}),
    )
    assert [(place, error.code) for place, error in stray_rows(book)] == [("Members, row 6", code)]
    assert not any(is_edited(book, row) for row in book.alliances.rows)


def test_members_of_a_row_that_was_taken_out_are_no_strays(tmp_path):
    book = edited_book(tmp_path, records_of(SHEET, SHEET), lambda book: book["Alliances"].delete_rows(3))
    assert list(stray_rows(book)) == []


# Long texts


def _in_text(do):
    return lambda book: do(book["Text"])


def _copy_row(tab):
    tab.append([cell.value for cell in tab[2]])


@pytest.mark.parametrize(
    "edit",
    [
        _in_text(lambda tab: tab.delete_rows(2)),
        _in_text(_copy_row),
        _in_text(lambda tab: put(tab, 2, {"part": "first"})),
        _in_text(lambda tab: put(tab, 2, {"text": "=1+1"})),
    ],
)
def test_a_long_text_that_is_not_whole_is_told(tmp_path, edit):
    edited, _ = found = edits(tmp_path, LONG, edit)
    assert (edited, codes(found)) == ([], ["edit-cut-text"])


def test_a_cut_text_stays_where_the_tab_text_is_gone(tmp_path):
    assert edits(tmp_path, LONG, lambda book: book.remove(book["Text"])) == ([], [])


# Tabs


def test_the_hidden_tab_may_be_sorted(tmp_path):
    def edit(book):
        tab = book[EXPORTED]
        rows = [[cell.value for cell in row] for row in tab.iter_rows(min_row=2)]
        for number, values in enumerate(reversed(rows), 2):
            for place, value in enumerate(values, 1):
                tab.cell(number, place).value = value

    book = edited_book(tmp_path, records_of(SHEET, LONG), edit)
    assert len(book.prints) == 2


@pytest.mark.parametrize("name", ["Members", "Conditions"])
def test_a_renamed_tab_is_told(tmp_path, name):
    def edit(book):
        book[name].title = f"{name} (2)"

    (lost,) = edited_book(tmp_path, records_of(SHEET), edit).lost
    assert (lost[0], lost[1].code) == (f"{name} (2)", "edit-tab-renamed")


def test_a_copy_of_the_tab_is_told(tmp_path):
    def copy(book):
        book.copy_worksheet(book["Alliances"])

    (lost,) = edited_book(tmp_path, records_of(SHEET), copy).lost
    assert lost[1].values == {"tab": "Alliances Copy", "name": "Alliances"}


def test_a_workbook_whose_tab_has_another_name_says_so(tmp_path):
    def edit(book):
        book["Alliances"].title = "Sheet1"

    with pytest.raises(AtopError) as caught:
        edited_book(tmp_path, records_of(SHEET), edit)
    assert (caught.value.code, caught.value.values["tab"]) == ("edit-tab-renamed", "Sheet1")


def test_all_tabs_of_the_dataset_are_known():
    assert {table.name for table in to_tables(records_of(SHEET))} | {"Text", EXPORTED} == set(OWN_TABS)


# Files that are none


def _with_rows(tmp_path, rows):
    import zipfile

    source, target = tmp_path / "good.xlsx", tmp_path / "data.xlsx"
    source.write_bytes(written(records_of(SHEET)))
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data = data.replace(b"</sheetData>", rows + b"</sheetData>")
            new.writestr(name, data)
    return target


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="%d"><c r="A1"><v>1</v></c></row>' % (LAST_ROW + 1000),
        b'<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>',
        b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (row, row) for row in range(10, 3000)),
    ],
    ids=["rows", "far", "wide"],
)
def test_a_tab_larger_than_any_dataset_is_refused_soon(tmp_path, rows):
    path = _with_rows(tmp_path, rows)
    with pytest.raises(AtopError) as caught:
        read_book(path)
    assert caught.value.code == "file-unpacks-too-large"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"atopid,file\n1,2\n", "not-a-workbook"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "not-a-workbook"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "office-password"),
    ],
)
def test_what_is_no_workbook_says_what_to_do(tmp_path, data, code):
    path = tmp_path / "data.xlsx"
    path.write_bytes(data)
    with pytest.raises(AtopError) as caught:
        read_book(path)
    assert caught.value.code == code


def test_rich_text_is_its_words(tmp_path):
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    words = CellRichText("They ", TextBlock(InlineFont(b=True), "never"), " help.")
    assert answers(edits(tmp_path, SHEET, in_row(q08_text=words)))[8].details == "They never help."


def test_the_hidden_tab_is_there_and_hidden(tmp_path):
    path = tmp_path / "data.xlsx"
    path.write_bytes(written(records_of(SHEET)))
    assert load_workbook(path)[EXPORTED].sheet_state == "hidden"
