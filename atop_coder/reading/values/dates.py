"""Dates of questions 3 and 60, with the states they hold for."""

import re
from collections.abc import Sequence
from datetime import date

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.beside import (
    doubt_of_partial,
    doubt_of_words,
    has_whole_date,
    says_event,
    says_signed,
    strip_edges,
)
from atop_coder.reading.values.date_groups import Dated
from atop_coder.reading.values.dated import find_dated, recent, without_found
from atop_coder.reading.values.entries import (
    NO_DOUBT,
    Doubt,
    Entries,
    read_entries,
    unsure,
    with_brackets_closed,
    worst,
)
from atop_coder.reading.values.parsed import Around, Parsed, not_read, with_details
from atop_coder.reading.values.words import after
from atop_coder.sheet import Answer, DateEntry, PartialDate
from atop_coder.sheet.text import in_quotes

_LABEL = 60  # characters before or behind a date that may say what it is of


def parse_dates(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """The dates of question 3, in the sheet's order, each with its states and its note."""
    texts = with_brackets_closed(paragraphs)
    found = [_read_signed(text) or _read_paragraph(text, around, place) for place, text in enumerate(texts)]
    entries = tuple(entry for one in found for entry in one.entries)
    doubt = worst(one.doubt for one in found)
    if not entries:
        return not_read(paragraphs, doubt[1] or "no date was found")
    answer = with_details(Answer(value=entries), [text for one in found for text in one.left])
    return Parsed(answer, *doubt)


def _read_paragraph(text: str, around: Around, place: int) -> Entries:
    """The dates of a paragraph; behind the first, one that begins with prose is doubtful."""
    found = read_entries(text, around, place)
    lead = found.entries[0].note if found.entries else ""
    label = lead.partition(";")[0]
    if not place or not label or says_signed(label) or not text.lstrip().startswith(label[:8]):
        return found
    if re.match(re.escape(label) + r"\s*[:–—-]", text.strip()):
        return found
    doubt = worst([found.doubt, unsure(f"{in_quotes(label)} stands before the date")])
    return Entries(found.entries, found.left, doubt)


def _read_signed(text: str) -> Entries | None:
    """The dates that a text says were those of the signature, where it says of others that they were not."""
    found = [one for one in find_dated(text) if one.dates]
    ends = [0, *(one.end for one in found)]
    labels = [text[max(end, one.start - _LABEL) : one.start] for end, one in zip(ends, found, strict=False)]
    signed = [one for one, label in zip(found, labels, strict=True) if says_signed(_last_clause(label))]
    others = any(says_event(_last_clause(label)) for label in labels)
    if not signed or not others:
        return None
    entries = [DateEntry(date=day, note=text) for one in signed for day in one.dates]
    return Entries(tuple(entries), (), unsure("other dates stand beside that of the signature"))


def _last_clause(label: str) -> str:
    return re.split(r"[;.(]\s?", label)[-1] or label


def parse_date_answer(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """The one date of question 60; of several the latest, since the last revision is asked for."""
    text = "\n".join(paragraphs)
    found = [(one, day, doubt) for one in find_dated(text) for day, doubt in _days(one, date.today())]
    problem = next(
        (one.why for one in find_dated(text) if not one.dates and not _days(one, date.today())), ""
    )
    if not found:
        return not_read(paragraphs, problem or "no date was found")
    if len(found) > 1:
        latest = max((day for _, day, _ in found), key=PartialDate.last)
        answer = with_details(Answer(value=latest), paragraphs)
        return Parsed(answer, Sureness.UNSURE, "there are several dates; the latest was taken")
    only, day, doubt = found[0]
    before, behind = strip_edges(text[: only.start]), after(text, only.end)
    kept = text[only.start : only.end] if only.kept else ""
    answer = with_details(Answer(value=day), [before, kept, *behind.split("\n")])
    return Parsed(answer, *worst([unsure(problem), doubt, _beside(text, only, around)]))


def _beside(text: str, one: Dated, around: Around) -> Doubt:
    """What the words beside the only date make doubtful."""
    before, behind = text[: one.start], text[one.end :]
    why = (
        doubt_of_partial(text, without_found(text, [one]), one, around)
        or doubt_of_words(strip_edges(before), around, lead=True, events=False)
        or doubt_of_words(strip_edges(behind), around, events=False)
    )
    return unsure(why) if why or has_whole_date(behind) else NO_DOUBT


def _days(one: Dated, today: date) -> list[tuple[PartialDate, Doubt]]:
    """The dates of a group; one with a year of two digits where it can only be a recent one."""
    if one.short and (day := recent(one.short, today)):
        return [(day, (Sureness.LIKELY, "the year was written with two digits"))]
    return [(day, (one.sureness, one.why)) for day in one.dates]
