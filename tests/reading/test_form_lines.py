"""What a form prints round answers, in their place or among their rows: none of it is the answer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.reading import read_text
from atop_coder.reading.report import Sureness
from tests.reading.sheets import prompt, read_one, sheet_text


@pytest.mark.parametrize("line", ["____{}____", "__{}", "{}________", "______ {} ______"])
def test_the_line_to_write_on_is_no_part_of_an_answer(line):
    assert read_one(18, line.format("They help each other.")).sheet[18].details == "They help each other."
    assert read_one(1, line.format("3005")).sheet[1].value == 3005


@pytest.mark.parametrize("text", ["____Yes____", "___ Yes. ___"])
def test_a_choice_on_its_line_is_the_answer(text):
    assert read_one(21, text).sheet[21].value == "yes"


def test_blanks_of_a_menu_stay():
    assert read_one(21, "____ Yes\n_X__ No").sheet[21].value == "no"


@pytest.mark.parametrize("label", ["Description", "If yes", "If yes, describe", "Details", "Explanation"])
def test_a_label_before_many_descriptions_is_told_apart(label):
    text = sheet_text(dict.fromkeys((8, 21, 22, 24), f"Yes.\n{label}: They do so.") | {25: f"No.\n{label}:"})
    reading = read_text(text)
    assert [reading.sheet[one].details for one in (8, 21, 25)] == ["They do so.", "They do so.", ""]
    assert sum(piece.text.startswith(label) for piece in reading.report.furniture) == 5


def test_a_label_at_one_answer_stays():
    assert "Description" in read_one(21, "Yes.\nDescription: so.").sheet[21].details


@pytest.mark.parametrize(
    "printed", ["Yes / No", "Yes   No", "[ ] Yes  [ ] No", "yes | no", "Yes, No", "Yes or No"]
)
@pytest.mark.parametrize("answer", ["No.", "Yes. They help (Art. 3)."])
def test_an_unmarked_list_below_an_answer_is_the_forms(printed, answer):
    reading = read_one(21, f"{answer}\n{printed}")
    alone = read_one(21, answer)
    assert reading.sheet[21] == alone.sheet[21]
    assert reading.report.of(21).sureness == alone.report.of(21).sureness


def test_a_marked_list_below_an_answer_counts():
    assert read_one(21, "No.\n[x] Yes  [ ] No").report.of(21).sureness == Sureness.UNSURE


@pytest.mark.parametrize(
    "marked", ["(Yes ___ No _X_)", "(Yes, No X)", "(___ Yes _X_ No)", "[Yes __ / No __X__]"]
)
@pytest.mark.parametrize("number", [8, 21, 44])
def test_what_is_marked_in_the_brackets_of_a_prompt_is_the_answer(marked, number):
    text = sheet_text({number: ""}).replace(prompt(number), prompt(number).replace("(Yes, No)", marked))
    reading = read_text(text)
    assert (reading.sheet[number].value, reading.sheet[number].details) == ("no", "")
    assert reading.report.of(number).sureness == Sureness.LIKELY


@pytest.mark.parametrize("marked", ["(Yes X, No X)", "(Yes _X_ No _X_)"])
def test_two_marks_in_the_brackets_of_a_prompt_are_in_doubt(marked):
    reading = read_text(sheet_text({21: ""}).replace(prompt(21), prompt(21).replace("(Yes, No)", marked)))
    assert reading.sheet[21].value is None
    assert reading.report.of(21).sureness == Sureness.UNSURE


def test_the_end_of_a_prompt_below_its_answer_is_the_prompts():
    begun, rest = prompt(21).split(" If Yes")
    text = sheet_text({21: ""}).replace(prompt(21), f"{begun}\nYes. Loans.\nIf Yes{rest}")
    reading = read_text(text)
    assert (reading.sheet[21].value, reading.sheet[21].details) == ("yes", "Loans.")
    assert f"If Yes{rest}" in [piece.text for piece in reading.report.furniture]


@given(st.sampled_from(["Quorb7", "Жук85", "漢字", "x1y2"]))
def test_a_word_within_the_last_sentence_of_a_prompt_is_told(word):
    text = sheet_text({39: "No."}).replace("describe reference.", f"describe 0 {word}\nreference.")
    report = read_text(text).report
    told = [*(one.text for one in report.unplaced), *(one.text for one in report.placed)]
    assert word in " ".join(told)


@pytest.mark.parametrize("number", [1, 13])
def test_a_question_mark_behind_a_prompt_is_no_blank(number):
    placed = read_one(number, "?", between=" ").report.of(number)
    assert (placed.text.strip(), placed.sureness) == ("?", Sureness.UNSURE)
