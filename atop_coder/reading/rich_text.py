"""Reads sheets in RTF files, as Word, WordPad, TextEdit and LibreOffice write them."""

from atop_coder.errors import AtopError
from atop_coder.reading.documents import read_document, text_of_styles
from atop_coder.reading.report import Reading
from atop_coder.reading.rtf.reader import RtfReader
from atop_coder.reading.rtf.tokens import too_many
from atop_coder.reading.source import Source


def read_rtf(source: Source) -> Reading:
    """The sheet in an RTF file; AtopError if the file is made to do harm, or holds none."""
    if too_many(source.data):
        raise AtopError("file-unpacks-too-large", file=source.path)
    document = RtfReader(source.path).read(source.data)
    return read_document(document, str(source.path), "rtf", text_of_styles(document.text))
