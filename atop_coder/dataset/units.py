"""The dataset in the units of the field: a member, a state in a year, two allied states in a year.

Rows there are only where an alliance is: a state or a pair without a row has none *in these sheets*. An
alliance seen in effect on some day has rows up to that year; what came later nobody has coded, so it is
missing and never 0. Two states are allied in a year if both were members on one of its days. Phases of an
alliance (ATOP's `phase`) are not told apart: a sheet holds one coding.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from atop_coder.dataset.membership import SUCCESSIONS, entry_of, exit_of, seats
from atop_coder.dataset.parquet import require_frames
from atop_coder.dataset.record import MemberOf, Record
from atop_coder.dataset.table import Table, make_table
from atop_coder.dataset.unit_columns import DIRECTED, DYAD, FLAGS, OBLIGATIONS, STATE, Names, columns_of
from atop_coder.reference import load_states
from atop_coder.sheet import Member

if TYPE_CHECKING:
    from polars import DataFrame, Expr


class Unit(StrEnum):
    """What one row of the dataset is."""

    ALLIANCE = "alliance"
    MEMBER = "member"
    STATE_YEAR = "state-year"
    DYAD_YEAR = "dyad-year"
    DIRECTED_DYAD_YEAR = "directed-dyad-year"


_STATES = {Unit.STATE_YEAR: STATE, Unit.DYAD_YEAR: DYAD, Unit.DIRECTED_DYAD_YEAR: DIRECTED}


@dataclass(frozen=True)
class Years:
    """The rows of a unit by year, the years that they cover (None: there is no row), and what is not in them.

    `left_out` has a line for each member whose years are not known.
    """

    table: Table
    first: int | None
    last: int | None
    left_out: tuple[str, ...]


def years_table(
    records: Iterable[Record],
    unit: Unit,
    first: int | None = None,
    last: int | None = None,
    names: Names = Names.ATOP,
) -> Years:
    """The rows of these sheets by year, between the years given; AtopError `years-need-extra`."""
    require_frames()
    left_out: list[str] = []
    spells = _spells(_memberships(records, left_out))
    by_state = unit == Unit.STATE_YEAR
    keys = ("state1",) if by_state else ("state1", "state2")
    frame = _by_year(spells if by_state else _pairs(spells), keys, first, last)
    if unit == Unit.DIRECTED_DYAD_YEAR:
        frame = _both_ways(frame)
    columns = columns_of(_STATES[unit], max(frame["number"], default=0), names)
    table = make_table(f"{unit.value.capitalize()}s", columns, frame.iter_rows(named=True))
    return Years(table, min(frame["year"], default=None), max(frame["year"], default=None), tuple(left_out))


def _memberships(records: Iterable[Record], left_out: list[str]) -> Iterator[dict[str, Any]]:
    """The time of each member in each alliance, with what the alliance promises."""
    for number, record in enumerate(records):
        flags = _flags(record)
        for order, member in enumerate(record.sheet.members, start=1):
            span = _span(MemberOf(record, order, member))
            if span is None:
                left_out.append(f"{record.file}: no entry or no exit of {_named(member)}")
            else:
                times = {"start": span[0], "end": span[1]}
                yield {"sheet": number, "atopid": record.atop_id, "state1": member.ccode, **times, **flags}


def _named(member: Member) -> str:
    state = load_states().get(member.ccode)
    name = member.name or (state.name if state else "")
    return f"{name} ({member.ccode})" if name else f"code {member.ccode}"


def _flags(record: Record) -> dict[str, int | None]:
    chosen = record.sheet.by_key("alliance_type").value
    promises = {
        name: int(choice in chosen) if isinstance(chosen, tuple) else None
        for name, choice in OBLIGATIONS.items()
    }
    symmetric = {"yes": 0, "no": 1}.get(str(record.sheet.by_key("symmetric").value))
    two = seats(record.member_codes) == 2
    return {**promises, "asymm": symmetric, "bilatno": int(two), "multino": int(not two)}


def _span(row: MemberOf) -> tuple[date, date] | None:
    """The first and the last day of a member in the alliance; None where one of them is not known."""
    ended = row.record.sheet.termination
    entry, exit_ = entry_of(row), (ended.in_effect_as_of if ended else None) or exit_of(row)
    if entry is None or exit_ is None or exit_.last() < entry.first():
        return None
    return entry.first(), exit_.last()


def _spells(memberships: Iterable[dict[str, Any]]) -> "DataFrame":
    import polars

    types: dict[str, Any] = {"sheet": polars.Int64, "atopid": polars.Int64, "state1": polars.Int64}
    types |= {"start": polars.Date, "end": polars.Date, **dict.fromkeys(FLAGS, polars.Int64)}
    return polars.DataFrame(list(memberships), schema=types)


def _pairs(spells: "DataFrame") -> "DataFrame":
    """Each two members of an alliance once, the lower code first, with the time that they have in common.

    A state and its successor are none: the one takes over the other's seat.
    """
    import polars

    others = spells.select("sheet", polars.col("state1").alias("state2"), "start", "end")
    pairs = spells.join(others, on="sheet").filter(polars.col("state1") < polars.col("state2"))
    succession = polars.DataFrame(
        SUCCESSIONS, schema=dict.fromkeys(("state1", "state2"), polars.Int64), orient="row"
    )
    pairs = pairs.join(succession, on=["state1", "state2"], how="anti")
    return pairs.with_columns(
        polars.max_horizontal("start", "start_right").alias("start"),
        polars.min_horizontal("end", "end_right").alias("end"),
    ).filter(polars.col("start") <= polars.col("end"))


def _by_year(spells: "DataFrame", keys: tuple[str, ...], first: int | None, last: int | None) -> "DataFrame":
    """One row a year and state or pair, with what all their alliances of that year promise together."""
    import polars

    year = polars.col("year")
    years = polars.int_ranges(polars.col("start").dt.year(), polars.col("end").dt.year() + 1)
    rows = spells.with_columns(years.cast(polars.List(polars.Int64)).alias("year")).explode("year")
    rows = rows.filter(year.is_between(first or 0, last or 9999)).unique(["sheet", *keys, "year"])
    return (
        rows.group_by(*keys, "year")
        .agg(
            *(_any(name) for name in (*OBLIGATIONS, "asymm")),
            polars.col("bilatno", "multino").sum(),
            polars.len().cast(polars.Int64).alias("number"),
            polars.col("atopid").sort(nulls_last=True).alias("atopids"),
        )
        .sort(*keys, "year")
    )


def _any(name: str) -> "Expr":
    """1 if one alliance has it, 0 if none has, and nothing where one that may have it does not say."""
    import polars

    column = polars.col(name)
    return polars.when(column.max() == 1).then(1).when(column.has_nulls()).then(None).otherwise(0).alias(name)


def _both_ways(frame: "DataFrame") -> "DataFrame":
    import polars

    turned = frame.rename({"state1": "state2", "state2": "state1"}).select(frame.columns)
    return polars.concat([frame, turned]).sort("state1", "state2", "year")
