"""The names that a written sheet shows beside the codes of states and wars."""

from collections.abc import Callable

Names = Callable[[str, int], str]
"""("states" | "wars" | "alliances", code) -> name, "" where there is none."""


def no_names(_what: str, _code: int) -> str:
    """Codes alone."""
    return ""


def known_names(what: str, code: int) -> str:
    """The canonical name from the reference tables; alliances have a number only."""
    return _LOOK_UPS[what](code)


def is_name_of(what: str, code: int, name: str) -> bool:
    """Whether the tables give the code this name, or once gave it: a state's names of all times count."""
    from atop_coder.reference.names import normalise_name
    from atop_coder.reference.states import load_states

    state = load_states().get(code) if what == "states" else None
    known = [one.text for one in state.names] if state else [known_names(what, code)]
    return normalise_name(name) in map(normalise_name, known)


def _state_name(ccode: int) -> str:
    from atop_coder.reference.states import load_state_names

    return load_state_names().get(ccode, "")


def _war_name(number: int) -> str:
    from atop_coder.reference.wars import load_wars

    war = load_wars().get(number)
    return war.name if war else ""


# The tables are read when a sheet names a state or a war, not before.
_LOOK_UPS: dict[str, Callable[[int], str]] = {
    "states": _state_name,
    "wars": _war_name,
    "alliances": lambda _: "",
}
