"""When a member entered an alliance and left it, and which codes hold one seat in it after another.

Names and rules are those of the member-level ATOP data (version 4.01; see resources/SOURCES.md).
"""

from collections.abc import Callable, Iterable

from atop_coder.dataset.column import Cell
from atop_coder.dataset.record import MemberOf
from atop_coder.reference import load_states, load_wars
from atop_coder.sheet import DateEntry, PartialDate

# Successor -> the state whose seat it took over: with these ATOP's `bilat` follows from the members in 743 of
# 745 alliances (4.01), but for 1287 (two codes, more signatories) and 3260 (two members in the end).
_SEATS = {260: 255, 265: 255, 316: 315, 317: 315, 679: 678, 680: 678}
SUCCESSIONS = tuple(sorted(tuple(sorted(pair)) for pair in _SEATS.items()))
"""A state and its successor, the lower code first."""


def seats(ccodes: Iterable[int]) -> int:
    """How many seats these members hold: a state and its successors share one."""
    members = set(ccodes)
    return sum(_SEATS.get(ccode) not in members for ccode in members)


def entry_of(row: MemberOf) -> PartialDate | None:
    """The first day on which the member signed, or joined: its own date, else that of no state."""
    dates, ccode = row.record.sheet.signature_dates, row.member.ccode
    own = [entry.date for entry in dates if ccode in entry.states]
    return min(own or [entry.date for entry in dates if not entry.states], default=None)


def is_bound(row: MemberOf) -> Cell:
    """1 if the alliance is still in effect, 0 if it ended; empty where that is not known."""
    ended = row.record.sheet.termination
    return int(ended.in_effect_as_of is not None) if ended else None


def exit_of(row: MemberOf) -> PartialDate | None:
    """The last day on which the alliance ended for the member: its own date, else that of no state."""
    ended = row.record.sheet.termination
    dates = ended.dates if ended else ()
    own = [entry for entry in dates if row.member.ccode in entry.states]
    return latest(own or [entry for entry in dates if not entry.states])


def latest(entries: Iterable[DateEntry]) -> PartialDate | None:
    """The date that ends last; of two that end alike, the one that is better known."""
    dates = (entry.date for entry in entries)
    return max(dates, key=lambda date: (date.last(), date.month, date.day), default=None)


def part_of(date: PartialDate | None, part: str) -> Cell:
    """The year, month or day of a date; empty where it is not known, as in the published data."""
    return (getattr(date, part) or None) if date else None


def entry_part(part: str) -> Callable[[MemberOf], Cell]:
    """Gives the year, month or day of the entry of a member."""
    return lambda row: part_of(entry_of(row), part)


def exit_part(part: str) -> Callable[[MemberOf], Cell]:
    """Gives the year, month or day of the exit of a member; 0 where the alliance is still in effect."""
    return lambda row: 0 if is_bound(row) else part_of(exit_of(row), part)


def in_system(row: MemberOf) -> Cell:
    """Whether the member was in the COW system on the day of its entry, which nobody was before 1816."""
    entered = entry_of(row)
    if entered is None:
        return None
    state = load_states().get(row.member.ccode)
    return int(state is not None and state.in_system(entered.first(), entered.last()))


def war_of(row: MemberOf) -> Cell:
    """The number of the COW war that the member fought on the day of its entry, 0 for none.

    By question 5, with the list of wars for who fought; empty where the question has no Yes or No, or where
    several wars fit and the sheet names none of them.
    """
    answer, entered = row.record.sheet.by_key("signed_during_war"), entry_of(row)
    if answer.value != "yes" or entered is None:
        return 0 if answer.value == "no" else None
    fought = load_wars().on(entered.first(), ccodes=(row.member.ccode,))
    numbers = {found.war.number for found in fought if row.member.ccode in found.war.at_war(entered.last())}
    likely = numbers & set(answer.wars) or numbers
    return next(iter(likely), 0) if len(likely) < 2 else None
