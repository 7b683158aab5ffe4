"""One sheet as text, Word, PDF and Excel: the same answers come back from each."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from atop_coder.reading import read_sheet, read_text
from atop_coder.resources import resource_path
from atop_coder.sheet import Sheet
from atop_coder.writing.workbook import sheet_to_workbook
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


MAKERS = (word, word_numbered_by_word, word_table, excel_typed, pdf, pdf_table)
Maker = Callable[[Path, Filled], Path]


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


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_workbook_of_a_sheet_gives_the_same_sheet(path, tmp_path):
    sheet = read_sheet(path).sheet
    (tmp_path / "sheet.xlsx").write_bytes(sheet_to_workbook(sheet))
    assert read_sheet(tmp_path / "sheet.xlsx").sheet == sheet


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_every_format_gives_lines_with_their_numbers(make, tmp_path):
    filled = typed(read_sheet(EXAMPLES[0]).sheet)
    report = read_sheet(make(tmp_path, filled)).report
    assert [line.number for line in report.lines] == list(range(1, len(report.lines) + 1))
    assert len(report.placed) == len(FORM.questions)
    for placed in report.placed:
        assert 1 <= placed.first <= placed.last <= len(report.lines)
