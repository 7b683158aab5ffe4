"""Sheets that this program wrote: an attached text is believed only where the page shows it too."""

import pytest

from atop_coder.reading import Sureness, read_text
from atop_coder.reading.exact import shows, with_exact
from atop_coder.reading.report import Line
from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.writing import sheet_to_normalized

SHEET = sheet_from_data(
    {"answers": {"1": {"value": 5040}, "8": {"value": "yes", "details": "Any state.  Two"}}}
)
TEXT = sheet_to_normalized(SHEET)
SEEN = tuple(Line(at, line) for at, line in enumerate(TEXT.split("\n")[1:], start=1))


def test_the_exact_sheet_takes_the_place_of_the_likely_one():
    likely = read_text(TEXT.replace("ATOP CODESHEET", "CODESHEET").replace("Two", "Three"))
    reading = with_exact(likely, TEXT)
    assert likely.sheet != SHEET
    assert reading.sheet == SHEET
    assert {one.sureness for one in reading.report.placed} == {Sureness.SURE}
    assert reading.report.lines == likely.report.lines


@pytest.mark.parametrize("text", [None, "", "ATOP", TEXT.replace("8. Are", "8. Were")])
def test_what_is_no_normalized_sheet_changes_nothing(text):
    reading = read_text(TEXT)
    assert with_exact(reading, text) is reading


def test_words_that_are_no_names_are_told_where_the_answer_stands():
    sheet = sheet_from_data({"answers": {"5": {"value": "yes", "states": [200]}}})
    text = sheet_to_normalized(sheet).replace("200 United Kingdom", "200 Atlantis")
    reading = read_text(text.replace("ATOP CODESHEET", "CODESHEET"))
    piece = with_exact(reading, text).report.unplaced[-1]
    assert "Atlantis" in piece.text
    placed = reading.report.of(5)
    assert placed is not None
    assert piece.line == placed.first


def test_a_page_shows_a_text_whatever_its_lines_and_spaces_are():
    assert shows(SEEN, TEXT)
    assert shows(
        [Line(1, "ATOP 5040"), *(Line(at + 1, one.text.replace(" ", "")) for at, one in enumerate(SEEN))],
        TEXT,
    )


@pytest.mark.parametrize(
    ("old", "new"), [("Any", "No"), ("5040", "5041"), ("Two", ""), ("Two", "Two and more")]
)
def test_a_page_that_says_something_else_does_not(old, new):
    lines = [Line(line.number, line.text.replace(old, new)) for line in SEEN]
    assert not shows(lines, TEXT)


def test_what_stands_outside_the_text_does_not_count():
    assert shows([*SEEN, Line(999, "Page 5 of 5", aside="a page footer")], TEXT)
    assert not shows([*SEEN, Line(999, "And more")], TEXT)


def test_an_empty_text_is_not_shown():
    assert not shows([], "")
    assert shows(
        tuple(Line(1, one) for one in sheet_to_normalized(Sheet.empty()).split("\n")[1:]),
        sheet_to_normalized(Sheet.empty()),
    )
