"""Remarks beside a value that give another one, and labels round one answer."""

import pytest

from atop_coder.form import Status, load_form
from atop_coder.reading.report import Sureness
from atop_coder.reading.values import Parsed, parse_answer


def read(number: int, text: str) -> Parsed:
    return parse_answer(load_form().question(number), text.split("\n"))


@pytest.mark.parametrize(
    ("number", "text", "value"),
    [
        (8, "No; JL says Yes", "no"),
        (8, "No. [should be Yes]", "no"),
        (8, "No, but AB coded Yes", "no"),
        (8, "No. The second coder has yes.", "no"),
        (8, "No - JL thinks yes", "no"),
        (8, "No [JL: N/A]", "no"),
        (8, "Yes (AB disagrees)", "yes"),
        (8, "Yes [wrong]", "yes"),
        (8, "Yes (really no)", "yes"),
        (8, "Yes [AB: this should be No]", "yes"),
        (2, "2050 [AL: it is 2051]", 2050),
        (2, "3017 (or 3018)", 3017),
        (2, "3017 (should be 3018)", 3017),
        (2, "3017 [3018]", 3017),
        (2, "3017, JL says 3018", 3017),
        (13, "Two (AL: three)", 2),
        (13, "2 [should be 3]", 2),
        (16, "Neutrality (JL: no)", ("neutrality",)),
    ],
)
def test_a_remark_that_gives_another_value_leaves_the_first_in_doubt(number, text, value):
    got = read(number, text)
    assert (got.answer.value, got.sureness) == (value, Sureness.UNSURE)
    assert got.answer.details


@pytest.mark.parametrize(
    "text", ["May 3, 1851 (should be May 4)", "May 3, 1851 [AL: 1852]", "May 3, 1851 [wrong]"]
)
def test_a_remark_that_gives_another_date_leaves_the_first_in_doubt(text):
    got = read(3, text)
    assert isinstance(got.answer.value, tuple)
    assert (len(got.answer.value), got.sureness) == (1, Sureness.UNSURE)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (8, "Yes [JL: Art. 3]"),
        (8, "Yes (it is stated in Art. 2)"),
        (8, "Yes. Article 2 (should be Art. 3)"),
        (8, "No. Egypt: no date given"),
        (8, "Yes (the parties should be consulted)"),
        (8, "Yes. The treaty should be ratified."),
        (8, "Yes. JL says: Article 3"),
        (2, "3017 (v. 4.1)"),
        (2, "3017 (added in 2004)"),
        (13, "2 (1883, 1902)"),
        (3, "May 3, 1851 (AL: see Art. 3)"),
    ],
)
def test_a_remark_about_something_else_leaves_the_value_sure(number, text):
    assert read(number, text).sureness == Sureness.SURE


def test_not_applicable_is_in_doubt_where_another_coder_gives_a_choice():
    got = read(8, "N/A [JL: Yes]")
    assert (got.answer.status, got.sureness) == (Status.NOT_APPLICABLE, Sureness.UNSURE)


@pytest.mark.parametrize("text", ["COW 4: 3017; COW 3: 217", "4: 3017", "3. 3017"])
def test_the_number_of_a_version_is_no_id(text):
    got = read(2, text)
    assert (got.answer.value, got.answer.details, got.sureness) == (None, text, Sureness.UNSURE)


@pytest.mark.parametrize("label", ["A: ", "Answer: ", "ANSWER:", "Ans: ", "> ", ">> ", "Response: "])
@pytest.mark.parametrize(
    ("number", "text", "value"),
    [(8, "No. Art. 3", "no"), (2, "3017", 3017), (61, "Bruno Castel", ("Bruno Castel",))],
)
def test_a_label_before_one_answer_is_no_part_of_it(label, number, text, value):
    got = read(number, label + text)
    assert (got.answer.value, got.sureness) == (value, Sureness.SURE)


@pytest.mark.parametrize("text", ["A: N/A", "Answer: N/A", "> N/A", "| N/A |", "**N/A**", "**N/A", "__N/A__"])
def test_a_status_is_read_behind_a_label_and_between_signs(text):
    assert read(57, text).answer.status == Status.NOT_APPLICABLE


def test_an_initial_is_no_label():
    assert read(61, "A. Marino").answer.value == ("A. Marino",)


@pytest.mark.parametrize("text", ["365 Russia Yemen", "365 Russia Vietnam", "200 UK Congo"])
def test_a_further_state_behind_a_members_name_is_told(text):
    assert read(4, text).sureness == Sureness.UNSURE


@pytest.mark.parametrize(
    "text",
    ["300 Austria Hungary", "678 Yemen Arab Republic", "910 Papua New Guinea", "365 Russia Soviet Union"],
)
def test_a_name_of_several_words_is_one_state(text):
    assert read(4, text).sureness == Sureness.SURE


@pytest.mark.parametrize(
    "text",
    [
        "between December 17 and January 27, 1926",
        "between May 4 and May 6, 1951",
        "sometime between May 3 and May 5, 1851",
    ],
)
def test_any_day_between_two_is_in_doubt(text):
    assert read(3, text).sureness == Sureness.UNSURE


def test_a_plus_parts_two_people():
    assert read(61, "Hyun Park + Ashley Moor").answer.value == ("Hyun Park", "Ashley Moor")


@pytest.mark.parametrize("text", ["Ann Lee\nADDENDUM", "Ann Lee\nCorrections", "Wen Li⁷", "[Ann Lee]"])
def test_what_may_be_no_name_is_told(text):
    assert read(61, text).sureness == Sureness.UNSURE


def test_yes_or_no_behind_one_of_the_choices_is_not_read_as_that_choice():
    got = read(6, "Treaty - No\nExecutive agreement - No")
    assert (got.answer.value, got.sureness) == (None, Sureness.UNSURE)


def test_a_line_that_names_the_other_choice_leaves_the_first_in_doubt():
    assert read(8, "Yes: XX\nNo: XX").sureness == Sureness.UNSURE
