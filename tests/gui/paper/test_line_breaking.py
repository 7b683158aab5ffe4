"""Lines that end at spaces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from atop_coder.gui.paper.line_breaking import break_places
from atop_coder.gui.paper.paper_document import BODY, paper_font

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH = 200.0
PARTS = st.sampled_from(
    ["a", "peace", "non-aggression", "http://a.org/b/c", "x" * 90, "and/or", "漢字", "—", "\u00a0"]
)


def places(text: str) -> list[int]:
    return list(break_places(text, paper_font(BODY), WIDTH))


def test_a_text_of_plain_words_needs_no_breaks():
    assert places("peace and friendship " * 20) == []


def test_the_break_stands_before_the_word():
    texts = ["by " * count + "treaty-of-non-aggression" for count in range(30)]
    behind = {text[place:] for text in texts for place in places(text)}
    assert behind == {"treaty-of-non-aggression"}


def test_a_word_longer_than_a_line_is_left_to_be_parted():
    assert places("x-" * 150) == []


@given(st.lists(PARTS, max_size=40).map(" ".join))
def test_every_break_is_between_words_and_makes_no_line_too_long(text):
    found = places(text)
    assert all(text[place - 1] == " " and text[place] != " " for place in found)
    assert all(first < second for first, second in pairwise(found))
    measure = QFontMetricsF(paper_font(BODY))
    assert all(measure.horizontalAdvance(text[place:].split(" ")[0]) < WIDTH for place in found)
