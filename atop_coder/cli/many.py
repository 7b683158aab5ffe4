"""What the commands on many sheets share: which files are meant, how far they are, for whom they write."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TypeVar

import click

from atop_coder.cli.console import is_terminal
from atop_coder.errors import AtopError

MANY = 20  # files; from more on, a terminal is shown how far the work is

Item = TypeVar("Item")

with_format = click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for other programs.",
)


def find_each(paths: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Each file once that may be a sheet, with ""; a folder without any, with the line that says so."""
    from atop_coder.reading import find_sheets

    found: dict[tuple[Path, str], None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys((file, "") for file in find_sheets([path])))
        except AtopError as error:
            found[path, str(error)] = None
    return iter(found)


def with_progress(items: Sequence[Item], label: str) -> AbstractContextManager[Iterable[Item]]:
    """The same; if they are many, and somebody reads along, with a line that says how far they are."""
    if len(items) > MANY and is_terminal(err=True):
        return click.progressbar(items, label=label, file=sys.stderr)
    return nullcontext(items)
