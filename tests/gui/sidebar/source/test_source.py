"""The text that was read, told apart into prompts and answers, with wrapped lines put together."""

import pytest

from atop_coder.gui.sidebar.source.source import TextPart, join_pieces, passages, place_words
from atop_coder.reading import read_sheet
from atop_coder.reading.report import Line, Piece, ReadingReport
from atop_coder.sheet import Sheet


def of_question(document, number):
    return [
        one for one in passages(document.session.report, document.session.opened) if one.question == number
    ]


def test_a_prompt_and_its_answer_on_one_line_are_two_stretches(read):
    (passage,) = of_question(read, 1)
    assert passage.runs == (("1. ATOP ID:", TextPart.PROMPT), (" 5040", TextPart.ANSWER))


def test_a_wrapped_prompt_is_one_passage(read):
    prompt, answer = of_question(read, 13)
    assert prompt.runs[0][1] == TextPart.PROMPT
    assert prompt.text.endswith("(Do not include automatic renewals):")
    assert prompt.last == prompt.first + 1
    assert answer.runs == (("Zero.", TextPart.ANSWER),)


def test_a_wrapped_answer_is_put_together_as_the_reader_did(read):
    _prompt, value, quotation = of_question(read, 10)
    assert value.text == "Yes."
    assert "Party in writing of its intention" in quotation.text
    assert quotation.last == quotation.first + 2


def test_the_lines_of_a_list_stay_lines(read):
    _prompt, first, second = of_question(read, 4)
    assert (first.text, second.text) == ("703 Kyrgyzstan", "705 Kazakhstan")


def test_headings_and_lines_without_a_place_are_told_apart(read):
    parts = {
        one.text: one.runs[0][1]
        for one in passages(read.session.report, read.session.opened)
        if one.question is None
    }
    assert parts["SECTION II: OBLIGATIONS"] == TextPart.FURNITURE
    assert parts["This line stands under a heading."] == TextPart.UNPLACED


def test_no_word_of_the_text_is_lost_or_doubled(read):
    shown = " ".join(one.text for one in passages(read.session.report, read.session.opened))
    source = " ".join(line.text for line in read.session.report.lines)
    assert shown.split() == source.split()


def test_no_word_of_a_real_sheet_is_lost_or_doubled(real_sheets):
    for path in real_sheets:
        reading = read_sheet(path)
        shown = "".join("".join(one.text.split()) for one in passages(reading.report, reading.sheet))
        assert shown == "".join("".join(line.text.split()) for line in reading.report.lines)


def test_every_question_of_a_real_sheet_has_a_prompt_and_its_answer(real_sheets):
    for path in real_sheets:
        reading = read_sheet(path)
        found = passages(reading.report, reading.sheet)
        for placed in reading.report.placed:
            runs = [run for one in found if one.question == placed.question for run in one.runs]
            assert runs[0][1] == TextPart.PROMPT
            answer = "".join(text for text, part in runs if part == TextPart.ANSWER)
            assert "".join(answer.split()) == "".join(placed.text.split())


def test_the_place_of_an_answer_names_its_lines(read):
    assert place_words(read.session.report, 1) == "line 2"
    assert place_words(read.session.report, 4) == "lines 8–10"
    assert place_words(read.session.report, 61) == ""


def test_the_page_is_named_where_there_are_several(read):
    lines = tuple(Line(line.number, line.text, 1 + (line.number > 5)) for line in read.session.report.lines)
    report = ReadingReport("a.txt", "text", lines=lines, placed=read.session.report.placed)
    assert place_words(report, 4) == "page 2, lines 8–10"


def test_a_report_without_lines_has_no_passages():
    assert passages(ReadingReport("a.json", "json"), Sheet.empty()) == ()


LONG = "word " * 14 + "end"


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        ([Piece(5, LONG, "why"), Piece(6, "and the rest.", "why")], [f"{LONG} and the rest."]),
        ([Piece(5, LONG, "why"), Piece(7, "and the rest.", "why")], [LONG, "and the rest."]),
        ([Piece(5, LONG, "why"), Piece(6, "and the rest.", "else")], [LONG, "and the rest."]),
        ([Piece(5, "Short.", "why"), Piece(6, "Another.", "why")], ["Short.", "Another."]),
        ([], []),
    ],
)
def test_lines_that_plainly_go_on_are_one_piece(pieces, texts):
    assert [piece.text for piece in join_pieces(pieces)] == texts
