"""The rows of each answer behind its prompt, and which of them counts where a question is asked twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from atop_coder.reading.continued import without_mark
from atop_coder.reading.found import Found
from atop_coder.reading.report import Piece
from atop_coder.reading.rows import Row

FEWEST = 3  # prompts that a file must have to be taken for a codesheet


@dataclass(frozen=True)
class Block:
    """The rows of one answer, behind its prompt."""

    prompt: Found
    rows: tuple[Row, ...]
    likely: str = ""  # what makes it less than sure, whatever its words are

    @cached_property
    def text(self) -> str:
        return "\n".join(row.text for row in self.rows).strip("\n")

    @cached_property
    def blank(self) -> bool:
        return not self.text.strip()


def choose(blocks: Sequence[Block]) -> tuple[dict[int, Block], list[Piece]]:
    """One block a question: the first with text, and what goes on with it. A repeated one is unplaced.

    Which of two different answers counts is in doubt, and so is one that stands far from where it was asked.
    """
    chosen: dict[int, Block] = {}
    repeats: list[Piece] = []
    alone = _asked_alone(blocks)
    for above, block in zip([None, *blocks], blocks, strict=False):
        number = block.prompt.question
        said = _says_the_same(chosen.get(number), block)  # as a table's first row does on each page
        if (
            above
            and chosen.get(above.prompt.question) is above
            and _stands_in_place(above, block)
            and not said
        ):
            chosen[above.prompt.question] = _answered_as(above, block)
        more = without_mark(block.rows) if number in chosen else None
        if more is not None:
            chosen[number] = replace(chosen[number], rows=(*chosen[number].rows, *more))
        elif number in chosen and not chosen[number].blank:
            why = f"question {number} stands in the sheet twice; this is the second answer"
            repeats += [Piece(row.number, row.text.strip(), why) for row in block.rows if not row.blank]
            chosen[number] = _asked_again(chosen[number], block)
        else:
            chosen[number] = _answered_later(block, alone) if number in chosen else block
    return dict(sorted(chosen.items())), repeats


def _asked_again(first: Block, second: Block) -> Block:
    """The first of two answers to one question, in doubt where the second is another."""
    if second.blank or _says_the_same(first, second):
        return first
    why = f"question {first.prompt.question} is asked again further down, with another answer"
    return replace(first, prompt=replace(first.prompt, doubt=first.prompt.doubt or why))


def _says_the_same(first: Block | None, second: Block) -> bool:
    return first is not None and _bare_words(first.text) == _bare_words(second.text)


def _stands_in_place(blank: Block, block: Block) -> bool:
    """Whether a question that belongs further up, with words behind it, stands where an answer should."""
    return blank.blank and not block.blank and block.prompt.question < blank.prompt.question


def _answered_as(blank: Block, repeat: Block) -> Block:
    """A blank answer, in doubt where a question out of its place stands in its place."""
    why = f"question {repeat.prompt.question} is asked behind it, out of its place: that may be its answer"
    return replace(blank, prompt=replace(blank.prompt, doubt=blank.prompt.doubt or why))


def _asked_alone(blocks: Sequence[Block]) -> frozenset[int]:
    """The questions that stand once without an answer and once with one, if they are many."""
    alone = {one.prompt.question for one in blocks if one.blank}
    both = alone & {one.prompt.question for one in blocks if not one.blank}
    return frozenset(alone if len(both) >= FEWEST else ())


def _answered_later(block: Block, alone: frozenset[int]) -> Block:
    """The answer of a question that was left blank before: in doubt, unless many are first asked alone."""
    number = block.prompt.question
    why = f"question {number} stands in the sheet twice, first without an answer"
    if number in alone:
        return replace(block, likely=why)
    return replace(block, prompt=replace(block.prompt, doubt=block.prompt.doubt or why))


def _bare_words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
