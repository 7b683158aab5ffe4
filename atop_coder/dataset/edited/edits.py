"""What a person changed in a workbook about one sheet, held against the sheet as it is now.

A cell is edited where it differs from what was exported (or, in a workbook that does not tell that, from the
sheet), and still says something else than the sheet does.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from atop_coder.dataset.alliances import alliance_columns
from atop_coder.dataset.column import Cell, Column, Type
from atop_coder.dataset.edited.answers import edited_answer, question_parts
from atop_coder.dataset.edited.book import Book, Row, Tab
from atop_coder.dataset.edited.exported import MADE, PARTS, Prints, print_of_rows
from atop_coder.dataset.edited.formats import EMPTIED, may_be_a_year, other_readings
from atop_coder.dataset.edited.parts import cells_of, is_made_edited, part_answer, rows_of, rows_place
from atop_coder.dataset.edited.shown import print_of_text, settled, shown
from atop_coder.dataset.question_columns import column_name
from atop_coder.dataset.record import Record
from atop_coder.dataset.table import CONDITIONS, MEMBERS
from atop_coder.errors import AtopError
from atop_coder.form import Form, Question
from atop_coder.reading.values.parsed import SIGNED, around_of
from atop_coder.sheet import Answer
from atop_coder.writing.excel_text import CUT_MARK, parts_of

_MEMBER = re.compile("mem([1-9][0-9]{0,2})")
COUNTED = frozenset({"answered", "errors", "warnings"})
_EMPTIED = frozenset(map(print_of_text, EMPTIED))


@dataclass(frozen=True)
class Edited:
    """An answer as the workbook has it, by which cells; `clash` where the sheet has changed as well."""

    question: int
    answer: Answer
    cells: tuple[str, ...]
    clash: bool = False


@dataclass(frozen=True)
class Trouble:
    """An edit that cannot be taken over, by its place, and why."""

    place: str
    error: AtopError


def is_edited(book: Book, row: Row) -> bool:
    """Whether there may be an edit in the row or in what other tabs say of its sheet."""
    prints = book.prints.get(row.text("file"))
    if prints is None:
        return True
    same = all(
        name not in prints.cells or print_of_text(row.text(name)) == prints.cells[name]
        for name in book.alliances.letters
    )
    cut = any(text.endswith(CUT_MARK) for text in row.texts.values())
    parts = any(_is_part_edited(book, row, name, prints) for name in PARTS)
    return cut or not same or bool(row.wrong) or parts


def _is_part_edited(book: Book, row: Row, name: str, prints: Prints) -> bool:
    tab = book.parts.get(name)
    if tab is None:
        return False
    rows = rows_of(book, tab, row)
    said = print_of_rows(name, (cells_of(tab, one) for one in rows))
    made = is_made_edited(tab, rows, prints.made[name])
    return said != prints.parts[name] or made or any(one.wrong for one in rows)


def unknown_columns(book: Book, form: Form) -> tuple[str, ...]:
    """The names in the head of the Alliances that no column of the dataset has."""
    letters = book.alliances.letters
    known = {column.name for column in alliance_columns(form, _members(letters))}
    return tuple(name for name in letters if name not in known)


def _members(names: Iterable[str]) -> int:
    """The highest number of the columns mem1, mem2, …"""
    numbers = (int(match[1]) for name in names if (match := _MEMBER.fullmatch(name)))
    return max(numbers, default=0)


def edits_of(book: Book, row: Row, record: Record) -> tuple[list[Edited], list[Trouble]]:
    """The edits about one sheet, a question at most once, and those that cannot be taken over."""
    return _Edits(book, row, record).find()


@dataclass
class _Edits:
    book: Book
    row: Row
    record: Record

    def __post_init__(self) -> None:
        self.prints = self.book.prints.get(self.row.text("file"))
        self.around = around_of(self.record.sheet.by_key(SIGNED))
        self.edited: dict[int, Edited] = {}
        self.troubles: list[Trouble] = []

    def find(self) -> tuple[list[Edited], list[Trouble]]:
        for question in self.record.form.questions:
            self.look_at_question(question)
        self.look_at_part(MEMBERS, "members")
        self.look_at_part(CONDITIONS, "contingencies")
        self.look_at_others()
        return [self.edited[number] for number in sorted(self.edited)], self.troubles

    def trouble(self, place: str, error: AtopError) -> None:
        self.troubles.append(Trouble(place, error))

    # Cells of the sheet's own row

    @cached_property
    def columns(self) -> Mapping[str, Column[Record]]:
        """The columns that the tab has, by name."""
        letters = self.book.alliances.letters
        columns = alliance_columns(self.record.form, _members(letters))
        return {column.name: column for column in columns if column.name in letters}

    def now(self, name: str, record: Record | None = None) -> str:
        """What the sheet says in that column."""
        return shown(self.columns[name].get(record or self.record))

    def row_text(self, name: str) -> str:
        """What a cell says; in another number format, too, it says what it did, if nobody edited it."""
        text = self.row.text(name)
        readings = (one for one in (text, *other_readings(text)) if not self.is_edited(name, one))
        same = next(readings, None)
        return self.row.days.get(name, text) if same is None else same

    def is_emptied(self, name: str, said: str) -> bool:
        """Whether a script has lost a word such as N/A, as it did in all other cells."""
        if said or not self.book.emptied:
            return False
        if self.prints is None:
            return self.now(name) in EMPTIED
        return self.prints.cells.get(name) in _EMPTIED

    def is_edited(self, name: str, said: str) -> bool:
        if self.prints is None:
            return print_of_text(said) != print_of_text(self.now(name))
        return name in self.prints.cells and print_of_text(said) != self.prints.cells[name]

    def said(self, name: str) -> str:
        """What the workbook says there; AtopError for a cell that does not tell."""
        text = self.row.texts.get(name, "")
        if name in self.row.wrong:
            raise AtopError(self.row.wrong[name], text=text)
        if not text.endswith(CUT_MARK):
            return self.short_text(name)
        parts = self.book.long.get((self.row.text("file"), name))
        if parts is None and settled(text.removesuffix(CUT_MARK)) in map(settled, self.first_part(name)):
            return self.now(name)  # the tab Text is gone, and here nobody has edited anything
        parts = parts or ()
        starts = {settled(part) for part in (*parts[:1], *self.first_part(name))}
        if not parts or settled(text.removesuffix(CUT_MARK)) not in starts:
            raise AtopError("edit-cut-text")
        return settled("".join(parts))

    def short_text(self, name: str) -> str:
        said, day = self.row_text(name), self.row.text(name)
        year = self.columns[name].type == Type.DATE and name in self.row.days and may_be_a_year(day)
        if year and self.is_edited(name, said):
            raise AtopError("edit-year-as-day", day=day)
        return said

    def first_part(self, name: str) -> tuple[str, ...]:
        cell: Cell = self.columns[name].get(self.record)
        return tuple(parts_of(cell))[:1] if isinstance(cell, str) else ()

    def place(self, name: str) -> str:
        return self.book.alliances.place(self.row, name)

    def edits_in(self, names: Mapping[str, str]) -> dict[str, str]:
        """The edited texts among these columns, by part; what is wrong with others is a trouble."""
        found = {}
        for name, part in names.items():
            try:
                said = self.said(name)
            except AtopError as error:
                self.trouble(self.place(name), error)
                continue
            if not self.is_edited(name, said) or said == self.now(name):
                continue
            if self.is_emptied(name, said):
                self.trouble(self.place(name), AtopError("edit-emptied", cells=1))
            else:
                found[part] = said
        return found

    # Questions

    def look_at_question(self, question: Question) -> None:
        names = {column_name(question, part): part for part in question_parts(question)}
        names = {name: part for name, part in names.items() if name in self.columns}
        edited = self.edits_in(names)
        if not edited:
            return
        places = tuple(self.place(name) for name, part in names.items() if part in edited)
        try:
            answer = edited_answer(question, self.record.answer(question.number), edited, self.around)
        except AtopError as error:
            self.trouble(places[0], error)
            return
        if answer != self.record.answer(question.number):
            self.edited[question.number] = Edited(question.number, answer, places, self.has_moved(names))

    def has_moved(self, names: Mapping[str, str]) -> bool:
        """Whether the sheet, too, says something else in these columns than when it was exported."""
        if self.prints is None:
            return False
        known = {name: self.prints.cells[name] for name in names if name in self.prints.cells}
        return any(print_of_text(self.now(name)) != known[name] for name in known)

    # Members and conditions, which have rows of their own

    def look_at_part(self, name: str, key: str) -> None:
        tab = self.book.parts.get(name)
        if tab is None:
            return
        question = self.record.form.by_key[key]
        before = self.record.answer(question.number)
        rows = rows_of(self.book, tab, self.row)
        exported = self.prints.parts[name] if self.prints else print_of_rows(name, self.rows_now(name))
        said = print_of_rows(name, (cells_of(tab, one) for one in rows))
        if said == exported:
            self.look_at_made(tab, rows)
            return
        if not rows:
            if self.prints:
                error = AtopError("edit-rows-gone", tab=tab.name, column=column_name(question))
                self.trouble(tab.name, error)
            return
        places = (rows_place(tab, rows),)
        try:
            self.look_at_keys(rows)
            answer = part_answer(question, before, tab, rows)
        except AtopError as error:
            self.trouble(places[0], error)
            return
        if answer != before:
            moved = print_of_rows(name, self.rows_now(name)) != exported
            self.join(Edited(question.number, answer, places, moved))

    def look_at_made(self, tab: Tab, rows: list[Row]) -> None:
        """Tells an edit of what is made from the other columns, where these are as they were."""
        if self.prints and is_made_edited(tab, rows, self.prints.made[tab.name]):
            columns, target = ", ".join(MADE[tab.name]), PARTS[tab.name][0]
            self.trouble(rows_place(tab, rows), AtopError("edit-made", columns=columns, target=target))

    def look_at_keys(self, rows: Iterable[Row]) -> None:
        """AtopError for a row with the file of this sheet and the ATOP id of another."""
        own = {"", self.row.text("atopid"), self.row_text("atopid"), shown(self.record.atop_id)}
        if not {one.text("atopid") for one in rows} <= own:
            raise AtopError("edit-keys-differ")

    def rows_now(self, name: str) -> Iterator[tuple[str, ...]]:
        if name == MEMBERS:
            for member in self.record.sheet.members:
                yield str(member.ccode), shown(member.name), shown(member.note)
        else:
            chosen = self.record.sheet.by_key("contingencies").value
            for condition in chosen if isinstance(chosen, tuple) else ():
                yield (str(condition),)

    def join(self, edited: Edited) -> None:
        """Takes an edit in, if the question was not edited otherwise in the sheet's own row."""
        other = self.edited.get(edited.question)
        if other is None:
            self.edited[edited.question] = edited
        elif other.answer.value == edited.answer.value:
            self.edited[edited.question] = replace(other, cells=(*other.cells, *edited.cells))
        else:
            del self.edited[edited.question]
            self.trouble(
                "; ".join((*other.cells, *edited.cells)),
                AtopError("edit-contradicts", question=edited.question),
            )

    # Columns that are made from others

    def look_at_others(self) -> None:
        own = {
            column_name(question, part)
            for question in self.record.form.questions
            for part in question_parts(question)
        }
        after = self.after()
        for name in self.columns.keys() - own - {"file"} - (COUNTED if self.prints is None else set()):
            said = self.row_text(name)
            if self.is_edited(name, said) and said != self.now(name, after):
                self.trouble(self.place(name), self.made_from(self.columns[name]))

    def after(self) -> Record:
        """The sheet with all edits."""
        sheet = self.record.sheet
        for one in self.edited.values():
            sheet = sheet.with_answer(one.question, one.answer)
        return replace(self.record, sheet=sheet)

    def made_from(self, column: Column[Record]) -> AtopError:
        if column.question is None:
            return AtopError("edit-counted", column=column.name)
        target = column_name(self.record.form.question(column.question))
        return AtopError("edit-derived", column=column.name, question=column.question, target=target)
