"""Wrapped lines are put back together, and paragraphs stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.reading import read_text
from atop_coder.reading.found import Found
from atop_coder.reading.layout import Layout, counted, learn_layout, proportional, told_ends
from atop_coder.reading.report import Line
from atop_coder.reading.rows import Row
from tests.reading.sheets import FORM, prompt, sheet_text
from tests.reading.test_prompts import WHOLE, wrapped

LONG = (
    "The High Contracting Parties bind themselves to come to the aid of one another with all the means of"
    " which they dispose if one of them is attacked without provocation by a third Power, and to conclude no"
    " separate peace."
)
SECOND = (
    "The protocol that was added in the next year repeats this and names the ships that each Party has to"
    " provide."
)


def rows(*texts: str) -> list[Row]:
    return [Row(number, text) for number, text in enumerate(texts, start=1)]


def details_of(answer: str, width: int, number: int = 18, spacing: str = "\n") -> str:
    whole = dict(WHOLE) | {number: answer}
    text = "\n\n".join(wrapped(f"{one}. {prompt(one)}\n{text}", width) for one, text in whole.items())
    if spacing == "\n\n":
        text = text.replace("\n", "\n\n")
    return read_text(text).sheet[number].details


@pytest.mark.parametrize("width", range(40, 121, 8))
@pytest.mark.parametrize("spacing", ["\n", "\n\n"])
def test_a_wrapped_paragraph_is_one_again(width, spacing):
    assert details_of(LONG, width, spacing=spacing) == LONG


@pytest.mark.parametrize("width", range(40, 121, 16))
def test_two_wrapped_paragraphs_with_an_empty_line_between_stay_two(width):
    assert details_of(f"{LONG}\n\n{SECOND}", width) == f"{LONG}\n\n{SECOND}"


@pytest.mark.parametrize("width", [66, 72, 90])
def test_wrapped_paragraphs_under_one_another_are_parted_where_a_line_ends_early(width):
    lines = wrapped(LONG, width).split("\n")
    assert len(lines[-1]) < width - 20, "the example needs a short last line"
    assert details_of(f"{LONG}\n{SECOND}", width) == f"{LONG}\n\n{SECOND}"


def test_short_lines_are_paragraphs_of_their_own():
    answer = "Defense:\nArt. 3 of the treaty.\nConsultation:\nArt. 4 of the treaty."
    assert details_of(answer, 72) == answer.replace("\n", "\n\n")


def test_lines_of_a_sheet_that_is_not_wrapped_are_paragraphs():
    reading = read_text(sheet_text(WHOLE | {18: f"{LONG}\n{SECOND}"}))
    assert reading.sheet[18].details == f"{LONG}\n\n{SECOND}"


def test_a_word_that_a_hyphen_joins_across_lines_has_no_space():
    layout = Layout(prompt_width=30, answer_width=30)
    assert layout.paragraphs(rows("They act in their own self-", "defense and at once."))[0] == (
        "They act in their own self-defense and at once."
    )


def test_a_value_on_its_own_line_is_a_paragraph():
    layout = Layout(prompt_width=4, answer_width=4)
    assert layout.paragraphs(rows("No", "but see below"), lambda text: text == "No") == [
        "No",
        "but see below",
    ]


def test_a_paragraph_goes_on_over_the_end_of_a_page():
    layout = Layout(gap=0, prompt_width=40, answer_width=40)
    parts = [
        Row(1, "They help one another with all the means"),
        Row(2, ""),
        Row(3, "that they have.", 2, True),
    ]
    assert layout.paragraphs(parts) == ["They help one another with all the means that they have."]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("“They help one another with all they have.”", "(Art. 3)"),
        ("The Parties will come to the aid of the", "United Kingdom at once."),
        ("This is told in another treaty of then (Art.", "12) and in the protocol."),
    ],
)
def test_lines_that_belong_together_join(above, below):
    assert Layout(prompt_width=52, answer_width=52).joins(above, below)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Short.", "The next paragraph begins."),
        ("Section 9 — They trade with one another freely.", "Section 10 — They build roads."),
        ("(a) they keep the peace among themselves always;", "(b) they help one another."),
    ],
)
def test_lines_that_are_of_their_own_do_not_join(above, below):
    assert not Layout(prompt_width=52, answer_width=52).joins(above, below)


def test_without_a_known_width_nothing_joins():
    assert not Layout().joins("The Parties will come to the aid of the", "others")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_has_a_width(text):
    assert counted(text) == len(text)
    assert 0 <= proportional(text) <= 100 * len(text)


def test_wide_letters_are_wider():
    assert proportional("mmm") > proportional("nnn") > proportional("iii")


def test_nothing_is_learnt_from_nothing():
    assert learn_layout([], [], []) == Layout(gap=0)


@given(st.lists(st.text("ab .-(\t", max_size=30), max_size=12), st.floats(0, 60))
def test_no_word_is_lost_or_made_when_lines_are_joined(texts, width):
    parts = Layout(prompt_width=width, answer_width=width).paragraphs(rows(*texts))
    assert "".join("".join(parts).split()) == "".join("".join(texts).split())


def test_every_prompt_is_found_behind_every_width():
    for width in (44, 66, 88):
        text = "\n\n".join(wrapped(f"{one}. {prompt(one)}\n{text}", width) for one, text in WHOLE.items())
        assert [placed.question for placed in read_text(text).report.placed] == list(FORM.by_number)


def test_a_bracket_that_is_open_is_closed_in_the_next_line():
    layout = Layout(prompt_width=60.0, answer_width=60.0)
    assert layout.joins("They agree (as the note", "Says) that.", opened=True)
    assert not layout.joins("They agree (as the note", "Says) that.")


def test_a_line_without_brackets_leaves_one_open_that_was_open_before():
    texts = ("They promise help (in peace", "and in war", "Both ask) for as long as they last.")
    assert Layout(prompt_width=28.0, answer_width=28.0).paragraphs(rows(*texts)) == [" ".join(texts)]


@pytest.mark.parametrize(("first", "ends"), [(True, {}), (False, {1: False, 2: True})])
def test_ends_of_paragraphs_that_tear_prompts_are_only_those_of_lines(first, ends):
    """Where the file says that a paragraph ends in the middle of a prompt, it is of pasted lines."""
    texts = ("1. Are there provisions", "for help? (Yes, No)")
    lines = [
        Line(number, text, ends=end) for number, text, end in zip((1, 2), texts, (first, True), strict=True)
    ]
    assert told_ends(lines, rows(*texts), [Found(1, 0, 1, 19, 1.0)]) == ends


def test_a_hyphen_before_and_stands_for_a_word_and_joins_none():
    texts = ("They send land-", "and sea-forces now")
    assert Layout(prompt_width=18.0).paragraphs(rows(*texts)) == ["They send land- and sea-forces now"]
