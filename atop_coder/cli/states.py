"""`atop-coder states`: who has a code, what code a name has, and who was in the system on a date."""

from typing import TYPE_CHECKING

import click

from atop_coder.cli.on_date import in_words, read_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from atop_coder.reference import State
    from atop_coder.sheet.dates import PartialDate


@click.command()
@click.argument("query", nargs=-1)
@click.option(
    "--on", "day", metavar="DATE", help="Tell who was in the system then: a day, a month or a year."
)
def states(query: tuple[str, ...], day: str | None) -> None:
    """Look up states by COW code, abbreviation, or any name, old or new.

    Without QUERY, lists all states, or with --on those in the system on that date. The years are those in the
    interstate system (Correlates of War, to 2016).
    """
    when = None if day is None else read_on(day)
    wanted = " ".join(query)
    found = _found(wanted, when)
    for line in _lines(found, wanted, when):
        click.echo(line)
    if not found:
        click.echo(_nothing_found(wanted, when), err=True)


def _found(wanted: str, when: "PartialDate | None") -> "Sequence[State]":
    from atop_coder.reference import load_states

    known = load_states()
    if wanted.isdecimal() and (state := known.get(int(wanted))):
        return (state,)
    if when is None:
        return known.matching(wanted) if wanted else tuple(known)
    return known.matching(wanted, *_days(when)) if wanted else known.members(*_days(when))


def _days(when: "PartialDate") -> "tuple[date, date]":
    return when.first(), when.last()


def _lines(found: "Sequence[State]", wanted: str, when: "PartialDate | None") -> "Iterable[str]":
    rows = [_cells(state, wanted, when) for state in found]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _cells(state: "State", wanted: str, when: "PartialDate | None") -> tuple[str, ...]:
    member = ""
    if when is not None and wanted:
        member = f"{'in' if state.in_system(*_days(when)) else 'not in'} the system {in_words(when)}"
    return f"{state.ccode:>3}", state.abbreviation, state.name, state.years(), member, _also(state, wanted)


def _also(state: "State", wanted: str) -> str:
    """The name by which the state was found, where that is not its own."""
    from atop_coder.reference.likeness import begins_a_word

    names = [name.text for name in state.names if begins_a_word(wanted, name.text)]
    if not names or begins_a_word(wanted, state.name) or state.abbreviation in names:
        return ""
    return f"({names[0]})"


def _nothing_found(wanted: str, when: "PartialDate | None") -> str:
    from atop_coder.reference import LIST_BEGINS, load_states

    if not wanted and when is not None:
        return f"No state was in the system {in_words(when)}: the list begins with {LIST_BEGINS.year}."
    known = load_states()
    if wanted.isdecimal():
        near, kind = known.nearest(int(wanted)), "has the code"
    else:
        near, kind = known.resembling(wanted), "is called"
    names = ", ".join(f"{state.ccode} {state.name}" for state in near)
    return f"No state {kind} {wanted}." + (f" Near it: {names}." if names else " Try another spelling.")
