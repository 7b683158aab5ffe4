"""Several sheets in one file: each is read on its own."""

from collections.abc import Mapping
from typing import Any

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading import part_path, part_words, path_in, read_sheet, read_sheets, read_text, whole_file
from atop_coder.writing import sheet_to_normalized
from tests.reading.several import FORM, GERMANY, POLAND, alone, as_tabs, as_word, read, same, typed

BOTH = typed(POLAND) + "\n" + typed(GERMANY)
LAYOUTS: Mapping[str, Mapping[str, Any]] = {
    "as printed": {},
    "brackets, answers beside": {"number": "{}) ", "between": " "},
    "no numbers": {"number": ""},
    "no empty lines": {"gap": "\n"},
    "Q": {"number": "Q{}. "},
    "short labels": {"short": True, "between": " "},
    "short labels without numbers": {"short": True, "between": " ", "number": ""},
}
TOPS = {
    "nothing": "",
    "a title": "ATOP CODESHEET\n\n",
    "a treaty": "Treaty of Bonn, 1925\n\n",
    "a rule": "-----\n",
    "a thick rule": "\n\n=====\n\n",
    "its number": "Sheet 2\n",
    "a mail's head": "From: Ann\nSubject: the next one\n\n",
    "a page": "\f",
    "a heading": "SECTION I: FORMATION, MEMBERS, AND DURATION\n",
    "its id": "ATOP 3010 – Germany and France\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("top", TOPS)
def test_two_sheets_below_one_another_are_two(layout, top):
    style = LAYOUTS[layout]
    text = typed(POLAND, **style) + "\n" + TOPS[top] + typed(GERMANY, **style)
    first = read_text(text)
    assert len(first.others) == 1
    assert same(first.sheet, POLAND)
    assert same(first.others[0].sheet, GERMANY)


def test_each_is_told_which_it_is():
    first = read_text(BOTH, "old.txt")
    assert [one.report.title for one in (first, *first.others)] == [
        "old.txt, sheet 1 of 2",
        "old.txt, sheet 2 of 2",
    ]
    assert first.report.notes[0] == "this file holds 2 sheets; this is the first"


def test_lines_keep_their_numbers_in_the_file():
    second = read_text(BOTH).others[0]
    first_line = len(typed(POLAND).split("\n"))
    placed = second.report.of(1)
    assert placed is not None
    assert (placed.first, placed.last) == (first_line + 1, first_line + 2)


def test_a_blank_of_the_first_is_not_filled_from_the_second():
    first = read_text(BOTH)
    assert first.sheet[11].is_blank
    assert first.sheet[43].is_blank
    assert first.others[0].sheet[11].value == "yes"


def test_a_second_sheet_may_be_unfinished():
    first = read_text(typed(POLAND) + "\n" + typed(GERMANY, only=range(1, 12)))
    assert [len(first.others), first.others[0].sheet.atop_id] == [1, 3010]


def test_three_sheets_are_three():
    first = read_text(BOTH + "\n" + typed({**POLAND, 1: "4001"}))
    assert [one.sheet.atop_id for one in (first, *first.others)] == [3005, 3010, 4001]


def test_small_sheets_are_sheets_too():
    few = (1, 3, 4, 6, 7, 60, 61)
    first = read_text(typed(POLAND, only=few) + "\n" + typed(GERMANY, only=few))
    assert [one.sheet.atop_id for one in (first, *first.others)] == [3005, 3010]


ONE_SHEET = {
    "a question again": typed(POLAND) + f"\n4. {FORM.question(4).prompt}\n255 Germany\n",
    "a summary": typed(POLAND) + "\nSummary\n" + typed(POLAND, only=(1, 3, 4, 14, 16, 60)),
    "a whole summary": typed(POLAND) + "\nSummary of answers\n" + typed(POLAND, short=True, between=" "),
    "corrections": typed(POLAND) + "\nCorrections:\n" + typed(GERMANY, only=(4, 14, 16)),
    "the main facts above": typed(POLAND, only=(1, 3, 4), short=True, between=" ") + "\n\n" + typed(POLAND),
    "a list of all numbers in an answer": typed(
        {**POLAND, 18: "".join(f"{at}. x\n" for at in range(1, 62)) * 3}
    ),
    "an empty form above": typed({}) + "\n" + typed(POLAND),
}


@pytest.mark.parametrize("case", ONE_SHEET)
def test_one_sheet_stays_one(case):
    first = read_text(ONE_SHEET[case])
    assert first.others == ()
    assert first.report.part is None
    assert first.sheet.atop_id == 3005
    assert [one.ccode for one in first.sheet.members] == [290, 365]


def test_a_form_that_nobody_filled_in_is_told_and_no_sheet():
    report = read_text(ONE_SHEET["an empty form above"]).report
    told = {piece.line for piece in report.furniture if piece.why == "a form that nobody filled in"}
    assert told >= {line.number for line in report.lines[:50] if line.text}


def test_normalized_sheets_below_one_another_are_read_exactly():
    sheets = [alone(POLAND), alone(GERMANY)]
    first = read_text("".join(map(sheet_to_normalized, sheets)))
    assert [first.sheet, *(one.sheet for one in first.others)] == sheets
    assert [one.report.format for one in (first, *first.others)] == ["normalized"] * 2
    lines = first.others[0].report.lines
    placed = first.others[0].report.of(1)
    assert placed is not None
    assert lines[0].number < placed.first < lines[10].number


# Word, Excel


def paragraphs(answers) -> list[list[str]]:
    return [[f"{one}. {FORM.question(one).prompt}", answers.get(one, "")] for one in FORM.by_number]


def test_two_sheets_in_a_word_table(tmp_path):
    first, second = read(as_word([*paragraphs(POLAND), *paragraphs(GERMANY)], tmp_path))
    assert same(first.sheet, POLAND)
    assert same(second.sheet, GERMANY)


def test_a_sheet_on_each_tab_is_called_by_it(tmp_path):
    tabs = {"ATOP 3005": paragraphs(POLAND), "ATOP 3010": paragraphs(GERMANY)}
    first, second = read(as_tabs(tabs, tmp_path))
    assert same(first.sheet, POLAND)
    assert same(second.sheet, GERMANY)
    assert second.report.part is not None
    assert second.report.part.words == "sheet 2 of 2 (ATOP 3010)"


def test_a_tab_that_is_no_sheet_is_told(tmp_path):
    tabs = {"Read me": [["Ask Ann."]], "A": paragraphs(POLAND), "B": paragraphs(GERMANY)}
    first, _ = read(as_tabs(tabs, tmp_path))
    assert [piece.text for piece in first.report.unplaced] == ["Ask Ann."]


def test_a_sheet_that_goes_over_several_tabs_is_one(tmp_path):
    rows = paragraphs(POLAND)
    (only,) = read(as_tabs({"I": rows[:20], "II": rows[20:]}, tmp_path))
    assert same(only.sheet, POLAND)


# their paths


@pytest.fixture
def both(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text(BOTH, encoding="utf-8")
    return path


def test_a_part_is_read_by_its_path(both):
    paths = [path_in(both, reading.report) for reading in read_sheets(both)]
    assert [path.name for path in paths] == ["old.txt, sheet 1 of 2", "old.txt, sheet 2 of 2"]
    assert [read_sheet(path).sheet.atop_id for path in paths] == [3005, 3010]
    assert {whole_file(path) for path in paths} == {both}


def test_a_part_that_is_not_there_is_told(both):
    with pytest.raises(AtopError) as caught:
        read_sheet(both.with_name("old.txt, sheet 3 of 3"))
    assert caught.value.code == "file-not-found"


def test_a_file_with_such_a_name_is_a_file(tmp_path):
    path = tmp_path / "old.txt, sheet 2 of 3"
    path.write_text(typed(POLAND), encoding="utf-8")
    assert (whole_file(path), part_words(path)) == (path, "")
    assert read_sheet(path).sheet.atop_id == 3005


def test_a_name_with_a_slash_makes_no_folder(tmp_path):
    path = part_path(tmp_path / "old.xlsx", "sheet 1 of 2 (a/b)")
    assert path.parent == tmp_path
    assert whole_file(path).name == "old.xlsx"


def test_a_sheet_alone_has_no_others(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(typed(POLAND), encoding="utf-8")
    (only,) = read_sheets(path)
    assert path_in(path, only.report) == path
