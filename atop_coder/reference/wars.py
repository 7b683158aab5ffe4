"""The inter-state wars: which were fought on a date, and by whom.

The source is the Correlates of War list that resources/SOURCES.md cites: wars between states of the system,
1816 to 2007. The first and the last day of a part in a war are days at war. A look-up takes the days from
`on` to `until`, both included (`on` alone without `until`).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from atop_coder.reference import likeness
from atop_coder.reference.names import normalise_name, partings
from atop_coder.reference.tables import Row, meets, read_table

LIST_BEGINS = date(1816, 1, 1)
LIST_ENDS = date(2007, 12, 31)  # the last war in it is that of 2003

_FILLERS = {"war", "wars", "the", "of"}
_WAR_WORDS = re.compile(
    r"\b(?:wars?|rebellion|conquest|invasion|unification|liberation|independence|adversaries|republic"
    r"|coalition)\b"
)
_YEARS = re.compile(r"\b(1[89]\d\d|20\d\d)(?: (\d\d))?\b")


@dataclass(frozen=True, slots=True)
class Participation:
    """A time in which a state fought on one side of a war, first and last day included; sides are 1 and 2."""

    ccode: int
    side: int
    entered: date
    left: date


@dataclass(frozen=True)
class War:
    """A war with its COW number and every part that a state had in it."""

    number: int
    name: str
    participants: tuple[Participation, ...]
    aliases: tuple[str, ...] = ()

    @property
    def began(self) -> date:
        """The first day on which any state fought."""
        return min(part.entered for part in self.participants)

    @property
    def ended(self) -> date:
        """The last day on which any state fought."""
        return max(part.left for part in self.participants)

    def parts_on(self, on: date, until: date | None = None) -> tuple[Participation, ...]:
        """The parts in the war of those that fought on any of the days."""
        return tuple(part for part in self.participants if meets(part.entered, part.left, on, until))

    def at_war(self, on: date, until: date | None = None) -> tuple[int, ...]:
        """The codes of the states that fought on any of the days, in order."""
        return tuple(sorted({part.ccode for part in self.parts_on(on, until)}))

    def years(self) -> str:
        """The years of the war, such as `1914–1918`, or one year."""
        first, last = self.began.year, self.ended.year
        return f"{first}–{last}" if first != last else str(first)


@dataclass(frozen=True)
class WarOn:
    """A war on a date, and the codes of the states asked about that fought in it then."""

    war: War
    ccodes: tuple[int, ...]


class Wars:
    """All wars, in the order of their numbers."""

    def __init__(self, wars: Iterable[War]) -> None:
        self._by_number = {war.number: war for war in sorted(wars, key=lambda war: war.number)}

    def __iter__(self) -> Iterator[War]:
        return iter(self._by_number.values())

    def __len__(self) -> int:
        return len(self._by_number)

    def get(self, number: int) -> War | None:
        """The war with that COW number, if there is one."""
        return self._by_number.get(number)

    def on(
        self, on: date, until: date | None = None, ccodes: Collection[int] | None = None
    ) -> tuple[WarOn, ...]:
        """The wars that these states (None: any state) fought on any of the days, and which of them did."""
        found = ((war, war.at_war(on, until)) for war in self)
        asked = (
            WarOn(war, tuple(code for code in fighting if ccodes is None or code in ccodes))
            for war, fighting in found
        )
        return tuple(war_on for war_on in asked if war_on.ccodes)

    def find(self, name: str, on: date | None = None, until: date | None = None) -> tuple[War, ...]:
        """The wars of that name, the likeliest first; () for no such name.

        Of several wars, a date or years in the name (`Russo-Turkish War of 1877-78`) leave those fought then.
        """
        for text in (name, *(piece for pieces in partings(name) for piece in pieces)):
            key = normalise_name(text)
            bare = _YEARS.sub("", key)
            found = self._index.get(key) or self._index.get(_without_fillers(bare)) or ()
            if found := _fought_in_years(found, key):
                return _fought_then(found, on, until)
        return ()

    def named_in(self, text: str, on: date | None = None, until: date | None = None) -> tuple[War, ...]:
        """The wars that a running text names, in the order of the text, each once.

        Of several wars of one name, those fought on the date, or else all.
        """
        found = (self._full_names[key] for key in likeness.names_in(text, self._full_names))
        return tuple(dict.fromkeys(war for wars in found for war in _fought_then(wars, on, until)))

    @cached_property
    def _index(self) -> Mapping[str, tuple[War, ...]]:
        """The wars by normalised name, and by what is left of it without `war`; own names before aliases."""
        index: dict[str, dict[War, None]] = {}
        for war, name in (*((war, war.name) for war in self), *self._aliases):
            for key in (normalise_name(name), _without_fillers(normalise_name(name))):
                index.setdefault(key, {})[war] = None
        return {key: tuple(wars) for key, wars in index.items()}

    @cached_property
    def _full_names(self) -> Mapping[str, tuple[War, ...]]:
        """The wars by names that are a war's and nothing else's: `Crimean` only as `Crimean War`."""
        names: dict[str, dict[War, None]] = {}
        for war, name in (*((war, _with_war(war.name)) for war in self), *self._aliases):
            names.setdefault(normalise_name(name), {})[war] = None
        return {key: tuple(wars) for key, wars in names.items()}

    @property
    def _aliases(self) -> Iterator[tuple[War, str]]:
        return ((war, alias) for war in self for alias in war.aliases)


def _without_fillers(key: str) -> str:
    return " ".join(word for word in key.split() if word not in _FILLERS)


def _with_war(name: str) -> str:
    return name if _WAR_WORDS.search(normalise_name(name)) else f"{name} War"


def _fought_in_years(wars: tuple[War, ...], key: str) -> tuple[War, ...]:
    years = _YEARS.search(key)
    if not years:
        return wars
    first = int(years[1])
    last = int(years[1][:2] + years[2]) if years[2] else first
    return tuple(war for war in wars if war.began.year <= last and war.ended.year >= first)


def _fought_then(wars: tuple[War, ...], on: date | None, until: date | None) -> tuple[War, ...]:
    then = tuple(war for war in wars if on and war.at_war(on, until))
    return then or wars


@cache
def load_wars() -> Wars:
    """The wars of resources/cow/; ValueError with file and line if a table is broken."""
    parts_of: dict[tuple[int, str], list[Participation]] = {}
    columns = ("war", "name", "ccode", "side", "entered", "left")
    for war, part in read_table("cow/wars.csv", columns, _participation):
        parts_of.setdefault(war, []).append(part)
    aliases: dict[int, list[str]] = {}
    for number, alias in read_table("cow/war_aliases.csv", ("war", "alias"), _alias):
        aliases.setdefault(number, []).append(alias)
    if strangers := aliases.keys() - {number for number, _ in parts_of}:
        raise ValueError(f"resources/cow/war_aliases.csv: no war has the number {min(strangers)}")
    return Wars(
        War(number, name, tuple(of_war), tuple(aliases.get(number, ())))
        for (number, name), of_war in parts_of.items()
    )


def _participation(row: Row) -> tuple[tuple[int, str], Participation]:
    entered, left = date.fromisoformat(row["entered"]), date.fromisoformat(row["left"])
    return (int(row["war"]), row["name"]), Participation(int(row["ccode"]), int(row["side"]), entered, left)


def _alias(row: Row) -> tuple[int, str]:
    return int(row["war"]), row["alias"]
