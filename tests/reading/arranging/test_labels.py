"""Labels before answers, and short labels in place of prompts."""

import pytest

from atop_coder.form import load_form
from atop_coder.reading import Sureness, read_text
from atop_coder.reading.arranging.labels import BY_LABEL, BY_PLACE, with_prompts_for_labels
from atop_coder.reading.arranging.wordings import LANGUAGES, all_labels, labels, prompts_in
from atop_coder.reading.words import plain
from tests.reading.arranging.sheets import ANSWERS, after, reading_of, sheet, wrong

FORM = load_form()
BEFORE = [
    "A: ",
    "Answer: ",
    "Ans. ",
    "Response: ",
    "Coding: ",
    ">> ",
    "--> ",
    "R: ",
    "=> ",
    "→ ",
    "ANSWER: ",
    "> ",
    "Coder’s answer: ",
    "A. ",
    "Code: ",
    "[Answer] ",
    "➢ ",
    "• ",
    "o ",
    "* ",
    "- ",
    "Answer - ",
    "A{n}: ",
    "\uf0b7 ",
    ":  ",
]


@pytest.mark.parametrize("label", BEFORE)
@pytest.mark.parametrize("between", ["\n", " ", "\n\n"])
def test_a_label_before_answers_is_left_out(label, between):
    assert wrong(reading_of(f"{{n}}. {{q}}{between}{label}{{a}}")) == {}


@pytest.mark.parametrize(
    "way", ["Q: {n}. {q}\nA: {a}", "Q{n}. {q}\nA{n}. {a}", "Question: {q}\nAnswer: {a}", "Q. {q}\nA. {a}"]
)
def test_labels_before_prompts_and_answers_are_left_out(way):
    assert wrong(reading_of(way)) == {}


def test_one_such_label_is_no_part_of_its_answer():
    reading = read_text(sheet("{n}. {q}\n{a}").replace("It was renounced.", "Answer: it was renounced."))
    assert reading.sheet[15].details == "it was renounced."


MARKS = [": ", " - ", "? ", " = ", ":\t", ":\n", " – ", " ... "]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("ask", ["short", "key", "upper"])
def test_short_titles_and_keys_are_labels(mark, ask):
    names = {"short": lambda n: FORM.question(n).short, "key": lambda n: FORM.question(n).key}
    names["upper"] = lambda n: FORM.question(n).short.upper()
    assert wrong(reading_of(f"{{q}}{mark}{{a}}", ask=names[ask])) == {}


SAID = {
    1: "ATOP #",
    2: "COW no.",
    3: "Signed",
    4: "Parties",
    5: "Wartime",
    6: "Form",
    7: "Secrecy",
    8: "New members",
    9: "Future members",
    10: "Specific length?",
    11: "Withdrawal",
    12: "Renewal",
    13: "Times renewed",
    14: "Ended",
    15: "Why ended",
    16: "Types",
    17: "COW type",
    18: "Obligations",
    24: "Symmetry",
    60: "Revised",
    61: "Coded by",
}


@pytest.mark.parametrize("way", ["{q}: {a}", "{n}. {q}: {a}", "- {q}: {a}", "> {q}: {a}"])
def test_usual_paraphrases_are_labels(way):
    assert wrong(reading_of(way, ask=SAID.__getitem__)) == {}


def test_what_is_known_by_a_label_is_marked():
    placed = reading_of("{q}: {a}", ask=SAID.__getitem__).report.of(8)
    assert placed is not None
    assert (placed.sureness, placed.why) == (Sureness.LIKELY, BY_LABEL)


def test_a_strange_label_in_its_place_is_taken_with_doubt():
    reading = reading_of("{q}: {a}", ask=lambda n: "Blarg" if n == 12 else SAID[n])
    placed = reading.report.of(12)
    assert placed is not None
    assert (reading.sheet[12].value, placed.sureness, placed.why) == ("no", Sureness.UNSURE, BY_PLACE)


def test_a_label_out_of_its_place_leaves_the_answer_before_it_in_doubt():
    text = sheet("{q}: {a}", ask=SAID.__getitem__) + "Withdrawal: maybe\n"
    placed = read_text(text).report.of(61)
    assert placed is not None
    assert placed.sureness == Sureness.UNSURE


def test_items_of_an_answer_are_no_labels():
    text = sheet("{q}: {a}", ask=SAID.__getitem__)
    reading = read_text(text.replace("They defend each other.", "Defense: they do.\nEntente: none."))
    assert "Entente: none." in reading.sheet[18].details


def test_a_sheet_with_prompts_keeps_its_lines():
    text = sheet("{n}. {q}\n{a}")
    assert after(with_prompts_for_labels, text) == [*text.splitlines(), ""]


def test_every_question_has_labels_and_prompts_in_other_languages():
    assert set(labels().values()) == set(FORM.by_number)
    for language in LANGUAGES:
        assert all(prompts_in(language)[number] for number in FORM.by_number)


def test_no_label_stands_for_two_questions():
    told: dict[str, int] = {}
    twice = [label for label, number in all_labels(FORM) if told.setdefault(plain(label), number) != number]
    assert twice == []


def test_the_answers_of_the_small_sheet_are_of_the_form():
    assert set(ANSWERS) <= set(FORM.by_number)
