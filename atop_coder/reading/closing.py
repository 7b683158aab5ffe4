"""What stands below the last answer and is none: a mail's signature, a line that says the sheet is over."""

import re
from collections.abc import Sequence
from dataclasses import replace

from atop_coder.reading.report import Line
from atop_coder.reading.starts import find_starts

SIGNATURE = "a mail's signature"
CLOSING = "a line that says that the sheet ends here"
_NEAR_END = 60  # lines among which the last question is looked for first
_LONGEST = 12  # lines with text of a signature
_CUT = re.compile(r"\s*(?:--|—|__)\s*")
_WISHES = (
    r"(?:all (?:the|my) )?best(?: wishes| regards)?",
    r"(?:with )?(?:(?:kind(?:est)?|warm(?:est)?|many) )?regards",
    r"cheers|many thanks|thanks(?: again| a lot| so much| in advance)?|thank you(?: very much)?",
    r"(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|yours|take care|talk soon",
    r"saludos(?: cordiales)?|un saludo|atentamente|cordialement|bien à vous",
    r"(?:mit )?(?:freundliche|viele|beste|herzliche)n? gr(?:ü|ue)(?:ß|ss)en?|mfg|lg",
)
_NAME = r"(?P<name>[^\W\d_][\w.'-]*(?: [^\W\d_][\w.'-]*){0,2})?"
_GREETING = re.compile(rf"\s*(?:{'|'.join(_WISHES)})\s*[,.!–—-]*\s*{_NAME}\s*", re.IGNORECASE)
_SENT = re.compile(
    r"\s*(?:(?:sent|gesendet|enviado|envoyé) (?:from|via|with|von|desde|depuis|de)\b.{0,50}"
    r"|get outlook for .{0,40})",
    re.IGNORECASE,
)
_WHOLE = "code ?sheets?|coding(?: sheet)?|treaty coding|sheet|form|document|file|record|entry|report"
_END = re.compile(
    rf"[\W_]*(?:(?:this is )?(?:the )?end of (?:(?:the|this|atop|alliance) )*(?:{_WHOLE})"
    r"(?:\s*(?:for|of|no\.?|#)?[\w\s#.-]{0,40})?"
    rf"|(?:{_WHOLE}) ends?(?: here)?|the end|end|fin|eof|finis)[\W_]*",
    re.IGNORECASE,
)


def told_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of one sheet, those below its last answer marked with what they are."""
    floor = _behind_last_question(lines)
    below = [at for at in range(floor, len(lines)) if lines[at].text.strip() and not lines[at].aside]
    why = dict(_closing(lines, below)) | dict(_signature(lines, below))
    return tuple(replace(line, aside=why[at]) if at in why else line for at, line in enumerate(lines))


def _behind_last_question(lines: Sequence[Line]) -> int:
    """The index behind the line with which the last question begins; a signature stands near the end."""
    for first in (max(0, len(lines) - _NEAR_END), 0):
        if starts := find_starts(lines[first:]):
            return first + starts[-1].at + 1
    return len(lines)


def _closing(lines: Sequence[Line], below: Sequence[int]) -> list[tuple[int, str]]:
    return [(at, CLOSING) for at in below if _END.fullmatch(lines[at].text)]


def _signature(lines: Sequence[Line], below: Sequence[int]) -> list[tuple[int, str]]:
    """From a mail's cut or greeting on, all that follows."""
    for place in range(len(below)):
        if _begins_signature(lines, below, place) and len(below) - place <= _LONGEST:
            return [(one, SIGNATURE) for one in below[place:] if not _END.fullmatch(lines[one].text)]
    return []


def _begins_signature(lines: Sequence[Line], below: Sequence[int], place: int) -> bool:
    text, last = lines[below[place]].text, place == len(below) - 1
    if _SENT.fullmatch(text):
        return True
    if _CUT.fullmatch(text):
        return not last
    greeting = _GREETING.fullmatch(text)
    if greeting is None:
        return False
    named = bool(greeting["name"]) and re.search(r"[,.!–—-]", text)
    return bool(named) or not greeting["name"]
