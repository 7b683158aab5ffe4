"""Section headings: found in every spelling, also glued to an answer, and never in a citation."""

import pytest

from atop_coder.form import load_form
from atop_coder.reading import read_text
from atop_coder.reading.report import Line, Piece
from atop_coder.reading.rows import part_headings, to_rows
from tests.reading.sheets import sheet_text

FORM = load_form()


def lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, start=1)]


def parted(*texts: str):
    return part_headings(to_rows(lines(*texts), ()), FORM)


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.numeral)
@pytest.mark.parametrize(
    "change", [str, str.lower, str.title, lambda text: f"   {text}  ", lambda text: f"{text}."]
)
def test_a_heading_is_found(section, change):
    _, headings, pieces = parted("No.", change(section.heading), "8. Next")
    assert [heading.section for heading in headings] == [section]
    assert len(pieces) == 1


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.numeral)
def test_a_heading_may_be_its_title_in_capitals(section):
    assert [one.section for one in parted(section.title.upper())[1]] == [section]


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.numeral)
def test_a_heading_may_be_its_number_alone(section):
    assert [one.section for one in parted(f"SECTION {section.numeral}")[1]] == [section]


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.numeral)
def test_a_heading_glued_to_an_answer_is_parted_from_it(section):
    rows, headings, _ = parted(f"They help one another. (Art. 3) {section.heading}")
    assert [one.section for one in headings] == [section]
    assert rows[0].text.strip() == "They help one another. (Art. 3)"


def test_text_behind_a_heading_is_kept():
    rows, _, _ = parted(f"{FORM.sections[1].heading} 16. Type of obligations")
    assert [row.text.strip() for row in rows if not row.blank] == ["16. Type of obligations"]


def test_a_heading_on_two_lines_is_one():
    heading = FORM.sections[0].heading
    cut = heading.rindex(" ")
    rows, headings, pieces = parted(heading[:cut], heading[cut:], "1. ATOP ID:")
    assert len(headings) == 1
    assert [row.text for row in rows if not row.blank] == ["1. ATOP ID:"]
    assert " ".join(piece.text for piece in pieces) == heading


@pytest.mark.parametrize(
    "text",
    [
        "Section 3 — the Parties help one another.",
        "Section II of the treaty tells of consultation.",
        "See Section IV, Article 2.",
        "“Section I: The Parties …”",
        "the formation of the alliance",
        "",
    ],
)
def test_a_citation_is_no_heading(text):
    rows, headings, pieces = parted(text)
    assert (headings, pieces) == ([], [])
    assert [row.text for row in rows] == [text]


def test_furniture_is_left_out_and_marks_a_break():
    rows = to_rows(
        lines("Yes. They", "ATOP codesheet 2", "help."), [Piece(2, "ATOP codesheet 2", "a header")]
    )
    assert [(row.text, row.page_break) for row in rows] == [("Yes. They", False), ("help.", True)]


def test_a_new_page_marks_a_break():
    rows = to_rows([Line(1, "Yes. They", 1), Line(2, "", 2), Line(3, "help.", 2)], ())
    assert [row.page_break for row in rows] == [False, True, True]


@pytest.mark.parametrize("last", ["obligations.", "4.", "context", "2"])
def test_the_last_words_of_a_wrapped_answer_are_no_heading(last):
    text = sheet_text({15: f"It was replaced by a treaty with more members, which took over\n{last}"})
    reading = read_text(text.replace("\n\n16", "\n16"))
    assert reading.sheet[15].details.endswith(last)
