"""RTF, OpenDocument, web, Markdown and mail files for the tests of their readers, as programs make them."""

from collections.abc import Iterable, Mapping, Sequence
from email.message import EmailMessage
from html import escape
from pathlib import Path
from xml.sax.saxutils import escape as xml

from tests.reading.office import Filled, numbered, prompt, zipped

_NAMES = ("office", "text", "table", "style", "draw", "form")
SPACES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES)
SPACES += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
SPACES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
SPACES += ' xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
TEXT, SPREADSHEET = "text", "spreadsheet"
BOLD = """<style:style style:name="T1" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>"""


# RTF


def rtf_text(text: str) -> str:
    """Text as RTF writes it: letters beyond ASCII by their code, with a mark for programs that know none."""
    plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    units = plain.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(chr(code) if 0 <= code < 128 else f"\\u{code}?" for code in codes)


def rtf(body: str, head: str = "") -> bytes:
    fonts = r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset2 Wingdings;}}"
    colours = r"{\colortbl;\red0\green0\blue0;\red255\green0\blue0;\red255\green255\blue0;}"
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{fonts}{colours}{head}\n{body}}}".encode("latin-1")


def rtf_sheet(filled: Filled) -> bytes:
    lines = []
    for number, paragraphs in filled.items():
        lines.append(f"\\pard\\plain{{\\b {rtf_text(numbered(number))}}}\\par")
        lines += [f"\\pard\\plain {rtf_text(text)}\\par" for text in paragraphs]
    return rtf("\n".join(lines))


def rtf_table(filled: Filled) -> bytes:
    rows = []
    for number, paragraphs in filled.items():
        answer = "\\par\n".join(map(rtf_text, paragraphs))
        row = f"\\trowd\\cellx4000\\cellx9000\\pard\\intbl {rtf_text(numbered(number))}\\cell\n"
        rows.append(f"{row}{answer}\\cell\\row")
    return rtf("\n".join(rows))


# OpenDocument


def content(body: str, kind: str = TEXT, styles: str = "", common: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {SPACES}>'
        f"<office:styles>{common}</office:styles><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    ).encode()


def opened(body: str, kind: str = TEXT, styles: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument file with that body."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return zipped({"mimetype": mimetype, "content.xml": content(body, kind, styles), **(more or {})})


def odt_sheet(filled: Filled) -> bytes:
    body = []
    for number, paragraphs in filled.items():
        body.append(f'<text:p><text:span text:style-name="T1">{xml(numbered(number))}</text:span></text:p>')
        body += [f"<text:p>{xml(text)}</text:p>" for text in paragraphs]
    return opened("".join(body), styles=BOLD)


def odt_table(filled: Filled) -> bytes:
    return opened(f"<table:table>{''.join(map(_row, filled.items()))}</table:table>")


def _row(filled: tuple[int, Sequence[str]]) -> str:
    return cells([numbered(filled[0])], filled[1])


def cells(*texts: Iterable[str]) -> str:
    """A row of cells, each with its paragraphs."""
    inside = ("".join(f"<text:p>{xml(text)}</text:p>" for text in cell) for cell in texts)
    row = "".join(f"<table:table-cell>{one}</table:table-cell>" for one in inside)
    return f"<table:table-row>{row}</table:table-row>"


def ods_sheet(filled: Filled) -> bytes:
    rows = (cells([str(number)], [prompt(number)], paragraphs) for number, paragraphs in filled.items())
    return opened(f'<table:table table:name="a">{"".join(rows)}</table:table>', SPREADSHEET)


# Web pages


def page(body: str, head: str = "") -> bytes:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()
    )


def html_sheet(filled: Filled) -> bytes:
    body = []
    for number, paragraphs in filled.items():
        body.append(f"<p><b>{escape(numbered(number))}</b></p>")
        body += [f"<p>{escape(text)}</p>" for text in paragraphs]
    return page("\n".join(body))


def html_list(filled: Filled) -> bytes:
    """Prompts as the items of one list, the answers in them."""
    items = (
        f"<li>{escape(prompt(number))}{''.join(f'<p>{escape(text)}</p>' for text in paragraphs)}</li>"
        for number, paragraphs in filled.items()
    )
    return page(f"<ol>{''.join(items)}</ol>")


def html_table(filled: Filled) -> bytes:
    rows = []
    for number, paragraphs in filled.items():
        texts = (str(number), escape(prompt(number)), "<br>".join(map(escape, paragraphs)))
        rows.append("".join(f"<td>{text}</td>" for text in texts))
    return page(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")


# Markdown


def markdown_sheet(filled: Filled) -> bytes:
    blocks = ("\n\n".join((f"**{numbered(number)}**", *texts)) for number, texts in filled.items())
    return "\n\n".join(blocks).encode()


# Mails


def mail(**options: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Ann Coder <ann@example.org>", "bob@example.org"
    message["Subject"], message["Date"] = (
        options.get("subject", "The sheet"),
        "Mon, 5 May 2003 10:00:00 +0000",
    )
    message["Message-ID"] = "<1@example.org>"
    return message


def sheet_text(filled: Filled) -> str:
    return "\n\n".join("\n\n".join((numbered(number), *texts)) for number, texts in filled.items()) + "\n"


def mail_sheet(filled: Filled) -> bytes:
    message = mail()
    message.set_content(sheet_text(filled), cte="quoted-printable")
    return message.as_bytes()


def mail_page(filled: Filled) -> bytes:
    """A mail in two ways, as programs send them: text, and a page in base64."""
    message = mail()
    message.set_content(sheet_text(filled))
    message.add_alternative(html_sheet(filled).decode(), subtype="html", cte="base64")
    return message.as_bytes()


def mail_attached(filled: Filled) -> bytes:
    message = mail()
    message.set_content("Dear Bob,\n\nthe sheet is attached.\n")
    message.add_attachment(rtf_sheet(filled), maintype="application", subtype="rtf", filename="sheet.rtf")
    return message.as_bytes()


# Cells in text


def separated(filled: Filled, mark: str = ",", encoding: str = "utf-8") -> bytes:
    rows = [(str(number), prompt(number), "\n".join(texts)) for number, texts in filled.items()]
    lines = (mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\r\n".join(lines).encode(encoding)


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
