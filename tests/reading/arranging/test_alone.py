"""Numbers and answers alone."""

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading import Sureness, read_text
from atop_coder.reading.arranging.alone import BY_NUMBER, BY_NUMBER_TWICE, NEXT_MISSING
from atop_coder.reading.shifted import SHIFTED
from tests.reading.arranging.sheets import ANSWERS, reading_of, sheet, wrong

WAYS = [
    "{n}) {a}",
    "{n}. {a}",
    "Q{n}: {a}",
    "#{n} {a}",
    "{n};{a}",
    "{n}: {a}",
    "{n} {a}",
    "{n}\t{a}",
    "({n}) {a}",
    "{n} = {a}",
    "{n} - {a}",
    "Q{n} {a}",
    "[{n}] {a}",
    "Question {n}: {a}",
    "No. {n}: {a}",
    "> {n}) {a}",
    "{n} | {a}",
    "| {n} | {a} |",
    "  {n}.\t{a}",
]


@pytest.mark.parametrize("way", WAYS)
def test_answers_with_their_numbers_alone_are_read(way):
    text = sheet(way, ask=lambda n: "")
    missing = "".join(way.format(n=n, q="", a="No") + "\n" for n in range(19, 24))
    last = text.index(way.format(n=24, q="", a="Yes"))
    assert wrong(read_text(text[:last] + missing + text[last:])) == {}


@pytest.mark.parametrize("between", ["  ", "; ", "\t", " | ", ", "])
@pytest.mark.parametrize("way", ["{n}) {a}", "{n}. {a}", "Q{n}: {a}", "#{n} {a}"])
def test_several_on_a_line_are_read(way, between):
    short = {n: ANSWERS[n] for n in range(1, 19) if n not in (3, 10, 14)}
    lines = [
        between.join(way.format(n=n, a=short[n]) for n in group if n in short)
        for group in ((1, 2), range(4, 10))
    ]
    rest = [way.format(n=n, a=ANSWERS[n]) for n in range(10, 19)]
    text = "\n".join([lines[0], way.format(n=3, a=ANSWERS[3]), lines[1], *rest])
    found = wrong(read_text(text))
    assert {number for number in found if number != 24} == set()


def placed(text: str, number: int) -> tuple[Sureness, str]:
    found = read_text(text).report.of(number)
    assert found is not None
    return found.sureness, found.why


def test_what_is_known_by_its_number_alone_is_marked():
    assert placed(sheet("{n}) {a}"), 8) == (Sureness.LIKELY, BY_NUMBER)


def test_an_answer_before_a_missing_number_is_in_doubt():
    assert placed(sheet("{n}) {a}").replace("8) No.\n", ""), 7) == (Sureness.UNSURE, NEXT_MISSING)


def test_a_number_twice_is_in_doubt():
    text = sheet("{n}) {a}").replace("11) Unknown\n", "11) Unknown\n6) it is said\n")
    assert placed(text, 6) == (Sureness.UNSURE, BY_NUMBER_TWICE)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{n}. The parties agree on matter {n}.\n" for n in range(1, 40)),
        "".join(f"{n}) item\n" for n in range(1, 62)),
        "".join(f"{1900 + n} {n}\n" for n in range(1, 62)),
    ],
)
def test_a_list_that_is_no_sheet_is_refused(text):
    with pytest.raises(AtopError) as caught:
        read_text(text)
    assert caught.value.code == "not-a-codesheet"


def test_numbers_of_another_form_leave_all_in_doubt():
    shifted = "".join(f"{n + 1}) {a}\n" for n, a in ANSWERS.items() if n < 19)
    rest = "".join(f"{n + 1}) No\n" for n in range(19, 45))
    assert {one.sureness for one in read_text(shifted + rest).report.placed} == {Sureness.UNSURE}


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_answers_before_their_prompts_are_in_doubt(gap):
    reading = reading_of("{a}\n{n}. {q}", gap)
    assert {one.sureness for one in reading.report.placed} == {Sureness.UNSURE}
    assert SHIFTED in {one.why for one in reading.report.placed}


@pytest.mark.parametrize("way", ["{n}. {q}\n{a}\n{q}", "{n}. {q}\n{a}\n({q})\n"])
def test_a_prompt_repeated_behind_its_answer_is_no_part_of_it(way):
    reading = reading_of(way)
    assert wrong(reading) == {}
    assert reading.sheet[15].details == "It was renounced."
