"""The states, wars and published alliances that a sheet is checked against; see resources/SOURCES.md."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atop_coder.reference.alliances import Alliance, Alliances, load_alliances
    from atop_coder.reference.states import LIST_BEGINS, LIST_ENDS, Spell, State, States, load_states
    from atop_coder.reference.wars import Participation, War, WarOn, Wars, load_wars
else:
    from atop_coder.on_use import on_use

    __getattr__ = on_use(
        __name__,
        {
            "alliances": ("Alliance", "Alliances", "load_alliances"),
            "states": ("LIST_BEGINS", "LIST_ENDS", "Spell", "State", "States", "load_states"),
            "wars": ("Participation", "War", "WarOn", "Wars", "load_wars"),
        },
    )

__all__ = [
    "LIST_BEGINS",
    "LIST_ENDS",
    "Alliance",
    "Alliances",
    "Participation",
    "Spell",
    "State",
    "States",
    "War",
    "WarOn",
    "Wars",
    "load_alliances",
    "load_states",
    "load_wars",
]
