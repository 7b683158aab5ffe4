"""The states of the interstate system: by code or by any name that people use, at any date.

The source is the Correlates of War list that resources/SOURCES.md cites: who was a member, and when, from
1 January 1816. A look-up takes the days from `on` to `until`, both included (`on` alone without `until`), so
that a date of which only the year or the month is known can be asked for. Members at the list's end stay so.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, cached_property

from atop_coder.reference import likeness
from atop_coder.reference.names import normalise_name, partings, readings
from atop_coder.reference.state import Name, Spell, State
from atop_coder.reference.tables import Row, first_day, last_day, meets, read_table

__all__ = ["LIST_BEGINS", "LIST_ENDS", "Name", "Spell", "State", "States", "load_state_names", "load_states"]

LIST_BEGINS = date(1816, 1, 1)
LIST_ENDS = date(2016, 12, 31)
COLUMNS = ("ccode", "abbreviation", "name", "entered", "left")


class States:
    """All states, in the order of their codes."""

    def __init__(self, states: Iterable[State]) -> None:
        self._by_code = {state.ccode: state for state in sorted(states, key=lambda state: state.ccode)}

    def __iter__(self) -> Iterator[State]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def get(self, ccode: int) -> State | None:
        """The state with that code, if there is one."""
        return self._by_code.get(ccode)

    def members(self, on: date, until: date | None = None) -> tuple[State, ...]:
        """The states in the system on any of the days."""
        return tuple(state for state in self if state.in_system(on, until))

    def find(self, name: str, on: date | None = None, until: date | None = None) -> tuple[State, ...]:
        """The states that the name, abbreviation or alias means, the likeliest first; () for no such name.

        With a date, a state that the name did not mean then counts only if no other state is left. Also read:
        `Korea, Republic of`, `Germany (East)`, `Sardinia (Italy)`, `Republic of Kazakhstan`.
        """
        if hits := self._meant(name, on, until):
            return hits
        for pieces in partings(name):
            if meant := [hits for piece in pieces if (hits := self._meant(piece, on, until))]:
                return tuple(state for state in meant[0] if all(state in hits for hits in meant))
        return ()

    def search(
        self, query: str, on: date | None = None, until: date | None = None, limit: int = 12
    ) -> tuple[State, ...]:
        """What somebody who types `query` may mean, for a list to choose from.

        First what `matching` finds, then what the query only resembles.
        """
        found = (*self.matching(query, on, until), *self.resembling(query, limit))
        return tuple(dict.fromkeys(found))[:limit]

    def matching(self, query: str, on: date | None = None, until: date | None = None) -> tuple[State, ...]:
        """The states that have the query as a name or code, or whose names, words in names or code it begins.

        States of exactly that name come first, then those whose own name it begins, then those with an alias
        that it begins; of each, those in the system on the date come first.
        """
        keys = self._keys
        ranks = {state: likeness.rank(query, state.ccode, keys[state.ccode]) for state in self}
        begun = [state for state, rank in ranks.items() if rank is not None]
        of_code = query.strip().isdecimal()  # in the order of the codes then, else of the names
        begun.sort(
            key=lambda state: (
                *likeness.order(ranks[state], _outside(state, on, until)),
                "" if of_code else state.name,
            )
        )
        return tuple(dict.fromkeys((*self.find(query, on, until), *begun)))

    def resembling(self, query: str, limit: int = 3) -> tuple[State, ...]:
        """The states with a name that looks most like the query, for `did you mean`."""
        found = likeness.resembling(query, self._index)
        return tuple(dict.fromkeys(state for key in found for state in self._hits(key)))[:limit]

    def nearest(self, ccode: int, limit: int = 3) -> tuple[State, ...]:
        """The states that a wrong code may be meant for: two digits swapped, then the next in number."""
        swapped = likeness.swapped_digits(ccode)
        ordered = sorted(self, key=lambda state: (state.ccode not in swapped, abs(state.ccode - ccode)))
        return tuple(ordered[:limit])

    def name_fits(self, ccode: int, name: str) -> bool:
        """False when the name plainly belongs to another state than `ccode`, or no state has the code.

        Names of any time fit, and so do slips of a letter or two, styles (`Republic of …`) and words beside
        the name. A name that is nobody's (`see note`) contradicts nothing, so it fits.
        """
        claimed = self.claimed(name)
        return ccode in self._by_code and (not claimed or ccode in claimed)

    def claimed(self, name: str) -> frozenset[int]:
        """The codes of the states that a name plainly belongs to, slips and words beside it included."""
        return self._claimed_by(name)

    def one_slip_off(self, name: str) -> tuple[State, ...]:
        """The states with a name that one slip of the hand makes of this one: `Untied States`."""
        keys = likeness.one_slip_off(normalise_name(name), self._index)
        return tuple(dict.fromkeys(state for key in keys for state, _ in self._index[key]))

    def named_in(self, text: str, on: date | None = None, until: date | None = None) -> tuple[State, ...]:
        """The states that a running text names, in the order of the text, each once.

        Names of less than four letters count only in capitals (`US`, not `us`); codes and COW abbreviations
        do not count. A name that means several states gives the likeliest.
        """
        names = likeness.names_in(text, self._names_in_texts)
        return tuple(dict.fromkeys(self._hits(key, on, until)[0] for key in names))

    @cached_property
    def _index(self) -> Mapping[str, tuple[tuple[State, Name], ...]]:
        index: dict[str, list[tuple[State, Name]]] = {}
        for state in self:
            for name in state.names:
                index.setdefault(normalise_name(name.text), []).append((state, name))
        return {key: tuple(hits) for key, hits in index.items()}

    @cached_property
    def _keys(self) -> Mapping[int, tuple[str, ...]]:
        """The normalised names by code, the state's own name first."""
        keys = {state.ccode: {normalise_name(state.name): None} for state in self}
        for key, hits in self._index.items():
            for state, _ in hits:
                keys[state.ccode][key] = None
        return {ccode: tuple(names) for ccode, names in keys.items()}

    @cached_property
    def _names_in_texts(self) -> frozenset[str]:
        return frozenset(
            key
            for key, hits in self._index.items()
            if any(name in state.aliases or name.text == state.name for state, name in hits)
        )

    def _meant(self, name: str, on: date | None, until: date | None) -> tuple[State, ...]:
        return next((hits for key in readings(name) if (hits := self._hits(key, on, until))), ())

    def _hits(self, key: str, on: date | None = None, until: date | None = None) -> tuple[State, ...]:
        hits = self._index.get(key, ())
        timely = [hit for hit in hits if on and meets(hit[1].first, hit[1].last, on, until)] or hits
        ordered = sorted(timely, key=lambda hit: (_outside(hit[0], on, until), *_unlikelihood(key, *hit)))
        return tuple(dict.fromkeys(state for state, _ in ordered))

    def _claimed_by(self, name: str) -> frozenset[int]:
        """The codes of the states that a name can mean, however it is written."""
        ways = readings(name)
        keys = [key for key in ways if key in self._index][:1] or likeness.misspelt(ways, self._index)
        keys = keys or list(likeness.names_in(name, self._names_in_texts))
        return frozenset(state.ccode for key in keys for state, _ in self._index[key])


def _outside(state: State, on: date | None, until: date | None) -> bool:
    return on is not None and not state.in_system(on, until)


def _unlikelihood(key: str, state: State, name: Name) -> tuple[bool, bool, int, int]:
    """Sorts the states of one name: members of today, then those whose own name it is, then the latest."""
    latest = (name.last or date.max).toordinal()
    return not state.member_today, key != normalise_name(state.name), -latest, state.ccode


@cache
def load_states() -> States:
    """The states of resources/cow/; ValueError with file and line if a table is broken."""
    spells: dict[tuple[int, str, str], list[Spell]] = {}
    for state, spell in read_table("cow/states.csv", COLUMNS, _spell):
        spells.setdefault(state, []).append(spell)
    aliases: dict[int, list[Name]] = {}
    for ccode, alias in read_table("cow/aliases.csv", ("ccode", "alias", "from", "until", "note"), _alias):
        aliases.setdefault(ccode, []).append(alias)
    if strangers := aliases.keys() - {ccode for ccode, _, _ in spells}:
        raise ValueError(f"resources/cow/aliases.csv: no state has the code {min(strangers)}")
    return States(
        State(ccode, abbreviation, name, tuple(of_state), tuple(aliases.get(ccode, ())))
        for (ccode, abbreviation, name), of_state in spells.items()
    )


@cache
def load_state_names() -> Mapping[int, str]:
    """Code -> the state's own name; in a tenth of the time of all that is known, for who only shows them."""
    return dict(read_table("cow/states.csv", COLUMNS, lambda row: (int(row["ccode"]), row["name"])))


def _spell(row: Row) -> tuple[tuple[int, str, str], Spell]:
    spell = Spell(date.fromisoformat(row["entered"]), last_day(row["left"]))
    return (int(row["ccode"]), row["abbreviation"], row["name"]), spell


def _alias(row: Row) -> tuple[int, Name]:
    return int(row["ccode"]), Name(row["alias"], first_day(row["from"]), last_day(row["until"]), row["note"])
