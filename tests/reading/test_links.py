"""Addresses that a PDF's links leave at the foot of a page."""

from atop_coder.reading.links import STRAY_WHY, part_stray_links
from atop_coder.reading.rows import Row
from tests.reading.sheets import FORM, read_one

LINK = "http://treaties.example.org/a/b_1"


def parted(number: int, rows: list[Row], everything: str = f"{LINK}\n{LINK}", gap: int = 0):
    kept, stray = part_stray_links(FORM.question(number), rows, everything, gap)
    return [row.text for row in kept], [piece.text for piece in stray]


def test_an_address_at_the_end_of_a_page_is_stray():
    rows = [Row(1, "Yes. They"), Row(2, LINK), Row(3, "help.", 2, True)]
    assert parted(10, rows) == (["Yes. They", "help."], [LINK])


def test_an_address_behind_much_space_is_stray():
    rows = [Row(1, "They help."), Row(2, ""), Row(3, ""), Row(4, LINK)]
    assert parted(18, rows) == (["They help.", "", ""], [LINK])


def test_an_address_in_an_answer_that_takes_no_words_is_stray():
    assert parted(4, [Row(1, "703 Kyrgyzstan"), Row(2, LINK)]) == (["703 Kyrgyzstan"], [LINK])


def test_an_address_that_stands_nowhere_else_is_an_answer():
    rows = [Row(1, "See"), Row(2, LINK), Row(3, "page 3", 2, True)]
    assert parted(10, rows, everything=LINK) == (["See", LINK, "page 3"], [])


def test_an_address_within_a_line_is_an_answer():
    rows = [Row(1, f"See {LINK} there"), Row(2, "x", 2, True)]
    assert parted(10, rows) == ([f"See {LINK} there", "x"], [])


def test_of_an_answer_that_is_addresses_alone_one_is_kept():
    assert parted(59, [Row(1, LINK), Row(2, ""), Row(3, ""), Row(4, LINK)]) == ([LINK, "", ""], [LINK])


def test_a_stray_address_is_shown_with_the_reason():
    text = f"703 Kyrgyzstan\n705 Kazakhstan\n{LINK}\n\n59. {FORM.question(59).prompt}\n{LINK}"
    report = read_one(4, text).report
    assert [(piece.text, piece.why) for piece in report.unplaced] == [(LINK, STRAY_WHY)]
