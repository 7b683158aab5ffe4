"""The window: where its parts stand, and what Qt tells of the window itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.header import HeaderBar
from atop_coder.gui.window.status import StatusLine
from atop_coder.gui.window.tabs import SheetTabs
from atop_coder.gui.window.welcome import Welcome
from atop_coder.gui.window.work_area import WorkArea, insert_before


class MainWindow(QMainWindow):
    """Header, tabs, bars, and one of several pages; `closed` comes once `may_close` has agreed.

    `dropped(paths)` gives files that were dropped on it; `left` says that the person went to another program.
    """

    dropped = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, work: WorkArea) -> None:
        super().__init__()
        self.theme, self.work = theme, work
        self.may_close: Callable[[], bool] = lambda: True
        self.setAcceptDrops(True)
        self.setObjectName("window")
        self.header = HeaderBar(theme)
        self.tabs = SheetTabs(theme)
        self.status = StatusLine(theme)
        self.welcome = Welcome(theme)
        self._lay_out()
        theme.follow(self._fit, at_once=False)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.welcome)
        self.stack.addWidget(self.work)
        self.body = QWidget()
        rows = QVBoxLayout(self.body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.header, self.tabs, self.stack, self.status):
            rows.addWidget(widget, int(widget is self.stack))
        self.setCentralWidget(self.body)

    def put_above(self, bar: QWidget) -> None:
        """Puts a bar between the tabs and the work, where it is seen whatever is open."""
        insert_before(self.body, self.stack, bar)

    def bars(self) -> list[QWidget]:
        """The bars that are seen now, from the top."""
        rest = (self.header, self.tabs, self.stack, self.status, self.work.form_page)
        columns = (column for column in (self.body.layout(), self.work.middle.layout()) if column)
        items = (column.itemAt(at) for column in columns for at in range(column.count()))
        found = (item.widget() for item in items if item)
        return [one for one in found if one and one not in rest and one.isVisible()]

    def show_page(self, widget: QWidget | None) -> None:
        """Shows the widget of a page, or the welcome."""
        if widget is not None and self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget or self.welcome)

    def _fit(self) -> None:
        """Text of another size needs as much more or less room at the sides."""
        self.work.sides.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.work.sides.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            QTimer.singleShot(0, self, self._tell_left)
        super().changeEvent(event)

    def _tell_left(self) -> None:
        """A list of suggestions that opens is not another program."""
        if QApplication.activePopupWidget() is None:
            self.left.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closed.emit()
        event.accept()
