"""One sheet in every format: the same answers come back from each."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from atop_coder.reading import read_sheet, read_text
from atop_coder.resources import resource_path
from atop_coder.sheet import Sheet
from atop_coder.writing import WRITERS
from atop_coder.writing.workbook import sheet_to_workbook
from tests.reading import open_office as other
from tests.reading.office import (
    FORM,
    Filled,
    add_numbered,
    add_paragraphs,
    number_list,
    numbered,
    plain,
    prompt,
    save,
    save_pdf,
    save_pdf_table,
    save_workbook,
    typed,
)

EXAMPLES = sorted(resource_path("examples").glob("*.txt"))


def as_text(filled: Filled) -> str:
    blocks = ("\n\n".join((numbered(number), *paragraphs)) for number, paragraphs in filled.items())
    return "\n\n".join(blocks) + "\n"


def word(folder: Path, filled: Filled) -> Path:
    document = docx.Document()
    add_paragraphs(document, filled, bold=True)
    return save(document, folder)


def word_numbered_by_word(folder: Path, filled: Filled) -> Path:
    document = docx.Document()
    number_list(document)
    for number, paragraphs in filled.items():
        add_numbered(document, prompt(number))
        for text in paragraphs:
            document.add_paragraph(text)
    return save(document, folder)


def word_table(folder: Path, filled: Filled) -> Path:
    document = docx.Document()
    table = document.add_table(0, 2)
    for number, paragraphs in filled.items():
        cells = table.add_row().cells
        cells[0].text = numbered(number)
        for at, text in enumerate(paragraphs):
            (cells[1].add_paragraph() if at else cells[1].paragraphs[0]).text = text
    return save(document, folder)


def excel_typed(folder: Path, filled: Filled) -> Path:
    rows = [(number, prompt(number), "\n".join(paragraphs)) for number, paragraphs in filled.items()]
    return save_workbook(folder, rows)


def pdf(folder: Path, filled: Filled) -> Path:
    return save_pdf(folder, filled)


def pdf_table(folder: Path, filled: Filled) -> Path:
    return save_pdf_table(folder, filled)


Maker = Callable[[Path, Filled], Path]


def made(build: Callable[[Filled], bytes], name: str) -> Maker:
    """Makes a file of that name."""

    def make(folder: Path, filled: Filled) -> Path:
        return other.saved(folder, name, build(filled))

    make.__name__ = build.__name__
    return make


def semicolons(filled: Filled) -> bytes:
    return other.separated(filled, ";", "utf-8-sig")


def tabs(filled: Filled) -> bytes:
    return other.separated(filled, "\t", "utf-16")


MAKERS = (
    *(word, word_numbered_by_word, word_table, excel_typed, pdf, pdf_table),
    made(other.rtf_sheet, "sheet.rtf"),
    made(other.rtf_table, "sheet.doc"),
    made(other.odt_sheet, "sheet.odt"),
    made(other.odt_table, "sheet.odt"),
    made(other.ods_sheet, "sheet.ods"),
    made(other.html_sheet, "sheet.html"),
    made(other.html_list, "sheet.htm"),
    made(other.html_table, "sheet.doc"),
    made(other.markdown_sheet, "sheet.md"),
    made(other.mail_sheet, "sheet.eml"),
    made(other.mail_page, "sheet.eml"),
    made(other.mail_attached, "sheet.eml"),
    made(other.separated, "sheet.csv"),
    made(semicolons, "sheet.csv"),
    made(tabs, "sheet.tsv"),
)


def differing(sheet: Sheet, other: Sheet) -> dict[int, tuple[object, object]]:
    pairs = {number: (plain(answer), plain(other[number])) for number, answer in sheet}
    return {number: pair for number, pair in pairs.items() if pair[0] != pair[1]}


def compare(path: Path, make: Maker, folder: Path) -> None:
    filled = typed(read_sheet(path).sheet)
    expected = read_text(as_text(filled)).sheet
    assert differing(expected, read_sheet(make(folder, filled)).sheet) == {}


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_sheet_gives_the_same_answers(path, make, tmp_path):
    compare(path, make, tmp_path)


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_a_real_sheet_gives_the_same_answers(real_sheets, make, tmp_path):
    for path in real_sheets:
        compare(path, make, tmp_path)


WRITTEN = ("docx", "odt", "md", "html", "xlsx", "json", "txt")


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_the_program_writes_gives_the_same_sheet(path, kind, tmp_path):
    sheet = read_sheet(path).sheet
    writer = next(writer for writer in WRITERS if writer.format == kind)
    (tmp_path / f"sheet.{kind}").write_bytes(writer.write(sheet, ()))
    assert differing(sheet, read_sheet(tmp_path / f"sheet.{kind}").sheet) == {}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_workbook_of_a_sheet_gives_the_same_sheet(path, tmp_path):
    sheet = read_sheet(path).sheet
    (tmp_path / "sheet.xlsx").write_bytes(sheet_to_workbook(sheet))
    assert read_sheet(tmp_path / "sheet.xlsx").sheet == sheet


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_every_format_gives_lines_with_their_numbers(make, tmp_path):
    filled = typed(read_sheet(EXAMPLES[0]).sheet)
    report = read_sheet(make(tmp_path, filled)).report
    numbers = [line.number for line in report.lines]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1
    assert len(report.placed) == len(FORM.questions)
    for placed in report.placed:
        assert 1 <= placed.first <= placed.last <= numbers[-1]
