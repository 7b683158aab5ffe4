"""What the panels say of changes, remarks, states and wars, in words."""

from collections.abc import Iterator
from datetime import datetime

from atop_coder.compare.texts import changed_places
from atop_coder.files.remark import Remark
from atop_coder.form import Form, Question, Status
from atop_coder.sheet import Answer
from atop_coder.sheet.answer_lines import extra_lines, head_lines

BLANK_WORDS = "blank"
MAX_CHARS = 140  # characters of a passage that are shown; its middle is left out
SAME = 4  # words of the unchanged text that are shown around a change
MAX_CHANGES = 6  # changes of a description that are told one by one


def day_and_time(when: datetime) -> str:
    """A UTC time as a person here reads it: `21 November 2026, 14:03`."""
    local = when.astimezone()
    return f"{local.day} {local:%B %Y, %H:%M}"


def said_by(remark: Remark) -> str:
    """Who and when: `Jae-eon Lee, 21 November 2026, 14:03`."""
    return ", ".join(part for part in (remark.who, day_and_time(remark.when)) if part)


def accepted_words(remark: Remark) -> str:
    """The reason for which a warning was accepted, with who and when."""
    reason = f"“{remark.reason}” " if remark.reason else "without a reason "
    return f"Accepted: {reason}({said_by(remark)})"


def value_words(question: Question, answer: Answer, form: Form) -> str:
    """The value, or the words of the status, as a sheet writes it; "blank" for a blank answer."""
    if answer.status == Status.BLANK:
        return BLANK_WORDS
    return "; ".join((*head_lines(question, answer, form), *extra_lines(answer)))


def change_lines(question: Question, before: Answer, after: Answer, form: Form) -> tuple[str, ...]:
    """What is another now: first the value, then each passage of the description."""
    lines = []
    old, new = value_words(question, before, form), value_words(question, after, form)
    if old != new:
        lines.append(f"{_short(old) or 'no value'} → {_short(new) or 'no value'}")
    lines.extend(_details_lines(before.details, after.details))
    return tuple(lines)


def _details_lines(before: str, after: str) -> list[str]:
    if before == after:
        return []
    if not before:
        return [f"Description added: {_short(after)}"]
    if not after:
        return [f"Description taken out: {_short(before)}"]
    passages = list(_passages(before.split(), after.split()))
    if not passages:
        return ["Description: parted into paragraphs in another way"]
    shown = passages[:MAX_CHANGES]
    rest = len(passages) - len(shown)
    return shown + ([f"and {rest} more change{'s' if rest > 1 else ''} in the description"] if rest else [])


def _passages(before: list[str], after: list[str]) -> Iterator[str]:
    """Each place where the words differ, with a few words around it."""
    for a1, a2, b1, b2 in changed_places(before, after):
        lead = " ".join(before[max(0, a1 - SAME) : a1])
        tail = " ".join(before[a2 : a2 + SAME])
        old, new = _short(" ".join(before[a1:a2])), _short(" ".join(after[b1:b2]))
        near = f"after {_quoted(lead)}" if lead else f"before {_quoted(tail)}" if tail else "everywhere"
        if not old:
            yield f"Added {near}: {_quoted(new)}"
        elif not new:
            yield f"Taken out {near}: {_quoted(old)}"
        else:
            yield f"{_quoted(old)} → {_quoted(new)}, {near}"


def _quoted(text: str) -> str:
    """The text in quotation marks, or as it is if it has some of its own."""
    return text if any(mark in text for mark in '“”"') else f"“{text}”"


def _short(text: str) -> str:
    """The text on one line, its middle left out if it is long."""
    text = " ".join(text.split())
    if len(text) <= MAX_CHARS:
        return text
    half = MAX_CHARS // 2
    return f"{text[:half].rstrip()} … {text[-half:].lstrip()}"
