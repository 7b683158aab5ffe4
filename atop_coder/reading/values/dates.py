"""Dates of questions 3, 14 and 60, with the states they hold for."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.states import only_states
from atop_coder.reading.values.words import after
from atop_coder.sheet import Answer, DateEntry, PartialDate, Termination, find_dates
from atop_coder.sheet.dates import FoundDate
from atop_coder.sheet.text import in_quotes

_IN_EFFECT = re.compile(
    r"\s*(?:(?:the|this)\s+)?(?:(?:alliance|treaty|agreement|pact)\s+)?(?:(?:is|was|remains?|remained|continues)\s+)?"
    r"(?:(?:still|currently|to be)\s+)*(?:in\s+(?:effect|force)|effective|active|ongoing)\b[\s,]*"
    r"(?:(?:as\s+of|as\s+at|on|until|through|by|since)\b)?[\s:,(]*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\])")
_FILLERS = re.compile(r"^(?:(?:signed|and|by|for)\b\s*)+|\s*\b(?:on|in|by)\s*$", re.IGNORECASE)
_AND = re.compile(r"^(?:and|&)\b\s*|\s*(?:\band|&)$", re.IGNORECASE)
_EDGES = " \t\n.,;:–—-"
# A day with a month that no calendar has, or without one, beside a year: "Smarch 14, 1997".
_WORD = r"[^\W\d_]{3,20}"
_DAY = r"(?<![\w/.-])\d{1,2}(?:st|nd|rd|th)?"
_DAY_AHEAD = re.compile(rf"(?:{_WORD}\.?\s*)?{_DAY}[\s,.-]*$|{_DAY}[\s-]+(?:of\s+)?{_WORD}\.?[\s,.-]*$")
_DAY_BEHIND = re.compile(rf"[\s,.-]*(?:{_WORD}\.?\s+{_DAY}|{_DAY}\s+{_WORD})(?!\w)")
_NEAR = 40  # characters beside a year
_TWO_DIGITS = re.compile(r"\s*(\d{1,2})/(\d{1,2})/(\d{2})(?!\d)")


@dataclass(frozen=True)
class _Entries:
    entries: tuple[DateEntry, ...]
    left: tuple[str, ...]
    problem: str


def parse_dates(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """The dates of question 3, in the sheet's order, each with its states and its note."""
    found = [_read_entries(paragraph, around) for paragraph in _with_brackets_closed(paragraphs)]
    entries = tuple(entry for one in found for entry in one.entries)
    problem = next((one.problem for one in found if one.problem), "")
    if not entries:
        return not_read(paragraphs, problem or "no date was found")
    answer = with_details(Answer(value=entries), [text for one in found for text in one.left])
    return _unless(problem, answer)


def _with_brackets_closed(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs, those together that lie within one pair of brackets."""
    whole: list[str] = []
    for text in paragraphs:
        if whole and whole[-1].rfind("(") > whole[-1].rfind(")") and re.match(r"[^()]*\)", text):
            whole[-1] += f" {text}"
        else:
            whole.append(text)
    return whole


def parse_termination(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """`Still in effect as of …`, or the dates of the end; all other words are description."""
    in_effect = _IN_EFFECT.match(paragraphs[0])
    if in_effect:
        return _parse_in_effect(paragraphs, in_effect.end(), around)
    entries: list[DateEntry] = []
    details: list[str] = []
    problem = ""
    paragraphs = _with_brackets_closed(paragraphs)
    for at, paragraph in enumerate(paragraphs):
        if at and not _begins_with_date(paragraph, around):
            details += paragraphs[at:]
            break
        found = _read_entries(paragraph, around, notes=False)
        if not found.entries and not entries:
            return not_read(paragraphs, found.problem or "no date was found")
        entries += found.entries
        details += found.left
        problem = problem or found.problem
    answer = with_details(Answer(value=Termination(dates=tuple(entries))), details)
    return _unless(problem, answer)


def parse_date_answer(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """The one date of question 60; of several the latest, since the last revision is asked for."""
    text = paragraphs[0]
    if short := _TWO_DIGITS.match(text):
        text = f"{short[1]}/{short[2]}/20{short[3]}{text[short.end() :]}"
    found = [one for one in find_dates(text) if one.date]
    if not found:
        problem = next((one.problem for one in find_dates(text)), "no date was found")
        return not_read(paragraphs, problem)
    if len(found) > 1:
        latest = max((one.date for one in found if one.date), key=PartialDate.last)
        answer = with_details(Answer(value=latest), paragraphs)
        return Parsed(answer, Sureness.UNSURE, "there are several dates; the latest was taken")
    only = found[0]
    before = text[: only.start].strip(_EDGES)
    answer = with_details(Answer(value=only.date), [before, after(text, only.end), *paragraphs[1:]])
    if short:
        return Parsed(answer, Sureness.LIKELY, "the year was written with two digits")
    return _unless(_not_whole(text, only, around), answer)


def _parse_in_effect(paragraphs: Sequence[str], end: int, around: Around) -> Parsed:
    text = paragraphs[0]
    found = next((one for one in find_dates(text) if one.start >= end), None)
    if found is None or found.start > end + 24 or found.date is None:
        why = found.problem if found and found.problem else "it says “in effect” without a date"
        return not_read(paragraphs, why)
    between = text[end : found.start].strip(_EDGES)
    rest = re.sub(r"^\)\s*", "", after(text, found.end))
    answer = with_details(
        Answer(value=Termination(in_effect_as_of=found.date)), [between, rest, *paragraphs[1:]]
    )
    return _unless(_not_whole(text, found, around), answer)


def _unless(problem: str, answer: Answer) -> Parsed:
    return Parsed(answer, Sureness.UNSURE, problem) if problem else Parsed(answer)


def _not_whole(text: str, one: FoundDate, around: Around) -> str:
    """In words, that beside a year stand a day and a month that were not understood; "" if none do."""
    if one.date is None or one.date.month:
        return ""
    ahead = _DAY_AHEAD.search(text[max(0, one.start - _NEAR) : one.start])
    behind = _DAY_BEHIND.match(text[one.end : one.end + _NEAR])
    year = text[one.start : one.end]
    if ahead and not only_states(ahead[0].strip(_EDGES), around):
        return f"only the year was understood of {in_quotes(ahead[0] + year)}"
    if behind and not only_states(behind[0].strip(_EDGES), around):
        return f"only the year was understood of {in_quotes(year + behind[0])}"
    return ""


def _begins_with_date(paragraph: str, around: Around) -> bool:
    first = next((one for one in find_dates(paragraph) if one.date), None)
    if first is None:
        return False
    before = paragraph[: first.start].strip(_EDGES)
    return not before or bool(only_states(before, around))


def _read_entries(text: str, around: Around, notes: bool = True) -> _Entries:
    """The dates of one paragraph, as long as nothing but states and brackets stands between them.

    What stands before the first date, or in brackets behind one, and is no list of states is its note
    (without `notes` it is left); the text from the first prose on is left.
    """
    found = _outside_brackets(text)
    problem = next((one.problem for one in found if one.problem), "")
    good = [one for one in found if one.date]
    if not good:
        return _Entries((), (text,) if text.strip() else (), problem)
    ahead, lead = _states_or_note(text[: good[0].start], around)
    names_first = bool(ahead)
    entries: list[DateEntry] = []
    left: list[str] = [] if notes or not lead else [lead]
    words = [lead] if notes and lead else []
    for at, one in enumerate(good):
        assert one.date is not None
        until = good[at + 1].start if at + 1 < len(good) else len(text)
        behind = _behind(text[one.end : until], around, names_first, last=at + 1 == len(good))
        if behind.note and notes:
            words.append(behind.note)
        problem = problem or _not_whole(text, one, around)
        entries.append(DateEntry(date=one.date, states=ahead or behind.states, note="; ".join(words)))
        words, ahead = [], behind.ahead
        if behind.note and not notes:
            left.append(behind.note)
        if behind.prose:
            start = text.index(behind.prose, one.end)
            left.append(after(text[start:], 0).strip())
            break
    return _Entries(tuple(entries), tuple(part for part in left if part), problem)


def _outside_brackets(text: str) -> list[FoundDate]:
    spans = [match.span() for match in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", text)]
    found = list(find_dates(text))
    starts = [start for start, _ in spans]
    ends = [0, *(end for _, end in spans)]
    outside = [one for one in found if one.start >= ends[bisect_left(starts, one.start)]]
    return outside or found


def _states_or_note(text: str, around: Around) -> tuple[tuple[int, ...], str]:
    text = text.strip(_EDGES)
    bare = _FILLERS.sub("", text).strip(_EDGES)
    if not bare:
        return (), ""
    states = only_states(bare, around)
    return (states, "") if states else ((), text)


@dataclass(frozen=True)
class _Behind:
    """What follows a date: its states and note, the states of the date to come, prose that ends the list."""

    states: tuple[int, ...] = ()
    note: str = ""
    ahead: tuple[int, ...] = ()
    prose: str = ""


def _behind(text: str, around: Around, names_first: bool, last: bool) -> _Behind:
    states: tuple[int, ...] = ()
    note = ""
    if bracket := _BRACKETS.match(text):
        states, note = _states_or_note(bracket[1] or bracket[2] or "", around)
        text = text[bracket.end() :]
    if states and (bracket := _BRACKETS.match(text)):
        more, note = _states_or_note(bracket[1] or bracket[2] or "", around)
        text = text if more else text[bracket.end() :]
    rest = _AND.sub("", text.strip(_EDGES)).strip(_EDGES)
    bare = _FILLERS.sub("", rest).strip(_EDGES)
    if not bare:
        return _Behind(states, note)
    named = only_states(bare, around)
    if named and names_first and not last:
        return _Behind(states, note, ahead=named)
    if named and not states and not names_first:
        return _Behind(named, note)
    return _Behind(states, note, prose=text.strip())
