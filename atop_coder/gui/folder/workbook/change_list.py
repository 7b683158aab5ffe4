"""The list of what a workbook would change: sheets that fold, changes with ticks, and what to beware of."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from atop_coder.gui.folder.header import put_on_card
from atop_coder.gui.folder.workbook.change_row import ChangeDelegate, toggle
from atop_coder.gui.folder.workbook.change_rows import Row
from atop_coder.gui.folder.workbook.model import ChangesModel
from atop_coder.gui.widgets.theme import Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChangeList(QTreeView):
    """The rows; `current_changed` follows the person, `opened` asks for the sheet of the row (Return)."""

    current_changed = Signal()
    opened = Signal()

    def __init__(self, rows: ChangesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.rows = theme, rows
        self.setModel(rows)
        self.setItemDelegate(ChangeDelegate(theme, self))
        self._set_up()
        theme.follow(self._respace)
        rows.modelReset.connect(self.expandAll)
        self.selectionModel().currentChanged.connect(lambda *_places: self.current_changed.emit())

    def _set_up(self) -> None:
        self.setAccessibleName("Changes by sheet")
        self.setAccessibleDescription(
            "Space ticks a change or a sheet, Return opens the sheet, Ctrl+Return applies what is ticked"
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _respace(self) -> None:
        put_on_card(self, self.theme)
        self.doItemsLayout()

    @property
    def row(self) -> Row | None:
        """What the person is at."""
        return self.rows.row_at(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and plain:
            toggle(self.rows, self.currentIndex())
        elif event.key() in ENTER and plain:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
