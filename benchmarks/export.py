"""How long the Excel export of 1,000 made sheets takes, against bare openpyxl writing the same cells.

    .venv/bin/python benchmarks/export.py                   1,000 sheets, half a minute
    .venv/bin/python benchmarks/export.py --sheets 100      fewer
    .venv/bin/python benchmarks/export.py --profile         where the time goes

Ours is `write_workbook`: from the tables in memory to the whole workbook, with styles, widths, heights,
filters, messages and lists, and the hidden tab by which edits are told apart. Against it stand, by turns in
the same run, openpyxl's write-only mode with the same values in the tabs that are seen and nothing else,
and the same with a style on each cell. What comes before the writing is told in the same measure: the
checks of all sheets, whose problems are a tab, and the columns of all tables. Reading the files is no part
of it: `reading.py` and `folder.py` measure that. Times are those of one processor core, waiting left out.
"""

import argparse
import cProfile
import io
import pstats
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from statistics import median
from time import process_time
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment

from atop_coder.dataset import Missing, Table, to_records, to_tables
from atop_coder.dataset.column import Cell
from atop_coder.dataset.look import real_date
from atop_coder.dataset.workbook import write_workbook
from atop_coder.sheet import PartialDate, Sheet
from benchmarks.made_sheets import made_sheets
from benchmarks.own_time import print_shares
from benchmarks.reading import ALL

SHEETS = 1000
TURNS = 5
AIM = 1.3
TOP = Alignment(vertical="top", wrap_text=True)

Tables = tuple[Table, ...]
Writer = Callable[[Tables], bytes]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sheets", type=int, default=SHEETS, help="how many sheets to export (1000)")
    parser.add_argument("--profile", action="store_true", help="show where the time goes instead")
    wanted = parser.parse_args()
    if wanted.profile:
        show_profile(wanted.sheets)
    else:
        show_times(wanted.sheets)


def readings(count: int) -> list[tuple[str, Sheet]]:
    """That many made sheets, each with the name of a file; beyond `ALL` they come again."""
    sheets = [made.sheet for made in made_sheets(min(count, ALL))]
    return [(f"sheet{number:05}.txt", sheet) for number, sheet in enumerate(islice(cycle(sheets), count))]


def show_times(count: int) -> None:
    checks, columns, tables = prepared(readings(count))
    bare, ours, styled = in_turn((bare_workbook, our_workbook, styled_workbook), tables)
    rows = sum(len(table.rows) for table in tables)
    print(f"{count} sheets: {rows} rows, {filled(tables)} cells that are not empty")
    print(f"  bare openpyxl write-only      {1000 * bare:7.0f} ms")
    print(
        f"  … and a style on each cell    {1000 * styled:7.0f} ms, {styled / bare:5.2f} times bare openpyxl"
    )
    print(f"  our workbook                  {1000 * ours:7.0f} ms, {ours / bare:5.2f} times, at most {AIM}")
    print("before it, in the same measure:")
    print(f"  checks, for the tab Problems  {1000 * checks:7.0f} ms, {checks / bare:5.2f} times")
    print(f"  columns of all tables         {1000 * columns:7.0f} ms, {columns / bare:5.2f} times")
    whole = checks + columns + ours
    print(f"  all, from sheets in memory    {1000 * whole:7.0f} ms, {whole / bare:5.2f} times")


def prepared(sheets: Sequence[tuple[str, Sheet]]) -> tuple[float, float, Tables]:
    """The seconds for the checks of all sheets and for the tables, medians, and the tables."""
    tables = to_tables(to_records(sheets[:3]))  # what is loaded once in a program's life
    times = []
    for _ in range(TURNS):
        records = to_records(sheets)  # nothing is worked out yet
        start = process_time()
        for record in records:
            _ = record.problems
        checked = process_time()
        tables = to_tables(records)
        times.append((checked - start, process_time() - checked))
    checks, columns = (median(one) for one in zip(*times, strict=True))
    return checks, columns, tables


def in_turn(writers: Sequence[Writer], tables: Tables) -> list[float]:
    """The seconds that each takes: the median over the turns."""
    rounds = [[seconds(write, tables) for write in writers] for _ in range(TURNS)]
    return [median(of_one) for of_one in zip(*rounds, strict=True)]


def seconds(write: Writer, tables: Tables) -> float:
    start = process_time()
    write(tables)
    return process_time() - start


def filled(tables: Tables) -> int:
    return sum(shown(cell) is not None for table in tables for cells in table.rows for cell in cells)


def our_workbook(tables: Tables) -> bytes:
    file = io.BytesIO()
    write_workbook(tables, file)
    return file.getvalue()


def bare_workbook(tables: Tables) -> bytes:
    return openpyxl_workbook(tables, bare_cell)


def styled_workbook(tables: Tables) -> bytes:
    return openpyxl_workbook(tables, styled_cell)


def openpyxl_workbook(tables: Tables, cell: Callable[[Any, Any], Any]) -> bytes:
    """The same values in the same tabs, as openpyxl's manual shows how to write many."""
    book = Workbook(write_only=True)
    for table in tables:
        tab = book.create_sheet(table.name)
        tab.append([cell(tab, name) for name in table.names])
        for cells in table.rows:
            tab.append([cell(tab, shown(value)) for value in cells])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def bare_cell(_tab: Any, value: Any) -> Any:
    return value


def styled_cell(tab: Any, value: Any) -> Any:
    if value is None:
        return None
    cell = WriteOnlyCell(tab, value)
    cell.alignment = TOP
    return cell


def shown(value: Cell) -> Any:
    """The value as openpyxl takes it; None for an empty cell."""
    if isinstance(value, Missing):
        return str(value)
    if isinstance(value, PartialDate):
        return real_date(value) or value.iso
    return None if value == "" else value


def show_profile(count: int) -> None:
    tables = to_tables(to_records(readings(count)))
    profile = cProfile.Profile()
    profile.runcall(our_workbook, tables)
    print_shares(pstats.Stats(profile))


if __name__ == "__main__":
    main()
