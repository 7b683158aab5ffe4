"""Prompts left and answers right: by spaces, bars, the cells of CSV files."""

import pytest

from atop_coder.reading import Sureness, read_text
from atop_coder.reading.arranging.columns import SEVERAL, in_one_column
from atop_coder.reading.arranging.table_rows import FURTHER, HEADINGS
from tests.reading.arranging.sheets import ANSWERS, after, reading_of, sheet, wrong
from tests.reading.layouts.answers import FORM, wrapped

WAYS = [
    "{n}. {q} | {a}",
    "| {n}. {q} | {a} |",
    "| {n} | {q} | {a} |",
    "|{n}|{q}|{a}|",
    "│ {n}. {q} │ {a} │",
    "{n}. {q}\t{a}",
    "{n}\t{q}\t{a}",
    '{n};"{q}";"{a}"',
    "{n};{q};{a}",
    "| **{n}. {q}** | _{a}_ |",
    "+----+----+\n| {n}. {q} | {a} |",
    "| {q} | {a} |",
    "{q}\t\t{a}",
    "{n};key;{q};{a}",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_table_is_read(way):
    assert wrong(reading_of(way)) == {}


def two_columns(left: int, right: int, gap: int, between: int) -> str:
    lines = []
    for number, answer in ANSWERS.items():
        one, other = wrapped(f"{number}. {FORM.question(number).prompt}", left), wrapped(answer, right)
        size = max(len(one), len(other))
        pairs = zip([*one, *[""] * (size - len(one))], [*other, *[""] * (size - len(other))], strict=True)
        lines += [f"{a:<{left + gap}}{b}".rstrip() for a, b in pairs] + [""] * between
    return "\n".join(lines)


@pytest.mark.parametrize(("left", "right", "gap"), [(30, 20, 2), (44, 40, 3), (60, 12, 8), (36, 30, 2)])
@pytest.mark.parametrize("between", [0, 1])
def test_two_columns_of_spaces_are_read(left, right, gap, between):
    assert wrong(read_text(two_columns(left, right, gap, between))) == {}


def test_a_wrapped_answer_in_a_column_is_one_paragraph():
    reading = read_text(two_columns(40, 20, 3, 0))
    assert reading.sheet[10].details == "“It lasts ten years.” (Art. 6)"


def test_headings_of_a_table_are_listed():
    reading = read_text("| No. | Question | Answer |\n|---|---|---|\n" + sheet("| {n} | {q} | {a} |"))
    assert ("No. Question Answer", HEADINGS) in [(one.text, one.why) for one in reading.report.furniture]


def test_breaks_in_a_cell_part_paragraphs():
    text = sheet("| {n}. {q} | {a} |").replace("220 France", "220 France<br>211 Belgium")
    assert [member.ccode for member in read_text(text).sheet.members] == [220, 211]


def test_a_column_of_comments_is_listed_and_adds_no_member():
    text = "| Question | Answer | Comments |\n" + sheet("| {n}. {q} | {a} | Poland (290) did not sign |")
    reading = read_text(text)
    assert [member.ccode for member in reading.sheet.members] == [220]
    assert "Poland (290) did not sign" in [one.text for one in reading.report.furniture if one.why == FURTHER]
    assert wrong(reading) == {}


@pytest.mark.parametrize("head", ["", "| Question | Coder 1 | Coder 2 |\n", "| Q | Old | Final |\n"])
def test_two_columns_of_answers_leave_all_in_doubt(head):
    reading = read_text(head + sheet("| {n}. {q} | {a} | No |"))
    assert {one.sureness for one in reading.report.placed} == {Sureness.UNSURE}
    assert reading.report.placed[5].why == SEVERAL


@pytest.mark.parametrize("way", ["{n}. {q}\n{a}", "{n}. {q}  {a}", "{n}. {q}\n    {a}\n    or so, if at all"])
def test_a_sheet_in_one_column_stays(way):
    text = sheet(way)
    assert after(in_one_column, text) == [*text.splitlines(), ""]
