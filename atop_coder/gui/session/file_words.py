"""Which file an open sheet is: said where its name alone does not tell."""

from collections.abc import Sequence
from pathlib import Path

from atop_coder.folder.short_names import short_names
from atop_coder.gui.session.document import Document

NORMALIZED = "normalized"
_KINDS = {
    "PDF": (".pdf",),
    "Word": (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot"),
    "RTF": (".rtf",),
    "OpenDocument": (".odt", ".ott", ".fodt", ".ods", ".ots", ".fods"),
    "Excel": (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls"),
    "web page": (".html", ".htm", ".xhtml", ".mht", ".mhtml"),
    "picture": (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
    "mail": (".eml",),
    "JSON": (".json",),
    "Markdown": (".md", ".markdown"),
    "table": (".csv", ".tsv", ".tab"),
}


def kind_of(document: Document) -> str:
    """What a sheet was read from, in a word: "PDF", "Word", "typed text", or "normalized"."""
    if document.session.normalized or document.path is None:
        return NORMALIZED if document.path else ""
    suffix = document.path.suffix.lower()
    return next((kind for kind, suffixes in _KINDS.items() if suffix in suffixes), "typed text")


def file_of(document: Document, documents: Sequence[Document]) -> str:
    """The file's name; with folders before it where another open sheet has a file of that name."""
    if document.path is None:
        return ""
    paths = [Path(one.path) for one in documents if one.path]
    return short_names(paths).get(document.path, document.path.name)


def file_words(document: Document, documents: Sequence[Document]) -> str:
    """The file and its kind, where another open sheet is called the same or it is no normalized sheet.

    "" for a sheet that its name tells apart, and for one without a file.
    """
    alike = sum(one.name == document.name for one in documents) > 1
    kind = kind_of(document)
    if not kind or (kind == NORMALIZED and not alike):
        return ""
    return f"{file_of(document, documents)} · {kind}"


def told_apart(document: Document, documents: Sequence[Document]) -> str:
    """The sheet's name, and its file's where that is needed: for tabs and the window's title."""
    if not file_words(document, documents):
        return document.name
    file = file_of(document, documents)
    return file if file.endswith(document.name) else f"{document.name} · {file}"
