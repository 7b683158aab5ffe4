"""The tabs of what is open."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from atop_coder.gui.widgets.theme import Theme


class SheetTabs(QTabBar):
    """One tab for each open sheet; out of sight while there is only one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setDocumentMode(True)
        self.setTabsClosable(True)
        self.setMovable(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Open sheets")
        self.setDrawBase(False)
        self.hide()

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(hint.width() + self.theme.px(14), hint.height() + self.theme.px(8))

    def show_names(self, names: Sequence[str], current: int, files: Sequence[str] = ()) -> None:
        """Puts up these names, with the paths of their files as tool tips; emits no signal."""
        self.blockSignals(True)
        while self.count() > len(names):
            self.removeTab(self.count() - 1)
        while self.count() < len(names):
            self.addTab("")
        for place, name in enumerate(names):
            self.setTabText(place, name.replace("&", "&&"))
        for place, file in enumerate(files):
            self.setTabToolTip(place, file)
        if current >= 0:
            self.setCurrentIndex(current)
        self.blockSignals(False)
        self.setVisible(len(names) > 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self.theme.color("border"))
        painter.end()
        super().paintEvent(event)
