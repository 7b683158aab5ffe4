"""Lines to a sheet and its report, as a whole."""

import time

import pytest

from atop_coder.form import Status
from atop_coder.reading import Line, Sureness, read_lines, read_text
from tests.reading.sheets import AROUND, FORM, prompt, read_one, sheet_text


def test_an_answer_is_placed_with_its_lines():
    placed = read_text(
        f"\n\n6. {prompt(6)}\nTreaty\n\n7. {prompt(7)}\nPublic\nso far\n\n8. {prompt(8)}"
    ).report.placed
    assert [(one.question, one.first, one.last) for one in placed] == [(6, 3, 4), (7, 6, 8), (8, 10, 10)]


def test_the_text_of_an_answer_is_kept_as_it_stood():
    placed = read_one(18, "They   help\n\n  at once.").report.of(18)
    assert placed is not None
    assert placed.text == "They   help\n\n  at once."


def test_a_question_that_is_not_in_the_sheet_is_not_placed():
    assert read_one(18, "x").report.of(17) is None


def test_the_lines_of_the_source_are_kept():
    text = sheet_text({18: "They help."})
    assert "\n".join(line.text for line in read_text(text).report.lines) == text


def test_the_report_names_the_file_and_its_encoding():
    report = read_text(sheet_text({}), "a.txt", "cp1252").report
    assert (report.file, report.encoding, report.format) == ("a.txt", "cp1252", "text")


def test_lines_may_be_of_another_format():
    lines = [Line(at, text) for at, text in enumerate(sheet_text({}).split("\n"), start=1)]
    assert read_lines(lines, kind="docx").report.format == "docx"


def test_an_answer_in_doubt_is_listed_with_the_reason():
    report = read_one(10, "The treaty lasts ten years.").report
    assert [placed.question for placed in report.unsure] == [10]
    assert report.unsure[0].why


def test_a_reworded_prompt_makes_an_answer_less_sure():
    text = sheet_text({18: "They help."}).replace(prompt(18), "Describe the partners' obligations under it.")
    placed = read_text(text).report.of(18)
    assert placed is not None
    assert placed.sureness in (Sureness.LIKELY, Sureness.UNSURE)
    assert "word" in placed.why


def test_a_heading_glued_to_an_answer_is_not_in_it():
    reading = read_one(15, f"They quarrelled. {FORM.sections[1].heading}")
    assert reading.sheet[15].details == "They quarrelled."
    assert [piece.text for piece in reading.report.furniture] == [FORM.sections[1].heading]


@pytest.mark.parametrize("section", FORM.sections[1:], ids=lambda section: section.numeral)
def test_headings_end_answers(section):
    before = FORM.questions_of(section)[0].number - 1
    reading = read_one(before, f"N/A\n\n{section.heading}")
    assert reading.sheet[before].status == Status.NOT_APPLICABLE


def test_blank_no_na_and_unknown_stay_four_things():
    text = sheet_text({8: "", 9: "No", 10: "N/A", 11: "Unknown"})
    found = [(read_text(text).sheet[one].status, read_text(text).sheet[one].value) for one in (8, 9, 10, 11)]
    assert found == [
        (Status.BLANK, None),
        (Status.ANSWERED, "no"),
        (Status.NOT_APPLICABLE, None),
        (Status.UNKNOWN, None),
    ]


def test_names_of_members_are_understood_by_the_signature_date():
    before = read_text(sheet_text({3: "May 1, 1940", 4: "Germany\nJapan"}))
    after = read_text(sheet_text({3: "May 1, 2000", 4: "Germany\nJapan"}))
    assert [member.ccode for member in before.sheet.members] == [255, 740]
    assert [member.ccode for member in after.sheet.members] == [255, 740]


def test_members_on_lines_of_their_own_are_not_joined():
    assert len(read_one(4, "2\nUnited States\n200\nUnited Kingdom").sheet.members) == 2


def test_the_sheet_has_all_questions_of_the_form():
    sheet = read_text(sheet_text({})).sheet
    assert [number for number, _ in sheet] == list(FORM.by_number)
    assert [number for number, answer in sheet if not answer.is_blank] == list(AROUND)


ADVERSARIAL = {
    "brackets that never close": "(" * 20_000,
    "brackets of both kinds": "([" * 10_000,
    "capitalised words": "Aaa " * 20_000,
    "names joined by and": "France and " * 5_000,
    "commas": "a, " * 20_000,
    "quotes": "“" * 20_000,
    "dates": "May 1, 2003 (2) " * 2_000,
    "codes": "2 USA " * 3_000,
    "numbered lines": "".join(f"{at % 61 + 1}. x\n" for at in range(4_000)),
    "conditions": "If yes, " * 10_000,
    "spaces": "a" + " " * 100_000 + "b",
    "spaces and codes": ("(" + "# " * 20 + "2 a") * 3_000,
    "hashes": "2 a" + "#" * 50_000 + "a",
    "and again": "and " * 20_000,
    "names with stops": "A.B." * 20_000,
    "quotes in pairs": "“a” " * 20_000,
    "addresses": "http://a.org/b\n" * 2_000,
    "one long word": "a" * 500_000,
    "one long line": "word " * 100_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("number", [4, 5, 14, 18, 19, 61])
@pytest.mark.parametrize("name", ADVERSARIAL)
def test_hostile_text_is_read_in_the_time_that_it_takes_to_notice(name, number):
    begun = time.process_time()
    reading = read_text(sheet_text({number: ADVERSARIAL[name]}))
    assert time.process_time() - begun < 5
    assert reading.sheet[60].value is not None


LONG_FILES = {
    "numbered lines": "{number}. an item of a list\n",
    "prompts without number": "{prompt}\n",
    "almost prompts": "Does the treaty make any provision for the other thing (Yes, No) If yes\n",
    "numbers within lines": "and so. {number}. Are there {number}, Does it\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("line", LONG_FILES.values(), ids=list(LONG_FILES))
def test_four_times_the_lines_take_about_four_times_as_long(line):
    def taken(lines: int) -> float:
        numbers = (at % 61 + 1 for at in range(lines))
        more = "".join(line.format(number=number, prompt=prompt(number)) for number in numbers)
        begun = time.process_time()
        read_text(sheet_text({}) + more)
        return time.process_time() - begun

    taken(500)  # what is made once and kept
    assert taken(4000) < 8 * taken(1000) + 0.5
