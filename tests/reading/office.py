"""Word, PDF and Excel files for the tests of their readers, made as people's programs make them."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from openpyxl import Workbook
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import SimpleDocTemplate, Table

from atop_coder.form import load_form
from atop_coder.reading import Reading, read_sheet
from atop_coder.sheet import Answer, Sheet
from atop_coder.sheet.answer_lines import head_lines

FORM = load_form()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
Filled = Mapping[int, Sequence[str]]
FEW: Filled = {
    1: ("5040",),
    2: ("N/A",),
    3: ("December 25, 2003",),
    4: ("703 Kyrgyzstan", "705 Kazakhstan"),
    5: ("No.",),
    6: ("Treaty.",),
    8: ("Yes.", "Article 9 lets others accede.", "They must be neighbours."),
    10: ("Yes. It lasts for ten years (Art. 4).",),
}


def prompt(number: int) -> str:
    return FORM.question(number).prompt


def numbered(number: int) -> str:
    return f"{number}. {prompt(number)}"


def typed(sheet: Sheet) -> dict[int, tuple[str, ...]]:
    """The paragraphs that a person would type for each question."""
    return {
        question.number: (
            *head_lines(question, sheet[question.number], FORM),
            *sheet[question.number].paragraphs,
        )
        for question in FORM.questions
    }


def plain(answer: Answer) -> Answer:
    """The answer with single spaces: a page does not tell how many there are."""
    parts = "\n\n".join(" ".join(paragraph.split()) for paragraph in answer.paragraphs)
    return answer.model_copy(update={"details": parts})


def details(reading: Reading, number: int) -> list[str]:
    return list(reading.sheet[number].paragraphs)


# Word


def save(document: Document, folder: Path) -> Path:
    path = folder / "sheet.docx"
    document.save(str(path))
    return path


def read_word(folder: Path, build: Callable[[Document], object]) -> Reading:
    """What is read of a document that `build` fills."""
    document = docx.Document()
    build(document)
    return read_sheet(save(document, folder))


def add_paragraphs(document: Document, filled: Filled, bold: bool = False) -> None:
    """Prompts with their numbers, and the answers below."""
    for number, paragraphs in filled.items():
        document.add_paragraph().add_run(numbered(number)).bold = bold
        for text in paragraphs:
            document.add_paragraph(text)


def add_xml(document: Document, xml: str) -> None:
    """Adds what python-docx cannot make: the XML of a paragraph, or what stands in its place."""
    element = parse_xml(f'<w:x xmlns:w="{W}" xmlns:w14="{W14}">{xml}</w:x>')
    for child in list(element):
        document.element.body.insert(len(document.element.body) - 1, child)


def add_runs(document: Document, xml: str) -> None:
    add_xml(document, f"<w:p>{xml}</w:p>")


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def add_part(document: Document, kind: str, xml: str) -> None:
    """Adds a part such as the footnotes, which python-docx does not make."""
    blob = f'<w:{kind} xmlns:w="{W}">{xml}</w:{kind}>'.encode()
    part = Part(PackURI(f"/word/{kind}.xml"), f"application/x-{kind}+xml", blob, document.part.package)
    document.part.relate_to(part, getattr(RELATIONSHIP_TYPE, kind.upper()))


def number_list(document: Document) -> None:
    """Defines list 77, which counts 1., 2., 3., and list 78, which counts on but begins anew at 1."""
    numbering = document.part.numbering_part.element
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="77">{level}</w:abstractNum>')
    )
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, more in ((77, ""), (78, anew)):
        numbering.append(
            parse_xml(f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="77"/>{more}</w:num>')
        )


def add_numbered(document: Document, text: str, counter: int = 77) -> None:
    """A paragraph whose number is Word's own."""
    look = f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{counter}"/></w:numPr></w:pPr>'
    add_runs(document, look + run(text.replace("&", "&amp;").replace("<", "&lt;")))


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


# PDF

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=13.5, spaceAfter=5)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Times-Bold")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def save_pdf(folder: Path, filled: Filled, furniture: Callable[[Canvas, object], None] | None = None) -> Path:
    """Prompts in bold and answers below, wrapped and broken over pages."""
    flow = []
    for number, paragraphs in filled.items():
        flow.append(Set(escaped(numbered(number)), BOLD))
        flow += [Set(escaped(text), BODY) for text in paragraphs]
    path = folder / "sheet.pdf"
    draw = furniture or (lambda *_: None)
    SimpleDocTemplate(str(path)).build(flow, onFirstPage=draw, onLaterPages=draw)
    return path


def save_pdf_table(folder: Path, filled: Filled, widths: tuple[int, int] = (200, 240)) -> Path:
    """A table with prompts at the left and answers at the right."""
    rows = [
        [Set(escaped(numbered(number)), BODY), [Set(escaped(text), BODY) for text in paragraphs] or ""]
        for number, paragraphs in filled.items()
    ]
    path = folder / "table.pdf"
    table = Table(rows, colWidths=widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    SimpleDocTemplate(str(path)).build([table])
    return path


def draw_pdf(folder: Path, draw: Callable[[Canvas], object], **options: object) -> Path:
    path = folder / "drawn.pdf"
    canvas = Canvas(str(path), **options)
    draw(canvas)
    canvas.save()
    return path


def draw_lines(canvas: Canvas, lines: Iterable[str], top: float = 780, left: float = 72) -> None:
    """Lines of one size under one another."""
    canvas.setFont("Times-Roman", 11)
    for at, line in enumerate(lines):
        canvas.drawString(left, top - 14 * at, line)


# Excel


def save_workbook(folder: Path, rows: Iterable[Sequence[object]]) -> Path:
    """A sheet that somebody typed into a workbook."""
    workbook = Workbook()
    tab = workbook.worksheets[0]
    for row in rows:
        tab.append(list(row))
    path = folder / "typed.xlsx"
    workbook.save(path)
    return path
