"""The look of a folder in the window: what stands where, and what wraps or scrolls where there is no room."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from atop_coder.folder.entry import Entry
from atop_coder.gui.folder.across_page import AcrossPage
from atop_coder.gui.folder.filter_bar import FilterBar
from atop_coder.gui.folder.model import SheetsFilter, SheetsModel
from atop_coder.gui.folder.pictures_page import PicturesPage
from atop_coder.gui.folder.search_page import SearchPage
from atop_coder.gui.folder.table import SheetsTable
from atop_coder.gui.widgets.cards import Chip, Label, OneLine
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.progress_line import ProgressLine
from atop_coder.gui.widgets.theme import Role, Theme

LOWEST = 170  # pixels at 100 %: the height of a part; where the window is lower, the page scrolls


class Part(StrEnum):
    """The parts of the page, by the words on their buttons."""

    SHEETS = "Sheets"
    SEARCH = "Search"
    ACROSS = "Across sheets"
    PICTURES = "Pictures"


class FolderFrame(QWidget):
    """The widgets of the page with the models they show; it knows nothing of files."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.model = SheetsModel(self)
        self.rows = SheetsFilter(self.model, self)
        self._make_head()
        self._make_parts()
        self._lay_out()
        theme.follow(self.respace)

    @property
    def entries(self) -> list[Entry]:
        return self.model.entries

    def _make_head(self) -> None:
        theme = self.theme
        self.title = Label("", theme, Role.HEADING, parent=self)
        self.told = OneLine("", theme, Role.BODY, "quiet", parent=self)
        self.progress = ProgressLine(theme, self)
        self.progress.setAccessibleName("Sheets read")
        self.cancel = Chip("Cancel", theme, role=Role.LABEL, parent=self)
        self.chips = {part: Chip(part, theme, checkable=True, parent=self) for part in Part}
        self.export = Chip("Export dataset…", theme, parent=self)
        self.export.setToolTip("Write one dataset of the sheets that are listed")
        self.apply = Chip("Apply workbook…", theme, parent=self)
        self.apply.setToolTip("Take an Excel dataset that was edited back into the sheets")

    def _make_parts(self) -> None:
        theme = self.theme
        self.filter = FilterBar(theme)
        self.table = SheetsTable(self.rows, theme)
        self.detail = Label("", theme, Role.SMALL, "quiet", wrap=True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.search = SearchPage(lambda: self.entries, theme)
        self.across = AcrossPage(theme)
        self.pictures = PicturesPage(lambda: self.entries, theme)
        self.notices = Notices(theme)

    def _lay_out(self) -> None:
        self._stack_parts()
        self._lay_out_head()
        self.browse = QWidget()
        self.scroller = QScrollArea()
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidget(self.browse)
        self.places = QStackedLayout(self)
        self.places.addWidget(self.scroller)
        self.column = QVBoxLayout(self.browse)
        self.column.addLayout(self.head)
        self.column.addLayout(self.bar)
        self.column.addWidget(self.notices)
        self.column.addWidget(self.stack, 1)
        self.show_progress(False)

    def _stack_parts(self) -> None:
        self.sheets = QWidget()
        self.sheets_column = QVBoxLayout(self.sheets)
        self.sheets_column.setContentsMargins(0, 0, 0, 0)
        self.sheets_column.addWidget(self.filter)
        self.sheets_column.addWidget(self.table, 1)
        self.sheets_column.addWidget(self.detail)
        self.stack = QStackedWidget()
        self.pages: dict[Part, QWidget] = {
            Part.SHEETS: self.sheets,
            Part.SEARCH: self.search,
            Part.ACROSS: self.across,
            Part.PICTURES: self.pictures,
        }
        for page in self.pages.values():
            self.stack.addWidget(page)

    def _lay_out_head(self) -> None:
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addWidget(self.told, 1)
        self.head.addWidget(self.progress)
        self.head.addWidget(self.cancel)
        self.bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.parts = self._flow(*self.chips.values())
        self.whole = self._flow(self.export, self.apply)
        self.bar.addWidget(self.parts, 1)
        self.bar.addWidget(self.whole)

    def _flow(self, *chips: Chip) -> FlowRow:
        flow = FlowRow(self.theme, gap=8)
        for chip in chips:
            flow.add(chip)
        return flow

    def respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.column, 10, (24, 16, 24, 12))
        self.sheets_column.setSpacing(px(8))
        for row in (self.head, self.bar):
            row.setSpacing(px(8))
        self.head.setSpacing(px(14))
        self.notices.column.setContentsMargins(0, 0, 0, 0)
        self.progress.setFixedSize(px(180), px(8))
        self.stack.setMinimumHeight(px(LOWEST))
        self._turn_bar()

    def _turn_bar(self) -> None:
        """Puts what is done with the whole folder below its parts where it has no room beside them."""
        sides = self.column.contentsMargins()
        room = self.width() - sides.left() - sides.right() - self.bar.spacing()
        fits = self.parts.sizeHint().width() + self.whole.sizeHint().width() <= room
        ways = QBoxLayout.Direction
        self.bar.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_bar()

    def show_progress(self, shown: bool) -> None:
        self.progress.setVisible(shown)
        self.cancel.setVisible(shown)
