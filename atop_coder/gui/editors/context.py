"""What the editors may ask about the world outside their question."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from atop_coder.reference.states import State, States, load_states
from atop_coder.sheet import DateEntry


@cache
def _no_states() -> States:
    return States(())


@dataclass(frozen=True)
class EditorContext:
    """When the treaty was signed, the sheet's members, names used in this folder, and the states.

    `signed` and `signed_until` are the first and last day that question 3 can mean, None while it is blank.
    `war_name` gives the name of a war by its COW number, "" for no war.
    """

    signed: date | None = None
    signed_until: date | None = None
    members: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    states: States = field(default_factory=_no_states)
    war_name: Callable[[int], str] | None = None

    @classmethod
    def signed_on(cls, dates: tuple[DateEntry, ...], **others: object) -> "EditorContext":
        """The context of a sheet with these signature dates."""
        first = min((entry.date.first() for entry in dates), default=None)
        last = max((entry.date.last() for entry in dates), default=None)
        return cls(signed=first, signed_until=last, **others)  # type: ignore[arg-type]  # passed through

    def with_states(self) -> "EditorContext":
        """This with the states, which are read now if a person types before the window has read them."""
        return self if len(self.states) else replace(self, states=load_states())

    def in_system(self, state: State) -> bool | None:
        """Whether the state was in the system when the treaty was signed; None while that is not known."""
        return None if self.signed is None else state.in_system(self.signed, self.signed_until)

    def state_label(self, ccode: int) -> str:
        """`255 Germany`, or that the code is no state's."""
        state = self.states.get(ccode)
        return f"{ccode} {state.name}" if state else f"{ccode}: no COW state code"
