"""The columns of the rows by year, with the names of ATOP's own files or of the R package peacesciencer."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from operator import itemgetter
from typing import Any

from atop_coder.dataset.column import YES_NO, Cell, Column, Type


class Names(StrEnum):
    """Whose names the columns bear."""

    ATOP = "atop"
    PEACESCIENCER = "peacesciencer"


OBLIGATIONS: Mapping[str, str] = {
    "defense": "defense",
    "offense": "offense",
    "neutral": "neutrality",
    "nonagg": "nonaggression",
    "consul": "consultation",
}
"""ATOP's variable -> the choice of question 16."""
FLAGS = (*OBLIGATIONS, "asymm", "bilatno", "multino")
Row = Mapping[str, Any]
States = Mapping[Names, tuple[str, ...]]
"""What the columns with the states of a row are called."""


STATE: States = {Names.ATOP: ("state",), Names.PEACESCIENCER: ("ccode",)}
DYAD: States = {Names.ATOP: ("mem1", "mem2"), Names.PEACESCIENCER: ("ccode1", "ccode2")}
DIRECTED: States = {Names.ATOP: ("stateA", "stateB"), Names.PEACESCIENCER: ("ccode1", "ccode2")}
_LABELS = {
    "defense": "A defense pact among them",
    "offense": "An offense pact among them",
    "neutral": "A neutrality pact among them",
    "nonagg": "A nonaggression pact among them",
    "consul": "A consultation pact among them",
    "asymm": "One among them whose obligations differ between members",
}
_QUESTION = {**dict.fromkeys(OBLIGATIONS, 16), "asymm": 24}


def columns_of(states: States, most: int, names: Names = Names.ATOP) -> tuple[Column[Row], ...]:
    """The columns of rows with these states, of which none has more than `most` alliances."""
    return tuple(_columns(states[names], most, names))


def _columns(states: tuple[str, ...], most: int, names: Names) -> Iterator[Column[Row]]:
    for place, name in enumerate(states, start=1):
        yield Column(name, "COW state code", Type.NUMBER, itemgetter(f"state{place}"), 4)
    yield Column("year", "Year", Type.NUMBER, itemgetter("year"))
    lead = "atop_" if names == Names.PEACESCIENCER else ""
    if not lead:
        yield Column("atopally", "Allied in this year", Type.CODE, lambda _row: 1, None, YES_NO)
    for name in (*OBLIGATIONS, *(() if lead else ("asymm",))):
        yield Column(f"{lead}{name}", _LABELS[name], Type.CODE, itemgetter(name), _QUESTION[name], YES_NO)
    if not lead:
        yield from _of_alliances(most)


def _of_alliances(most: int) -> Iterator[Column[Row]]:
    """How many alliances there are, and which."""
    yield Column("bilatno", "Bilateral alliances", Type.NUMBER, itemgetter("bilatno"))
    yield Column("multino", "Multilateral alliances", Type.NUMBER, itemgetter("multino"))
    yield Column("number", "Alliances", Type.NUMBER, itemgetter("number"))
    for place in range(max(most, 1)):
        yield Column(f"atopid{place + 1}", f"Alliance {place + 1}", Type.NUMBER, _atop_id(place), 1)


def _atop_id(place: int) -> Any:
    def atop_id(row: Row) -> Cell:
        ids = row["atopids"]
        return ids[place] if place < len(ids) else None

    return atop_id
