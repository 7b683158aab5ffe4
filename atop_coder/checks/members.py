"""States against the COW list: codes, names, and membership in the interstate system."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from atop_coder.checks.catalogue import make_problem
from atop_coder.checks.context import Context
from atop_coder.checks.problem import Problem
from atop_coder.checks.words import counted, listed
from atop_coder.reference import LIST_BEGINS, State
from atop_coder.sheet import DateEntry, Member, PartialDate

NEAR = 100  # of two codes: half as far as from one part of the world to the next
TIMES = {2: "twice", 3: "three times"}


def too_few_members(context: Context) -> Iterator[Problem]:
    members = context["members"].value
    if isinstance(members, tuple) and len(members) < 2:
        data = {"count": len(members)}
        yield context.problem("members", "too-few-members", data, members=counted(len(members), "member"))


def repeated_members(context: Context) -> Iterator[Problem]:
    for ccode, times in Counter(member.ccode for member in context.members).items():
        if times > 1:
            state = context.state_name(ccode)
            times_said = TIMES.get(times, f"{times} times")
            yield context.problem("members", "member-twice", {"ccode": ccode}, state=state, times=times_said)


def unknown_codes(context: Context) -> Iterator[Problem]:
    """Every code in the sheet is that of a state of the COW list, of whatever time."""
    names = {member.ccode: member.name for member in reversed(context.members)}
    for number, ccode in dict.fromkeys(_codes(context)):
        if context.states.get(ccode) is None:
            suggestion = _meant(context, ccode, names.get(ccode, ""))
            yield make_problem(number, "unknown-ccode", {"ccode": ccode}, suggestion=suggestion)


def _codes(context: Context) -> Iterator[tuple[int, int]]:
    """(question, ccode) for every code in values, date entries and descriptions."""
    yield from ((context.number("members"), member.ccode) for member in context.members)
    for key, entries in _dated(context):
        yield from ((context.number(key), ccode) for entry in entries for ccode in entry.states)
    for question, answer in context.answers:
        yield from ((question.number, ccode) for ccode in answer.states)


def _dated(context: Context) -> tuple[tuple[str, tuple[DateEntry, ...]], ...]:
    return ("signature_dates", context.signatures), ("termination", context.ends)


def _meant(context: Context, ccode: int, name: str) -> str:
    found = context.states.find(name, *_days(context, ccode)) if name else ()
    if found:
        return f"Write {found[0].ccode} for {name}"
    near = [state for state in context.states.nearest(ccode) if abs(state.ccode - ccode) <= NEAR]
    if not near:
        return "Look the state up by its name, and correct the code"
    return f"Correct it: near it are {listed(f'{state.ccode} ({state.name})' for state in near)}"


def _days(context: Context, ccode: int) -> tuple[date | None, date | None]:
    """First and last day of that state's first signature, from where the list begins on."""
    signed = context.signed_on(ccode)
    return _listed_days(signed[0]) if signed else (None, None)


def _listed_days(signed: PartialDate) -> tuple[date, date]:
    """An alliance of 1815 is held against the list as it begins, on 1 January 1816."""
    return max(signed.first(), LIST_BEGINS), max(signed.last(), LIST_BEGINS)


def names_of_codes(context: Context) -> Iterator[Problem]:
    """The name that stands with a code belongs to that state."""
    for member in dict.fromkeys(context.members):
        owner = context.states.get(member.ccode)
        if owner and member.name and not context.states.name_fits(member.ccode, member.name):
            found = context.states.find(member.name, *_days(context, member.ccode))
            yield context.problem(
                "members",
                "name-code-mismatch",
                {"ccode": member.ccode, "name": member.name},
                owner=owner.name,
                other=f" ({found[0].ccode})" if found else "",
            )


def system_membership(context: Context) -> Iterator[Problem]:
    """Each member was in the interstate system on the day on which it signed."""
    for member in dict.fromkeys(context.members):
        state = context.states.get(member.ccode)
        signed = context.signed_on(member.ccode)
        if state and signed and not any(state.in_system(*_listed_days(found)) for found in signed):
            yield context.problem(
                "members",
                "not-system-member",
                {"ccode": state.ccode, "on": signed[0].iso},
                state=f"{state.name} ({state.ccode})",
                was_out=_was_out(state, signed[0]) + _successor(context, member, signed[0]),
            )


def _was_out(state: State, signed: PartialDate) -> str:
    """How the state's spells lie around the date, as the middle of a sentence."""
    first, last = _listed_days(signed)
    before = [spell.left for spell in state.spells if spell.left and spell.left < first]
    after = [spell.entered for spell in state.spells if spell.entered > last]
    if before and after:
        away = f"from {_words(max(before))} to {_words(min(after))}"
        return f"was out of the system {away}, so at the signature date of {signed.words} as well"
    if before:
        return f"left the system on {_words(max(before))}, before the signature date of {signed.words}"
    return f"entered the system on {_words(min(after))}, after the signature date of {signed.words}"


def _words(day: date) -> str:
    return PartialDate(day.year, day.month, day.day).words


def _successor(context: Context, member: Member, signed: PartialDate) -> str:
    """The code that the name had on that day, where it is another one that is not a member itself."""
    days = _listed_days(signed)
    listed_codes = {other.ccode for other in context.members}
    for state in context.states.find(member.name, *days) if member.name else ():
        if state.in_system(*days) and state.ccode not in listed_codes:
            return f"; {member.name} was then {state.ccode}"
    return ""


def states_of_dates(context: Context) -> Iterator[Problem]:
    """Dates are given for members, not for others."""
    members = {member.ccode for member in context.members}
    for key, entries in _dated(context):
        for ccode in dict.fromkeys(ccode for entry in entries for ccode in entry.states):
            if members and ccode not in members:
                yield context.problem(
                    key,
                    "date-of-no-member",
                    {"ccode": ccode},
                    state=context.state_name(ccode),
                    members=context.number("members"),
                )


def members_without_date(context: Context) -> Iterator[Problem]:
    """Where each signature date names its states, each member has one."""
    if context.signatures and all(entry.states for entry in context.signatures):
        dated = {ccode for entry in context.signatures for ccode in entry.states}
        left_out = [ccode for ccode in dict.fromkeys(m.ccode for m in context.members) if ccode not in dated]
        if left_out:
            states = listed(map(context.state_name, left_out))
            yield context.problem(
                "signature_dates", "member-without-date", {"ccodes": left_out}, states=states
            )
