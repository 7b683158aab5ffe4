"""Never wrong in silence: what leaves a value in doubt, is no value, or is one whatever stands round it."""

import pytest

from atop_coder.form import Status
from atop_coder.reading import Sureness, parse_answer
from tests.reading.sheets import FORM


def read(number: int, text: str):
    return parse_answer(FORM.question(number), text.split("\n"))


YES_OR_NO = [one.number for one in FORM.questions if set(one.labels) == {"yes", "no"}]


@pytest.mark.parametrize(
    "text",
    [
        "Yes and no: Art. 1",
        "Yes/No",
        "No / Yes",
        "Yes, No",
        "No, yes",
        "Yes. No.",
        "No. Yes.",
        "yes or no",
        "YES NO",
        "Yes: No.",
        "Yes; no",
        "No\nYes",
        "Yes.\nNo.",
        "Y/N",
        "Yes (No in Art. 5)",
        "No (Yes in the protocol)",
        "Yes to the first, no to the second",
        "Yes - but No for Norway",
        "Yes (1950), No (1960)",
        "Yes until 1960, then no",
        "No; yes for Norway",
        "No, see 18: yes",
        "Yes (none)",
        "No, not applicable",
    ],
)
@pytest.mark.parametrize("number", [10, 23, 56])
def test_yes_and_no_together_are_neither(number, text):
    got = read(number, text)
    assert (got.answer.value, got.sureness) == (None, Sureness.UNSURE)
    assert got.answer.details == "\n\n".join(text.split("\n"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes?", "yes"),
        ("No?", "no"),
        ("No (?)", "no"),
        ("Yes??", "yes"),
        ("Yes, probably", "yes"),
        ("No, I think", "no"),
        ("No. Unclear.", "no"),
        ("Yes (possibly)", "yes"),
        ("Yes – perhaps", "yes"),
        ("Yes, but not sure", "yes"),
        ("No [to be checked]", "no"),
        ("Yes, it seems so", "yes"),
        ("Yes, not really", "yes"),
        ("Yes, I’m not sure", "yes"),
        ("Yes, check", "yes"),
        ("Yess", "yes"),
        ("Ye s.", "yes"),
        ("Noo", "no"),
        ("No. 5", "no"),
        ("No. 18 says", "no"),
        ("no. of states is 5", "no"),
    ],
)
def test_a_doubtful_yes_or_no_is_told(text, value):
    got = read(10, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.UNSURE)
    assert got.why


@pytest.mark.parametrize("number", [1, 6, 7, 10, 13, 16, 17, 19, 60, 3, 4])
@pytest.mark.parametrize(
    "text",
    ["?", "??", "same", "Same as above", "ditto", "id.", "see #18", "See above.", "TBD", "to be coded"],
)
def test_what_points_elsewhere_or_nowhere_is_told_and_kept(number, text):
    got = read(number, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize("text", ["Not specified", "None stated.", "Probably yes", "Maybe", "Unclear", "Nil"])
def test_what_is_no_plain_answer_is_told(text):
    got = read(10, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize("question", FORM.questions, ids=lambda one: one.number)
@pytest.mark.parametrize("text", ["-", "–", "—", "--", " - ."])
def test_a_dash_is_blank_with_doubt(question, text):
    got = parse_answer(question, [text])
    assert (got.answer.status, got.sureness) == (Status.BLANK, Sureness.UNSURE)


@pytest.mark.parametrize("text", ["", "____", "........", "----------", ": ____"])
def test_a_line_to_write_on_is_blank_without_doubt(text):
    got = read(10, text)
    assert (got.answer.status, got.sureness) == (Status.BLANK, Sureness.SURE)


@pytest.mark.parametrize(
    "text",
    [
        "Yes. The parties may renounce it. No party may leave.",
        "Yes. It may be renounced, perhaps by notes.",
        "Yes. No Party may renounce it.",
        "Yes, no later than May 1950.",
        "Yes: approximately ten years.",
        "Yes. “Shall it last? It shall.”",
        "Yes, it appears in Article 5",
        "Yes. Possibly long sentences stay what they are.",
        "Yes (sic)",
        "Yes--Art. 1",
        "Yes -Art. 1",
        "“Yes” (Art. 5)",
        "**Yes**",
        "'Yes'",
        "Yes; unless denounced",
    ],
)
def test_what_speaks_of_the_treaty_leaves_a_yes_sure(text):
    got = read(10, text)
    assert (got.answer.value, got.sureness) == ("yes", Sureness.SURE)


@pytest.mark.parametrize(
    "text", ["No. The treaty requires nothing.", "No (see 18)", "No: none.", "No – Art. 5"]
)
def test_what_speaks_of_the_treaty_leaves_a_no_sure(text):
    got = read(10, text)
    assert (got.answer.value, got.sureness) == ("no", Sureness.SURE)


@pytest.mark.parametrize(("text", "value"), [("TRUE", "yes"), ("False", "no"), ("Yes-Art. 1", "yes")])
def test_what_stands_for_yes_or_no_is_likely(text, value):
    got = read(10, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.LIKELY)


@pytest.mark.parametrize("text", ["N/A?", "N/A (No)", "Unknown. Yes.", "N/A, probably"])
def test_a_status_beside_a_choice_or_a_question_mark_is_told(text):
    assert read(10, text).sureness == Sureness.UNSURE


# Lists of choices


@pytest.mark.parametrize(
    ("number", "text", "value"),
    [
        (16, "Defense pact, but nonaggression for Norway", ("defense", "nonaggression")),
        (16, "Defense, and offense in case of war", ("defense", "offense")),
        (16, "Defense – Art. 3; Consultation – Art. 4", ("defense", "consultation")),
        (16, "Defense (not offense)", ("defense",)),
        (16, "Defense, not consultation", ("defense",)),
        (16, "Defense; no offense", ("defense",)),
        (16, "Consultation, neither neutrality nor offense", ("consultation",)),
        (16, "Defense and possibly Consultation", ("defense",)),
        (16, "Defense and (maybe) consultation", ("defense",)),
        (16, "Defense?", ("defense",)),
        (16, "Defense, etc.", ("defense",)),
        (16, "Defense, ...", ("defense",)),
        (16, "Defense (?), offense", ("defense", "offense")),
        (16, "Defense, Consultaion", ("defense",)),
        (16, "Defense or neutrality", ("defense", "neutrality")),
        (16, "Defense pact: Yes\nNeutrality: No", ("defense", "neutrality")),
        (19, "Specific adversary - USSR, attack", ("adversary", "attack")),
        (19, "attack (Article 3), possibly location", ("attack",)),
        (19, "No?", ()),
        (19, "No.\nAttack", ()),
    ],
)
def test_a_list_that_goes_on_in_words_is_told(number, text, value):
    got = read(number, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.UNSURE)


@pytest.mark.parametrize(
    ("number", "text", "value"),
    [
        (19, "specific adversary (USSR), attack", ("adversary", "attack")),
        (19, "adversary (USSR; Germany), location (Europe)", ("adversary", "location")),
        (19, "number of adversaries [2] and attack", ("number_of_adversaries", "attack")),
        (16, "Defense (Art. 3), Consultation (Art. 4)", ("defense", "consultation")),
        (16, "Defense (Art. 3) and offense", ("defense", "offense")),
        (16, "Defense. No offense.", ("defense",)),
        (16, "Defense and consultation. See Articles 3 and 4 on offense.", ("defense", "consultation")),
        (16, "Consultation, Article 5.", ("consultation",)),
        (19, "No. It is not contingent on an attack.", ()),
    ],
)
def test_remarks_in_brackets_leave_a_list_whole(number, text, value):
    got = read(number, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.SURE)


@pytest.mark.parametrize(
    "text", ["1. Defense 2. Consultation", "(1) Defense (2) Consultation", "a) Defense; b) Consultation"]
)
def test_a_numbered_list_of_choices_is_read(text):
    got = read(16, text)
    assert (got.answer.value, got.answer.details) == (("defense", "consultation"), text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (16, "no consultation"),
        (16, "neither neutrality nor nonaggression"),
        (16, "Not defense"),
        (16, "Defense rather than offense"),
        (19, "No, attack"),
        (19, "No – attack"),
        (6, "not a treaty"),
        (6, "No treaty was signed"),
        (7, "not public"),
        (17, "Not entente"),
        (17, "Type II"),
    ],
)
def test_a_choice_that_is_denied_is_none(number, text):
    got = read(number, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (6, "Treaty?"),
        (6, "Treaty (probably)"),
        (6, "treaty; executive agreement"),
        (6, "Treaty\nDiplomatic notes"),
        (7, "Secret, possibly"),
        (17, "Type I, Type III"),
        (17, "Type I?"),
        (17, "Type I or II"),
        (17, "Entente (not defense)"),
    ],
)
def test_a_single_choice_beside_another_or_a_doubt_is_told(number, text):
    assert read(number, text).sureness == Sureness.UNSURE


# Numbers


@pytest.mark.parametrize(
    "text",
    [
        "5,040",
        "5040.0",
        "5040.",
        "No. 5040",
        "ATOP5040",
        "ATOP-5040",
        "ATOP_5040",
        "ATOPID 5040",
        "ATOP ID: 5040",
        "(5040)",
        "[5040]",
        "“5040”",
        "#5040",
        "05040",
        "Number 5040",
    ],
)
def test_an_id_is_read_however_it_is_dressed(text):
    got = read(1, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (5040, "", Sureness.SURE)


@pytest.mark.parametrize(
    "text",
    [
        "5.040",
        "5040 or 5041",
        "5040, 5041",
        "5040/5041",
        "5040-5041",
        "5040 and 5035",
        "5040 5041",
        "-5040",
        "1,234,567,890",
        "~5040",
        "5040a",
        "50 40",
        "5040 = 5035",
        "5040; 5041",
    ],
)
def test_what_may_be_another_id_is_kept_whole(text):
    got = read(1, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize(
    ("text", "value"), [("504O", 5040), ("l040", 1040), ("5040?", 5040), ("5040 (?)", 5040)]
)
def test_a_doubtful_id_is_told(text, value):
    got = read(1, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.UNSURE)


@pytest.mark.parametrize(
    "text",
    [
        "10-year renewal in 1960",
        "Ten-year renewals",
        "5 years",
        "Two years, in 1960",
        "once a year",
        "1 May 1960",
        "3 January",
        "Twice or three times",
        "two or more",
        "2-3",
        "2–3",
        "1 or 2",
        "2 + 1",
        "1 1/2",
        "twenty-one",
        "Twenty one",
        "several",
        "at least once",
        "more than once",
        "1st: 1960",
        "every five years",
        "O",
        "l",
        "3 further years",
        "2 articles",
    ],
)
def test_what_counts_something_else_is_no_count_of_renewals(text):
    got = read(13, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize(
    "text",
    [
        "2?",
        "once (1955), again 1960",
        "Once in 1955 and once in 1960",
        "Twice: 1955, 1960 and 1970",
        "2, maybe 3",
        "Zero; it was extended once",
        "None known",
        "once – perhaps twice",
        "1, 2, 3",
        "None, but extended",
        "One: 1955, 1960",
    ],
)
def test_a_count_that_its_text_does_not_bear_out_is_told(text):
    assert read(13, text).sureness == Sureness.UNSURE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1. May 1960\n2. June 1970", 2),
        ("1. 1960; 2. 1970; 3. 1980", 3),
        ("It was renewed twice", 2),
        ("The treaty was renewed three times: 1950, 1955, 1960", 3),
        ("Yes, once", 1),
        ("Not renewed.", 0),
    ],
)
def test_a_count_within_words_is_likely_and_the_words_stay(text, value):
    got = read(13, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.LIKELY)
    assert got.answer.details == "\n\n".join(text.split("\n"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Once, in 1960.", 1),
        ("Twice: 1955, 1960", 2),
        ("Twice, 1955 and again 1960", 2),
        ("2 (1960, 1970)", 2),
        ("three (3)", 3),
        ("Never renewed", 0),
        ("One. On May 4, 1921, for five more years until 1926.", 1),
        ("Zero. It ended in 1960.", 0),
    ],
)
def test_a_plain_count_is_sure(text, value):
    got = read(13, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.SURE)


@pytest.mark.parametrize("number", [15, 18, 20, 58])
@pytest.mark.parametrize("text", ["?", "??", "(?)"])
def test_a_question_mark_alone_is_told_under_questions_for_words_too(number, text):
    got = read(number, text)
    assert (got.answer.details, got.sureness) == (text, Sureness.UNSURE)


@pytest.mark.parametrize("text", ["N/A (4124)", "N/A, 4124"])
def test_a_number_beside_not_applicable_is_told(text):
    assert read(2, text).sureness == Sureness.UNSURE


@pytest.mark.parametrize("text", ["N/A – in version 4.1", "N/A (not in COW as of 2018)"])
def test_a_remark_beside_not_applicable_is_not(text):
    assert read(2, text).sureness == Sureness.SURE
