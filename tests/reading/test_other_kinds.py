"""RTF, OpenDocument, web pages, Markdown, mails, CSV: what is set off, struck out, hidden, noted."""

import re
from pathlib import Path

import pytest

from atop_coder.errors import AtopError
from atop_coder.reading import Reading
from atop_coder.reading.colors import is_colour_name
from atop_coder.reading.files import read_source
from atop_coder.reading.report import Look
from atop_coder.reading.separated import delimiter_of
from atop_coder.reading.source import Source
from atop_coder.resources import resource_path
from atop_coder.sheet import Sheet
from atop_coder.writing import WRITERS
from tests.reading import open_office as other
from tests.reading.office import FEW, details, numbered, zipped

STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
    for name, look in {
        "bold": 'fo:font-weight="bold"',
        "struck": 'style:text-line-through-style="solid"',
        "hidden": 'text:display="none"',
        "red": 'fo:color="#ff0000"',
        "yellow": 'fo:background-color="#ffff00"',
        "under": 'style:text-underline-style="solid"',
    }.items()
)
RTF = {"bold": "b", "struck": "strike", "hidden": "v", "red": "cf2", "yellow": "highlight7", "under": "ul"}
CSS = {"bold": "font-weight:700", "struck": "text-decoration: line-through", "hidden": "display:none"}
CSS |= {"red": "color:#f00", "yellow": "background:yellow", "under": "text-decoration:underline"}
MARKS = {
    "bold": "**{}**",
    "struck": "~~{}~~",
    "hidden": "<!--{}-->",
    "yellow": "=={}==",
    "under": "<u>{}</u>",
}
LOOKS = {"bold": Look.BOLD, "red": Look.COLOURED, "yellow": Look.HIGHLIGHTED, "under": Look.UNDERLINED}


def read(data: bytes, name: str = "x") -> Reading:
    return read_source(Source(Path(name), data))


def parts_of(text: str) -> list[tuple[str, str]]:
    """Words and how they are set: "a {bold:b} c"."""
    found = re.split(r"\{(\w+):([^}]*)\}", text)
    pairs = [(found[0], "")]
    for look, words, rest in zip(found[1::3], found[2::3], found[3::3], strict=True):
        pairs += [(words, look), (rest, "")]
    return pairs


def rtf(answer: str) -> Reading:
    text = "".join(f"{{\\{RTF[look]} {words}}}" if look else words for words, look in parts_of(answer))
    return read(other.rtf_sheet(FEW).replace(b"\\pard\\plain Treaty.", f"\\pard\\plain {text}".encode()))


def odt(answer: str) -> Reading:
    text = "".join(
        f'<text:span text:style-name="{look}">{words}</text:span>' if look else words
        for words, look in parts_of(answer)
    )
    body = "".join(
        f"<text:p>{numbered(number)}</text:p>" + "".join(f"<text:p>{one}</text:p>" for one in texts)
        for number, texts in FEW.items()
    )
    return read(other.opened(body.replace("Treaty.", text), styles=STYLES))


def html(answer: str) -> Reading:
    text = "".join(
        f"<span style='{CSS[look]}'>{words}</span>" if look else words for words, look in parts_of(answer)
    )
    return read(other.html_sheet(FEW).replace(b"<p>Treaty.</p>", f"<p>{text}</p>".encode()))


def markdown(answer: str) -> Reading:
    text = "".join(MARKS[look].format(words) if look else words for words, look in parts_of(answer))
    return read(other.markdown_sheet(FEW).replace(b"Treaty.", text.encode()), "x.md")


KINDS = (rtf, odt, html, markdown)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def line_of(reading: Reading, words: str) -> tuple[str, set[tuple[str, Look]]]:
    """The last line with those words, and its words that are set off."""
    line = [line for line in reading.report.lines if words in line.text][-1]
    return line.text, {(line.text[mark.start : mark.end], mark.look) for mark in line.marks}


def told(reading: Reading) -> set[tuple[str, str]]:
    return {(piece.text, piece.why) for piece in reading.report.unplaced}


@each_kind
@pytest.mark.parametrize("look", LOOKS)
def test_words_that_are_set_off_have_their_look(kind, look):
    if kind is markdown and look not in MARKS:
        return
    reading = kind(f"It is {{{look}:treaty}} or so")
    assert line_of(reading, "or so") == ("It is treaty or so", {("treaty", LOOKS[look])})


@each_kind
def test_words_that_are_struck_out_are_in_no_answer_and_told(kind):
    reading = kind("Treaty{struck:, secret}.")
    assert reading.sheet[6].value == "treaty"
    assert (", secret", "struck out") in told(reading)
    assert not any("secret" in line.text for line in reading.report.lines if "Treaty" in line.text)


@each_kind
def test_hidden_words_are_in_no_answer_and_told(kind):
    reading = kind("Treaty.{hidden: Check this}")
    assert reading.sheet[6].details == ""
    assert ("Check this", "hidden text") in told(reading)


@each_kind
def test_the_choice_that_is_not_struck_out_is_the_answer(kind):
    assert kind("{struck:Treaty} Executive agreement").sheet[6].value == "executive_agreement"


# RTF


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"caf\'e9", "café"),
        (r"\u8220?so\u8221?", "“so”"),
        (r"\ldblquote so\rdblquote\emdash\~x", "“so”—\xa0x"),
        (r"\u-10179?\u-9048?", "\U0001f4a8"),
        (r"{\uc0\u233}t{\uc2\u233 ??}t", "étét"),
        (r"a{\*\unknown {b}}c{\pict 00ff}d", "acd"),
        (r"a\{b\}\\c", "a{b}\\c"),
        (r"so {\f1 \'fc}", "so ✓"),
        ("a\r\nb", "ab"),
        (r"\bin5 12345x", "x"),
        (r"{\field{\*\fldinst SYMBOL 252 \\f Wingdings}{\fldrslt ?}} so", "✓ so"),
    ],
)
def test_what_rtf_writes_is_what_it_shows(written, shown):
    reading = read(other.rtf_sheet(FEW).replace(b"They must be neighbours.", written.encode()))
    assert any(line.text == shown.rstrip() for line in reading.report.lines), shown


def test_a_code_page_of_a_font_is_that_of_its_letters():
    head = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}"
    body = other.rtf_sheet(FEW).partition(b"\n")[2].replace(b"Treaty.", rb"Treaty. {\f1 \'ec\'e8\'f0}")
    assert "мир" in read(head + body).sheet[6].details


def test_footnotes_comments_and_headers_of_rtf_are_told_apart():
    more = rb"{\footnote \chftn  A note.}{\*\atnauthor Ann}{\*\annotation Check.}"
    data = other.rtf_sheet(FEW).replace(b"Treaty.", b"Treaty." + more)
    data = data.replace(b"\\pard", b"{\\header \\pard A header\\par}\\pard", 1)
    reading = read(data)
    assert reading.sheet[6].details == ""
    assert any(text.strip() == "A note." and why.startswith("footnote 1") for text, why in told(reading))
    assert any("comment by Ann" in note and "Check." in note for note in reading.report.notes)
    assert [line.aside for line in reading.report.lines if line.text == "A header"] == ["a page header"]


def test_boxes_of_old_rtf_forms_are_read():
    box = r"{{\field{{\*\fldinst FORMCHECKBOX {{\*\formfield{{\fftype1\ffres{}\ffdefres0}}}}}}{{\fldrslt}}}}"
    written = f"{box.format(0)} Treaty {box.format(1)} Executive agreement"
    reading = read(other.rtf_sheet(FEW).replace(b"Treaty.", written.encode()))
    assert reading.sheet[6].value == "executive_agreement"


# OpenDocument


def test_notes_comments_and_boxes_of_opendocument_are_read():
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
    note += (
        "</text:note-body></text:note><office:annotation><dc:creator>Ann</dc:creator><text:p>Check.</text:p>"
    )
    body = other.content("").decode()
    rows = "".join(other.cells([numbered(number)], texts) for number, texts in FEW.items())
    rows = rows.replace("Treaty.", f"☒ Treaty{note}</office:annotation> ☐ Other")
    reading = read(other.opened(f"<table:table>{rows}</table:table>"))
    assert body
    assert reading.sheet[6].value == "treaty"
    assert ("A note.", "footnote 1, to line 10") in {(text, why[:23]) for text, why in told(reading)} or any(
        text == "A note." for text, _ in told(reading)
    )
    assert any("comment by Ann" in note and "Check." in note for note in reading.report.notes)


def test_hidden_rows_and_columns_of_a_workbook_are_told():
    rows = "".join(other.cells([str(number)], [numbered(number)], texts) for number, texts in FEW.items())
    hidden = other.cells(["old"], ["coding"]).replace(
        "<table:table-row", '<table:table-row table:visibility="collapse"'
    )
    reading = read(other.opened(f"<table:table>{hidden}{rows}</table:table>", other.SPREADSHEET))
    assert reading.sheet[1].value == 5040
    assert any("coding" in text and why == "hidden text" for text, why in told(reading))


def test_white_space_of_opendocument_is_as_it_means_it():
    reading = read(other.odt_sheet({**FEW, 8: ("Yes.", "a \n b")}).replace(b"zzz", b""))
    assert details(reading, 8) == ["a b"]


def test_an_opendocument_file_with_a_password_is_told():
    manifest = b"<m><encryption-data/></m>"
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"\x00\x01"}
    with pytest.raises(AtopError) as caught:
        read(zipped(parts | {"META-INF/manifest.xml": manifest}))
    assert caught.value.code == "office-password"


# Web pages


def test_a_page_in_an_old_code_page_is_read_as_it_says():
    data = other.html_sheet({**FEW, 8: ("Yes.", "café – “so”")}).decode()
    for name, python in (("windows-1252", "cp1252"), ("iso-8859-1", "cp1252")):
        reading = read(data.replace("utf-8", name).encode(python))
        assert details(reading, 8) == ["café – “so”"]


def test_scripts_styles_and_what_is_not_shown_are_no_text():
    more = "<script>var a = 'Yes'</script><style>p {color: red}</style><noscript>No</noscript>"
    reading = read(other.html_sheet(FEW).replace(b"<p>Treaty.</p>", f"{more}<p>Treaty.</p>".encode()))
    assert reading.sheet[6].details == ""


def test_boxes_and_lists_to_choose_from_on_a_page_are_read():
    form = "<input type=checkbox> Treaty <input type=checkbox checked> Executive agreement"
    assert (
        read(other.html_sheet(FEW).replace(b"Treaty.", form.encode())).sheet[6].value == "executive_agreement"
    )
    form = "<select><option>Treaty</option><option selected>Executive agreement</option></select>"
    assert (
        read(other.html_sheet(FEW).replace(b"Treaty.", form.encode())).sheet[6].value == "executive_agreement"
    )


def test_lines_parted_by_breaks_are_paragraphs_of_their_own():
    lines = "<br>".join(line for n, texts in FEW.items() for line in (numbered(n), *texts))
    assert read(other.page(f"<div>{lines}</div>")).sheet[8].value == "yes"


def test_footnotes_and_comments_that_word_saves_in_a_page_are_told_apart():
    text = "Treaty.<a href='#_ftn1'>[1]</a><a href='#_msocom_1'>[AB1]</a>"
    notes = "<div id=ftn1><p><a href='#_ftnref1'>[1]</a> A note.</p></div><div id=_com_1><p>Check.</p></div>"
    data = (
        other.html_sheet(FEW)
        .replace(b"Treaty.", text.encode())
        .replace(b"</body>", f"{notes}</body>".encode())
    )
    reading = read(data)
    assert reading.sheet[6].details == ""
    assert any(text == "A note." and why.startswith("footnote 1") for text, why in told(reading))
    assert any("Check." in note for note in reading.report.notes)


# Markdown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a **b** _c_ ***d***", "a b c d"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        (r"\*so\* 1\. a", "*so* 1. a"),
        ("[so](http://a.kz/x) <http://b.kz/_/>", "so http://b.kz/_/"),
        ("see http://a.kz/Z06_/info_x", "see http://a.kz/Z06_/info_x"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("> quoted", "quoted"),
        ("- item", "item"),
        ("A star* alone", "A star* alone"),
        ("`x_y`", "x_y"),
    ],
)
def test_the_marks_of_markdown_are_taken_off(written, shown):
    reading = read(other.markdown_sheet(FEW).replace(b"They must be neighbours.", written.encode()), "x.md")
    assert any(line.text == shown for line in reading.report.lines), [
        line.text for line in reading.report.lines
    ]


def test_lines_of_markdown_keep_their_numbers():
    reading = read(other.markdown_sheet(FEW), "x.md")
    lines = other.markdown_sheet(FEW).decode().split("\n")
    assert [line.number for line in reading.report.lines] == list(range(1, len(lines) + 1))


# Mails


def test_the_head_of_a_mail_is_told_apart():
    reading = read(other.mail_sheet(FEW))
    assert {line.text.split(":")[0] for line in reading.report.lines if line.aside} == {
        "From",
        "To",
        "Date",
        "Subject",
    }


def test_a_file_attached_is_read_where_the_mail_holds_no_sheet():
    reading = read(other.mail_attached(FEW))
    assert reading.sheet[1].value == 5040
    assert "read from the attached file sheet.rtf" in reading.report.notes
    assert ("the sheet is attached.", "the text of the mail") in told(reading)


def test_files_attached_to_a_mail_with_a_sheet_are_named():
    message = other.mail()
    message.set_content(other.sheet_text(FEW))
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="treaty.pdf")
    notes = read(message.as_bytes()).report.notes
    assert any("treaty.pdf" in note for note in notes)


def test_a_second_sheet_attached_is_a_sheet_of_its_own():
    message = other.mail()
    message.set_content("See these.")
    for name in ("a.rtf", "b.rtf"):
        message.add_attachment(other.rtf_sheet(FEW), maintype="application", subtype="rtf", filename=name)
    reading = read(message.as_bytes())
    assert [one.report.part.name for one in (reading, *reading.others)] == ["a.rtf", "b.rtf"]


def test_a_mail_without_a_sheet_is_none():
    message = other.mail()
    message.set_content("Hello.")
    with pytest.raises(AtopError) as caught:
        read(message.as_bytes())
    assert caught.value.code == "not-a-codesheet"


# Cells in text


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_any_usual_delimiter_and_encoding_is_known(mark, encoding):
    data = other.separated({**FEW, 8: ("Yes.", "“café”, so; or so")}, mark, encoding)
    if encoding == "mac_roman":
        data = data.replace(b"\r\n", b"\r").replace(b"\n", b"\r")
    assert details(read(data, "x.csv"), 8) == ["“café”, so; or so"]


def test_a_line_that_names_the_delimiter_counts():
    assert read(b"sep=;\r\n" + other.separated(FEW, ";"), "x.csv").sheet[1].value == 5040
    assert delimiter_of("a;b,c\nd;e\nf;g,h,i\n") == ";"


@pytest.mark.parametrize("name", ["x.csv", "x.tsv"])
def test_an_exported_dataset_is_refused(name):
    for head in (b"atopid,file,cowid\r\n5040,a.txt,1\r\n", b"table,column,label\r\nAlliances,atopid,a\r\n"):
        with pytest.raises(AtopError) as caught:
            read(head, name)
        assert caught.value.code == "workbook-is-dataset"


def test_the_sheet_that_was_exported_to_excel_comes_back_from_csv(tmp_path):
    import openpyxl

    sheet = read_source(_example()).sheet
    (tmp_path / "x.xlsx").write_bytes(_written(sheet, "xlsx"))
    tab = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
    rows = [["" if cell is None else str(cell) for cell in row] for row in tab.iter_rows(values_only=True)]
    text = "\r\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    assert read(text.encode(), "x.csv").sheet == sheet


def _example() -> Source:
    path = sorted(resource_path("examples").glob("*.txt"))[0]
    return Source(path, path.read_bytes())


def _written(sheet: Sheet, kind: str) -> bytes:
    return next(writer for writer in WRITERS if writer.format == kind).write(sheet, ())


@pytest.mark.parametrize(
    ("colour", "is_one"),
    [
        ("#c00", True),
        ("red", True),
        ("rgb(0, 0, 200)", True),
        ("#000000", False),
        ("#888", False),
        ("white", False),
    ],
)
def test_black_grey_and_white_are_no_colours(colour, is_one):
    assert is_colour_name(colour) == is_one
