"""The tabs at the right of the window, and the panel below them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.panel import Panel, PanelKind
from atop_coder.gui.widgets.cards import SOFT_RADIUS, Chip, Hairline
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.theme import Role, Theme


class Tab(QAbstractButton):
    """A word with a line under it while it is the chosen one."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.title, self.badge = theme, title, ""
        self.setText(title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def set_badge(self, badge: str) -> None:
        if badge != self.badge:
            self.badge = badge
            self.setText(f"{self.title} {badge}" if badge else self.title)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.theme.font(Role.STRONG))
        px = self.theme.px
        return QSize(metrics.horizontalAdvance(self.text()) + px(12), metrics.height() + px(16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(24), self.sizeHint().height())

    @property
    def widest(self) -> int:
        """The width with a badge of two figures."""
        metrics = QFontMetrics(self.theme.font(Role.STRONG))
        grown = metrics.horizontalAdvance(f"{self.title} 88") - metrics.horizontalAdvance(self.text())
        return self.sizeHint().width() + (max(0, grown) if self.badge else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        font = self.theme.font(Role.STRONG if chosen else Role.BODY)
        painter.setFont(font)
        painter.setPen(self.theme.color("accent" if chosen else "ink" if self.underMouse() else "quiet"))
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        if chosen:
            line = QRectF(self.theme.px(4), self.height() - 2.5, self.width() - self.theme.px(8), 2.5)
            rounded(painter, line, self.theme.color("accent"), CLEAR, 0, 1)
        if self.hasFocus():
            rounded(painter, self.rect(), CLEAR, self.theme.color("accent"), 2, SOFT_RADIUS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class PanelBar(QWidget):
    """Panels by their tabs; each is made when it is first shown.

    Passes on what the panels ask for. `closed` says that the person wants the panels out of the way.
    """

    question_wanted = Signal(int)
    words_given = Signal(str)
    state_given = Signal(int)
    closed = Signal()
    chosen = Signal(str)

    def __init__(self, kinds: Sequence[PanelKind], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.document: Document | None = None
        self.kinds = {kind.title: kind for kind in kinds}
        self.panels: dict[str, Panel] = {}
        self.tabs = {title: Tab(title, theme, self) for title in self.kinds}
        self.stack = QStackedWidget(self)
        self._started = False
        self._wanted = next(iter(self.kinds), "")
        self._build()
        theme.follow(self._respace)

    def _build(self) -> None:
        self.row = QHBoxLayout()
        for title, tab in self.tabs.items():
            tab.clicked.connect(lambda _on=False, title=title: self.show_panel(title))
            self.row.addWidget(tab)
        self.row.addStretch(1)
        self.close_button = Chip("×", self.theme, quiet=True, parent=self)
        self.close_button.setAccessibleName("Close the panels")
        self.close_button.setToolTip("Close the panels (F10)")
        self.close_button.clicked.connect(self.closed)
        self.row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.row)
        column.addWidget(Hairline(self.theme, parent=self))
        column.addWidget(self.stack, 1)
        self._check_tab()

    def _respace(self) -> None:
        self.theme.space(self.row, 2, (12, 6, 6, 0))

    def least_width(self) -> int:
        """The width in which every tab is read in full."""
        margins = self.row.contentsMargins()
        spaces = self.row.spacing() * (len(self.tabs) + 1) + margins.left() + margins.right()
        tabs = sum(tab.widest for tab in self.tabs.values())
        return int(tabs + spaces + self.close_button.sizeHint().width())

    @property
    def current(self) -> str:
        """The title of the chosen panel, "" if there are none."""
        return self._wanted

    def show_panel(self, title: str) -> None:
        """Chooses a panel by its title; a title that is no panel's changes nothing."""
        if title in self.kinds:
            self._wanted = title
            self._check_tab()
            self.chosen.emit(title)
            self.wake()

    def _check_tab(self) -> None:
        for title, tab in self.tabs.items():
            tab.setChecked(title == self._wanted)

    def start(self) -> None:
        """The window has shown its sheet, and has time for the panels now."""
        self._started = True
        self.refresh_badges()
        self.wake()

    def wake(self) -> None:
        """Makes the chosen panel if it can be seen."""
        if self._started and self.isVisible():
            self.make_current()

    def make_current(self) -> None:
        """Makes the chosen panel if it was never shown, and shows it."""
        if not self._wanted:
            return
        panel = self.panels.get(self._wanted) or self._make(self._wanted)
        self.stack.setCurrentWidget(panel)

    def _make(self, title: str) -> Panel:
        panel = self.panels[title] = self.kinds[title].make(self.theme, self.stack)
        for name in ("question_wanted", "words_given", "state_given"):
            getattr(panel, name).connect(getattr(self, name))
        panel.badge_changed.connect(self.refresh_badges)
        self.stack.addWidget(panel)
        panel.set_document(self.document)
        if self.document is not None:
            panel.set_question(self.document.current)
        return panel

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from the chosen tab into its panel, though Qt puts what is made late at the end."""
        stops = self._stops()
        focus = QApplication.focusWidget()
        at = next((place for place, stop in enumerate(stops) if stop is focus), None)
        to = None if at is None else at + (1 if forward else -1)
        if to is None or not 0 <= to < len(stops):
            return super().focusNextPrevChild(forward)
        reasons = Qt.FocusReason
        stops[to].setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def _stops(self) -> list[QWidget]:
        """What Tab comes to, in reading order: the chosen tab stands for all of them."""
        found = [
            stop
            for stop in self.stack.findChildren(QWidget)
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible() and stop.isEnabled()
        ]

        def place(stop: QWidget) -> tuple[int, int]:
            corner = stop.mapTo(self, stop.rect().topLeft())
            return corner.y(), corner.x()

        chosen = [self.tabs[self._wanted]] if self._wanted else []
        return [*chosen, self.close_button, *sorted(found, key=place)]

    def set_document(self, document: Document | None) -> None:
        """Shows that document, or nothing, in all panels."""
        for old, new in ((self.document, False), (document, True)):
            for signal in (old.problems_changed, old.saved_changed) if old else ():
                (signal.connect if new else signal.disconnect)(self.refresh_badges)
        self.document = document
        for panel in self.panels.values():
            panel.set_document(document)
        self.refresh_badges()

    def set_question(self, number: int) -> None:
        """The person went to that question."""
        for panel in self.panels.values():
            panel.set_question(number)

    def stop(self) -> None:
        """Ends what panels do beside the window's thread."""
        for panel in self.panels.values():
            panel.stop()

    def refresh_badges(self) -> None:
        if not self._started:
            return
        for title, tab in self.tabs.items():
            tab.set_badge(self.kinds[title].badge(self.document))
