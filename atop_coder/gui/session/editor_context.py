"""What the editors may ask about the world outside their question."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from atop_coder.reference.states import State, States, load_states
from atop_coder.sheet import DateEntry

if TYPE_CHECKING:  # the window starts without the published list
    from atop_coder.reference.alliances import Alliance, Alliances
    from atop_coder.reference.wars import Wars


ASK, MONTH_FIRST, DAY_FIRST = "ask", "month", "day"


@cache
def _no_states() -> States:
    return States(())


@dataclass(frozen=True)
class EditorContext:
    """When the treaty was signed, the sheet's members, names used in this folder, and the states.

    `signed` and `signed_until` are the first and last day that question 3 can mean, None while it is blank;
    `signed_dates` are its dates in ISO 8601, whole or cut. `atop_id` is the answer to question 1.
    `wars` and `alliances` read the lists of wars and of published alliances; without them none is known.
    `date_order` says how 3/4/1936 is read: month first, day first, or not without asking.
    """

    signed: date | None = None
    signed_until: date | None = None
    signed_dates: tuple[str, ...] = ()
    atop_id: int | None = None
    members: tuple[int, ...] = ()
    people: tuple[str, ...] = ()
    states: States = field(default_factory=_no_states)
    wars: "Callable[[], Wars] | None" = None
    alliances: "Callable[[], Alliances] | None" = None
    date_order: str = ASK

    @classmethod
    def signed_on(cls, dates: tuple[DateEntry, ...], **others: object) -> "EditorContext":
        """The context of a sheet with these signature dates."""
        first = min((entry.date.first() for entry in dates), default=None)
        last = max((entry.date.last() for entry in dates), default=None)
        iso = tuple(entry.date.iso for entry in dates)
        return cls(signed=first, signed_until=last, signed_dates=iso, **others)  # type: ignore[arg-type]  # passed through

    def with_states(self) -> "EditorContext":
        """This with the states, which are read now if a person types before the window has read them."""
        return self if len(self.states) else replace(self, states=load_states())

    @property
    def alliance(self) -> "Alliance | None":
        """The published alliance that has these members and this date, if there is just one."""
        if self.alliances is None or not (self.members and self.signed_dates):
            return None
        return self.alliances().one_of(self.members, self.signed_dates, self.atop_id)

    def in_system(self, state: State) -> bool | None:
        """Whether the state was in the system when the treaty was signed; None while that is not known."""
        return None if self.signed is None else state.in_system(self.signed, self.signed_until)

    def state_label(self, ccode: int) -> str:
        """`255 Germany`, or that the code is no state's; the code alone while no states are known yet."""
        if not len(self.states):
            return str(ccode)
        state = self.states.get(ccode)
        return f"{ccode} {state.name}" if state else f"{ccode}: no COW state code"
