"""Prompts: known by number, likeness and place, however they are numbered, worded, wrapped and spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.errors import AtopError
from atop_coder.form import Kind
from atop_coder.reading import Reading, Sureness, read_text
from atop_coder.reading.likeness import begin_alike, is_word_of, likeness, wordings
from atop_coder.reading.tails import has_tail
from tests.reading.sheets import FORM, prompt, read_one, sheet_text

# An answer of each kind that no prompt holds.
ANSWERS = {
    Kind.INTEGER: "5040",
    Kind.DATES: "December 25, 2003",
    Kind.MEMBERS: "703 Kyrgyzstan\n705 Kazakhstan",
    Kind.YES_NO: "Yes. They said so. (Art. 3)",
    Kind.TERMINATION: "Still in effect as of April 14, 2018",
    Kind.TEXT: "Nothing is said of it here.",
    Kind.DATE: "May 23, 2018",
    Kind.PEOPLE: "Jae-eon Lee and Ashley Leeds",
}
CHOSEN = {
    13: "Two",
    6: "Treaty",
    7: "Public",
    17: "Entente",
    16: "Defense; Offense",
    19: "Adversary; Noncompliance",
}
WHOLE = {one.number: CHOSEN.get(one.number) or ANSWERS[one.kind] for one in FORM.questions}
every_question = pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.number)


@pytest.fixture(scope="module")
def plainly() -> Reading:
    return read_text(sheet_text(WHOLE))


def same_answers(reading: Reading, plainly: Reading) -> None:
    differing = [number for number, answer in reading.sheet if answer != plainly.sheet[number]]
    assert differing == []


def wrapped(text: str, width: int) -> str:
    lines: list[str] = []
    for line in text.split("\n"):
        now = ""
        for word in line.split():
            if now and len(now) + 1 + len(word) > width:
                lines.append(now)
                now = word
            else:
                now = f"{now} {word}".strip()
        lines.append(now)
    return "\n".join(lines)


@every_question
def test_a_whole_sheet_has_an_answer_to_every_question(plainly, question):
    answer = plainly.sheet[question.number]
    assert not answer.is_blank
    assert (answer.value is None) == (question.kind == Kind.TEXT)
    placed = plainly.report.of(question.number)
    assert placed is not None
    assert placed.text.strip() == WHOLE[question.number]
    assert placed.sureness == Sureness.SURE


@pytest.mark.parametrize(
    "number",
    [
        "{}. ",
        "{}) ",
        "{}, ",
        "{}: ",
        "({}) ",
        "Q{}: ",
        "Q{}. ",
        "#{}. ",
        "Question {}: ",
        "{}.",
        "{} ",
        "  {}.  ",
        "{} - ",
    ],
)
def test_a_question_may_be_numbered_in_any_way(plainly, number):
    same_answers(read_text(sheet_text(WHOLE, number=number)), plainly)


@pytest.mark.parametrize("between", [" ", "  ", "\n\n", "\n    ", "\n\t"])
def test_an_answer_may_stand_behind_its_prompt_or_below(plainly, between):
    same_answers(read_text(sheet_text(WHOLE, between=between)), plainly)


@pytest.mark.parametrize("gap", ["\n", "\n\n\n", "\n \n\t\n"])
def test_questions_may_stand_near_or_far(plainly, gap):
    same_answers(read_text(sheet_text(WHOLE, gap=gap)), plainly)


@pytest.mark.parametrize("width", [38, 60, 72, 100])
def test_a_sheet_may_be_wrapped(plainly, width):
    same_answers(read_text(wrapped(sheet_text(WHOLE), width)), plainly)


@pytest.mark.parametrize("width", [60, 80])
def test_a_sheet_may_be_double_spaced(plainly, width):
    same_answers(read_text(wrapped(sheet_text(WHOLE), width).replace("\n", "\n\n")), plainly)


@pytest.mark.parametrize("change", [str.upper, str.lower])
def test_prompts_in_capitals_or_small_letters_are_known(plainly, change):
    text = sheet_text(WHOLE)
    for number in WHOLE:
        text = text.replace(prompt(number), change(prompt(number)))
    same_answers(read_text(text), plainly)


def test_prompts_without_any_number_are_known(plainly):
    same_answers(read_text(sheet_text(WHOLE, number="")), plainly)


def test_an_empty_form_is_all_blank():
    reading = read_text(sheet_text(dict.fromkeys(WHOLE, "") | {6: "", 7: "", 60: "", 61: ""}))
    assert reading.sheet.answered == 0
    assert [placed.question for placed in reading.report.placed] == list(WHOLE)


@every_question
def test_other_wordings_of_a_prompt_are_known(question):
    for wording in question.also:
        text = sheet_text({question.number: ANSWERS[Kind.TEXT]}).replace(question.prompt, wording)
        placed = read_text(text).report.of(question.number)
        assert placed is not None, wording
        assert placed.text.strip() == ANSWERS[Kind.TEXT], wording


@every_question
def test_the_short_title_of_a_question_is_known(question):
    text = sheet_text({question.number: ANSWERS[Kind.TEXT]}).replace(question.prompt, f"{question.short}:")
    placed = read_text(text).report.of(question.number)
    assert placed is not None
    assert placed.text.strip() == ANSWERS[Kind.TEXT]


@every_question
def test_a_slip_of_the_pen_in_a_prompt_is_borne(question):
    place = len(question.prompt) // 2
    slipped = question.prompt[:place] + question.prompt[place + 1 :]
    text = sheet_text({question.number: WHOLE[question.number]}).replace(question.prompt, slipped)
    reading = read_text(text)
    assert (
        reading.sheet[question.number]
        == read_one(question.number, WHOLE[question.number]).sheet[question.number]
    )


@given(st.sampled_from(FORM.questions), st.integers(0, 400))
def test_a_prompt_is_most_like_itself(question, cut):
    text = " ".join(wordings(question)[0].split()[: cut % 20 + 6])
    mine, _ = likeness(question, text)
    assert mine == max(likeness(one, text)[0] for one in FORM.questions)


@every_question
def test_a_prompt_begins_as_its_own_wordings_do(question):
    beginnings = [" ".join(wording.split()[:5])[:26] for wording in wordings(question)]
    assert [text for text in beginnings if question.number not in begin_alike(FORM, text)] == []


@pytest.mark.parametrize(
    ("word", "known"), [("alliance", True), ("allaince", True), ("of", True), ("fo", False), ("zebra", False)]
)
def test_a_word_of_a_prompt_may_be_misspelt(word, known):
    assert is_word_of(FORM.question(18), word) is known


# Numbers that are no prompts


ITEMS = (
    "The articles are:\n\n19. Each Party keeps peace.\n\n20. Each Party tells the other."
    "\n\n21. The treaty ends in 1950."
)


@pytest.mark.parametrize("mark", ["19.", "19)", "(19)", "#19."])
def test_a_numbered_list_in_an_answer_is_no_prompt(mark):
    text = ITEMS.replace("19.", mark)
    reading = read_text(sheet_text({18: text, 19: "No", 20: "N/A", 21: "No."}))
    assert reading.sheet[18].details == text
    assert reading.sheet[19].value == ()
    assert reading.sheet[21].value == "no"


def test_a_numbered_list_is_no_prompt_where_the_questions_are_missing():
    assert read_one(18, ITEMS).sheet[18].details == ITEMS
    assert read_one(18, ITEMS).sheet[19].is_blank


def test_codes_of_states_below_61_are_no_prompts():
    reading = read_one(
        4, "2 United States\n20 Canada\n31 Bahamas\n40 Cuba\n51 Jamaica\n52 Trinidad and Tobago"
    )
    assert [member.ccode for member in reading.sheet.members] == [2, 20, 31, 40, 51, 52]


def test_an_answer_that_points_to_a_question_is_no_prompt():
    assert read_one(48, "Yes. OSCE\n#47. is meant.").sheet[48].details == "OSCE\n\n#47. is meant."


# Order, gaps and repeats


def test_missing_questions_are_blank_and_named():
    reading = read_one(18, "They help.")
    assert reading.sheet[17].is_blank
    assert "17" in reading.report.notes[0]
    assert "18" not in reading.report.notes[0]


def test_swapped_questions_keep_their_answers(plainly):
    blocks = sheet_text(WHOLE).split("\n\n")
    blocks[23], blocks[24] = blocks[24], blocks[23]
    same_answers(read_text("\n\n".join(blocks)), plainly)


def test_questions_from_the_last_to_the_first_keep_their_answers(plainly):
    same_answers(read_text("\n\n".join(sheet_text(WHOLE).strip().split("\n\n")[::-1])), plainly)


def test_the_second_answer_of_a_repeated_question_is_shown():
    text = sheet_text({18: "They help.", 20: "So it is."})
    reading = read_text(text + f"\n18. {prompt(18)}\nThey do not.\n")
    assert reading.sheet[18].details == "They help."
    assert [piece.text for piece in reading.report.unplaced] == ["They do not."]
    assert "18" in reading.report.unplaced[0].why


def test_a_repeated_question_that_was_blank_at_first_is_answered_later():
    reading = read_text(sheet_text({18: ""}) + f"\n18. {prompt(18)}\nThey help.\n")
    assert reading.sheet[18].details == "They help."
    assert reading.report.unplaced == ()


def test_a_prompt_glued_to_the_answer_before_it_is_found():
    text = sheet_text({20: "So it is."}).replace(f"\n\n60. {prompt(60)}", f" 60. {prompt(60)}")
    reading = read_text(text)
    assert reading.sheet[20].details == "So it is."
    assert reading.sheet[60].value is not None


# Where a prompt ends

SWALLOWED = [
    "If any member is attacked, the others help at once. So it is said.",
    "If there is war, they help.",
    "If so, they help: at once.",
    "If Yes were the answer, they would help.",
    "(Note 5 of the protocol.) They help.",
    "(including Syria) They help.",
    "(only Art. 5)",
    "(see Art. 5)",
    "(may be renounced)",
    "- They help.",
    "Describe nothing of it.",
    "None of this is said.",
    "Two. 1855 and 1856",
]


@pytest.mark.parametrize("answer", SWALLOWED)
@pytest.mark.parametrize("number", [15, 18, 20, 28, 43, 57])
@pytest.mark.parametrize("between", [" ", "\n"])
def test_a_prompt_takes_nothing_of_an_answer(number, answer, between):
    assert read_one(number, answer, between=between).sheet[number].details == answer


@pytest.mark.parametrize("answer", SWALLOWED)
@pytest.mark.parametrize("number", [8, 13, 21, 45, 54])
def test_a_prompt_in_other_words_takes_nothing_of_an_answer(number, answer):
    for wording in FORM.question(number).also:
        text = sheet_text({number: answer}).replace(prompt(number), wording)
        placed = read_text(text).report.of(number)
        assert placed is not None
        assert placed.text.strip() == answer, wording


@pytest.mark.parametrize(
    "tail",
    [
        "(Yes, No)",
        "(yes/no)",
        "(Y or N)",
        "If Yes, describe.",
        "If yes, please describe the provisions:",
        "If no, explain.",
        "If so, which war?",
        "(List all that apply.)",
        "(use COW country codes)",
        "(Note whether only in the event of hostilities or also during peacetime.)",
    ],
)
def test_sentences_that_end_prompts_are_known(tail):
    assert has_tail(f"Is there such a thing? {tail}")
    text = sheet_text({27: "No."}).replace(prompt(27), f"{FORM.question(27).also[0]} {tail}")
    assert read_text(text).sheet[27].value == "no"


@pytest.mark.parametrize("text", SWALLOWED)
def test_answers_are_no_sentences_that_end_prompts(text):
    assert not has_tail(text)


def test_text_put_into_a_prompt_is_shown():
    words = prompt(44).split()
    text = sheet_text({44: "No."}).replace(prompt(44), " ".join([*words[:6], "Zebra 77\n", *words[6:]]))
    reading = read_text(text)
    assert "Zebra 77" in " ".join(piece.text for piece in reading.report.unplaced)
    assert reading.sheet[44].value == "no"


def test_text_before_the_first_question_is_shown():
    reading = read_text("Coded in a hurry.\n\n" + sheet_text({}))
    assert [piece.text for piece in reading.report.unplaced] == ["Coded in a hurry."]
    assert reading.report.unplaced[0].line == 1


def test_text_between_a_heading_and_the_next_question_is_shown():
    heading = FORM.sections[4].heading
    text = sheet_text({}).replace("60. ", f"{heading}\n\nFilled in later.\n\n60. ", 1)
    assert [piece.text for piece in read_text(text).report.unplaced] == ["Filled in later."]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_text_with_fewer_than_three_prompts_is_no_codesheet(count):
    text = "\n\n".join(f"{number}. {prompt(number)}\nNo." for number in (8, 9)[:count])
    with pytest.raises(AtopError) as caught:
        read_text(text + "\nDear Sir, this is a letter.", "letter.txt")
    assert caught.value.code == "not-a-codesheet"
    assert "letter.txt" in str(caught.value)
