"""The exact reader: any line ends, a person's hand in an editor, and no guessing at a broken frame."""

import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atop_coder.form import Status, load_form
from atop_coder.reading.normalized import add_certain, is_normalized, read_normalized
from atop_coder.reading.report import Sureness
from atop_coder.sheet import Answer, Sheet, make_answer, sheet_from_data
from atop_coder.sheet.frame import title_line
from atop_coder.sheet.text import without_unseen
from atop_coder.writing.normalized import sheet_to_normalized
from tests.strategies import FORM, examples, words

EMPTY = sheet_to_normalized(Sheet.empty())
ANSWERS = {
    "1": {"value": 5040},
    "3": {"value": [{"date": "2003-12-25", "states": [703]}]},
    "4": {"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]},
    "5": {"value": "yes", "details": "See Art. 1.", "wars": [139], "states": [200, 365]},
    "10": {"value": "yes", "details": "First.\n\nSecond."},
    "18": {"details": "Text."},
    "61": {"value": ["Jae-eon Lee", "Ashley Leeds"]},
}
SHEET = sheet_from_data({"answers": ANSWERS})
TEXT = sheet_to_normalized(SHEET)


def prompt(number: int) -> str:
    return f"{number}. {FORM.question(number).prompt}\n"


def typed(number: int, *lines: str) -> str:
    """An empty sheet with these lines typed under one prompt."""
    return EMPTY.replace(prompt(number), prompt(number) + "".join(f"{line}\n" for line in lines))


def read(text: str):
    reading = read_normalized(text)
    assert reading is not None
    return reading


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_kind_do_not_matter(end):
    assert read(TEXT.replace("\n", end)).sheet == SHEET


def test_a_byte_order_mark_does_not_matter():
    assert read("\ufeff" + TEXT).sheet == SHEET


def test_indentation_of_any_kind_does_not_matter():
    assert read(TEXT.replace("    ", "\t")).sheet == SHEET


def test_spaces_at_line_ends_do_not_matter():
    assert read(TEXT.replace("\n", "  \n")).sheet == SHEET


def test_more_empty_lines_do_not_matter():
    assert read(TEXT.replace("\n\n", "\n\n\n")).sheet == SHEET


def test_a_missing_line_feed_at_the_end_does_not_matter():
    assert read(TEXT.rstrip("\n")).sheet == SHEET


def test_a_text_at_the_margin_belongs_to_the_prompt_above():
    assert read(TEXT.replace("    Second.", "Second.")).sheet == SHEET


def test_an_answer_on_the_line_of_its_prompt_is_read():
    assert read(TEXT.replace("1. ATOP ID:\n    5040", "1. ATOP ID: 5040")).sheet == SHEET


def test_lines_directly_under_one_another_are_paragraphs():
    reading = read(TEXT.replace("First.\n\n", "First.\n"))
    assert reading.sheet == SHEET
    assert reading.placed[9].sureness == Sureness.LIKELY


@pytest.mark.parametrize(
    "first", ["ATOP CODESHEET (form 5, normalized 1)", "ATOP CODESHEET (form 4.1, normalized 2)"]
)
def test_the_first_line_says_that_a_sheet_is_normalized(first):
    assert is_normalized(f"\ufeff{first}\r\n\r\nmore")


@pytest.mark.parametrize(
    "first", ["", "ATOP CODESHEET", "atop codesheet (form 5, normalized 1)", " \n" + title_line(FORM)]
)
def test_any_other_first_line_says_nothing(first):
    assert not is_normalized(first + "\n")


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a prompt is missing", prompt(30), ""),
        ("a prompt is there twice", prompt(30), prompt(30) + "\n" + prompt(30)),
        ("an earlier prompt comes again", prompt(30), prompt(30) + "\n" + prompt(2)),
        ("a prompt is reworded", prompt(1), "1. ATOP number:\n"),
        ("a prompt is indented", prompt(30), "    " + prompt(30)),
        ("two prompts are swapped", prompt(1) + "\n" + prompt(2), prompt(2) + "\n" + prompt(1)),
        ("a heading is missing", "SECTION II: OBLIGATIONS\n", ""),
        ("a heading has more text", "SECTION II: OBLIGATIONS\n", "SECTION II: OBLIGATIONS of all\n"),
        ("text stands under a heading", "SECTION II: OBLIGATIONS\n", "SECTION II: OBLIGATIONS\n    text\n"),
        ("text stands before the first heading", "normalized 1)\n", "normalized 1)\n\nA note\n"),
        ("it is of another layout", "normalized 1", "normalized 2"),
        ("it is of another form", "form 5", "form 4"),
    ],
)
def test_a_broken_frame_is_left_to_the_general_reader(name, before, after):
    assert before in EMPTY
    assert read_normalized(EMPTY.replace(before, after)) is None


@pytest.mark.parametrize("text", ["", "\n", title_line(FORM), "5040"])
def test_a_text_without_prompts_is_left_to_the_general_reader(text):
    assert read_normalized(text) is None


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (10, ["Yes, because of Art. 4"]),
        (10, ["yes"]),
        (3, ["25 December 2003"]),
        (3, ["12/25/2003", "7/7/2020"]),
        (4, ["Kyrgyzstan (703)", "705 Kazakhstan"]),
        (1, ["# 5040"]),
        (2, ["n/a"]),
        (18, ["n/a."]),
        (16, ["Defense"]),
        (14, ["Still in effect"]),
        (61, ["Ann;Bob"]),
    ],
)
def test_an_answer_that_a_person_typed_is_left_to_the_forgiving_reader(number, lines):
    reading = read(typed(number, *(f"    {line}" for line in lines)))
    assert reading.not_strict == {number: tuple(lines)}
    assert reading.sheet[number].is_blank


def test_the_other_answers_stay_exact_when_one_was_typed():
    reading = read(TEXT.replace("December 25, 2003 (703 Kyrgyzstan)", "25 December 2003"))
    assert list(reading.not_strict) == [3]
    assert reading.sheet.with_answer(3, SHEET[3]) == SHEET


def test_members_with_an_empty_line_between_are_not_taken_for_a_description():
    lines = ("703 Kyrgyzstan", "705 Kazakhstan")
    assert read(typed(4, lines[0], "", lines[1])).not_strict == {4: lines}


def test_what_is_certain_beside_a_typed_value_is_kept():
    lines = ("Yes, in two wars", "", "States: 200 United Kingdom", "", "[description]", "", "See Art. 1.")
    reading = read(typed(5, *lines))
    assert reading.not_strict == {5: ("Yes, in two wars",)}
    assert reading.sheet[5] == Answer(details="See Art. 1.", states=(200,))


def test_states_and_wars_in_another_order_are_read():
    reading = read(typed(5, "States: 200", "", "Wars: 139"))
    assert not reading.not_strict
    assert reading.sheet[5] == Answer(states=(200,), wars=(139,))


def test_a_second_list_of_states_is_left_to_the_forgiving_reader():
    reading = read(typed(5, "States: 200", "", "States: 365"))
    assert reading.not_strict == {5: ("States: 365",)}
    assert reading.sheet[5].states == (200,)


def test_a_marker_that_was_not_needed_does_no_harm():
    reading = read(typed(10, "Yes.", "", "[description]", "", "For ten years."))
    assert reading.sheet[10] == make_answer(FORM.question(10), {"value": "yes", "details": "For ten years."})


def test_a_marker_with_nothing_behind_it_does_no_harm():
    assert read(typed(10, "Yes.", "", "[description]")).sheet[10].value == "yes"


@pytest.mark.parametrize("name", ["Zaire", "Congo", ""])
def test_a_name_of_any_time_beside_a_code_is_a_name_of_it(name):
    assert not read(typed(23, "Yes.", "", f"States: 490 {name}".rstrip())).unplaced


def test_words_beside_a_code_that_are_no_name_of_it_are_reported():
    reading = read(typed(23, "Yes.", "", "States: 365 Russia; 200 see Art. 4"))
    assert reading.sheet[23].states == (365, 200)
    assert [(piece.line, piece.text) for piece in reading.unplaced] == [
        (EMPTY[: EMPTY.index(prompt(23))].count("\n") + 4, "200 see Art. 4")
    ]
    assert reading.placed[22].sureness == Sureness.LIKELY


def test_a_strange_name_in_the_brackets_of_a_date_is_reported():
    assert [piece.text for piece in read(typed(3, "2003 (703 Ruritania)")).unplaced] == ["703 Ruritania"]


def test_every_question_has_its_place():
    lines = TEXT.split("\n")
    for placed in read(TEXT).placed:
        assert lines[placed.first - 1] + "\n" == prompt(placed.question)


def test_a_place_ends_with_the_answer():
    reading = read(TEXT)
    lines = TEXT.split("\n")
    assert lines[reading.placed[9].last - 1] == "    Second."
    assert reading.placed[9].text == "Yes.\n\nFirst.\n\nSecond."


def test_the_place_of_a_blank_is_its_prompt():
    placed = read(TEXT).placed[1]
    assert (placed.first, placed.text) == (placed.last, "")


def test_an_unchanged_sheet_is_read_surely():
    assert {placed.sureness for placed in read(TEXT).placed} == {Sureness.SURE}


def test_a_typed_answer_is_read_likely():
    placed = read(typed(10, "Yes, because")).placed[9]
    assert (placed.sureness, placed.text) == (Sureness.LIKELY, "Yes, because")


def test_the_forgiving_and_the_certain_part_are_one_answer():
    forgiving = make_answer(
        FORM.question(5), {"value": "yes", "details": "In two wars.", "states": [365, 200]}
    )
    certain = Answer(details="See Art. 1.", states=(200,), wars=(139,))
    assert add_certain(forgiving, certain) == make_answer(
        FORM.question(5),
        {"value": "yes", "details": "In two wars.\n\nSee Art. 1.", "states": [200, 365], "wars": [139]},
    )


def test_a_status_of_the_forgiving_reader_stays():
    joined = add_certain(Answer(status=Status.UNKNOWN), Answer(details="See Art. 1."))
    assert (joined.status, joined.details) == (Status.UNKNOWN, "See Art. 1.")


def test_two_blanks_are_a_blank():
    assert add_certain(Answer(), Answer()).is_blank


def one_line() -> st.SearchStrategy[str]:
    return words().map(str.strip).filter(lambda text: text and len(text.splitlines()) == 1)


def words_of(text: str) -> Counter:
    return Counter(re.findall(r"[^\s;()\[\]\\]+", without_unseen(text)))


@given(
    st.sampled_from(load_form().questions), st.lists(st.lists(one_line(), min_size=1, max_size=3), max_size=5)
)
@settings(max_examples=examples(200), suppress_health_check=list(HealthCheck))
def test_no_word_that_a_person_typed_is_lost(question, paragraphs):
    body = "\n\n".join("\n".join(f"  {line}" for line in lines) for lines in paragraphs)
    reading = read(typed(question.number, body))
    kept = words_of(sheet_to_normalized(reading.sheet)) - words_of(EMPTY)
    for text in (*reading.not_strict.get(question.number, ()), *(piece.text for piece in reading.unplaced)):
        kept += words_of(text)
    assert not (words_of(body) - kept).keys() - {"description"}
