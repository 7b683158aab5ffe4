"""What a workbook would change as a tree for Qt: sheets, and under each its changes, with ticks."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from atop_coder.folder.workbook import Change, Preview
from atop_coder.gui.folder.model import NOWHERE, Index
from atop_coder.gui.folder.workbook.change_rows import ChangeRow, LeftRow, Row, SheetRow
from atop_coder.gui.folder.workbook.change_selection import ChangeSelection, Kind, SheetSelection
from atop_coder.gui.widgets.plain import plain_tip

ROW = Qt.ItemDataRole.UserRole + 1
CHECKED = Qt.ItemDataRole.CheckStateRole


class ChangesModel(QAbstractItemModel):
    """The rows that the filter lets through; `ticks_changed` follows each tick."""

    selection_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection = ChangeSelection(Preview(Path(), ()), ())
        self.kind = Kind.ALL
        self.sheets: tuple[SheetRow, ...] = ()
        self._made: dict[tuple[Path, int], ChangeRow] = {}

    # what is shown

    def show_selection(self, selection: ChangeSelection) -> None:
        """Shows the changes of another workbook, all of them."""
        self.selection = selection
        self._made = {}
        self.show_kind(Kind.ALL)

    def show_kind(self, kind: Kind) -> None:
        """Lists only rows of that kind."""
        self.beginResetModel()
        self.kind = kind
        self.sheets = tuple(row for row in self._rows() if row.rows)
        self.endResetModel()

    def _rows(self) -> Iterator[SheetRow]:
        for sheet in self.selection.sheets:
            changes = (self._change_row(sheet, change) for change in sheet.changes(self.kind))
            yield SheetRow(sheet, (*changes, *map(LeftRow, sheet.left(self.kind))))
        if self.kind in (Kind.ALL, Kind.LEFT):
            yield SheetRow(None, tuple(map(LeftRow, self.selection.preview.left)))

    def _change_row(self, sheet: SheetSelection, change: Change) -> ChangeRow:
        key = (sheet.one.path, change.question)
        if key not in self._made:
            self._made[key] = ChangeRow(sheet, change)
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
        if row is None or not row.changes:
            return False
        _tick(row.changes, on)
        self._tell(self.parent(index) if isinstance(row, ChangeRow) else index)
        self.selection_changed.emit()
        return True

    def tick_listed(self, on: bool) -> None:
        """Ticks all changes that are listed, or none of them."""
        for place, sheet in enumerate(self.sheets):
            _tick(sheet.changes, on)
            self._tell(self.index(place, 0))
        self.selection_changed.emit()

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
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.internalId():
            flags |= Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if row.changes else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == CHECKED:
            return _checked(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.accessible_text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.tip)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == CHECKED and self.tick(index, Qt.CheckState(value) == Qt.CheckState.Checked)


def _checked(row: Row) -> Qt.CheckState | None:
    ticked = [one.ticked for one in row.changes]
    if not ticked:
        return None
    if all(ticked):
        return Qt.CheckState.Checked
    return Qt.CheckState.PartiallyChecked if any(ticked) else Qt.CheckState.Unchecked


def _tick(rows: Iterable[ChangeRow], on: bool) -> None:
    for row in rows:
        (row.sheet.ticked.add if on else row.sheet.ticked.discard)(row.change.question)
