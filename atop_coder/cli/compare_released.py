"""`atop-coder compare-released`: our sheets against released data."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atop_coder.cli.console import say, say_json
from atop_coder.cli.many import find_each, with_progress
from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.dataset.released import Comparison, Difference

COLUMNS = ("atopid", "member", "file", "variable", "question", "ours", "theirs")


@click.command("compare-released")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--with",
    "released",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help="The released data: a .csv or .dta file of alliances or of members.",
)
@click.option(
    "--variable", "wanted", metavar="NAME", multiple=True, help="Only this variable; may be repeated."
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help="For people, as a list for a spreadsheet, or for other programs.",
)
def compare_released(paths: tuple[Path, ...], released: Path, wanted: tuple[str, ...], shape: str) -> None:
    """Hold sheets, and all sheets in folders, against released data, by alliance and variable.

    Ends with 0 if all is equal, with 1 if something differs, and with 2 if a file could not be read.
    """
    from atop_coder.dataset import to_records
    from atop_coder.dataset.released import compare_released as compare
    from atop_coder.folder.exporting import read_all, sheets_alone

    found = list(find_each(paths))
    unread = [message for _, message in found if message]
    with with_progress([file for file, message in found if not message], "Reading") as shown:
        sheets, aside = sheets_alone(read_all(shown, unread))
    for line in (*unread, *([f"{aside}."] if aside else [])):
        say(line, err=True)
    try:
        result = compare(to_records(sheets), released)
    except AtopError as error:
        say(str(error), err=True)
        raise SystemExit(2) from error
    differences = [one for one in result.differences if not wanted or one.variable in wanted]
    _say(result, differences, shape)
    raise SystemExit(2 if unread else 1 if differences else 0)


def _say(result: "Comparison", differences: "list[Difference]", shape: str) -> None:
    if shape == "json":
        say_json(
            {
                "rows": result.rows,
                "version": result.version,
                "variables": list(result.variables),
                "not_compared": list(result.unknown_columns),
                "differences": [dict(zip(COLUMNS, _cells(one), strict=True)) for one in differences],
            }
        )
    elif shape == "csv":
        for line in _list(differences).splitlines():
            say(line)
    else:
        _say_text(result, differences)


def _cells(one: "Difference") -> tuple[object, ...]:
    return one.atop_id, one.member, one.file, one.variable, one.question, one.ours, one.theirs


def _list(differences: "list[Difference]") -> str:
    from atop_coder.dataset.csv_text import shield

    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in differences:
        rows.writerow("" if cell is None else shield(str(cell)) for cell in _cells(one))
    return text.getvalue()


def _say_text(result: "Comparison", differences: "list[Difference]") -> None:
    from atop_coder.checks.words import counted, listed

    for one in differences:
        who = f"{one.atop_id}, member {one.member}" if one.member else str(one.atop_id)
        where = f" (question {one.question})" if one.question else ""
        say(f"{who}: {one.variable}{where}: {one.ours or 'nothing'} here, {one.theirs or 'nothing'} there.")
    version = f" (version {result.version})" if result.version else ""
    say(
        f"{counted(result.rows, 'row')} compared{version} in {counted(len(result.variables), 'variable')}:"
        f" {counted(len(differences), 'difference')}.",
        err=True,
    )
    counts = [
        f"{name} {count}"
        for name in result.variables
        if (count := sum(one.variable == name for one in differences))
    ]
    if counts:
        say(f"By variable: {', '.join(counts)}.", err=True)
    if result.only_ours:
        ids = sorted({atop_id for atop_id, _ in result.only_ours})
        say(f"Not in the released data: {listed(map(str, ids))}.", err=True)
    if result.unknown_columns:
        say(f"Not derived from sheets, so not compared: {', '.join(result.unknown_columns)}.", err=True)
