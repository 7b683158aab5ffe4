"""What a file is by its content, whatever its name says."""

import re
import zipfile
from io import BytesIO

ZIP_ENTRY = b"PK\x01\x02"  # begins each entry of a zip file's list of parts
MOST_ENTRIES = 3000
_OLE = b"\xd0\xcf\x11\xe0"
_PDF_WITHIN = 1024  # bytes; some programs write a few before the mark
# Documents that another program can save anew.
_DOCUMENTS = ((b"{\\rtf", "an RTF file"),)
_NO_SHEETS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"PK\x03\x04", "a zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_STREAMS = (
    ("EncryptedPackage", "with a password"),
    ("WordDocument", "an old Word file (.doc)"),
    ("Workbook", "an old Excel file (.xls)"),
    ("Book", "an old Excel file (.xls)"),
)


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_WITHIN]


def is_word(data: bytes) -> bool:
    return _holds(data, "word/")


def is_excel(data: bytes) -> bool:
    return _holds(data, "xl/")


def has_office_password(data: bytes) -> bool:
    """Whether it is a Word or Excel file that only its password opens."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


def is_web_page(data: bytes) -> bool:
    return bool(re.match(rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype html|html)\b", data[:200], re.IGNORECASE))


def document_kind(data: bytes) -> str:
    """In words, a document that other programs can save as Word or text; "" if it is none."""
    if data.startswith(_OLE):
        names = (what for name, what in _STREAMS if name.encode("utf-16-le") in data)
        return next(names, "an old Office file")
    if data.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument" in data[:200]:
        return "an OpenDocument file"
    if _holds(data, "Index/") or _holds(data, "index.xml"):
        return "a Pages or Numbers file"
    if is_web_page(data):
        return "a web page"
    return next((what for signature, what in _DOCUMENTS if data.startswith(signature)), "")


def other_kind(data: bytes) -> str:
    """In words, what is no document at all, such as a picture; "" if nothing speaks against text."""
    return next((what for signature, what in _NO_SHEETS if data.startswith(signature)), "")


def _holds(data: bytes, folder: str) -> bool:
    """Whether it is a zip file with a part in that folder; also where the zip file is cut short."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    if data.count(ZIP_ENTRY) > MOST_ENTRIES:
        return folder.encode() in data
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return any(name.lstrip("/").startswith(folder) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return folder.encode() in data
