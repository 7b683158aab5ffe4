"""What a change is called in words."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.files.remark import Remark
from atop_coder.form import Status, load_form
from atop_coder.gui.sidebar.words import MAX_CHANGES, accepted_words, change_lines, day_and_time, value_words
from atop_coder.sheet import BLANK, Answer, Member, PartialDate

FORM = load_form()
YES_NO = FORM.question(11)
WHEN = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)


def changes(before: Answer, after: Answer, question: int = 11) -> tuple[str, ...]:
    return change_lines(FORM.question(question), before, after, FORM)


def yes(details: str) -> Answer:
    return Answer(value="yes", details=details)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (Answer(value="no"), Answer(value="yes"), "No. → Yes."),
        (BLANK, Answer(value="no"), "blank → No."),
        (Answer(value="no"), BLANK, "No. → blank"),
        (Answer(value="no"), Answer(status=Status.NOT_APPLICABLE), "No. → N/A"),
        (Answer(status=Status.UNKNOWN), Answer(value="yes"), "Unknown → Yes."),
        (yes(""), yes("Article 5."), "Description added: Article 5."),
        (yes("Article 5."), yes(""), "Description taken out: Article 5."),
        (yes("for twelve months"), yes("for six months"), "“twelve” → “six”, after “for”"),
        (yes("a b c d e f"), yes("a b c d e new f"), "Added after “b c d e”: “new”"),
        (yes("a b c d e f g"), yes("a b c d e g"), "Taken out after “b c d e”: “f”"),
        (yes("old a b"), yes("a b"), "Taken out before “a b”: “old”"),
        (yes("One.\n\nTwo."), yes("One. Two."), "Description: parted into paragraphs in another way"),
    ],
)
def test_one_change_is_one_line(before, after, line):
    assert changes(before, after) == (line,)


def test_value_and_description_are_told_apart():
    assert changes(Answer(value="no"), yes("Article 5.")) == ("No. → Yes.", "Description added: Article 5.")


def test_values_are_told_as_a_sheet_writes_them():
    assert changes(BLANK, Answer(value=PartialDate(2018, 5, 23)), 60) == ("blank → May 23, 2018",)
    members = Answer(value=(Member(ccode=703, name="Kyrgyzstan"), Member(ccode=705, name="Kazakhstan")))
    assert changes(BLANK, members, 4) == ("blank → 703 Kyrgyzstan; 705 Kazakhstan",)


def test_states_of_an_answer_are_part_of_its_value():
    assert changes(Answer(value="yes"), Answer(value="yes", states=(200,)), 5) == (
        "Yes. → Yes.; States: 200 United Kingdom",
    )


def test_a_long_passage_loses_its_middle_and_not_its_ends():
    (line,) = changes(yes(""), yes("first " + "word " * 200 + "last"))
    assert len(line) < 200
    assert "first" in line
    assert line.endswith("last")


def test_many_changes_are_counted_and_not_all_told():
    before = " ".join(f"w{n} same same" for n in range(20))
    lines = changes(yes(before), yes(before.replace("w", "v")))
    assert len(lines) == MAX_CHANGES + 1
    assert lines[-1] == "and 14 more changes in the description"


words = st.lists(st.sampled_from(["a", "b", "“c", "d.”", "e\n"]), max_size=30).map(" ".join)


@given(words, words)
def test_a_change_of_the_description_is_never_passed_over(before, after):
    old, new = yes(before), yes(after)
    assert bool(changes(old, new)) == (old != new)


def test_a_blank_answer_is_called_blank():
    assert value_words(YES_NO, BLANK, FORM) == "blank"


def test_an_acceptance_tells_reason_name_and_time():
    remark = Remark("1", WHEN, "Ashley", "warning-accepted", 4, "code", {}, "Signed as a duchy")
    assert accepted_words(remark) == f"Accepted: “Signed as a duchy” (Ashley, {day_and_time(WHEN)})"


def test_an_acceptance_without_reason_or_name_is_told_too():
    remark = Remark("1", WHEN, "", "warning-accepted")
    assert accepted_words(remark) == f"Accepted: without a reason ({day_and_time(WHEN)})"


def test_a_time_is_told_with_its_year():
    assert "2026" in day_and_time(WHEN)
    assert "November" in day_and_time(WHEN)
