"""What stands below the last answer, and footnotes: told apart, in the report, in no answer."""

import docx
import pytest
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import SimpleDocTemplate

from atop_coder.reading import read_sheet, read_text
from atop_coder.reading.closing import CLOSING, SIGNATURE
from atop_coder.reading.footnotes import FOOTNOTE, RAISED
from tests.reading.office import BODY, BOLD, escaped, numbered
from tests.reading.several import POLAND
from tests.reading.sheets import read_one, sheet_text

SIGNATURES = [
    "-- \nAnna Schmidt\nanna@uni.example\n",
    "--\nAnna Schmidt | Univ. of X\n+49 123\n",
    "Best, Anna\n",
    "Best,\nAnna\n",
    "Best wishes,\nAnna\n",
    "Kind regards,\n\nAnna Schmidt\nPhD candidate\nUniversity of X\n",
    "Thanks!\nAnna\n",
    "Many thanks, Anna",
    "Cheers\nA.\n\nSent from my Samsung Galaxy\n",
    "Yours sincerely,\nAnna",
    "Mit freundlichen Grüßen\nAnna\n",
    "Saludos cordiales,\nAna\n",
    "Sent from my iPhone\n",
    "Get Outlook for iOS\n",
    "All the best\nAnna",
]
ENDS = [
    "End of codesheet",
    "*** END ***",
    "[End of sheet 5040]",
    "END OF ATOP CODESHEET",
    "THE END",
    "- end -",
    "This is the end of the form.",
    "End of document",
    "-----END-----",
]


@pytest.mark.parametrize("below", SIGNATURES)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_signature_is_told_and_no_coder(below, gap):
    reading = read_text(sheet_text({}) + gap + below)
    assert reading.sheet[61].value == ("Ann Lee",)
    told = {piece.text.strip() for piece in reading.report.unplaced if piece.why == SIGNATURE}
    assert told == {line.strip() for line in below.split("\n") if line.strip()}


@pytest.mark.parametrize("below", ENDS)
def test_a_closing_line_is_told_and_no_coder(below):
    reading = read_text(sheet_text({}) + below + "\n")
    assert reading.sheet[61].value == ("Ann Lee",)
    assert [piece.why for piece in reading.report.furniture] == [CLOSING]


@pytest.mark.parametrize("name", ["Bob Day", "Best Western", "Enda Kenny", "Cheers Lee", "Fin Day"])
def test_a_second_coder_stays_one(name):
    assert read_text(f"{sheet_text({})}{name}\n").sheet[61].value == ("Ann Lee", name)


NOTES = [
    (13, "2¹", "¹ See Art. 5 of the protocol.", 2, ""),
    (1, "5040³", "³ A new number.", 5040, ""),
    (8, "No.¹²", "____\n¹² Except by Art. 3.", "no", ""),
    (8, "Yes. Art. 9 tells.†", "† Of the treaty.", "yes", "Art. 9 tells."),
    (10, "Yes. Ten years.¹ Then ten more.²", "¹ Art. 1\n² Art. 2", "yes", "Ten years. Then ten more."),
]


@pytest.mark.parametrize(("number", "answer", "note", "value", "details"), NOTES)
def test_a_footnote_and_its_number_are_told_apart(number, answer, note, value, details):
    text = sheet_text({number: answer}).replace("\n\n60. ", f"\n\n{note}\n\n60. ")
    reading = read_text(text)
    assert (reading.sheet[number].value, reading.sheet[number].details) == (value, details)
    assert {piece.why for piece in reading.report.unplaced} == {FOOTNOTE}
    assert {piece.why for piece in reading.report.furniture} == {RAISED}


def test_an_exponent_stays():
    assert read_one(10, "Yes. It has 200 km² of land.").sheet[10].details == "It has 200 km² of land."


RAISED_ONES = {
    1: ("3005", "1"),
    4: ("290 Poland", "2"),
    8: ("No.", "12"),
    13: ("2", "3"),
    14: ("In effect as of May 4, 2018", "45"),
}


def expected(reading) -> None:
    assert reading.sheet.atop_id == 3005
    assert [(one.ccode, one.name) for one in reading.sheet.members] == [(290, "Poland")]
    assert (reading.sheet[8].value, reading.sheet[8].details) == ("no", "")
    assert (reading.sheet[13].value, reading.sheet[13].details) == (2, "")
    assert reading.sheet[14].details == ""
    assert [piece.text for piece in reading.report.unplaced] == ["¹ See the list.", "² A note."]


def test_raised_numbers_in_word_are_no_part_of_a_number(tmp_path):
    document = docx.Document()
    for number in range(1, 17):
        document.add_paragraph(numbered(number))
        text, above = RAISED_ONES.get(number, (POLAND.get(number, ""), ""))
        paragraph = document.add_paragraph(text)
        paragraph.add_run(above).font.superscript = True
    for mark, text in (("1", " See the list."), ("2", " A note.")):
        paragraph = document.add_paragraph()
        paragraph.add_run(mark).font.superscript = True
        paragraph.add_run(text)
    path = tmp_path / "raised.docx"
    document.save(str(path))
    expected(read_sheet(path))


def test_raised_numbers_in_a_pdf_are_no_part_of_a_number(tmp_path):
    flow = []
    for number in range(1, 17):
        text, above = RAISED_ONES.get(number, (POLAND.get(number, ""), ""))
        mark = f"<super>{above}</super>" if above else ""
        flow += [Set(escaped(numbered(number)), BOLD), Set(escaped(text).replace("\n", "<br/>") + mark, BODY)]
    flow += [Set("<super>1</super> See the list.", BODY), Set("<super>2</super> A note.", BODY)]
    path = tmp_path / "raised.pdf"
    SimpleDocTemplate(str(path)).build(flow)
    expected(read_sheet(path))
