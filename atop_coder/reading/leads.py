"""What people put before an answer: a bullet, or a remark of their own in brackets."""

import re
from collections.abc import Sequence

from atop_coder.form import Kind, Question
from atop_coder.reference import load_states

_SIGNS = "•·●○◦‣⁃▪▫▸►➢➣➤➔➜→⇒*\uf0b7\uf0a7\uf0d8\uf076"
MARKS = f" .-–—_:`~|{_SIGNS}"  # a text of nothing but these says nothing
_BULLET = re.compile(rf"\s*(?:[{_SIGNS}]\s*(?=\S)|[–—-]+\s+(?=\S))+")
# Word's hollow and square bullets, as the letters that they are in other typefaces.
_LETTER = re.compile(r"\s*[o§]\s+(?=\S)")
_CHECK = (
    r"check|to check|checked|check this|see note|note|verify|to verify"
    r"|todo|to do|sic|unsure|not sure|confirm|tbc"
)
_REMARK = re.compile(
    r"\s*(?:"
    r"[\[(](?P<initials>[A-Z]{2,4})[\])]"
    r"|[\[(](?:[A-Z]{2,4}|[A-Z][a-z]+)\s*:[^\[\]()]{0,80}[\])]"
    rf"|[\[(](?i:{_CHECK})[?!.:]?[\])]"
    r"|[\[(]\?+[\])]"
    r")\s*[:–—-]?\s*(?=\S)"
)
_LISTS = frozenset({Kind.DATES, Kind.MEMBERS, Kind.CHOICES, Kind.PEOPLE, Kind.TERMINATION})
_NAMING = frozenset({Kind.MEMBERS, Kind.PEOPLE})


def without_leads(question: Question, paragraphs: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The paragraphs of an answer without bullets before its values, and the remark that stood before it.

    Of a list each paragraph is a value; else only the first one is.
    """
    first, *more = paragraphs
    if more and value_start(question, f"{first} x") > len(first):  # nothing but a remark
        return tuple(more), first
    start = value_start(question, first)
    remark = first[_bullet_end(first) : start].strip(" \t:–—-")
    if question.kind in _LISTS:
        more = [text[_bullet_end(text) :] for text in more]
    return (first[start:], *more), remark


def value_start(question: Question, text: str) -> int:
    """Where the value begins behind a bullet and a remark that a text begins with."""
    at = _bullet_end(text)
    return at + _remark_end(question, text[at:])


def is_letter_bullet(text: str) -> int:
    """The column behind a letter that may be one of Word's bullets; 0 without one."""
    match = _LETTER.match(text)
    return match.end() if match else 0


def _bullet_end(text: str) -> int:
    match = _BULLET.match(text)
    return match.end() if match else 0


def _remark_end(question: Question, text: str) -> int:
    """The column behind a coder's remark in brackets; 0 without one.

    `[AB: check]`, `(JL)`, `[?]`: a remark has initials, a colon, or says "check"; a state's abbreviation is
    none where states are named.
    """
    match = _REMARK.match(text)
    if match is None:
        return 0
    names_state = match["initials"] and question.kind in _NAMING and load_states().find(match["initials"])
    return 0 if names_state else match.end()
