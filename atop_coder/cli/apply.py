"""`atop-coder apply`: an edited dataset, back into the sheets it was made from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from atop_coder.cli.console import columns, say, say_json
from atop_coder.cli.many import find_each, with_format
from atop_coder.errors import AtopError

if TYPE_CHECKING:
    from atop_coder.folder.workbook import Applied, Chosen, Left, Preview


@click.command()
@click.argument("book", metavar="DATA.xlsx", type=click.Path(path_type=Path))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--write", is_flag=True, help="Change the sheets; without it, what would change is shown.")
@click.option(
    "--doubtful",
    is_flag=True,
    help="Take over also what brings an error, or goes against a change in the sheet.",
)
@with_format
def apply(book: Path, paths: tuple[Path, ...], write: bool, doubtful: bool, shape: str) -> None:
    """Apply an edited dataset to the sheets, and the sheets in folders, that it was exported from.

    Shows what the workbook would change, in which question of which sheet, and what the checks say of it.
    With --write the sheets are changed: a normalized sheet keeps its former content in .atop-history, and
    beside a file of any other kind a normalized sheet is written. What nobody edited in the workbook stays
    as it is, also where the sheet was changed since the export.

    Ends with 0 if all edits can be taken over, with 1 if some are left, and with 2 if a file could not be
    read or written.
    """
    from atop_coder.cli.apply_lines import preview_lines

    try:
        found, unread = _preview(book, paths)
    except AtopError as error:
        say(str(error), err=True)
        raise SystemExit(2) from error
    chosen = [(one, frozenset(one.questions) if doubtful else found.proposed(one)) for one in found.sheets]
    done = _write(chosen) if write else None
    if shape == "json":
        say_json(_data(found, chosen, done))
    else:
        for line in preview_lines(found, chosen, done, columns()):
            say(line)
    for message in (*unread, *(one.message for one in done or () if one.message)):
        say(message, err=True)
    failed = any(one.target is None for one in done or ())
    raise SystemExit(2 if unread or failed else int(_some_left(found, chosen)))


def _preview(book: Path, paths: Iterable[Path]) -> "tuple[Preview, list[str]]":
    """What the workbook would change, and a line for each name that is no sheet and no folder of sheets."""
    from atop_coder.folder.workbook import preview

    sheets: dict[Path, Path] = {}
    unread: list[str] = []
    for path, message in find_each(paths):
        if message or not path.exists():
            unread.append(message or str(AtopError("file-not-found", file=path)))
        else:
            sheets[path.absolute()] = path
    found = preview(book, sheets)
    named = tuple(replace(one, path=sheets.get(one.path, one.path)) for one in found.sheets)
    return replace(found, sheets=named), unread


def _write(chosen: "Sequence[Chosen]") -> "list[Applied]":
    from atop_coder.files.versions import Versions
    from atop_coder.folder.workbook import apply_changes

    return list(apply_changes(chosen, Versions()))


def _some_left(found: "Preview", chosen: "Sequence[Chosen]") -> bool:
    return bool(found.left) or any(one.left or set(one.questions) - set(taken) for one, taken in chosen)


def _data(found: "Preview", chosen: "Sequence[Chosen]", done: "list[Applied] | None") -> dict[str, Any]:
    """The preview as JSON data; `written` is the file that holds the change now, None without --write."""
    from atop_coder.form import load_form
    from atop_coder.sheet import answer_to_data

    targets = {one.path: str(one.target) for one in done or () if one.target}
    form = load_form()
    changes = [
        {
            "file": str(one.path),
            "question": change.question,
            "before": answer_to_data(form.question(change.question), change.before),
            "after": answer_to_data(form.question(change.question), change.after),
            "cells": list(change.cells),
            "clash": change.clash,
            "taken": change.question in taken,
            "written": targets.get(one.path) if change.question in taken else None,
        }
        for one, taken in chosen
        for change in one.changes
    ]
    left = [_left(None, edit) for edit in found.left]
    left += [_left(one.path, edit) for one, _ in chosen for edit in one.left]
    return {"recorded": found.recorded, "changes": changes, "left": left}


def _left(path: Path | None, edit: "Left") -> dict[str, str | None]:
    return {"file": str(path) if path else None, "place": edit.place, "message": edit.message}
