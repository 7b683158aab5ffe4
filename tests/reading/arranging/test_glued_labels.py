"""Several short labels in one line, labels beside bars and dots, and bare numbers in more than one style."""

import pytest

from atop_coder.reading import read_text
from atop_coder.reading.report import Sureness
from tests.reading.several import FORM, POLAND, same

FLAT = {one: POLAND.get(one, "").replace("\n", ", ") for one in FORM.by_number}


def captions(each: str, parting: str, in_line: int) -> str:
    told = [each.format(one.number, one.short, FLAT[one.number]) for one in FORM.questions]
    return "\n".join(parting.join(told[at : at + in_line]) for at in range(0, len(told), in_line))


@pytest.mark.parametrize("parting", [" ", "  ", "; ", " / ", " | "])
@pytest.mark.parametrize("in_line", [2, 3, 5, 61])
@pytest.mark.parametrize("each", ["{1}: {2}", "{0}. {1}: {2}"])
def test_labels_glued_into_a_line_are_told_apart(each, in_line, parting):
    assert same(read_text(captions(each, parting, in_line)).sheet, POLAND)


@pytest.mark.parametrize("each", ["{1} | {2}", "{1}|{2}", "{1} │ {2}", "{1} || {2}", "| {1} | {2} |"])
def test_labels_parted_by_bars(each):
    assert same(read_text(captions(each, "", 1)).sheet, POLAND)


@pytest.mark.parametrize(
    "each", ["{0}. {1} ........ {2}", "{0} - {1} - {2}", "{0}) {1} = {2}", "{0} {1}: {2}"]
)
def test_short_titles_with_numbers_before_other_marks_than_a_colon(each):
    assert same(read_text(captions(each, "", 1)).sheet, POLAND)


@pytest.mark.parametrize("first", ["No. 1: ", "Nr. 1: ", "Item 1) ", "Question 1. ", "1) ", "#1 "])
def test_a_bare_number_may_be_written_otherwise_than_the_others(first):
    lines = [f"{one}: {FLAT[one]}" for one in FORM.by_number]
    assert same(read_text("\n".join([f"{first}{FLAT[1]}", *lines[1:]])).sheet, POLAND)


def test_a_few_labels_within_lines_are_in_doubt():
    text = captions("{1}: {2}", "", 1).replace(f"\n{FORM.question(22).short}", f" {FORM.question(22).short}")
    reading = read_text(text)
    assert {reading.report.of(one).sureness for one in (21, 22)} == {Sureness.UNSURE}
