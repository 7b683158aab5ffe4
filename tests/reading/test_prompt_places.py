"""Prompts whose words are plain: found whatever stands for their number, and never part of an answer."""

from collections.abc import Callable

import pytest

from atop_coder.reading import read_text
from tests.reading.sheets import FORM, prompt, sheet_text
from tests.reading.test_prompts import WHOLE

FIRST = {
    question.number: place
    for section in FORM.sections
    for place, question in enumerate(FORM.questions_of(section), start=1)
}
NUMBERS: dict[str, Callable[[int], str]] = {
    "l2.": lambda number: str(number).replace("1", "l").replace("0", "O") + ". ",
    "S8 .": lambda number: str(number).replace("5", "S").replace("8", "B") + " . ",
    "1 2.": lambda number: " ".join(str(number)) + ". ",
    "shifted": lambda number: f"{number + 1}. ",
    "restarting": lambda number: f"{FIRST[number]}. ",
    "letters": lambda number: f"{chr(97 + number % 26)}) ",
    "all the same": lambda number: "1. ",
    "of a section": lambda number: f"{1 + number // 15}.{number}. ",
    "item": lambda number: f"Item {number}: ",
    "sign": lambda number: f"§{number} ",
    "none": lambda number: "",
}


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_plain_prompt_is_found_whatever_stands_for_its_number(name, gap):
    text = gap.join(f"{NUMBERS[name](number)}{prompt(number)}\n{WHOLE[number]}" for number in WHOLE)
    report = read_text(text).report
    wrong = [number for number in WHOLE if report.of(number).text.strip() != WHOLE[number]]
    assert wrong == []


@pytest.mark.parametrize("answer", ["No", "No.", "Yes. They help. (Art. 3)", "in 1951", "unclear"])
@pytest.mark.parametrize("number", ["9. ", "", "33. ", "Q9: "])
def test_no_answer_swallows_a_plain_prompt_that_is_glued_to_it(answer, number):
    text = sheet_text({8: answer, 9: "No."}).replace(f"\n\n9. {prompt(9)}", f" {number}{prompt(9)}")
    report = read_text(text).report
    assert [report.of(one).text.strip() for one in (8, 9)] == [answer, "No."]


def test_a_plain_prompt_that_was_found_already_ends_an_answer():
    text = sheet_text({8: "No.", 20: "So it is."}) + f"\n{prompt(8)}\nYes. Later.\n"
    reading = read_text(text)
    assert reading.sheet[8].value == "no"
    assert "Yes. Later." in [piece.text for piece in reading.report.unplaced]


@pytest.mark.parametrize("mark", ["(continued)", "(cont'd)", "(cont.)", "– continued", "(Continued):"])
@pytest.mark.parametrize("before", ["", "18. ", "Q18 ", f"18. {prompt(18)} "])
def test_a_mark_that_an_answer_goes_on_is_none_of_it(mark, before):
    text = sheet_text({18: f"They help.\n\n{before}{mark}\nThey also consult."})
    assert read_text(text).sheet[18].details == "They help.\n\nThey also consult."


HEADINGS = [
    "PART IV",
    "== Treaty context ==",
    "SECTION lV:",
    "Section 4",
    "IV.",
    "IV. Treaty context",
    "SECCIÓN IV: CONTEXTO DEL TRATADO",
    "SECTION IV – CONTEXTE DU TRAITÉ",
    "Treaty context\n--------------",
    "Section IV\n=====",
    "treaty context",
    "## Treaty context",
    "SECTION IV: TREATY CONTXT",
    "Partie IV",
    "SECTION FOUR: TREATY CONTEXT",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_in_other_words_is_no_part_of_an_answer(heading):
    text = sheet_text({43: "So it is.", 44: "No."}).replace("\n\n44. ", f"\n\n{heading}\n\n44. ")
    reading = read_text(text)
    assert reading.sheet[43].details == "So it is."
    assert heading.split("\n")[0].strip() in [piece.text for piece in reading.report.furniture]


@pytest.mark.parametrize(
    "text",
    [
        "Section IV of the treaty says so.",
        "See Section IV.",
        "Part II of the protocol is secret.",
        "IV. The parties help.",
        "Documentation was not found.",
        "Obligations under Art. 3 are as follows.",
        "Section IV, Article 2 of the treaty",
    ],
)
def test_a_sentence_that_speaks_of_a_section_is_no_heading(text):
    assert read_text(sheet_text({43: text, 44: "No."})).sheet[43].details == text
