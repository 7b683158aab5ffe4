"""Page headers, footers and page numbers, and answers that look like them."""

import pytest

from atop_coder.reading import read_text
from atop_coder.reading.furniture import find_furniture
from atop_coder.reading.report import Line
from tests.reading.sheets import AROUND, read_one, sheet_text


def found(texts: list[str], pages: list[int] | None = None) -> list[str]:
    pages = pages or [1] * len(texts)
    lines = [Line(at + 1, text, page) for at, (text, page) in enumerate(zip(texts, pages, strict=True))]
    return [piece.text for piece in find_furniture(lines)]


def paged(marks: list[str], size: int = 30) -> list[str]:
    """Pages of prose, each ended by one of the marks."""
    return [text for mark in marks for text in (*(f"prose {mark} {at}." for at in range(size)), mark)]


@pytest.mark.parametrize("text", ["Page 3", "page 3 of 9", "- 3 -", "– 12 –", "3 of 9", "Pg. 3", "[Page 3]"])
def test_a_line_that_says_page_is_a_page_number(text):
    assert found(["Yes.", text, "more"]) == [text]


@pytest.mark.parametrize(
    "text", ["3", "703", "5040", "Yes", "No.", "1. ATOP ID:", "(Art. 3)", "4 of the Parties"]
)
def test_a_lone_line_that_could_be_an_answer_is_none(text):
    assert found(["before", text, "after"]) == []


def test_bare_numbers_that_count_pages_are_page_numbers():
    assert found(paged(["1", "2", "3", "4"])) == ["1", "2", "3", "4"]


def test_bare_numbers_that_do_not_count_are_answers():
    assert found(paged(["2", "2", "9"])) == []


def test_a_bare_number_at_the_foot_of_a_known_page_is_its_number():
    texts = paged(["1", "2"])
    assert found(texts, [1] * 31 + [2] * 31) == ["1", "2"]


@pytest.mark.parametrize(
    "header", ["ATOP codesheet", "ATOP Coding Sheet — page 3", "CONFIDENTIAL", "Draft of May"]
)
def test_a_header_of_the_project_is_told(header):
    assert found(paged([header, header, header])) == [header] * 3


def test_a_footer_that_counts_pages_is_told():
    marks = [f"A. Coder, May 2018, page {number}" for number in (1, 2, 3)]
    assert found(paged(marks)) == marks


@pytest.mark.parametrize(
    "answer",
    [
        "No",
        "Yes.",
        "N/A",
        "Not applicable",
        "No. See the protocol.",
        "“They help one another.” (Art. 3)",
        "(Art. 3)",
    ],
)
def test_an_answer_that_comes_again_and_again_is_no_header(answer):
    assert found(paged([answer] * 5)) == []


def test_the_last_line_of_a_wrapped_prompt_is_no_header():
    assert found(paged(["describe."] * 4)) == []


@pytest.mark.parametrize("answer", ["Consultation and arbitration", "see the protocol", "Kazakhstan, Russia"])
@pytest.mark.parametrize("number", [(8, 21, 33), (30, 31, 32), (15, 28, 43, 57)])
def test_the_same_answer_to_several_questions_is_kept(answer, number):

    reading = read_text(sheet_text(dict.fromkeys(number, answer)))
    assert [reading.sheet[one].details for one in number] == [answer] * len(number)
    assert reading.report.furniture == ()


def test_a_header_between_two_halves_of_a_sentence_does_not_part_them():
    text = sheet_text({10: "Yes. The treaty lasts for an\nATOP codesheet, page 2 of 9\nindefinite period."})

    reading = read_text(text)
    assert [piece.text for piece in reading.report.furniture] == ["ATOP codesheet, page 2 of 9"]
    assert reading.sheet[10].details.replace("\n\n", " ") == "The treaty lasts for an indefinite period."


def test_the_title_above_the_questions_is_listed():

    reading = read_text("ATOP CODING SHEET\n\n" + sheet_text({}))
    assert [piece.text for piece in reading.report.furniture] == ["ATOP CODING SHEET"]
    assert reading.report.unplaced == ()
    assert reading.sheet.answered == len(AROUND)


def test_furniture_is_listed_with_its_line_and_the_reason():
    piece = read_one(18, "They help.\n- 3 -\nAt once.").report.furniture[0]
    assert (piece.text, piece.why) == ("- 3 -", "a page number")
    assert piece.line > 1


def test_one_bare_number_at_the_edge_of_one_of_many_pages_is_an_answer():
    texts = paged(["1", "so on", "and on"])
    assert found(texts, [1] * 31 + [2] * 31 + [3] * 31) == []
