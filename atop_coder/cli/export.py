"""`atop-coder export`: many sheets as one dataset."""

from pathlib import Path

import click

from atop_coder.cli.console import say
from atop_coder.cli.many import find_each, with_progress
from atop_coder.errors import AtopError


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="DATA",
    required=True,
    type=click.Path(path_type=Path),
    help="The file to write; its ending says the format: .xlsx, .csv or .dta.",
)
def export(paths: tuple[Path, ...], output: Path) -> None:
    """Export sheets, and all sheets in folders, as one dataset.

    DATA.xlsx is a workbook: Alliances (one row a sheet), Members, Conditions, Problems, and the
    Codebook of all columns.

    DATA.csv holds the alliances alone, and DATA.codebook.csv beside it says what the columns mean. A text
    that begins with =, +, - or @ has an apostrophe before it there, lest a program take it for a formula.
    DATA.do loads the file into Stata and labels it.

    DATA.dta is a Stata file of the alliances, with labels; .a is blank, .b N/A, .c Unknown, and .d an answer
    in words alone. It needs what atop-coder[stata] installs.

    Ends with 2 if a file could not be read; the others are exported all the same.
    """
    unread: list[str] = []
    try:
        done, failed = _export(paths, output, unread), False
    except AtopError as error:
        done, failed = str(error), True
    for line in (*unread, done):
        say(line, err=True)
    raise SystemExit(2 if unread or failed else 0)


def _export(paths: tuple[Path, ...], output: Path, unread: list[str]) -> str:
    """Writes the dataset and says so; adds a line to `unread` for each file that could not be read."""
    from atop_coder.checks.words import counted, listed
    from atop_coder.folder.exporting import (
        check_target,
        ids_twice,
        read_all,
        sheets_alone,
        twice_words,
        write_dataset,
    )

    found = list(find_each(paths))
    unread += [message for _, message in found if message]
    files = [file for file, message in found if not message]
    check_target(output, files)
    with with_progress(files, "Reading") as shown:
        sheets, aside = sheets_alone(read_all(shown, unread))
    if not sheets:
        return f"No sheet was read, so {output} was not written."
    told = f"{counted(len(sheets), 'sheet')} exported to {listed(map(str, write_dataset(sheets, output)))}."
    twice = ids_twice(sheet for _, sheet in sheets)
    more = (f"{aside}." if aside else "", twice_words(twice, "atop-coder check"))
    return " ".join(part for part in (told, *more) if part)
