"""Tables with several columns beside the questions: no two columns of answers are joined."""

import pytest

from atop_coder.reading.columns import find_columns
from tests.reading.several import FORMATS, GERMANY, POLAND, of, read, same, table

REMARKS = {4: "Poland (290) did not sign", 10: "Yes, but check this", 14: "see Art. 5"}
EACH = {
    "coders": table(["Question", "Coder 1", "Coder 2"], of(POLAND, GERMANY)),
    "names": table(["No.", "Question", "Anna", "Ben"], of(POLAND, GERMANY), numbers=True),
    "old and new": table(["Item", "Old", "New"], of(POLAND, GERMANY)),
    "nothing above the questions": table(["", "Coder A", "Coder B"], of(POLAND, GERMANY)),
    "answers by number": table(["Question", "Answer 1", "Answer 2"], of(POLAND, GERMANY)),
    "ids": table(["Question", "ATOP 3005", "ATOP 3010"], of(POLAND, GERMANY)),
}
ONE = {
    "final": table(["Question", "Coder 1", "Coder 2", "Final"], of(GERMANY, GERMANY, POLAND)),
    "consensus first": table(["Question", "Consensus", "AB", "CD"], of(POLAND, GERMANY, GERMANY)),
    "answer and final": table(["Question", "Answer", "Final answer"], of(GERMANY, POLAND)),
    "comments": table(["Question", "Answer", "Comments"], of(POLAND, REMARKS)),
    "notes and source": table(
        ["Prompt", "Response", "Notes", "Source"], of(POLAND, REMARKS, {4: "365 Russia"})
    ),
    "plain": table(["Question", "Answer"], of(POLAND)),
    "its id": table(["Codesheet question", "ATOP 3005"], of(POLAND)),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("case", EACH)
def test_each_coders_column_is_a_coding_of_its_own(case, kind, tmp_path):
    first, second = read(FORMATS[kind](EACH[case], tmp_path))
    assert same(first.sheet, POLAND)
    assert same(second.sheet, GERMANY)
    assert first.report.part is not None
    assert first.report.part.kind == "coding"
    assert first.report.part.name in EACH[case][0]


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("case", ONE)
def test_the_final_column_counts_and_comments_are_told(case, kind, tmp_path):
    (only,) = read(FORMATS[kind](ONE[case], tmp_path))
    assert same(only.sheet, POLAND)
    assert only.report.part is None


def told(reading) -> str:
    return " ".join(piece.text for piece in reading.report.unplaced)


@pytest.mark.parametrize("kind", FORMATS)
def test_comments_are_in_the_report(kind, tmp_path):
    (only,) = read(FORMATS[kind](ONE["comments"], tmp_path))
    assert "Poland (290) did not sign" in told(only)
    assert {piece.why for piece in only.report.unplaced} == {"in the column “Comments”"}


@pytest.mark.parametrize("kind", FORMATS)
def test_what_is_not_final_is_in_the_report(kind, tmp_path):
    (only,) = read(FORMATS[kind](ONE["final"], tmp_path))
    assert told(only).count("They consult.") == 2


@pytest.mark.parametrize("kind", FORMATS)
def test_several_cells_without_headings_are_in_doubt(kind, tmp_path):
    rows = table(["Question", "a", "b"], of(POLAND, GERMANY))[1:]
    (only,) = read(FORMATS[kind](rows, tmp_path))
    unsure = {placed.question for placed in only.report.unsure}
    assert unsure >= {one for one in POLAND if one in GERMANY}


@pytest.mark.parametrize("kind", FORMATS)
def test_two_columns_without_headings_are_not(kind, tmp_path):
    rows = table(["Question", "a"], of(POLAND))[1:]
    (only,) = read(FORMATS[kind](rows, tmp_path))
    assert same(only.sheet, POLAND)
    assert only.report.unsure == ()


HEADINGS = {
    ("No.", "Question", "Answer"): "question question answer",
    ("#", "Prompt", "AB", "CD"): "question question coding coding",
    ("Question", "Coder 1 (AS)", "Coder 2 (BD)"): "question coding coding",
    ("Question", "Coder One", "Coder Two", "Agreed"): "question coding coding final",
    ("Question", "Response", "Explanation"): "question answer answer",
    ("Item", "Coding", "Coder comments"): "question answer remark",
    ("Question", "Old answer", "New answer", "Why changed"): "question coding coding remark",
    ("Question", "Lee", "Leeds", "Final Code"): "question coding coding final",
    ("Question", "Coder 1", "Explanation", "Coder 2", "Explanation"): "question coding coding coding coding",
    ("Question", "Coder 1", "Coder 1 comments", "Coder 2"): "question coding remark coding",
    ("Question", "Reconciled", "Anna", "Ben"): "question final coding coding",
    ("Question", "2018 coding", "2020 coding"): "question coding coding",
    ("Question", "Answer", "Page"): "question answer remark",
    ("Question", "Yes", "No"): "",
    ("Question", "Yes", "No", "N/A"): "",
    ("No", "Yes. World war."): "",
    ("No", "Germany only"): "",
    ("ID", "3005"): "",
    ("Source", "Final Act of Helsinki"): "",
    ("1. ATOP ID:", "3005"): "",
    ("Signature dates", "May 3, 1921"): "",
    ("Type of alliance", "Defense pact"): "",
}


@pytest.mark.parametrize("headings", HEADINGS)
def test_headings_tell_what_columns_hold(headings):
    found = find_columns(dict(enumerate(headings, start=1)))
    roles = " ".join(role for _, role in sorted(found.roles.items())) if found else ""
    assert roles == HEADINGS[headings]
