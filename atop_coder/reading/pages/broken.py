"""Words and addresses that a line's end has broken in two, put together again."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from atop_coder.form import load_form
from atop_coder.reading.pages.pieces import HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+)(?:-|\ufffe)$")
_TAIL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_ADDRESS_WHOLE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_GOES_ON = re.compile(r"[\w%~.?&=#/+,;:@!$'()*-]*[/=_%&?#~.-][\w%~.?&=#/+,;:@!$'()*-]*")
_CLOSED = ".,;:)”\"’"


def mend(texts: Sequence[str], ends: Sequence[bool], addresses: Collection[str] = ()) -> list[str]:
    """The lines; a word or address that goes on in the next line is taken up into this one.

    `ends` tells of each line whether a paragraph ends with it, `addresses` are those of the file's links. A
    hyphen at a line's end is left out if the file or the form has the word without it.
    """
    lines = [text.rstrip() for text in texts]
    words = _vocabulary(lines)
    for at in range(len(lines) - 1):
        if ends[at] or not lines[at] or not lines[at + 1].strip():
            continue
        if match := _HEAD.search(lines[at]):
            lines[at], lines[at + 1] = _with_tail(lines[at], match, lines[at + 1], words)
        elif match := _ADDRESS_END.search(lines[at]):
            lines[at], lines[at + 1] = _address_mended(lines[at], match[0], lines[at + 1], addresses)
    return [line.replace(HYPHEN, "-") for line in lines]


def _vocabulary(lines: Iterable[str]) -> Counter[str]:
    """The words of the file, those at the ends of lines left out if they are broken, and those of the form."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(_WORD.findall(_HEAD.sub("", line).casefold()))
    for question in load_form().questions:
        words.update(_WORD.findall(question.prompt.casefold()))
    return words


def _with_tail(line: str, head: re.Match[str], below: str, words: Counter[str]) -> tuple[str, str]:
    tail = _TAIL.match(below.lstrip())
    if tail is None:
        return line, below
    hyphen = "" if _is_one_word(head[1], tail[0], words) else "-"
    rest = below.lstrip()[tail.end() :]
    closing = re.match(r"\S*", rest)
    assert closing is not None
    return line[:-1] + hyphen + tail[0] + closing[0], rest[closing.end() :].lstrip()


def _is_one_word(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether two halves are a word that was broken, not two words with a hyphen between them."""
    first, second = head.casefold(), tail.casefold()
    together, apart = words[first + second], words[f"{first}-{second}"]
    if together or apart:
        return together > apart
    if not tail[:1].islower():
        return False
    return not words[first] and (len(first) < 3 or not words[second])


def _address_mended(line: str, address: str, below: str, addresses: Collection[str]) -> tuple[str, str]:
    """An address with its second half, if a link of the file says so or it looks like one."""
    head, _, rest = below.lstrip().partition(" ")
    bare = head.rstrip(_CLOSED)
    known = any((address + bare) in whole for whole in addresses)
    if any(whole.rstrip("/") == address.rstrip("/") for whole in addresses) and not known:
        return line, below
    looks = bool(_GOES_ON.fullmatch(bare)) or address.endswith(("/", "-", "_", "=", "?", "&", "."))
    if known or (looks and bare and not _ADDRESS_WHOLE.match(bare) and not address.endswith(tuple(_CLOSED[1:]))):
        return line + head, rest
    return line, below
