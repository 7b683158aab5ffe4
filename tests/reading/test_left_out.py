"""What is hidden, deleted or said beside a sheet is no part of its answers, and is told."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from atop_coder.reading import Reading, read_sheet
from tests.reading.office import (
    FEW,
    add_paragraphs,
    add_runs,
    add_xml,
    numbered,
    parts_of,
    read_word,
    run,
    zipped,
)

BASE = {number: text for number, text in FEW.items() if number < 8}


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(piece.text, piece.why) for piece in reading.report.unplaced]


# Word


@pytest.mark.parametrize("mark", ["strike", "dstrike"])
def test_words_struck_out_in_word(tmp_path, mark):
    def build(document):
        add_paragraphs(document, {**BASE, 10: ()})
        struck = f"<w:r><w:rPr><w:{mark}/></w:rPr><w:t>ten</w:t></w:r>"
        add_runs(document, f"{run('Yes. It lasts ')}{struck}{run(' twelve years.')}")

    reading = read_word(tmp_path, build)
    assert reading.sheet[10].details == "It lasts twelve years."
    assert told(reading) == [("ten", "struck out")]


def test_a_switch_that_is_off_strikes_nothing(tmp_path):
    def build(document):
        add_paragraphs(document, {**BASE, 10: ()})
        add_runs(document, '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Yes. Ten years.</w:t></w:r>')

    assert read_word(tmp_path, build).sheet[10].details == "Ten years."


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (
            '<w:del w:id="1" w:author="A"><w:r><w:delText>ten</w:delText></w:r></w:del>',
            "deleted in a tracked change",
        ),
        (
            '<w:moveFrom w:id="1" w:author="A"><w:r><w:t>ten</w:t></w:r></w:moveFrom>',
            "moved elsewhere in a tracked change",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>ten</w:t></w:r>", "hidden text"),
    ],
)
def test_words_that_are_deleted_moved_or_hidden(tmp_path, change, why):
    def build(document):
        add_paragraphs(document, {**BASE, 10: ()})
        add_runs(document, f"{run('Yes. It lasts ')}{change}{run('twelve years.')}")

    reading = read_word(tmp_path, build)
    assert reading.sheet[10].details == "It lasts twelve years."
    assert told(reading) == [("ten", why)]


def test_a_deleted_row_of_a_table_is_told(tmp_path):
    def build(document):
        add_paragraphs(document, BASE)
        gone = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
        cells = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in (numbered(10), "Yes."))
        add_xml(document, f"<w:tbl><w:tr>{gone}{cells}</w:tr></w:tbl><w:p/>")

    reading = read_word(tmp_path, build)
    assert reading.report.of(10) is None
    assert told(reading) == [(f"{numbered(10)} Yes.", "deleted in a tracked change")]


def test_a_drawn_ring_is_told(tmp_path):
    def build(document):
        add_paragraphs(document, {**BASE, 10: ("Yes / No",)})
        ring = '<v:oval xmlns:v="urn:schemas-microsoft-com:vml" style="width:20pt;height:12pt"/>'
        add_runs(document, f"<w:r><w:pict>{ring}</w:pict></w:r>")

    notes = read_word(tmp_path, build).report.notes
    assert any("drawn shapes" in note for note in notes)


# Excel


def workbook(folder: Path, fill) -> Path:
    book = Workbook()
    tab: Worksheet = book.worksheets[0]
    for row, (number, texts) in enumerate(BASE.items(), start=1):
        tab.cell(row, 1, numbered(number))
        tab.cell(row, 2, "\n".join(texts))
    fill(book, tab, len(BASE) + 1)
    path = folder / "sheet.xlsx"
    book.save(path)
    return path


def test_hidden_rows_columns_and_tabs_are_told(tmp_path):
    def fill(book, tab, row):
        tab.cell(row, 1, numbered(10))
        tab.cell(row, 2, "Yes. Ten years.")
        tab.cell(row, 3, "a doubt of my own")
        tab.column_dimensions["C"].hidden = True
        tab.cell(row + 1, 1, numbered(11))
        tab.cell(row + 1, 2, "Yes. Zarn.")
        tab.row_dimensions[row + 1].hidden = True
        lists = book.create_sheet("Lists")
        lists.append(["Yes", "No"])
        lists.sheet_state = "hidden"

    reading = read_sheet(workbook(tmp_path, fill))
    assert reading.sheet[10].details == "Ten years."
    assert reading.report.of(11) is None
    assert told(reading) == [
        ("a doubt of my own", "a hidden column"),
        (f"{numbered(11)} | Yes. Zarn.", "a hidden row"),
        ("Yes | No", "the hidden tab “Lists”"),
    ]


def test_a_cell_that_is_struck_out_is_blank_and_told(tmp_path):
    def fill(_book, tab, row):
        tab.cell(row, 1, numbered(10))
        tab.cell(row, 2, "Yes. Ten years.").font = Font(strike=True)

    reading = read_sheet(workbook(tmp_path, fill))
    assert (
        reading.sheet[10].is_blank
        if hasattr(reading.sheet[10], "is_blank")
        else reading.sheet[10].value is None
    )
    assert told(reading) == [("Yes. Ten years.", "struck out")]


def test_a_comment_on_a_cell_is_told_with_its_author_and_line(tmp_path):
    def fill(_book, tab, row):
        tab.cell(row, 1, numbered(10))
        tab.cell(row, 2, "Yes.").comment = Comment("Look again", "Ann")

    reading = read_sheet(workbook(tmp_path, fill))
    placed = reading.report.of(10)
    assert placed is not None
    assert f"comment by Ann on line {placed.first}: Look again" in reading.report.notes


def test_a_thread_is_told_once(tmp_path):
    def fill(_book, tab, row):
        tab.cell(row, 1, numbered(10))
        tab.cell(row, 2, "Yes.").comment = Comment("[Threaded comment] Your version of Excel …", "tc={1}")

    path = workbook(tmp_path, fill)
    parts = parts_of(path)
    row = len(BASE) + 1
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    parts["xl/threadedComments/t1.xml"] = (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="B{row}" personId="{{P}}" id="{{1}}">'
        "<text>Look again</text></threadedComment></ThreadedComments>"
    ).encode()
    parts["xl/persons/person.xml"] = (
        f'<personList xmlns="{space}"><person displayName="Ann" id="{{P}}"/></personList>'
    ).encode()
    kind = "http://schemas.microsoft.com/office/2017/10/relationships"
    for name, of, target in (
        ("xl/worksheets/_rels/sheet1.xml.rels", "threadedComment", "../threadedComments/t1.xml"),
        ("xl/_rels/workbook.xml.rels", "person", "persons/person.xml"),
    ):
        more = f'<Relationship Id="x9" Type="{kind}/{of}" Target="{target}"/></Relationships>'
        parts[name] = parts[name].replace(b"</Relationships>", more.encode())
    path.write_bytes(zipped(parts))
    notes = [note for note in read_sheet(path).report.notes if "comment" in note]
    assert len(notes) == 1
    assert notes[0].startswith("comment by Ann on line ")
    assert notes[0].endswith(": Look again")
