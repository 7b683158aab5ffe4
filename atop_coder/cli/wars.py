"""`atop-coder wars`: which inter-state wars were fought on a date, and by whom."""

from typing import TYPE_CHECKING

import click

from atop_coder.cli.on_date import Refusal, in_words, read_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from atop_coder.reference import WarOn
    from atop_coder.sheet.dates import PartialDate


@click.command()
@click.option("--on", "day", metavar="DATE", required=True, help="A day, a month or a year.")
@click.option(
    "--state", "state", metavar="CCODE", multiple=True, help="Only wars that this state fought then."
)
@click.argument("more", metavar="[CCODE]...", nargs=-1)
def wars(day: str, state: tuple[str, ...], more: tuple[str, ...]) -> None:
    """List the inter-state wars fought on a date (Correlates of War, 1816 to 2007).

    States are given by COW code or name: `--state 200 --state 365`, or `--state 200 365`.
    """
    from atop_coder.reference import load_wars

    when = read_on(day)
    asked = [_ccode(text, when) for text in (*state, *more)]
    fought = load_wars().on(when.first(), when.last(), asked or None)
    for war_on in fought:
        for line in _lines(war_on, when):
            click.echo(line)
    if not fought:
        click.echo(_peace(asked, when))
    _warn_outside_the_list(when)


def _ccode(text: str, when: "PartialDate") -> int:
    from atop_coder.reference import load_states

    known = load_states()
    if text.isdecimal():
        state, near = known.get(int(text)), known.nearest(int(text))
    else:
        state, near = next(iter(known.find(text, when.first(), when.last())), None), known.resembling(text)
    if state:
        return state.ccode
    names = ", ".join(f"{state.ccode} {state.name}" for state in near)
    raise Refusal(f"There is no state {text!r}." + (f" Near it: {names}." if names else ""))


def _lines(war_on: "WarOn", when: "PartialDate") -> "Iterator[str]":
    war = war_on.war
    yield f"{war.number:>3}  {war.name}, {war.began} to {war.ended}"
    for side in (1, 2):
        fighting = {part.ccode for part in war.parts_on(when.first(), when.last()) if part.side == side}
        if codes := sorted(fighting & set(war_on.ccodes)):
            yield f"     side {side}  {_names(codes)}"


def _names(codes: "Collection[int]") -> str:
    from atop_coder.reference import load_states

    known = load_states()
    return ", ".join(f"{code} {state.name}" for code in codes if (state := known.get(code)))


def _peace(asked: "Collection[int]", when: "PartialDate") -> str:
    whose = f" by {_names(asked)}" if asked else ""
    return f"No inter-state war was fought {in_words(when)}{whose}."


def _warn_outside_the_list(when: "PartialDate") -> None:
    from atop_coder.reference.wars import LIST_BEGINS, LIST_ENDS

    if when.first() < LIST_BEGINS or when.last() > LIST_ENDS:
        click.echo(
            f"The list of wars covers {LIST_BEGINS.year} to {LIST_ENDS.year} only: look elsewhere too.",
            err=True,
        )
