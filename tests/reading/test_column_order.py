"""Tables whose columns stand in another order than question and answer, or have no headings."""

import pytest

from atop_coder.reading.cells import join_row
from atop_coder.reading.column_order import find_order
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Sureness
from tests.reading.several import FORM, FORMATS, GERMANY, POLAND, read, same

REMARKS = {4: "Poland (290) did not sign", 10: "Yes, but check this", 22: "No?", 61: "Carl Foe"}
READ = {kind: FORMATS[kind] for kind in ("text", "Word", "Excel")}


def answer(one: int) -> str:
    return POLAND.get(one, "")


def remark(one: int) -> str:
    return REMARKS.get(one, "")


def number(one: int) -> str:
    return f"{one}."


def prompt(one: int) -> str:
    return FORM.question(one).prompt


def numbered(one: int) -> str:
    return f"{one}. {prompt(one)}"


def key(one: int) -> str:
    return FORM.question(one).key


def short(one: int) -> str:
    return FORM.question(one).short


def yes(one: int) -> str:
    return "X" if answer(one).startswith("Yes") else ""


def no(one: int) -> str:
    return "X" if answer(one).startswith("No") else ""


def rest(one: int) -> str:
    text = answer(one)
    return text.partition(".")[2].strip() if yes(one) or no(one) else text


def rows(*columns, head=None):
    return [*([head] if head else []), *([column(one) for column in columns] for one in FORM.by_number)]


ORDERS = {
    "answers left": rows(answer, numbered),
    "answers left, with headings": rows(answer, numbered, head=["Answer", "Question"]),
    "answers left, without numbers": rows(answer, prompt),
    "answers left, short questions": rows(answer, short),
    "answers left of numbers": rows(answer, number, prompt),
    "answers between": rows(number, answer, prompt),
    "answers between, with headings": rows(number, answer, prompt, head=["No.", "Answer", "Question"]),
    "answers left, comments right": rows(answer, numbered, remark, head=["Answer", "Question", "Comments"]),
    "numbers last": rows(prompt, answer, number),
    "names first": rows(key, numbered, answer),
    "names first, with headings": rows(key, numbered, answer, head=["Variable", "Question", "Answer"]),
    "names between": rows(numbered, key, answer, head=["Question", "Variable", "Answer"]),
    "as ever": rows(number, prompt, answer),
}


@pytest.mark.parametrize("kind", READ)
@pytest.mark.parametrize("case", ORDERS)
def test_columns_are_read_in_the_order_that_their_cells_tell(case, kind, tmp_path):
    (only,) = read(READ[kind](ORDERS[case], tmp_path))
    assert same(only.sheet, POLAND)
    assert only.report.unsure == ()


@pytest.mark.parametrize("case", [case for case in ORDERS if case != "as ever"])
def test_a_pdf_with_another_order_is_in_doubt(case, tmp_path):
    (only,) = read(FORMATS["PDF"](ORDERS[case], tmp_path))
    unsure = {placed.question for placed in only.report.unsure}
    assert unsure >= {placed.question for placed in only.report.placed}


def test_names_of_questions_are_told_apart(tmp_path):
    (only,) = read(FORMATS["Word"](ORDERS["names first"], tmp_path))
    assert key(5) in " ".join(piece.text for piece in only.report.furniture)


def test_a_table_that_stands_as_ever_has_no_other_order():
    assert find_order([dict(enumerate(row, 1)) for row in ORDERS["as ever"]]) is None


def test_two_questions_in_a_row_have_no_other_order():
    pairs = [{1: numbered(one), 2: answer(one), 3: numbered(one + 1), 4: "No"} for one in range(1, 40, 2)]
    assert find_order(pairs) is None


UNNAMED = {
    "no headings": rows(numbered, answer, remark),
    "none above the comments": rows(numbered, answer, remark, head=["Question", "Answer", ""]),
    "numbers, none above the comments": rows(
        number, prompt, answer, remark, head=["No.", "Question", "Answer", ""]
    ),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("case", UNNAMED)
def test_a_cell_more_than_headings_tell_is_in_doubt(case, kind, tmp_path):
    (only,) = read(FORMATS[kind](UNNAMED[case], tmp_path))
    unsure = {placed.question for placed in only.report.unsure}
    assert unsure >= {4, 10, 61}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_blank_final_beside_a_coders_answer_is_in_doubt(kind, tmp_path):
    def final(one: int) -> str:
        return "" if one in (8, 10, 60) else answer(one)

    head = ["Question", "Coder 1", "Coder 2", "Final"]
    (only,) = read(FORMATS[kind](rows(numbered, answer, answer, final, head=head), tmp_path))
    assert {placed.question for placed in only.report.unsure} == {8, 10, 60}


CHOICES = {
    "comments": rows(
        numbered, yes, no, rest, remark, head=["Question", "Yes", "No", "Description", "Comments"]
    ),
    "numbers and comments": rows(
        number, prompt, yes, no, rest, remark, head=["#", "Question", "Yes", "No", "Details", "Notes"]
    ),
    "nested": [
        ["Question", "Answer", "", "Description", "Comments"],
        ["", "Yes", "No", "", ""],
        *rows(numbered, yes, no, rest, remark),
    ],
}


@pytest.mark.parametrize("kind", ["Word", "Excel", "PDF"])
@pytest.mark.parametrize("case", CHOICES)
def test_comments_beside_columns_for_yes_and_no_are_told_apart(case, kind, tmp_path):
    (only,) = read(FORMATS[kind](CHOICES[case], tmp_path))
    assert {one: only.sheet[one].value for one in (5, 8, 10, 12)} == {5: "no", 8: "no", 10: "yes", 12: "no"}
    assert only.sheet[10].details == "Five years."
    assert only.sheet[61].value == ("Ann Lee",)
    assert [member.ccode for member in only.sheet.members] == [290, 365]
    assert "Carl Foe" in " ".join(piece.text for piece in only.report.unplaced)


@pytest.mark.parametrize("kind", ["Word", "Excel", "PDF"])
@pytest.mark.parametrize("sign", ["1", "Yes"])
def test_a_one_or_the_word_again_marks_a_column(kind, sign, tmp_path):
    def yes_again(one: int) -> str:
        return sign if yes(one) else ""

    def no_again(one: int) -> str:
        return ("No" if sign == "Yes" else sign) if no(one) else ""

    head = ["Question", "Yes", "No", "Description"]
    (only,) = read(FORMATS[kind](rows(numbered, yes_again, no_again, rest, head=head), tmp_path))
    assert {one: only.sheet[one].value for one in (5, 8, 10, 12)} == {5: "no", 8: "no", 10: "yes", 12: "no"}


@pytest.mark.parametrize("kind", ["Word", "Excel", "PDF"])
def test_choices_printed_below_a_question_are_no_headings(kind, tmp_path):
    below = [
        row
        for one in FORM.by_number
        for row in ([numbered(one), ""], ["Yes", "No"] if yes(one) or no(one) else [answer(one), ""])
    ]
    (only,) = read(FORMATS[kind](below, tmp_path))
    for one in (5, 8, 9, 10, 12):
        placed = only.report.of(one)
        assert placed is not None
        assert placed.sureness == Sureness.UNSURE
        assert only.sheet[one].value is None


@pytest.mark.parametrize("kind", ["Word", "Excel"])
def test_rows_of_questions_above_rows_of_answers_are_no_alliances(kind, tmp_path):
    pairs = []
    for first in range(1, 60, 6):
        some = [one for one in range(first, first + 6) if one in FORM.by_number]
        empty = [""] * (6 - len(some))
        pairs += [[*map(numbered, some), *empty], [*map(answer, some), *empty]]
    readings = read(READ[kind](pairs, tmp_path))
    assert len(readings) == 1
    unsure = {placed.question for placed in readings[0].report.unsure}
    assert unsure >= {one for one in POLAND if one < 60}


def test_cells_that_become_one_line_keep_what_hangs_on_them():
    number, text = (
        Paragraph("4.", asks=4),
        Paragraph("Members of alliance", doubt="why", coding="AL", apart=True),
    )
    (joined,) = join_row([[number], [text]])
    assert (joined.asks, joined.doubt, joined.coding, joined.apart) == (4, "why", "AL", True)


def test_an_alliance_alone_in_its_row_is_a_sheet(tmp_path):
    across = [[numbered(one) for one in FORM.by_number], [answer(one) for one in FORM.by_number]]
    (only,) = read(FORMATS["Excel"](across, tmp_path))
    assert same(only.sheet, POLAND)


def test_german_sheets_are_read_so_too(tmp_path):
    (only,) = read(FORMATS["Excel"](rows(lambda one: GERMANY.get(one, ""), numbered), tmp_path))
    assert same(only.sheet, GERMANY)
