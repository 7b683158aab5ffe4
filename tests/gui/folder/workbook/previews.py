"""Previews that tests make themselves: what a workbook would change in sheets that need not be on disk."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from atop_coder.folder.workbook import Change, Left, Preview, SheetChanges
from atop_coder.gui.folder.workbook.change_selection import ChangeSelection, look_through
from atop_coder.sheet import Sheet
from tests.checks.examples import sheet
from tests.gui.conftest import answer

YES_QUOTED: dict[str, Any] = {"value": "yes", "details": "“No separate peace shall be made.” (Art. 4)"}
FUTURE: dict[str, Any] = {"value": [{"date": "2999-01-01"}]}  # a date that is an error whenever the tests run
LEFT = Left("Alliances, cell AR3 (q06)", "“banana” is not a valid answer to question 6. Write treaty.")
LOST = Left("Alliances, row 9", "No sheet x.txt is in the folder.")


def change(number: int, *, clash: bool = False, before: Sheet | None = None, **parts: object) -> Change:
    """A change of the good sheet."""
    sheet_now = before or sheet()
    cells = (f"Alliances, cell A{number} (q{number:02})",)
    return Change(number, sheet_now[number], answer(number, **parts), cells, clash)


def changes_in(
    name: str,
    *changes: Change,
    left: Iterable[Left] = (),
    atop_id: int = 9001,
    normalized: bool = True,
    home: Path = Path("/sheets"),
) -> SheetChanges:
    """The changes to the good sheet under that file name."""
    here = sheet({1: {"value": atop_id}})
    return SheetChanges(home / name, here, "", normalized, changes, tuple(left))


def usual(*, recorded: bool = True) -> Preview:
    """A sheet with a clash and a good change, one with an error and a warning, one with nothing but an edit
    that cannot be applied, and an edit of no sheet."""
    first = changes_in("a.txt", change(8, **YES_QUOTED), change(25, clash=True, **YES_QUOTED))
    second = changes_in("b.txt", change(3, **FUTURE), change(21, value="yes"), left=[LEFT], atop_id=9002)
    third = changes_in("c.txt", left=[LEFT], atop_id=9003)
    return Preview(Path("/books/edited.xlsx"), (first, second, third), (LOST,), recorded)


def selection(preview: Preview | None = None) -> ChangeSelection:
    """The ticks as they are to begin with."""
    return look_through(preview or usual())
