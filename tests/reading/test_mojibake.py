"""Letters that were read by the wrong table are put right where that is sure, and told."""

import pytest

from atop_coder.reading import read_text
from atop_coder.reading.mojibake import repaired
from tests.reading.test_characters import sheet

TEXTS = [
    "“Each helps” the other’s forces – at once…",
    "Pétain’s treaty — Art. 5",
    "Côte d’Ivoire and São Tomé",
    "a naïve “Straße”",
    "Türkiye’s “Misak-ı Millî”",
]


@pytest.mark.parametrize("table", ["sloppy-windows-1252", "latin-1", "mac_roman"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("text", TEXTS)
def test_utf_8_in_another_table_is_put_right(text, times, table):
    import ftfy.bad_codecs  # noqa: F401  # the table that has all bytes

    wrong = text
    for _ in range(times):
        wrong = wrong.encode().decode(table)
    assert repaired(wrong) == text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("â€œEach helpsâ€", "“Each helps”"),
        ("â€œEach helpsâ€ and so on", "“Each helps” and so on"),
        ("â€œEach helpsâ€.", "“Each helps”."),
        ("ÒEach helpsÓ", "“Each helps”"),
        ("GermanyÕs and the OthersÕ", "Germany’s and the Others’"),
        ("(ÒEach helps.Ó)", "(“Each helps.”)"),
        ("C™te dÕIvoire and PŽtain", "Côte d’Ivoire and Pétain"),
        ("“So” says GermanyÕs note", "“So” says Germany’s note"),
    ],
)
def test_marks_that_lost_a_byte_and_those_of_a_macintosh_are_put_right(wrong, right):
    assert repaired(wrong) == right


@pytest.mark.parametrize(
    "text",
    [
        "São Tomé, Ângelo, “Ção”",
        "Pétain, Ébène, Ça ira",
        "A IRÃ, PAQUISTÃO E ÂNGELO",
        "À côté: “là…”",
        "Il perdió Ó Òscar",
        "Oùest-ce? Voilà – “à”",
        "MAÎTRE” ÂGÉ",
        "Ñuñoa’s, Łódź, Türkiye, İstanbul, № 5, §§ 3–5",
        "Договор, 条約, معاهدة",
        "√2 ≈ 1.4 ¬x",
    ],
)
def test_rare_letters_that_are_right_stay(text):
    assert repaired(text) == text


@pytest.mark.parametrize("text", TEXTS[:2])
def test_the_letters_of_a_macintosh_in_the_table_of_windows_are_put_right(text):
    assert repaired(text.encode("mac_roman").decode("cp1252")) == text


def test_a_repair_is_told_with_its_line():
    reading = read_text(sheet({10: "Yes. â€œEach helpsâ€", 12: "No. GermanyÕs"}))
    assert (reading.sheet[10].value, reading.sheet[10].details) == ("yes", "“Each helps”")
    assert reading.sheet[12].details == "Germany’s"
    [note] = [note for note in reading.report.notes if "wrong table" in note]
    assert all(str(reading.report.of(number).last) in note for number in (10, 12))


def test_a_sheet_without_such_letters_has_no_note():
    assert [note for note in read_text(sheet({10: "Yes. “So”"})).report.notes if "table" in note] == []
