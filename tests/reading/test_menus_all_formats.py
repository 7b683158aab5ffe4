"""The same marked answers in text, Word, Excel and PDF give the same sheet."""

import pytest

from atop_coder.reading import Reading
from atop_coder.reading.report import Sureness
from atop_coder.sheet import Answer
from tests.reading.marked_files import BASE, FORMATS, LOOKS, Answers, Words, words

every_format = pytest.mark.parametrize("format_", FORMATS)


def of(reading: Reading, number: int) -> tuple[object, str, Sureness]:
    placed = reading.report.of(number)
    assert placed is not None
    return reading.sheet[number].value, reading.sheet[number].details, placed.sureness


def sheet(**answers: tuple[Words, ...]) -> Answers:
    """The base of a sheet with answers such as `q10`."""
    more = {int(name[1:]): parts for name, parts in answers.items()}
    return {number: {**BASE, **more}[number] for number in sorted({*BASE, *more})}


@every_format
@pytest.mark.parametrize("look", LOOKS)
def test_what_is_set_off_is_the_answer(tmp_path, format_, look):
    answers = sheet(
        q8=words("{Yes} / No", look),
        q9=words("Yes / {No}", look),
        q6=words("Treaty / {Executive agreement} / Diplomatic notes / Other", look),
        q7=words("{Public} / Public but with secret articles / Secret", look),
        q16=words(
            "{Defense pact} / Neutrality pact / Nonaggression pact / {Consultation pact} / Offense pact", look
        ),
    )
    reading = FORMATS[format_](tmp_path, answers)
    assert of(reading, 8) == ("yes", "", Sureness.LIKELY)
    assert of(reading, 9) == ("no", "", Sureness.LIKELY)
    assert of(reading, 6) == ("executive_agreement", "", Sureness.LIKELY)
    assert of(reading, 7) == ("public", "", Sureness.LIKELY)
    assert of(reading, 16) == (("defense", "consultation"), "", Sureness.LIKELY)


@every_format
@pytest.mark.parametrize("look", ["bold", "italic", "underlined", "coloured"])
def test_words_behind_the_menu_are_the_description(tmp_path, format_, look):
    answers = sheet(
        q8=words("Yes / {No}. Zarn is silent.", look), q9=words("{Yes} / No. Zarn says so.", look)
    )
    reading = FORMATS[format_](tmp_path, answers)
    assert of(reading, 8) == ("no", "Zarn is silent.", Sureness.LIKELY)
    assert of(reading, 9) == ("yes", "Zarn says so.", Sureness.LIKELY)


@every_format
def test_what_is_struck_out_is_not_chosen(tmp_path, format_):
    answers = sheet(
        q8=words("{Yes} / No", "struck"),
        q9=words("Yes / {No}", "struck"),
        q10=words("Yes. It lasts {ten} twelve years.", "struck"),
        q15=words("{All of this}", "struck"),
    )
    reading = FORMATS[format_](tmp_path, answers)
    assert of(reading, 8) == ("no", "", Sureness.LIKELY)
    assert of(reading, 9) == ("yes", "", Sureness.LIKELY)
    assert of(reading, 10) == ("yes", "It lasts twelve years.", Sureness.SURE)
    assert reading.sheet[15] == Answer()
    struck = [piece.text for piece in reading.report.unplaced if piece.why == "struck out"]
    assert struck == ["Yes", "No", "ten", "All of this"]


@every_format
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes ____  No __X__", "no"),
        ("[ ] Yes  [X] No", "no"),
        ("( ) Yes (x) No", "no"),
        ("Yes: X  No:", "yes"),
        ("[x] Yes [ ] No [ ] N/A", "yes"),
        ("YES / no", "yes"),
    ],
)
def test_ticks_that_are_typed(tmp_path, format_, text, value):
    assert of(FORMATS[format_](tmp_path, sheet(q10=(Words(text),))), 10)[0] == value


@every_format
@pytest.mark.parametrize("text", ["Yes / No", "Yes, No", "Yes or No", "[ ] Yes [ ] No", "[x] Yes [x] No"])
def test_menus_that_say_nothing(tmp_path, format_, text):
    reading = FORMATS[format_](tmp_path, sheet(q10=(Words(text),)))
    assert of(reading, 10) == (None, "", Sureness.UNSURE)
    assert [piece.text for piece in reading.report.unplaced] == [text]


@every_format
@pytest.mark.parametrize("look", ["bold", "italic", "underlined", "coloured"])
def test_an_answer_that_is_set_off_as_a_whole_is_no_menu(tmp_path, format_, look):
    answers = sheet(q8=words("{Yes}", look), q9=words("{Yes / No}", look))
    reading = FORMATS[format_](tmp_path, answers)
    assert of(reading, 8) == ("yes", "", Sureness.SURE)
    assert of(reading, 9) == (None, "", Sureness.UNSURE)
