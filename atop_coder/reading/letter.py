"""The parts of a mail: its head, its texts in the order in which they are tried, the files attached."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message

from atop_coder.errors import AtopError
from atop_coder.reading.report import Line
from atop_coder.reading.source import Source, decode_as, to_lines
from atop_coder.reading.web_page import page_lines, page_text

MOST_LINES = 700_000  # of the whole mail, most of them of files attached
MOST_NESTED = 60  # parts that hold others
_MOST_LOOKS = 4_000_000
_MOST_PARTS = 500
_HEAD = 500_000  # bytes
_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_TEXTS = ("text/plain", "text/html", "text/markdown", "text/enriched", "text/x-markdown")


@dataclass(frozen=True)
class Leaf:
    """A part that holds no others: its kind, its bytes, and the name of its file if it has one.

    `choice` numbers the parts that show one text in several ways (0: it is the only way).
    """

    kind: str
    data: bytes
    name: str = ""
    charset: str = ""
    choice: int = 0
    flows: bool = False

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html"


@dataclass(frozen=True)
class Letter:
    """A mail: lines of its head, its texts (pages first: they keep most), the files attached."""

    head: tuple[str, ...]
    bodies: tuple[Leaf, ...]
    attached: tuple[Leaf, ...]


def open_letter(source: Source) -> Letter:
    """The parts of a mail; AtopError for one that has far too many."""
    data = source.data
    if _is_too_much(data):
        raise AtopError("file-unpacks-too-large", file=source.path)
    try:
        message = message_from_bytes(_without_mark(data))
        leaves = list(_leaves(message, source))
    except (RecursionError, ValueError, LookupError, AssertionError) as error:
        raise AtopError("file-damaged", file=source.path, reason="its parts cannot be told apart") from error
    bodies = [one for one in leaves if not one.name and one.kind in _TEXTS]
    attached = [one for one in leaves if one.name and one.data.strip()]
    head = tuple(f"{name}: {text}" for name in _SHOWN if (text := _header(message, name)))
    return Letter(head, tuple(sorted(bodies, key=lambda one: not one.is_page)), tuple(attached))


def _is_too_much(data: bytes) -> bool:
    """Whether a mail would take far too long: each of its lines is held against each part that is open."""
    lines, nested = data.count(b"\n"), data.lower().count(b"boundary=")
    head = len(re.split(rb"\r?\n\r?\n", data[:_HEAD], maxsplit=1)[0])
    return lines > MOST_LINES or nested > MOST_NESTED or lines * nested > _MOST_LOOKS or head >= _HEAD


def _without_mark(data: bytes) -> bytes:
    """The mail without the line by which boxes of mails part them."""
    return re.sub(rb"\A(?:\xef\xbb\xbf)?\s*(?:From [^\r\n]*\r?\n)?", b"", data, count=1)


def _leaves(message: Message, source: Source) -> Iterator[Leaf]:
    choices: dict[int, int] = {}
    for at, part in enumerate(message.walk()):
        if at > _MOST_PARTS:
            raise AtopError("file-unpacks-too-large", file=source.path)
        if part.get_content_type() == "multipart/alternative":
            choices |= {id(inner): at + 1 for inner in part.walk()}
        if not part.is_multipart():
            yield _leaf(part, choices.get(id(part), 0))


def _leaf(part: Message, choice: int) -> Leaf:
    payload = part.get_payload(decode=True)
    kind = part.get_content_type()
    name = _plain(part.get_filename() or "")[:200]
    if kind not in _TEXTS or part.get_content_disposition() == "attachment":
        name = name or "a file without a name"
    return Leaf(
        kind,
        payload if isinstance(payload, bytes) else b"",
        name,
        part.get_content_charset() or "",
        choice,
        str(part.get_param("format", "")).lower() == "flowed",
    )


def _header(message: Message, name: str) -> str:
    return _plain(str(message.get(name, ""))[:2000])


def _plain(text: str) -> str:
    """What a header says, on one line and without the codes for its letters."""
    with suppress(ValueError, LookupError, UnicodeError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split())


def text_lines(leaf: Leaf, file: object) -> list[Line]:
    """The lines of a text; of a page, its words. A line that flows goes on in the next."""
    if leaf.is_page:
        text, _ = page_text(leaf.data, file, leaf.charset)
        return [Line(number, line) for number, line in enumerate(page_lines(text, str(file)), start=1)]
    lines = list(to_lines(decode_as(leaf.data, leaf.charset, file)[0]))
    if not leaf.flows:
        return lines
    return [
        replace(
            line, text=line.text.removeprefix(" "), ends=not line.text.endswith(" ") or line.text == "-- "
        )
        for line in lines
    ]
