"""What stands in the place of a prompt's number, also where it is none: `l2.`, `1 2.`, `(iv)`, `b)`."""

import re

from atop_coder.reading.numbering import number_end

_KEY = r"(?:question|ques|item|number|num|nr|var|variable|n[°º]|q|v|#|§)"
# A numeral, also as a scanner takes it for letters, or one letter.
_NUMERAL = r"(?:(?!\d{4})[0-9IVXLCDMOSBZGQivxlcdmoszgb|!]{1,8}|[A-Za-z])"
_WHOLE = rf"(?:{_KEY}\s*[.:]?\s*)?(?:(?<![^\W_])|(?<=[QqVv])){_NUMERAL}(?![^\W_])"
_MORE = r"(?:\s?[./]?\s?[0-9IlOoSZBG|!]{1,3})?(?![^\W_])"
_LABEL = re.compile(rf"[\W_]*(?:{_WHOLE}{_MORE})?[\W_]*", re.IGNORECASE)
_AT_END = re.compile(rf"(?:(?<=\s)|^)[(\[#*•]*{_WHOLE}\s*[.,):;\]–—*-]*\s*$", re.IGNORECASE)
_PARTED = re.compile(r"(?:(?<=\s)|^)[(\[#*•]*[1-9]\s\d\s*[.,):;\]–—*-]*\s*$")
_BEGIN = re.compile(
    rf"[\W_]*(?:{_WHOLE}{_MORE}\s*[.,):;\]–—*-]+|(?=[^\W\d_]{{0,3}}[.°º]?\s?\d|§|[IlO]\d){_WHOLE}{_MORE})\s*",
    re.IGNORECASE,
)
_VALUE = re.compile(r"\W*(?:n\s*/\s*a|n\.a|y|n)\b(?!\s*\))\W*", re.IGNORECASE)
_LONGEST = 16  # characters


def is_label(text: str) -> bool:
    """Whether a text is nothing but what may stand in the place of a number; a number and another are two."""
    return len(text) <= _LONGEST and bool(_LABEL.fullmatch(text)) and not _VALUE.fullmatch(text)


def label_start(text: str, number: int) -> int:
    """Where the label begins that a text before that question's prompt ends with; its length if with none."""
    start = max(0, len(text) - _LONGEST)
    parted = _PARTED.search(text, start)
    if parted and tells(parted[0], number):
        return parted.start()
    match = _AT_END.search(text, start)
    if match is None or _VALUE.fullmatch(match[0]) or _closes_bracket(text, match):
        return len(text)
    bare = match[0].strip().isalnum()
    return match.start() if not bare or tells(match[0], number) else len(text)


def _closes_bracket(text: str, match: re.Match[str]) -> bool:
    """Whether the label is the end of something in brackets: "(Art. 3)"."""
    before = text[: match.start()]
    return ")" in match[0] and "(" not in match[0] and before.count("(") > before.count(")")


def label_ends(text: str) -> set[int]:
    """The columns behind what may stand in the place of a number at a row's begin; 0 is the row's own."""
    found = {0, number_end(text)}
    match = _BEGIN.match(text, 0, 4 * _LONGEST)
    return found | {match.end()} if match and is_label(match[0]) else found


def tells(label: str, number: int) -> bool:
    """Whether a label is the number."""
    return "".join(re.findall(r"\d", label)).lstrip("0") == str(number)
