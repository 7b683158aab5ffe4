"""What stands at the top of a written sheet."""

from atop_coder.reading.furniture import is_title
from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.writing.title import LONGEST, coders_of, page_head_of, summary_of, title_of
from tests.strategies import FORM

MANY = [{"ccode": code, "name": f"A state of the number {code}"} for code in range(60)]
SHEET = sheet_from_data(
    {
        "answers": {
            "1": {"value": 5040},
            "3": {"value": [{"date": "2003-12-25"}]},
            "4": {"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": ""}]},
            "61": {"value": ["Jae-eon Lee", "Ashley Leeds"]},
        }
    }
)


def test_the_title_is_the_number():
    assert title_of(SHEET) == "ATOP 5040"


def test_the_summary_names_members_and_day():
    assert summary_of(SHEET).endswith(" · Kyrgyzstan, 705 · signed December 25, 2003")


def test_the_summary_never_fills_more_than_a_line():
    sheet = sheet_from_data({"answers": {"4": {"value": MANY}, "3": {"value": [{"date": "2003"}]}}})
    assert len(summary_of(sheet)) <= LONGEST
    assert summary_of(sheet).endswith("signed 2003")


def test_a_reader_takes_neither_for_an_answer():
    assert is_title(title_of(SHEET))
    assert is_title(summary_of(SHEET))
    assert is_title(summary_of(Sheet.empty()))


def test_coders_are_those_of_the_sheet():
    assert coders_of(SHEET) == ("Jae-eon Lee", "Ashley Leeds")
    assert coders_of(Sheet.empty()) == ()


def test_a_sheet_without_number_has_none_on_its_pages():
    assert page_head_of(SHEET, FORM) == (FORM.title, "ATOP 5040")
    assert page_head_of(Sheet.empty(), FORM) == (FORM.title, "")
