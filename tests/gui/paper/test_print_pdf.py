"""The PDF of a sheet: what it shows and where, and that it reads back."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from pypdfium2 import raw
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from atop_coder.errors import AtopError
from atop_coder.gui.paper.print_pdf import application, sheet_to_pdf
from atop_coder.reading import pdf, read_sheet
from atop_coder.resources import resource_path
from atop_coder.sheet import Answer, Sheet
from atop_coder.writing import sheet_to_normalized
from atop_coder.writing.paper import Paper
from tests.gui.conftest import FORM, SMALL, answer
from tests.strategies import examples, sheets

pytestmark = pytest.mark.usefixtures("qapp")
EXAMPLES = sorted(resource_path("examples").glob("*.txt"))
SENTENCE = (
    "“Each of the Parties undertakes to come to the assistance of the other, with all its means.” (Art. 3) "
)
ADDRESS = "http://treaties.example.org/collection/volume-12?page=3&line=4"


@contextmanager
def opened(sheet: Sheet, paper: Paper = Paper.A4) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(sheet_to_pdf(sheet, paper))
    yield document
    document.close()


def texts(sheet: Sheet, paper: Paper = Paper.A4) -> list[str]:
    """The text of each page, its lines parted by line feeds."""
    with opened(sheet, paper) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def lines_of(sheet: Sheet) -> list[str]:
    return "\n".join(texts(sheet)).split("\n")


def read_back(sheet: Sheet, folder: Path, paper: Paper = Paper.A4) -> Sheet:
    path = folder / "sheet.pdf"
    path.write_bytes(sheet_to_pdf(sheet, paper))
    return read_sheet(path).sheet


def with_details(details: str, number: int = 18) -> Sheet:
    return SMALL.with_answer(number, answer(number, details=details))


LONG = with_details("\n\n".join(SENTENCE * times for times in (1, 9, 2, 40, 3)))


# What it shows


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_prompt_is_there_in_order(question, small_text):
    assert "".join(f"{question.number}. {question.prompt}".split()) in small_text


@pytest.fixture(scope="module")
def small_text(qapp: QApplication) -> str:
    """All that the pages show, without its spaces, so that broken lines do not matter."""
    return "".join("".join(texts(SMALL)).split())


def test_a_code_and_its_name_stand_on_one_line():
    assert {"703 Kyrgyzstan", "705 Kazakhstan"} <= set(lines_of(SMALL))


def test_letters_that_types_join_come_out_one_by_one():
    words = "first office attack fitting effect afflict"
    assert words in lines_of(with_details(words))


def test_a_full_stop_ends_its_line():
    lines = lines_of(SMALL)
    assert "No." in lines
    assert "Yes." in lines


def test_hyphens_stay_hyphens():
    assert "Jae-eon Lee; non-aggression – so — it" in lines_of(
        with_details("Jae-eon Lee; non-aggression – so — it")
    )


def test_markup_is_shown_as_text():
    assert "<b>x</b> & <img src=x>" in lines_of(with_details("<b>x</b> & <img src=x>"))


def test_a_line_ends_at_a_space():
    """A hyphened word or an address that has room on a line is not parted."""
    whole = f"peace-and-friendship-treaty {ADDRESS}"
    text = "\n".join(lines_of(with_details(" ".join(f"{'x' * n} {whole}" for n in range(1, 40)))))
    assert text.count("peace-and-friendship-treaty") == 39
    assert text.count(ADDRESS) == 39


def test_an_address_too_long_for_a_line_is_parted():
    address = "http://a.org/" + "x" * 300
    assert address in "".join(lines_of(with_details(address)))


# _Where


@pytest.mark.parametrize("paper", Paper)
def test_pages_have_the_size_of_the_paper(paper):
    with opened(SMALL, paper) as document:
        points = [side * 72 / 25.4 for side in paper.size]
        assert document[0].get_size() == pytest.approx(points, abs=0.6)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sheet", [SMALL, LONG, Sheet.empty()], ids=["small", "long", "empty"])
def test_every_page_has_its_number(sheet, paper):
    pages = texts(sheet, paper)
    assert [f"Page {at} of {len(pages)}" in page for at, page in enumerate(pages, start=1)] == [True] * len(
        pages
    )


def test_every_page_has_the_number_of_the_sheet():
    assert all("ATOP 5040" in page for page in texts(LONG))


@pytest.mark.parametrize("paper", Paper)
def test_no_page_ends_with_a_prompt_that_is_answered(paper):
    answers = {one.number: answer(one.number, details="A line.\n\nAnother.") for one in FORM.questions}
    ends = [page.split("\n")[-1] for page in texts(Sheet.of(answers), paper)]
    prompts = "\n".join(one.prompt for one in FORM.questions)
    assert len(ends) > 5
    assert not [end for end in ends if end in prompts]


def test_nothing_is_painted_outside_the_margins():
    with opened(LONG) as document:
        for page in document:
            width, height = page.get_size()
            words = page.get_textpage()
            for at in range(words.count_rects()):
                left, bottom, right, top = words.get_rect(at)
                assert left >= 60
                assert right <= width - 60
                assert bottom >= 30
                assert top <= height - 30


# _What else the file holds


def test_fonts_are_in_the_file():
    data = sheet_to_pdf(SMALL)
    assert data.count(b"/FontFile2") + data.count(b"/FontFile3") >= 2


def test_addresses_can_be_clicked():
    with opened(with_details(f"See {ADDRESS}.")) as document:
        assert [one for page in document for one in addresses(document, page)] == [ADDRESS]


def addresses(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        room = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, room, size)
        yield room.value.decode()


def test_the_file_tells_its_title_and_nothing_of_the_machine():
    with opened(SMALL) as document:
        told = document.get_metadata_dict()
    assert (told["Title"], told["Creator"], told["Author"]) == ("ATOP 5040", "ATOP Coder", "")


def test_the_sheet_itself_is_in_the_file():
    with opened(SMALL) as document:
        assert bytes(document.get_attachment(0).get_data()).decode() == sheet_to_normalized(SMALL)


# _Reading it back


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_sheets_read_back_exactly(path, paper, tmp_path):
    sheet = read_sheet(path).sheet
    assert read_back(sheet, tmp_path, paper) == sheet


def test_real_sheets_read_back_exactly(real_sheets, tmp_path):
    for path in real_sheets:
        sheet = read_sheet(path).sheet
        assert read_back(sheet, tmp_path) == sheet, path.name


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sheets())
def test_any_sheet_can_be_printed_and_read(tmp_path, sheet):
    assert len(read_back(sheet, tmp_path).answers) == len(sheet.answers)


def attach(monkeypatch, text: str | None) -> None:
    """Lets every PDF carry this with it."""
    found_in = pdf.found_in
    monkeypatch.setattr(pdf, "found_in", lambda source: replace(found_in(source), attached=text))


def test_paragraphs_and_values_come_back_from_the_page_alone(tmp_path, monkeypatch, real_sheets):
    """But for runs of spaces, which no page shows, and the list of alliances, which people write in words."""
    attach(monkeypatch, None)
    wrong = []
    for path in [*EXAMPLES, *real_sheets]:
        sheet = read_sheet(path).sheet
        plain = Sheet.of({number: visible(one) for number, one in sheet if not told_by_marks(number, one)})
        read = read_back(plain, tmp_path)
        wrong += [(path.name, number) for number, one in read if visible(one) != plain[number]]
    assert len(wrong) <= 1, (
        wrong
    )  # where a paragraph ends with a full line and the page, nothing shows that it does


def told_by_marks(number: int, one: Answer) -> bool:
    """Whether words of the program's own stand on the page: `Wars: …`, `[description]`."""
    lone = one.value is None and bool(one.details) and FORM.question(number).kind != "text"
    return lone or bool(one.states or one.wars or one.alliances)


def visible(one: Answer) -> Answer:
    if one.is_blank:
        return one
    parts = [" ".join(part.split()) for part in one.paragraphs]
    return one.replace(details="\n\n".join(parts), states=(), wars=(), alliances=())


def test_a_page_that_says_something_else_is_believed_before_the_attached_sheet(tmp_path, monkeypatch):
    other = sheet_to_pdf(SMALL.with_answer(5, answer(5, value="yes", details="A war.")))
    path = tmp_path / "sheet.pdf"
    path.write_bytes(other)
    attach(monkeypatch, sheet_to_normalized(SMALL))
    assert read_sheet(path).sheet[5].value == "yes"


# Without what it needs


def test_a_system_without_fonts_is_told_so(monkeypatch):
    monkeypatch.setattr(QFontDatabase, "families", list)
    with pytest.raises(AtopError) as refused:
        sheet_to_pdf(SMALL)
    assert refused.value.code == "no-font"


def test_there_is_one_application(qapp):
    assert application() is application()
