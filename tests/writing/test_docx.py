"""The Word file of a sheet: what it shows, how it holds together, and that it reads back exactly."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given

from atop_coder.reading import Sureness, read_sheet
from atop_coder.resources import resource_path
from atop_coder.sheet import Sheet, sheet_from_data
from atop_coder.sheet.blocks import Role
from atop_coder.writing.docx import sheet_to_docx
from atop_coder.writing.paper import Paper
from tests.strategies import FORM, sheets

EXAMPLES = sorted(resource_path("examples").glob("*.txt"))
ANSWERS = {
    "1": {"value": 5040},
    "4": {"value": [{"ccode": 703, "name": "Kyrgyzstan"}, {"ccode": 705, "name": "Kazakhstan"}]},
    "5": {"value": "no"},
    "10": {"value": "yes", "details": "First.\n\nSecond, see http://example.org/a?b=1&c=2.", "states": [703]},
    "11": {"value": "yes", "details": "“<b>As typed</b> …”  & so on\t(Art. 2)"},
    "60": {"value": "2018-05-23"},
    "61": {"value": ["Jae-eon Lee", "Ashley Leeds"]},
}
SHEET = sheet_from_data({"answers": ANSWERS})


def open_docx(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def read_back(data: bytes, folder: Path) -> Sheet:
    path = folder / "sheet.docx"
    path.write_bytes(data)
    return read_sheet(path).sheet


def paragraphs_of(number: int, document: Document) -> list[Paragraph]:
    """Those under the prompt of that question."""
    found: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if paragraph.style is not None and paragraph.style.name in (Role.PROMPT, Role.HEADING):
            if found:
                return found[1:]
            found = [paragraph] if paragraph.text.startswith(f"{number}. ") else []
        elif found:
            found.append(paragraph)
    return found[1:]


DOCUMENT = open_docx(sheet_to_docx(SHEET, Paper.A4))
TEXTS = [paragraph.text for paragraph in DOCUMENT.paragraphs]


# What it says


@given(sheets())
def test_any_sheet_reads_back_exactly(sheet):
    with TemporaryDirectory() as folder:
        assert read_back(sheet_to_docx(sheet, Paper.A4), Path(folder)) == sheet


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_sheets_read_back_exactly(path, tmp_path):
    sheet = read_sheet(path).sheet
    assert read_back(sheet_to_docx(sheet), tmp_path) == sheet


def test_real_sheets_read_back_exactly(real_sheets, tmp_path):
    for path in real_sheets:
        sheet = read_sheet(path).sheet
        assert read_back(sheet_to_docx(sheet), tmp_path) == sheet, path.name


def test_what_is_read_back_is_sure_and_leaves_nothing_over(tmp_path):
    (tmp_path / "sheet.docx").write_bytes(sheet_to_docx(SHEET))
    report = read_sheet(tmp_path / "sheet.docx").report
    assert {placed.sureness for placed in report.placed} == {Sureness.SURE}
    assert not report.unplaced


@pytest.mark.parametrize("question", FORM.questions, ids=lambda question: question.key)
def test_every_prompt_is_there_in_the_words_of_the_form(question):
    assert TEXTS.count(f"{question.number}. {question.prompt}") == 1


def test_every_section_has_its_heading():
    headings = [one.text for one in DOCUMENT.paragraphs if one.style and one.style.name == Role.HEADING]
    assert headings == [section.heading for section in FORM.sections]


def test_every_member_has_a_line():
    assert [one.text for one in paragraphs_of(4, DOCUMENT)] == ["703 Kyrgyzstan", "705 Kazakhstan"]


def test_quotations_stand_as_typed():
    assert paragraphs_of(11, DOCUMENT)[1].text == "“<b>As typed</b> …”  & so on\t(Art. 2)"


def test_a_blank_answer_leaves_a_line_to_write_in():
    lines = paragraphs_of(12, DOCUMENT)
    assert [(one.text, one.style and one.style.name) for one in lines] == [("", Role.ANSWER)]


def test_an_address_can_be_clicked_and_its_text_stays():
    paragraph = paragraphs_of(10, DOCUMENT)[3]
    assert [(link.address, link.text) for link in paragraph.hyperlinks] == [
        ("http://example.org/a?b=1&c=2", "http://example.org/a?b=1&c=2")
    ]
    assert paragraph.text == "Second, see http://example.org/a?b=1&c=2."


# How it holds together


@pytest.mark.parametrize("role", [Role.HEADING, Role.PROMPT])
def test_headings_and_prompts_stay_with_what_follows(role):
    form = DOCUMENT.styles[role].paragraph_format
    assert form.keep_with_next
    assert form.keep_together


def test_answers_may_go_on_over_a_page_but_not_by_one_line():
    assert not DOCUMENT.styles[Role.ANSWER].paragraph_format.keep_with_next
    defaults = DOCUMENT.styles.element.find(f".//{qn('w:pPrDefault')}")
    assert defaults.find(f".//{qn('w:widowControl')}") is not None


def test_yes_stays_with_what_it_means():
    assert [one.paragraph_format.keep_with_next for one in paragraphs_of(10, DOCUMENT)] == [
        True,
        None,
        None,
        None,
    ]


def test_a_bare_no_does_not_hold_the_next_question():
    assert paragraphs_of(5, DOCUMENT)[0].paragraph_format.keep_with_next is None


def test_prompts_are_bold_and_answers_are_not():
    assert DOCUMENT.styles[Role.PROMPT].font.bold
    assert not DOCUMENT.styles[Role.ANSWER].font.bold


def test_looks_come_from_styles_alone():
    runs = [run for paragraph in DOCUMENT.paragraphs for run in paragraph.runs]
    assert {(run.bold, run.italic, run.font.size, run.font.name) for run in runs} == {(None,) * 4}


def test_every_style_is_of_a_role_or_needed():
    names = {style.name for style in DOCUMENT.styles}
    assert names == {*Role, "Normal", "Header", "Footer", "Hyperlink"}


@pytest.mark.parametrize("paper", Paper)
def test_the_page_has_the_size_of_the_paper(paper):
    section = open_docx(sheet_to_docx(SHEET, paper)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm, 1), round(section.page_height.mm, 1)) == paper.size


def test_the_number_is_at_the_top_and_the_page_at_the_foot_of_each_page():
    section = DOCUMENT.sections[0]
    assert section.header.paragraphs[0].text == f"{FORM.title}\tATOP 5040"
    assert [one.get(qn("w:instr")) for one in section.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]


# What the file tells of itself


def test_the_file_tells_title_and_coders():
    properties = DOCUMENT.core_properties
    assert properties.title == "ATOP 5040"
    assert properties.author == "Jae-eon Lee; Ashley Leeds"
    assert properties.language == "en-US"


def test_the_file_is_dated_by_the_sheet_unless_told():
    assert DOCUMENT.core_properties.created == datetime(2018, 5, 23, 12, tzinfo=UTC)
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    assert open_docx(sheet_to_docx(SHEET, when=when)).core_properties.modified == when


@pytest.mark.parametrize("date", ["0001", "1815-11-20"])
def test_an_early_date_does_no_harm(date):
    assert open_docx(sheet_to_docx(sheet_from_data({"answers": {"60": {"value": date}}})))


def test_the_same_sheet_is_the_same_bytes():
    assert sheet_to_docx(SHEET, Paper.A4) == sheet_to_docx(SHEET, Paper.A4)


def test_nothing_of_the_template_or_the_machine_is_in_the_file():
    archive = zipfile.ZipFile(io.BytesIO(sheet_to_docx(SHEET)))
    assert not [name for name in archive.namelist() if "thumbnail" in name or "app.xml" in name]
    whole = b"".join(archive.read(name) for name in archive.namelist())
    assert b"python-docx" not in whole
    assert b"Macintosh" not in whole


# What people do to it


def save(document: Document, folder: Path) -> Path:
    path = folder / "edited.docx"
    document.save(str(path))
    return path


def test_a_paragraph_that_somebody_adds_is_in_the_answer(tmp_path):
    document = open_docx(sheet_to_docx(SHEET))
    paragraphs_of(12, document)[0].insert_paragraph_before("No.")
    paragraphs_of(11, document)[1].insert_paragraph_before("12. A line that looks like a question")
    sheet = read_sheet(save(document, tmp_path)).sheet
    assert sheet[12].value == "no"
    assert sheet[11].paragraphs[0] == "12. A line that looks like a question"


def test_a_member_that_somebody_adds_is_in_the_list(tmp_path):
    document = open_docx(sheet_to_docx(SHEET))
    paragraphs_of(4, document)[0].insert_paragraph_before("702 Tajikistan", style=Role.VALUE)
    codes = [member.ccode for member in read_sheet(save(document, tmp_path)).sheet.members]
    assert codes == [702, 703, 705]


def test_a_prompt_that_somebody_reworded_is_still_known(tmp_path):
    document = open_docx(sheet_to_docx(SHEET))
    prompt = next(one for one in document.paragraphs if one.text.startswith("10. "))
    prompt.runs[0].text = "10. Are there provisions on the length of time that the treaty is to last?"
    sheet = read_sheet(save(document, tmp_path)).sheet
    assert sheet[10].value == "yes"
    assert sheet[11] == SHEET[11]
