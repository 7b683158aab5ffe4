"""Bullets and bracketed remarks before answers."""

import pytest

from atop_coder.form import load_form
from atop_coder.reading import Sureness, parse_answer

FORM = load_form()


@pytest.mark.parametrize("bullet", ["➢ ", "• ", "* ", "- ", "– ", "▪ ", "→ ", "\uf0b7 ", "•", "· "])
@pytest.mark.parametrize(
    ("number", "text", "value"),
    [(8, "No.", "no"), (1, "9901", 9901), (6, "Treaty", "treaty"), (13, "Two", 2)],
)
def test_a_bullet_before_a_value_is_left_out(bullet, number, text, value):
    parsed = parse_answer(FORM.question(number), [bullet + text])
    assert (parsed.answer.value, parsed.answer.details, parsed.sureness) == (value, "", Sureness.SURE)


@pytest.mark.parametrize(
    "remark",
    [
        "[AB: check]",
        "(JL)",
        "[JL]",
        "[check]",
        "[to check]",
        "(AB:)",
        "[?]",
        "(??)",
        "[sic]",
        "(Ann: see p. 3)",
    ],
)
@pytest.mark.parametrize(("text", "value"), [("No.", "no"), ("Yes. Art. 3", "yes"), ("yes", "yes")])
def test_a_remark_before_an_answer_is_kept_and_marked(remark, text, value):
    parsed = parse_answer(FORM.question(8), [f"{remark} {text}"])
    assert parsed.answer.value == value
    assert parsed.answer.details.endswith(remark)
    assert parsed.sureness == Sureness.LIKELY
    assert remark in parsed.why


@pytest.mark.parametrize(
    "text", ["(a) The parties consult.", "(12) No", "[Defense] they help", "(Art. 3)", "• First\n• Second"]
)
def test_what_is_no_remark_stays_in_a_description(text):
    assert parse_answer(FORM.question(18), text.split("\n")).answer.details.replace("\n\n", "\n") == text


def test_each_member_of_a_list_may_have_a_bullet():
    answer = parse_answer(FORM.question(4), ["• 220 France", "• 211 Belgium"]).answer
    assert [member.ccode for member in answer.value] == [220, 211]


def test_a_states_abbreviation_is_no_remark_among_members():
    parsed = parse_answer(FORM.question(4), ["(UK) 200", "220 France"])
    assert "UK" in str(parsed.answer)


@pytest.mark.parametrize("text", ["•", "*", "➢", "→ "])
def test_a_bullet_alone_is_blank(text):
    assert parse_answer(FORM.question(18), [text]).answer.is_blank
