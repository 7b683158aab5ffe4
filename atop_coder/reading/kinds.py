"""What a file is by its content, whatever its name says."""

import re
import zipfile
from io import BytesIO
from typing import NamedTuple

from atop_coder.sheet.frame import has_title

ZIP_ENTRY = b"PK\x01\x02"  # begins each entry of a zip file's list of parts
MOST_ENTRIES = 3000
_OLE = b"\xd0\xcf\x11\xe0"
_PDF_WITHIN = 1024  # bytes; some programs write a few before the mark
_TITLE_WITHIN = 200
_XML_WITHIN = 3000  # bytes in which a file of XML says what it is
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_NO_SHEETS = (
    (b"GIF8", "a picture of a kind that is not read; save it as PNG"),
    (b"BM\x00", "a picture of a kind that is not read; save it as PNG"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"PK\x03\x04", "a zip file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
# What LibreOffice opens and nothing here does: how such a file ends, and what it is in words.
_OLD_STREAMS = (
    ("WordDocument", ".doc", "an old Word file (.doc)"),
    ("MatOST", ".wps", "a Works file (.wps)"),
)
_OLD_SIGNATURES = (
    (b"\xffWPC", ".wpd", "a WordPerfect file (.wpd)"),
    (b"\xdb\xa5", ".doc", "a very old Word file (.doc)"),
    (b"\xfe7\x00\x23", ".doc", "a very old Word file (.doc)"),
    (b"1\xbe\x00\x00", ".doc", "a very old Word or Write file (.doc)"),
)
_WORD_XML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_OFFICE_XML = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_EXCEL_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_OPEN = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_EXCEL_STREAMS = ("Workbook", "Book")
_TAG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype html|(?:html|head|body|meta|style|title|table|div|p|h[1-6]|span|font|center|ul|ol|b|pre)"
    rb"\b[^<]*>)",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"([!-9;-~]{1,70}):[^\n]{0,5000}")
_OF_MAILS = (frozenset({b"mime-version"}), frozenset({b"received"}), frozenset({b"message-id"}))
_OF_TYPED_MAILS = frozenset({b"from", b"date", b"subject"})


class Kind(NamedTuple):
    """A kind of document that is not read: the code of the error that says so, and what it is in words."""

    code: str
    what: str


def is_pdf(data: bytes) -> bool:
    """Whether it is a PDF; a text that only speaks of one near its beginning has no object in it."""
    head = data[:_PDF_WITHIN]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-") or (
        b"%PDF-" in head and b"endobj" in data
    )


def is_written_here(data: bytes) -> bool:
    """Whether it begins as a normalized sheet does, whatever a coder wrote below."""
    return has_title(data[:_TITLE_WITHIN].decode("utf-8", "replace"))


def is_word(data: bytes) -> bool:
    return _holds(data, "word/")


def is_excel(data: bytes) -> bool:
    return _holds(data, "xl/")


def has_office_password(data: bytes) -> bool:
    """Whether it is a Word or Excel file that only its password opens."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


def is_binary_excel(data: bytes) -> bool:
    return is_excel(data) and _holds(data, "xl/workbook.bin")


def is_odt(data: bytes) -> bool:
    return _is_open(data, b"text")


def is_ods(data: bytes) -> bool:
    return _is_open(data, b"spreadsheet")


def _is_open(data: bytes, what: bytes) -> bool:
    """Whether it is an OpenDocument file of that kind, or a template of it, packed or flat."""
    if data.startswith(b"PK\x03\x04"):
        return b"application/vnd.oasis.opendocument." + what in (data[:200] + _mimetype(data))
    head = data[:_XML_WITHIN]
    return _OPEN in head and b"application/vnd.oasis.opendocument." + what in head


def _mimetype(data: bytes) -> bytes:
    """What a zip file says of its kind in a part that another program has packed; b"" if it says nothing."""
    if not _holds(data, "mimetype") or data.count(ZIP_ENTRY) > MOST_ENTRIES:
        return b""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.read("mimetype") if archive.getinfo("mimetype").file_size < 200 else b""
    except Exception:  # a seam: each way of packing has errors of its own
        return b""


def is_rtf(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def is_old_excel(data: bytes) -> bool:
    """Whether it is an Excel file of before 2007, or of before it had streams."""
    if has_office_password(data):
        return False
    if data.startswith(_OLE):
        return not _has_stream(data, "WordDocument") and any(
            _has_stream(data, name) for name in _EXCEL_STREAMS
        )
    return data[:2] == b"\x09\x08" and data[4:6] in (b"\x00\x05", b"\x00\x06")


def is_old(data: bytes) -> bool:
    """Whether it is a document that LibreOffice opens and nothing here does."""
    return not has_office_password(data) and bool(old_kind(data)[0])


def old_kind(data: bytes) -> tuple[str, str]:
    """How such a file ends, and what it is in words; "" and "" for any other."""
    if data.startswith(_OLE):
        found = ((suffix, what) for name, suffix, what in _OLD_STREAMS if _has_stream(data, name))
        return next(found, ("", ""))
    head = data[:_XML_WITHIN]
    if head.lstrip().startswith(b"<?xml"):
        if _WORD_XML in head or _OFFICE_XML in head:
            return ".xml", "a Word file in XML"
        return "", ""
    found = ((suffix, what) for signature, suffix, what in _OLD_SIGNATURES if data.startswith(signature))
    return next(found, ("", ""))


def is_picture(data: bytes) -> bool:
    return data.startswith(_PICTURES)


def is_html(data: bytes) -> bool:
    """Whether it begins as web pages do, also as parts of one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data[:4000].replace(b"\x00", b"")[2:]
    return bool(_TAG.match(data[:6000]))


def is_mail(data: bytes) -> bool:
    """Whether it begins with the head of a mail."""
    names = _header_names(data)
    return (any(known <= names for known in _OF_MAILS) and len(names) > 1) or names >= _OF_TYPED_MAILS


def _header_names(data: bytes) -> frozenset[bytes]:
    """The names of the header lines that a file begins with; none where another line is among them."""
    names = set()
    lines = data[:64_000].removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n")
    for at, line in enumerate(lines[:-1] if len(data) > 64_000 else lines):
        if not line.strip():
            break
        match = _HEADER.match(line)
        if match:
            names.add(match[1].lower())
        elif not line.startswith((b" ", b"\t")) and not (at == 0 and line.startswith(b"From ")):
            return frozenset()
    return frozenset(names)


def document_kind(data: bytes) -> Kind | None:
    """A document that other programs can save as one that is read; None if it is none."""
    if data.startswith(_OLE):
        if _has_stream(data, "__substg1.0"):
            return Kind("mail-not-read", "a mail of Outlook's own (.msg)")
        if _has_stream(data, "PowerPoint Document"):
            return Kind("slides-not-read", "a presentation (.ppt)")
        return Kind("file-kind-not-read", "an old Office file")
    if data.startswith(b"PK\x03\x04") and b"application/vnd.oasis.opendocument" in data[:200]:
        return Kind("slides-not-read", "an OpenDocument file of another kind than text or workbook")
    if _holds(data, "ppt/"):
        return Kind("slides-not-read", "a presentation (.pptx)")
    if _holds(data, "Index/") or _holds(data, "index.xml") or _holds(data, "index.apxl"):
        return Kind("pages-not-read", "a Pages or Numbers file")
    if _EXCEL_XML in data[:_XML_WITHIN] and data[:200].lstrip().startswith(b"<?xml"):
        return Kind("workbook-not-read", "an Excel file in XML")
    return None


def other_kind(data: bytes) -> str:
    """In words, what is no document at all, such as a program; "" if nothing speaks against text."""
    return next((what for signature, what in _NO_SHEETS if data.startswith(signature)), "")


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") in data


def _holds(data: bytes, folder: str) -> bool:
    """Whether it is a zip file with a part in that folder; also where the zip file is cut short."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    if data.count(ZIP_ENTRY) > MOST_ENTRIES:
        return folder.encode() in data
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return any(name.lstrip("/").startswith(folder) for name in archive.namelist())
    except Exception:  # as above
        return folder.encode() in data
