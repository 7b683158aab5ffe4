"""Which states a name means: the whole of it, on the day that the alliance was signed."""

import re
from collections.abc import Iterator

from atop_coder.reading.values.parsed import Around
from atop_coder.reference import State, load_states
from atop_coder.reference.names import normalise_name, readings
from atop_coder.sheet import Member

_SHORT = 3  # letters; what is so short is a state's only in capitals
_PARTING = re.compile(r"[()\[\]/;=,–—]| - ")
EDGES = " \t\n.,;:–—-=&/|"


def is_named(member: Member) -> bool:
    """Whether the whole of a member's name is a name of its state, or several, and no other word."""
    state = load_states().get(member.ccode)
    return state is not None and (not member.name or _is_wholly(state, member.name))


def _is_wholly(state: State, name: str) -> bool:
    own = {normalise_name(one.text) for one in state.names}
    if any(key in own for key in readings(name)):
        letters = "".join(filter(str.isalpha, name))
        return len(letters) > _SHORT or letters.isupper()
    pieces = [piece for piece in _PARTING.split(name) if piece.strip(EDGES)]
    return len(pieces) > 1 and all(_is_wholly(state, piece) for piece in pieces)


def name_state(name: str, around: Around) -> State | None:
    """The one state that a name means on the signature date; None for none, and for more than one."""
    found = name_candidates(name, around)
    return found[0] if len(found) == 1 else None


def name_candidates(name: str, around: Around) -> tuple[State, ...]:
    """The states that a name may mean on the signature date; of several the members of that day, if any."""
    found = states_of_name(name, around)
    if not found:
        return ()
    ever = load_states().find(name)
    ever = ever if set(found) <= set(ever) else found
    if not around.first:
        return ever
    if not any(_is_own(state, name) and state.in_system(around.first, around.last) for state in ever):
        ever = tuple(dict.fromkeys((*ever, *(_halves(name) if name.replace(" ", "").isalpha() else ()))))
    members = tuple(state for state in ever if state.in_system(around.first, around.last))
    return members or ever


def _is_own(state: State, name: str) -> bool:
    return normalise_name(state.name) == normalise_name(name)


def _halves(name: str) -> Iterator[State]:
    """The states that are known as a part of what the name means: North and South Korea."""
    for part in ("North", "South", "East", "West"):
        yield from load_states().find(f"{part} {name}")


def states_of_name(name: str, around: Around) -> tuple[State, ...]:
    """The states that the whole of a name means; a list of names ("France, and Turkey") means none."""
    known = load_states()
    if len(re.sub(r"\W", "", name)) <= _SHORT and not name.isupper():  # "(sic)", ".kz/ukr"
        return ()
    found = known.find(name, around.first, around.last)
    parts = [part for part in re.split(r",|\s(?:and|&)\s", name) if part.strip(EDGES)]
    if len(parts) < 2 or any(is_exact(state, name) for state in found):
        return found
    return () if any(known.find(part) for part in parts[1:]) or not known.find(parts[0]) else found


def is_exact(state: State, name: str) -> bool:
    return normalise_name(name) in {normalise_name(own.text) for own in state.names}
