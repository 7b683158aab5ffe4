"""Boxes to tick: of "☒ Yes ☐ No" the ticked one is the answer."""

import re
from functools import cache

from atop_coder.form import load_form

_OPEN = "☐□◻❏❑▢"
_TICKED = "☒☑🗹🗷⊠■"
_ANY = re.compile(rf"[{_OPEN}{_TICKED}]")


def without_open_boxes(text: str) -> str:
    """The text without the choices whose box is open, and without the ticked boxes themselves.

    Boxes stand before their choices or behind them. What is no choice of the form stays as it is.
    """
    if not _ANY.search(text):
        return text
    return "\n".join(_of_line(line) for line in text.split("\n"))


def _of_line(line: str) -> str:
    if not _ANY.search(line):
        return line
    before, behind = _patterns()
    first = before if _stand_before(line) else behind
    left = first.sub("", line)
    line = left if left == line else re.sub(r"[\s/|]+$", "", left)  # what parted it from the open one
    return re.sub(rf"[{_TICKED}]\s*|\s*[{_OPEN}](?=\s*$)", "", line)


def _stand_before(line: str) -> bool:
    """Whether boxes stand before their choices: one is followed by a choice, the last thing is no box."""
    before, _ = _patterns()
    return not re.search(rf"[{_OPEN}{_TICKED}]\W*$", line) or bool(before.match(line.lstrip()))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """An open box with its choice behind it, and one with its choice before it."""
    form = load_form()
    ways = {way for question in form.questions for choice in question.choices for way in choice.ways}
    for status in form.statuses:
        ways |= {status.label.casefold(), *(spelling.casefold() for spelling in status.spellings)}
    choices = "|".join(re.escape(way) for way in sorted({*ways, "no", "none"}, key=len, reverse=True) if way)
    before = rf"[{_OPEN}]\s*(?:{choices})(?!\w|/\w)[\s.,;/|]*"
    behind = rf"(?<![\w])(?:{choices})[\s:]*[{_OPEN}][\s,;/|]*"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)
