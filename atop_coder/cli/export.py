"""`atop-coder export`: many sheets as one dataset."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.sheet import Sheet

MANY = 20  # files; from more on, a terminal is shown how far the work is


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
    from atop_coder.cli.console import say

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
    from atop_coder.dataset import make_files, to_records, to_tables, writer_of

    writer_of(output)  # a name that says no format is refused before any sheet is read
    sheets = tuple(_read(_find(paths, output, unread), unread))
    if not sheets:
        return f"No sheet was read, so {output} was not written."
    files = make_files(to_tables(to_records(sheets)), output)
    _save(files)
    return f"{counted(len(sheets), 'sheet')} exported to {listed(map(str, files))}."


def _find(paths: Iterable[Path], output: Path, unread: list[str]) -> list[Path]:
    """The files that may be sheets, each once; an older dataset in the folder is none of them."""
    from atop_coder.reading import find_sheets

    found: dict[Path, None] = {}
    for path in paths:
        if path.resolve() == output.resolve():
            raise AtopError("dataset-over-sheet", file=path)
        try:
            found.update(dict.fromkeys(find_sheets([path])))
        except AtopError as error:
            unread.append(str(error))
    return [file for file in found if file.resolve() != output.resolve()]


def _read(files: list[Path], unread: list[str]) -> "Iterator[tuple[Path, Sheet]]":
    from atop_coder.reading import read_sheet

    with _progress(files) as shown:
        for file in shown:
            try:
                yield file, read_sheet(file).sheet
            except AtopError as error:
                unread.append(str(error))


def _progress(files: list[Path]) -> AbstractContextManager[Iterable[Path]]:
    from atop_coder.cli.console import is_terminal

    if len(files) > MANY and is_terminal(err=True):
        return click.progressbar(files, label="Reading", file=sys.stderr)
    return nullcontext(files)


def _save(files: Mapping[Path, bytes]) -> None:
    """Writes all of the files or, where one cannot be written, leaves all as they were."""
    from atop_coder.files.save import save_bytes

    before: dict[Path, bytes | None] = {}
    for path, data in files.items():
        try:
            old = path.read_bytes() if path.is_file() and len(files) > 1 else None
            save_bytes(path, data)
        except (AtopError, OSError) as error:
            _put_back(before)
            raise error if isinstance(error, AtopError) else _not_writable(path, error) from error
        before[path] = old


def _put_back(before: Mapping[Path, bytes | None]) -> None:
    from atop_coder.files.save import save_bytes

    for path, old in before.items():
        if old is None:
            path.unlink()
        else:
            save_bytes(path, old)


def _not_writable(path: Path, error: OSError) -> AtopError:
    return AtopError("not-writable", file=path, reason=error.strerror)
