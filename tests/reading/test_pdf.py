"""Sheets in PDFs, as people print and scan them."""

import io
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from atop_coder.errors import AtopError
from atop_coder.reading import read_sheet
from atop_coder.reading.pages.broken import mend
from atop_coder.reading.pdf_pages import MOST_PIXELS, page_pictures
from atop_coder.sheet import Sheet
from tests.reading.office import (
    FEW,
    FORM,
    details,
    draw_lines,
    draw_pdf,
    numbered,
    save_pdf,
    save_pdf_table,
    typed,
)

LONG = {
    question.number: FEW.get(question.number, ("No.",) if question.choices else ())
    for question in FORM.questions
}
CONSULT = (
    "“The High Contracting Parties shall consult together whenever, in the opinion of any of them, the"
    " territorial integrity of one of them is threatened.” (Art. 4)"
)
MEET = (
    "They shall meet within a week of the day on which one of them asks for it, in the capital of the one"
    " that was asked, or at another place on which they agree."
)
PARAGRAPHS = (CONSULT, MEET)


def code_of(path: Path, password: str | None = None) -> str:
    with pytest.raises(AtopError) as caught:
        read_sheet(path, password)
    assert "\n" not in str(caught.value)
    return caught.value.code


def read_lines_drawn(folder: Path, lines: list[str], number: int = 18) -> list[str]:
    """The paragraphs of an answer whose lines are drawn as they are."""
    few = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]

    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, [*few, numbered(number), *lines])

    return details(read_sheet(draw_pdf(folder, draw)), number)


# Lines and paragraphs


def test_wrapped_paragraphs_are_put_together_and_kept_apart(tmp_path):
    reading = read_sheet(save_pdf(tmp_path, {**LONG, 18: PARAGRAPHS}))
    assert details(reading, 18) == list(PARAGRAPHS)
    assert reading.report.format == "pdf"
    assert [answer.value for number, answer in reading.sheet if number in (5, 6, 8, 12)] == [
        "no",
        "treaty",
        "yes",
        "no",
    ]
    assert details(reading, 8) == list(FEW[8][1:])
    assert not reading.report.unplaced


def test_paragraphs_without_space_between_them_are_kept_apart(tmp_path):
    lines = [
        "The parties consult with one another whenever one of them is threatened by",
        "another state.",
        "They meet within a week of the day on which one of them has asked for that,",
        "in its capital.",
    ]
    assert read_lines_drawn(tmp_path, lines) == [" ".join(lines[:2]), " ".join(lines[2:])]


def test_an_answer_goes_on_over_a_page(tmp_path):
    many = tuple(f"{at}: {MEET}" for at in range(40))
    reading = read_sheet(save_pdf(tmp_path, {**LONG, 18: many}))
    assert details(reading, 18) == list(many)


def test_a_table_with_prompts_beside_answers(tmp_path):
    reading = read_sheet(save_pdf_table(tmp_path, {**LONG, 18: PARAGRAPHS}))
    assert details(reading, 18) == list(PARAGRAPHS)
    assert reading.sheet[10].value == "yes"
    assert {reading.sheet[number].value for number in (9, 11, 12, 21, 22)} == {"no"}


def test_a_row_torn_by_the_end_of_a_page_is_mended(tmp_path):
    reading = read_sheet(save_pdf_table(tmp_path, {**LONG, 18: PARAGRAPHS * 2}, widths=(120, 120)))
    assert details(reading, 18) == list(PARAGRAPHS * 2)
    assert {answer.value for number, answer in reading.sheet if number in range(21, 28)} == {"no"}


def test_what_is_drawn_last_is_read_where_it_stands(tmp_path):
    lines = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 11)
        for at in [*range(1, len(lines)), 0]:
            canvas.drawString(72, 780 - 14 * at, lines[at])

    reading = read_sheet(draw_pdf(tmp_path, draw))
    assert [line.text for line in reading.report.lines][: len(lines)] == lines


def test_a_page_that_is_turned_is_read_as_it_is_seen(tmp_path):
    lines = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -595)
        draw_lines(canvas, lines, top=560)

    reading = read_sheet(draw_pdf(tmp_path, draw))
    assert reading.sheet[8].value == "yes"
    assert reading.report.lines[0].top < reading.report.lines[1].top


# Characters


def test_ligatures_are_spelt_out_and_soft_hyphens_left_out(tmp_path):
    import reportlab.pdfbase.pdfmetrics as metrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    metrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    lines = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]

    def draw(canvas: Canvas) -> None:
        draw_lines(canvas, [*lines, numbered(18)])
        canvas.setFont("HeiseiMin-W3", 11)
        canvas.drawString(
            72, 780 - 14 * (len(lines) + 1), "The o\ufb03ce \ufb01les re\u0301sume\u0301s … № 5"
        )

    assert details(read_sheet(draw_pdf(tmp_path, draw)), 18) == ["The office files résumés … № 5"]


def mended(*lines: str, addresses: tuple[str, ...] = (), ends: tuple[bool, ...] = ()) -> list[str]:
    told = ends or (*(False for _ in lines[1:]), True)
    return [line for line, _ in mend(lines, told, addresses) if line]


@pytest.mark.parametrize("hyphen", ["-", "\ufffe"])
def test_a_word_broken_at_the_end_of_a_line_is_put_together(hyphen):
    assert mended(f"the mem{hyphen}", "bers of the alliance") == ["the members", "of the alliance"]


def test_a_word_that_has_a_hyphen_keeps_it():
    assert mended("a self-help clause", "and more on self\ufffe", "help") == [
        "a self-help clause",
        "and more on self-help",
    ]
    assert mended("the Anglo\ufffe", "Japanese alliance") == ["the Anglo-Japanese", "alliance"]
    assert mended("pages 22\ufffe", "25 and more") == ["pages 22-25", "and more"]


def test_a_hyphen_that_ends_a_paragraph_stays():
    assert mended("this -", "that", ends=(True, True)) == ["this -", "that"]


def test_a_word_that_takes_up_a_whole_line_ends_its_paragraph_with_it():
    assert mend(["the mem-", "bers", "of it"], [False, True, True]) == [
        ("the members", True),
        ("", True),
        ("of it", True),
    ]


def test_an_address_broken_at_the_end_of_a_line_is_put_together():
    assert mended("see http://a.example/pages/", "show?id=5 there") == [
        "see http://a.example/pages/show?id=5",
        "there",
    ]
    assert mended("see http://a.exam", "ple/x.html)", addresses=("http://a.example/x.html",)) == [
        "see http://a.example/x.html)"
    ]


def test_an_address_is_put_together_without_a_link_where_it_looks_like_one():
    assert mended("see http://", "a.example/x there") == ["see http://a.example/x", "there"]
    assert mended("see http://a.example/Z06_", "187 there") == ["see http://a.example/Z06_187", "there"]
    assert mended("see http://a.example/Z06_", "(Accessed then)") == [
        "see http://a.example/Z06_",
        "(Accessed then)",
    ]
    assert mended("see http://a.example/x/", "and then") == ["see http://a.example/x/", "and then"]


def test_a_whole_address_takes_nothing_from_the_next_line():
    whole = "http://a.example/x"
    assert mended(f"see {whole}", "and/or this", addresses=(whole,)) == [f"see {whole}", "and/or this"]
    assert mended(f"see {whole}", "Article 5 says") == [f"see {whole}", "Article 5 says"]


# Outside the text


def furniture(canvas: Canvas, _: object) -> None:
    canvas.setFont("Times-Roman", 9)
    canvas.drawString(72, 810, "A draft that nobody may cite")
    canvas.drawString(290, 30, str(canvas.getPageNumber()))


def test_headers_and_page_numbers_are_told_apart(tmp_path):
    reading = read_sheet(save_pdf(tmp_path, {**LONG, 18: PARAGRAPHS * 20}, furniture))
    assert details(reading, 18) == list(PARAGRAPHS * 20)
    pages = reading.report.lines[-1].page
    told = [(piece.text, piece.why) for piece in reading.report.furniture]
    assert told.count(("A draft that nobody may cite", "a page header")) == pages > 2
    numbers = [text for text, why in told if why == "a page number"]
    assert numbers == [str(page) for page in range(1, pages + 1)]


def test_the_number_of_one_page_alone_is_told_apart(tmp_path):
    def number(canvas: Canvas, _: object) -> None:
        if canvas.getPageNumber() == 2:
            canvas.drawString(290, 30, "2")

    reading = read_sheet(save_pdf(tmp_path, LONG, number))
    assert [(piece.text, piece.why) for piece in reading.report.furniture] == [("2", "a page number")]


def test_a_number_that_counts_no_pages_is_an_answer(tmp_path):
    """Each page begins with a number in the same place, and none of them is the page's."""
    answers = {13: ("0",), 2: ("3",), 1: ("5",)}

    def draw(canvas: Canvas) -> None:
        for number in (1, 2, 13):
            draw_lines(canvas, [*answers[number], numbered(number + 1)])
            canvas.showPage()
        draw_lines(canvas, [line for one, texts in FEW.items() for line in (numbered(one), *texts)])

    reading = read_sheet(draw_pdf(tmp_path, draw))
    assert not [piece for piece in reading.report.furniture if piece.text in "035"]


def test_a_watermark_is_told_apart(tmp_path):
    def stamp(canvas: Canvas, _: object) -> None:
        canvas.saveState()
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.setFont("Times-Roman", 60)
        canvas.drawString(0, 0, "COPY")
        canvas.restoreState()

    reading = read_sheet(save_pdf(tmp_path, LONG, stamp))
    assert {(piece.text, piece.why) for piece in reading.report.furniture if piece.text == "COPY"} == {
        ("COPY", "a watermark")
    }
    assert not any("COPY" in answer.details for _, answer in reading.sheet)


def test_the_address_of_a_link_is_kept_apart_once(tmp_path):
    def mark(canvas: Canvas, _: object) -> None:
        canvas.linkURL("http://a.example/treaty", (72, 700, 200, 720))

    reading = read_sheet(save_pdf(tmp_path, LONG, mark))
    assert [piece.text for piece in reading.report.unplaced] == ["http://a.example/treaty"]


def test_an_address_that_the_text_has_is_not_told_again(tmp_path):
    def mark(canvas: Canvas, _: object) -> None:
        canvas.linkURL("http://a.example/treaty", (72, 700, 200, 720))

    filled = {**LONG, 59: ("See www.a.example, and http://a.example/treaty",)}
    reading = read_sheet(save_pdf(tmp_path, filled, mark))
    assert not reading.report.unplaced
    assert details(reading, 59) == list(filled[59])


def test_a_note_on_the_page_goes_to_the_report(tmp_path):
    def note(canvas: Canvas, _: object) -> None:
        if canvas.getPageNumber() == 1:
            canvas.textAnnotation("Is this so?", (10, 10, 50, 50))

    reading = read_sheet(save_pdf(tmp_path, LONG, note))
    assert "comment on page 1: Is this so?" in reading.report.notes
    assert not any("Is this so" in answer.details for _, answer in reading.sheet)


# The file itself


def test_a_password_is_asked_for(tmp_path):
    few = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]
    path = draw_pdf(tmp_path, lambda canvas: draw_lines(canvas, few), encrypt="secret")
    assert code_of(path) == "needs-password"
    assert code_of(path, "Secret") == "wrong-password"
    assert read_sheet(path, "secret").sheet[1].value == 5040


def test_a_scan_is_said_to_be_one(tmp_path, monkeypatch):
    monkeypatch.setattr("atop_coder.reading.scans.find_tesseract", lambda: None)
    from PIL import Image

    picture = io.BytesIO()
    Image.new("L", (40, 60), 200).save(picture, "PNG")
    path = draw_pdf(tmp_path, lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, 500, 700))
    assert code_of(path) == "needs-tesseract"


def test_a_pdf_without_anything_is_said_to_hold_no_text(tmp_path):
    assert code_of(draw_pdf(tmp_path, lambda canvas: canvas.showPage())) == "pdf-no-text"


def test_a_letter_is_no_codesheet(tmp_path):
    path = draw_pdf(
        tmp_path, lambda canvas: draw_lines(canvas, ["Dear colleague,", "thank you for the book."])
    )
    assert code_of(path) == "not-a-codesheet"


def test_progress_is_told_and_reading_can_be_cancelled(tmp_path):
    path = save_pdf(tmp_path, {**LONG, 18: PARAGRAPHS * 20})
    told: list[float] = []

    def go_on(done: float) -> bool:
        told.append(done)
        return True

    read_sheet(path, on_progress=go_on)
    assert told == sorted(told)
    assert len(told) > 3
    assert told[0] == 0
    assert told[-1] <= 1
    with pytest.raises(AtopError) as caught:
        read_sheet(path, on_progress=lambda done: done < 0.3)
    assert caught.value.code == "cancelled"


def test_each_line_knows_its_place_on_the_page(tmp_path):
    few = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]
    path = draw_pdf(tmp_path, lambda canvas: draw_lines(canvas, few, top=742), pagesize=(612, 792))
    lines = read_sheet(path).report.lines
    for at, line in enumerate(lines):
        assert line.top < 50 + 14 * at < line.bottom
        assert line.bottom - line.top == pytest.approx(11, abs=0.2)


# Pictures


def test_every_page_has_its_picture(tmp_path):
    path = save_pdf(tmp_path, {**LONG, 18: PARAGRAPHS * 20})
    pictures = list(page_pictures(path, scale=0.5))
    with pypdfium2.PdfDocument(path) as document:
        assert len(pictures) == len(document)
    for picture in pictures:
        assert len(picture.pixels) == picture.width * picture.height * 4
        assert picture.pixels[:4] == b"\xff\xff\xff\xff"
        assert len(set(picture.pixels)) > 20


def test_a_place_can_be_marked_on_the_picture(tmp_path):
    few = [line for one, texts in FEW.items() for line in (numbered(one), *texts)]
    path = draw_pdf(tmp_path, lambda canvas: draw_lines(canvas, few), pagesize=(612, 792))
    [picture] = page_pictures(path, scale=2)
    row = picture.width * 4
    first = read_sheet(path).report.lines[0]
    above = picture.pixels[: int(first.top * picture.scale) * row]
    there = picture.pixels[int(first.top * picture.scale) * row : int(first.bottom * picture.scale) * row]
    assert set(above) == {255}
    assert len(set(there)) > 2


def test_a_huge_page_is_drawn_smaller(tmp_path):
    path = draw_pdf(tmp_path, lambda canvas: canvas.drawString(9, 9, "x"), pagesize=(14_000, 14_000))
    [picture] = page_pictures(path)
    assert picture.width * picture.height <= MOST_PIXELS * 1.01
    assert picture.scale < 1


def test_a_picture_needs_the_password_too(tmp_path):
    path = draw_pdf(tmp_path, lambda canvas: canvas.drawString(9, 9, "x"), encrypt="secret")
    with pytest.raises(AtopError) as caught:
        list(page_pictures(path))
    assert caught.value.code == "needs-password"
    assert len(list(page_pictures(path, "secret"))) == 1


def test_an_empty_sheet_printed_is_an_empty_sheet(tmp_path):
    reading = read_sheet(save_pdf(tmp_path, typed(Sheet.empty())))
    assert reading.sheet == Sheet.empty()
