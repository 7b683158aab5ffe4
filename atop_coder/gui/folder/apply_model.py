"""What a workbook would change as a tree for Qt: sheets, and under each its changes, with ticks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from atop_coder.checks import Severity
from atop_coder.checks.words import counted, listed
from atop_coder.folder.changes import Change, Left, Preview
from atop_coder.form import Form, Question, load_form
from atop_coder.gui.folder.change_words import on_one_line
from atop_coder.gui.folder.model import NOWHERE, Index
from atop_coder.gui.folder.ticks import Kind, SheetTicks, Ticks
from atop_coder.gui.sides import shown_words
from atop_coder.sheet import Answer

ROW = Qt.ItemDataRole.UserRole + 1
CHECKED = Qt.ItemDataRole.CheckStateRole
CLASH = "changed in the sheet too"
NEW = {Severity.ERROR: "new error", Severity.WARNING: "new warning"}
NOT_TAKEN = "cannot be taken over"
NO_SHEET = "Edits that belong to no sheet"


@dataclass(frozen=True)
class ChangeRow:
    """A change under its sheet."""

    sheet: SheetTicks
    change: Change
    question: Question
    form: Form

    @cached_property
    def lines(self) -> tuple[str, str]:
        """What the sheet says and what the workbook says, on one line each."""
        before, after = (self.words(one) for one in (self.change.before, self.change.after))
        return on_one_line(before), on_one_line(after)

    def words(self, answer: Answer) -> tuple[str, ...]:
        """The paragraphs of an answer to the question."""
        return shown_words(self.question, answer, self.form)

    @property
    def ticked(self) -> bool:
        return self.change.question in self.sheet.ticked

    @property
    def marks(self) -> tuple[str, ...]:
        """What to know of the change before it is ticked."""
        worst = self.sheet.worst(self.change.question)
        return tuple(mark for mark in (self.change.clash and CLASH, worst and NEW[worst]) if mark)


@dataclass(frozen=True)
class LeftRow:
    """An edit that cannot be taken over."""

    left: Left


@dataclass(frozen=True)
class SheetRow:
    """A sheet, or with None for it the edits that belong to none, and what is listed under it."""

    sheet: SheetTicks | None
    rows: tuple[ChangeRow | LeftRow, ...]

    @property
    def name(self) -> str:
        return self.sheet.one.name if self.sheet else NO_SHEET

    @property
    def counted(self) -> str:
        """`3 changes`, `2 of 3 changes`, or how many edits cannot be taken over if there is no change."""
        total = len(self.sheet.one.changes) if self.sheet else 0
        ticked = len(self.sheet.ticked) if self.sheet else 0
        if not total:
            return counted(len(self.rows), "edit")
        return counted(total, "change") if ticked == total else f"{ticked} of {counted(total, 'change')}"

    @property
    def aside(self) -> str:
        """What stands beside the name: how many changes, and the file."""
        file = self.sheet.one.path.name if self.sheet else ""
        return f"{self.counted}  ·  {file}" if file not in ("", self.name) else self.counted


Row = SheetRow | ChangeRow | LeftRow


class ApplyModel(QAbstractItemModel):
    """The rows that the filter lets through; `ticks_changed` follows each tick."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form: Form = load_form()
        self.ticks = Ticks(Preview(Path(), ()), ())
        self.kind = Kind.ALL
        self.sheets: tuple[SheetRow, ...] = ()
        self._made: dict[tuple[Path, int], ChangeRow] = {}

    # what is shown

    def show_ticks(self, ticks: Ticks) -> None:
        """Shows the changes of another workbook, all of them."""
        self.ticks = ticks
        self._made = {}
        self.show_kind(Kind.ALL)

    def show_kind(self, kind: Kind) -> None:
        """Lists only rows of that kind."""
        self.beginResetModel()
        self.kind = kind
        self.sheets = tuple(row for row in self._rows() if row.rows)
        self.endResetModel()

    def _rows(self) -> Iterator[SheetRow]:
        for sheet in self.ticks.sheets:
            changes = (self._change_row(sheet, change) for change in sheet.changes(self.kind))
            yield SheetRow(sheet, (*changes, *map(LeftRow, sheet.left(self.kind))))
        if self.kind in (Kind.ALL, Kind.LEFT):
            yield SheetRow(None, tuple(map(LeftRow, self.ticks.preview.left)))

    def _change_row(self, sheet: SheetTicks, change: Change) -> ChangeRow:
        key = (sheet.one.path, change.question)
        if key not in self._made:
            self._made[key] = ChangeRow(sheet, change, self.form.question(change.question), self.form)
        return self._made[key]

    def first_change(self) -> QModelIndex:
        """The first row that can be ticked, or the first of all."""
        for place, sheet in enumerate(self.sheets):
            for inside, row in enumerate(sheet.rows):
                if isinstance(row, ChangeRow):
                    return self.index(inside, 0, self.index(place, 0))
        return self.index(0, 0)

    def row_at(self, index: Index) -> Row | None:
        """What stands in that row."""
        if not index.isValid():
            return None
        above = index.internalId()
        return self.sheets[index.row()] if not above else self.sheets[above - 1].rows[index.row()]

    # ticks

    def tick(self, index: Index, on: bool) -> bool:
        """Ticks a change, or all that are listed of a sheet, or takes ticks away; False if there is none."""
        row = self.row_at(index)
        changes = _changes(row)
        if row is None or not changes:
            return False
        _tick(changes, on)
        self._tell(self.parent(index) if isinstance(row, ChangeRow) else index)
        self.ticks_changed.emit()
        return True

    def tick_listed(self, on: bool) -> None:
        """Ticks all changes that are listed, or none of them."""
        for place, sheet in enumerate(self.sheets):
            _tick(_changes(sheet), on)
            self._tell(self.index(place, 0))
        self.ticks_changed.emit()

    def _tell(self, sheet: Index) -> None:
        """The ticks of a sheet are others now."""
        roles = [CHECKED, Qt.ItemDataRole.AccessibleTextRole, ROW]
        self.dataChanged.emit(sheet, sheet, roles)
        last = self.rowCount(sheet) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0, sheet), self.index(last, 0, sheet), roles)

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not 0 <= row < self.rowCount(parent) or column:
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt's other parent() is of a QObject
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self.sheets)
        return 0 if parent.internalId() else len(self.sheets[parent.row()].rows)

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.internalId():
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if _changes(self.row_at(index)) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == CHECKED:
            return _checked(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _heard(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == CHECKED and self.tick(index, Qt.CheckState(value) == Qt.CheckState.Checked)


def _changes(row: Row | None) -> tuple[ChangeRow, ...]:
    """The changes that the tick of a row stands for."""
    if isinstance(row, SheetRow):
        return tuple(one for one in row.rows if isinstance(one, ChangeRow))
    return (row,) if isinstance(row, ChangeRow) else ()


def _tick(rows: tuple[ChangeRow, ...], on: bool) -> None:
    for row in rows:
        (row.sheet.ticked.add if on else row.sheet.ticked.discard)(row.change.question)


def _checked(row: Row) -> Qt.CheckState | None:
    ticked = [one.ticked for one in _changes(row)]
    if not ticked:
        return None
    if all(ticked):
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if any(ticked) else Qt.CheckState.Unchecked


def _heard(row: Row) -> str:
    """The row for those who hear the window."""
    if isinstance(row, ChangeRow):
        before, after = row.lines
        parts = (f"{row.question.number} {row.question.short}", f"{before} becomes {after}", *row.marks)
        return ". ".join(part.rstrip(".") for part in parts)
    if isinstance(row, LeftRow):
        return f"{NOT_TAKEN[:1].upper()}{NOT_TAKEN[1:]}. {row.left.place}. {row.left.message}"
    return f"{row.name}, {row.counted}" if row.sheet else f"{row.name}: {len(row.rows)}"


def _tip(row: Row) -> str:
    if isinstance(row, ChangeRow):
        marks = listed(row.marks)
        return marks[:1].upper() + marks[1:]
    if isinstance(row, LeftRow):
        return f"{row.left.place}: {row.left.message}"
    return str(row.sheet.one.path) if row.sheet else ""
