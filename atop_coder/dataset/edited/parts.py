"""Members and conditions, which have a tab with a row for each: back into the answers they come from."""

import re
from collections.abc import Iterator, Sequence

from atop_coder.checks.words import ranges
from atop_coder.dataset.edited.answers import in_sheet_order
from atop_coder.dataset.edited.book import Book, Row, Tab
from atop_coder.dataset.edited.exported import MADE, PARTS, print_of_rows
from atop_coder.dataset.table import MEMBERS
from atop_coder.errors import AtopError
from atop_coder.form import Question, Status
from atop_coder.sheet import Answer, Member

CODE = re.compile("[0-9]{1,5}")


def rows_of(book: Book, tab: Tab, row: Row) -> list[Row]:
    """The rows about the sheet of a row of the Alliances, in the sheet's order; those new in it come last.

    A row belongs to a sheet by its file; one without a file by its ATOP id, if only one sheet has that.
    """
    own = tab.by_id.get(row.text("atopid"), ()) if book.alliances.ids[row.text("atopid")] == 1 else ()
    found = [*tab.by_file.get(row.text("file"), ()), *own]
    return sorted((one for one in found if any(cells_of(tab, one))), key=_order)


def _order(row: Row) -> float:
    try:
        place = float(row.text("order"))
    except ValueError:
        return float("inf")
    return place if place == place else float("inf")  # "nan" has no place


def stray_rows(book: Book) -> Iterator[tuple[str, AtopError]]:
    """Place and error of the rows that belong to no sheet, or nobody knows to which.

    Rows of a sheet that was taken out of the Alliances are none, if they are as they were exported.
    """
    for tab in book.parts.values():
        stray = [row for row in tab.rows if _is_stray(book, tab, row)]
        several = [row for row in tab.rows if _is_of_several(book, tab, row)]
        for rows, code in ((stray, "edit-stray-rows"), (several, "edit-rows-of-several")):
            if rows:
                yield rows_place(tab, rows), AtopError(code)


def _is_stray(book: Book, tab: Tab, row: Row) -> bool:
    file = row.text("file")
    if not any(cells_of(tab, row)) or file in book.alliances.by_file:
        return False
    if not file:
        return row.text("atopid") not in book.alliances.ids
    prints = book.prints.get(file)
    now = print_of_rows(tab.name, (cells_of(tab, one) for one in sorted(tab.by_file[file], key=_order)))
    return prints is None or prints.parts[tab.name] != now


def _is_of_several(book: Book, tab: Tab, row: Row) -> bool:
    ids = book.alliances.ids
    return any(cells_of(tab, row)) and not row.text("file") and ids[row.text("atopid")] > 1


def rows_place(tab: Tab, rows: Sequence[Row]) -> str:
    """`Members, rows 4–6`."""
    return f"{tab.name}, row{'s' if len(rows) > 1 else ''} {ranges(sorted(one.number for one in rows))}"


def cells_of(tab: Tab, row: Row) -> tuple[str, ...]:
    """The settled texts of what a person may edit in a row."""
    return tuple(row.text(column) for column in PARTS[tab.name])


def is_made_edited(tab: Tab, rows: Sequence[Row], exported: str) -> bool:
    """Whether a column that is made from the others of its row says something else than was exported."""
    columns = MADE[tab.name]
    if not exported or not set(columns) <= tab.letters.keys():
        return False
    said = (tuple(row.text(column) for column in columns) for row in rows)
    return print_of_rows(tab.name, said) != exported


def part_answer(question: Question, before: Answer, tab: Tab, rows: Sequence[Row]) -> Answer:
    """The answer with the value that these rows give; AtopError for a row that cannot be taken."""
    for row in rows:
        for column, code in row.wrong.items():
            if column in PARTS[tab.name]:
                raise AtopError(code, text=row.texts[column])
    if tab.name == MEMBERS:
        value: object = tuple(_member(question, tab, row) for row in rows)
    else:
        chosen = [_choice(question, tab, row) for row in rows]
        value = in_sheet_order(question, before.value if isinstance(before.value, tuple) else (), chosen)
    return before.replace(status=Status.ANSWERED, value=value)


def _member(question: Question, tab: Tab, row: Row) -> Member:
    code, name, note = cells_of(tab, row)
    how = "a COW state code of up to five digits into the column member"
    if not CODE.fullmatch(code):
        text = f"{code} {name}".strip()
        raise AtopError("edit-not-understood", text=text, question=question.number, how=how)
    return Member(ccode=int(code), name=name, note=note)


def _choice(question: Question, tab: Tab, row: Row) -> str:
    (text,) = cells_of(tab, row)
    words = {way.casefold(): key for key, label in question.labels.items() for way in (key, label)}
    if text.casefold() not in words:
        how = f"one of: {', '.join(question.labels)}"
        raise AtopError("edit-not-understood", text=text, question=question.number, how=how)
    return words[text.casefold()]
