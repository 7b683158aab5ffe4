"""What stands before every line: the marks of a quoted mail, the numbers of the lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from atop_coder.reading.arranging.arranged import Arranged, part, question_opened, questions_asked
from atop_coder.reading.report import Line

FEWEST = 12  # lines with text that a file has in which every line is marked
_QUOTED = re.compile(
    r"(?:[ \t]*>)+[ \t]?|[ \t]*(?://|%+|;+|[A-Z]{1,3}>)[ \t]?|[ \t]*\|[ \t]?(?!.*\|)|[ \t]*:[ \t]"
)
_EMPTY = re.compile(r"[ \t]*(?:[|:>][|:> \t]*|//|%+|;+|[A-Z]{1,3}>)[ \t]*")
_NEARLY_ALL = 0.85
_MANY = 0.4  # of the lines, where a mail program broke long ones and quoted only their first pieces
_NUMBERED = re.compile(r"[ \t]*[L\[(]?(\d{1,4})\]?(?:[ \t]{0,9}[|:.)]?[ \t]{0,9}$|[ \t]*[|:.)][ \t]+|[ \t]+)")
_COUNTING = 0.9  # the share of lines whose number is one more than the last
_SAMPLE = 500  # lines whose words are looked at
_MOSTLY = 0.7
_MOST_QUESTIONS = 75  # more lines than a sheet has questions


def without_quoting(arranged: Arranged) -> Arranged:
    """The lines without `> `, `>> ` or `| ` before each of them."""
    filled = [line for line in arranged.lines if line.text.strip() and not line.aside]
    marked = [line for line in filled if _mark_end(line.text)]
    share = len(marked) / max(1, len(filled))
    if len(marked) < FEWEST or share < _MANY or not (share >= _NEARLY_ALL or _prompts_are_marked(filled)):
        return arranged
    return arranged.then((part(line, _mark_end(line.text)) for line in arranged.lines), QUOTED_NOTE)


FIFTH_NOTE = "every fifth line is numbered at the left: the numbers were left out"
QUOTED_NOTE = "the text is quoted, as in a mail: the marks before its lines were left out"


def _mark_end(text: str) -> int:
    """The column behind a mark of quotation; 0 where none stands."""
    match = _EMPTY.fullmatch(text) or _QUOTED.match(text)
    return match.end() if match else 0


def _prompts_are_marked(filled: Sequence[Line]) -> bool:
    """Whether nearly all lines that begin with a prompt have the mark too: then it is not one of answers."""
    marked = plain = 0
    for line in filled:
        end = _mark_end(line.text)
        if question_opened(line.text[end:]):
            marked, plain = marked + bool(end), plain + (not end)
    return marked >= 3 and marked > 9 * plain


def without_line_numbers(arranged: Arranged) -> Arranged:
    """The lines without the numbers that count them at the left, each or every fifth."""
    return _without_each(arranged) or _without_fifth(arranged) or arranged


def _without_fifth(arranged: Arranged) -> Arranged | None:
    """The lines without the numbers 5, 10, 15, … at every fifth; None if they have none."""
    filled = [line for line in arranged.lines if line.text.strip() and not line.aside]
    for lines in (arranged.lines, filled):
        fifth = [(match, line) for line in lines[4::5] if (match := _NUMBERED.match(line.text))]
        right = [int(match[1]) == 5 * place for place, (match, _) in enumerate(fifth, start=1)]
        told = len(fifth) >= max(FEWEST, _NEARLY_ALL * (len(lines) // 5)) and all(right)
        if told and _other_numbers(fifth):
            ends = {id(line): match.end() for match, line in fifth}
            return arranged.then((part(one, ends.get(id(one), 0)) for one in arranged.lines), FIFTH_NOTE)
    return None


def _without_each(arranged: Arranged) -> Arranged | None:
    filled = [line for line in arranged.lines if line.text.strip() and not line.aside]
    found = [(match, line) for line in filled if (match := _NUMBERED.match(line.text))]
    if len(found) < FEWEST or len(found) < _COUNTING * len(filled) or not _count(found):
        return None
    first, last = int(found[0][0][1]), int(found[-1][0][1])
    ends = {id(line): match.end() for match, line in found}
    lines = (part(line, ends.get(id(line), 0)) for line in arranged.lines)
    return arranged.then(lines, f"the lines are numbered at the left ({first} to {last}): left out")


def _count(found: Sequence[tuple[re.Match[str], Line]]) -> bool:
    """Whether the numbers count lines, not questions: one more each, and other than the prompts' behind."""
    numbers = [int(match[1]) for match, _ in found]
    steps = [later - earlier == 1 or later == 1 for earlier, later in pairwise(numbers)]
    if sum(steps) < _COUNTING * len(steps):
        steps = _steps_of_lines(found)
    if sum(steps) < _COUNTING * len(steps):
        return False
    others = _other_numbers(found)
    return others if others is not None else len(found) > _MOST_QUESTIONS


def _other_numbers(found: Sequence[tuple[re.Match[str], Line]]) -> bool | None:
    """Whether the numbers are other than those of the questions behind them; None if too few ask one."""
    asking = [
        (int(match[1]), asked)
        for match, line in found[:_SAMPLE]
        if (asked := _asked(line.text[match.end() :]))
    ]
    if not asking:
        return None
    return len(asking) >= 3 and sum(number not in asked for number, asked in asking) > _MOSTLY * len(asking)


def _asked(text: str) -> frozenset[int]:
    """The questions that a text may ask, with its number or without."""
    opened = question_opened(text)
    return frozenset([opened[0]]) if opened and opened[1] else questions_asked(text)


def _steps_of_lines(found: Sequence[tuple[re.Match[str], Line]]) -> list[bool]:
    """Whether each number is as far from the last as the lines are, blank ones counted."""
    pairs = pairwise(found)
    return [
        int(later[0][1]) - int(earlier[0][1]) == later[1].number - earlier[1].number
        for earlier, later in pairs
    ]
