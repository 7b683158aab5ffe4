"""Characters that look like others, or like nothing: what decides, and what is kept.

`kept` is a text as answers keep it: characters that are only an accident of the file are gone or spelt out.
`deciding` is that text as prompts, values and choices are read by: without what nobody sees, with plain
spaces and hyphens, digits and letters. It leaves characters out, but never puts one in.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
# Characters that are what they look like: Latin letters, and the marks that typesetters use.
_COMMON = re.compile("[\t\x20-\x7e\xa1-\xac\xae-\u024f\u2012-\u2027\u2030-\u205e\u20a0-\u2bff]*")
_UNSEEN = re.compile(f"[{INVISIBLE}\ufe00-\ufe0f]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]+")
# Within a word; one at a line's end is a hyphen that the next line may need.
_IN_WORD = re.compile(rf"(?<=[^\W_])[{INVISIBLE}]+(?=[^\W_])")
_ACCIDENTS = re.compile("[\x00-\x08\x0e-\x1b\x1e\x1f\x7f\ufb00-\ufb06]")
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_LIGATURES[0x1E] = "-"
_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
# Letters of other alphabets by the Latin one that nobody can tell from them (Unicode's confusables).
_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУҮаеѕіјорсхуԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
    "ABESIJKMHOPCTXYYaesijopcxydqwh" + "ABEZHIKMNOPTYXovp",
)


def is_common(text: str) -> bool:
    """Whether a text has only characters that are what they look like, so that nothing changes it."""
    return _COMMON.fullmatch(text) is not None


def kept(text: str) -> str:
    """The text as answers keep it: ligatures spelt out, no control characters, nothing unseen in words."""
    if is_common(text):
        return text
    if _ACCIDENTS.search(text):
        text = _CONTROLS.sub("", text.translate(_LIGATURES))
    return _IN_WORD.sub("", text)


def deciding(text: str) -> str:
    """The text as it is read by: each character of `kept` as a plain one, or left out if nobody sees it."""
    text = kept(text)
    if is_common(text):
        return text
    text = _UNSEEN.sub("", text).translate(_PLAIN)
    return _WORD.sub(_in_latin, text) if _has_alike(text) else text


def strange_letters(text: str) -> int:
    """How many letters and digits of a text `deciding` reads as others."""
    if is_common(text):
        return 0
    return sum(plain != own and plain.isalnum() for plain, own, _ in _letters(kept(text)))


class _Plain(dict[int, str]):
    """Characters by their code, each as the plain one that it stands for; others as they are."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = self._find(chr(code))
        return plain

    def _find(self, char: str) -> str:
        if char < "\x80":
            return char
        if char in _SPACES:
            return " "
        if char in _HYPHENS:
            return "-"
        if char.isdecimal():
            return str(unicodedata.decimal(char))
        if "\uff01" <= char <= "\uff5e" or "\U0001d400" <= char <= "\U0001d7ff":
            plain = unicodedata.normalize("NFKC", char)
            return plain if len(plain) == 1 and plain.isascii() else char
        return char


_PLAIN: Mapping[int, str] = _Plain()


def _has_alike(text: str) -> bool:
    return any("\u0370" <= char <= "\u052f" for char in text)


def _in_latin(match: re.Match[str]) -> str:
    """A word of letters from two alphabets that look like one; other words stay in their own."""
    word = match[0]
    plain = word.translate(_ALIKE)
    return plain if plain.isascii() and not all(ord(char) in _ALIKE for char in word) else word


def restored(text: str, source: str) -> str:
    """The text with what `deciding` took out of it, if `source`, from which it comes, has it whole.

    Paragraph by paragraph; one that does not stand in the source in one piece stays as it is.
    """
    source = kept(source)
    if is_common(source.replace("\n", " ")) or deciding(source) == source:
        return text
    letters = list(_letters(source))
    plain = "".join(one[0] for one in letters)
    found: list[str] = []
    at = 0
    for paragraph in text.split("\n"):
        bare = "".join(paragraph.split())
        place = plain.find(bare, at) if bare else -1
        if place < 0:
            found.append(paragraph)
            continue
        at = place + len(bare)
        found.append("".join(_woven(paragraph, letters[place:at])))
    return "\n".join(found)


def _letters(source: str) -> Iterator[tuple[str, str, str]]:
    """Each character that can be seen, but space: as it decides, as it is, and what stands before it."""
    words = deciding(source)
    place, before = 0, ""
    for char in source:
        if _UNSEEN.match(char):
            before += char
            continue
        plain = words[place]
        place += 1
        if plain.isspace():
            before += char
        else:
            yield plain, char, before
            before = ""


def _woven(paragraph: str, letters: list[tuple[str, str, str]]) -> Iterator[str]:
    """The paragraph in the letters of its source, with what stood unseen between them."""
    at, space = 0, ""
    for char in paragraph:
        if char.isspace():
            space += char
            continue
        _, own, before = letters[at]
        yield _between(space, before) if at else ""
        yield own
        at, space = at + 1, ""


def _between(space: str, before: str) -> str:
    """What goes between two letters: the source's own, unless lines were put together or parted there."""
    if "\xad\n" in before:  # a word that a soft hyphen parted at the line's end
        return ""
    parted = any(char.isspace() for char in before)
    return before.replace("\n", " ") if parted == bool(space) and before.strip(" \t\n") else space
