"""`atop-coder export`: many sheets as one dataset."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from atop_coder.cli.console import say
from atop_coder.cli.many import find_each, with_progress
from atop_coder.errors import AtopError
from atop_coder.sheet import Sheet

UNITS = ("alliance", "member", "state-year", "dyad-year", "directed-dyad-year")
YEARLY = UNITS[2:]
NAMES = ("atop", "peacesciencer")
Sheets = Sequence[tuple[Path, Sheet]]


class Asked(NamedTuple):
    """What a row is to be, the first and the last year, and whose names the columns bear."""

    unit: str
    years: tuple[int | None, int | None]
    names: str


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="DATA",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; its ending says the format: .xlsx, .csv, .dta or .parquet.",
)
@click.option(
    "--unit",
    type=click.Choice(UNITS),
    default=UNITS[0],
    show_default=True,
    help="What one row is: an alliance, a member of one, a state in a year, or two allied states in a year.",
)
@click.option("--from", "first", metavar="YEAR", type=int, help="The first year of rows by year.")
@click.option("--to", "last", metavar="YEAR", type=int, help="The last year of rows by year.")
@click.option(
    "--names",
    type=click.Choice(NAMES),
    default=NAMES[0],
    show_default=True,
    help="Whose names the columns of rows by year bear: ATOP's own, or those of the R package.",
)
def export(
    paths: tuple[Path, ...], output: Path, unit: str, first: int | None, last: int | None, names: str
) -> None:
    """Export sheets, and all sheets in folders, as one dataset.

    DATA.xlsx is a workbook: Alliances (one row a sheet), Members, Conditions, Problems, and the
    Codebook of all columns.

    DATA.csv holds the alliances alone, and DATA.codebook.csv beside it says what the columns mean. A text
    that begins with =, +, - or @ has an apostrophe before it there, lest a program take it for a formula.
    DATA.do loads the file into Stata and labels it.

    DATA.dta is a Stata file of the alliances, with labels; .a is blank, .b N/A, .c Unknown, and .d an answer
    in words alone. It needs what atop-coder[stata] installs.

    DATA.parquet holds the same table for programs that take millions of rows (atop-coder[years]).

    With --unit, a row is a member with its entry and exit, or a year: a state or two allied states with what
    their alliances promise together. Rows end with the last year in which a sheet saw the alliance in effect;
    a state or a pair without a row has no alliance in these sheets. It needs what atop-coder[years] installs.

    Ends with 2 if a file could not be read; the others are exported all the same.
    """
    if unit not in YEARLY and (first, last, names) != (None, None, NAMES[0]):
        raise click.UsageError(f"--from, --to and --names are for rows by year: --unit {', '.join(YEARLY)}.")
    unread: list[str] = []
    left_out: list[str] = []
    try:
        done, failed = _export(paths, output, Asked(unit, (first, last), names), unread, left_out), False
    except AtopError as error:
        done, failed = str(error), True
    for line in (*unread, *left_out, done):
        say(line, err=True)
    raise SystemExit(2 if unread or failed else 0)


def _export(
    paths: tuple[Path, ...], output: Path, asked: Asked, unread: list[str], left_out: list[str]
) -> str:
    """Writes the dataset and says so.

    Adds a line to `unread` for each file that could not be read, one to `left_out` for each member that is in
    no row.
    """
    from atop_coder.checks.words import counted, listed
    from atop_coder.folder.exporting import check_target, ids_twice, read_all, sheets_alone, twice_words

    found = list(find_each(paths))
    unread += [message for _, message in found if message]
    files = [file for file, message in found if not message]
    check_target(output, files)
    with with_progress(files, "Reading") as shown:
        sheets, aside = sheets_alone(read_all(shown, unread))
    if not sheets:
        return f"No sheet was read, so {output} was not written."
    written, more = _write(sheets, output, asked, left_out)
    told = f"{counted(len(sheets), 'sheet')} exported to {listed(map(str, written))}."
    twice = ids_twice(sheet for _, sheet in sheets)
    left = f"{aside}." if aside else ""
    return " ".join(filter(None, (told, more, left, twice_words(twice, "atop-coder check"))))


def _write(sheets: Sheets, output: Path, asked: Asked, left_out: list[str]) -> tuple[tuple[Path, ...], str]:
    """Writes the dataset in the unit asked for; the files, and what is to be said of their years."""
    from atop_coder.dataset.unit_columns import Names
    from atop_coder.dataset.units import Unit
    from atop_coder.folder.exporting import write_dataset, write_members, write_years

    if asked.unit not in YEARLY:
        return (write_members if asked.unit == "member" else write_dataset)(sheets, output), ""
    files, years = write_years(sheets, output, Unit(asked.unit), asked.years, Names(asked.names))
    left_out += [f"Left out, since its years are not known: {line}." for line in years.left_out]
    if years.last is None:
        return files, "0 rows: no member of theirs has years that are known and asked for."
    rows = f"{len(years.table.rows):,} rows, {years.first} to {years.last}"
    return files, f"{rows}; what came after {years.last} is not in them."
