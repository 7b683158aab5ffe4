"""The workbook of one sheet: nothing lost, nothing a formula, choices to pick, problems marked."""

import io
import re
import zipfile
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook

from atop_coder.checks.problem import Problem, Severity
from atop_coder.form import Kind, load_form
from atop_coder.sheet import Sheet, make_answer, paragraphs, sheet_from_data
from atop_coder.sheet.answer_lines import DESCRIPTION, read_answer
from atop_coder.writing import look
from atop_coder.writing.cells import cell_at, put_text, split_text
from atop_coder.writing.question_rows import COLUMNS, MOST_LINES
from atop_coder.writing.title import title_of
from atop_coder.writing.workbook import HEADER_ROW, TAB, sheet_to_workbook, subtitle_of
from tests.strategies import examples, sheets

FORM = load_form()
CHOOSING = [question for question in FORM.questions if question.choices]
HOSTILE = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "'text",
    "#N/A",
    "#REF!",
    "_x0041_",
    "TRUE",
    "1e5",
)


def sheet_of(number: int, **data: object) -> Sheet:
    return Sheet.of({number: make_answer(FORM.question(number), data)})


def tab_of(sheet: Sheet, problems=()):
    return load_workbook(io.BytesIO(sheet_to_workbook(sheet, problems)))[TAB]


def rows_of(tab, number: int):
    return [row for row in tab.iter_rows(min_row=HEADER_ROW + 1) if row[0].value == number]


def cell_of(sheet: Sheet, number: int, column: str, problems=()):
    return rows_of(tab_of(sheet, problems), number)[0][list(COLUMNS).index(column)]


def read_back(data: bytes) -> Sheet:
    """The sheet that the workbook's columns say, as its module's docstring tells to read them."""
    texts: dict[int, list[str]] = defaultdict(lambda: ["", "", ""])
    for row in load_workbook(io.BytesIO(data))[TAB].iter_rows(min_row=HEADER_ROW + 1):
        if isinstance(number := row[0].value, int):  # and not the heading of a section
            for place, cell in enumerate(row[2:5]):
                shown = "" if cell.value is None else str(cell.value)
                texts[number][place] += re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", shown)
    return Sheet.of(
        {question.number: _answer(question, *texts[question.number]) for question in FORM.questions}
    )


def _answer(question, head: str, extras: str, details: str):
    stop = "." if head in ("Yes", "No") and question.kind in (Kind.YES_NO, Kind.CHOICES) else ""
    lines = [tuple(f"{head}{stop}".split("\n")), *((line,) for line in extras.split("\n")), (DESCRIPTION,)]
    read = read_answer(
        question, (*(one for one in lines if one != ("",)), *((one,) for one in paragraphs(details)))
    )
    assert not read.loose
    return read.answer


@given(sheets())
@settings(max_examples=examples(25), suppress_health_check=list(HealthCheck))
def test_every_sheet_can_be_read_back_from_the_columns(sheet):
    assert read_back(sheet_to_workbook(sheet)) == sheet


@pytest.mark.slow
@given(sheets())
@settings(max_examples=examples(100), suppress_health_check=list(HealthCheck))
def test_hundreds_of_sheets_can_be_read_back_from_the_columns(sheet):
    assert read_back(sheet_to_workbook(sheet)) == sheet


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text):
    cell = cell_of(sheet_of(18, details=text), 18, "Description")
    assert cell.data_type == "s"
    assert cell.value.replace("_x005F_", "_") == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_text_like_a_formula_stays_text_when_somebody_edits_the_cell(text):
    assert cell_of(sheet_of(61, value=[text]), 61, "Answer").quotePrefix


def test_plain_text_has_no_quote_in_front():
    assert not cell_of(sheet_of(18, details="Text"), 18, "Description").quotePrefix


@pytest.mark.parametrize("text", ["\x00a", "\x1fa", "\ufffea", "\uffffa", "\ud800a"])
def test_what_no_workbook_can_hold_is_seen_to_be_gone(text):
    cell = cell_at(Workbook().worksheets[0], 1, 1)
    put_text(cell, text)
    assert cell.value == "\ufffda"


def test_an_underscore_that_excel_would_decode_is_shielded():
    data = sheet_to_workbook(sheet_of(18, details="_x0041_"))
    assert b"_x005F_x0041_" in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")


def test_a_number_is_a_number():
    assert cell_of(sheet_of(1, value=5040), 1, "Answer").value == 5040


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_question_has_a_row_with_its_title_and_prompt(question):
    cell = rows_of(EMPTY_TAB, question.number)[0][1]
    assert cell.value.split("\n") == [question.short, question.prompt]


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.key)
def test_every_section_has_a_row(section):
    assert section.heading in [cell.value for cell in EMPTY_TAB["A"]]


def test_a_blank_answer_is_an_empty_cell():
    assert all(cell.value is None for row in rows_of(EMPTY_TAB, 8) for cell in row[2:])


def test_yes_stands_without_full_stop():
    assert cell_of(sheet_of(10, value="yes"), 10, "Answer").value == "Yes"


def test_members_stand_under_one_another():
    members = [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]
    assert cell_of(sheet_of(4, value=members), 4, "Answer").value == "703 Kyrgyzstan\n705 Kazakhstan"


def test_states_have_a_column_of_their_own():
    cell = cell_of(sheet_of(23, value="yes", states=[640], details="x"), 23, "Wars, states, alliances")
    assert cell.value == "States: 640 Turkey"


def test_a_long_text_goes_on_in_rows_that_say_so():
    text = "word " * 8000 + "end"
    rows = rows_of(tab_of(sheet_of(18, details=text)), 18)
    assert len(rows) > 10
    assert "".join(row[4].value for row in rows) == text
    assert all(row[1].value.endswith("(continued)") for row in rows[1:])


def test_the_next_question_follows_a_long_one():
    tab = tab_of(sheet_of(18, details="word " * 8000))
    assert len(rows_of(tab, 19)) == 1


def test_a_word_that_is_longer_than_a_row_is_cut_and_continued():
    rows = rows_of(tab_of(sheet_of(18, details="x" * 40_000)), 18)
    assert "".join(row[4].value for row in rows) == "x" * 40_000


@pytest.mark.parametrize(
    "text", ["", "a", "a\n\nb", "a b " * 50, "\n\n\n", "x" * 99 + "\n\n" + "y" * 99, " a "]
)
@pytest.mark.parametrize("most", [1, 2, 5])
def test_the_pieces_of_a_text_are_the_text(text, most):
    assert "".join(split_text(text, 10, most)) == text


def test_a_text_is_cut_between_paragraphs_where_that_can_be():
    assert split_text("one two\n\nthree four\n\nfive", 20, 3) == ["one two\n\nthree four\n\n", "five"]


def test_no_row_is_higher_than_excel_shows():
    tab = tab_of(sheet_of(18, details="line\n\n" * 200))
    assert max(row.height for row in tab.row_dimensions.values()) <= 409
    assert MOST_LINES * look.LINE < 409


def test_a_row_fits_itself_when_somebody_types_in_it():
    data = zipfile.ZipFile(io.BytesIO(sheet_to_workbook(Sheet.empty()))).read("xl/worksheets/sheet1.xml")
    rows = re.findall(rb"<row [^>]*>", data)
    assert sum(b"customHeight" not in row for row in rows) == len(FORM.questions)


def test_the_answer_to_more_text_is_a_higher_row():
    short, long = (tab_of(sheet_of(18, details="word " * count)) for count in (5, 200))
    row = rows_of(short, 18)[0][0].row
    assert long.row_dimensions[row].height > short.row_dimensions[row].height


@pytest.mark.parametrize("question", CHOOSING, ids=lambda question: question.key)
def test_every_question_with_choices_offers_them(question):
    row = rows_of(EMPTY_TAB, question.number)[0][2]
    rules = [rule for rule in EMPTY_TAB.data_validations.dataValidation if row.coordinate in rule.sqref]
    assert len(rules) == 1
    offered = [cell[0].value for cell in EMPTY_BOOK["Lists"][rules[0].formula1.split("!")[1]]]
    assert offered[: len(question.choices)] == list(question.labels.values())
    assert ("Unknown" in offered) == ("unknown" in question.statuses)
    assert rules[0].showErrorMessage == (question.kind != Kind.CHOICES)


def test_the_lists_are_hidden():
    assert EMPTY_BOOK["Lists"].sheet_state == "hidden"


@pytest.mark.parametrize("question", CHOOSING, ids=lambda question: question.key)
def test_every_answer_that_is_offered_can_be_read(question):
    row = rows_of(EMPTY_TAB, question.number)[0][2]
    rule = next(rule for rule in EMPTY_TAB.data_validations.dataValidation if row.coordinate in rule.sqref)
    for cell in EMPTY_BOOK["Lists"][rule.formula1.split("!")[1]]:
        answer = _answer(question, cell[0].value, "", "")
        assert not answer.is_blank
        assert not answer.details


def test_a_problem_stands_beside_its_question_and_marks_it():
    problem = Problem(4, "unknown-ccode", Severity.ERROR, "No state has the code 999.")
    tab = tab_of(Sheet.empty(), [problem])
    row = rows_of(tab, 4)[0]
    assert row[5].value == "Error: No state has the code 999."
    assert row[2].fill.fgColor.rgb == row[5].fill.fgColor.rgb == look.MARKS["error"].fgColor.rgb
    assert rows_of(tab, 5)[0][5].value is None


def test_the_worst_problem_comes_first_and_gives_the_colour():
    problems = [Problem(4, "a", Severity.NOTE, "One."), Problem(4, "b", Severity.WARNING, "Two.")]
    cell = cell_of(Sheet.empty(), 4, "Problems", problems)
    assert cell.value == "Warning: Two.\nNote: One."
    assert cell.fill.fgColor.rgb == look.MARKS["warning"].fgColor.rgb


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_a_colour(severity):
    assert severity in look.MARKS


def test_a_message_like_a_formula_stays_text():
    cell = cell_of(Sheet.empty(), 4, "Problems", [Problem(4, "a", Severity.NOTE, "=1")])
    assert cell.data_type == "s"


def test_the_top_says_which_sheet_it_is():
    answers = {
        "1": {"value": 5040},
        "3": {"value": [{"date": "2003-12-25"}]},
        "4": {"value": [{"ccode": 703, "name": ""}]},
    }
    sheet = sheet_from_data({"answers": answers})
    found = [
        Problem(1, "a", Severity.ERROR, "x"),
        Problem(1, "b", Severity.NOTE, "x"),
        Problem(2, "b", Severity.NOTE, "x"),
    ]
    assert title_of(sheet) == "ATOP 5040"
    assert subtitle_of(sheet, found) == (
        "703 · signed December 25, 2003 · 3 of 61 questions answered · 1 error, 2 notes"
    )


def test_a_sheet_without_number_and_members_has_a_top_too():
    assert title_of(Sheet.empty()) == "ATOP codesheet"
    assert subtitle_of(Sheet.empty()) == "0 of 61 questions answered"


def test_many_members_are_counted():
    sheet = sheet_of(4, value=[{"ccode": code, "name": f"S{code}"} for code in range(9)])
    assert subtitle_of(sheet).startswith("S0, S1, S2, S3, S4, S5 and 3 others · ")


def test_the_header_stays_in_sight_on_screen_and_paper():
    assert EMPTY_TAB.freeze_panes == f"C{HEADER_ROW + 1}"
    assert EMPTY_TAB.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    assert [cell.value for cell in EMPTY_TAB[HEADER_ROW]] == list(COLUMNS)


def test_it_prints_across_the_width_of_a_page():
    assert EMPTY_TAB.page_setup.orientation == "landscape"
    assert (EMPTY_TAB.page_setup.fitToWidth, EMPTY_TAB.page_setup.fitToHeight) == (1, 0)
    setup = EMPTY_TAB.sheet_properties.pageSetUpPr
    assert setup is not None
    assert setup.fitToPage


def test_the_same_sheet_is_the_same_bytes():
    assert sheet_to_workbook(Sheet.empty()) == sheet_to_workbook(Sheet.empty())


EMPTY_BOOK = load_workbook(io.BytesIO(sheet_to_workbook(Sheet.empty())))
EMPTY_TAB = EMPTY_BOOK[TAB]
