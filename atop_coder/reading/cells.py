"""The cells of a table's row as paragraphs: a prompt beside its answer, or things that belong in one line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from atop_coder.form import load_form
from atop_coder.reading.characters import deciding
from atop_coder.reading.likeness import wordings
from atop_coder.reading.paragraphs import Paragraph
from atop_coder.reading.report import Mark
from atop_coder.reading.words import plain

NUMBER = re.compile(r"\s*[#(\[]*(?:(?:question|q)\.?\s*)?#?(\d{1,2})\s*[.,):\]–—-]*\s*", re.IGNORECASE)
_LONG = 60  # characters; what is longer is a prompt or an answer, not a value in a list
_LABELS = re.compile(
    r"(?:no\.?|#|nr\.?|number|question(?: number| no\.?)?|questions|item|prompt|variable|answer|answers"
    r"|coding|response|responses|code|description|coder'?s? answer|value)\s*:?",
    re.IGNORECASE,
)
_OPENING = 3  # words


def join_row(cells: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of a row in order.

    A number alone in its cell goes before the text of the next one. Where no cell holds a prompt, short cells
    are one line: "703" and "Kyrgyzstan". Empty paragraphs are left out, and so is a row of column headings.
    """
    filled = [kept for cell in cells if (kept := [one for one in cell if _is_filled(one)])]
    if not filled:
        return []
    if len(filled) > 1 and all(len(cell) == 1 and _LABELS.fullmatch(cell[0].text.strip()) for cell in filled):
        return [_heading(filled)]
    filled = _with_number(filled)
    if len(filled) > 1 and not any(is_prompt(cell[0]) for cell in filled) and _is_short(filled):
        return [_joined([cell[0] for cell in filled], " ")]
    if len(filled) > 1 and is_prompt(filled[0][0]):
        filled[0][-1].apart = True
    return [one for cell in filled for one in cell]


def _is_filled(one: Paragraph) -> bool:
    return not one.blank or bool(one.label or one.notes or one.hidden or one.gone)


def is_numbered(text: str) -> bool:
    """Whether a text begins like a prompt with its number: a number, a mark, a letter."""
    text = deciding(text)
    number = NUMBER.match(text)
    return bool(number and text[number.end() :][:1].isalpha() and number[0].strip() != number[1])


def is_prompt(one: Paragraph) -> bool:
    """Whether a paragraph looks like a question: by its number, the mark at its end, or how it begins."""
    text = deciding(one.text).strip()
    digits = re.search(r"\d+", one.label)
    number = NUMBER.match(text)
    opening = tuple(plain(text[number.end() if number else 0 :]).split()[:_OPENING])
    return is_numbered(text) or bool(digits) or text.endswith(("?", ":")) or opening in openings()


def asked(text: str) -> frozenset[int]:
    """The questions that a text without number may ask, by its first words."""
    return openings().get(tuple(plain(text).split()[:_OPENING]), frozenset())


@cache
def openings() -> Mapping[tuple[str, ...], frozenset[int]]:
    """The first words of every wording -> the questions that begin so."""
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for one in load_form().questions:
        for way in wordings(one):
            opening = tuple(way.split()[:_OPENING])
            found[opening] = found.get(opening, frozenset()) | {one.number}
    return found


def _is_short(cells: Sequence[Sequence[Paragraph]]) -> bool:
    return all(len(cell) == 1 and len(cell[0].text) <= _LONG and "\n" not in cell[0].text for cell in cells)


def _with_number(cells: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """The cells; a first one with nothing but a question's number (or Word's own) is joined to the second."""
    first = cells[0]
    if len(cells) < 2 or len(first) > 1 or not (first[0].blank or NUMBER.fullmatch(first[0].text)):
        return cells
    if first[0].text.strip() and not is_text(cells[1][0]):
        return cells
    mark = "" if re.search(r"[^\w\s]\s*$", first[0].text) else "."
    number = replace(first[0], text=first[0].text.rstrip() + mark)
    return [[_joined([number, cells[1][0]], " "), *cells[1][1:]], *cells[2:]]


def is_text(one: Paragraph) -> bool:
    """Whether it begins like a prompt, with a letter, and goes on for more than a word."""
    text = one.text.strip()
    return text[:1].isalpha() and (" " in text or text.endswith((":", "?")))


def _joined(parts: Sequence[Paragraph], between: str) -> Paragraph:
    first = parts[0]
    return Paragraph(
        between.join(one.text.strip() for one in parts),
        first.label,
        first.counter,
        links=[link for one in parts for link in one.links],
        notes=[note for one in parts for note in one.notes],
        hidden="".join(one.hidden for one in parts),
        marks=list(_marks(parts, len(between))),
        gone=[words for one in parts for words in one.gone],
        asks=next((one.asks for one in parts if one.asks), 0),
        aside=first.aside if all(one.aside for one in parts) else "",
        apart=parts[-1].apart,
        coding=next((one.coding for one in parts if one.coding), ""),
        doubt=next((one.doubt for one in parts if one.doubt), ""),
    )


def _marks(parts: Sequence[Paragraph], between: int) -> Iterator[Mark]:
    """The marks of paragraphs that become one, without the space at the ends of each."""
    at = 0
    for one in parts:
        shift = at - len(one.text) + len(one.text.lstrip())
        yield from (mark.moved(shift) for mark in one.marks)
        at += len(one.text.strip()) + between


def _heading(cells: Sequence[Sequence[Paragraph]]) -> Paragraph:
    heading = _joined([cell[0] for cell in cells], " | ")
    heading.aside = "the headings of a table"
    return heading
