"""The pages of a scan: of a PDF drawn as pictures, of a picture file counted."""

import struct
from collections.abc import Iterator

from atop_coder.errors import AtopError
from atop_coder.reading.pages.apart import Document
from atop_coder.reading.source import Source

MOST_PAGES = 80
_DOTS = 300  # to an inch, which tesseract is made for
_MOST_PIXELS = 60_000_000
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # marks in a JPEG behind which its size stands


def page_count(source: Source, kind: str) -> int:
    """How many pages there are; AtopError for a picture that is far too large."""
    if kind == "pdf":
        words, _ = _document(source).ask("sizes")
        return len(words["sizes"])
    width, height = picture_size(source.data)
    if width * height > _MOST_PIXELS:
        raise AtopError("file-unpacks-too-large", file=source.path)
    return max(1, sum(1 for _ in _directories(source.data)))


def render(source: Source, at: int) -> bytes:
    """A page of a PDF as a picture in grey (PGM); one white dot for a page that is damaged."""
    wanted = {"at": at, "scale": _DOTS / 72, "most": _MOST_PIXELS, "grey": True}
    words, pixels = _document(source).ask("draw", **wanted)
    width, height, _ = words["picture"]
    return b"P5 %d %d 255\n" % (width, height) + pixels


def _document(source: Source) -> Document:
    return Document(source.data, source.path, source.password)


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height that a PNG, JPEG or TIFF gives for itself; (0, 0) where it does not say."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return next(_jpeg_sizes(data), (0, 0))
    sizes = [(tags.get(256, 0), tags.get(257, 0)) for tags in _directories(data)]
    return max(sizes, key=lambda size: size[0] * size[1], default=(0, 0))


def _jpeg_sizes(data: bytes) -> Iterator[tuple[int, int]]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        mark, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            yield width, height
            return
        at += 2 + max(2, length)


def _directories(data: bytes) -> Iterator[dict[int, int]]:
    """Tag -> value of each page of a TIFF; none for another picture."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(data[:4])
    seen: set[int] = set()
    at = struct.unpack(f"{order}I", data[4:8])[0] if order and len(data) >= 8 else 0
    while order and at and at not in seen and at + 2 <= len(data) and len(seen) <= MOST_PAGES:
        seen.add(at)
        count = struct.unpack(f"{order}H", data[at : at + 2])[0]
        end = at + 2 + 12 * count
        if end + 4 > len(data):
            return
        yield dict(_tag(data[place : place + 12], order) for place in range(at + 2, end, 12))
        at = struct.unpack(f"{order}I", data[end : end + 4])[0]


def _tag(entry: bytes, order: str) -> tuple[int, int]:
    tag, kind, _ = struct.unpack(f"{order}HHI", entry[:8])
    value = (
        struct.unpack(f"{order}H", entry[8:10])[0] if kind == 3 else struct.unpack(f"{order}I", entry[8:])[0]
    )
    return tag, value
