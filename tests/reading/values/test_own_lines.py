"""The program's own lines in a file that another program made of a sheet: `Wars: …`, `[description]`."""

import pytest

from atop_coder.reading import Sureness, parse_answer, read_sheet, read_text
from atop_coder.resources import resource_path
from atop_coder.sheet import Answer, Sheet, make_answer
from atop_coder.sheet.answer_lines import answer_paragraphs
from atop_coder.sheet.frame import title_line
from atop_coder.writing import sheet_to_normalized
from tests.reading.sheets import FORM

EXAMPLES = sorted(resource_path("examples").glob("*.txt"))
WRITTEN = [
    (5, {"value": "yes", "wars": [139], "states": [200, 365], "details": "By declaration."}),
    (5, {"value": "yes", "wars": [139]}),
    (9, {"value": "yes", "states": [160, 135]}),
    (9, {"states": [160], "details": "Perhaps."}),
    (23, {"value": "no", "states": [255], "details": "Germany is not named."}),
    (48, {"value": "yes", "alliances": [3017, 1005], "details": "So says Art. 3."}),
    (10, {"details": "Yes. It is not known for how long."}),
    (10, {"value": "yes", "details": "No."}),
    (10, {"value": "yes", "details": "Wars: are not spoken of."}),
    (3, {"value": []}),
    (4, {"value": []}),
    (16, {"value": []}),
    (61, {"value": []}),
    (3, {"value": [{"date": "1948-05-01", "states": [220, 211], "note": "by notes"}]}),
    (4, {"value": [{"ccode": 220, "name": "France", "note": "until 1966"}]}),
]


def written(number: int, answer: Answer) -> list[str]:
    return ["\n".join(lines) for lines in answer_paragraphs(FORM.question(number), answer)]


@pytest.mark.parametrize(("number", "data"), WRITTEN, ids=str)
def test_what_the_program_wrote_is_read_as_it_was_meant(number, data):
    answer = make_answer(FORM.question(number), data)
    got = parse_answer(FORM.question(number), written(number, answer))
    assert (got.answer, got.sureness) == (answer, Sureness.SURE)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_without_its_first_line_gives_the_same_answers(example):
    sheet = read_sheet(example).sheet
    text = sheet_to_normalized(sheet).removeprefix(title_line(FORM))
    assert read_text(text).report.format == "text"
    assert differing(read_text(text).sheet, sheet) == []


def differing(one: Sheet, other: Sheet) -> list[int]:
    return [number for number, answer in one if answer != other[number]]


@pytest.mark.parametrize(
    "line",
    [
        "Wars: the Second World War and others",
        "Wars: 139 The Boer War",
        "States: Germany and France",
        "States: 255 Ruritania",
        "Alliances: none are named",
        "States:",
    ],
)
def test_a_line_that_the_program_would_not_write_stays_in_the_description(line):
    got = parse_answer(FORM.question(5), ["Yes.", line]).answer
    assert (got.value, got.details) == ("yes", line)


def test_a_second_list_of_the_same_kind_stays_in_the_description():
    got = parse_answer(FORM.question(9), ["Yes.", "States: 160 Argentina", "States: 135 Peru"]).answer
    assert got.details == "States: 135 Peru"
    assert 160 in got.states


def test_codes_below_a_question_that_asks_for_none_stay_in_the_description():
    assert (
        parse_answer(FORM.question(10), ["Yes.", "States: 160 Argentina"]).answer.details
        == "States: 160 Argentina"
    )
