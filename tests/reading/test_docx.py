"""Sheets in Word files, in every layout that people make of them."""

import docx
import pytest
from docx.document import Document

from atop_coder.errors import AtopError
from atop_coder.reading import read_sheet
from atop_coder.reading.word.lists import in_format
from tests.reading.office import (
    FEW,
    FORM,
    W,
    add_numbered,
    add_paragraphs,
    add_part,
    add_runs,
    add_xml,
    details,
    number_list,
    numbered,
    parts_of,
    prompt,
    read_word,
    run,
    save,
    zipped,
)

MEMBERS = [(703, "Kyrgyzstan"), (705, "Kazakhstan")]
TREATY = ["Article 9 lets others accede.", "They must be neighbours."]


def members(reading):
    return [(member.ccode, member.name) for member in reading.sheet.members]


def pieces(reading):
    return [(piece.text, piece.why) for piece in reading.report.unplaced]


def assert_few(reading):
    """Every answer of FEW was read."""
    sheet = reading.sheet
    assert sheet[1].value == 5040
    assert sheet[2].status == "not_applicable"
    assert members(reading) == MEMBERS
    assert (sheet[5].value, sheet[6].value, sheet[8].value) == ("no", "treaty", "yes")
    assert details(reading, 8) == TREATY
    assert details(reading, 10) == ["It lasts for ten years (Art. 4)."]


# Layouts


def test_prompts_and_answers_in_paragraphs_of_their_own(tmp_path):
    reading = read_word(tmp_path, lambda document: add_paragraphs(document, FEW))
    assert_few(reading)
    assert reading.report.format == "docx"
    assert not reading.report.unplaced


def test_each_paragraph_is_a_paragraph_however_long_the_line(tmp_path):
    long = "The Contracting Parties shall consult with one another " * 4
    reading = read_word(tmp_path, lambda document: add_paragraphs(document, {**FEW, 18: (long, "and more")}))
    assert details(reading, 18) == [long.strip(), "and more"]


def test_an_answer_behind_its_bold_prompt(tmp_path):
    def build(document: Document) -> None:
        for question in FORM.questions[:12]:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{question.number}. {question.short}").bold = True
            paragraph.add_run(" Yes, it is so" if question.number in (8, 10) else " ")

    reading = read_word(tmp_path, build)
    assert reading.sheet[8].value == reading.sheet[10].value == "yes"
    assert details(reading, 10) == ["it is so"]


def test_a_table_with_prompts_beside_answers(tmp_path):
    def build(document: Document) -> None:
        table = document.add_table(0, 2)
        for number, paragraphs in FEW.items():
            cells = table.add_row().cells
            cells[0].text = numbered(number)
            cells[1].text = "\n".join(paragraphs)

    assert_few(read_word(tmp_path, build))


def test_a_table_with_the_numbers_in_a_column_and_headings(tmp_path):
    def build(document: Document) -> None:
        table = document.add_table(1, 3)
        for cell, text in zip(table.rows[0].cells, ("No.", "Question", "Answer"), strict=True):
            cell.text = text
        for number, paragraphs in FEW.items():
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(number), prompt(number)
            cells[2].text = paragraphs[0]
            for text in paragraphs[1:]:
                cells[2].add_paragraph(text)

    reading = read_word(tmp_path, build)
    assert_few(reading)
    assert [piece.text for piece in reading.report.furniture] == ["No. | Question | Answer"]
    assert not reading.report.unplaced


def test_prompt_and_answer_in_one_cell(tmp_path):
    def build(document: Document) -> None:
        table = document.add_table(0, 1)
        for number, paragraphs in FEW.items():
            cell = table.add_row().cells[0]
            cell.text = numbered(number)
            for text in paragraphs:
                cell.add_paragraph(text)

    assert_few(read_word(tmp_path, build))


def test_members_in_a_table_within_the_answer(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, {1: FEW[1], 2: FEW[2], 3: FEW[3], 4: ()})
        table = document.add_table(0, 2)
        for code, name in MEMBERS:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(code), name
        add_paragraphs(document, {5: FEW[5]})

    reading = read_word(tmp_path, build)
    assert members(reading) == MEMBERS
    assert reading.sheet[5].value == "no"


def test_a_table_within_a_table(tmp_path):
    def build(document: Document) -> None:
        cell = document.add_table(1, 1).rows[0].cells[0]
        inner = cell.add_table(0, 2)
        for number, paragraphs in FEW.items():
            cells = inner.add_row().cells
            cells[0].text, cells[1].text = numbered(number), "\n".join(paragraphs)

    assert_few(read_word(tmp_path, build))


def test_a_soft_break_ends_a_paragraph_of_the_answer(tmp_path):
    def build(document: Document) -> None:
        for number, paragraphs in FEW.items():
            paragraph = document.add_paragraph(numbered(number))
            for text in paragraphs:
                paragraph.add_run().add_break()
                paragraph.add_run(text)

    assert_few(read_word(tmp_path, build))


def test_lines_pasted_from_a_page_are_put_together_again(tmp_path):
    def build(document: Document) -> None:
        for question in FORM.questions[:12]:
            words = f"{numbered(question.number)} ".split()
            for start in range(0, len(words), 12):
                document.add_paragraph(" ".join(words[start : start + 12]))
            document.add_paragraph("Yes. The treaty says that the parties consult with one another and")
            document.add_paragraph("that each of them gives help")

    reading = read_word(tmp_path, build)
    whole = "The treaty says that the parties consult with one another and that each of them gives help"
    assert details(reading, 10) == [whole]


# Numbers


def test_prompts_that_word_numbers(tmp_path):
    def build(document: Document) -> None:
        number_list(document)
        for question in FORM.questions:
            add_numbered(document, question.prompt)
            for text in FEW.get(question.number, ()):
                document.add_paragraph(text)

    reading = read_word(tmp_path, build)
    assert_few(reading)
    assert reading.report.lines[0].text == numbered(1)
    assert len(reading.report.placed) == len(FORM.questions)


def test_numbers_that_begin_anew_in_each_section_do_not_mislead(tmp_path):
    def build(document: Document) -> None:
        number_list(document)
        for section in FORM.sections:
            document.add_paragraph(section.heading)
            for place, question in enumerate(FORM.questions_of(section)):
                add_numbered(document, question.prompt, 77 if place or section is FORM.sections[0] else 78)
                document.add_paragraph("Yes." if question.choices else "")

    reading = read_word(tmp_path, build)
    assert {reading.sheet[number].value for number in (8, 21, 29, 44, 50)} == {"yes"}
    assert len(reading.report.placed) == len(FORM.questions)


@pytest.mark.parametrize(
    ("number", "way", "shown"),
    [
        (5, "decimal", "5"),
        (5, "decimalZero", "05"),
        (1, "lowerLetter", "a"),
        (28, "upperLetter", "BB"),
        (44, "upperRoman", "XLIV"),
        (9, "lowerRoman", "ix"),
        (0, "lowerRoman", "0"),
        (10**9, "lowerLetter", str(10**9)),
    ],
)
def test_numbers_are_shown_as_word_shows_them(number, way, shown):
    assert in_format(number, way) == shown


def test_bold_prompts_without_numbers_in_other_words(tmp_path):
    """Each is known by its place between those that are known by their words."""
    other = {
        9: "Does the treaty name states that may become members later on?",
        25: "Is a separate peace forbidden to the members?",
        52: "Are there clauses on economic help among the members?",
    }

    def build(document: Document) -> None:
        for question in FORM.questions:
            asked = other.get(question.number, question.prompt)
            document.add_paragraph().add_run(asked).bold = True
            document.add_paragraph("Yes." if question.number in other else "No." if question.choices else "")

    reading = read_word(tmp_path, build)
    assert [number for number, answer in reading.sheet if answer.value == "yes"] == [9, 25, 52]


# Outside the answers


def test_headers_and_footers_are_told_apart(tmp_path):
    def build(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = "A draft that nobody may cite"
        document.sections[0].footer.paragraphs[0].text = "Printed in Houston"
        add_paragraphs(document, FEW)

    reading = read_word(tmp_path, build)
    assert_few(reading)
    told = {(piece.text, piece.why) for piece in reading.report.furniture}
    assert told == {
        ("A draft that nobody may cite", "a page header"),
        ("Printed in Houston", "a page footer"),
    }


def test_a_comment_goes_to_the_report_with_its_author(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, FEW)
        answer = next(one for one in document.paragraphs if one.text.startswith("Article 9"))
        document.add_comment(answer.runs[0], "Is this so?", author="Rita Reader", initials="RR")

    reading = read_word(tmp_path, build)
    assert_few(reading)
    line = next(line.number for line in reading.report.lines if line.text.startswith("Article 9"))
    assert f"comment by Rita Reader on line {line}: Is this so?" in reading.report.notes


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_footnote_is_in_no_answer_and_not_lost(tmp_path, kind):
    def build(document: Document) -> None:
        add_paragraphs(document, FEW)
        reference = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
        add_runs(document, run("11. " + prompt(11)))
        add_runs(document, run("No. See the Protocol") + reference + run("."))
        text = "<w:p><w:r><w:t>Parry, vol. 3.</w:t></w:r></w:p>"
        add_part(
            document,
            f"{kind}s",
            f'<w:{kind} w:type="separator" w:id="-1"/><w:{kind} w:id="2">{text}</w:{kind}>',
        )

    reading = read_word(tmp_path, build)
    assert details(reading, 11) == ["See the Protocol."]
    [(text, why)] = pieces(reading)
    assert text == "Parry, vol. 3."
    assert why.startswith(f"{kind} 1, to line ")


def test_inserted_text_counts_and_deleted_text_does_not(tmp_path):
    change = 'w:id="1" w:author="A"'

    def build(document: Document) -> None:
        add_paragraphs(document, FEW)
        add_runs(document, run("11. " + prompt(11)))
        add_runs(
            document,
            f"<w:ins {change}>{run('Yes. ')}</w:ins>"
            f"<w:del {change}><w:r><w:delText>No. </w:delText></w:r></w:del>"
            f"{run('After a ')}<w:moveFrom {change}>{run('month ')}</w:moveFrom>"
            f"<w:moveTo {change}>{run('year ')}</w:moveTo>{run('of notice.')}",
        )

    reading = read_word(tmp_path, build)
    assert reading.sheet[11].value == "yes"
    assert details(reading, 11) == ["After a year of notice."]
    assert any("tracked changes" in note for note in reading.report.notes)


def test_a_file_without_changes_has_no_note_on_them(tmp_path):
    reading = read_word(tmp_path, lambda document: add_paragraphs(document, FEW))
    assert not any("tracked changes" in note for note in reading.report.notes)


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, FEW)
        add_runs(document, run("18. " + prompt(18)))
        mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>'
        add_runs(document, mark + run("They defend "))
        add_runs(document, run("one another."))

    assert details(read_word(tmp_path, build), 18) == ["They defend one another."]


def test_a_deleted_row_of_a_table_does_not_count(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, FEW)
        gone = '<w:tr><w:trPr><w:del w:id="1" w:author="A"/></w:trPr><w:tc><w:p>{}</w:p></w:tc></w:tr>'
        add_xml(document, f"<w:tbl>{gone.format(run('This was wrong.'))}</w:tbl><w:p/>")

    reading = read_word(tmp_path, build)
    assert details(reading, 10) == ["It lasts for ten years (Art. 4)."]


def test_hidden_text_is_in_no_answer_and_not_lost(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, FEW)
        add_runs(document, "<w:r><w:rPr><w:vanish/></w:rPr><w:t>private remark</w:t></w:r>")

    reading = read_word(tmp_path, build)
    assert_few(reading)
    assert ("private remark", "hidden text") in pieces(reading)


# Links


def link(document: Document, text: str, address: str) -> None:
    name = document.part.relate_to(address, f"{R}/hyperlink", is_external=True)
    add_runs(
        document,
        f'<w:hyperlink xmlns:r="{R}" r:id="{name}">{run(text)}</w:hyperlink>{run(" holds the text.")}',
    )


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_the_text_of_a_link_counts_and_its_address_is_kept_apart(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 18: ()})
        link(document, "The ministry", "https://ministry.example/treaty")

    reading = read_word(tmp_path, build)
    assert details(reading, 18) == ["The ministry holds the text."]
    assert pieces(reading) == [("https://ministry.example/treaty", "the address behind “The ministry”")]


def test_an_address_that_the_text_has_is_not_told_twice(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 18: ()})
        link(document, "www.ministry.example/treaty", "http://www.ministry.example/treaty/")

    reading = read_word(tmp_path, build)
    assert details(reading, 18) == ["www.ministry.example/treaty holds the text."]
    assert not reading.report.unplaced


def test_a_link_made_by_a_field_is_one_too(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 18: ()})
        add_runs(
            document,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            '<w:r><w:instrText> HYPERLINK "http://a.example/b" </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Here")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )

    reading = read_word(tmp_path, build)
    assert details(reading, 18) == ["Here"]
    assert [text for text, _ in pieces(reading)] == ["http://a.example/b"]


def test_a_field_that_never_ends_swallows_nothing(tmp_path):
    def build(document: Document) -> None:
        add_runs(document, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
        add_paragraphs(document, FEW)

    assert_few(read_word(tmp_path, build))


# Characters


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<w:sym w:font="Symbol" w:char="F0B0"/>', "a°b"),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', "a→b"),
        ("<w:noBreakHyphen/>", "a-b"),
        ("<w:softHyphen/>", "ab"),
        ("<w:tab/>", "a\tb"),
        ('<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\uf061</w:t>', "aαb"),
    ],
)
def test_characters_that_are_no_text_in_the_file(tmp_path, xml, text):
    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 18: ()})
        add_runs(document, f"{run('a')}<w:r>{xml}</w:r>{run('b')}")

    assert details(read_word(tmp_path, build), 18) == [text]


def test_a_symbol_that_is_not_known_is_told(tmp_path):
    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 18: ()})
        add_runs(document, run("a") + '<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>')

    reading = read_word(tmp_path, build)
    assert details(reading, 18) == ["a\ufffd"]
    assert any("symbols" in note for note in reading.report.notes)


# Boxes and controls


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("☒ Yes ☐ No", "yes"),
        ("☐ Yes ☒ No", "no"),
        ("Yes ☒  No ☐", "yes"),
        ("Yes ☐  No ☑", "no"),
        ("☐ Yes   ☐ No   ☒ Unknown", None),
        ("☐ Yes ☐ No", None),
    ],
)
def test_of_boxes_the_ticked_one_is_the_answer(tmp_path, text, value):
    reading = read_word(tmp_path, lambda document: add_paragraphs(document, {**FEW, 12: (text,)}))
    assert reading.sheet[12].value == value
    assert reading.sheet[12].status == (
        "unknown" if "☒ Unknown" in text else "answered" if value else "blank"
    )
    assert not reading.sheet[12].details


def test_several_boxes_may_be_ticked(tmp_path):
    boxes = ("☒ Defense pact", "☐ Neutrality pact", "☒ Consultation pact", "☐ Offense pact")
    reading = read_word(tmp_path, lambda document: add_paragraphs(document, {**FEW, 16: boxes}))
    assert reading.sheet[16].value == ("defense", "consultation")


def checkbox(ticked: bool) -> str:
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
    )


def form_box(ticked: bool) -> str:
    box = f'<w:checkBox><w:default w:val="{int(ticked)}"/></w:checkBox>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{box}</w:ffData></w:fldChar></w:r>'
    code = "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
    return f'{begin}{code}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize("box", [checkbox, form_box])
def test_boxes_that_are_controls_of_the_form(tmp_path, box):
    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 12: ()})
        add_runs(document, f"{box(False)}{run(' Yes ')}{box(True)}{run(' No')}")

    assert read_word(tmp_path, build).sheet[12].value == "no"


def test_a_control_holds_an_answer_but_its_placeholder_is_none(tmp_path):
    def control(text: str, look: str = "") -> str:
        content = f"<w:sdtContent><w:p>{run(text)}</w:p></w:sdtContent>"
        return f"<w:sdt><w:sdtPr>{look}</w:sdtPr>{content}</w:sdt>"

    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 12: ()})
        add_xml(document, control("Yes."))
        document.add_paragraph(numbered(18))
        add_xml(document, control("Click here to enter text.", "<w:showingPlcHdr/>"))

    reading = read_word(tmp_path, build)
    assert reading.sheet[12].value == "yes"
    assert reading.sheet[18].is_blank


def test_the_chosen_entry_of_a_list_is_the_answer(tmp_path):
    entries = '<w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/>'
    begin = f"<w:ffData><w:ddList>{entries}</w:ddList></w:ffData>"

    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 12: ()})
        add_runs(
            document,
            f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r>'
            "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )

    assert read_word(tmp_path, build).sheet[12].value == "no"


def test_a_text_box_is_read_once(tmp_path):
    box = f"<w:txbxContent><w:p>{run('They defend one another.')}</w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    drawing = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )

    def build(document: Document) -> None:
        add_paragraphs(document, {**FEW, 18: ()})
        add_runs(document, f"<w:r>{drawing}</w:r>")

    assert details(read_word(tmp_path, build), 18) == ["They defend one another."]


# The file itself


def test_a_strict_file_is_read_too(tmp_path):
    document = docx.Document()
    add_paragraphs(document, FEW)
    parts = parts_of(save(document, tmp_path))
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(W.encode(), strict)
    (tmp_path / "strict.docx").write_bytes(zipped(parts))
    assert_few(read_sheet(tmp_path / "strict.docx"))


def test_the_name_of_the_file_does_not_matter(tmp_path):
    document = docx.Document()
    add_paragraphs(document, FEW)
    assert_few(read_sheet(save(document, tmp_path).rename(tmp_path / "sheet.txt")))


def test_a_letter_is_no_codesheet(tmp_path):
    with pytest.raises(AtopError) as caught:
        read_word(tmp_path, lambda document: document.add_paragraph("Dear colleague,"))
    assert caught.value.code == "not-a-codesheet"


def test_far_too_many_lines_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("atop_coder.reading.paragraphs.MOST_LINES", 10)
    with pytest.raises(AtopError) as caught:
        read_word(tmp_path, lambda document: add_paragraphs(document, FEW))
    assert caught.value.code == "too-many-lines"
