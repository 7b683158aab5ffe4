"""Where a prompt ends: its last words in any wording are no answer, and a short answer is never swallowed."""

from random import Random

import pytest

from atop_coder.form import Kind
from atop_coder.reading import Sureness, read_text
from tests.reading.sheets import FORM, prompt, sheet_text

CUT_ANSWERS = (
    "The text is unclear here.",
    "See protocol.",
    "unclear",
    "N/A",
    "𝔘nclear",
    "Both",
    "none stated",
    "UNCLEAR",
)


def cut_sheet(answers: dict[int, str], prompts: dict[int, str], between: str) -> str:
    """A whole sheet in which some prompts break off, and the answers to them follow."""
    return "\n\n".join(
        f"{one.number}. {prompts.get(one.number, one.prompt)}{between}{answers.get(one.number, 'N/A')}"
        for one in FORM.questions
    )


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["line", "empty line"])
@pytest.mark.parametrize("seed", range(6))
def test_an_answer_behind_a_prompt_that_breaks_off_comes_out_or_is_doubted(between, seed):
    chance = Random(seed)
    questions = [one for one in FORM.questions if one.number % 9 == seed]
    cuts = {one.number: chance.randint(1, len(one.prompt.split())) for one in questions}
    prompts = {number: " ".join(prompt(number).split()[:count]) for number, count in cuts.items()}
    answers = {number: chance.choice(CUT_ANSWERS) for number in cuts}
    report = read_text(cut_sheet(answers, prompts, between)).report
    silent = [
        (number, prompts[number], answers[number], placed.text)
        for number in cuts
        if (placed := report.of(number))
        and placed.text.strip() != answers[number]
        and placed.sureness != Sureness.UNSURE
    ]
    assert silent == []


TAILS = [
    "If Yes, specify.",
    "If yes, please specify:",
    "If so, cite the article.",
    "If yes, indicate which.",
    "If Yes, please list them.",
    "If yes, explain briefly.",
    "Please give details.",
    "Describe if so.",
    "(specify)",
    "[Yes/No]",
    "(Y/N) If Y, describe.",
    "(Yes, No, Unknown) If Yes, describe.",
    "If “Yes,” describe.",
    "If affirmative, specify.",
    "Answer Yes or No. If Yes, describe.",
    "if yes describe",
    "If yes, what are they?",
    "Provide details and quote the text.",
]


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize("number", [8, 27, 53])
def test_the_last_words_of_a_prompt_are_no_answer_however_they_are_worded(tail, between, number):
    first = prompt(number).split(" (Yes")[0]
    text = sheet_text({number: "No."}, between=between).replace(prompt(number), f"{first} {tail}")
    answer = read_text(text).sheet[number]
    assert (answer.value, answer.details) == ("no", "")


@pytest.mark.parametrize(
    ("number", "wording", "answer"),
    [
        (16, "Type of alliance (defense, offense, neutrality):", "Defense pact"),
        (16, "Type of alliance (choose all that apply: defense pact, offense pact)", "Offense pact"),
        (17, "Type of alliance as coded in COW data (entente, neutrality pact or defense pact):", "Entente"),
        (6, "Means by which alliance was established (executive agreement, treaty):", "Treaty"),
        (7, "Was the treaty public or secret? (secret, public)", "Secret"),
        (19, "Are any of the obligations contingent upon any of the following (attack, location):", "Attack"),
        (20, "Describe the nature of the limits to obligations listed in #18.", "They are few."),
        (20, "Describe the nature of the limits to obligations listed above.", "They are few."),
    ],
)
def test_a_shortened_list_or_a_pointer_in_a_prompt_is_no_answer(number, wording, answer):
    text = sheet_text({number: answer}).replace(prompt(number), wording)
    assert read_text(text).report.of(number).text.strip() == answer


@pytest.mark.parametrize(
    "answer", ["Note: the English text is lost.", "State 200 did.", "List of all: none."]
)
def test_an_answer_that_begins_like_an_order_stays(answer):
    number = 18
    assert read_text(sheet_text({number: answer})).sheet[number].details == answer


@pytest.mark.parametrize("answer", ["Treaty: 12 UNTS 34.", "Treaty and secondary sources: a history."])
@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize("wording", [prompt(58), "Source of coding information:"])
def test_words_of_a_prompt_may_begin_its_answer(answer, between, wording):
    text = sheet_text({58: answer}, between=between).replace(prompt(58), wording)
    assert read_text(text).sheet[58].details == answer


def test_a_prompt_that_breaks_off_in_its_line_is_doubted():
    text = sheet_text({18: "unclear"}, between=" ")
    text = text.replace(prompt(18), "Describe the obligations of the alliance")
    placed = read_text(text).report.of(18)
    assert (placed.text.strip(), placed.sureness) == ("unclear", Sureness.UNSURE)


PLACEHOLDERS = [
    "Click or tap here to enter text.",
    "Click here to enter text",
    "Choose an item.",
    "[insert answer]",
    "Type here",
    "…………",
    "______",
    "Click or tap to enter a date.",
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
@pytest.mark.parametrize("number", [1, 3, 8, 18, 60])
def test_a_placeholder_of_an_unfilled_form_is_a_blank(text, number):
    reading = read_text(sheet_text({number: text}))
    assert reading.sheet[number].is_blank
    assert text in [piece.text for piece in reading.report.furniture]


@pytest.mark.parametrize("text", ["TBD", "To be determined", "pending"])
@pytest.mark.parametrize("number", [8, 18, 59])
def test_an_answer_that_is_still_to_come_is_doubted(text, number):
    assert read_text(sheet_text({number: text})).report.of(number).sureness == Sureness.UNSURE


def test_every_yes_or_no_question_has_a_prompt_whose_tail_is_known():
    kinds = {one.number for one in FORM.questions if one.kind == Kind.YES_NO}
    wrong = [n for n in kinds if read_text(sheet_text({n: "No."})).sheet[n].value != "no"]
    assert wrong == []
