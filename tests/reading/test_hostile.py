"""Files that are damaged, made to do harm, or not what their name says: a clear line, and soon."""

import io
import random
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from atop_coder.errors import AtopError
from atop_coder.reading import find_sheets, read_sheet
from atop_coder.reading.kinds import is_old_excel, old_kind
from atop_coder.reading.pages import opening
from atop_coder.reading.pages.opening import unpacks_too_large
from atop_coder.sheet import Sheet
from atop_coder.writing.workbook import sheet_to_workbook
from tests.reading.office import FEW, W, add_paragraphs, draw_lines, numbered, parts_of, save, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "word/document.xml"


def refused(data: bytes, folder: Path, name: str = "sheet.docx") -> str:
    """The code of the error that a file of these bytes gives, within seconds and in one line."""
    path = folder / name
    path.write_bytes(data)
    started = time.monotonic()
    with pytest.raises(AtopError) as caught:
        read_sheet(path)
    assert time.monotonic() - started < 10
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert caught.value.code != "program-failed"
    return caught.value.code


@pytest.fixture
def word_parts(tmp_path: Path) -> dict[str, bytes]:
    document = docx.Document()
    add_paragraphs(document, FEW)
    return parts_of(save(document, tmp_path))


@pytest.fixture
def word(word_parts: dict[str, bytes]) -> bytes:
    return zipped(word_parts)


def pdf() -> bytes:
    data = io.BytesIO()
    canvas = Canvas(data, pageCompression=1)
    draw_lines(canvas, [line for number, texts in FEW.items() for line in (numbered(number), *texts)])
    canvas.save()
    return data.getvalue()


# Bombs


def test_a_part_that_unpacks_to_gigabytes_is_refused(word_parts, tmp_path):
    data = zipped(word_parts | {"word/media/image.bin": bytes(201 * 2**20)})
    assert len(data) < 2**20
    assert refused(data, tmp_path) == "file-unpacks-too-large"


def test_a_part_that_grows_out_of_all_proportion_is_refused(word_parts, tmp_path):
    assert refused(zipped(word_parts | {"x.xml": bytes(40 * 2**20)}), tmp_path) == "file-unpacks-too-large"


def test_a_part_that_says_less_than_it_holds_is_refused(word_parts, tmp_path):
    """The size in the list of parts is a lie: no more than that is unpacked, and the sum does not agree."""
    data = bytearray(
        zipped({name: part for name, part in word_parts.items() if name != MAIN} | {MAIN: b" " * 10**6})
    )
    entry = data.rindex(MAIN.encode()) - 46
    data[entry + 24 : entry + 28] = struct.pack("<I", 1000)
    assert refused(bytes(data), tmp_path) == "file-damaged"


def test_a_zip_file_of_countless_parts_is_refused(word_parts, tmp_path):
    assert (
        refused(zipped(word_parts | {f"{at}": b"" for at in range(5000)}), tmp_path)
        == "file-unpacks-too-large"
    )


def test_an_xml_part_of_countless_elements_is_refused(word_parts, tmp_path):
    many = f'<w:document xmlns:w="{W}"><w:body>{"<w:p/>" * 1_100_000}</w:body></w:document>'
    assert refused(zipped(word_parts | {MAIN: many.encode()}), tmp_path) == "file-unpacks-too-large"


def test_elements_without_end_within_one_another_are_refused(word_parts, tmp_path):
    deep = "<w:tbl><w:tr><w:tc>" * 500
    main = f'<w:document xmlns:w="{W}"><w:body>{deep}{"</w:tc></w:tr></w:tbl>" * 500}</w:body></w:document>'
    assert refused(zipped(word_parts | {MAIN: main.encode()}), tmp_path) == "file-damaged"


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">',
        '<!ENTITY % p SYSTEM "http://a.example/x.dtd"> %p; <!ENTITY x "y">',
    ],
)
def test_entities_are_never_resolved(word_parts, entity, tmp_path):
    body = "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>"
    main = f'<!DOCTYPE d [{entity}]><w:document xmlns:w="{W}">{body}</w:document>'
    assert refused(zipped(word_parts | {MAIN: main.encode()}), tmp_path) == "file-damaged"
    utf16 = main.encode("utf-16")
    assert refused(zipped(word_parts | {MAIN: utf16}), tmp_path) == "file-damaged"


def stream(data: bytes) -> bytes:
    return b"%PDF-1.4\n1 0 obj <</Length 9/Filter/FlateDecode>>\nstream\r\n" + data + b"\nendstream endobj"


def test_a_stream_of_a_pdf_that_unpacks_to_gigabytes_is_refused(tmp_path):
    bomb = zlib.compress(bytes(100 * 2**20))
    assert refused(stream(bomb), tmp_path, "x.pdf") == "file-unpacks-too-large"
    assert refused(stream(zlib.compress(bomb)), tmp_path, "x.pdf") == "file-unpacks-too-large"


def test_many_streams_that_are_large_together_are_refused(monkeypatch):
    monkeypatch.setattr(opening, "MOST_MB", 5)
    assert unpacks_too_large(stream(zlib.compress(bytes(2**20))) * 10)
    assert not unpacks_too_large(stream(zlib.compress(bytes(2**20))) * 2)


def test_a_pdf_of_ten_thousand_pages_is_refused_soon(tmp_path):
    data = io.BytesIO()
    canvas = Canvas(data)
    for _ in range(10_000):
        canvas.showPage()
    canvas.save()
    assert refused(data.getvalue(), tmp_path, "x.pdf") == "pdf-too-long"


# Damage


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_is_cut_short_says_so(word, share, tmp_path):
    workbook = sheet_to_workbook(Sheet.empty())
    for data, name in ((word, "x.docx"), (workbook, "x.xlsx")):
        assert refused(data[: max(60, int(len(data) * share))], tmp_path, name) in {
            "file-damaged",
            "file-no-document",
        }


@pytest.mark.parametrize(
    "part", [MAIN, "word/styles.xml", "word/numbering.xml", "[Content_Types].xml", "_rels/.rels"]
)
def test_a_part_that_is_missing_or_no_xml_is_no_fault_of_the_program(word_parts, part, tmp_path):
    for parts in (
        {name: data for name, data in word_parts.items() if name != part},
        word_parts | {part: b"<<"},
    ):
        read_or_refused(zipped(parts), tmp_path / "x.docx")


def test_pages_that_are_their_own_parents_do_not_hang(tmp_path):
    loop = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    assert refused(loop, tmp_path, "x.pdf") in {"file-damaged", "pdf-no-text"}


def test_a_name_alone_makes_no_pdf(tmp_path):
    assert refused(b"%PDF-1.7\nnothing more", tmp_path, "x.pdf") == "file-damaged"


# Kinds


def stored(name: str, part: bytes) -> bytes:
    """A zip file with one part that is not packed, as OpenDocument files begin."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, part)
    return data.getvalue()


def ole(stream: str) -> bytes:
    return OLE + bytes(500) + stream.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ole("EncryptedPackage"), "office-password"),
        (ole("Workbook"), "file-damaged"),
        (ole("__substg1.0_0037001F"), "mail-not-read"),
        (ole("PowerPoint Document"), "slides-not-read"),
        (ole("__properties"), "file-kind-not-read"),
        (b"{\\rtf1 1. ATOP ID: 5040}", "not-a-codesheet"),
        (b"<!DOCTYPE html><p>1. ATOP ID: 5040", "not-a-codesheet"),
        (b"Message-ID: <1@a>\nSubject: x\n\n1. ATOP ID: 5040", "not-a-codesheet"),
        (stored("mimetype", b"application/vnd.oasis.opendocument.text"), "file-damaged"),
        (stored("mimetype", b"application/vnd.oasis.opendocument.presentation"), "slides-not-read"),
        (zipped({"Index/Document.iwa": b"x"}), "pages-not-read"),
        (zipped({"ppt/presentation.xml": b"x"}), "slides-not-read"),
        (zipped({"a.txt": b"1. ATOP ID: 5040"}), "file-no-document"),
        (b"GIF89a", "file-no-document"),
        (b"\x7fELF\x02", "file-no-document"),
    ],
)
@pytest.mark.parametrize("name", ["sheet.docx", "sheet.txt", "sheet.pdf"])
def test_a_file_is_known_by_its_content(data, code, name, tmp_path):
    assert refused(data, tmp_path, name) == code


def test_old_word_files_are_called_by_their_name():
    assert old_kind(ole("WordDocument")) == (".doc", "an old Word file (.doc)")
    assert old_kind(b"\xffWPC") == (".wpd", "a WordPerfect file (.wpd)")
    assert is_old_excel(ole("Workbook"))


@pytest.mark.parametrize("name", ["sheet.txt", "sheet.docx", "sheet.xlsx", "sheet.pdf", "sheet"])
def test_the_ending_of_the_name_does_not_matter(word, name, tmp_path):
    for data in (word, pdf(), b"\n".join(numbered(n).encode() + b" No." for n in (5, 8, 9, 10))):
        (tmp_path / name).write_bytes(data)
        assert read_sheet(tmp_path / name).report.placed


def test_text_that_begins_like_something_else_is_text(tmp_path):
    (tmp_path / "x.txt").write_text(
        "BM: MZ\n" + "\n".join(f"{numbered(n)} No." for n in (5, 8, 9, 10)), "utf-8"
    )
    assert read_sheet(tmp_path / "x.txt").sheet[8].value == "no"


def test_a_folder_is_searched_for_files_of_every_kind(word, tmp_path):
    names = [
        "a.docx",
        "b.PDF",
        "c.txt",
        "d.json",
        "e.xlsx",
        "f.doc",
        "g.md",
        "h.xlsm",
        "~$a.docx",
        ".hidden.pdf",
        "i.png",
    ]
    folder = tmp_path / "sheets"
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(word)
    assert [path.name for path in find_sheets([folder])] == names[:8]


@pytest.mark.parametrize("module", ["docx", "pypdfium2", "openpyxl", "lxml", "python_calamine"])
def test_a_sheet_in_text_loads_no_reader_of_other_files(module, tmp_path):
    path = tmp_path / "sheet.txt"
    path.write_text("\n".join(f"{numbered(n)} No." for n in (5, 8, 9, 10)), "utf-8")
    code = (
        "import sys; from atop_coder.cli import main\n"
        "try: main(['check', sys.argv[1]])\n"
        f"except SystemExit: sys.exit({module!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True).returncode == 0


# Chance


def read_or_refused(data: bytes, path: Path) -> None:
    """Reads, or gives an error of ours in one line; anything else is a fault."""
    path.write_bytes(data)
    started = time.monotonic()
    told = ""
    try:
        read_sheet(path)
    except AtopError as error:
        told = str(error)
    assert "\n" not in told
    assert "the program failed" not in told
    assert time.monotonic() - started < 10


def mangled(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them turned, doubled, left out, or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 16))):
        at = chance.randrange(len(changed))
        what = chance.randrange(5)
        if what == 0:
            changed[at] ^= 1 << chance.randrange(8)
        elif what == 1:
            changed[at:at] = changed[at : at + chance.choice((1, 10, 300))]
        elif what == 2:
            del changed[at : at + chance.choice((1, 10, 300))]
        elif what == 3:
            changed[at : at + 4] = chance.choice((b"-1", b"99999999999", b"<<", b"</w:p>", b"\x00", b"&x;"))
        elif chance.random() < 0.1:
            del changed[at + 1 :]
        if not changed:
            break
    return bytes(changed) or b"x"


@pytest.mark.parametrize("seed", range(60))
def test_mangled_word_files_are_read_or_refused(word_parts, seed, tmp_path):
    chance = random.Random(seed)
    name = chance.choice(
        [MAIN, MAIN, "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]
    )
    read_or_refused(zipped(word_parts | {name: mangled(word_parts[name], chance)}), tmp_path / "x.docx")
    read_or_refused(mangled(zipped(word_parts), chance), tmp_path / "x.docx")


@pytest.mark.parametrize("seed", range(60))
def test_mangled_workbooks_are_read_or_refused(seed, tmp_path):
    chance = random.Random(seed)
    path = tmp_path / "x.xlsx"
    path.write_bytes(sheet_to_workbook(Sheet.empty()))
    parts = parts_of(path)
    name = chance.choice(
        ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml"]
    )
    read_or_refused(zipped(parts | {name: mangled(parts[name], chance)}), path)
    read_or_refused(mangled(zipped(parts), chance), path)


@pytest.mark.parametrize("seed", range(100))
def test_mangled_pdfs_are_read_or_refused(seed, tmp_path):
    chance = random.Random(seed)
    data = pdf()
    for _ in range(2):
        read_or_refused(mangled(data, chance), tmp_path / "x.pdf")


def test_a_broken_name_in_the_list_of_parts_gives_one_line(word, tmp_path):
    """Python's own words for it hold line ends: found by mangling."""
    at = word.index(MAIN.encode())
    broken = word[:at] + b"\n\xed\xff" + word[at + 3 :]
    assert refused(broken, tmp_path) == "file-damaged"


def test_the_list_of_parts_is_only_as_long_as_it_says(tmp_path):
    with zipfile.ZipFile(tmp_path / "x.zip", "w"):
        pass
    assert refused((tmp_path / "x.zip").read_bytes(), tmp_path) == "file-no-document"
