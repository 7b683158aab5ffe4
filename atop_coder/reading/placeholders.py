"""What an unfilled form shows in the place of an answer: "Click or tap here to enter text." is a blank."""

import re
from collections.abc import Iterable

from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

WHY = "it stands in the place of an answer that was not given"
PENDING = "it says that the answer is still to come"
_WHAT = (
    r"(?:text|a\s+date|date|an?\s+answer|your\s+answer|answer|response|your\s+response|a\s+value|value|here"
    r"|comments?|details)"
)
_SENTENCE = (
    rf"(?:(?:please\s+)?(?:click|tap)(?:\s+or\s+(?:tap|click))?(?:\s+here)?\s+to\s+(?:enter|add|type|insert|choose|select)\s+(?:{_WHAT}|an\s+item)"
    r"|(?:choose|select|pick)\s+an?\s+(?:item|option|answer|date|value)(?:\s+from\s+the\s+list)?"
    rf"|(?:please\s+)?(?:enter|type|insert|write|add|fill\s+in)\s+(?:your\s+)?{_WHAT}(?:\s+here)?"
    r"|your\s+(?:answer|response|text)|(?:your\s+)?(?:answer|response|text)\s+(?:goes\s+)?here|to\s+be\s+filled(?:\s+in)?"
    r"|haga\s+clic\s+(?:o\s+pulse\s+)?aquí\s+para\s+escribir\s+texto|elija\s+un\s+elemento"
    r"|cliquez(?:\s+ou\s+appuyez)?\s+ici\s+pour\s+(?:entrer|taper)\s+du\s+texte|choisissez\s+un\s+élément)"
)
_OPEN, _CLOSE = r"[\[(<{«‹_.…\s]*", r"[\])>}»›_.…\s]*"
# In brackets only: what a form asks to be put in their place.
_ASKED = (
    r"[\[<{]\s*(?:please\s+(?:type|insert|enter|write|put|add|give|fill|state|list|select|choose)\b[^\[\]<>{}]{0,60}"
    r"|(?:type|insert|enter|write|fill\s+in)(?:\s+(?:your|here|text|names?|dates?|answers?|sources?|comments?|the|an?)\b"
    r"[^\[\]<>{}]{0,30})?"
    r"|(?:your|coder['’]?s?|full|first(?:\s+and\s+last)?|last)\s+(?:full\s+)?(?:names?|initials)|names?|initials|name\s+of\s+(?:the\s+)?coder(?:\(?s\)?)?"
    r"|your\s+[\w ]{1,30}|(?:today['’]?s\s+)?date|text|answer|response|value|blank|empty"
    r"|to\s+be\s+(?:filled|completed)(?:\s+in)?"
    r"|(?:dd|mm|yyyy)[./ -](?:dd|mm|yyyy)[./ -](?:dd|mm|yyyy)|\.{3}|…|x{3,})\s*[.:]?\s*[\]>}]"
)
_WHOLE = re.compile(rf"{_OPEN}{_SENTENCE}{_CLOSE}|\s*{_ASKED}\s*|\s*[¹²³⁰⁴-⁹]{{1,3}}\s*", re.IGNORECASE)
# At one end of an answer only what no coder writes.
_CLICK = re.compile(
    r"[\[(<]?(?:(?:click|tap)(?:\s+or\s+(?:tap|click))?(?:\s+here)?\s+to\s+(?:enter|add)\s+(?:text|a\s+date)"
    r"|choose\s+an\s+item)\.?[\])>]?$",
    re.IGNORECASE,
)
_LINE = re.compile(r"[\s_.…·‥‗\[\]()]*(?:_{2,}|\.{3,}|…|‥|·{3,}|\[\s*\]|\(\s*\))[\s_.…·‥‗\[\]()]*")
_PENDING = re.compile(
    r"\W*(?:tbd|tba|tbc|todo|to\s+do|to\s+be\s+(?:determined|done|added|completed|confirmed|coded|checked)|pending|xxx+)\W*",
    re.IGNORECASE,
)


def without_placeholders(rows: Iterable[Row]) -> tuple[list[Row], list[Piece]]:
    """The rows of an answer with placeholders left blank, and these as pieces."""
    kept: list[Row] = []
    pieces: list[Piece] = []
    for row in rows:
        start = _start(row.text)
        kept.append(row if start == len(row.text) else row.part(0, start))
        if text := row.text[start:].strip():
            pieces.append(Piece(row.number, text, WHY))
    return kept, pieces


def is_pending(text: str) -> bool:
    """Whether the whole of an answer says that somebody still has to give it."""
    return bool(_PENDING.fullmatch(text))


def _start(text: str) -> int:
    """Where a placeholder begins that a row ends with; the row's length without one."""
    if not text.strip():
        return len(text)
    if _WHOLE.fullmatch(text) or _LINE.fullmatch(text):
        return 0
    match = _CLICK.search(text.rstrip())
    return len(text[: match.start()].rstrip()) if match else len(text)
