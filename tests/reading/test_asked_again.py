"""Questions asked twice, answers that repetition hides, and unfilled places of a form."""

import pytest

from atop_coder.form import load_form
from atop_coder.reading import Reading, read_text
from atop_coder.reading.report import Sureness
from tests.reading.sheets import prompt, read_one, sheet_text


def placed(reading: Reading, number: int):
    return next(one for one in reading.report.placed if one.question == number)


def asked_twice(first: str, second: str) -> Reading:
    return read_text(sheet_text({21: first}) + f"\nADDENDUM\n\n21. {prompt(21)}\n{second}\n")


def test_the_first_of_two_different_answers_is_in_doubt():
    got = asked_twice("No.", "Yes. Art. 3")
    assert got.sheet[21].value == "no"
    assert placed(got, 21).sureness == Sureness.UNSURE
    assert "asked again" in placed(got, 21).why


def test_the_same_answer_given_twice_is_no_other_answer():
    assert "asked again" not in placed(asked_twice("No.", "no"), 21).why


def test_an_answer_that_stands_only_where_it_is_asked_again_is_in_doubt():
    got = asked_twice("", "Yes.")
    assert (got.sheet[21].value, placed(got, 21).sureness) == ("yes", Sureness.UNSURE)


@pytest.mark.parametrize(
    "text", ["[your name]", "[Type here]", "[coder's name]", "{your full name}", "<name>"]
)
def test_what_a_form_asks_to_be_put_in_its_place_is_a_blank(text):
    got = read_one(61, text)
    assert got.sheet[61].is_blank
    assert [piece.text for piece in got.report.furniture] == [text]


@pytest.mark.parametrize("text", [">> Y (N)", ">> Y N", ">> Yes / No"])
def test_the_sign_of_a_quoted_line_marks_no_choice(text):
    assert placed(read_one(8, text), 8).sureness == Sureness.UNSURE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes........X  No......... Art. 5", "yes"),
        ("Yes.........  No........X Art. 5", "no"),
        ("Yes.....X No.....", "yes"),
        ("Yes: ..X..   No: ....", "yes"),
        ("Yes: ....   No: ..X..", "no"),
        ("X........Yes  .......No", "yes"),
    ],
)
def test_a_mark_belongs_to_the_choice_that_dots_lead_from(text, value):
    assert read_one(8, text).sheet[8].value == value


@pytest.mark.parametrize("bullet", ["+ ", "- ", "* "])
def test_two_ticked_boxes_of_a_list_are_in_doubt(bullet):
    got = read_one(8, f"{bullet}[x] Yes\n{bullet}[x] No")
    assert (got.sheet[8].value, placed(got, 8).sureness) == (None, Sureness.UNSURE)


def test_a_repeated_line_is_never_the_only_text_of_an_answer_in_silence():
    same = "Not discussed in the treaty text"
    answers = {one.number: "No." for one in load_form().questions if one.number not in (6, 7, 60, 61)}
    got = read_text(sheet_text({**answers, 15: same, 25: same, 35: same}))
    for number in (15, 25, 35):
        lost = got.sheet[number].is_blank
        assert placed(got, number).sureness == Sureness.UNSURE if lost else got.sheet[number].details == same


@pytest.mark.parametrize(
    "words", [" -- It was not secret; public.", " It was public, not secret", "\nnot secret but public"]
)
def test_words_of_an_answer_taken_for_the_question_are_never_a_sure_blank(words):
    got = read_text(sheet_text({7: ""}).replace(prompt(7) + "\n", prompt(7) + words + "\n"))
    assert not (got.sheet[7].is_blank and placed(got, 7).sureness == Sureness.SURE)
