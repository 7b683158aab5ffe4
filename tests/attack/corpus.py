"""Small hostile files, made anew for each run: what unfolds to far more than it is, and what bends a rule.

Each has the name that it is read under, what makes its bytes, and the codes of the errors that may answer it;
"read" where it may be read.
"""

import io
import json
import zlib
from collections.abc import Callable
from typing import NamedTuple

import docx
import openpyxl

from atop_coder.sheet import Sheet
from atop_coder.writing.normalized import sheet_to_normalized
from tests.reading import open_office as other
from tests.reading.office import FEW, add_paragraphs, numbered, zipped

TOO_LARGE = "file-unpacks-too-large"
SHEET = other.sheet_text(FEW).encode()


class Hostile(NamedTuple):
    """A file made to do harm, and what may be answered to it."""

    name: str
    make: Callable[[], bytes]
    answers: tuple[str, ...]


def json_sheet(answers: object) -> bytes:
    return json.dumps({"form": "atop-codesheet", "form_version": "5", "answers": answers}).encode()


def normalized(number: int, text: str) -> bytes:
    """A normalized sheet with that text under a question's prompt."""
    lines = sheet_to_normalized(Sheet.empty()).split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(f"{number}. "))
    return "\n".join([*lines[: at + 1], f"    {text}", *lines[at + 1 :]]).encode()


def word(body: bytes = b"", styles: bytes = b"", styled: bytes = b"") -> bytes:
    """A Word file with more at the end of its text and of its styles; its paragraphs in some style."""
    import zipfile

    document, data = docx.Document(), io.BytesIO()
    add_paragraphs(document, FEW)
    document.save(data)
    with zipfile.ZipFile(data) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].replace(b"<w:sectPr", body + b"<w:sectPr", 1)
    parts["word/document.xml"] = text.replace(b"<w:p>", b"<w:p>" + styled)
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", styles + b"</w:styles>")
    return zipped(parts)


def style_chain(length: int) -> bytes:
    one = '<w:style w:type="paragraph" w:styleId="S{0}"><w:name w:val="S{0}"/><w:basedOn w:val="S{1}"/>'
    one += "</w:style>"
    chain = "".join(one.format(at, at + 1) for at in range(length)).encode()
    return word(styles=chain, styled=b'<w:pPr><w:pStyle w:val="S0"/></w:pPr>')


def workbook(cells: int, text: str) -> bytes:
    """A workbook in which many cells share one long text."""
    book, data = openpyxl.Workbook(), io.BytesIO()
    for at in range(cells):
        book.active.cell(1 + at // 10, 1 + at % 10, text)
    book.save(data)
    return data.getvalue()


def pdf(content: bytes, objects: list[bytes] | None = None, page: bytes = b"", form: bytes = b"") -> bytes:
    """A PDF of one page; `objects` are numbered from 6 on."""
    whole = [
        b"<</Type/Catalog/Pages 2 0 R" + form + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>" + page + b">>",
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(objects or []),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(whole, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(whole) + 1
    end = b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content)
    return b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (more, len(packed), packed)


def drawings_in_drawings(depth: int, width: int) -> bytes:
    """Each drawing draws the next one several times."""
    frame = (
        b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
    )
    inner = [stream(b"/X Do " * width, frame % (7 + at)) for at in range(depth)]
    last = stream(b"BT /F 10 Tf 20 700 Td (1. ATOP ID: 5040) Tj ET " * 5, frame % 6)
    return pdf(b"/X Do " * width, [*inner, last])


def fields(count: int) -> bytes:
    """A form with so many fields on its page."""
    kids = b" ".join(b"%d 0 R" % (6 + at) for at in range(count))
    box = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f%d)/V(a %d)/Rect[10 %d 100 %d]/P 3 0 R>>"
    boxes = [box % (at, at, at % 700, at % 700 + 10) for at in range(count)]
    form = b"/AcroForm<</Fields[%s]/DR<</Font<</F 5 0 R>>>>>>" % kids
    return pdf(b"BT /F 10 Tf 20 700 Td (1. ATOP ID: 5040) Tj ET", boxes, b"/Annots[%s]" % kids, form)


def characters(count: int) -> bytes:
    return pdf(b"BT /F 10 Tf 20 700 Td " + b"(1. ATOP ID) Tj " * count + b"ET")


PDF_REFUSED = ("pdf-failed", TOO_LARGE)
CORPUS: dict[str, Hostile] = {
    "five hundred thousand short lines": Hostile(
        "x.txt", lambda: SHEET + b"ab\n" * 500_000, ("too-many-lines",)
    ),
    "a million form feeds within": Hostile(
        "x.txt", lambda: SHEET + b"\f" * 10**6 + b"x", ("too-many-lines",)
    ),
    "millions of empty lines at the end": Hostile("x.txt", lambda: SHEET + b"\n" * 9_000_000, ("read",)),
    "one line of megabytes": Hostile("x.txt", lambda: SHEET + b"word " * 1_900_000, ("too-many-characters",)),
    "a normalized sheet of half a million paragraphs": Hostile(
        "x.txt", lambda: normalized(10, "\n\n    ".join(["a"] * 500_000)), ("too-many-lines",)
    ),
    "a normalized sheet of ten thousand paragraphs": Hostile(
        "x.txt", lambda: normalized(10, "\n\n    ".join(["a"] * 10_000)), ("read",)
    ),
    "a normalized sheet that speaks of PDF": Hostile(
        "x.txt", lambda: normalized(1, "5040 %PDF-1.4"), ("read",)
    ),
    "a typed sheet that speaks of PDF": Hostile("x.txt", lambda: b"On %PDF-1.4\n" + SHEET, ("read",)),
    "millions of states": Hostile(
        "x.json", lambda: json_sheet({"5": {"value": "yes", "states": [2] * 2_000_000}}), ("json-not-read",)
    ),
    "many members": Hostile(
        "x.json",
        lambda: json_sheet({"4": {"value": [{"ccode": 2, "name": "a"}] * 20_000}}),
        ("json-not-read",),
    ),
    "lists within one another": Hostile("x.json", lambda: b'{"a":' + b"[" * 5_000_000, ("json-not-read",)),
    "a number of a million digits": Hostile(
        "x.json", lambda: b'{"answers":{"1":{"value":' + b"9" * 10**6 + b"}}}", ("json-not-read",)
    ),
    "a key that is given twice": Hostile(
        "x.json", lambda: b'{"answers":{"1":{"value":5},"1":{"value":6}}}', ("json-not-read",)
    ),
    "a Word file of paragraphs": Hostile("x.docx", lambda: word(b"<w:p/>" * 400_000), (TOO_LARGE,)),
    "a Word file of broken lines": Hostile(
        "x.docx", lambda: word(b"<w:p><w:r>" + b"<w:br/>" * 400_000 + b"</w:r></w:p>"), (TOO_LARGE,)
    ),
    "styles based on one another": Hostile("x.docx", lambda: style_chain(20_000), ("read",)),
    "a long text in thousands of cells": Hostile(
        "x.xlsx", lambda: workbook(7_000, "a b " * 7_500), (TOO_LARGE,)
    ),
    "drawings within drawings": Hostile("x.pdf", lambda: drawings_in_drawings(11, 8), PDF_REFUSED),
    "drawings that double": Hostile("x.pdf", lambda: drawings_in_drawings(24, 2), PDF_REFUSED),
    "a page of fields": Hostile("x.pdf", lambda: fields(5_000), PDF_REFUSED),
    "a page of characters": Hostile("x.pdf", lambda: characters(8_000), PDF_REFUSED),
    "a page of rules": Hostile(
        "x.pdf", lambda: pdf(b"1 2 m 3 4 l S " * 4_000_000), ("pdf-no-text", *PDF_REFUSED)
    ),
}
LONG = (
    "millions of states",
    "a page of rules",
    "drawings that double",
    "a normalized sheet of half a million paragraphs",
)


def answer_of_runs(run: str, size: int) -> bytes:
    """A sheet with so many characters of one run in answers of every kind."""
    text = run * (size // len(run))
    return "\n".join(f"{numbered(number)} {text}" for number in (3, 4, 5, 14, 16, 57, 61)).encode()


RUNS = {
    "spaces": " ", "tabs": "\t", "brackets": "(", "quotes": '"', "curly quotes": "“", "dashes": "-",
    "dots": ".", "hard spaces": "\xa0",
    "letters": "a", "digits": "1", "bars": "|", "commas": ",", "semicolons": "; ", "lines": "_", "stars": "*",
    "yes": "Yes ", "not applicable": "N/A ", "and": "and ", "codes": "200 ", "articles": "Article 1 ",
    "dates": "1/", "months": "January ", "addresses": "http://a ", "boxes": "☐ ", "items": "1. ",
    "marks of insertion": "[x] ", "colons": ":", "question marks": "?", "accents": "\u0301",
}  # fmt: skip
