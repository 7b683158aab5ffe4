"""The Members table against the published member-level data: sheets made from its rows are exported again."""

import csv
import os
from collections import Counter, defaultdict
from itertools import combinations

import pytest

from atop_coder.dataset.membership import SUCCESSIONS
from atop_coder.dataset.table import MEMBERS
from tests.conftest import ROOT
from tests.dataset.examples import records_of, rows_of, sheet_of, tables_of

RELEASED = ROOT.parent / "shared" / "released" / "atop4_01_member.csv"
EXACT = ("member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "ineffect")
DERIVED = {"cowsys": 5, "cowwar": 3}
"""What follows from our lists of states and wars -> in how many rows at most it differs from ATOP's."""


@pytest.fixture(scope="module")
def published():
    """Atop number -> the rows of its members, of the alliances with one phase and one entry a member."""
    if not RELEASED.exists():
        pytest.skip(f"the released member-level data is not there: {os.path.relpath(RELEASED, ROOT)}")
    alliances = defaultdict(list)
    with RELEASED.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            alliances[row["atopid"]].append(row)
    return {atop_id: rows for atop_id, rows in alliances.items() if _is_of_one_phase(rows)}


def _is_of_one_phase(rows):
    """Also that all have left, or none has: a sheet says of all members at once that they are bound."""
    bound = {row["yrexit"] == "0" for row in rows}
    return (
        len({row["member"] for row in rows}) == len(rows) and rows[0]["maxphase"] == "0" and len(bound) == 1
    )


def _date(row, end):
    parts = (row[f"{part}{end}"] for part in ("yr", "mo", "day"))
    return "-".join(part.zfill(2) for part in parts if part)


def _entries(rows, end):
    dates = defaultdict(list)
    for row in rows:
        dates[_date(row, end)].append(int(row["member"]))
    return [{"date": date, "states": states} for date, states in dates.items()]


def _sheet(rows):
    ended = (
        {"in_effect_as_of": "2016-12-31"} if rows[0]["yrexit"] == "0" else {"dates": _entries(rows, "exit")}
    )
    return sheet_of(
        {
            1: {"value": int(rows[0]["atopid"])},
            3: {"value": _entries(rows, "ent")},
            4: {"value": [{"ccode": int(row["member"]), "name": ""} for row in rows]},
            5: {"value": "yes" if rows[0]["wartime"] == "1" else "no"},
            14: {"value": ended},
        }
    )


@pytest.fixture(scope="module")
def pairs(published):
    """Each published row with ours."""
    ours = rows_of(tables_of(*map(_sheet, published.values()))[MEMBERS])
    theirs = [row for rows in published.values() for row in rows]
    return list(zip(theirs, ours, strict=True))


def _cell(text):
    return int(text) if text else None


def test_most_of_the_published_alliances_are_looked_at(published):
    assert len(published) > 500


@pytest.mark.parametrize("name", EXACT)
def test_a_column_that_follows_from_the_sheet_equals_the_published_one(pairs, name):
    differ = [
        (theirs["atopid"], theirs["member"]) for theirs, ours in pairs if _cell(theirs[name]) != ours[name]
    ]
    assert differ == []


@pytest.mark.parametrize("name", DERIVED)
def test_a_column_that_follows_from_lists_of_states_and_wars_hardly_differs(pairs, name):
    differ = [
        (theirs["atopid"], theirs["member"]) for theirs, ours in pairs if _cell(theirs[name]) != ours[name]
    ]
    assert len(differ) <= DERIVED[name], differ


def _days(row, end, unknown):
    return tuple(int(row[f"{part}{end}"] or unknown) for part in ("yr", "mo", "day"))


def _counted(published):
    """Pair and year -> how many of the published alliances they have in common, counted row by row."""
    count: Counter[tuple[int, int, int]] = Counter()
    for rows in published.values():
        for one, other in combinations(sorted(rows, key=lambda row: int(row["member"])), 2):
            begun = max(_days(one, "ent", 1), _days(other, "ent", 1))
            ended = min(
                (2016, 12, 31) if row["yrexit"] == "0" else _days(row, "exit", 31) for row in (one, other)
            )
            pair = int(one["member"]), int(other["member"])
            if begun <= ended and pair not in SUCCESSIONS:
                count.update((*pair, year) for year in range(begun[0], ended[0] + 1))
    return count


def test_the_dyad_years_are_those_of_an_independent_count(published):
    pytest.importorskip("polars", reason="polars comes with the extra [years]")
    from atop_coder.dataset.units import Unit, years_table

    made = rows_of(years_table(records_of(*map(_sheet, published.values())), Unit.DYAD_YEAR).table)
    assert len(made) > 20_000
    assert {(row["mem1"], row["mem2"], row["year"]): row["number"] for row in made} == _counted(published)
