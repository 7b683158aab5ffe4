"""What an edited workbook would change in the sheets of the folder, to be looked through and applied.

A part of the folder's tab and no dialog: it takes the whole place, and while a person decides they can open
a sheet beside it, look something up there, and come back.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from atop_coder.gui.folder.results_list import Item
from atop_coder.gui.folder.workbook.change_list import ChangeList
from atop_coder.gui.folder.workbook.change_rows import ChangeRow, SheetRow
from atop_coder.gui.folder.workbook.change_selection import ChangeSelection, Kind
from atop_coder.gui.folder.workbook.detail import ChangeDetail
from atop_coder.gui.folder.workbook.model import ChangesModel
from atop_coder.gui.folder.workbook.progress_view import ProgressView
from atop_coder.gui.folder.workbook.words import (
    NOT_RECORDED,
    apply_words,
    fate_words,
    held_words,
    nothing_words,
)
from atop_coder.gui.widgets.cards import Chip, Label, MessageBar, OneLine
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.plain import set_tip
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme

WIDE = 980  # pixels at 100 %: from there on the detail stands beside the list
BESIDE, BELOW = (4, 3), (4, 5)  # shares of the list and of the detail
TIPS = {
    Kind.ALL: "All that was edited in the workbook",
    Kind.CLASHES: "Answers that were changed in the sheet too since the export",
    Kind.PROBLEMS: "Changes after which the checks may find a new error or warning",
    Kind.LEFT: "Edits that belong to no answer of a sheet, or say what it cannot hold",
}


class WorkbookPage(QWidget):
    """`apply_wanted(chosen)` gives the sheets with the questions that are ticked, `left` closes the page.

    `place_wanted(item)` asks for a sheet to be opened; `is_open(path)` tells whether it is open already.
    """

    apply_wanted = Signal(object)
    left = Signal()
    place_wanted = Signal(object)

    def __init__(self, theme: Theme, is_open: Callable[[Path], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.is_open = theme, is_open
        self.rows = ChangesModel(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        theme.follow(self._respace)

    def _make_parts(self) -> None:
        theme = self.theme
        self.progress_view = ProgressView(theme)
        self.title = OneLine("", theme, Role.HEADING)
        self.told = Label("", theme, Role.BODY, "quiet", wrap=True)
        self.warning = MessageBar(State.WARNING, NOT_RECORDED, theme)
        self.kinds = {kind: self._kind_chip(kind) for kind in Kind}
        self.tick_all = self._tick_chip("Tick all", True)
        self.tick_none = self._tick_chip("Tick none", False)
        self.list = ChangeList(self.rows, theme)
        self.detail = ChangeDetail(theme)
        self.fate = Label("", theme, Role.SMALL, "quiet", wrap=True)
        self.cancel = Chip("Cancel", theme)
        self.apply = Chip("Apply", theme, primary=True)
        self.nothing = Label("", theme, Role.TITLE, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _kind_chip(self, kind: Kind) -> Chip:
        chip = Chip(kind, self.theme, checkable=True, role=Role.LABEL)
        chip.setToolTip(TIPS[kind])
        chip.setAccessibleDescription(TIPS[kind])
        chip.clicked.connect(lambda: self.show_kind(kind))
        return chip

    def _tick_chip(self, text: str, on: bool) -> Chip:
        chip = Chip(text, self.theme, quiet=True, role=Role.LABEL)
        chip.setToolTip("All changes that are listed now")
        chip.clicked.connect(lambda: self.rows.tick_listed(on))
        return chip

    def _lay_out(self) -> None:
        self.filters = FlowRow(self.theme, gap=6)
        for chip in self.kinds.values():
            self.filters.add(chip)
        self.bar = QHBoxLayout()
        self.bar.addWidget(self.filters, 1)
        for chip in (self.tick_all, self.tick_none):
            self.bar.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self.head = QVBoxLayout()
        for widget in (self.title, self.told, self.warning):
            self.head.addWidget(widget)
        self.head.addLayout(self.bar)
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self._both(), 1)
        column.addWidget(self._foot())
        self.stack = QStackedLayout(self)
        for page in (self.progress_view, self.whole):
            self.stack.addWidget(page)

    def _both(self) -> QWidget:
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.side = Ground(self.theme, "card", "left")
        inside = QVBoxLayout(self.side)
        inside.setContentsMargins(1, 1, 0, 0)
        inside.addWidget(self.detail)
        self.split.addWidget(self.list)
        self.split.addWidget(self.side)
        for place, share in enumerate(BESIDE):
            self.split.setStretchFactor(place, share)
        self._split_set = False
        self.middle = QStackedLayout()
        area = Ground(self.theme, "card", "top")
        area.setLayout(self.middle)
        self.middle.setContentsMargins(0, 1, 0, 0)
        self.middle.addWidget(self.split)
        self.middle.addWidget(self.nothing)
        return area

    def _foot(self) -> Ground:
        foot = Ground(self.theme, "panel", "top")
        self.foot_row = QHBoxLayout(foot)
        self.foot_row.addWidget(self.fate, 1)
        self.foot_row.addWidget(self.cancel)
        self.foot_row.addWidget(self.apply)
        return foot

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.head, 8, (24, 16, 24, 10))
        self.bar.setSpacing(px(4))
        self.theme.space(self.foot_row, 8, (24, 10, 24, 11))
        self._turn()

    def _connect(self) -> None:
        self.rows.selection_changed.connect(self._selection_changed)
        self.list.current_changed.connect(self._show_detail)
        self.list.opened.connect(self.open_sheet)
        self.detail.open_wanted.connect(self.open_sheet)
        self.detail.ticked.connect(lambda on: self.rows.tick(self.list.currentIndex(), on))
        self.progress_view.cancelled.connect(self.left)
        self.cancel.clicked.connect(self.left)
        self.apply.clicked.connect(self.apply_ticked)
        keys = {"Ctrl+Return": self.apply_ticked, "Ctrl+Enter": self.apply_ticked, "Esc": self.left.emit}
        for key, does in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, does)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # what is shown

    def show_waiting(self, told: str) -> None:
        """Says what goes on, with how far it is and a way to cancel it."""
        self.progress_view.begin(told)
        self.stack.setCurrentWidget(self.progress_view)
        self.progress_view.cancel.setFocus()

    def show_selection(self, selection: ChangeSelection) -> None:
        """Shows what the workbook would change."""
        self.title.setText(f"Apply {selection.preview.book.name}")
        set_tip(self.title, str(selection.preview.book))
        self.told.setText(held_words(selection))
        self.warning.setVisible(not selection.preview.recorded and bool(selection.preview.count))
        self.nothing.setText(nothing_words(selection))
        self._count_kinds(selection)
        self.rows.show_selection(selection)
        self.told.setVisible(not selection.empty)
        self.apply.setVisible(bool(selection.preview.count))
        for chip in (self.tick_all, self.tick_none):
            chip.setVisible(selection.preview.count > 1)
            chip.setEnabled(True)
        self.cancel.setText("Cancel" if selection.preview.count else "Close")
        self.middle.setCurrentIndex(int(selection.empty))
        self.stack.setCurrentWidget(self.whole)
        self._turn()
        self._go_first()
        self._selection_changed()
        self.focus_list()

    def _count_kinds(self, selection: ChangeSelection) -> None:
        count = selection.count()
        several = sum(bool(count[kind]) for kind in Kind) > 1 and not selection.empty
        for kind, chip in self.kinds.items():
            chip.setText(f"{kind}  {count[kind]}")
            chip.setChecked(kind == Kind.ALL)
            chip.setVisible(several and bool(count[kind]))
        self.filters.rearrange()

    def show_kind(self, kind: Kind) -> None:
        """Lists only rows of that kind."""
        for one, chip in self.kinds.items():
            chip.setChecked(one == kind)
        self.rows.show_kind(kind)
        for chip in (self.tick_all, self.tick_none):
            chip.setEnabled(kind != Kind.LEFT)
        self._go_first()

    def _go_first(self) -> None:
        self.list.setCurrentIndex(self.rows.first_change())
        self.list.scrollToTop()
        self._show_detail()

    def focus_list(self) -> None:
        """Puts the focus where one goes on."""
        if self.stack.currentWidget() is self.progress_view:
            self.progress_view.cancel.setFocus()
        else:
            (self.list if self.rows.sheets else self.cancel).setFocus()

    def _show_detail(self) -> None:
        self.detail.show_row(self.list.row, self._path_open())

    def _path_open(self) -> bool:
        path = self._path()
        return path is not None and self.is_open(path)

    def _path(self) -> Path | None:
        """The file of the sheet that the person is at."""
        row = self.list.row
        sheet = row.sheet if isinstance(row, SheetRow | ChangeRow) else None
        return sheet.one.path if sheet else None

    def _selection_changed(self) -> None:
        chosen = self.rows.selection.chosen
        self.apply.setText(apply_words(chosen))
        self.apply.updateGeometry()
        self.apply.setEnabled(bool(chosen))
        opened = sum(self.is_open(one.path) for one, _ in chosen)
        self.fate.setText(fate_words(chosen, opened) if self.rows.selection.preview.count else "")
        self._show_detail()

    def _turn(self) -> None:
        """Puts the detail beside the list where there is room, else below it."""
        wide = self.width() >= self.theme.px(WIDE)
        importing = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        self.side.side = "left" if wide else "top"
        if self.split.orientation() != importing or not self._split_set:
            self._split_set = True
            self.split.setOrientation(importing)
            self.split.setSizes([1000 * share for share in (BESIDE if wide else BELOW)])

    def showEvent(self, event: QShowEvent) -> None:
        """Sheets may have been opened or closed while the person was elsewhere."""
        super().showEvent(event)
        if self.stack.currentWidget() is self.whole:
            self._selection_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    # what is done

    def apply_ticked(self) -> None:
        """Asks for the changes that are ticked."""
        chosen = self.rows.selection.chosen
        if chosen and self.stack.currentWidget() is self.whole:
            self.apply_wanted.emit(chosen)

    def open_sheet(self) -> None:
        """Asks for the sheet of the row, at its question."""
        row, path = self.list.row, self._path()
        if path is not None:
            question = row.question.number if isinstance(row, ChangeRow) else 1
            self.place_wanted.emit(Item("", "", "", path, question))
