"""Codesheets that are PDF forms: what is typed into their fields, and which boxes are ticked."""

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from atop_coder.form import Kind
from atop_coder.reading import Reading, pdf, read_sheet
from atop_coder.reading.menus import read_menu
from atop_coder.reading.pages.found import Found
from atop_coder.reading.pages.opening import open_pdf
from atop_coder.reading.pages.whole import find_all
from atop_coder.reading.pdf_pages import page_pictures
from atop_coder.reading.rows import Row
from atop_coder.reading.source import Source
from tests.reading.office import FORM, numbered

TYPED = {
    1: "5040",
    2: "N/A",
    3: "December 25, 2003",
    4: "703 Kyrgyzstan\n705 Kazakhstan",
    6: "Treaty",
    7: "Public",
    13: "0",
    14: "Still in effect as of April 14, 2018",
    16: "Defense; Neutrality",
    17: "Entente",
    18: "They help one another, and that goes on for longer than one line of the field is wide.",
    19: "No",
    60: "May 23, 2018",
    61: "Ann Lee; Bob Ray",
}
LONG = "This is a long description of what the article says, which the field wraps.\nThat is all."


class Form:
    """A form with a field, or boxes, below each prompt; even questions are answered Yes, odd ones No."""

    def __init__(self, path: Path, boxes: str) -> None:
        self.canvas = Canvas(str(path))
        self.fields = self.canvas.acroForm
        self.boxes = boxes
        self.y = 800.0

    def draw(self) -> None:
        for question in FORM.questions:
            self.draw_prompt(question.number)
            if question.kind == Kind.YES_NO:
                self.draw_boxes(question.number)
                self.draw_field(question.number, LONG if question.number % 3 == 0 else "")
            else:
                self.draw_field(question.number, TYPED.get(question.number, ""))
        self.canvas.save()

    def draw_prompt(self, number: int) -> None:
        lines = simpleSplit(numbered(number), "Helvetica", 10, 480)
        if self.y < 14 * len(lines) + 120:
            self.canvas.showPage()
            self.y = 800.0
        for line in lines:
            self.canvas.drawString(50, self.y, line)
            self.y -= 14

    def draw_field(self, number: int, text: str) -> None:
        place = {"x": 60, "y": self.y - 30, "width": 400, "height": 40}
        self.fields.textfield(name=f"t{number}", value=text, fieldFlags="multiline", **place)
        self.y -= 55

    def draw_boxes(self, number: int) -> None:
        for word, left in (("Yes", 60), ("No", 120)):
            ticked = (word == "Yes") == (number % 2 == 0)
            y = self.y - 2
            match self.boxes:
                case "behind":
                    self.canvas.drawString(left, self.y, word)
                    self.fields.checkbox(name=f"{word}{number}", x=left + 25, y=y, size=12, checked=ticked)
                case "before":
                    self.fields.checkbox(name=f"{word}{number}", x=left, y=y, size=12, checked=ticked)
                    self.canvas.drawString(left + 15, self.y, word)
                case "radio":
                    self.fields.radio(name=f"r{number}", value=word, x=left, y=y, size=12, selected=ticked)
                    self.canvas.drawString(left + 15, self.y, word)
                case "list" if ticked:
                    size = {"x": 60, "y": y, "width": 80, "height": 16}
                    self.fields.choice(name=f"c{number}", value=word, options=["Yes", "No"], **size)
        self.y -= 20


def read_form(folder: Path, boxes: str) -> Reading:
    Form(folder / "form.pdf", boxes).draw()
    return read_sheet(folder / "form.pdf")


@pytest.mark.parametrize("boxes", ["behind", "before", "radio", "list"])
def test_a_form_that_is_filled_in_gives_its_answers(tmp_path, boxes):
    reading = read_form(tmp_path, boxes)
    sheet = reading.sheet
    asked = [question.number for question in FORM.questions if question.kind == Kind.YES_NO]
    assert {one: sheet[one].value for one in asked} == {one: "no" if one % 2 else "yes" for one in asked}
    described = [number for number in asked if number % 3 == 0]
    assert {one: sheet[one].paragraphs for one in described} == dict.fromkeys(
        described, tuple(LONG.split("\n"))
    )
    assert all(not sheet[one].details for one in asked if one % 3)
    assert (sheet[1].value, sheet[13].value, sheet[17].value) == (5040, 0, "entente")
    assert [member.ccode for member in sheet.members] == [703, 705]
    assert sheet[18].details == TYPED[18]
    assert sheet[61].value == ("Ann Lee", "Bob Ray")
    assert reading.report.unplaced == ()


def test_an_empty_form_is_a_blank_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr("tests.reading.test_pdf_fields.TYPED", {})
    monkeypatch.setattr("tests.reading.test_pdf_fields.LONG", "")
    Form(tmp_path / "form.pdf", "none").draw()
    sheet = read_sheet(tmp_path / "form.pdf").sheet
    assert [number for number, answer in sheet if not answer.is_blank] == []


def test_a_field_beside_its_prompt_is_read_there(tmp_path):
    canvas = Canvas(str(tmp_path / "form.pdf"))
    for at, (number, text) in enumerate({1: "5040", 2: "3240", 60: "May 23, 2018", 61: "Ann Lee"}.items()):
        y = 780 - 30 * at
        canvas.drawString(50, y, numbered(number))
        canvas.acroForm.textfield(name=f"t{number}", value=text, x=330, y=y - 4, width=150, height=16)
    canvas.save()
    sheet = read_sheet(tmp_path / "form.pdf").sheet
    assert (sheet[1].value, sheet[2].value, sheet[61].value) == (5040, 3240, ("Ann Lee",))
    assert sheet[60].value is not None


def test_what_stands_in_a_hidden_field_is_shown(tmp_path):
    canvas = Canvas(str(tmp_path / "form.pdf"))
    for at, number in enumerate((5, 6, 8, 12)):
        for place, line in enumerate(simpleSplit(numbered(number), "Helvetica", 10, 480)):
            canvas.drawString(50, 780 - 120 * at - 14 * place, line)
    size = {"x": 50, "y": 20, "width": 100, "height": 16}
    canvas.acroForm.textfield(name="old", value="An old remark", annotationFlags="hidden", **size)
    canvas.save()
    reading = read_sheet(tmp_path / "form.pdf")
    assert [piece.text for piece in reading.report.unplaced] == ["An old remark"]


def test_the_picture_of_a_page_shows_what_is_filled_in(tmp_path):
    def dark(text: str) -> int:
        canvas = Canvas(str(tmp_path / "form.pdf"))
        canvas.drawString(50, 750, "A form")
        canvas.acroForm.textfield(name="t", value=text, x=50, y=700, width=300, height=20)
        canvas.save()
        (picture,) = page_pictures(tmp_path / "form.pdf")
        return sum(value < 90 for value in picture.pixels)

    assert dark("MMMMMMMMMMMM") > dark("") + 100


def test_a_form_that_cannot_be_opened_as_one_is_still_read(tmp_path, monkeypatch):
    def refuse(_document: pypdfium2.PdfDocument) -> bool:
        raise pypdfium2.PdfiumError("no form")

    def found_here(source: Source) -> Found:
        with open_pdf(source.data, source.path) as document:
            return find_all(document, source.path, source.tell)

    monkeypatch.setattr(pypdfium2.PdfDocument, "init_forms", refuse)
    monkeypatch.setattr(pdf, "found_in", found_here)
    sheet = read_form(tmp_path, "list").sheet
    assert (sheet[1].value, sheet[18].details) == (5040, TYPED[18])


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("☒ Yes / ☐ No", ("yes",)),
        ("☐ Yes / ☒ No", ("no",)),
        ("☒ Yes/☐ No", ("yes",)),
        ("☐\tYes/\t☒\tNo", ("no",)),
        ("Yes ☐ / No ☒", ("no",)),
        ("☐ Yes/No", None),
    ],
)
def test_of_boxes_with_a_slash_between_them_the_ticked_one_counts(line, values):
    menu = read_menu(FORM.question(10), [Row(1, line)])
    assert menu is not None
    assert menu.values == values
