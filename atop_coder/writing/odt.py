"""A sheet as an OpenDocument text; each paragraph's style tells what it is, so it reads back."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from atop_coder.form import Form, load_form
from atop_coder.sheet import Sheet
from atop_coder.sheet.blocks import Block, Role, sheet_blocks
from atop_coder.sheet.frame import title_line
from atop_coder.writing.addresses import part_addresses
from atop_coder.writing.archive import FIXED
from atop_coder.writing.odt_look import FOLLOWED, LINK, NAMESPACES, followed, style_name, styles_xml
from atop_coder.writing.paper import Paper, usual_paper
from atop_coder.writing.title import coders_of, page_head_of, summary_of, title_of

KIND = "application/vnd.oasis.opendocument.text"
_SPACES = re.compile(" {2,}|^ | $|\t|\n")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{KIND}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def sheet_to_odt(sheet: Sheet, paper: Paper | None = None) -> bytes:
    """The file's bytes, the same for the same sheet and paper; on the usual paper if none is given."""
    form = load_form()
    parts = {
        "mimetype": KIND,
        "META-INF/manifest.xml": _MANIFEST,
        "content.xml": _content(sheet, form),
        "styles.xml": styles_xml(paper or usual_paper(), *map(text_xml, page_head_of(sheet, form))),
        "meta.xml": _meta(sheet, form),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            part = zipfile.ZipInfo(name, FIXED.timetuple()[:6])
            part.create_system = 3  # as on Unix, wherever it is written
            # The kind stands first and unpacked, so that a program knows the file by its first bytes.
            part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(part, text)
    return file.getvalue()


def _content(sheet: Sheet, form: Form) -> str:
    blocks = pairwise((*_blocks(sheet, form), None))
    body = "\n".join(_paragraph(block, following) for block, following in blocks if block)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMESPACES}>'
        f"<office:automatic-styles>{FOLLOWED}</office:automatic-styles>\n"
        f"<office:body><office:text>\n{body}\n</office:text></office:body></office:document-content>\n"
    )


def _blocks(sheet: Sheet, form: Form) -> Iterator[Block]:
    """All paragraphs of the file; under the prompt of a blank answer an empty one, to write in."""
    yield Block(Role.TITLE, title_of(sheet))
    yield Block(Role.SUMMARY, summary_of(sheet, form))
    for block in sheet_blocks(sheet, form):
        yield block
        if block.role == Role.PROMPT and sheet[block.question].is_blank:
            yield Block(Role.ANSWER, "", block.question)


def _paragraph(block: Block, following: Block | None) -> str:
    parts = part_addresses(block.text)
    inside = "".join(
        _link(text, address) if address and block.question else text_xml(text) for text, address in parts
    )
    style = followed(block.role) if following and following.role == Role.ANSWER else style_name(block.role)
    return f"<text:p text:style-name={quoteattr(style)}>{inside}</text:p>"


def _link(text: str, address: str) -> str:
    target = quoteattr(_NOT_XML.sub("", address))
    return (
        f'<text:a xlink:type="simple" xlink:href={target} text:style-name="{LINK}">{text_xml(text)}</text:a>'
    )


def text_xml(text: str) -> str:
    """Text as OpenDocument writes it: white space that would not stay is an element."""
    text = escape(_NOT_XML.sub("", text))
    return _SPACES.sub(lambda match: _space(match[0]), text)


def _space(space: str) -> str:
    if space == "\t":
        return "<text:tab/>"
    return "<text:line-break/>" if space == "\n" else f'<text:s text:c="{len(space)}"/>'


def _meta(sheet: Sheet, form: Form) -> str:
    told = {
        "dc:title": title_of(sheet),
        "dc:subject": title_line(form),
        "meta:initial-creator": "; ".join(coders_of(sheet, form)),
        "meta:generator": "ATOP Coder",
    }
    lines = "".join(
        f"<{name}>{escape(_NOT_XML.sub('', text))}</{name}>" for name, text in told.items() if text
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta {NAMESPACES}>'
        f"<office:meta>{lines}</office:meta></office:document-meta>\n"
    )
