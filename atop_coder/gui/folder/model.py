"""The sheets of a folder as a table for Qt, and what narrows and sorts it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from atop_coder.checks.words import listed
from atop_coder.folder.entry import Entry
from atop_coder.folder.folding import fold
from atop_coder.folder.summary import Summary
from atop_coder.gui.folder.columns import COLUMNS, STATE_WORDS, Work, by_id, is_at, state_of
from atop_coder.gui.widgets.plain import plain_tip
from atop_coder.reading import part_words, whole_file
from atop_coder.reference import load_states

Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
FULL = 4  # digits of a year
_YEARS = re.compile(r"(\d{1,4})?\s*(?:(-|–|—|to)\s*(\d{1,4})?)?", re.ASCII)


class SheetsModel(QAbstractTableModel):
    """One row a file, in the order of their coming."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._rows: dict[Path, int] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary, column = self.entries[index.row()].summary, COLUMNS[index.column()]
        if role == SUMMARY:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(summary)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(summary, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _heard(summary, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title
        return None

    def put(self, entries: Iterable[Entry]) -> None:
        """Shows these files; one that is there already is shown anew in its row.

        Of a file that holds other sheets than before, those that are no longer in it go.
        """
        entries = tuple(entries)
        self.drop(self._outdated(entries))
        new: dict[Path, Entry] = {}
        for entry in entries:
            row = self._rows.get(entry.path)
            if row is None:
                new[entry.path] = entry
            else:
                self.entries[row] = entry
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        if new:
            first = len(self.entries)
            self.beginInsertRows(NOWHERE, first, first + len(new) - 1)
            self._rows.update((path, first + place) for place, path in enumerate(new))
            self.entries.extend(new.values())
            self.endInsertRows()

    def _outdated(self, entries: Iterable[Entry]) -> set[Path]:
        """The rows of files whose sheets are called otherwise now: one alone, or of another number."""
        counts = {whole_file(entry.path): _count_of(entry.path) for entry in entries}
        if not any(counts.values()) and not any(map(part_words, self._rows)):
            return set()
        files = {path: whole_file(path) for path in self._rows}
        return {path for path, file in files.items() if _count_of(path) != counts.get(file, _count_of(path))}

    def drop(self, paths: Iterable[Path]) -> None:
        """Takes these files out of the table, with all the sheets in them."""
        gone = set(paths)
        parted = {path for path in self._rows if gone and part_words(path) and whole_file(path) in gone}
        for row in sorted((self._rows[path] for path in gone | parted if path in self._rows), reverse=True):
            self.beginRemoveRows(NOWHERE, row, row)
            del self.entries[row]
            self.endRemoveRows()
        self._rows = {entry.path: row for row, entry in enumerate(self.entries)}

    def clear(self) -> None:
        self.beginResetModel()
        self.entries.clear()
        self._rows.clear()
        self.endResetModel()


def _count_of(path: Path) -> str:
    """How many sheets the file of a part holds, as its path says; "" for a whole file."""
    return part_words(path).rpartition(" of ")[2].partition(" ")[0]


def _tip(summary: Summary, column: int) -> str:
    text = COLUMNS[column].text(summary)
    told = str(summary.path) if COLUMNS[column].title == "File" else text
    return plain_tip("\n".join(filter(None, (told, summary.look))))


def _heard(summary: Summary, column: int) -> str:
    text = COLUMNS[column].text(summary)
    if column == 0:
        return f"{summary.name}, {'could not be read' if summary.message else STATE_WORDS[state_of(summary)]}"
    return f"{COLUMNS[column].title}: {text}" if text else f"{COLUMNS[column].title}: none"


@dataclass(frozen=True)
class Wanted:
    """What narrows the table: words in any column, states by code, years of signature, state of work.

    `state` is what was typed; `codes` are the COW codes it may mean, empty for anything. Words are looked for
    in the file's place too, from `home` on.
    """

    words: tuple[str, ...] = ()
    state: str = ""
    codes: frozenset[int] = frozenset()
    first: int | None = None
    last: int | None = None
    work: Work = Work.ALL
    home: Path | None = None

    def takes(self, summary: Summary) -> bool:
        """Whether a sheet is to be shown."""
        return (
            is_at(summary, self.work)
            and self._year_fits(summary)
            and (not self.state or not self.codes.isdisjoint(summary.codes) or self._named(summary))
            and self._words_fit(summary)
        )

    def _named(self, summary: Summary) -> bool:
        return not self.codes and any(fold(self.state) in fold(name) for name in summary.members)

    def _year_fits(self, summary: Summary) -> bool:
        if self.first is None and self.last is None:
            return True
        year = summary.year
        return year is not None and (self.first or 0) <= year <= (self.last or 9999)

    def _words_fit(self, summary: Summary) -> bool:
        if not self.words:
            return True
        place = summary.path
        if self.home and place.is_relative_to(self.home):
            place = place.relative_to(self.home)
        text = fold("\n".join((*(column.text(summary) for column in COLUMNS), str(place))))
        return all(word in text for word in self.words)


def with_words(wanted: Wanted, text: str) -> Wanted:
    return replace(wanted, words=tuple(fold(text).split()))


def with_state(wanted: Wanted, text: str) -> Wanted:
    """A COW code, or a name in any spelling; of a name not finished, all states that it begins."""
    text = text.strip()
    if not text:
        return replace(wanted, state="", codes=frozenset())
    if text.isascii() and text.isdigit():
        return replace(wanted, state=text, codes=frozenset({int(text)}))
    states = load_states().find(text) or load_states().matching(text)
    return replace(wanted, state=text, codes=frozenset(state.ccode for state in states))


def with_years(wanted: Wanted, text: str) -> Wanted:
    """`1939`, `1914-1945`, `1914-` and `-1945`, in either order; a year not finished narrows nothing yet."""
    found = _YEARS.fullmatch(text.strip())
    if found is None:
        return replace(wanted, first=None, last=None)
    first, last = (int(part) if part and len(part) == FULL else None for part in found.group(1, 3))
    if not found[2]:
        last = first
    if first is not None and last is not None:
        first, last = sorted((first, last))
    return replace(wanted, first=first, last=last)


def are_years(text: str) -> bool:
    """Whether that is blank or years as `with_years` takes them, none of them unfinished."""
    found = _YEARS.fullmatch(text.strip())
    return found is not None and all(len(part or "") in (0, FULL) for part in found.group(1, 3))


def told_wanted(wanted: Wanted) -> str:
    """What narrows the table, in words: `the state “Chile”, signed from 1914 to 1945`; "" if nothing does."""
    first, last = wanted.first, wanted.last
    years = f"signed in {first}" if first == last else _span(first, last)
    parts = (
        listed(f"“{word}”" for word in wanted.words),
        f"the state “{wanted.state}”" if wanted.state else "",
        years if first or last else "",
        f"“{wanted.work}”" if wanted.work != Work.ALL else "",
    )
    return ", ".join(part for part in parts if part)


def _span(first: int | None, last: int | None) -> str:
    return " ".join(["signed", *([f"from {first}"] if first else []), *([f"to {last}"] if last else [])])


class SheetsFilter(QSortFilterProxyModel):
    """The rows that are wanted, sorted by what a column holds and then by id and file, blanks last."""

    def __init__(self, model: SheetsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheets = model
        self.wanted = Wanted()
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)
        self.sort(0)

    def want(self, wanted: Wanted) -> None:
        """Shows what is wanted now."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        return self.wanted.takes(self.sheets.entries[row].summary)

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the column, and alike by id and file; what is blank stands last, whichever way it is sorted."""
        up = self.sortOrder() == Qt.SortOrder.AscendingOrder
        one, other = (self.sheets.entries[index.row()].summary for index in (left, right))
        first, second = (_place(left.column(), summary, up) for summary in (one, other))
        return first < second if first != second else (by_id(one) < by_id(other)) == up

    def summary_at(self, row: int) -> Summary:
        """The sheet in that row of what is shown."""
        return self.sheets.entries[self.mapToSource(self.index(row, 0)).row()].summary


def _place(column: int, summary: Summary, up: bool) -> tuple[bool, int | str]:
    blank, value = COLUMNS[column].key(summary)
    return blank == up, value
