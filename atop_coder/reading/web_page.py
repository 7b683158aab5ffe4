"""Reads sheets in web pages (.html): saved by Word, LibreOffice, Google, a browser, a mail program, or our own."""

import codecs
import re
from dataclasses import replace

from lxml import etree

from atop_coder.errors import AtopError
from atop_coder.reading.documents import read_document, text_of_styles
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source, decode
from atop_coder.reading.web.page import Page

MOST_TAGS = 300_000
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_WITHIN = 4000  # bytes in which a page says how it is written
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}


def read_html(source: Source) -> Reading:
    """The sheet in a web page; AtopError for one that is made to do harm, or holds none."""
    text, encoding = page_text(source)
    return read_page(text, str(source.path), "html", encoding)


def read_page(text: str, file: str, kind: str, encoding: str = "utf-8") -> Reading:
    """The sheet in the text of a page."""
    if text.count("<") > MOST_TAGS:
        raise AtopError("file-unpacks-too-large", file=file)
    document = Page(_root(text, file)).read()
    reading = read_document(document, file, kind, text_of_styles(document.text))
    return replace(reading, report=replace(reading.report, encoding=encoding))


def page_text(source: Source) -> tuple[str, str]:
    """The page's text and its encoding: as it says itself, unless its bytes say otherwise."""
    data = source.data
    match = _CHARSET.search(data[:_WITHIN])
    if match and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            name = codecs.lookup(match[1].decode("ascii")).name
            name = _AS_BROWSERS.get(name, name)
            if name not in ("utf-8", "utf-16", "utf-7"):
                return data.decode(name, "replace"), name
        except (LookupError, UnicodeError, ValueError):
            pass
    return decode(data, source.path)


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
