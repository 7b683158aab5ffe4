"""Prompts that stand a second time, behind their answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atop_coder.form import load_form
from atop_coder.reading.arranging.arranged import Arranged, question_opened
from atop_coder.reading.likeness import may_ask, wordings
from atop_coder.reading.report import Line
from atop_coder.reading.words import plain

ECHO = "the question, a second time"
FEWEST = 8


def with_echoes_aside(arranged: Arranged) -> Arranged:
    """The lines with prompts that are repeated behind their answers marked as outside the text."""
    echoes = set(_echoes(arranged.lines))
    if len(echoes) < FEWEST:
        return arranged
    return arranged.then(
        replace(line, aside=ECHO) if at in echoes else line for at, line in enumerate(arranged.lines)
    )


def _echoes(lines: Sequence[Line]) -> Iterator[int]:
    """The places of lines that are wholly the prompt that was asked last, without its number."""
    asked = 0
    for at, line in enumerate(lines):
        if line.aside or not line.text.strip():
            continue
        if asked and may_ask(line.text) and plain(line.text) == wordings(load_form().question(asked))[0]:
            yield at
        elif found := question_opened(line.text):
            asked = found[0]
