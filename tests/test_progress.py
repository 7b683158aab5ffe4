"""The line that tells how far the tests are."""

import pytest

from tests.progress import told


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((0, 14000, 0, 5.0), "0 of 14,000 tests, 0:05 gone"),
        ((1400, 14000, 1, 60.0), "1,400 of 14,000 tests, 1 failed, 1:00 gone, some 9:00 left"),
        ((14000, 14000, 0, 600.0), "14,000 of 14,000 tests, 10:00 gone"),
    ],
)
def test_the_line_tells_what_is_done_and_what_is_left(counts, words):
    assert told(*counts) == words
