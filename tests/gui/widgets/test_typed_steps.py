"""Undo goes by words and pauses: which changes of a text begin a step of their own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.gui.widgets import typed_steps
from atop_coder.gui.widgets.typed_steps import PAUSE, Change, TypedSteps, change_between


def steps(texts: list[str]) -> list[str]:
    """Of texts that follow one another, each with the cursor at its end, those before which a step begins."""
    counted = TypedSteps()
    return [old for old, new in pairwise(texts) if counted.begins(old, new, len(new))]


def typed(words: str) -> list[str]:
    return [words[:count] for count in range(len(words) + 1)]


def test_a_word_with_the_space_before_it_is_one_step():
    assert steps(typed("one two  three\nfour")) == ["", "one", "one two", "one two  three"]


def test_letters_taken_away_one_by_one_are_one_step():
    assert steps(["abc def", "abc de", "abc d", "abc ", "abc"]) == ["abc def"]


def test_what_is_typed_after_taking_away_is_another_step():
    assert steps(["ab", "a", "ax", "axy"]) == ["ab", "a"]


@pytest.mark.parametrize("pasted", ["one two", "abc"])
def test_what_is_pasted_stands_alone(pasted):
    assert steps(["", "x", f"x{pasted}", f"x{pasted}y"]) == ["", "x", f"x{pasted}"]


def test_a_letter_over_a_marked_text_begins_a_step_and_the_word_goes_on():
    assert steps(["old text", "1", "12"]) == ["old text"]


def test_typing_elsewhere_begins_a_step():
    counted = TypedSteps()
    assert counted.begins("one", "onex", 4)
    assert counted.begins("onex", "yonex", 1)


def test_a_pause_begins_a_step(monkeypatch):
    now = iter((0.0, PAUSE - 0.1, 2 * PAUSE))
    monkeypatch.setattr(typed_steps, "monotonic", lambda: next(now))
    assert steps(["", "a", "ab", "abc"]) == ["", "ab"]


def test_of_spaces_that_are_alike_the_one_at_the_cursor_is_new():
    assert change_between("a b", "a  b", cursor=2) == Change(1, "", " ")


@given(st.text("ab \n", max_size=12), st.text("ab \n", max_size=12))
def test_a_change_makes_the_one_text_of_the_other(old, new):
    change = change_between(old, new)
    assert old[: change.start] + change.added + old[change.start + len(change.removed) :] == new
    assert old[change.start :].startswith(change.removed)
