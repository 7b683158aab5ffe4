"""Words and addresses that a line's end has broken in two, put together again."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from atop_coder.form import load_form
from atop_coder.reading.pages.found import HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"(\w+)(?:-|\ufffe)$")
_TAIL = re.compile(r"\w+(?:-\w+)*")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*$", re.IGNORECASE)
_ADDRESS_WHOLE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_GOES_ON = re.compile(r"[\w%~.?&=#/+][\w%~.?&=#/+,;:@!$'()*-]*[/=_%&?#~.-][\w%~.?&=#/+,;:@!$'()*-]*")
_CLOSED = '.,;:)”"’'
_JOINTS = ("/", "-", "_", "=", "?", "&", ".", HYPHEN)


def mend(
    texts: Sequence[str], ends: Sequence[bool], addresses: Collection[str] = ()
) -> list[tuple[str, bool]]:
    """The lines with their ends; a word or address that goes on in the next line is taken up into this one.

    `ends` tells of each line whether a paragraph ends with it, `addresses` are those of the file's links. A
    hyphen at a line's end is left out if the file or the form has the word without it.
    """
    lines, ending = [text.strip() for text in texts], list(ends)
    words = _vocabulary(lines)
    for at in range(len(lines) - 1):
        above, below = lines[at], lines[at + 1]
        if not above or not below:
            continue
        if address := _ADDRESS_END.search(above):
            if not ending[at] or address[0].endswith("/"):
                lines[at], lines[at + 1] = _address_mended(above, address[0], below, addresses)
        elif not ending[at] and (head := _HEAD.search(above)):
            lines[at], lines[at + 1] = _with_tail(above, head, below, words)
        if not lines[at + 1]:
            ending[at] = ending[at + 1]
        elif lines[at] != above:
            ending[at] = False
    return [(line.replace(HYPHEN, "-"), end) for line, end in zip(lines, ending, strict=True)]


def _vocabulary(lines: Iterable[str]) -> Counter[str]:
    """The words of the file, but those broken at the ends of lines, and those of the form."""
    words: Counter[str] = Counter()
    for line in lines:
        words.update(_WORD.findall(_HEAD.sub("", line).casefold()))
    for question in load_form().questions:
        words.update(_WORD.findall(question.prompt.casefold()))
    return words


def _with_tail(line: str, head: re.Match[str], below: str, words: Counter[str]) -> tuple[str, str]:
    tail = _TAIL.match(below)
    if tail is None:
        return line, below
    hyphen = "" if _is_one_word(head[1], tail[0], words) else "-"
    rest = below[tail.end() :]
    closing = re.match(r"\S*", rest)
    assert closing is not None
    return line[:-1] + hyphen + tail[0] + closing[0], rest[closing.end() :].lstrip()


def _is_one_word(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether two halves are a word that was broken, not two words with a hyphen between them."""
    if not head.isalpha() or not tail[:1].islower():
        return False
    first, second = head.casefold(), tail.casefold()
    together, apart = words[first + second], words[f"{first}-{second}"]
    if together or apart:
        return together > apart
    return not words[first] and (len(first) < 3 or not words[second])


def _address_mended(line: str, address: str, below: str, addresses: Collection[str]) -> tuple[str, str]:
    """An address with its second half, if a link of the file says so or it looks like one."""
    head, _, rest = below.partition(" ")
    bare = head.rstrip(_CLOSED)
    known = any((address + bare) in whole for whole in addresses)
    whole = any(one.rstrip("/") == address.rstrip("/") for one in addresses)
    if known or (not whole and _looks_broken(address, bare)):
        return line.replace(HYPHEN, "-") + head, rest
    return line, below


def _looks_broken(address: str, rest: str) -> bool:
    """Whether the word below may be the rest of an address: it has an address's marks, or digits in it."""
    if _ADDRESS_WHOLE.match(rest) or address.endswith(tuple(_CLOSED[1:])):
        return False
    numbered = rest.isalnum() and not rest.isalpha()
    return bool(_GOES_ON.fullmatch(rest)) or (numbered and address.endswith(_JOINTS))
