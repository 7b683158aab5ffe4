"""Reads sheets in OpenDocument texts (.odt, .ott, .fodt): LibreOffice's, Word's, Google's, and our own."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from atop_coder.reading.documents import FOOTER, HEADER, Document, read_document, text_of_styles
from atop_coder.reading.odf.body import Body
from atop_coder.reading.odf.lists import Lists
from atop_coder.reading.odf.parts import Parts, open_parts
from atop_coder.reading.odf.runs import controls_of
from atop_coder.reading.odf.styles import Styles
from atop_coder.reading.package import inside, local, refuse_too_many_blocks
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source

_EDGES = {"header": HEADER, "footer": FOOTER}


def read_odt(source: Source) -> Reading:
    """The sheet in an OpenDocument text; AtopError if it is damaged, unpacks too large, or holds none."""
    parts = open_parts(source)
    refuse_too_many_blocks(parts.content, source.path)
    document = _document(parts)
    return read_document(document, str(source.path), "odt", text_of_styles(document.text))


def _document(parts: Parts) -> Document:
    common = [*inside(parts.styles, "styles"), *inside(parts.content, "styles")]
    own = inside(parts.content, "automatic-styles")
    lists = Lists([*common, *own])
    body = Body(Styles(common, own), lists, controls=controls_of(parts.content))
    document = Document(body.read(inside(parts.content, "body")))
    edges = Body(Styles(common, inside(parts.styles, "automatic-styles")), lists, body.aside)
    document.edges = list(_edges(parts, edges))
    document.below, document.comments = body.aside.below, body.aside.comments
    if changed := list(_deleted(parts.content, body)):
        document.notes.append(
            "the file has tracked changes: what was inserted was read, what was deleted was not"
        )
        document.text += changed
    return document


def _edges(parts: Parts, body: Body) -> Iterator[Paragraph]:
    """Headers and footers, each text once."""
    seen: set[str] = set()
    masters = inside(parts.styles if parts.styles is not None else parts.content, "master-styles")
    for edge in (edge for master in masters for edge in master):
        why = next((why for name, why in _EDGES.items() if local(edge).startswith(name)), "")
        for one in body.read(edge) if why else ():
            if not one.blank and one.text not in seen:
                seen.add(one.text)
                one.aside = why
                yield one


def _deleted(content: Element, body: Body) -> Iterator[Paragraph]:
    """What was deleted while changes were tracked, as words that are struck out."""
    for change in (one for one in content.iter() if local(one) == "tracked-changes"):
        for region in change:
            for one in body.read(inside(region, "deletion")):
                text = " ".join(filter(None, (one.shown.strip(), one.struck)))
                yield Paragraph("", struck=text)
