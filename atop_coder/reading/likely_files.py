"""Which files of a folder may be sheets, beside those with an ending that is read: none is skipped unseen."""

from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.reading import kinds
from atop_coder.reading.source import decode, read_bytes, to_lines
from atop_coder.reading.starts import find_starts

# Documents of other programs: each is a row that says what it is, and how it can be read.
DOCUMENTS = (
    ".doc",
    ".dot",
    ".rtf",
    ".odt",
    ".ott",
    ".fodt",
    ".xls",
    ".xlt",
    ".xlsb",
    ".ods",
    ".pages",
    ".numbers",
)
# Texts of all sorts, and files without an ending: only those in which questions stand.
TEXTS = (
    "",
    ".md",
    ".markdown",
    ".htm",
    ".html",
    ".xhtml",
    ".csv",
    ".tsv",
    ".eml",
    ".asc",
    ".rst",
    ".bak",
    ".old",
)
_LARGEST = 2**21  # bytes; a text with more is no sheet
_FEWEST = 3  # questions


def may_be_named(name: str) -> bool:
    """Whether a file with that name may be a sheet, though nothing here reads its kind."""
    return Path(name).suffix.lower() in (*DOCUMENTS, *TEXTS)


def is_likely(path: Path) -> bool:
    """Whether a file may be a sheet by its ending, or, where that says nothing, by its content."""
    suffix = path.suffix.lower()
    return suffix in DOCUMENTS or (suffix in TEXTS and _asks_questions(path))


def _asks_questions(path: Path) -> bool:
    try:
        if path.stat().st_size > _LARGEST:
            return False
        data = read_bytes(path)
        if kinds.is_word(data) or kinds.is_excel(data) or kinds.is_pdf(data):
            return True
        if kinds.document_kind(data) and not kinds.is_web_page(data):
            return True
        text, _ = decode(data, path)
    except (AtopError, OSError):
        return False
    return len({start.question for start in find_starts(to_lines(text)) if start.by_words}) >= _FEWEST
