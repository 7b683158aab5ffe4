"""The tabs of an edited workbook as words: rows by the names of their columns, wherever these now stand."""

import io
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from atop_coder.dataset.edited.exported import EXPORTED, PARTS, Prints, read_exported
from atop_coder.dataset.edited.formats import EMPTIED, as_shown, day_before_1900
from atop_coder.dataset.edited.raw_texts import raw_texts
from atop_coder.dataset.edited.shown import settled
from atop_coder.dataset.table import ALLIANCES, CODEBOOK, CONDITIONS, MEMBERS, PROBLEMS, TEXT
from atop_coder.errors import AtopError
from atop_coder.reading.excel.cells import decoded
from atop_coder.reading.kinds import has_office_password, is_excel
from atop_coder.reading.package import Package
from atop_coder.reading.source import read_bytes

KEYS = ("atopid", "file")
LAST_TOP = 30  # rows among which the names of the columns are looked for
LAST_ROW = 1_048_576  # of a tab, in Excel
MOST_CELLS = 40_000_000  # of a tab, with the empty ones before the last of each row
OWN_TABS = (ALLIANCES, MEMBERS, CONDITIONS, PROBLEMS, CODEBOOK, TEXT, EXPORTED)
MARKS: Mapping[str, frozenset[str]] = {
    ALLIANCES: frozenset({*KEYS, "q01"}),
    MEMBERS: frozenset({*KEYS, "member"}),
    CONDITIONS: frozenset({*KEYS, "condition"}),
    TEXT: frozenset({*KEYS, "column", "part", "text"}),
}
"""The columns by which a tab is known when it has another name."""
NO_RESULT, ERROR_VALUE = "edit-formula", "edit-error-value"
Stop = Callable[[], bool]
Cells = list[tuple[int, str, str, str, str]]
"""Of a row: column (from 1), its letters, the text, the code of what is wrong with it, what a day shows."""
Rows = list[tuple[int, Cells]]
Lost = tuple[str, AtopError]
"""The name of a tab that was not looked at, and why."""


@dataclass(frozen=True)
class Row:
    """A row of a tab: its number in the workbook, and by column its texts and what is wrong with them.

    `days` are the cells that hold a day of Excel, and as much of it as the cell shows: `1941-05`.
    """

    number: int
    texts: Mapping[str, str]
    wrong: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """The settled text of a cell; "" for an empty one."""
        return settled(self.texts.get(column, ""))


@dataclass(frozen=True)
class Tab:
    """A tab with the rows that say something; `letters` are those of its columns.

    `twice` are names that several columns have: nobody knows which of them counts, so none does.
    """

    name: str
    letters: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    twice: tuple[str, ...] = ()

    @cached_property
    def by_file(self) -> Mapping[str, list[Row]]:
        """The rows that name a file, by it."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if file := row.text("file"):
                found.setdefault(file, []).append(row)
        return found

    @cached_property
    def by_id(self) -> Mapping[str, list[Row]]:
        """The rows that name no file, by their ATOP id: those that a person has written in."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            if not row.text("file") and (atop_id := row.text("atopid")):
                found.setdefault(atop_id, []).append(row)
        return found

    @cached_property
    def ids(self) -> Counter[str]:
        """How many rows have an ATOP id."""
        return Counter(row.text("atopid") for row in self.rows)

    def place(self, row: Row, column: str) -> str:
        """`Alliances, cell CK12 (q08)`."""
        return f"{self.name}, cell {self.letters[column]}{row.number} ({column})"


@dataclass(frozen=True)
class Book:
    """A dataset workbook; `prints` are by file, none where it does not tell what was exported.

    `long` are the parts of the Alliances' texts that were cut, by file and column; `lost` are tabs that were
    not looked at.
    """

    path: Path
    alliances: Tab
    parts: Mapping[str, Tab]
    prints: Mapping[str, Prints]
    long: Mapping[tuple[str, str], tuple[str, ...]]
    lost: tuple[Lost, ...] = ()

    @cached_property
    def emptied(self) -> bool:
        """Whether no cell says N/A any more, as where pandas has read the workbook."""
        return not any(text in EMPTIED for row in self.alliances.rows for text in row.texts.values())


def read_book(path: Path, stop: Stop = lambda: False) -> Book:
    """The dataset in a workbook; AtopError `workbook-not-dataset`, or `file-…` where it cannot be read."""
    data = read_bytes(path)
    if has_office_password(data):
        raise AtopError("office-password", file=path)
    if not is_excel(data):
        raise AtopError("not-a-workbook", file=path)
    package = Package(data, path)
    try:
        tabs = _read(data, path, package, stop)
    except AtopError:
        raise
    except Exception as error:  # the seam: openpyxl and lxml raise whatever a damaged part leads them to
        raise package.damaged(str(error) or type(error).__name__) from error
    alliances, lost = tabs.get(ALLIANCES), list(_renamed(tabs))
    if alliances is None or not set(KEYS) <= alliances.letters.keys():
        named = (error for _, error in lost if error.values["name"] == ALLIANCES)
        raise next(named, AtopError("workbook-not-dataset", file=path))
    parts = {name: tabs[name] for name in PARTS if name in tabs and not _gone(tabs[name])}
    lost += [
        (name, AtopError("edit-columns-gone", columns=", ".join(gone)))
        for name in PARTS
        if name in tabs and (gone := _gone(tabs[name]))
    ]
    return Book(path, alliances, parts, _prints(tabs), _long(tabs.get(TEXT)), tuple(lost))


def _renamed(tabs: Mapping[str, Tab]) -> Iterator[Lost]:
    """The tabs of another name that look like one of the dataset."""
    for name, tab in tabs.items():
        own = next((own for own, marks in MARKS.items() if marks <= tab.letters.keys()), None)
        if name not in OWN_TABS and own:
            yield name, AtopError("edit-tab-renamed", tab=name, name=own)


def _gone(tab: Tab) -> tuple[str, ...]:
    """The columns that a tab needs and has not, or has twice."""
    order = ("order",) if tab.name == MEMBERS else ()
    return tuple(name for name in (*KEYS, *order, *PARTS[tab.name]) if name not in tab.letters)


def _read(data: bytes, path: Path, package: Package, stop: Stop) -> dict[str, Tab]:
    rows = _cells_of(data, path, package, stop)
    if any(cell[3] == NO_RESULT for of_tab in rows.values() for _, cells in of_tab for cell in cells):
        results = _cells_of(data, path, package, stop, results=True)
        rows = {name: _with_results(of_tab, results[name]) for name, of_tab in rows.items()}
    return {name: _tab(name, of_tab) for name, of_tab in rows.items()}


def _with_results(rows: Rows, results: Rows) -> Rows:
    """The rows with the results of their formulas, where the file has them."""
    by_place = {(number, cell[0]): cell for number, cells in results for cell in cells}
    return [
        (number, [by_place.get((number, cell[0]), cell) if cell[3] == NO_RESULT else cell for cell in cells])
        for number, cells in rows
    ]


def _cells_of(
    data: bytes, path: Path, package: Package, stop: Stop, results: bool = False
) -> dict[str, Rows]:
    """The cells that hold something in the tabs of the dataset, and in the head of any other.

    A formula is wrong unless results are read.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts of a workbook that openpyxl leaves out
        book: Any = load_workbook(io.BytesIO(data), read_only=True, data_only=results, keep_links=False)
        texts = raw_texts(data)
        for tab in book.worksheets if texts is not None else ():
            tab._shared_strings = texts
        try:
            return {tab.title: _rows_of(tab, _cells(tab, path, package, stop)) for tab in book.worksheets}
        finally:
            book.close()


def _rows_of(tab: Any, cells: Iterator[tuple[int, Cells]]) -> Rows:
    """All rows of a tab that is looked at, and the first of one that is not."""
    if tab.title in (PROBLEMS, CODEBOOK):
        return []
    return list(cells if tab.title in OWN_TABS else islice(cells, LAST_TOP))


def _cells(tab: Any, path: Path, package: Package, stop: Stop) -> Iterator[tuple[int, Cells]]:
    tab.reset_dimensions()
    room = MOST_CELLS
    for number, row in enumerate(tab.iter_rows(), start=1):
        room -= len(row)
        if number > LAST_ROW or room < 0:
            raise package.too_large()
        if stop():
            raise AtopError("cancelled", file=path)
        cells = [
            (cell.column, cell.column_letter, *_text(cell)) for cell in row if cell.value not in (None, "")
        ]
        if cells:
            yield row[cells[0][0] - 1].row, cells


def _text(cell: Any) -> tuple[str, str, str]:
    """What a cell says, the code of what is wrong with it, and what it shows of a day."""
    from openpyxl.styles.numbers import is_date_format

    value = cell.value
    if cell.data_type == "f":
        return str(value), NO_RESULT, ""
    if cell.data_type == "e":
        return str(value), ERROR_VALUE, ""
    if isinstance(value, datetime):
        return words_of(value), "", as_shown(words_of(value), cell.number_format)
    early = isinstance(value, int | float) and value < 0 and is_date_format(cell.number_format)
    if early and (day := day_before_1900(value)):
        return day.isoformat(), "", as_shown(day.isoformat(), cell.number_format)
    return words_of(value), "", ""


def words_of(value: object) -> str:
    """The text of a value as openpyxl gives it: whole numbers without ".0", dates as ISO 8601."""
    if isinstance(value, str):
        return decoded(value).replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _tab(name: str, rows: list[tuple[int, Cells]]) -> Tab:
    """The tab from the row down that names its columns; without such a row, all by the letters alone."""
    top = next((at for at, (number, cells) in enumerate(rows) if number <= LAST_TOP and _is_head(cells)), -1)
    if top < 0:
        return Tab(name)
    names = [(column, letters, text.strip()) for column, letters, text, *_ in rows[top][1]]
    count = Counter(text for _, _, text in names)
    by_column = {column: text for column, _, text in names if count[text] == 1}
    letters = {text: letters for _, letters, text in names if count[text] == 1}
    below = (_row(number, cells, by_column) for number, cells in rows[top + 1 :])
    twice = tuple(text for text, times in count.items() if times > 1)
    return Tab(name, letters, tuple(row for row in below if row.texts), twice)


def _is_head(cells: Cells) -> bool:
    return set(KEYS) <= {text.strip() for _, _, text, *_ in cells}


def _row(number: int, cells: Cells, names: Mapping[int, str]) -> Row:
    known = [(names[column], *said) for column, _, *said in cells if column in names]
    return Row(
        number,
        {name: text for name, text, _, _ in known},
        {name: wrong for name, _, wrong, _ in known if wrong},
        {name: day for name, _, _, day in known if day},
    )


def _prints(tabs: Mapping[str, Tab]) -> dict[str, Prints]:
    tab = tabs.get(EXPORTED)
    return read_exported(row.texts for row in tab.rows) if tab else {}


def _long(tab: Tab | None) -> dict[tuple[str, str], tuple[str, ...]]:
    """The parts of each long text of the Alliances, in their order; none where they are not whole."""
    found: dict[tuple[str, str], dict[int, str]] = {}
    broken = set()
    for row in tab.rows if tab else ():
        if row.text("table") == ALLIANCES:
            key, part = (row.text("file"), row.text("column")), row.text("part")
            parts = found.setdefault(key, {})
            if not part.isdecimal() or int(part) in parts or "text" in row.wrong:
                broken.add(key)
            else:
                parts[int(part)] = row.texts.get("text", "")
    broken |= {key for key, parts in found.items() if set(parts) != set(range(1, len(parts) + 1))}
    return {
        key: () if key in broken else tuple(parts[number] for number in sorted(parts))
        for key, parts in found.items()
    }
