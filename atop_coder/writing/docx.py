"""A sheet as a Word file, as people hand it on; each paragraph's style tells what it is, so it reads back."""

import io
from collections.abc import Iterator
from datetime import datetime, time
from itertools import pairwise
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from atop_coder.form import Form, Kind, load_form
from atop_coder.sheet import PartialDate, Sheet
from atop_coder.sheet.blocks import Block, Role, sheet_blocks
from atop_coder.sheet.frame import title_line
from atop_coder.writing.addresses import part_addresses
from atop_coder.writing.archive import FIXED, with_fixed_dates
from atop_coder.writing.docx_look import LINK, set_styles, style_id
from atop_coder.writing.docx_page import clear_template, set_page, set_properties
from atop_coder.writing.paper import Paper, usual_paper
from atop_coder.writing.title import coders_of, page_head_of, summary_of, title_of


def sheet_to_docx(sheet: Sheet, paper: Paper | None = None, when: datetime | None = None) -> bytes:
    """The file's bytes, the same for the same sheet and paper.

    `paper` is the usual one of the place if not given; `when` the file says it was made, otherwise the day
    that the sheet itself gives.
    """
    form = load_form()
    document = docx.Document()
    clear_template(document)
    set_styles(document)
    set_page(document, paper or usual_paper(), *page_head_of(sheet, form))
    subject, author = title_line(form), "; ".join(coders_of(sheet, form))
    set_properties(document, title_of(sheet), author, subject, when or _day_of(sheet, form))
    for block, following in pairwise((*_blocks(sheet, form), None)):
        if block:
            _add_block(document, block, following)
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue())


def _blocks(sheet: Sheet, form: Form) -> Iterator[Block]:
    """All paragraphs of the file; under the prompt of a blank answer an empty one, to write in."""
    yield Block(Role.TITLE, title_of(sheet))
    yield Block(Role.SUMMARY, summary_of(sheet, form))
    for block in sheet_blocks(sheet, form):
        yield block
        if block.role == Role.PROMPT and sheet[block.question].is_blank:
            yield Block(Role.ANSWER, "", block.question)


def _add_block(document: Document, block: Block, following: Block | None) -> None:
    paragraph = document.add_paragraph()
    paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = style_id(block.role)
    if block.role == Role.VALUE and following and following.role == Role.ANSWER:
        paragraph.paragraph_format.keep_with_next = True  # "Yes." does not stay behind alone
    for text, address in part_addresses(block.text):
        run = paragraph.add_run(text)
        if address and block.question:
            _make_link(paragraph, run._r, address)


def _make_link(paragraph: Paragraph, run: Any, address: str) -> None:
    """Wraps the run in a link; python-docx reads links, and has no words for making one."""
    link = OxmlElement("w:hyperlink")
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), key)
    run.get_or_add_rPr().get_or_add_rStyle().val = LINK
    run.addprevious(link)
    link.append(run)


def _day_of(sheet: Sheet, form: Form) -> datetime:
    """Noon of the day that the sheet gives for its coding; the first that a zip file knows if it has none."""
    asked = [question.number for question in form.questions if question.kind == Kind.DATE]
    days = [value.first() for number in asked if isinstance(value := sheet[number].value, PartialDate)]
    return max([FIXED, *(datetime.combine(day, time(12)) for day in days)])
