"""Where pages end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.gui.paper.paging import Strip, break_pages

LINE = 10.0


def strips(holds: str) -> list[Strip[int]]:
    """Lines under one another; an `h` holds the next."""
    return [Strip(at * LINE, (at + 1) * LINE, at, one == "h") for at, one in enumerate(holds)]


def pages(holds: str, lines: float) -> list[list[int]]:
    return [[strip.what for strip in page] for page in break_pages(strips(holds), lines * LINE)]


def test_what_fits_is_on_one_page():
    assert pages("...", 3) == [[0, 1, 2]]


def test_a_full_page_ends():
    assert pages(".....", 2) == [[0, 1], [2, 3], [4]]


def test_a_line_that_holds_the_next_goes_with_it():
    assert pages("..h..", 3) == [[0, 1], [2, 3, 4]]


def test_a_chain_goes_as_a_whole():
    assert pages(".hhh.", 4) == [[0], [1, 2, 3, 4]]


def test_a_chain_longer_than_a_page_is_broken_where_the_page_is_full():
    assert pages("hhhhh.", 4) == [[0, 1, 2, 3], [4, 5]]


def test_the_last_line_may_hold_nothing():
    assert pages("..h", 3) == [[0, 1, 2]]


def test_space_between_lines_counts_but_not_that_above_a_page():
    spread = [Strip(0, 10, 0), Strip(15, 25, 1), Strip(40, 50, 2), Strip(55, 65, 3)]
    assert [[one.what for one in page] for page in break_pages(spread, 25)] == [[0, 1], [2, 3]]


def test_nothing_makes_no_page():
    assert list(break_pages([], 100)) == []


@given(st.text("h.", max_size=60), st.integers(1, 12))
def test_every_line_is_on_one_page_in_order(holds, lines):
    found = pages(holds, lines)
    assert [one for page in found for one in page] == list(range(len(holds)))
    assert all(1 <= len(page) <= lines for page in found)


@given(st.text("h.", max_size=60), st.integers(1, 12))
def test_no_page_ends_with_a_held_line_unless_it_must(holds, lines):
    for page in pages(holds, lines)[:-1]:
        if holds[page[-1]] == "h":
            assert {holds[at] for at in page[1:]} <= {"h"}


@pytest.mark.parametrize("height", [0, 5])
def test_a_line_taller_than_the_page_has_a_page_of_its_own(height):
    assert [len(page) for page in break_pages(strips("..."), height)] == [1, 1, 1]
