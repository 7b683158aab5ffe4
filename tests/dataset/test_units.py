"""The dataset by year: a state, or two allied states, with what their alliances promise together."""

import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atop_coder.dataset import make_files, unit_tables
from atop_coder.dataset.unit_columns import Names
from atop_coder.dataset.units import Unit, years_table
from atop_coder.errors import AtopError
from tests.dataset.examples import dates, members, need_stata, records_of, rows_of, sheet_of

pytest.importorskip("polars", reason="polars comes with the extra [years]")
BY_YEAR = (Unit.STATE_YEAR, Unit.DYAD_YEAR, Unit.DIRECTED_DYAD_YEAR)


def alliance(codes, signed, ended=None, *, number=1200, seen="2018-04-14", types=("defense",)):
    """A sheet of an alliance; `signed` and `ended` are dates, or entries that name states."""
    return sheet_of(
        {
            1: {"value": number},
            3: {"value": [{"date": signed}] if isinstance(signed, str) else signed},
            4: {"value": members(*codes)},
            14: {"value": {"dates": ended} if ended else {"in_effect_as_of": seen}},
            16: {"value": list(types)} if types is not None else {},
            24: {"value": "yes"},
        }
    )


def years(*sheets, unit=Unit.DYAD_YEAR, **asked):
    return years_table(records_of(*sheets), unit, **asked)


def rows(*sheets, unit=Unit.DYAD_YEAR, **asked):
    return rows_of(years(*sheets, unit=unit, **asked).table)


TWO = alliance((220, 365), "1891-08-27", dates("1917-11-07"))


def test_a_pair_is_allied_from_the_year_of_signature_to_that_of_the_end():
    found = rows(TWO)
    assert [row["year"] for row in found] == list(range(1891, 1918))
    assert {(row["mem1"], row["mem2"], row["atopally"]) for row in found} == {(220, 365, 1)}


def test_an_alliance_in_effect_has_rows_up_to_the_year_in_which_it_was_seen():
    found = years(alliance((2, 200), "2000-01-01", seen="2005-06-01"))
    assert (found.first, found.last, len(found.table.rows)) == (2000, 2005, 6)


def test_the_years_asked_for_are_the_only_ones():
    found = years(TWO, first=1900, last=1902)
    assert [row[2] for row in found.table.rows] == [1900, 1901, 1902]
    assert (found.first, found.last) == (1900, 1902)


def test_there_may_be_no_row_at_all():
    found = years(TWO, first=2000)
    assert (found.table.rows, found.first, found.last) == ((), None, None)
    assert years(unit=Unit.STATE_YEAR).table.rows == ()


def test_a_member_that_joined_later_is_allied_from_then_on():
    signed = [{"date": "1949-04-04"}, {"date": "1952-02-18", "states": [640]}]
    found = rows(alliance((2, 20, 640), signed, seen="1953-01-01"))
    assert [row["year"] for row in found if row["mem2"] == 640 and row["mem1"] == 2] == [1952, 1953]
    assert [row["year"] for row in found if row["mem2"] == 20] == list(range(1949, 1954))


def test_a_member_that_left_is_no_longer_allied():
    ended = [{"date": "1991-07-01"}, {"date": "1968-09-13", "states": [339]}]
    found = rows(alliance((339, 365), "1955-05-14", ended))
    assert found[-1]["year"] == 1968


def test_members_that_were_never_in_it_together_are_no_pair():
    signed = [{"date": "1900-01-01", "states": [200, 220]}, {"date": "1910-06-01", "states": [365]}]
    ended = [{"date": "1920-01-01"}, {"date": "1910-05-31", "states": [220]}]
    pairs = {(row["mem1"], row["mem2"]) for row in rows(alliance((200, 220, 365), signed, ended))}
    assert pairs == {(200, 220), (200, 365)}


def test_a_state_is_no_ally_of_the_one_whose_seat_it_took():
    pairs = {
        (row["mem1"], row["mem2"])
        for row in rows(alliance((255, 260, 290), "1930-01-01", dates("1955-01-01")))
    }
    assert pairs == {(255, 290), (260, 290)}


def test_each_direction_has_a_row_where_rows_are_directed():
    found = rows(TWO, unit=Unit.DIRECTED_DYAD_YEAR)
    ways = Counter((row["stateA"], row["stateB"]) for row in found)
    assert ways == {(220, 365): 27, (365, 220): 27}


def test_what_several_alliances_promise_is_taken_together():
    other = alliance((220, 365), "1900-01-01", dates("1901-01-01"), number=1300, types=("consultation",))
    row = next(row for row in rows(TWO, other) if row["year"] == 1900)
    assert (row["defense"], row["consul"], row["nonagg"]) == (1, 1, 0)
    assert (row["number"], row["bilatno"], row["multino"]) == (2, 2, 0)
    assert (row["atopid1"], row["atopid2"]) == (1200, 1300)


def test_what_an_alliance_does_not_say_is_missing_unless_another_promises_it():
    silent = alliance((220, 365), "1900-01-01", dates("1901-01-01"), number=1300, types=None)
    row = next(row for row in rows(TWO, silent) if row["year"] == 1900)
    assert (row["defense"], row["offense"]) == (1, None)


def test_a_state_has_one_row_a_year_for_all_its_allies():
    found = rows(
        TWO, alliance((200, 220), "1904-04-08", dates("1904-12-31"), number=1300), unit=Unit.STATE_YEAR
    )
    france = [row for row in found if row["state"] == 220]
    assert [row["year"] for row in france] == list(range(1891, 1918))
    assert [row["number"] for row in france if row["year"] == 1904] == [2]


@pytest.mark.parametrize(
    "sheet",
    [
        sheet_of({4: {"value": members(2, 20)}, 14: {"value": {"dates": dates("1950")}}}),
        sheet_of({3: {"value": dates("1950")}, 4: {"value": members(2, 20)}}),
        alliance((2, 20), "1950-01-01", dates("1940-01-01")),
    ],
    ids=["no signature", "no end", "ended before it began"],
)
@pytest.mark.parametrize("unit", BY_YEAR)
def test_a_member_without_known_years_is_left_out_and_told(sheet, unit):
    found = years(sheet, unit=unit)
    assert found.table.rows == ()
    assert len(found.left_out) == 2
    assert "United States of America (2)" in found.left_out[0]


def test_the_names_may_be_those_of_peacesciencer():
    found = years(TWO, unit=Unit.DIRECTED_DYAD_YEAR, names=Names.PEACESCIENCER).table.names
    promises = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
    assert found == ("ccode1", "ccode2", "year", *promises)


def test_the_names_are_those_of_atop():
    promises = ("atopally", "defense", "offense", "neutral", "nonagg", "consul", "asymm")
    counts = ("bilatno", "multino", "number", "atopid1")
    assert years(TWO).table.names == ("mem1", "mem2", "year", *promises, *counts)
    assert years(TWO, unit=Unit.DIRECTED_DYAD_YEAR).table.names[:2] == ("stateA", "stateB")
    assert years(TWO, unit=Unit.STATE_YEAR).table.names[0] == "state"


@pytest.mark.parametrize("unit", BY_YEAR)
@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".dta", ".parquet"])
def test_rows_by_year_are_written_in_every_format(unit, suffix):
    if suffix == ".dta":
        need_stata()
    files = make_files(unit_tables(years(TWO, unit=unit).table), Path(f"years{suffix}"))
    assert Path(f"years{suffix}") in files
    assert all(files.values())


def test_the_codebook_tells_each_column_and_what_to_cite():
    table = years(TWO).table
    codebook = rows_of(unit_tables(table)[1])
    assert [row["column"] for row in codebook] == [*table.names, "to be cited"]
    assert "Leeds" in str(codebook[-1]["label"])


def test_parquet_has_whole_numbers_and_nothing_where_nothing_is_known():
    import polars

    table = years(TWO, alliance((2, 20), "1950-01-01", types=None)).table
    (data,) = make_files(unit_tables(table), Path("years.parquet")).values()
    frame = polars.read_parquet(io.BytesIO(data))
    assert set(frame.dtypes) == {polars.Int64}
    assert [tuple(row) for row in frame.rows()] == list(table.rows)


def test_without_polars_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setattr("atop_coder.dataset.parquet.find_spec", lambda _name: None)
    with pytest.raises(AtopError) as told:
        years(TWO)
    assert told.value.code == "years-need-extra"
    assert "atop-coder[years]" in str(told.value)


SPANS = st.lists(
    st.tuples(
        st.sets(st.integers(2, 20), min_size=2, max_size=5),
        st.integers(1900, 1930),
        st.integers(0, 20),
    ),
    max_size=6,
)


@given(SPANS)
def test_the_pairs_are_those_that_a_plain_count_finds(spans):
    sheets = [
        alliance(sorted(codes), f"{first}-03-01", dates(f"{first + more}-09-01"), number=1000 + place)
        for place, (codes, first, more) in enumerate(spans)
    ]
    counted = Counter(
        (one, other, year)
        for codes, first, more in spans
        for year in range(first, first + more + 1)
        for one in codes
        for other in codes
        if one < other
    )
    found = rows(*sheets)
    assert {(row["mem1"], row["mem2"], row["year"]): row["number"] for row in found} == counted
    directed = rows(*sheets, unit=Unit.DIRECTED_DYAD_YEAR)
    assert Counter((row["stateA"], row["stateB"]) for row in directed) == Counter(
        (row["stateB"], row["stateA"]) for row in directed
    )
    assert len(directed) == 2 * len(found)
