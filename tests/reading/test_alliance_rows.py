"""Tables with an alliance in each row."""

import csv
import io

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from atop_coder.reading import read_text
from tests.reading.several import FORM, GERMANY, POLAND, as_excel, as_text, as_word, read, same

HEADINGS = {
    "numbers": [str(one) for one in FORM.by_number],
    "Q and number": [f"Q{one}" for one in FORM.by_number],
    "prompts": [f"{one}. {FORM.question(one).prompt}" for one in FORM.by_number],
    "short names": [question.short for question in FORM.questions],
    "keys": [question.key for question in FORM.questions],
}
FORMATS = {"text": as_text, "Excel": as_excel}


def rows(headings, *sheets):
    return [headings, *([answers.get(one, "") for one in FORM.by_number] for answers in sheets)]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("case", HEADINGS)
def test_each_row_is_a_sheet(case, kind, tmp_path):
    first, second = read(FORMATS[kind](rows(HEADINGS[case], POLAND, GERMANY), tmp_path))
    assert same(first.sheet, POLAND)
    assert same(second.sheet, GERMANY)
    assert second.report.part is not None
    assert second.report.part.words == "sheet 2 of 2 (row 3)"


@pytest.mark.parametrize("case", HEADINGS)
def test_a_table_of_word_may_have_some_of_the_questions(case, tmp_path):
    few = [row[:9] for row in rows(HEADINGS[case], POLAND, GERMANY)]
    first, second = read(as_word(few, tmp_path))
    assert same(first.sheet, {one: POLAND[one] for one in range(1, 10)})
    assert same(second.sheet, {one: GERMANY[one] for one in range(1, 10)})


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_cells_parted_by_any_mark(mark):
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows(HEADINGS["short names"], POLAND, GERMANY))
    first = read_text(out.getvalue())
    assert [one.sheet.atop_id for one in (first, *first.others)] == [3005, 3010]
    assert same(first.sheet, POLAND)


def test_one_row_is_one_sheet(tmp_path):
    (only,) = read(as_excel(rows(HEADINGS["keys"], POLAND), tmp_path))
    assert same(only.sheet, POLAND)
    assert only.report.part is None


def test_a_column_that_is_no_questions_is_told(tmp_path):
    table = [
        [*row, more]
        for row, more in zip(rows(HEADINGS["keys"], POLAND, GERMANY), ("Remarks", "Ask Ben", ""), strict=True)
    ]
    first, second = read(as_excel(table, tmp_path))
    assert [(piece.text, piece.why) for piece in first.report.unplaced] == [
        ("Ask Ben", "in the column “Remarks”")
    ]
    assert second.report.unplaced == ()


def test_rows_that_are_no_alliances_are_told(tmp_path):
    table = [["Alliances of Poland"], *rows(HEADINGS["keys"], POLAND, GERMANY), [], ["Checked by Ann"]]
    first, _ = read(as_excel(table, tmp_path))
    assert [piece.text for piece in first.report.unplaced] == ["Alliances of Poland", "Checked by Ann"]


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c,d,e\n1,2,3,4,5\n",
        "1\t2\t3\t4\t5\n6\t7\t8\t9\t10\n",
        "Members\tPoland\nSigned\t1921\n",
    ],
)
def test_other_tables_are_no_sheets(text):
    with pytest.raises(Exception, match="no question of the codesheet"):
        read_text(text)


MENUS = {"Yes": "[x] Yes / [ ] No", "No": "[ ] Yes / [x] No"}


def test_a_row_may_hold_menus(tmp_path):
    marked = {one: MENUS.get(text, text) for one, text in POLAND.items()}
    (only,) = read(as_excel(rows(HEADINGS["prompts"], marked), tmp_path))
    assert same(only.sheet, POLAND)


@pytest.mark.parametrize("blank", ["Click or tap here to enter text.", "[type here]", "________"])
def test_placeholders_in_a_row_are_blanks(tmp_path, blank):
    filled = {one: POLAND.get(one, blank) for one in FORM.by_number}
    (only,) = read(as_excel(rows(HEADINGS["numbers"], filled), tmp_path))
    assert same(only.sheet, POLAND)
    assert blank.strip("_") in " ".join(piece.text for piece in only.report.furniture)
    assert only.report.unsure == ()


def test_what_is_struck_out_in_a_row_is_told(tmp_path):
    path = as_excel(rows(HEADINGS["numbers"], POLAND), tmp_path)
    workbook = load_workbook(path)
    workbook.worksheets[0].cell(2, 18).font = Font(strike=True)
    workbook.save(path)
    (only,) = read(path)
    assert only.sheet[18].details == ""
    assert POLAND[18] in [piece.text for piece in only.report.unplaced]
