"""The dates of a paragraph with their states and notes, for questions 3 and 14."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from atop_coder.reading.report import Sureness
from atop_coder.reading.values.beside import (
    doubt_of_partial,
    doubt_of_words,
    has_whole_date,
    states_and_rest,
)
from atop_coder.reading.values.date_groups import Dated
from atop_coder.reading.values.dated import find_dated, without_found
from atop_coder.reading.values.parsed import Around
from atop_coder.reading.values.words import after
from atop_coder.sheet import DateEntry
from atop_coder.sheet.text import in_quotes

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BRACKETS = re.compile(r"[\s,:–—-]{0,9}(?:\(([^()]*)\)|\[([^\[\]]*)\])")
_NUMBER_AHEAD = re.compile(r"(?:^|(?<=[\s;,.]))\(?(\d{1,2})[.)]\s*$")
_NUMBERING = re.compile(r"\s*\(?(\d{1,2})[.)]\s+|\s*\(?([a-z])\)\s+")
_FOLLOWS = re.compile(r"\W*(?:or|to|until|till|through)\b|\W*\?", re.IGNORECASE)
_LONGEST_NOTE = 100  # characters; more is prose
_TAIL = 200  # characters behind a date that are looked at for what they say of it
_RANK = {Sureness.SURE: 0, Sureness.LIKELY: 1, Sureness.UNSURE: 2}

Doubt = tuple[Sureness, str]
NO_DOUBT: Doubt = (Sureness.SURE, "")


def unsure(why: str) -> Doubt:
    """The doubt of that reason; none if there is no reason."""
    return (Sureness.UNSURE, why) if why else NO_DOUBT


def worst(doubts: Iterable[Doubt]) -> Doubt:
    """The first of the gravest doubts."""
    return max(doubts, key=lambda doubt: _RANK[doubt[0]], default=NO_DOUBT)


@dataclass(frozen=True)
class Entries:
    """The dates that were read, the text that is in none of them, and the doubt about all."""

    entries: tuple[DateEntry, ...] = ()
    left: tuple[str, ...] = ()
    doubt: Doubt = NO_DOUBT


@dataclass
class _Found:
    """What was read so far."""

    entries: list[DateEntry] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_entries(text: str, around: Around, place: int = 0, notes: bool = True) -> Entries:
    """The dates of one paragraph, as long as nothing but states, brackets and notes stands between them.

    What stands before a date, or in brackets behind it, and is no list of states is its note (without `notes`
    it is left); the text from the first prose on is left. `place` counts the paragraphs from 0.
    """
    text, numbered = _without_number(text, place)
    found = outside_brackets(text)
    problem = next((one.why for one in found if not one.dates), "")
    good = [one for one in found if one.dates]
    if not good:
        return Entries((), (text,) if text.strip() else (), unsure(problem))
    got = _Found(doubts=[unsure(problem)])
    if numbered and not good[0].dates[0].whole and not text[: good[0].start].strip():
        got.doubts.append(unsure("the number before the date may be a day"))
    _read_all(text, good, around, notes, numbered, got)
    return Entries(tuple(got.entries), tuple(part for part in got.left if part), worst(got.doubts))


def with_brackets_closed(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs, those together that lie within one pair of brackets."""
    whole: list[str] = []
    for text in paragraphs:
        if whole and whole[-1].rfind("(") > whole[-1].rfind(")") and re.match(r"[^()]*\)", text):
            whole[-1] += f" {text}"
        else:
            whole.append(text)
    return whole


def outside_brackets(text: str) -> list[Dated]:
    """The dates of a text that stand outside brackets; all of them if none does."""
    found = find_dated(text)
    spans = [match.span() for match in _BRACKETED.finditer(text)]
    starts = [start for start, _ in spans]
    ends = [0, *(end for _, end in spans)]
    outside = [one for one in found if one.start >= ends[bisect_left(starts, one.start + 1)]]
    return outside if any(one.dates for one in outside) else list(found)


def _without_number(text: str, place: int) -> tuple[str, bool]:
    """The text without the number or letter that counts it in a list, and whether there was a number."""
    match = _NUMBERING.match(text)
    if not match or (int(match[1]) if match[1] else ord(match[2]) - ord("a") + 1) != place + 1:
        return text, False
    return text[match.end() :], bool(match[1])


def _without_next_number(text: str, number: int) -> str:
    """What stands between two dates of a list without the number that counts the second."""
    match = _NUMBER_AHEAD.search(text, max(0, len(text) - 12))
    return text[: match.start()] if match and int(match[1]) == number else text


def _read_all(
    text: str, good: Sequence[Dated], around: Around, notes: bool, numbered: bool, got: _Found
) -> None:
    ahead, note = states_and_rest(text[: good[0].start], around, signed=notes)
    names_first = bool(ahead)
    rest = without_found(text, find_dated(text))
    for at, one in enumerate(good):
        last = at + 1 == len(good)
        until = len(text) if last else good[at + 1].start
        between = text[one.end : until]
        if numbered and not last:
            between = _without_next_number(between, at + 2)
        behind = _behind(between, around, names_first, last, notes)
        words = [part for part in (note, text[one.start : one.end] if one.kept else "", behind.note) if part]
        got.doubts += [(one.sureness, one.why), _doubt(text, rest, one, [note, behind.note], around, notes)]
        states = ahead or behind.states
        if len(one.dates) > 1 and (states or any((note, behind.note))):
            got.doubts.append(unsure("what stands beside the dates may be of one of them alone"))
        kept = "; ".join(words) if notes else ""
        got.left += [] if notes else words
        got.entries += [DateEntry(date=date, states=states, note=kept) for date in one.dates]
        ahead, note = behind.ahead, behind.ahead_note
        if behind.prose:
            _take_prose(text, one.end, behind.prose, last, around, notes, got)
            return


def _take_prose(
    text: str, start: int, prose: str, last: bool, around: Around, notes: bool, got: _Found
) -> None:
    got.left.append(after(text[text.index(prose, start) :], 0).strip())
    sentence = re.split(r"[.;]\s|\n", prose[:_TAIL])[0]
    got.doubts.append(unsure(doubt_of_words(sentence, around, events=notes, states="first")))
    if not last and not re.search(r"\.\s", text[start : start + text[start:].index(prose) + len(prose)]):
        got.doubts.append(unsure(f"another date stands behind {in_quotes(sentence.strip())}"))
    if _FOLLOWS.match(prose):
        got.doubts.append(unsure(f"it goes on with {in_quotes(prose[:40].strip())}"))


def _doubt(text: str, rest: str, one: Dated, words: Sequence[str], around: Around, notes: bool) -> Doubt:
    """What the words of a date, and those beside it, make doubtful about it."""
    lead, behind = words
    reasons = [
        doubt_of_partial(text, rest, one, around),
        doubt_of_words(lead, around, lead=notes, events=notes, states="any" if notes else ""),
        doubt_of_words(behind, around, events=notes, states="any" if notes or _only_names(behind) else ""),
    ]
    if has_whole_date(behind):
        reasons.append("another date stands in brackets behind it")
    return unsure(next((reason for reason in reasons if reason), ""))


def _only_names(words: str) -> bool:
    """Whether words are names alone: none but "and" and "of" begins with a small letter."""
    return not re.search(r"(?<!\w)(?!(?:and|of|the)\b)[^\W\d_A-Z]", words)


@dataclass(frozen=True)
class _Behind:
    """What follows a date: its states and note, those of the date to come, prose that ends the list."""

    states: tuple[int, ...] = ()
    note: str = ""
    ahead: tuple[int, ...] = ()
    ahead_note: str = ""
    prose: str = ""


def _behind(text: str, around: Around, names_first: bool, last: bool, notes: bool) -> _Behind:
    """What follows a date, up to the next one or, behind the last, to the end."""
    states, note, text = _of_brackets(text, around)
    own, ahead = (text, "") if last else _parted(text, names_first)
    named, rest = states_and_rest(own, around, signed=notes)
    if named and (states or names_first):
        return _Behind(states, note, prose=own.strip())
    if rest and (ahead or (named and len(rest) <= _LONGEST_NOTE)):
        note, rest = "; ".join(part for part in (note, rest) if part), ""
    if rest:
        return _Behind(states, note, prose=own.strip())
    to_come, ahead_note = states_and_rest(ahead, around, signed=notes)
    return _Behind(states or named, note, to_come, ahead_note)


def _of_brackets(text: str, around: Around) -> tuple[tuple[int, ...], str, str]:
    """The states and the note of the brackets that a text begins with, and what stands behind them."""
    states: tuple[int, ...] = ()
    notes: list[str] = []
    while bracket := _BRACKETS.match(text):
        inside = bracket[1] or bracket[2] or ""
        named, note = states_and_rest(inside, around)
        if named and states:
            break
        states = states or named
        notes += [note] if note else []
        text = text[bracket.end() :]
        if len(notes) > 1:
            break
    return states, "; ".join(notes), text


def _parted(text: str, names_first: bool) -> tuple[str, str]:
    """What belongs to the date before a text, and what belongs to the date behind it."""
    own, mark, ahead = text.partition(";")
    if mark:
        return own, ahead or " "
    if names_first or text.rstrip().endswith(":"):
        return "", text or " "
    return text, ""
