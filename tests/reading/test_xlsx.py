"""The workbook of a sheet read back: as written, edited, sorted, coloured; and workbooks of other kinds."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from atop_coder.errors import AtopError
from atop_coder.reading import Reading, Sureness, find_sheets, read_sheet
from atop_coder.reading.excel.cells import column_of, decoded
from atop_coder.reading.excel.own import COLUMNS
from atop_coder.sheet import Answer, Sheet, sheet_from_data
from atop_coder.writing import question_rows
from atop_coder.writing.workbook import HEADER_ROW, TAB, sheet_to_workbook
from tests.reading.office import FEW, FORM, details, prompt, save_workbook
from tests.strategies import sheets

ANSWERS = {
    "1": {"value": 5040},
    "3": {"value": [{"date": "2003-12-25"}]},
    "4": {"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]},
    "5": {"value": "no"},
    "8": {"value": "yes", "details": "One.\n\nTwo."},
    "19": {"value": []},
    "61": {"value": ["Jae-eon Lee"]},
}
SHEET = sheet_from_data({"answers": ANSWERS})


def write(sheet: Sheet, folder: Path) -> Path:
    path = folder / "sheet.xlsx"
    path.write_bytes(sheet_to_workbook(sheet))
    return path


def read_changed(folder: Path, change: Callable[[Worksheet], object], sheet: Sheet = SHEET) -> Reading:
    """What is read of the sheet's workbook once `change` has been at its tab."""
    path = write(sheet, folder)
    workbook = load_workbook(path, rich_text=True)
    change(workbook[TAB])
    workbook.save(path)
    return read_sheet(path)


def rows_of(tab: Worksheet, number: int) -> list[int]:
    return [row for row in range(1, tab.max_row + 1) if tab.cell(row, 1).value == number]


def put(number: int, column: str, value: object) -> Callable[[Worksheet], None]:
    """Types a value into the cell of a question."""

    def change(tab: Worksheet) -> None:
        at = list(question_rows.COLUMNS).index(column) + 1
        tab.cell(rows_of(tab, number)[0], at).value = value  # type: ignore[assignment]  # any that Excel takes

    return change


def test_the_columns_have_the_names_that_are_written():
    assert set(COLUMNS) < set(question_rows.COLUMNS)


@given(sheets())
def test_any_sheet_comes_back_exactly(sheet):
    with TemporaryDirectory() as folder:
        reading = read_sheet(write(sheet, Path(folder)))
    assert reading.sheet == sheet
    assert not reading.report.unplaced


def test_what_comes_back_is_sure(tmp_path):
    report = read_sheet(write(SHEET, tmp_path)).report
    assert {placed.sureness for placed in report.placed} == {Sureness.SURE}
    assert (report.format, report.notes, report.unplaced) == ("xlsx", (), ())


def test_real_sheets_come_back_exactly(real_sheets, tmp_path):
    for path in real_sheets:
        sheet = read_sheet(path).sheet
        assert read_sheet(write(sheet, tmp_path)).sheet == sheet, path.name


def test_a_place_is_the_row_in_the_workbook(tmp_path):
    reading = read_sheet(write(SHEET, tmp_path))
    tab = load_workbook(tmp_path / "sheet.xlsx")[TAB]
    placed = reading.report.of(8)
    assert placed is not None
    assert placed.first == placed.last == rows_of(tab, 8)[0]


# Changed by a person


def test_colours_and_widths_change_nothing(tmp_path):
    def change(tab: Worksheet) -> None:
        for row in tab.iter_rows():
            for cell in row:
                cell.fill = PatternFill("solid", fgColor="FFFF00")
        tab.column_dimensions["B"].width = 5

    assert read_changed(tmp_path, change).sheet == SHEET


def rewrite(tab: Worksheet, order: Callable[[list[list[object]]], list[list[object]]]) -> None:
    """Puts the rows below the column names in another order."""
    rows: list[list[object]] = [[cell.value for cell in row] for row in tab.iter_rows(min_row=HEADER_ROW + 1)]
    tab.delete_rows(HEADER_ROW + 1, tab.max_row)
    for row in order(rows):
        tab.append(row)


def test_sorted_rows_change_nothing(tmp_path):
    change = lambda tab: rewrite(tab, lambda rows: sorted(rows, key=lambda row: str(row[2])))  # noqa: E731
    assert read_changed(tmp_path, change).sheet == SHEET


LONG = SHEET.with_answer(18, Answer(details="\n\n".join(f"{at}: " + "word " * 600 for at in range(12))))


def test_a_text_over_several_rows_is_put_together(tmp_path):
    assert read_sheet(write(LONG, tmp_path)).sheet == LONG


def test_rows_that_only_stand_elsewhere_are_put_together(tmp_path):
    change = lambda tab: rewrite(tab, lambda rows: sorted(rows, key=lambda row: str(row[0]), reverse=True))  # noqa: E731
    assert read_changed(tmp_path, change, LONG).sheet == LONG


def test_a_text_whose_rows_were_torn_apart_wants_a_persons_eye(tmp_path):
    def change(tab: Worksheet) -> None:
        rewrite(tab, lambda rows: [row for at, row in sorted(enumerate(rows), key=lambda one: one[0] % 7)])

    reading = read_changed(tmp_path, change, LONG)
    placed = reading.report.of(18)
    assert placed is not None
    assert placed.sureness == Sureness.UNSURE
    assert sorted(reading.sheet[18].details.split()) == sorted(LONG[18].details.split())


def test_columns_may_be_moved_and_added(tmp_path):
    def change(tab: Worksheet) -> None:
        tab.insert_cols(3)
        tab.cell(HEADER_ROW, 3).value = "My remarks"

    assert read_changed(tmp_path, change).sheet == SHEET


@pytest.mark.parametrize(
    ("number", "typed", "value"),
    [
        (5, "Yes", "yes"),
        (5, "yes.", "yes"),
        (6, "treaty", "treaty"),
        (19, "Specific adversary; Attack", ("adversary", "attack")),
        (19, "attack, location", ("attack", "location")),
        (1, 3740, 3740),
        (1, 3740.0, 3740),
        (1, "3740", 3740),
        (60, "25 Dec. 2003", "2003-12-25"),
        (60, date(2003, 12, 25), "2003-12-25"),
    ],
)
def test_an_answer_typed_into_its_cell(tmp_path, number, typed, value):
    found = read_changed(tmp_path, put(number, "Answer", typed)).sheet[number].value
    assert (str(found) if number == 60 else found) == value


def test_an_answer_typed_with_its_description(tmp_path):
    reading = read_changed(tmp_path, put(8, "Answer", "No. Article 3 forbids it"))
    assert reading.sheet[8].value == "no"
    assert details(reading, 8) == ["Article 3 forbids it", "One.", "Two."]
    placed = reading.report.of(8)
    assert placed is not None
    assert placed.sureness != Sureness.SURE


def test_members_typed_with_names_alone(tmp_path):
    reading = read_changed(tmp_path, put(4, "Answer", "Germany (255)\nItaly (325)"))
    assert [member.ccode for member in reading.sheet.members] == [255, 325]


def test_a_description_typed_into_its_cell(tmp_path):
    reading = read_changed(tmp_path, put(8, "Description", "New\nand more"))
    assert details(reading, 8) == ["New", "and more"]


def test_a_cleared_answer_is_blank(tmp_path):
    reading = read_changed(tmp_path, put(5, "Answer", None))
    assert reading.sheet[5].is_blank


def test_a_missing_row_is_told(tmp_path):
    reading = read_changed(tmp_path, lambda tab: tab.delete_rows(rows_of(tab, 5)[0]))
    assert reading.sheet[5].is_blank
    assert reading.report.notes == ("not found in the sheet: question 5",)


def test_a_row_that_somebody_added_is_in_no_answer_and_not_lost(tmp_path):
    reading = read_changed(tmp_path, lambda tab: tab.append([None, None, "ask Brett about this"]))
    assert [piece.text for piece in reading.report.unplaced] == ["ask Brett about this"]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x005F_x005F_x005F_x000D_", "_x005F_x000D_"),
        ("_x41_ _x00zz_", "_x41_ _x00zz_"),
    ],
)
def test_escapes_are_decoded_once(stored, text):
    assert decoded(stored) == text


@pytest.mark.parametrize(("place", "column"), [("A1", 1), ("Z9", 26), ("AA1", 27), ("XFD1", 16384), ("", 0)])
def test_columns_are_counted_as_excel_names_them(place, column):
    assert column_of(place) == column


# Other workbooks


def test_a_sheet_that_somebody_typed(tmp_path):
    rows: list[list[object]] = [["No.", "Question", "Answer"]]
    rows += [[number, prompt(number), "\n".join(paragraphs)] for number, paragraphs in FEW.items()]
    reading = read_sheet(save_workbook(tmp_path, rows))
    assert reading.sheet[1].value == 5040
    assert details(reading, 8) == list(FEW[8][1:])
    assert [member.ccode for member in reading.sheet.members] == [703, 705]


def test_a_dataset_is_said_to_be_one(tmp_path):
    path = dataset(tmp_path)
    with pytest.raises(AtopError) as caught:
        read_sheet(path)
    assert caught.value.code == "workbook-is-dataset"


def dataset(folder: Path) -> Path:
    from atop_coder.dataset import make_files, to_records, to_tables

    path = folder / "data.xlsx"
    [(_, data)] = make_files(to_tables(to_records([(Path("a.txt"), SHEET)])), path).items()
    path.write_bytes(data)
    return path


def test_a_dataset_in_a_folder_of_sheets_is_left_out(tmp_path):
    sheet, data = write(SHEET, tmp_path), dataset(tmp_path)
    assert list(find_sheets([tmp_path])) == [sheet]
    assert list(find_sheets([data])) == [data]


def test_what_excel_keeps_beside_an_open_workbook_is_left_out(tmp_path):
    sheet = write(SHEET, tmp_path)
    (tmp_path / "~$sheet.xlsx").write_bytes(b"\x05Rita")
    assert list(find_sheets([tmp_path])) == [sheet]


def test_a_shopping_list_is_no_codesheet(tmp_path):
    with pytest.raises(AtopError) as caught:
        read_sheet(save_workbook(tmp_path, [["eggs", 12], ["milk", 1]]))
    assert caught.value.code == "not-a-codesheet"


def test_hidden_tabs_and_tabs_beyond_the_bound_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr("atop_coder.reading.excel.cells.MOST_TABS", 2)
    workbook = Workbook()
    workbook.worksheets[0].append(["nothing"])
    hidden = workbook.create_sheet("hidden")
    hidden.sheet_state = "hidden"
    for tab in (hidden, workbook.create_sheet("second"), workbook.create_sheet("third")):
        for number, paragraphs in FEW.items():
            tab.append([number, prompt(number), paragraphs[0] if tab.title == "second" else "wrong"])
    workbook.save(tmp_path / "tabs.xlsx")
    reading = read_sheet(tmp_path / "tabs.xlsx")
    assert reading.sheet[1].value == 5040
    assert not any("wrong" in line.text for line in reading.report.lines)


def test_every_question_has_its_row():
    assert len(FORM.questions) == 61
