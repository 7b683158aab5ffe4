"""A file's bytes as numbered lines, whatever encoding and line ends they were saved with."""

import codecs
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.reading.report import Line

LIMIT_MB = 10
LIMIT_MB_PACKED = 50  # of a PDF, an office file or a mail, which may hold pictures
_PACKED = (b"PK", b"%PDF", b"{\\rt", b"\xd0\xcf", b"\x89PNG", b"\xff\xd8", b"II*", b"MM\x00*")
_MAILS = (".eml", ".mht", ".mhtml")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "", "iso8859-9": "cp1254"}
_CODE_PAGE = re.compile(r"cp\d|iso8859|iso2022|koi8|mac|gb|big5|shift_jis|euc|hz|johab|tis")
_CP1252_HOLES = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}
# A form feed starts a page; the other breaks end a line without being counted by editors.
_LINE_END = re.compile("\r\n|\r|\n")
_SOFT_END = re.compile("[\x0b\x85\u2028\u2029]")


@dataclass(frozen=True)
class Source:
    """A file to read: its bytes, the password that a person gave, and whom to tell how far the work is.

    `on_progress` gets the share that is done (0 to 1); where it returns False the reading ends. Of a file
    that is `within` another, such as a mail, `path` is the other's and `name` its own.
    """

    path: Path
    data: bytes
    password: str | None = None
    on_progress: Callable[[float], bool] | None = None
    name: str = ""
    within: bool = False

    @property
    def suffix(self) -> str:
        """The ending of its name, in lower case."""
        return Path(self.name or self.path).suffix.lower()

    def tell(self, done: float) -> None:
        """Tells how far the work is; AtopError `cancelled` if nobody wants it any more."""
        if self.on_progress is not None and not self.on_progress(done):
            raise AtopError("cancelled", file=self.path)


def read_bytes(path: Path) -> bytes:
    """The file's bytes; AtopError if it is not there, may not be read, is empty or too large for a sheet."""
    try:
        what = path.stat()
        if not stat.S_ISREG(what.st_mode):
            reason = "it is a folder" if path.is_dir() else "it is a device or a pipe"
            raise AtopError("file-not-readable", file=path, reason=reason)
        with path.open("rb") as file:
            data = file.read(4)
            packed = data.startswith(_PACKED) or path.suffix.lower() in _MAILS
            limit = LIMIT_MB_PACKED if packed else LIMIT_MB
            megabytes = what.st_size // 2**20
            if megabytes >= limit:
                raise AtopError("file-too-large", file=path, megabytes=megabytes, limit=limit)
            data += file.read(limit * 2**20)
    except FileNotFoundError as error:
        raise AtopError("file-not-found", file=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AtopError("file-not-readable", file=path, reason=reason) from error
    if not data.strip():
        raise AtopError("file-empty", file=path)
    return data


def decode(data: bytes, file: object = "") -> tuple[str, str]:
    """The text of some bytes and the name of its encoding; AtopError `file-binary` for what is no text."""
    text, encoding = _decode(data)
    if len(_CONTROLS.findall(text)) > max(8, len(text) // 50):
        raise AtopError("file-binary", file=file, what="data that no editor shows")
    return text, encoding


def decode_as(data: bytes, charset: str, file: object = "") -> tuple[str, str]:
    """The text of bytes that are said to be in some encoding, and its name; as `decode` finds it otherwise.

    As browsers do, what is called Latin-1 is read as the code page of Windows that holds it.
    """
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):  # a name that no encoding has, or that is no name
        return decode(data, file)
    name = _AS_BROWSERS.get(name, name)
    if not _CODE_PAGE.match(name):
        return decode(data, file)
    return data.decode(name, "replace"), name


def _decode(data: bytes) -> tuple[str, str]:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), name
    zeros_even, zeros_odd = data[0:4000:2].count(0), data[1:4000:2].count(0)
    if max(zeros_even, zeros_odd) > min(len(data), 4000) // 5:
        name = "utf-16-be" if zeros_even > zeros_odd else "utf-16-le"
        return data.decode(name, "replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_one_byte(data)


def _decode_one_byte(data: bytes) -> tuple[str, str]:
    """Bytes that are not quite UTF-8: with bytes of cp1252 in it, wholly cp1252, or from an old Macintosh."""
    mixed = data.decode("utf-8", "surrogateescape")
    strangers = sum("\udc80" <= char <= "\udcff" for char in mixed)
    if strangers * 4 < sum(char > "\x7f" for char in mixed) - strangers:
        return "".join(_from_cp1252(char) for char in mixed), "utf-8 with cp1252"
    if (
        data.count(b"\r") > data.count(b"\n")
        and any(byte in data for byte in b"\xd2\xd3\xd5")
        and b"\x93" not in data
    ):
        return data.decode("mac_roman"), "mac_roman"
    return "".join(_from_cp1252(chr(0xDC00 + byte)) if byte > 0x7F else chr(byte) for byte in data), "cp1252"


def _from_cp1252(char: str) -> str:
    if not "\udc80" <= char <= "\udcff":
        return char
    byte = ord(char) - 0xDC00
    return _CP1252_HOLES.get(byte) or bytes((byte,)).decode("cp1252")


def to_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, numbered from 1 as editors count them; a form feed begins a page."""
    if "\f" not in text and not _SOFT_END.search(text):
        return tuple(Line(number, whole) for number, whole in enumerate(_LINE_END.split(text), start=1))
    lines: list[Line] = []
    page = 1
    for number, whole in enumerate(_LINE_END.split(text), start=1):
        for at, part in enumerate(whole.split("\f")):
            page += bool(at)
            if at and not part and len(whole) > 1 and not whole.strip("\f"):
                continue
            lines.extend(Line(number, piece, page) for piece in _SOFT_END.split(part))
    return tuple(lines)
