"""The one line that says what to look at first."""

import pytest

from atop_coder.reading import Piece, Placed, ReadingReport, Sureness
from atop_coder.reading.look_first import look_first

ABOVE = "it stands before the first question"


def report(*unsure: tuple[int, str], texts: int = 0) -> ReadingReport:
    placed = tuple(Placed(number, number, number, "", Sureness.UNSURE, why) for number, why in unsure)
    pieces = tuple(Piece(line, "x", ABOVE) for line in range(3, 3 + texts))
    return ReadingReport("a.txt", "text", placed=(*placed, Placed(60, 9, 9, "")), unplaced=pieces)


@pytest.mark.parametrize(
    ("told", "line"),
    [
        (report(), ""),
        (report((14, "two dates")), "Look first at question 14: two dates (1 unsure)."),
        (
            report((19, "b"), (14, "two dates."), (16, "c"), texts=2),
            "Look first at question 16: c; then 14, 19 (3 unsure, 2 texts in no answer).",
        ),
        (
            report(*((number, "x") for number in range(21, 28))),
            "Look first at question 21: x; then 22, 23, 24, 25, … (7 unsure).",
        ),
        (
            report(texts=1),
            f"Look first at line 3, which is in no answer: {ABOVE} (1 text in no answer).",
        ),
    ],
)
def test_it_names_the_weightiest_and_counts_the_rest(told, line):
    assert look_first(told) == line
