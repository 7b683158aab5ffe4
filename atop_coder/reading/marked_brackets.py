"""Lists of choices in a prompt's brackets in which somebody has made marks: "(Yes ___ No _X_)"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from atop_coder.form import load_form
from atop_coder.reading.boxes import TICKS
from atop_coder.reading.rows import Row
from atop_coder.reading.words import plain

_TICK = rf"(?<![^\W_])[{TICKS}](?![^\W_])"
_BRACKET = re.compile(rf"[(\[](?=[^()\[\]]*?(?:_|…|\.{{3}}|{_TICK}))([^()\[\]]{{6,260}})[)\]]")
_MARK = re.compile(rf"_+|…+|\.{{3,}}|{_TICK}")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_YES_NO = "Yes, No"


def with_plain_brackets(rows: Sequence[Row]) -> list[Row]:
    """The rows with the form's own list in the place of each that is marked: no column is another."""
    return [_with_plain(row) if "(" in row.text or "[" in row.text else row for row in rows]


def _with_plain(row: Row) -> Row:
    text = _BRACKET.sub(_plain_bracket, row.text)
    return row if text == row.text else replace(row, text=text)


def _plain_bracket(match: re.Match[str]) -> str:
    inside = _MARK.sub(lambda mark: " " * len(mark[0]), match[1])
    words = plain(inside)
    if inside == match[1] or words not in _lists():
        return match[0]
    inside = _YES_NO.ljust(len(inside)) if words in ("yes no", "no yes") else inside
    return f"({inside})"


@cache
def _lists() -> frozenset[str]:
    """What the form's prompts have in brackets, plain."""
    found = (
        plain(text)
        for question in load_form().questions
        for prompt in (question.prompt, *question.also)
        for text in _IN_BRACKETS.findall(prompt)
    )
    return frozenset((*found, "yes no", "no yes"))
