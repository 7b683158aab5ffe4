"""Paragraphs made ready to be read: no wrong list numbers, prompts and answers parted by their type."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from atop_coder.reading.alignment import align
from atop_coder.reading.cells import asked, is_numbered, is_prompt
from atop_coder.reading.matching import FEW
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import marks_within

_PROMPTS = 8  # prompts that are set off, from which on the type parts prompts and answers
_SHORTEST = 8  # letters of a prompt that is set off


def prepared(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs without numbers that are not the questions', prompt and answer parted by their type."""
    trusted = _without_wrong_labels(paragraphs)
    parting = sum(map(_is_set_off, trusted)) >= _PROMPTS
    parted = [part for one in trusted for part in (_parted(one) if parting else (one,))]
    return parted if sum(is_numbered(one.shown) for one in parted) >= FEW else _with_questions(parted)


def _with_questions(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Where prompts have no numbers: those that are set off, with the question each asks by its place."""
    places = [at for at, one in enumerate(paragraphs) if one.set_off >= _SHORTEST and not one.aside]
    for at, number in align(
        [paragraphs[place].text[: paragraphs[place].set_off] for place in places]
    ).items():
        paragraphs[places[at]] = replace(paragraphs[places[at]], asks=number)
    return paragraphs


def _without_wrong_labels(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A list that counts prompts otherwise than the form, say anew in each section, loses its numbers."""
    right: dict[str, list[bool]] = defaultdict(list)
    for one in paragraphs:
        if one.label and (numbers := asked(one.text)):
            digits = re.findall(r"\d+", one.label)[-1:]
            right[one.counter.split(":")[0]].append(bool(digits) and int(digits[0]) in numbers)
    wrong = {name for name, told in right.items() if len(told) > 2 and sum(told) * 5 < len(told) * 4}
    return [replace(one, label="") if one.counter.split(":")[0] in wrong else one for one in paragraphs]


def _is_set_off(one: Paragraph) -> bool:
    """Whether a paragraph begins with a prompt in bold or italic type."""
    return one.set_off >= _SHORTEST and is_prompt(replace(one, text=one.text[: one.set_off]))


def _parted(one: Paragraph) -> Iterable[Paragraph]:
    if not _is_set_off(one) or not one.text[one.set_off :].strip():
        return (one,)
    rest = one.text[one.set_off :].lstrip()
    start = len(one.text) - len(rest)
    return (
        replace(
            one,
            text=one.text[: one.set_off],
            links=[],
            notes=[],
            hidden="",
            struck="",
            gone=[],
            marks=list(marks_within(one.marks, 0, one.set_off)),
        ),
        replace(
            one, text=rest, label="", set_off=0, marks=list(marks_within(one.marks, start, len(one.text)))
        ),
    )
