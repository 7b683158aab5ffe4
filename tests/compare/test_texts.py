"""Which words of two texts differ, and both texts from where they begin to differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.compare import texts
from atop_coder.compare.texts import (
    SHORT,
    Spans,
    differing,
    on_one_line,
    short_pair,
    whole,
)

LONG = "The Parties shall meet each spring in the capital of one of them and take counsel"
WORDS = st.lists(
    st.sampled_from(["peace", "war", "treaty", "1815", "“Art.", "…", "𝔄", "\n\n"]), max_size=12
).map(" ".join)


def marked(text: str, spans: Spans) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_the_paragraphs_of_an_answer_stand_on_one_line():
    assert on_one_line(("Yes.", "“The end.” (Art. 2)")) == "Yes. “The end.” (Art. 2)"


def test_the_items_of_a_list_are_parted_on_one_line():
    assert on_one_line(("200 Great Britain\n220 France",)) == "200 Great Britain · 220 France"


def test_short_answers_are_shown_whole():
    assert short_pair("No.", "Yes.") == ("No.", "Yes.")


def test_long_answers_begin_shortly_before_the_first_word_that_differs():
    before, after = short_pair(LONG, LONG.replace("spring", "autumn"))
    assert before.startswith("… meet each spring in")
    assert after.startswith("… meet each autumn in")


def test_words_that_are_added_at_the_end_are_seen():
    before, after = short_pair(LONG, f"{LONG} again")
    assert (before, after) == ("… take counsel", "… take counsel again")


def test_a_long_answer_that_differs_from_its_first_word_on_is_not_cut():
    assert short_pair(LONG, f"Now {LONG}") == (LONG, f"Now {LONG}")


def test_the_words_that_differ_are_marked_on_both_sides():
    after = LONG.replace("spring", "late autumn")
    ours, theirs = differing(LONG, after)
    assert (marked(LONG, ours), marked(after, theirs)) == (["spring"], ["late autumn"])


def test_two_places_that_differ_are_two_marks():
    after = LONG.replace("Parties", "Powers").replace("counsel", "advice")
    assert marked(after, differing(LONG, after)[1]) == ["Powers", "advice"]


def test_words_that_are_only_gone_leave_no_mark_where_they_were():
    ours, theirs = differing(LONG, LONG.replace("each spring ", ""))
    assert (marked(LONG, ours), theirs) == (["each spring"], ())


def test_a_new_paragraph_is_marked_and_not_the_one_before():
    before, after = whole(("One.", "Two.")), whole(("One.", "Two.", "Three more."))
    ours, theirs = differing(before, after)
    assert ours == ()
    assert [part.strip() for part in marked(after, theirs)] == ["Three more."]


@pytest.mark.parametrize(("before", "after"), [("No.", "Yes."), ("", "Yes."), ("Yes.", ""), ("0", "3")])
def test_where_no_word_is_shared_nothing_is_marked(before: str, after: str):
    assert differing(before, after) == ((), ())


def test_beyond_what_is_held_against_one_another_the_middle_counts_as_changed(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(texts, "MAX_WORDS", 2)
    before, after = "a b same c d", "a x same y d"
    assert marked(before, differing(before, after)[0]) == ["b same c"]


@given(WORDS, WORDS)
def test_what_is_not_marked_is_the_same_on_both_sides(before: str, after: str):
    spans = differing(before, after)
    if spans == ((), ()):
        return
    left = [
        "".join(
            letter for place, letter in enumerate(text) if not any(a <= place < b for a, b in marks)
        ).split()
        for text, marks in zip((before, after), spans, strict=True)
    ]
    assert left[0] == left[1]


@given(WORDS)
def test_the_same_words_have_no_mark(text: str):
    assert differing(text, text) == ((), ())


@given(WORDS, WORDS)
def test_a_short_answer_is_never_changed(before: str, after: str):
    if max(len(before), len(after)) <= SHORT:
        assert short_pair(before, after) == (before, after)
