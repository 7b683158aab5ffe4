"""Reads sheets in Word files (.docx): paragraphs and tables in order; notes and comments told apart."""

from collections.abc import Iterator

from atop_coder.reading.documents import Document, read_document
from atop_coder.reading.package import Package, refuse_too_many_blocks
from atop_coder.reading.report import Reading
from atop_coder.reading.source import Source
from atop_coder.reading.word.body import Body
from atop_coder.reading.word.lists import read_lists
from atop_coder.reading.word.looks import read_styles
from atop_coder.reading.word.notes import Parts, comments, footnotes, headers_and_footers
from atop_coder.reading.word.own import own_text
from atop_coder.reading.word.runs import Tally


def read_docx(source: Source) -> Reading:
    """The sheet in a Word file; AtopError if the file is damaged, unpacks too large, or holds none."""
    package = Package(source.data, source.path)
    parts = Parts(package, package.main_part("word/document.xml"))
    if parts.main is None:
        raise package.damaged("it holds no document")
    refuse_too_many_blocks(parts.main, source.path)
    return read_document(_document(parts), str(source.path), "docx", own_text(parts))


def _document(parts: Parts) -> Document:
    assert parts.main is not None
    styles, tally = parts.root("styles"), Tally()
    body = Body(parts.relations, read_lists(parts.root("numbering"), styles), read_styles(styles), tally)
    document = Document([*body.read(parts.main), *body.rest()])
    document.edges = list(headers_and_footers(parts, body))
    document.comments = comments(parts, body)
    document.below = footnotes(parts, body, "footnote") | footnotes(parts, body, "endnote")
    document.notes = list(_told(tally))
    return document


def _told(tally: Tally) -> Iterator[str]:
    if tally.changes:
        yield "the file has tracked changes: what was inserted was read, what was deleted was not"
    if tally.symbols:
        yield f"symbols that could not be read, shown as \ufffd: {tally.symbols}"
    if tally.shapes:
        yield (
            "drawn shapes, such as a ring round a word, cannot be read; look whether one marks an answer:"
            f" {tally.shapes}"
        )
    if tally.foreign:
        yield "a document within this one was not read"
