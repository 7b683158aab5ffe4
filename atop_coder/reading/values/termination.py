"""Question 14: still in effect as of a day, or ended on one; a small grammar over `termination_words`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from atop_coder.form import Question
from atop_coder.reading.report import Sureness
from atop_coder.reading.values.addresses import without_addresses
from atop_coder.reading.values.beside import doubt_of_partial, strip_edges
from atop_coder.reading.values.date_groups import Dated
from atop_coder.reading.values.dated import find_dated, without_found
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
from atop_coder.reading.values.states import only_states
from atop_coder.reading.values.termination_words import DATE, has_slip, signs_of
from atop_coder.reading.values.words import after
from atop_coder.sheet import Answer, DateEntry, PartialDate, Termination

# Words that say no more than `Still in effect as of` does: they are the value, and in no description.
_IN_EFFECT = (
    r"(?:(?:the|this)\s+)?(?:(?:alliance|treaty|agreement|pact)\s+)?(?:(?:is|was|remains?|remained|continues)\s+)?"
    r"(?:(?:still|currently|to be)\s+){0,3}(?:in\s+(?:effect|force)|effective|active|ongoing)(?!\w)[\s,]{0,9}"
    r"(?:(?:as\s+of|as\s+at|on|by|since)(?!\w))?"
)
_IN_EFFECT_AHEAD = re.compile(rf"(?<!\w){_IN_EFFECT}[\s:,(]{{0,9}}$", re.IGNORECASE)
_AS_OF_AHEAD = re.compile(r"(?<!\w)(?:as\s+of|as\s+at)[\s:,(]{0,9}$", re.IGNORECASE)
_IN_EFFECT_WHOLE = re.compile(rf"[\s(,:\[–—-]{{0,9}}{_IN_EFFECT}[\s).\],]{{0,9}}", re.IGNORECASE)
_LONGEST_PHRASE = 120  # characters
NOT_UNDERSTOOD = "words before the date were not understood"
_PART = re.compile(r"[;.]")


class Role(StrEnum):
    """What a date is of."""

    IN_EFFECT = "in effect"
    END = "end"
    START = "start"
    PLAIN = "plain"
    SEEN = "seen"
    DOUBT = "doubt"


@dataclass(frozen=True)
class Reading:
    """A date of the answer with its role, how sure that is, and whether it is the day an end took effect."""

    date: PartialDate
    one: Dated
    role: Role
    doubt: Doubt = NO_DOUBT
    effective: bool = False


def parse_termination(_question: Question, paragraphs: Sequence[str], around: Around) -> Parsed:
    """`Still in effect as of …`, or the dates of the end; all other words are description."""
    head, later = _head(with_brackets_closed(paragraphs))
    found = [one for one in find_dated(head, apart=True) if one.dates]
    signs = signs_of(without_addresses(head), found)
    problem = next((one.why for one in find_dated(head, apart=True) if not one.dates), "")
    if not found:
        return not_read(paragraphs, problem or _why_no_date(signs))
    readings = read_roles(found, signs)
    slip = _likely("a word was read by likeness") if has_slip(head) else NO_DOUBT
    doubts = [slip, unsure(problem), *((one.sureness, one.why) for one in found), _of_tail(signs, readings)]
    ends = [one for one in readings if one.role == Role.END]
    seen = [one for one in readings if one.role == Role.IN_EFFECT]
    if seen and not ends:
        return _in_effect(head, later, seen, readings, doubts, around)
    if ends or all(one.role in (Role.PLAIN, Role.SEEN) for one in readings):
        return _ended(head, later, ends, readings, doubts, around)
    why = next((one.doubt[1] for one in readings if one.doubt[1]), "no day of an end was found")
    return not_read(paragraphs, why)


def _head(paragraphs: Sequence[str]) -> tuple[str, list[str]]:
    """The paragraphs up to the first with a date, if those before say something of the end, and the rest."""
    for at, text in enumerate(paragraphs):
        found = find_dated(text, apart=True)
        if any(one.dates for one in found):
            return "\n".join(paragraphs[: at + 1]), list(paragraphs[at + 1 :])
        signs = signs_of(without_addresses(text), found)
        if "?" in signs or len(signs) > 12:
            break
    return paragraphs[0], list(paragraphs[1:])


def _why_no_date(signs: str) -> str:
    return "it says “in effect” without a date" if re.search("[Iin]", signs) else "no date was found"


# Roles


def read_roles(found: Sequence[Dated], signs: str) -> list[Reading]:
    """What each date is of, by the signs before and behind it."""
    gaps = signs.split(DATE)
    ahead, read, ended = gaps[0], [], False
    for at, one in enumerate(found):
        behind, following = _parted(gaps[at + 1], last=at + 1 == len(found))
        role, doubt, effective = _role(ahead, behind, ended)
        read += [Reading(date, one, role, doubt, effective) for date in one.dates]
        ended = ended or role == Role.END
        ahead = following
    return read


def _parted(gap: str, last: bool) -> tuple[str, str]:
    """The signs between two dates: those that belong to the first, and those that belong to the second."""
    own, rest = "", gap
    if gap[:1] == "(" and ")" in gap:
        own, _, rest = gap[1:].partition(")")
    elif last and gap[:1] == ")" and not _PART.search(gap[:1]):
        rest = gap[1:]
    if last and not own:
        own = _PART.split(rest)[0]
        return own, ""
    if not last and (mark := _PART.search(rest)):
        return own + rest[: mark.start()], rest[mark.end() :]
    return own, rest


def _role(ahead: str, behind: str, ended: bool) -> tuple[Role, Doubt, bool]:
    """The role of a date between the signs, its doubt, and whether it is when an end took effect."""
    both = ahead + behind
    direct = next((sign for sign in reversed(ahead) if sign not in "?,.;()"), "")
    doubt = _likely("other words stand beside it") if "?" in ahead else NO_DOUBT
    if "q" in both:
        doubt = unsure("words beside the date make it uncertain")
    if "v" in both or "f" in both or re.search("x[^;.]*u", ahead):
        return Role.DOUBT, unsure("whether it was in effect is not clear"), False
    if direct == "r":
        return Role.END, unsure("it may be the date of the treaty that replaced it"), False
    if direct in ("u", "t"):
        return _until(ahead, direct, doubt)
    if direct in ("w", "e"):
        return _takes_effect(ahead, behind, ended, doubt)
    if "x" in both:
        mixed = unsure("it says both") if set(both) & set("Ii") else NO_DOUBT
        return Role.END, worst([mixed, doubt, _likely("it is no longer in effect")]), False
    if direct == "s":
        return (
            Role.START,
            unsure("the day since which it is in effect does not say when that was seen"),
            False,
        )
    return _plain_role(ahead, behind, direct, doubt)


def _likely(why: str) -> Doubt:
    return (Sureness.LIKELY, why)


def _until(ahead: str, direct: str, doubt: Doubt) -> tuple[Role, Doubt, bool]:
    if "n" in ahead:
        return Role.END, unsure("it says that the alliance did not end until then"), False
    if "I" in ahead and direct == "u":
        return Role.DOUBT, unsure("it says that the alliance is still in effect until then"), False
    if "I" in ahead:
        return Role.IN_EFFECT, _likely("it says “through”"), False
    if direct == "t" or not set(ahead) & set("ipsE"):
        return Role.END, worst([doubt, _likely("it is a day until which the alliance was in effect")]), False
    return Role.END, doubt, False


def _takes_effect(ahead: str, behind: str, ended: bool, doubt: Doubt) -> tuple[Role, Doubt, bool]:
    if "E" in ahead or "E" in behind or ended:
        return Role.END, doubt, True
    if set(ahead + behind) & set("In"):
        return (
            Role.IN_EFFECT,
            worst([doubt, _likely("it may be the day on which it came into effect")]),
            False,
        )
    if "w" in ahead:
        return Role.IN_EFFECT, unsure("it may be the day on which it came into effect"), False
    return Role.START, unsure("it is the day on which it came into effect"), False


def _plain_role(ahead: str, behind: str, direct: str, doubt: Doubt) -> tuple[Role, Doubt, bool]:
    both = ahead + behind
    ends, seen = "E" in both, bool(set(both) & set("Iinp"))
    if ends and "p" in both and not set(both) & set("Iin"):
        seen = False
    if ends and seen:
        role = Role.END if direct == "E" else Role.DOUBT
        return role, unsure("it says that it ended, and that it did not"), False
    if ends:
        return Role.END, doubt, False
    if "p" in both and not set(both) & set("In"):
        why = "it says that it was in effect then, and not that it still is"
        return Role.IN_EFFECT, _likely(why) if "a" in both else unsure(why), False
    if seen:
        return Role.IN_EFFECT, worst([_of_seen(ahead, behind), doubt]), False
    if direct == "o":
        return Role.SEEN, doubt, False
    if "s" in behind:
        return Role.START, unsure("it is the day of something else than the end"), False
    if direct == "a":
        return Role.DOUBT, unsure("it does not say what was so on that day"), False
    return Role.PLAIN, unsure(NOT_UNDERSTOOD) if "?" in ahead else doubt, False


def _of_seen(ahead: str, behind: str) -> Doubt:
    """Doubt where it is not plain that the date is that on which the alliance was seen in effect."""
    if re.search(r"[Iinp][^ao]*\?[^ao]*$", ahead) and not set(behind) & set("Ii"):
        return unsure("words before the date were not understood")
    if re.search(r"n\?+[iI]", ahead):
        return unsure("it may say that the alliance is not in effect")
    if re.search("(?<![In])i$", ahead):
        return unsure("it may be the day on which it came into effect")
    return NO_DOUBT


def _of_tail(signs: str, readings: Sequence[Reading]) -> Doubt:
    """Doubt where what stands behind all dates says otherwise than the dates."""
    tail = signs.rpartition(DATE)[2]
    roles = {one.role for one in readings}
    if Role.IN_EFFECT in roles and set(tail) & set("Exvf"):
        return unsure("it goes on with words of an end")
    if Role.IN_EFFECT not in roles and set(tail) & set("Iinv") and not re.fullmatch(r"[^.;]*", tail):
        return unsure("it goes on with words of being in effect")
    return NO_DOUBT


# Answers


def _in_effect(
    head: str,
    later: Sequence[str],
    seen: Sequence[Reading],
    readings: Sequence[Reading],
    doubts: list[Doubt],
    around: Around,
) -> Parsed:
    """Still in effect, as of the latest day on which it was seen so."""
    chosen = max(seen, key=lambda one: one.date.last())
    rest = _rest(head, readings)
    doubts += [chosen.doubt, unsure(doubt_of_partial(head, rest, chosen.one, around))]
    if len({one.date for one in seen}) > 1:
        doubts.append(unsure("it was seen in effect on several days; the latest was taken"))
    before = readings[: readings.index(chosen)]
    if any(one.role not in (Role.START, Role.IN_EFFECT, Role.SEEN) for one in before):
        doubts.append(unsure("another date stands before that day"))
    answer = Answer(value=Termination(in_effect_as_of=chosen.date))
    return Parsed(with_details(answer, [*_around_date(head, chosen.one), *later]), *worst(doubts))


def _rest(head: str, readings: Sequence[Reading]) -> str:
    """The text without its dates; two days of one group are taken out once."""
    return without_found(head, {one.one.start: one.one for one in readings}.values())


def _around_date(head: str, one: Dated) -> list[str]:
    """The text before and behind a date, without words that say only that it is still in effect."""
    before, behind = head[: one.start], head[one.end :]
    near = before[-_LONGEST_PHRASE:]
    phrase = _IN_EFFECT_AHEAD.search(near) or _AS_OF_AHEAD.search(near)
    if phrase:
        before = before[: len(before) - len(near) + phrase.start()]
    before = re.sub(r"[\s,:(\[–—-]+$", "", before[-_LONGEST_PHRASE:]).join([before[:-_LONGEST_PHRASE], ""])
    if before.count("(") <= before.count(")"):
        behind = re.sub(r"^[)\]]\s*", "", behind)
    if len(behind) <= _LONGEST_PHRASE and _IN_EFFECT_WHOLE.fullmatch(behind):
        behind = ""
    kept = head[one.start : one.end] if one.kept or len(one.dates) > 1 else ""
    return [_if_words(before), kept, _if_words(after(behind, 0))]


def _if_words(text: str) -> str:
    """The text without space around it; "" if it has no letter or digit, but a bullet or a quote's end."""
    return text.strip() if re.search(r"[^\W_]", text) else ""


def _ended(
    head: str,
    later: Sequence[str],
    ends: Sequence[Reading],
    readings: Sequence[Reading],
    doubts: list[Doubt],
    around: Around,
) -> Parsed:
    """Ended on the days that the text says are of the end; else on those that stand in it as a list."""
    listed = _listed(head, later, around)
    wanted = [one for one in ends if one.effective] or list(ends)
    doubts += [one.doubt for one in wanted] or _of_list(readings, listed)
    if any(one.role == Role.IN_EFFECT for one in readings):
        doubts.append(unsure("it says both that it ended and that it is in effect"))
    days = [one.date for one in wanted]
    got = [entry.date for entry in listed.entries]
    plain = [one.date for one in readings if one.role == Role.PLAIN]
    if not days or set(days) <= set(got) <= {*days, *plain, *_dates_of(later)}:
        if len(listed.entries) > 1 and not all(entry.states for entry in listed.entries):
            doubts.append(unsure("there are several dates, and not of all it is known for which states"))
        answer = with_details(Answer(value=Termination(dates=listed.entries)), listed.left)
        return Parsed(answer, *worst([listed.doubt, *doubts]))
    entries = tuple(DateEntry(date=day) for day in dict.fromkeys(days))
    doubts.append(_likely("one of several dates is that of the end"))
    if len(entries) > 1:
        doubts.append(unsure("several dates are of an end"))
    rest = _rest(head, readings)
    partial = [unsure(doubt_of_partial(head, rest, one.one, around)) for one in wanted]
    answer = with_details(Answer(value=Termination(dates=entries)), [head, *later])
    return Parsed(answer, *worst([*doubts, *partial]))


def _of_list(readings: Sequence[Reading], listed: Entries) -> list[Doubt]:
    """The doubts about dates that stand in a list; words before one that are its states make none."""
    pairs = zip(readings, listed.entries, strict=False)
    return [one.doubt for one, entry in pairs if not (entry.states and one.doubt[1] == NOT_UNDERSTOOD)]


def _dates_of(texts: Sequence[str]) -> list[PartialDate]:
    return [date for text in texts for one in find_dated(text) for date in one.dates]


def _listed(head: str, later: Sequence[str], around: Around) -> Entries:
    """The dates of the first paragraph, and of those behind it that go on with dates."""
    first = read_entries(head, around, notes=False)
    entries, left, doubts = [*first.entries], [*first.left], [first.doubt]
    for at, text in enumerate(later):
        if not _begins_with_date(text, around):
            left += later[at:]
            break
        found = read_entries(text, around, place=at + 1, notes=False)
        entries += found.entries
        left += found.left
        doubts.append(found.doubt)
    return Entries(tuple(entries), tuple(left), worst(doubts))


def _begins_with_date(paragraph: str, around: Around) -> bool:
    first = next((one for one in find_dated(paragraph) if one.dates), None)
    if first is None:
        return False
    before = strip_edges(paragraph[: first.start])
    return not before or bool(only_states(before, around)) or bool(re.fullmatch(r"\(?\d{1,2}[.)]", before))
