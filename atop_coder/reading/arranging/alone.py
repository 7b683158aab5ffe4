"""Answers with nothing but the questions' numbers: `1) 9901  2) N/A`, `Q1: 9901`, `#1 9901`, `1;9901`."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from atop_coder.form import Form, Kind, load_form
from atop_coder.reading.arranging.arranged import Arranged, Doubt, Lead, may_ask_otherwise, with_prompts
from atop_coder.reading.leads import value_start
from atop_coder.reading.openings import opens_with_value
from atop_coder.reading.report import Line, Sureness

BY_NUMBER = "the question was known by its number alone"
NEXT_MISSING = "the number of the next question was not found: its answer may stand in this one"
BY_NUMBER_TWICE = "its number, or the next, stands before more than one text"
FEWEST = 16  # questions that a sheet of bare numbers answers at least
_LEFT_OUT = 8  # questions that it may leave out in a row
_FITTING = 0.75  # the share of the answers that must be of the kind that their number asks for
_LEAD = re.compile(
    r"(?:(?P<before>[#(\[]|\bq\.?\s*#?|\b[av](?=\d)|^\s*(?:question|number|answer|ans\.?|no\.?|nr\.?|num\.?|n\.?º|n°|№|item|pregunta)\.?\s*#?)\s*)?(?P<number>(?<!\d)\d{1,2})(?!\d)"
    r"(?P<behind>[);\]]+|[.,][);\]]*(?!\d)|[.,](?=\d{3})|[ \t]*[:=|]+|[ \t]+[–—-]+(?=\s)|\t|(?=[ \t]|$))",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+")
_PARTING = (";", ",", "|", "/")
_NO_VALUES = frozenset({Kind.TEXT, Kind.PEOPLE})


@dataclass(frozen=True)
class _Item:
    """A number that may be a question's, and the style that it is written in."""

    line: int
    start: int
    end: int
    number: int
    style: tuple[str, str]


def with_prompts_for_numbers(arranged: Arranged) -> Arranged:
    """The lines with the form's prompts in place of numbers that stand alone before the answers."""
    form = load_form()
    lines = arranged.lines
    if not may_ask_otherwise(lines) or len(_numbers(lines)) < FEWEST:
        return arranged
    items = [item for at, line in enumerate(lines) if not line.aside for item in _items(at, line.text)]
    if len({item.number for item in items}) < FEWEST:
        return arranged
    chain = max(
        (_chain(items, style, lines) for style in {item.style for item in items}), key=len, default=[]
    )
    if len(chain) < FEWEST:
        return arranged
    chain = _with_others(chain, items, lines)
    leads = [Lead(one.line, one.start, one.end, one.number) for one in chain]
    if not _fits(lines, leads, form):
        return arranged
    return arranged.then(with_prompts(lines, leads, form), "", _doubts(chain, items))


def _numbers(lines: Sequence[Line]) -> set[str]:
    """All numbers in the lines of so few figures that they may be a question's."""
    return {number for line in lines for number in _FIGURES.findall(line.text) if len(number) < 3}


def _items(at: int, text: str) -> Iterator[_Item]:
    """The numbers of a line that may be a question's: at its beginning, or behind wide space or a mark."""
    for match in _LEAD.finditer(text):
        before = text[: match.start()]
        if before.strip() and not (_parts(before) and (match["before"] or match["behind"].strip())):
            continue
        number = int(match["number"])
        if number and number in load_form().by_number:
            sign = re.sub(r"[\s.]", "", match["before"] or "").casefold()
            style = sign, match["behind"].strip() or match["behind"][:1]
            yield _Item(at, match.start(), match.end(), number, style)


def _parts(before: str) -> bool:
    """Whether a line's beginning ends with wide space or a mark, so that another item may follow."""
    bare = before.rstrip(" \t")
    return len(before) - len(bare) > 1 or before.endswith("\t") or bare.endswith(_PARTING)


def _chain(items: Sequence[_Item], style: tuple[str, str], lines: Sequence[Line]) -> list[_Item]:
    """The items of one style that count up; within a line only the very next number does."""
    chain: list[_Item] = []
    for item in items:
        if item.style != style:
            continue
        last = chain[-1].number if chain else 0
        begins = not lines[item.line].text[: item.start].strip()
        if 0 < item.number - last <= (_LEFT_OUT if begins and chain else 1 if chain else _LEFT_OUT):
            chain.append(item)
    return chain


def _with_others(chain: Sequence[_Item], items: Sequence[_Item], lines: Sequence[Line]) -> list[_Item]:
    """The chain with items of another style that begin lines, where just these numbers are left out."""
    known = {item.number for item in chain}
    begun = [item for item in items if not lines[item.line].text[: item.start].strip()]
    times = Counter(item.number for item in begun)
    others = [item for item in begun if item.number not in known and times[item.number] == 1]
    return sorted(
        [*chain, *(item for item in others if _is_between(item, chain))], key=lambda item: item.number
    )


def _is_between(item: _Item, chain: Sequence[_Item]) -> bool:
    """Whether an item stands behind those with smaller numbers, and before those with greater."""
    return all((one.line < item.line) == (one.number < item.number) for one in chain)


def _fits(lines: Sequence[Line], leads: Sequence[Lead], form: Form) -> bool:
    """Whether most answers are of the kind that their number asks for: then the numbers are the form's."""
    fitting = told = 0
    for lead, behind in zip(leads, [*leads[1:], None], strict=True):
        question = form.question(lead.question)
        end = behind.start if behind and behind.line == lead.line else None
        text = lines[lead.line].text[lead.end : end].strip()
        if text and question.kind not in _NO_VALUES:
            told += 1
            fitting += opens_with_value(question, text[value_start(question, text) :])
    return told >= FEWEST / 2 and fitting >= _FITTING * told


def _doubts(chain: Sequence[_Item], items: Sequence[_Item]) -> dict[int, Doubt]:
    """All are known by their numbers alone; those whose number comes twice at a line's beginning, hardly."""
    doubts = {item.number: Doubt(Sureness.LIKELY, BY_NUMBER) for item in chain}
    for one, behind in pairwise(chain):
        if behind.number - one.number > 1:
            doubts[one.number] = Doubt(Sureness.UNSURE, NEXT_MISSING)
    last = chain[-1].number
    if any(item.style == chain[0].style and item.number > last for item in items):
        doubts[last] = Doubt(Sureness.UNSURE, NEXT_MISSING)
    times = Counter(item.number for item in items if item.style == chain[0].style and not item.start)
    for number, count in times.items():
        if count > 1:
            for near in (number - 1, number):
                doubts[near] = Doubt(Sureness.UNSURE, BY_NUMBER_TWICE)
    return doubts
