"""What the reference tables say to a query about this sheet, in words and without Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from atop_coder.form import Kind, Question
from atop_coder.reference import Alliance, Participation, State, War, load_alliances, load_states, load_wars
from atop_coder.sheet import PartialDate, Sheet

MAX_STATES = 8
MAX_WARS = 6
MAX_NAMES = 6


@dataclass(frozen=True)
class Signed:
    """The days that a sheet's signature dates can mean; None while it has none."""

    first: date | None = None
    last: date | None = None
    words: str = ""

    @classmethod
    def of(cls, sheet: Sheet) -> "Signed":
        dates = [entry.date for entry in sheet.signature_dates]
        if not dates:
            return cls()
        first, last = min(dates, key=PartialDate.first), max(dates, key=PartialDate.last)
        words = first.words if first == last else f"{first.words} – {last.words}"
        return cls(first.first(), last.last(), words)

    @property
    def when(self) -> str:
        """The words with "on" before a day and "in" before anything longer."""
        return f"{'on' if self.first == self.last else 'in'} {self.words}"


@dataclass(frozen=True)
class Found:
    """One thing to be shown: a heading, lines with their ink, and the code that may go into an answer.

    `kind` is "state", "war" or "alliance"; `good` is None where there is nothing to be said for or against.
    """

    kind: str
    code: int
    head: str
    lines: tuple[tuple[str, str], ...] = ()
    good: bool | None = None
    number: int | None = None


@dataclass(frozen=True)
class Answered:
    """What there is to a query: groups of things under a heading; `nothing` says that there is none."""

    groups: tuple[tuple[str, tuple[Found, ...]], ...] = field(default=())
    nothing: str = ""


def look_up(query: str, sheet: Sheet) -> Answered:
    """What the query finds among states and wars; for an empty one, what is known of this alliance."""
    signed = Signed.of(sheet)
    words = " ".join(query.split())
    if not words:
        return Answered(tuple(_of_the_sheet(sheet, signed)))
    states = load_states().matching(words, signed.first, signed.last)[:MAX_STATES]
    wars = _wars_of(words, signed)
    groups = (
        ("States", tuple(state_found(state, signed) for state in states)),
        ("Wars", tuple(war_found(war, sheet, signed) for war in wars)),
    )
    filled = tuple((heading, found) for heading, found in groups if found)
    return Answered(filled) if filled else _nearest(words, signed)


def _nearest(words: str, signed: Signed) -> Answered:
    """Nothing has that name or code: what comes nearest to it."""
    states = load_states()
    if words.isdecimal():
        near, nothing = states.nearest(int(words[:6])), f"No state or war has the COW number {words}."
    else:
        near, nothing = states.resembling(words, limit=5), f"No state or war is called “{words}”."
    found = tuple(state_found(state, signed) for state in near)
    return Answered((("The nearest", found),) if found else (), nothing)


def _wars_of(words: str, signed: Signed) -> tuple[War, ...]:
    wars = load_wars()
    if words.isdecimal():
        war = wars.get(int(words[:6]))
        return (war,) if war else ()
    named = wars.find(words, signed.first, signed.last)
    begun = (war for war in wars if len(words) > 2 and words.casefold() in war.name.casefold())
    return tuple(dict.fromkeys((*named, *begun)))[:MAX_WARS]


def _of_the_sheet(sheet: Sheet, signed: Signed) -> Iterator[tuple[str, tuple[Found, ...]]]:
    published = tuple(alliance_found(alliance) for alliance in published_of(sheet))
    if published:
        yield "In ATOP 4.01", published
    known = (load_states().get(member.ccode) for member in sheet.members)
    members = tuple(_member_found(state, signed) for state in known if state)
    if members:
        yield "Members of this alliance", members
    if signed.first:
        wars = load_wars().on(signed.first, signed.last)
        yield f"Wars {signed.when}", tuple(war_found(one.war, sheet, signed) for one in wars)


# states


def state_found(state: State, signed: Signed) -> Found:
    """Code, name, years in the system, whether in it on the signature date, and other names."""
    good = state.in_system(signed.first, signed.last) if signed.first else None
    names = other_names(state)
    lines = (*_system_lines(state, signed), *([(f"Also: {names}", "quiet")] if names else ()))
    return Found("state", state.ccode, f"{state.ccode}  {state.name}  {state.abbreviation}", lines, good)


def _system_lines(state: State, signed: Signed) -> tuple[tuple[str, str], ...]:
    years = (f"In the system {state.years()}", "quiet")
    if signed.first is None:
        return (years,)
    good = state.in_system(signed.first, signed.last)
    then = f"{'In' if good else 'Not in'} the system {signed.when}"
    return years, (then, "ok" if good else "warning")


def _member_found(state: State, signed: Signed) -> Found:
    """A member of the sheet: its other names are of no use there."""
    return replace(state_found(state, signed), lines=_system_lines(state, signed))


def other_names(state: State) -> str:
    """The names of a state beside its own, the first few."""
    names = list(dict.fromkeys(name.text for name in state.aliases if name.text != state.name))
    more = len(names) - MAX_NAMES
    shown = ", ".join(names[:MAX_NAMES])
    return f"{shown} and {more} more" if more > 0 else shown


# wars


def war_found(war: War, sheet: Sheet, signed: Signed) -> Found:
    """Number, name and years of a war, the members of this alliance in it, and who fought whom."""
    fighting = war.at_war(signed.first, signed.last) if signed.first else ()
    members = [member.ccode for member in sheet.members if member.ccode in fighting]
    lines: list[tuple[str, str]] = []
    if members:
        lines.append((f"At war, of this alliance: {_states(members)}", "warning"))
    then = war.parts_on(signed.first, signed.last) if signed.first else ()
    lines += [(words, "quiet") for words in _sides(then or war.participants)]
    head = f"{war.number}  {war.name}  {war.years()}"
    return Found("war", war.number, head, tuple(lines), False if members else None)


def _sides(parts: Iterable[Participation]) -> Iterator[str]:
    """Who fought against whom."""
    sides: dict[int, dict[int, None]] = {}
    for part in parts:
        sides.setdefault(part.side, {})[part.ccode] = None
    if sides:
        yield " against ".join(_states(sides[side]) for side in sorted(sides))


def _states(codes: Iterable[int]) -> str:
    states = load_states()
    known = ((code, states.get(code)) for code in codes)
    return ", ".join(f"{state.name} ({code})" if state else str(code) for code, state in known)


# published alliances


def published_of(sheet: Sheet) -> tuple[Alliance, ...]:
    """The published alliance of the sheet's ATOP id, and those of its members signed on its dates."""
    alliances = load_alliances()
    own = alliances.get(sheet.atop_id) if sheet.atop_id is not None else None
    members = [member.ccode for member in sheet.members]
    alike = [one for entry in sheet.signature_dates for one in alliances.matching(members, entry.date.iso)]
    return tuple(dict.fromkeys((*((own,) if own else ()), *alike)))[:MAX_WARS]


def alliance_found(alliance: Alliance) -> Found:
    """Id, dates, members and COW number of a published alliance."""
    signed = PartialDate.from_iso(alliance.signed).words
    ended = f"ended {PartialDate.from_iso(alliance.ended).words}" if alliance.ended else "no end by 2016"
    number = next(iter(alliance.cow_numbers), None)
    lines = (
        (f"Signed {signed}, {ended}", "ink"),
        (_states(alliance.members), "quiet"),
        (f"COW alliance number {number}" if number else "No COW alliance number", "quiet"),
    )
    return Found("alliance", alliance.atop_id, f"ATOP {alliance.atop_id}", lines, number=number)


WORDY = (Kind.YES_NO, Kind.CHOICE, Kind.CHOICES, Kind.TEXT)
EXTRAS = {"war": "wars", "alliance": "alliances"}


def goes_into(found: Found, question: Question) -> bool:
    """Whether an answer to the question has a place of its own for what was found."""
    if found.kind == "state":
        return question.kind == Kind.MEMBERS or "states" in question.extras
    return EXTRAS[found.kind] in question.extras


def goes_as_words(found: Found, question: Question) -> bool:
    """Whether the name of what was found makes sense in the description of an answer to the question."""
    return found.kind != "alliance" and question.kind in WORDY
