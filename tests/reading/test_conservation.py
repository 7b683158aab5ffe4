"""Nothing that a sheet says is dropped: every word outside prompts is in an answer, or listed."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atop_coder.errors import AtopError
from atop_coder.form import Kind, Question, Status
from atop_coder.reading import Reading, read_text
from atop_coder.reference import load_states
from atop_coder.sheet import Answer, DateEntry, Member, PartialDate, Termination
from atop_coder.sheet.dates import MONTHS
from tests.reading.messy import FORM, MessySheet, count_words, messy_sheets, neat_sheets

thorough = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


FORM_WORDS = count_words(
    [
        *(way for question in FORM.questions for way in (question.prompt, question.short, *question.also)),
        *(section.heading for section in FORM.sections),
    ]
)


def read(sheet: MessySheet) -> Reading | None:
    """The reading; None for a text in which too few prompts are left."""
    try:
        return read_text(sheet.text)
    except AtopError as error:
        if error.code != "not-a-codesheet":
            raise
        return None


def kept(reading: Reading) -> Counter[str]:
    """All words that the report has: in answers, left over, and on the page beside the text.

    Of a broken sheet in which the questions come a second time, there are two reports.
    """
    if reading.others:
        return sum(map(kept, (replace(reading, others=()), *reading.others)), Counter())
    report = reading.report
    pieces = (*report.unplaced, *report.furniture)
    return count_words([*(placed.text for placed in report.placed), *(piece.text for piece in pieces)])


def numbers_of(reading: Reading) -> Counter[str]:
    """The numbers of the questions, which belong to prompts; of one found twice, twice."""
    if reading.others:
        return sum(map(numbers_of, (replace(reading, others=()), *reading.others)), Counter())
    twice = [piece.why for piece in reading.report.unplaced if "twice" in piece.why]
    found = [placed.question for placed in reading.report.placed]
    return count_words([*map(str, found), *(" ".join(re.findall(r"\d+", why)) for why in twice)])


def lost(sheet: MessySheet) -> Counter[str]:
    """The words that are in no prompt of the sheet, and not in its reading either."""
    reading = read(sheet)
    if reading is None:
        return Counter()
    return count_words([sheet.text]) - kept(reading) - sheet.prompt_words - numbers_of(reading)


@thorough
@given(neat_sheets())
def test_every_word_outside_prompts_is_placed_or_listed(sheet):
    assert lost(sheet) == Counter()


@thorough
@given(messy_sheets())
def test_that_holds_for_broken_sheets_too(sheet):
    """But for words of the form: where one stands within a broken prompt, nobody can tell whose it is."""
    assert [word for word in lost(sheet) if word not in FORM_WORDS] == []


@thorough
@given(messy_sheets())
def test_no_word_is_made_up_or_doubled(sheet):
    reading = read(sheet)
    if reading:
        assert kept(reading) - count_words([sheet.text]) == Counter()


@thorough
@given(messy_sheets())
def test_lines_are_numbered_as_they_stand(sheet):
    reading = read(sheet)
    if reading:
        last = sheet.text.count(sheet.end) + 1
        places = [(placed.first, placed.last) for placed in reading.report.placed]
        assert [pair for pair in places if not 1 <= pair[0] <= pair[1] <= last] == []
        assert [piece for piece in reading.report.unplaced if not 1 <= piece.line <= last] == []


# What becomes of the words of one answer

MONTH_WORDS = frozenset(
    word for month in MONTHS if month for word in (month.casefold(), month[:3].casefold(), "sept")
)
# Words that carry a value of their kind and stand in no description.
CARRIERS = {
    Kind.INTEGER: "atop cow id no number alliance renewed time times renewal renewals",
    Kind.DATES: "of and signed by for on in st nd rd th",
    Kind.TERMINATION: "of and on in by for st nd rd th the this alliance treaty agreement pact is was remains"
    " remained continues still currently to be effect force effective active ongoing as at until through"
    " since signed",
    Kind.DATE: "of st nd rd th",
    Kind.MEMBERS: "and cow ccode code",
    Kind.YES_NO: "",
    Kind.CHOICE: "",
    Kind.CHOICES: "and or pact pacts yes no none listed not contingent contingencies",
    Kind.PEOPLE: "and",
    Kind.TEXT: "",
}  # fmt: skip
NUMBER_WORDS = ("zero", "none", "never", "no", "nil", "once", "twice", "thrice", "one", "two", "three")


def date_words(date: PartialDate) -> Iterator[str]:
    yield from (str(part) for part in (date.year, date.month, date.day))
    yield from (f"{part:02}" for part in (date.month, date.day))
    yield from (f"{date.day}{ending}" for ending in ("st", "nd", "rd", "th"))
    yield from (MONTHS[date.month].casefold(), MONTHS[date.month][:3].casefold(), "sept")


def state_words(ccode: int) -> Iterator[str]:
    yield from (f"{ccode:0{width}}" for width in range(1, 6))
    state = load_states().get(ccode)
    names = (state.abbreviation, *(name.text for name in state.names)) if state else ()
    yield from count_words(names)


def entry_words(entry: DateEntry) -> Iterator[str]:
    yield from date_words(entry.date)
    yield from count_words([entry.note])
    for ccode in entry.states:
        yield from state_words(ccode)


def part_words(part: object) -> Iterator[str]:
    """The words that one part of a value may have been read from."""
    if isinstance(part, PartialDate):
        yield from (*date_words(part), str(part.year % 100), f"{part.year % 100:02}")
    elif isinstance(part, DateEntry):
        yield from entry_words(part)
    elif isinstance(part, Member):
        yield from (*state_words(part.ccode), *count_words([part.name, part.note]))
    elif isinstance(part, int):
        yield from (f"{part:0{width}}" for width in range(1, 12))
    elif isinstance(part, str):
        yield from count_words([part])


def parts_of(answer: Answer) -> tuple[object, ...]:
    value = answer.value
    if isinstance(value, Termination):
        return (value.in_effect_as_of, *value.dates)
    return value if isinstance(value, tuple) else (value,)


def value_words(question: Question, answer: Answer) -> Iterator[str]:
    """The words that an answer's value or status may have been read from."""
    parts = parts_of(answer)
    yield from CARRIERS[question.kind].split() if answer.value is not None else ()
    yield from NUMBER_WORDS if question.number == 13 else ()
    for part in parts:
        yield from part_words(part)
    for choice in question.choices:
        yield from count_words(choice.ways) if choice.value in parts else ()
    for words in FORM.statuses:
        told = words.value == answer.status != Status.ANSWERED
        yield from count_words((words.label, *words.spellings)) if told else ()


def without_counting(text: str) -> Iterator[str]:
    """The pieces of a list without the numbers that count them."""
    pieces = (piece for piece in re.split(r"[\n;]", text) if piece.strip(" \t.,:–—-=&/"))
    for place, piece in enumerate(pieces, start=1):
        yield re.sub(rf"^\W*{place}[.)]\s", "", piece)


def missing_words(question: Question, text: str, answer: Answer) -> Counter[str]:
    """The words of an answer's text that are neither in its description nor carry its value."""
    if question.kind == Kind.MEMBERS:
        text = "\n".join(without_counting(text))
    lost = count_words([text]) - count_words([answer.details])
    carriers = set(value_words(question, answer))
    return Counter({word: count for word, count in lost.items() if word not in carriers})


@thorough
@given(st.one_of(neat_sheets(), messy_sheets()))
def test_every_word_of_an_answer_is_in_its_value_or_its_description(sheet):
    reading = read(sheet)
    if reading:
        for placed in reading.report.placed:
            question = FORM.question(placed.question)
            assert missing_words(question, placed.text, reading.sheet[placed.question]) == Counter(), placed
