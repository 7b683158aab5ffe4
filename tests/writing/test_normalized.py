"""The normalized sheet: the layout of the contract, and back without a loss."""

import pytest
from hypothesis import HealthCheck, given, settings

from atop_coder.form import load_form
from atop_coder.reading.normalized import read_normalized
from atop_coder.sheet import Sheet, make_answer, sheet_from_data
from atop_coder.sheet.answer_lines import answer_paragraphs, read_answer
from atop_coder.writing.normalized import sheet_to_normalized
from tests.strategies import any_answers, examples, sheets

FORM = load_form()
SLOWLY = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]

SAMPLE_ANSWERS = {
    "3": {"value": [{"date": "2003-12-25"}]},
    "4": {"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]},
    "10": {"value": "yes", "details": "The treaty is concluded for an indefinite period."},
}
SAMPLE_PARTS = (
    """\
ATOP CODESHEET (form 5, normalized 1)

SECTION I: FORMATION, MEMBERS, AND DURATION

1. ATOP ID:
""",
    """
3. Signature date(s) (may vary for members in multilateral alliances):
    December 25, 2003

4. Members of alliance (use COW country codes):
    703 Kyrgyzstan
    705 Kazakhstan

5. """,
    """
10. Are there specific provisions in the treaty concerning the length of time the treaty is to last? (Yes, No) If Yes, describe.
    Yes.

    The treaty is concluded for an indefinite period.

11. """,  # noqa: E501  # a paragraph is one line however long
    """
43. Additional coder comments regarding references to alliance institutionalization:

SECTION IV: TREATY CONTEXT

44. """,
)


def written(number: int, **data: object) -> str:
    """What stands under the prompt of that question, without indentation, lines parted by `/`."""
    paragraphs = answer_paragraphs(FORM.question(number), make_answer(FORM.question(number), data))
    return " // ".join(" / ".join(lines) for lines in paragraphs)


@pytest.mark.parametrize("part", SAMPLE_PARTS)
def test_the_sample_of_the_contract_comes_out_byte_for_byte(part):
    sheet = sheet_from_data({"answers": SAMPLE_ANSWERS})
    assert part in sheet_to_normalized(sheet)


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_prompt_stands_at_column_0_once(question):
    lines = sheet_to_normalized(Sheet.empty()).split("\n")
    assert lines.count(f"{question.number}. {question.prompt}") == 1


@pytest.mark.parametrize("section", FORM.sections, ids=lambda section: section.key)
def test_every_heading_stands_before_the_questions_of_its_section(section):
    lines = sheet_to_normalized(Sheet.empty()).split("\n")
    first = FORM.questions_of(section)[0]
    assert lines[lines.index(section.heading) + 2].startswith(f"{first.number}. ")


def test_a_sheet_ends_with_one_line_feed():
    assert sheet_to_normalized(Sheet.empty()).endswith("61. Coder:\n")


def test_a_sheet_has_line_feeds_only():
    assert "\r" not in sheet_to_normalized(Sheet.empty())


def test_blank_is_nothing():
    assert written(8) == ""


@pytest.mark.parametrize(("status", "words"), [("not_applicable", "N/A"), ("unknown", "Unknown")])
def test_a_status_is_written_in_its_words(status, words):
    assert written(15, status=status) == words


def test_a_status_is_followed_by_its_reason():
    assert written(54, status="unknown", details="The annexes could not be seen.") == (
        "Unknown // The annexes could not be seen."
    )


def test_wars_states_and_alliances_follow_the_value():
    assert written(
        5, value="yes", details="See Art. 1.", wars=[139], states=[200, 365], alliances=[3740]
    ) == (
        "Yes. // Wars: 139 World War II // States: 200 United Kingdom; 365 Russia // Alliances: 3740"
        " // See Art. 1."
    )


def test_a_code_that_no_table_has_stands_alone():
    assert written(23, value="yes", states=[99999]) == "Yes. // States: 99999"


def test_paragraphs_of_a_description_stay_apart():
    assert written(18, details="One.\n\nTwo.") == "One. // Two."


@pytest.mark.parametrize(
    ("number", "data"),
    [
        (10, {"value": "yes", "details": "No."}),
        (10, {"value": "yes", "details": "n/a"}),
        (10, {"value": "yes", "details": "Unknown."}),
        (10, {"value": "yes", "details": "States: all of them"}),
        (10, {"value": "yes", "details": "[description]"}),
        (10, {"details": "For ten years."}),
        (10, {"details": "Yes, for ten years."}),
        (13, {"value": 2, "details": "1883"}),
        (4, {"value": [{"ccode": 703, "name": "Kyrgyzstan"}], "details": "705 Kazakhstan"}),
        (18, {"details": "N/A"}),
        (18, {"details": "[none]"}),
        (16, {"value": ["defense"], "details": "Neutrality"}),
        (60, {"details": "2/30/2004"}),
        (61, {"value": ["Ann"], "details": "Bob"}),
    ],
)
def test_a_description_that_could_be_taken_for_something_else_is_marked(number, data):
    assert "[description] // " + data["details"] in written(number, **data)


@pytest.mark.parametrize(
    ("number", "data"),
    [
        (10, {"value": "yes", "details": "No limit is set."}),
        (10, {"status": "unknown", "details": "See #47."}),
        (18, {"details": "Yes."}),
        (18, {"details": "19. A list in the answer"}),
        (13, {"value": 2, "details": "1883 and 1902, by protocol"}),
        (14, {"value": {"in_effect_as_of": "2018"}, "details": "April 14, 2018, says the ministry"}),
    ],
)
def test_a_plain_description_is_not_marked(number, data):
    assert "[description]" not in written(number, **data)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("N/A", "\\N/A"),
        ("unknown", "\\unknown"),
        ("Wars: I", "\\Wars: I"),
        ("[description]", "\\[description]"),
    ],
)
def test_a_person_called_like_a_status_or_a_marker_stays_a_person(name, line):
    assert written(61, value=[name]) == line


@given(any_answers())
@settings(max_examples=examples(300), suppress_health_check=SLOWLY)
def test_every_answer_is_read_back_as_it_was(pair):
    question, answer = pair
    read = read_answer(question, answer_paragraphs(question, answer))
    assert read.answer == answer
    assert not read.loose


@given(sheets())
@settings(max_examples=examples(60), suppress_health_check=SLOWLY)
def test_every_sheet_is_read_back_as_it_was(sheet):
    text = sheet_to_normalized(sheet)
    reading = read_normalized(text.encode().decode())
    assert reading is not None
    assert reading.sheet == sheet
    assert not reading.not_strict
    assert not reading.unplaced
    assert all(placed.why == "" for placed in reading.placed)
    assert sheet_to_normalized(reading.sheet) == text


@pytest.mark.slow
@given(any_answers())
@settings(max_examples=examples(2000), suppress_health_check=SLOWLY)
def test_thousands_of_answers_are_read_back_as_they_were(pair):
    question, answer = pair
    assert read_answer(question, answer_paragraphs(question, answer)).answer == answer
