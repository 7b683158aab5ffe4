"""Marks on pages that are set in two columns cover the column of an answer alone."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from atop_coder.gui.sidebar.source.page_columns import WHOLE, Column, Columns
from atop_coder.gui.sidebar.source.page_places import Mark, marks_of, question_at
from atop_coder.gui.sidebar.source.page_view import PageView
from atop_coder.reading import read_sheet
from atop_coder.reading.report import Line, Placed, ReadingReport


def lines_of(column: int, first: int, count: int = 6) -> list[Line]:
    left = 50 if column == 0 else 320
    return [
        Line(
            first + at, "words", 1, top=100 + 14 * at, bottom=112 + 14 * at, left=left, right=left + 230 + at
        )
        for at in range(count)
    ]


TITLE = Line(1, "A title over both", 1, top=60, bottom=72, left=150, right=450)


def two_columns() -> ReadingReport:
    """Question 5 takes three lines of the left column, 6 goes on from there into the right one."""
    lines = (TITLE, *lines_of(0, 2), *lines_of(1, 8))
    placed = (Placed(5, 2, 4, ""), Placed(6, 5, 10, ""), Placed(7, 11, 13, ""), Placed(8, 1, 1, ""))
    return ReadingReport("a.pdf", "pdf", lines=lines, placed=placed)


def test_a_mark_covers_its_own_column():
    (mark,) = marks_of(two_columns(), 5)
    assert (mark.top, mark.bottom, mark.column.left) == (100, 140, 50)
    assert 285 <= mark.column.right <= 320


def test_an_answer_in_both_columns_has_a_mark_in_each():
    first, second = marks_of(two_columns(), 6)
    assert first.column.right == second.column.left
    assert (first.top, second.top) == (142, 100)


def test_a_line_over_both_columns_is_marked_over_the_whole_width():
    assert [mark.column for mark in marks_of(two_columns(), 8)] == [WHOLE]


@pytest.mark.parametrize(
    ("across", "height", "question"), [(100, 110, 5), (100, 150, 6), (400, 110, 6), (400, 160, 7)]
)
def test_a_place_belongs_to_the_question_above_it_in_its_column(across, height, question):
    assert question_at(two_columns(), 0, height, across) == question


def test_a_page_of_one_column_is_marked_over_its_whole_width():
    columns = Columns(lines_of(0, 1))
    assert {columns.of(line) for line in lines_of(0, 1)} == {Column()}


def test_two_lines_beside_each_other_make_no_columns():
    beside = Line(9, "Page 3", 1, top=100, bottom=112, left=400, right=440)
    assert {Columns([*lines_of(0, 1), beside]).of(line) for line in (beside, *lines_of(0, 1))} == {WHOLE}


def test_the_lines_of_a_pdf_know_where_they_begin_and_end(tmp_path):
    canvas = Canvas(str(tmp_path / "drawn.pdf"))
    for at, line in enumerate(("1. ATOP ID:", "5040", "2. COW Alliance #:", "N/A", "61. Coder:", "Ann Lee")):
        canvas.drawString(100, 700 - 14 * at, line)
    canvas.save()
    lines = read_sheet(tmp_path / "drawn.pdf").report.lines
    assert {line.left for line in lines} == {100}
    assert all(110 < line.right < 300 for line in lines)


def test_the_view_tints_a_column_alone(qapp, theme):
    view = PageView(theme)
    view._sizes, view._tops, view._print = ((612.0, 792.0),), [0.0], (50.0, 550.0)
    whole = view.mark_box(Mark(0, 100, 140))
    column = view.mark_box(Mark(0, 100, 140, Column(50, 300)))
    assert column.width() < 0.6 * whole.width()
    assert column.left() >= whole.left()
    assert column.right() < whole.center().x() + view.theme.px(4)
