"""Sheets in every format whose answers are marked: words in bold, in colour, struck out, and so on."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.shared import RGBColor
from docx.text.run import Run
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import SimpleDocTemplate

from atop_coder.reading import Reading, read_sheet
from tests.reading.office import BODY, BOLD, W, escaped, numbered


class Words(NamedTuple):
    """A stretch of an answer, with its look: "" for none."""

    text: str
    look: str = ""


Answers = Mapping[int, Sequence[Words]]
BASE: Answers = {
    1: (Words("5040"),),
    2: (Words("N/A"),),
    3: (Words("December 25, 2003"),),
    60: (Words("May 23, 2018"),),
}
SIGNS = {"bold": "**", "italic": "*", "underlined": "__", "struck": "~~", "highlighted": "=="}
LOOKS = ("bold", "italic", "underlined", "highlighted", "coloured", "framed")


def words(text: str, look: str) -> tuple[Words, ...]:
    """The text in parts; what stands in braces has the look."""
    parts = text.replace("}", "{").split("{")
    return tuple(Words(part, look if at % 2 else "") for at, part in enumerate(parts) if part)


def read_text_file(folder: Path, answers: Answers) -> Reading:
    lines = []
    for number, parts in answers.items():
        lines += [numbered(number), "".join(_signed(part) for part in parts), ""]
    path = folder / "sheet.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_sheet(path)


def _signed(part: Words) -> str:
    if part.look in ("coloured", "framed"):
        return f"<{part.text}>"
    sign = SIGNS.get(part.look, "")
    return f"{sign}{part.text}{sign}"


def read_word_file(folder: Path, answers: Answers) -> Reading:
    document = docx.Document()
    for number, parts in answers.items():
        document.add_paragraph(numbered(number))
        paragraph = document.add_paragraph()
        for part in parts:
            for piece in (part.text[:1], part.text[1:]):  # Word breaks words into runs as it likes
                _set(paragraph.add_run(piece), part.look)
    path = folder / "sheet.docx"
    document.save(str(path))
    return read_sheet(path)


def _set(run: Run, look: str) -> None:
    match look:
        case "bold":
            run.font.bold = True
        case "italic":
            run.font.italic = True
        case "underlined":
            run.font.underline = True
        case "highlighted":
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        case "coloured":
            run.font.color.rgb = RGBColor(0xC0, 0, 0)
        case "struck":
            run.font.strike = True
        case "framed":
            frame = f'<w:bdr xmlns:w="{W}" w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            run._element.get_or_add_rPr().append(parse_xml(frame))


def read_workbook(folder: Path, answers: Answers) -> Reading:
    """Words of one cell have other types; a fill or a frame belongs to a cell, so each part has its own."""
    workbook = Workbook()
    tab: Worksheet = workbook.worksheets[0]
    for row, (number, parts) in enumerate(answers.items(), start=1):
        tab.cell(row, 1, numbered(number))
        if any(part.look in ("highlighted", "framed") for part in parts):
            _fill_cells(tab, row, parts)
        else:
            blocks = [TextBlock(InlineFont(**FONTS[part.look]), part.text) for part in parts]
            tab.cell(row, 2, CellRichText(*blocks) if len(blocks) > 1 else blocks[0].text)
            if len(blocks) == 1 and parts[0].look == "struck":
                from openpyxl.styles import Font

                tab.cell(row, 2).font = Font(strike=True)
    path = folder / "sheet.xlsx"
    workbook.save(path)
    return read_sheet(path)


FONTS: Mapping[str, Any] = {
    "": {},
    "bold": {"b": True},
    "italic": {"i": True},
    "underlined": {"u": "single"},
    "coloured": {"color": "FFC00000"},
    "struck": {"strike": True},
}


def _fill_cells(tab: Worksheet, row: int, parts: Sequence[Words]) -> None:
    from openpyxl.styles import Border, PatternFill, Side

    line = Side(style="thin")
    column = 2
    for part in parts:
        if not part.text.strip(" /|,"):
            continue
        cell = tab.cell(row, column, part.text.strip(" /|,"))
        column += 1
        if part.look == "highlighted":
            cell.fill = PatternFill("solid", fgColor="FFFFFF00")
        elif part.look == "framed":
            cell.border = Border(line, line, line, line)


def read_pdf_file(folder: Path, answers: Answers) -> Reading:
    flow = []
    for number, parts in answers.items():
        flow.append(Set(escaped(numbered(number)), BOLD))
        flow.append(Set("".join(PDF_LOOKS[part.look].format(escaped(part.text)) for part in parts), BODY))
    path = folder / "sheet.pdf"
    SimpleDocTemplate(str(path)).build(flow)
    return read_sheet(path)


PDF_LOOKS = {
    "": "{}",
    "bold": "<b>{}</b>",
    "italic": "<i>{}</i>",
    "underlined": "<u>{}</u>",
    "highlighted": '<font backColor="yellow">{}</font>',
    "coloured": '<font color="#C00000">{}</font>',
    "framed": '<font backColor="#FFFF80">{}</font>',
    "struck": "<strike>{}</strike>",
}
FORMATS: Mapping[str, Callable[[Path, Answers], Reading]] = {
    "text": read_text_file,
    "word": read_word_file,
    "excel": read_workbook,
    "pdf": read_pdf_file,
}
