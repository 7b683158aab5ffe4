"""Text in lines, and the places in it that are marked."""

import pytest

from atop_coder.gui.folder.marked_text import marked_layout
from atop_coder.gui.widgets.theme import Theme


@pytest.mark.parametrize("before", ["", "ab ", "é漢 ", "\U0001f642\U0001f642 "])
def test_just_the_words_of_the_span_are_marked_whatever_stands_before(theme: Theme, before: str):
    span = (len(before), len(before) + 4)
    (mark,) = marked_layout(f"{before}word and more", (span,), 500, theme).formats()
    units = len(before.encode("utf-16-le")) // 2
    assert (mark.start, mark.length) == (units, 4)


@pytest.mark.parametrize(("most", "lines"), [(1, 1), (3, 3)])
def test_no_more_lines_are_laid_out_than_are_wanted(theme: Theme, most: int, lines: int):
    assert marked_layout("word " * 200, (), 200, theme, most).lineCount() == lines


def test_all_lines_are_laid_out_where_nothing_is_said(theme: Theme):
    assert marked_layout("one\ntwo\nthree\nfour", (), 500, theme).lineCount() == 4
