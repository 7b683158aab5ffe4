"""Reads sheets in web pages (.html): saved by Word, LibreOffice, a browser, a mail program, or our own."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from atop_coder.errors import AtopError
from atop_coder.reading.documents import Document, read_document, text_of_styles
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source, decode, decode_as
from atop_coder.reading.web.page import Page

MOST_TAGS = 300_000
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_WITHIN = 4000  # bytes in which a page says how it is written


def read_html(source: Source) -> Reading:
    """The sheet in a web page; AtopError for one that is made to do harm, or holds none."""
    text, encoding = page_text(source.data, source.path)
    return read_page(text, str(source.path), "html", encoding)


def page_lines(text: str, file: str) -> list[str]:
    """The lines of a page as plain text."""
    return [one.shown for one in _document(text, file).text]


def _document(text: str, file: str) -> Document:
    if text.count("<") > MOST_TAGS:
        raise AtopError("file-unpacks-too-large", file=file)
    return Page(_root(text, file)).read()


def read_page(
    text: str, file: str, kind: str, encoding: str = "utf-8", above: Iterable[Paragraph] = ()
) -> Reading:
    """The sheet in the text of a page; `above` is what stands outside it, before its first line."""
    document = _document(text, file)
    document.edges[:0] = above
    reading = read_document(document, file, kind, text_of_styles(document.text))
    return replace(reading, report=replace(reading.report, encoding=encoding))


def page_text(data: bytes, file: object, charset: str = "") -> tuple[str, str]:
    """The page's text and its encoding: as it says, or is said of it, unless its bytes say otherwise."""
    match = _CHARSET.search(data[:_WITHIN])
    told = charset or (match[1].decode("ascii") if match else "")
    if told and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode_as(data, told, file)
    return decode(data, file)


def _root(text: str, file: str) -> etree._Element:
    """The tree of a page: its text alone is parsed, within bounds, and nothing that it names is fetched."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    plain = text.removeprefix("\ufeff").replace("\x00", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(plain, parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        reason = "it is not written as web pages are"
        raise AtopError("file-damaged", file=file, reason=reason) from error
    if root is None:
        raise AtopError("not-a-codesheet", file=file)
    return root
