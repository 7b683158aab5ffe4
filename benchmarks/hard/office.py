"""Sheets as Word, Excel and PDF files: paragraphs, tables, columns, looks, comments, running heads."""

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from atop_coder.form import Kind, load_form
from benchmarks.hard.layouts import Answers, lines_of, questions_of
from benchmarks.hard.truth import PLAIN, WORDS, Key, Written, pieces

REMARK = "Zandvoort remark: Poland (290) did not sign"
RUNNING = "Leiden batch, Kronborg binder"


@dataclass(frozen=True)
class File:
    """A file's bytes, the words beside the answers in it, and keys that are right too, of another coder."""

    data: bytes
    asides: str = ""
    also: Mapping[int, Key] = field(default_factory=dict)


Maker = Callable[[Answers, Random], File]


def prompt_of(number: int) -> str:
    return f"{number}. {load_form().question(number).prompt}"


# Word


def word_paragraphs(answers: Answers, chance: Random) -> File:
    """Prompts, bold or not, with the answer behind a line break or in paragraphs of its own."""
    document, bold = Document(), chance.random() < 0.5
    for question in questions_of(answers):
        document.add_paragraph().add_run(prompt_of(question.number)).bold = bold
        for line in answers[question.number].lines:
            add_runs(document.add_paragraph(), line)
    return saved(document)


def word_list(answers: Answers, _: Random) -> File:
    """Prompts numbered by Word itself; all 61 of them, or the numbers would be others."""
    document = Document()
    for question in load_form().questions:
        document.add_paragraph(question.prompt, style="List Number")
        for line in answers[question.number].lines if question.number in answers else ():
            add_runs(document.add_paragraph(), line)
    return saved(document)


def word_table(answers: Answers, chance: Random) -> File:
    """A row a question: number, prompt and answer, or prompt and answer; a running head."""
    document, three = Document(), chance.random() < 0.5
    document.sections[0].header.paragraphs[0].text = RUNNING
    table = document.add_table(rows=0, cols=3 if three else 2)
    for question in questions_of(answers):
        cells = table.add_row().cells
        if three:
            cells[0].text = str(question.number)
        cells[-2].text = question.prompt if three else prompt_of(question.number)
        lines = answers[question.number].lines
        for at, line in enumerate(lines):
            add_runs(cells[-1].paragraphs[0] if not at else cells[-1].add_paragraph(), line)
    return saved(document, RUNNING)


def word_comment(answers: Answers, chance: Random) -> File:
    """Plain paragraphs with a comment at one answer and a raised number at another."""
    document = Document()
    marked = chance.sample(sorted(answers), 2)
    for question in questions_of(answers):
        document.add_paragraph(prompt_of(question.number))
        for line in answers[question.number].lines:
            paragraph = document.add_paragraph()
            add_runs(paragraph, line)
        if question.number == marked[0] and paragraph.runs:
            document.add_comment(paragraph.runs, text=REMARK, author="Coder", initials="C")
        if question.number == marked[1]:
            paragraph.add_run("7").font.superscript = True
    return saved(document)


def add_runs(paragraph: Any, line: str) -> None:
    for look, text in pieces(line):
        run = paragraph.add_run(text)
        if look == "highlight":
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        elif look == "colour":
            run.font.color.rgb = RGBColor(0xC0, 0, 0)
        elif look == "frame":
            border = OxmlElement("w:bdr")
            border.set(qn("w:val"), "single")
            border.set(qn("w:sz"), "4")
            run._r.get_or_add_rPr().append(border)
        elif look:
            setattr(run.font, look, True)


def saved(document: Any, asides: str = "") -> File:
    data = io.BytesIO()
    document.save(data)
    return File(data.getvalue(), asides)


# Excel


def new_book() -> tuple[Any, Any]:
    """A workbook and its only tab."""
    book = Workbook()
    return book, book.active


def excel_rows(answers: Answers, chance: Random) -> File:
    """A row a question; days and numbers are sometimes what Excel holds, not text."""
    (book, tab), numbered = new_book(), chance.random() < 0.5
    for row, question in enumerate(questions_of(answers), 1):
        cells: list[Any] = [question.number, question.prompt] if numbered else [prompt_of(question.number)]
        for column, text in enumerate(cells, 1):
            tab.cell(row, column, text)
        put(tab.cell(row, len(cells) + 1), answers, question.number, chance)
    return booked(book)


def excel_comments(answers: Answers, chance: Random) -> File:
    """A column of remarks beside the answers, and a comment at a cell."""
    book, tab = new_book()
    tab.append(["No.", "Question", "Answer", chance.choice(("Comments", "Notes", "Remarks"))])
    at = chance.choice(sorted(answers))
    for row, question in enumerate(questions_of(answers), 2):
        tab.append([question.number, question.prompt])
        put(tab.cell(row, 3), answers, question.number, chance)
        if question.number == 4 or chance.random() < 0.1:
            tab.cell(row, 4, REMARK)
        if question.number == at:
            tab.cell(row, 3).comment = Comment("Kijkduin told me so", "Coder")
    return booked(book, f"{REMARK} Kijkduin told me so")


def excel_coders(answers: Answers, chance: Random) -> File:
    """Coder 1, Coder 2 and Final: the last one counts."""
    book, tab = new_book()
    tab.append(["No.", "Question", "Coder 1", "Coder 2", chance.choice(("Final", "FINAL", "Final code"))])
    for row, question in enumerate(questions_of(answers), 2):
        other = {Kind.YES_NO: "Yes.", Kind.INTEGER: "9", Kind.TEXT: "Veere."}.get(question.kind, "?")
        tab.append([question.number, question.prompt, other, chance.choice((other, None))])
        put(tab.cell(row, 5), answers, question.number, chance)
    return booked(book)


def excel_two_coders(answers: Answers, chance: Random) -> File:
    """Two columns of coders and none that counts: either may be read, but never both as one."""
    book, tab = new_book()
    tab.append(
        ["No.", "Question", *chance.choice((("Coder 1", "Coder 2"), ("Ada", "Jonas"), ("Old", "New")))]
    )
    others: dict[Kind, tuple[str, Key]] = {
        Kind.YES_NO: ("Yes.", "yes"),
        Kind.INTEGER: ("9", 9),
        Kind.TEXT: ("Veere.", WORDS),
    }
    also: dict[int, Key] = {}
    for row, question in enumerate(questions_of(answers), 2):
        tab.append([question.number, question.prompt])
        put(tab.cell(row, 3), answers, question.number, chance)
        if question.kind in others:
            other, also[question.number] = others[question.kind]
            tab.cell(row, 4, other)
    return File(booked(book).data, also=also)


def excel_two_tabs(answers: Answers, chance: Random) -> File:
    """A sheet in each of two tabs; the first one is asked for."""
    book, tab = new_book()
    second = book.create_sheet("9990")
    for row, question in enumerate(questions_of(answers), 1):
        for one in (tab, second):
            one.cell(row, 1, prompt_of(question.number))
        put(tab.cell(row, 2), answers, question.number, chance)
        second.cell(row, 2, {Kind.YES_NO: "Yes.", Kind.TEXT: "Veere."}.get(question.kind, "9990"))
    return booked(book)


def excel_yes_no(answers: Answers, chance: Random) -> File:
    """Columns Yes and No with an X in one; the rest of the answer under Details."""
    (book, tab), sign = new_book(), chance.choice(("X", "x", "✓", "1"))
    tab.append(["#", "Question", "Yes", "No", "Details"])
    for row, question in enumerate(questions_of(answers), 2):
        written = answers[question.number]
        tab.append([question.number, question.prompt])
        if question.kind == Kind.YES_NO and written.kind == PLAIN:
            tab.cell(row, 3 if written.accepted == ("yes",) else 4, sign)
            tab.cell(row, 5, written.keep or None)
        else:
            put(tab.cell(row, 5), answers, question.number, chance)
    return booked(book)


def excel_row_an_alliance(answers: Answers, chance: Random) -> File:
    """Questions as columns, an alliance a row; the first one is asked for."""
    (book, tab), short = new_book(), chance.random() < 0.5
    for column, question in enumerate(questions_of(answers), 1):
        tab.cell(1, column, question.short if short else prompt_of(question.number))
        put(tab.cell(2, column), answers, question.number, chance)
        other = {Kind.YES_NO: "Yes.", Kind.INTEGER: "9", Kind.PEOPLE: "Wen Li"}.get(question.kind)
        tab.cell(3, column, other)
    return booked(book)


INLINE: dict[str, dict[str, Any]] = {
    "bold": {"b": True},
    "underline": {"u": "single"},
    "colour": {"color": "FFC00000"},
    "strike": {"strike": True},
}


DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
FORMATS = {
    10: ("d-mmm-yy", "yyyy-mm-dd", "dd/mm/yyyy", "mmmm d, yyyy", "m/d/yy"),
    7: ("mmm-yy", "mmmm yyyy", "mm/yyyy"),
    4: ("yyyy",),
}


def put(cell: Any, answers: Answers, number: int, chance: Random) -> None:
    """The answer in a cell, as text with looks, a number or a day."""
    written = answers[number]
    value = written.accepted[0] if native(written) and chance.random() < 0.6 else None
    if isinstance(value, tuple) and value:
        value = value[0][0] if len(value) == 1 and isinstance(value[0], tuple) else None
    if isinstance(value, int):
        cell.value = value
    elif isinstance(value, str) and DAY.fullmatch(value):
        year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
        cell.value = date(year, month, day)
        cell.number_format = chance.choice(FORMATS[len(value)])
    else:
        cell.value = rich("\n".join(written.lines))
        if isinstance(cell.value, str):
            cell.data_type = "s"


def native(written: Written) -> bool:
    """Whether the answer is its value alone, which Excel may hold as a number."""
    known = written.kind == PLAIN or written.kind.startswith("date:")
    return known and len(written.accepted) == 1 and not written.keep


def rich(text: str) -> Any:
    parts = list(pieces(text))
    if not any(look for look, _ in parts):
        return text or None
    return CellRichText(*(TextBlock(InlineFont(**INLINE[look]), one) if look else one for look, one in parts))


def booked(book: Any, asides: str = "") -> File:
    data = io.BytesIO()
    book.save(data)
    return File(data.getvalue(), asides)


# PDF

TAGS = {
    "bold": "<b>{}</b>",
    "underline": "<u>{}</u>",
    "strike": "<strike>{}</strike>",
    "highlight": '<font backColor="yellow">{}</font>',
    "colour": '<font color="#c00000">{}</font>',
}


def pdf_paragraphs(answers: Answers, chance: Random) -> File:
    """Prompts and answers down the page, with a running head and numbers at the foot."""
    bold = "<b>{}</b>" if chance.random() < 0.5 else "{}"
    story: list[Any] = []
    for question in questions_of(answers):
        story.append(paragraph(bold.format(escape(prompt_of(question.number)))))
        story += [paragraph(marked_up(line)) for line in answers[question.number].lines]
        story.append(Spacer(1, 8))
    return printed(story, running=True)


def pdf_table(answers: Answers, chance: Random) -> File:
    """Prompts left, answers right."""
    width = chance.choice((230, 260, 300))
    rows = [
        [
            paragraph(escape(prompt_of(question.number))),
            [paragraph(marked_up(line)) for line in answers[question.number].lines],
        ]
        for question in questions_of(answers)
    ]
    return printed([Table(rows, colWidths=[width, 480 - width], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])])


def paragraph(text: str) -> Any:
    return Paragraph(text, getSampleStyleSheet()["Normal"])


def marked_up(line: str) -> str:
    return "".join(TAGS.get(look, "{}").format(escape(text)) for look, text in pieces(line))


def printed(story: Sequence[Any], running: bool = False) -> File:
    data = io.BytesIO()
    document = SimpleDocTemplate(data, pagesize=A4, invariant=1)

    def head(canvas: Any, _: Any) -> None:
        canvas.drawString(72, 810, RUNNING)
        canvas.drawString(290, 30, str(canvas.getPageNumber()))

    document.build(list(story), **({"onFirstPage": head, "onLaterPages": head} if running else {}))
    return File(data.getvalue(), RUNNING if running else "")


def drawable(answers: Answers, number: int) -> bool:
    """Whether the PDF's own fonts have all letters of the answer."""
    try:
        "".join(lines_of(answers[number])).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


WORD_LOOKS = ("bold", "underline", "highlight", "colour", "frame", "strike", "hidden")
MAKERS: dict[str, tuple[str, Maker, Sequence[str]]] = {
    "Word paragraphs": (".docx", word_paragraphs, WORD_LOOKS),
    "Word table": (".docx", word_table, WORD_LOOKS),
    "Word's own numbers": (".docx", word_list, WORD_LOOKS),
    "Word comment": (".docx", word_comment, WORD_LOOKS),
    "Excel rows": (".xlsx", excel_rows, tuple(INLINE)),
    "Excel comments": (".xlsx", excel_comments, tuple(INLINE)),
    "Excel coders and final": (".xlsx", excel_coders, tuple(INLINE)),
    "Excel two coders": (".xlsx", excel_two_coders, tuple(INLINE)),
    "Excel two tabs": (".xlsx", excel_two_tabs, tuple(INLINE)),
    "Excel Yes | No": (".xlsx", excel_yes_no, tuple(INLINE)),
    "Excel row an alliance": (".xlsx", excel_row_an_alliance, tuple(INLINE)),
    "PDF paragraphs": (".pdf", pdf_paragraphs, tuple(TAGS)),
    "PDF table": (".pdf", pdf_table, tuple(TAGS)),
}
