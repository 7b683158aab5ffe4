"""The two real sheets, answer by answer, and two of our own that are as odd, line by line.

The real ones are not part of the repository, so a description is told here by its paragraphs, its words,
their digest, and the words that it begins with. Those of tests/odd_sheets/ stand in for them everywhere else.
"""

import hashlib
import json
from functools import cache
from typing import Any, NamedTuple

import pytest

from atop_coder.form import load_form
from atop_coder.reading import Reading, Sureness, read_sheet
from atop_coder.sheet import sheet_to_data
from tests.conftest import ODD_SHEETS, REAL_SHEETS


class Words(NamedTuple):
    """A description: how many paragraphs and words it has, the digest of its words, and its first words."""

    paragraphs: int
    words: int
    digest: str
    begins: str

    @classmethod
    def of(cls, details: str) -> "Words":
        words = details.split()
        digest = hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]
        return cls(details.count("\n\n") + 1, len(words), digest, " ".join(words[:4]))


ATOP5040 = {
    1: ({"value": 5040}, None),
    2: ({"status": "not_applicable"}, None),
    3: ({"value": [{"date": "2003-12-25"}]}, None),
    4: ({"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]}, None),
    5: ({"value": "no"}, None),
    6: ({"value": "treaty"}, None),
    7: ({"value": "public"}, None),
    8: ({"value": "no"}, None),
    9: ({"value": "no"}, None),
    10: ({"value": "yes"}, Words(1, 8, "f9990392aeeb", "The treaty is concluded")),
    11: ({"value": "yes"}, Words(1, 36, "0045ae64bcd9", "“This Agreement …will remain")),
    12: ({"value": "no"}, None),
    13: ({"value": 0}, None),
    14: ({"value": {"in_effect_as_of": "2018-04-14"}}, Words(1, 8, "17d695df1cc6", "according to the TIF")),
    15: ({"status": "not_applicable"}, None),
    16: ({"value": ["defense"]}, None),
    17: ({"status": "not_applicable"}, None),
    18: ({}, Words(1, 63, "963e977fffd1", "“The Contracting Parties shall,")),
    19: ({"value": []}, None),
    20: ({"status": "not_applicable"}, None),
    21: ({"value": "no"}, None),
    22: ({"value": "no"}, None),
    23: ({"value": "no"}, None),
    24: ({"value": "yes"}, None),
    25: ({"value": "no"}, None),
    26: ({"value": "no"}, None),
    27: ({"value": "no"}, None),
    28: ({}, Words(3, 104, "59e174103967", "“For a phased implementation")),
    29: ({"value": "yes"}, Words(1, 24, "411f0a357d56", "“Disputes concerning the interpretation")),
    30: ({"value": "no"}, None),
    31: ({"value": "no"}, None),
    32: ({"value": "no"}, None),
    33: ({"value": "no"}, None),
    34: ({"value": "no"}, None),
    35: ({"value": "yes"}, Words(2, 60, "59099f5696cf", "Supreme Interstate Council, which")),
    36: ({"value": "no"}, None),
    37: ({"value": "no"}, None),
    38: ({"value": "no"}, None),
    39: ({"value": "no"}, None),
    40: ({"value": "no"}, None),
    41: ({"value": "no"}, None),
    42: ({"value": "yes"}, Words(2, 76, "dfa05d729084", "“The Contracting Parties shall")),
    43: ({"status": "blank"}, None),
    44: ({"value": "no"}, None),
    45: ({"value": "no"}, None),
    46: ({"value": "no"}, None),
    47: ({"value": "yes"}, Words(1, 27, "12d01d22f1fb", "UN and OSCE as")),
    48: ({"value": "yes"}, Words(1, 4, "328378d8d2ff", "OSCE and CSTO-see #47.")),
    49: ({"value": "yes"}, Words(1, 52, "d3eec38ce716", "“For a phased implementation")),
    50: ({"value": "yes"}, Words(11, 151, "73468ece505f", "Cooperation in the fight")),
    51: ({"value": "no"}, None),
    52: ({"value": "no"}, None),
    53: ({"value": "yes"}, Words(1, 13, "64d905589b90", "Agreement on guaranteeing equal")),
    54: ({"value": "no"}, None),
    55: ({"value": "yes"}, Words(1, 29, "0fa59aa54925", "The Action Plan referenced")),
    56: ({"value": "no"}, None),
    57: ({}, Words(1, 19, "6d9172009ddc", "The original language of")),
    58: ({}, Words(2, 23, "0082956e6bf8", "Treaty: Treaty of Allied")),
    59: ({}, Words(2, 13, "624775091829", "http://adilet.zan.kz/rus/docs/Z060000187_ (Accessed on April")),
    60: ({"value": "2018-05-23"}, None),
    61: ({"value": ["Jaewook Chung", "Jae-eon Lee", "Jessica Edry", "Ashley Leeds"]}, None),
}

ATOP6070 = {
    1: ({"value": 6070}, None),
    2: ({"status": "not_applicable"}, None),
    3: ({"value": [{"date": "2013-11-11"}]}, None),
    4: ({"value": [{"ccode": 705, "name": "Kazakhstan"}, {"ccode": 365, "name": "Russia"}]}, None),
    5: ({"value": "no"}, None),
    6: ({"value": "treaty"}, None),
    7: ({"value": "public"}, None),
    8: ({"value": "no"}, None),
    9: ({"value": "no"}, None),
    10: ({"value": "yes"}, Words(1, 61, "f5b86c568b49", "Section 30 — “This")),
    11: ({"value": "no"}, None),
    12: ({"value": "yes"}, Words(1, 61, "f5b86c568b49", "Section 30 — “This")),
    13: ({"value": 0}, None),
    14: (
        {"value": {"in_effect_as_of": "2020-07-07"}},
        Words(1, 5, "00bd448f9211", "as per Kazakh Legislature:"),
    ),
    15: ({"status": "not_applicable"}, None),
    16: ({"value": ["nonaggression", "neutrality"]}, None),
    17: ({"status": "not_applicable"}, None),
    18: ({}, Words(5, 101, "42c85774a3ff", "Nonaggression: Section 1 —")),
    19: ({"value": []}, None),
    20: ({"status": "not_applicable"}, None),
    21: ({"value": "yes"}, Words(1, 29, "2986c52cf96b", "Section 3 — [Each")),
    22: ({"value": "no"}, None),
    23: ({"value": "no"}, None),
    24: ({"value": "yes"}, None),
    25: ({"value": "no"}, None),
    26: ({"value": "no"}, None),
    27: ({"value": "yes"}, Words(1, 19, "954edfedbfbc", "Section 3 — “The")),
    28: ({"status": "blank"}, None),
    29: ({"value": "yes"}, Words(2, 44, "86c8b84a53e3", "Section 1 — The")),
    30: ({"value": "no"}, None),
    31: ({"value": "no"}, None),
    32: ({"value": "no"}, None),
    33: ({"value": "no"}, None),
    34: ({"value": "no"}, None),
    35: ({"value": "no"}, None),
    36: ({"value": "no"}, None),
    37: ({"value": "no"}, None),
    38: ({"value": "no"}, None),
    39: ({"value": "no"}, None),
    40: ({"value": "no"}, None),
    41: ({"value": "no"}, None),
    42: ({"value": "yes"}, Words(1, 45, "6fdb69bb47a1", "Section 18 — The")),
    43: ({"status": "blank"}, None),
    44: ({"value": "no"}, None),
    45: ({"value": "no"}, None),
    46: ({"value": "no"}, None),
    47: ({"value": "yes"}, Words(2, 79, "4229cd0b308d", "The Preamble makes broad")),
    48: (
        {"value": "yes", "alliances": [3740, 4235, 4220, 4810]},
        Words(4, 88, "517c1408ae23", "Helsinki Final Act/OSCE (ATOP"),
    ),
    49: ({"value": "no"}, None),
    50: ({"value": "yes"}, Words(13, 101, "fbb919eb1b52", "Section 9 — Cultural")),
    51: ({"value": "no"}, None),
    52: ({"value": "no"}, None),
    53: ({"value": "no"}, None),
    54: ({"value": "no"}, None),
    55: ({"value": "no"}, None),
    56: ({"value": "yes"}, Words(1, 15, "37be38563d0a", "Section 1 — “They")),
    57: ({}, Words(1, 12, "276d091413a0", "Coded based on Google")),
    58: ({}, Words(1, 1, "cb380db3c291", "Treaty")),
    59: ({}, Words(1, 1, "9593cea0e3b9", "http://adilet.zan.kz/rus/docs/Z1400000246")),
    60: ({"value": "2020-07-07"}, None),
    61: ({"value": ["Nicholas Coulombe", "Ashley Leeds"]}, None),
}

SHEETS = {5040: ATOP5040, 6070: ATOP6070}
# Addresses that a PDF's links left at the foot of a page, and no more.
LEFT_OVER = {5040: 3, 6070: 1, 9040: 3, 9070: 1}
OWN = (9040, 9070)  # those of tests/odd_sheets/
ANSWERS = [(sheet, number) for sheet in OWN for number in load_form().by_number]
EVERY = (*OWN, *SHEETS)


@cache
def reading(sheet: int) -> Reading:
    """The reading of the sheet with that ATOP id; skips where it is a real one that is not there."""
    for path in (*ODD_SHEETS.glob("*.txt"), *REAL_SHEETS.glob("*.txt")):
        if f"ATOP ID: {sheet}" in path.read_text(encoding="utf-8"):
            return read_sheet(path)
    pytest.skip(f"sheet {sheet} is not in {REAL_SHEETS} (ATOP_REAL_SHEETS names another folder)")


@cache
def written_down(sheet: int) -> Any:
    """The answers of a sheet of our own, as they were read by a person."""
    return json.loads((ODD_SHEETS / f"ATOP{sheet}.json").read_text(encoding="utf-8"))["answers"]


def test_the_table_holds_all_122_answers():
    assert [len(answers) for answers in SHEETS.values()] == [len(load_form().questions)] * 2


@pytest.mark.parametrize(("sheet", "number"), ANSWERS)
def test_every_answer_of_an_odd_sheet_is_read_as_it_stands_there(sheet, number):
    assert sheet_to_data(reading(sheet).sheet)["answers"][str(number)] == written_down(sheet)[str(number)]


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_answer_of_a_real_sheet_is_read_as_it_stands_there(sheet):
    found = {}
    for number, data in sheet_to_data(reading(sheet).sheet)["answers"].items():
        details = data.get("details")
        answer = {name: value for name, value in data.items() if name != "details"}
        found[int(number)] = (answer, details and Words.of(details))
    assert found == SHEETS[sheet]


@pytest.mark.parametrize("sheet", EVERY)
def test_every_question_of_a_real_sheet_is_placed_surely(sheet):
    report = reading(sheet).report
    assert [placed.question for placed in report.placed] == list(load_form().by_number)
    assert [placed.question for placed in report.placed if placed.sureness != Sureness.SURE] == []


@pytest.mark.parametrize("sheet", EVERY)
def test_nothing_but_stray_addresses_that_stand_in_an_answer_too_is_left_over(sheet):
    pieces = [piece.text for piece in reading(sheet).report.unplaced]
    details = "\n".join(answer.details for _, answer in reading(sheet).sheet)
    assert len(pieces) == LEFT_OVER[sheet]
    assert [piece for piece in pieces if not (piece.startswith("http") and piece in details)] == []
