"""Several sheets in one file, one below the other: where the questions begin again, a new sheet begins."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from atop_coder.form import load_form
from atop_coder.reading.furniture import is_title
from atop_coder.reading.report import Line
from atop_coder.reading.rows import is_heading
from atop_coder.reading.starts import Start, find_starts

_FEWEST = 3  # questions that two sheets have in common at least
_LIKE_A_SHEET = 8  # questions, from which on a title alone tells a sheet of its own
_NEAR_FIRST = 3  # so far from the first question of a sheet another may begin
_PREAMBLE = 6  # lines above the first question that are looked at
_SUMMARY = re.compile(
    r"\b(?:summar(?:y|ies)|overview|recap|synopsis|corrections?|corrigend|errat|addend|at a glance"
    r"|table of contents|contents|in short|key (?:facts|answers)|changes)",
    re.IGNORECASE,
)
_RULE = re.compile(r"\s*[-=_*~#—–·. +]{3,}\s*")
_LONGEST_RULE = 500  # characters
_MAIL = re.compile(r"\s*(?:from|to|cc|sent|date|subject|attachments?)\s*:\s", re.IGNORECASE)
_NAMED = re.compile(
    r"\s*[\W_]*(?:sheet|treaty|alliance|codesheet|case|file|atop|entry|record|coder|coding)\b.{0,80}",
    re.IGNORECASE,
)
_ID = re.compile(r"\b\d{3,5}\b")
_SHORT_ANSWERS = 60  # from this question on, answers are a date and names: no paragraph goes on in them


def split_sheets(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of each sheet, what stands above its first question with it; one for a file with one."""
    starts = find_starts(lines)
    firsts = list(_restarts(lines, starts))
    edges = [0, *(_top(lines, starts, place) for place in firsts), len(lines)]
    return [tuple(lines[begin:end]) for begin, end in pairwise(edges)]


def _restarts(lines: Sequence[Line], starts: Sequence[Start]) -> Iterator[int]:
    """The places in `starts` at which another sheet begins."""
    begun, seen = 0, set[int]()
    for place, start in enumerate(starts):
        if start.question in seen and _is_restart(lines, starts, begun, place):
            yield place
            begun, seen = place, set()
        seen.add(start.question)


def _is_restart(lines: Sequence[Line], starts: Sequence[Start], begun: int, place: int) -> bool:
    first = {one.question for one in starts[begun:place]}
    run = _run(starts, place)
    second = {one.question for one in run}
    common, most = len(first & second), max(len(first), len(second))
    if common < _FEWEST or not _begins(starts, begun, place) or not _ascends(run):
        return False
    if _other_id(lines, starts, begun, place):
        return True
    above = [line.text for line in _above(lines, starts, place)]
    if any(_SUMMARY.search(text) for text in above) or _SUMMARY.search(lines[starts[place].at].text):
        return False
    if common * 2 >= most:
        return True
    titled = any(is_title(text) or is_heading(text, load_form()) for text in above)
    return titled and min(len(first), len(second)) >= _LIKE_A_SHEET


def _run(starts: Sequence[Start], place: int) -> list[Start]:
    """The questions from there on, until they begin from the first again."""
    run: list[Start] = []
    seen: set[int] = set()
    for one in starts[place:]:
        if one.question in seen and one.question <= starts[place].question + _NEAR_FIRST:
            break
        seen.add(one.question)
        run.append(one)
    return run


def _begins(starts: Sequence[Start], begun: int, place: int) -> bool:
    """Whether the questions start again about where the sheet before did, after having come further."""
    lowest = min(one.question for one in starts[begun:place])
    again = starts[place].question
    return again <= max(lowest, 1) + _NEAR_FIRST and starts[place - 1].question >= again


def _ascends(run: Sequence[Start]) -> bool:
    steps = [later.question > earlier.question for earlier, later in pairwise(run)]
    return sum(steps) * 5 >= len(steps) * 4


def _other_id(lines: Sequence[Line], starts: Sequence[Start], begun: int, place: int) -> bool:
    """Whether both begin with an ATOP id, and these differ."""
    earlier = next((at for at in range(begun, place) if starts[at].question == 1), None)
    if earlier is None or starts[place].question != 1:
        return False
    ids = [_id(lines, starts, at) for at in (earlier, place)]
    return all(ids) and ids[0] != ids[1]


def _id(lines: Sequence[Line], starts: Sequence[Start], place: int) -> str:
    at = starts[place].at
    end = starts[place + 1].at if place + 1 < len(starts) else len(lines)
    found = (_ID.search(line.text) for line in lines[at : min(end, at + 4)])
    return next((match[0] for match in found if match), "")


def _above(lines: Sequence[Line], starts: Sequence[Start], place: int) -> list[Line]:
    """The last lines with text above a question, none of another question's first."""
    floor = starts[place - 1].at + 1 if place else 0
    filled = [line for line in lines[floor : starts[place].at] if line.text.strip()]
    return filled[-_PREAMBLE:]


def _top(lines: Sequence[Line], starts: Sequence[Start], place: int) -> int:
    """The index of the first line of a sheet: titles, rules and the like above its first question are its."""
    floor = starts[place - 1].at + 1
    at = start = starts[place].at
    paged = next((i for i in range(start, floor, -1) if lines[i].page != lines[i - 1].page), None)
    if paged is not None:
        return paged
    while at > floor and _is_above_sheet(lines[at - 1]):
        at -= 1
    return _behind_names(lines, floor, at) if starts[place - 1].question >= _SHORT_ANSWERS else at


def _behind_names(lines: Sequence[Line], floor: int, at: int) -> int:
    """Where names end that are the last answer: with their paragraph, for names do not go on in another."""
    prompt = lines[floor - 1].text.rstrip()
    end = floor
    if prompt.endswith((":", ")", "?")):
        end = next((i for i in range(floor, at) if lines[i].text.strip()), at)
    return next((i for i in range(end, at) if not lines[i].text.strip()), at)


def _is_above_sheet(line: Line) -> bool:
    text = line.text.strip()
    return (
        not text
        or bool(line.aside)
        or bool((len(text) < _LONGEST_RULE and _RULE.fullmatch(text)) or _MAIL.match(text))
        or is_title(text)
        or is_heading(text, load_form())
        or (len(text) < 90 and bool(_NAMED.fullmatch(text)) and not text.endswith((".", ";")))
    )
