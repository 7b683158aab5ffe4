"""What stands before every line, and above the sheet: quotation, line numbers, a mail's header."""

import pytest

from atop_coder.reading import read_text
from atop_coder.reading.arranging.heads import MAIL, SETTINGS, with_head_aside
from atop_coder.reading.arranging.quoting import without_line_numbers, without_quoting
from tests.reading.arranging.sheets import after, reading_of, sheet, wrong


@pytest.mark.parametrize("mark", ["> ", ">", ">> ", "> > ", "  > ", "| ", ">>> ", ": "])
def test_marks_of_quotation_before_all_lines_are_left_out(mark):
    plain = sheet("{n}. {q}\n{a}")
    quoted = "".join(f"{mark}{line}\n" for line in plain.splitlines())
    assert [line.strip() for line in after(without_quoting, quoted)] == [*plain.splitlines(), ""]


@pytest.mark.parametrize("mark", ["> ", ">> ", "| "])
def test_a_quoted_sheet_is_read(mark):
    assert wrong(reading_of(f"{mark}{{n}}. {{q}}\n{mark}{{a}}\n{mark.strip()}")) == {}


def test_a_mark_before_answers_alone_is_no_quotation():
    text = sheet("{n}. {q}\n>> {a}")
    assert after(without_quoting, text) == [*text.splitlines(), ""]


def test_the_report_says_that_marks_of_quotation_were_left_out():
    assert "quoted" in reading_of("> {n}. {q}\n> {a}").report.notes[0]


@pytest.mark.parametrize("way", ["{0:>4} {1}", "{0}\t{1}", "{0:03}: {1}", "{0} | {1}", "{0:>3}.  {1}"])
def test_numbers_that_count_the_lines_are_left_out(way):
    plain = sheet("{n}. {q}\n{a}").splitlines()
    text = "\n".join(way.format(at, line) for at, line in enumerate(plain, start=7))
    assert after(without_line_numbers, text) == plain


@pytest.mark.parametrize("way", ["{n}. {a}", "{n}  {q} {a}", "{n}: {a}", "{n}\t{q}\t{a}"])
def test_the_numbers_of_questions_are_no_line_numbers(way):
    text = sheet(way)
    assert after(without_line_numbers, text) == [*text.splitlines(), ""]


HEADER = "From: Ann Lee <ann@a.org>\nSent: Friday, May 3, 2019\nTo: Bob\nSubject: RE: sheet\n\n"


def test_a_mails_header_is_listed_and_is_no_answer():
    reading = read_text(HEADER + sheet("{n}. {q}\n{a}"))
    assert [piece.why for piece in reading.report.furniture][:4] == [MAIL] * 4
    assert wrong(reading) == {}


def test_settings_of_a_markdown_file_are_listed():
    reading = read_text("---\ntitle: A sheet\nid: 77\n---\n" + sheet("{n}. {q}\n{a}"))
    assert [piece.text for piece in reading.report.furniture if piece.why == SETTINGS][1] == "title: A sheet"


def test_one_field_is_no_header():
    text = "Date: May 3\n" + sheet("{n}. {q}\n{a}")
    assert after(with_head_aside, text)[0] == "Date: May 3"
