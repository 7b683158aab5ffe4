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


# Where prompts in other words, with a wrong number, or without one stand

OTHER_WORDS = {
    7: "Was the treaty public, public but with secret articles, or secret?",
    8: "Does the treaty mention provisions for adding new members? (Yes, No) If yes, describe.",
    9: "Are any specific states named as possible future members? (Yes, No) If yes, which?",
    10: "Does the treaty have specific provisions about how long it is to last? (Yes, No) If yes, describe.",
    11: "Under what conditions, if any, may members renounce the treaty? If yes, describe the conditions.",
    12: "Does the treaty contain specific provisions for its renewal? (Yes, No) If yes, describe.",
    46: "Does the treaty include any existing treaties of one or more of the parties? (Yes, No) If yes, list"
    " the treaties\nincluded and describe the reference.",
    47: "Are international organizations referred to in the treaty? (Yes, No) If yes, list the organization"
    " and describe the\nreference.",
    48: "Are other existing alliances referred to in the treaty? (Yes, No) If yes, list the alliance and"
    " describe the\nreference.",
    49: "Does the treaty refer to companion agreements? (Yes, No) If yes, describe them.",
}


def other_words(numbers, shape: str = "{}. {}\n{}") -> str:
    blocks = [shape.format(number, OTHER_WORDS[number], f"Yes. Of {number}.") for number in numbers]
    return sheet_text({}).replace("60. ", "\n\n".join(blocks) + "\n\n60. ", 1)


@pytest.mark.parametrize("numbers", [(8, 10, 9, 11), (8, 9, 11, 10, 12), (9, 8, 10, 11)], ids=str)
def test_swapped_questions_in_other_words_keep_their_answers(numbers):
    sheet = read_text(other_words(numbers)).sheet
    assert {number: sheet[number].details for number in numbers} == {one: f"Of {one}." for one in numbers}


@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_prompts_in_other_words_that_are_numbered_with_a_hash_end_before_the_next(between):
    blocks = [f"#{one.number}. {OTHER_WORDS.get(one.number, one.prompt)}{between}" for one in FORM.questions]
    answers = {one.number: "Yes." if one.kind == Kind.YES_NO else WHOLE[one.number] for one in FORM.questions}
    reading = read_text("\n".join(b + a for b, a in zip(blocks, answers.values(), strict=True)))
    blank = [number for number, answer in reading.sheet if answer.is_blank]
    assert blank == []
    assert [reading.sheet[number].value for number in (46, 47, 48, 49)] == ["yes"] * 4
    assert [reading.sheet[number].details for number in (46, 47, 48, 49)] == [""] * 4


@pytest.mark.parametrize(("first", "second"), [(44, 45), (46, 45), (45, 46)])
def test_of_two_questions_with_one_number_each_is_known_by_its_words(first, second):
    wrong = {first: "No. The first.", second: "Yes. The second."}
    text = sheet_text(wrong).replace(f"{second}. {prompt(second)}", f"{first}. {prompt(second)}")
    sheet = read_text(text).sheet
    assert (sheet[first].details, sheet[second].details) == ("The first.", "The second.")


@pytest.mark.parametrize("wording", ["Modifies any existing treaties?", "COW alliance type:"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_prompt_that_is_repeated_is_no_part_of_the_answer_before(wording, gap):
    number, answer = (45, "No.") if wording.endswith("?") else (17, "N/A")
    block = f"{number}. {wording}\n{answer}{gap}"
    sheet = read_text(sheet_text({number: ""}).replace(f"{number}. {prompt(number)}\n", block * 2, 1)).sheet
    assert not sheet[number].is_blank
    assert sheet[number].details == ""


@pytest.mark.parametrize(
    "word", ["Treaty", "treaty", "describe.", "Obligations", "renewals", "companion agreements"]
)
@pytest.mark.parametrize("number", [28, 43])
def test_a_word_that_begins_a_prompt_is_none(number, word):
    text = sheet_text({number: f"They spoke of the\n{word}\nand no more of it."})
    assert (
        read_text(text).report.of(number).text.split()
        == f"They spoke of the {word} and no more of it.".split()
    )


@pytest.mark.parametrize("number", [1, 2, 13])
@pytest.mark.parametrize("answer", ["0", "2", "12"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_number_alone_below_its_prompt_is_the_answer(number, answer, gap):
    sheet = read_text(sheet_text({number: answer}, gap=gap)).sheet
    assert (sheet[number].value, sheet[number].details) == (int(answer), "")


@pytest.mark.parametrize("answer", ["Two", "Two: 1855 and 1856", "Zero.", "Once, in 1901"])
@pytest.mark.parametrize("between", [" ", "\n", "\n    "])
def test_a_count_behind_a_prompt_in_other_words_is_the_answer(answer, between):
    wording = (
        "How many times was the alliance renewed, when, and by what means?"
        " (Automatic renewals are\nnot counted.)"
    )
    text = sheet_text({13: answer}, between=between).replace(prompt(13), wording)
    assert read_text(text).report.of(13).text.strip() == answer


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_last_word_of_a_prompt_in_other_words_is_not_the_answers_first(gap):
    wording = f"Describe the obligations that the alliance partners{gap}undertake."
    reading = read_text(sheet_text({18: f"{gap}They help."}).replace(prompt(18), wording))
    assert reading.sheet[18].details == "They help."
    assert "undertake." in " ".join(piece.text for piece in reading.report.unplaced) + "."


@pytest.mark.parametrize("answer", ["none.", "unknown.", "They help.", "no.", "mutual help"])
def test_a_word_alone_below_a_prompt_that_breaks_off_is_the_answer(answer):
    wording = "Describe the obligations that the alliance partners have"
    text = sheet_text({18: answer}).replace(prompt(18), wording)
    assert read_text(text).report.of(18).text.strip() == answer


def test_the_address_of_a_link_between_prompt_and_answer_hides_neither():
    below = "COW alliance type:\n\nhttp://a.org/b\n\n\nDefense Pact"
    text = sheet_text({16: "Defense Pact", 17: "", 18: "They help. http://a.org/b"})
    sheet = read_text(text.replace(prompt(17), below)).sheet
    assert (sheet[16].details, sheet[17].value) == ("", "defense")


def test_a_question_that_is_spoken_of_at_the_begin_of_a_line_is_no_prompt():
    text = sheet_text({43: "But see the companion agreement\n(#49).\nNo more is said.", 44: "No."})
    assert read_text(text).sheet[43].details.endswith("No more is said.")


def test_an_answer_that_is_repeated_is_no_page_header():
    text = sheet_text({48: "Yes. Pact of the League (ATOP 3017; Art. 11)", 57: "x\n" * 20})
    text += f"\n48. {prompt(48)}\nYes. Pact of the League (ATOP 3017; Art. 11)\n"
    assert read_text(text).sheet[48].alliances == (3017,)


def test_a_choice_of_two_words_may_be_broken_at_the_lines_end():
    sheet = read_one(6, "executive\nagreement").sheet
    assert (sheet[6].value, sheet[6].details) == ("executive_agreement", "")


def test_a_prompt_without_answer_and_number_takes_nothing_of_the_next():
    words = {36: "", 37: "Unknown. No annex was found.", 38: "No."}
    text = sheet_text(words)
    for number in words:
        bare = prompt(number).replace("(Yes, No) ", "").replace(", If", "\nIf")
        text = text.replace(f"{number}. {prompt(number)}", f"{bare}\n")
    sheet = read_text(text).sheet
    assert sheet[36].is_blank
    assert sheet[37].details == "No annex was found."


@pytest.mark.parametrize("line", ["46. Second thing.", "(#46) so they say", "45. A third."])
@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n"])
def test_the_last_line_of_a_list_is_not_the_next_prompts_number(line, gap):
    """Where prompts have no numbers, and a line of an answer has that of a question like the next one."""
    answers = {
        43: f"They say:\n{line}",
        44: "No. The first.",
        45: "Yes. The second.",
        46: "Unknown. The third.",
    }
    text = sheet_text(answers, number="", gap=gap)
    sheet = read_text(text).sheet
    assert [sheet[number].details for number in (44, 45, 46)] == ["The first.", "The second.", "The third."]
    assert sheet[43].details.endswith(line)


@pytest.mark.parametrize(("number", "shown"), [(44, 45), (39, 40), (8, 9), (50, 60)])
def test_a_wrong_number_does_not_make_it_another_question(number, shown):
    text = sheet_text({number: "Yes. So it says.", 20: "N/A"})
    sheet = read_text(text.replace(f"{number}. {prompt(number)}", f"{shown}. {prompt(number)}")).sheet
    assert (sheet[number].value, sheet[number].details) == ("yes", "So it says.")


def test_questions_with_each_others_numbers_are_known_by_their_words():
    text = sheet_text({44: "No. The first.", 45: "Yes. The second."})
    text = text.replace("44. ", "@. ").replace("45. ", "44. ").replace("@. ", "45. ")
    reading = read_text(text)
    assert (reading.sheet[44].details, reading.sheet[45].details) == ("The first.", "The second.")
    assert reading.report.of(44).sureness == Sureness.LIKELY


@pytest.mark.parametrize("number", [20, 22])
@pytest.mark.parametrize("broken", ["#\n19", "question\n19"])
def test_the_number_of_another_question_within_a_prompt_may_begin_a_line(number, broken):
    text = sheet_text({number: "So it is.", 19: "Attack"})
    text = text.replace(prompt(number), prompt(number).replace("#19", broken))
    reading = read_text(text)
    assert reading.report.of(number).text.strip() == "So it is."
    assert reading.sheet[19].value == ("attack",)


def test_an_answer_with_a_line_like_a_prompt_that_was_not_found_is_unsure():
    answers = {56: "No.", 57: "None.", 58: "Treaty only.", 60: "May 23, 2018"}
    text = sheet_text(answers).replace("\n\n60. ", "\n\n59. Trtycttn: 34 UNTS 243\n\n60. ")
    reading = read_text(text)
    assert reading.report.of(59) is None
    assert reading.report.of(58).sureness == Sureness.UNSURE
    assert "59" in reading.report.of(58).why


def test_an_example_behind_a_prompt_is_the_answer():
    reading = read_text(sheet_text({56: "(e.g.,\nSyria)"}).replace(prompt(56), prompt(56).split(" (Yes")[0]))
    assert reading.report.of(56).text.split() == ["(e.g.,", "Syria)"]


@pytest.mark.parametrize("below", ["", "\nDoes it?", "\nArmaments of both."])
def test_no_prompt_takes_an_n_a_into_it(below):
    text = sheet_text({38: f"N/A{below}"}, between=" ").replace(prompt(38), "Armaments and rules of war")
    assert read_text(text).report.of(38).text.strip().startswith("N/A")


def test_a_prompt_without_number_may_begin_with_no():
    text = sheet_text({24: "Yes.", 25: "No. So it says."}, number="")
    sheet = read_text(text.replace(prompt(25), "No separate peace provision:")).sheet
    assert (sheet[24].details, sheet[25].details) == ("", "So it says.")


@pytest.mark.parametrize("number", [27, 47, 56])
def test_words_of_a_prompt_behind_its_mark_are_the_answers(number):
    answer = "Treaty zarn0.\nThe members say so."
    bare = prompt(number).split(" (Yes")[0]
    text = sheet_text({number: answer}, between=" ").replace(prompt(number), bare)
    assert read_text(text).report.of(number).text.strip() == answer


def test_a_strange_last_word_of_a_misspelt_prompt_is_shown():
    text = sheet_text({28: "nowhere:\nThey say so."}, between=" ")
    text = text.replace(prompt(28), "Additional coderr comments regarding treat yobligations")
    reading = read_text(text)
    whole = reading.report.of(28).text + " ".join(piece.text for piece in reading.report.unplaced)
    assert "nowhere" in whole
