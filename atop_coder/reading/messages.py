"""Messages between this program and another process of it: words in JSON, and bytes.

Plain data, because what a process with hostile bytes in it sends may be hostile, too.
"""

import json
import struct
from typing import IO, Any

_HEAD = struct.Struct("<II")  # the lengths of both
_LONGEST = 2**29  # bytes
_SLICE = 2**20

Words = dict[str, Any]


def send(file: IO[bytes], words: Words, data: bytes = b"") -> None:
    """Writes one message."""
    told = json.dumps(words).encode()
    for part in (_HEAD.pack(len(told), len(data)) + told, data):
        rest = memoryview(part)
        while rest:
            rest = rest[file.write(rest) or 0 :]


def receive(file: IO[bytes]) -> tuple[Words, bytes] | None:
    """The next message; None at the end, ValueError for what is none."""
    head = _read(file, _HEAD.size)
    if not head:
        return None
    words, size = _HEAD.unpack(head)
    if max(words, size) > _LONGEST:
        raise ValueError("far longer than a message can be")
    told = json.loads(_read(file, words))
    if not isinstance(told, dict):
        raise ValueError("no words")
    return told, _read(file, size)


def _read(file: IO[bytes], size: int) -> bytes:
    """So many bytes; none at the end."""
    read = bytearray()
    while len(read) < size:
        part = file.read(min(size - len(read), _SLICE))
        if not part:
            return b""
        read += part
    return bytes(read)
