"""Characters that nobody sees, or that look like others: what decides, and what is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.form import Status
from atop_coder.reading import Sureness, parse_answer, read_text
from atop_coder.reading.characters import deciding, kept, restored, strange_letters
from tests.reading.sheets import FORM

UNSEEN = [
    *"\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
    *"\u2060\u2061\u2062\u2063\u2064\u2066\u2069\ufeff\x00\x01\x1f\x7f",
]
SPACES = [*"\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000"]


def sheet(answers: dict[int, str]) -> str:
    return "\n".join(f"{one.number}. {one.prompt}\n{answers.get(one.number, '')}\n" for one in FORM.questions)


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
@pytest.mark.parametrize("shape", ["{}Yes. Art. 5", "Y{}es. Art. 5", "Yes{}. Art. 5", "Yes.{} Art. 5"])
def test_what_nobody_sees_decides_nothing(mark, shape):
    got = parse_answer(FORM.question(10), [shape.format(mark)])
    assert (got.answer.value, deciding(got.answer.details), got.sureness) == ("yes", "Art. 5", Sureness.SURE)


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_not_in_words_of_the_text(mark):
    got = parse_answer(FORM.question(10), [f"Yes. The trea{mark}ty lasts."])
    assert got.answer.details == "The treaty lasts."


@pytest.mark.parametrize("mark", [*"\u200b\u200e\u2060\xad"], ids=ascii)
def test_between_words_of_the_text_it_is_kept(mark):
    got = parse_answer(FORM.question(10), [f"Yes. The treaty {mark}lasts{mark} long."])
    assert got.answer.details == f"The treaty {mark}lasts{mark} long."


@pytest.mark.parametrize("mark", UNSEEN, ids=ascii)
def test_prompts_are_found_with_it_in_their_words(mark):
    text = sheet({10: "Yes.", 12: "No."})
    for old in ("10. Are", "12. "):
        text = text.replace(old, f"{mark}{old[0]}{mark}{old[1:]}{mark}")
    got = read_text(text).sheet
    assert (got[10].value, got[12].value) == ("yes", "no")


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_any_space_parts_words_and_is_kept_in_the_text(space):
    got = read_text(sheet({4: f"220{space}France", 10: f"Yes.{space}So says “Art.{space}5”."})).sheet
    assert [(one.ccode, one.name) for one in got.members] == [(220, "France")]
    assert (got[10].value, got[10].details) == ("yes", f"So says “Art.{space}5”.")


@pytest.mark.parametrize("hyphen", [*"\u2010\u2011\x1e\ufe63\uff0d"], ids=ascii)
def test_any_hyphen_is_one(hyphen):
    assert parse_answer(FORM.question(16), [f"Non{hyphen}aggression"]).answer.value == ("nonaggression",)


def test_a_hyphen_of_old_word_files_is_one_in_the_text_too():
    assert parse_answer(FORM.question(10), ["No. A non\x1eaggression pact."]).answer.details == (
        "A non-aggression pact."
    )


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [("e\ufb00ect", "effect"), ("\ufb01rst", "first"), ("con\ufb02ict", "conflict"), ("o\ufb03ce", "office")],
)
def test_ligatures_are_spelt_out(typed, spelt):
    assert read_text(sheet({10: f"Yes. The {typed}."})).sheet[10].details == f"The {spelt}."


@pytest.mark.parametrize(
    ("number", "text", "value"),
    [
        (1, "５０４０", 5040),
        (1, "٥٠٤٠", 5040),
        (1, "۵۰۴۰", 5040),
        (10, "Уes.", "yes"),
        (10, "Nо.", "no"),
        (10, "Ｙｅｓ．", "yes"),
        (10, "\U0001d418\U0001d41e\U0001d42c.", "yes"),
        (16, "Dеfense", ("defense",)),
    ],
)
def test_letters_and_digits_of_other_scripts_are_likely(number, text, value):
    got = parse_answer(FORM.question(number), [text])
    assert (got.answer.value, got.sureness) == (value, Sureness.LIKELY)
    assert "script" in got.why


def test_in_the_text_they_stay_and_raise_no_doubt():
    got = parse_answer(FORM.question(10), ["Yes. Договор, Nоrway, １９４１."])
    assert (got.answer.details, got.sureness) == ("Договор, Nоrway, １９４１.", Sureness.SURE)


@pytest.mark.parametrize("text", ["Но", "Да.", "ΝΑΙ"])
def test_words_of_another_alphabet_are_no_words_of_ours(text):
    got = parse_answer(FORM.question(10), [text])
    assert (got.answer.value, got.answer.details) == (None, text)


def test_a_line_of_unseen_characters_is_blank():
    assert parse_answer(FORM.question(10), ["\u200b\u200e", "\ufeff"]).answer.status == Status.BLANK


@given(st.text(max_size=40))
def test_plain_text_decides_as_it_is(text):
    assert deciding(deciding(text)) == deciding(text)
    assert kept(kept(text)) == kept(text)
    assert strange_letters(deciding(text)) == 0


@given(st.text(st.sampled_from("ab \n\u200b\xa0\u2011\xad１е"), max_size=30))
def test_what_is_restored_reads_as_before(text):
    plain = deciding(text)
    assert "".join(deciding(restored(plain, text)).split()) == "".join(plain.split())


def test_a_text_that_is_not_in_its_source_stays():
    assert restored("other words", "so\xa0they are") == "other words"


def test_a_word_that_a_soft_hyphen_parts_at_a_lines_end_is_whole():
    assert restored("the con cluded treaty", "the con\xad\ncluded treaty") == "the concluded treaty"
