"""A state of the interstate system: its code, its names and its times in the system."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from atop_coder.reference.tables import meets


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in the interstate system, first and last day included; `left` is None for a member of today."""

    entered: date
    left: date | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a state and the days on which it means this state; None is an open end."""

    text: str
    first: date | None = None
    last: date | None = None
    note: str = ""


@dataclass(frozen=True)
class State:
    """A state with its COW code, its spells in order, and its other names."""

    ccode: int
    abbreviation: str
    name: str
    spells: tuple[Spell, ...]
    aliases: tuple[Name, ...] = ()

    @property
    def member_today(self) -> bool:
        """Whether the list leaves the state in the system at its end."""
        return self.spells[-1].left is None

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """All names, its own first; its own hold at all times unless the aliases repeat them with times."""
        aliases = {alias.text for alias in self.aliases}
        own = (Name(text) for text in (self.name, self.abbreviation) if text not in aliases)
        return (*own, *self.aliases)

    def in_system(self, on: date, until: date | None = None) -> bool:
        """Whether the state was a member on any day from `on` to `until`, by default on that one day."""
        return any(meets(spell.entered, spell.left, on, until) for spell in self.spells)

    def years(self) -> str:
        """The spells in years, such as `1816–1945, 1990–`."""
        return ", ".join(
            f"{spell.entered.year}–{spell.left.year if spell.left else ''}" for spell in self.spells
        )
