"""The coders of question 61."""

import re
from collections.abc import Sequence

from atop_coder.form import Question
from atop_coder.reading.values.parsed import Around, Parsed, not_read
from atop_coder.reading.values.words import squeeze
from atop_coder.sheet import Answer

_BETWEEN = re.compile(r"\s*(?:[\n;,/]|\s&\s|\band\b)\s*(?:and\b\s*|&\s*)?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|Ph\.?D|M\.?A)\.?", re.IGNORECASE)


def parse_people(_question: Question, paragraphs: Sequence[str], _around: Around) -> Parsed:
    """`A and B`, `A; B`, `A, B, C`, or one name a line; `Jr.` and the like stay with their name."""
    names: list[str] = []
    for part in _BETWEEN.split(squeeze("\n".join(paragraphs))):
        name = part.strip()
        if not re.search(r"[^\W_]", name):
            continue
        if names and _SUFFIX.fullmatch(name):
            names[-1] += f", {name}"
        else:
            names.append(_without_stop(name))
    return Parsed(Answer(value=tuple(names))) if names else not_read(paragraphs, "no name was found")


def _without_stop(name: str) -> str:
    """A sentence's full stop goes; that of an initial or a title stays."""
    return name[:-1] if re.search(r"[^\W\d_]{3}\.$", name) else name
