"""Rows of a panel's lists: found by Tab, walked by arrow keys, opened by Return, and read out whole."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from atop_coder.gui.widgets.cards import SOFT_RADIUS, Chip, Label, SymbolMark
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.style import CLEAR, chevron, rounded
from atop_coder.gui.widgets.symbols import WORDS, State
from atop_coder.gui.widgets.theme import Role, Theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BREAK = "\u200b"  # where a line may end, seen by nobody
LONG_WORD = re.compile(r"\S{20,}")
UNBOUND = QSize(0, 1)  # the width is the list's, and the height follows from it
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Row(QAbstractButton):
    """A heading in bold, lines of text under it, and chips for what can be done; `clicked` by Return too.

    `texts` are pairs of a text and its ink. `chosen` is painted on the accent's soft ground. Return presses
    `enter_presses`, which is the row itself unless it is set to one of the chips.
    """

    acted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        head: str,
        texts: Iterable[tuple[str, str]] = (),
        state: State | None = None,
        chips: Iterable[str] = (),
        parent: QWidget | None = None,
        *,
        quiet_chips: bool = False,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.state = state
        self._quiet = quiet_chips
        self.head = Label(head, theme, Role.STRONG, wrap=True)
        self.labels = [
            Label(breakable(text), theme, Role.BODY, ink, wrap=True) for text, ink in texts if text
        ]
        self.mark = SymbolMark(state, theme) if state else None
        self.chips = tuple(self._chip(text) for text in chips)
        self.enter_presses: QAbstractButton = self
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()
        self._lay_out()
        theme.follow(self._respace)

    def _name(self) -> None:
        words = (WORDS[self.state] if self.state else "", self.head.text(), *self.texts)
        self.setAccessibleName(". ".join(word.rstrip(".") for word in words if word))

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines under the heading."""
        return tuple(label.text().replace(BREAK, "") for label in self.labels)

    def _chip(self, text: str) -> Chip:
        chip = Chip(text.replace("&", "&&"), self.theme, quiet=self._quiet, role=Role.LABEL)
        chip.setAccessibleName(f"{text}: {self.head.text()}")
        chip.clicked.connect(lambda: self.acted.emit(text))
        return chip

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line = QHBoxLayout(self)
        if self.mark:
            self.line.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        for label in (self.head, *self.labels):
            self.column.addWidget(label)
        self.flow = FlowRow(self.theme, self, gap=4)
        for chip in self.chips:
            self.flow.add(chip)
        self.flow.setVisible(bool(self.chips))
        self.column.addWidget(self.flow)
        self.line.addLayout(self.column, 1)

    def rearrange(self) -> None:
        """To be called when a chip is shown, hidden, or says something else."""
        self.flow.setVisible(any(not chip.isHidden() for chip in self.chips))
        self.flow.rearrange()

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.line, 9, (10, 7, 10, 8))
        self.column.setSpacing(px(2))
        self.flow.rearrange()
        self.update()

    def append(self, widget: QWidget) -> None:
        """Puts a widget under the row's own text."""
        self.column.addWidget(widget)

    def minimumSizeHint(self) -> QSize:
        return UNBOUND

    def set_chosen(self, chosen: bool) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            if self.mark:
                self.mark.ground = "accent_soft" if chosen else "card"
            self.update()

    @property
    def chosen(self) -> bool:
        return self._chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus():  # a key that a field in the row did not want
            event.ignore()
        elif event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enter_presses.click()
        elif event.key() in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            step_from(self, STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_row(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "accent_soft" if self._chosen else "hover" if self.underMouse() or self.isDown() else ""
        ground = self.theme.color(fill) if fill else CLEAR
        ring = self.theme.color("accent") if self.hasFocus() else CLEAR
        rounded(painter, self.rect(), ground, ring, 2 if self.hasFocus() else 0, SOFT_RADIUS)
        painter.end()


class Fold(QAbstractButton):
    """A heading that shows and hides what stands under it; an arrow and its name tell which."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: list[QWidget] = []
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.label = Label(text, theme, Role.LABEL, "quiet")
        self.line = QHBoxLayout(self)
        self.line.addWidget(self.label, 1)
        self.toggled.connect(self._show_rows)
        self._show_rows(False)
        theme.follow(self._respace)

    def hold(self, rows: Iterable[QWidget]) -> None:
        """These stand under the heading."""
        self.rows = list(rows)
        self._show_rows(self.isChecked())

    def set_text(self, text: str) -> None:
        self.label.setText(text)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self.label.text()}, {'shown' if self.isChecked() else 'folded'}")

    def _show_rows(self, shown: bool) -> None:
        self._name()
        for row in self.rows:
            row.setVisible(shown)
        self.update()

    def _respace(self) -> None:
        px = self.theme.px
        self.line.setContentsMargins(px(26), px(7), px(10), px(7))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        elif event.key() in STEPS:
            step_from(self, STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            hover = self.theme.color("hover")
            rounded(painter, self.rect(), hover, hover, 0, SOFT_RADIUS)
        if self.hasFocus():
            rounded(painter, self.rect(), CLEAR, self.theme.color("accent"), 2, SOFT_RADIUS)
        side = self.theme.px(16)
        painter.translate(self.theme.px(16), self.height() / 2)
        painter.rotate(0 if self.isChecked() else -90)
        chevron(painter, QRectF(-side / 2, -side / 2, side, side), self.theme.color("quiet"))
        painter.end()


class Rows(QScrollArea):
    """A column of rows that scrolls; as wide as the panel, never wider."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.body = QWidget()
        self.body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.column = QVBoxLayout(self.body)
        self.column.addStretch(1)
        self.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        theme.follow(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.column, 2, (8, 6, 8, 16))
        self.verticalScrollBar().setSingleStep(px(30))

    @property
    def needed(self) -> int:
        """The height in which nothing has to be scrolled."""
        return self.body.heightForWidth(max(1, self.viewport().width()))

    @property
    def widgets(self) -> list[QWidget]:
        """What is in the column, from top to foot."""
        items = (self.column.itemAt(place) for place in range(self.column.count() - 1))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if widget is not None]

    @property
    def rows(self) -> list[Row]:
        return [widget for widget in self.widgets if isinstance(widget, Row)]

    def put(self, widgets: Iterable[QWidget]) -> None:
        """Shows these and no others; those that stay keep their focus and what is typed in them."""
        wanted = list(widgets)
        kept = set(map(id, wanted))
        gone = [widget for widget in self.widgets if id(widget) not in kept]
        place = self._focused_place()
        lost = place is not None and any(self.widgets[place] is widget for widget in gone)
        self.column.setEnabled(False)  # lays out once, and not with each widget that comes or goes
        for at, widget in enumerate(wanted):
            if self.column.indexOf(widget) != at:
                self.column.insertWidget(at, widget)
                widget.show()
        order_tabs(wanted)
        if lost and place is not None:
            self._focus_near(place, wanted)
        for widget in gone:
            self.column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.column.setEnabled(True)
        self.column.activate()

    def _focused_place(self) -> int | None:
        focus = QApplication.focusWidget()
        return next(
            (
                place
                for place, one in enumerate(self.widgets)
                if focus and (one is focus or one.isAncestorOf(focus))
            ),
            None,
        )

    def _focus_near(self, place: int, widgets: list[QWidget]) -> None:
        """The row with the focus is going: the focus stays at its place in the list."""
        stops = [widget for widget in widgets[place:] + widgets[:place][::-1] if walkable(widget)]
        if stops:
            stops[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def heading(self, text: str) -> "Padded":
        """A heading between rows, not yet in the column."""
        label = Label(text, self.theme, Role.STRONG, wrap=True)
        return Padded(label, self.theme, (10, 10, 10, 3), self.body)

    def line(self, text: str, ink: str = "quiet") -> "Padded":
        """A line of plain text, not yet in the column."""
        label = Label(text, self.theme, Role.BODY, ink, wrap=True)
        return Padded(label, self.theme, (10, 4, 10, 4), self.body)


class Padded(QWidget):
    """A widget with space around it: left, top, right, below, in pixels at 100 %.

    A label cannot keep margins of its own: QFrame takes them back whenever its style is set.
    """

    def __init__(
        self, inner: QWidget, theme: Theme, space: tuple[int, int, int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.inner, self.space = theme, inner, space
        self.box = QVBoxLayout(self)
        self.box.addWidget(inner)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._respace)

    def _respace(self) -> None:
        self.box.setContentsMargins(*(self.theme.px(side) for side in self.space))

    def minimumSizeHint(self) -> QSize:
        return UNBOUND

    def text(self) -> str:
        """What the label in it says."""
        return self.inner.text() if isinstance(self.inner, QLabel) else ""


def breakable(text: str) -> str:
    """The text with places in its long words, such as addresses, where a line may end."""
    return LONG_WORD.sub(lambda word: re.sub(r"(.{8})", "\\1" + BREAK, word[0]), text)


def walkable(widget: QWidget) -> bool:
    """Whether arrow keys stop at a widget."""
    return isinstance(widget, Row | Fold) and not widget.isHidden()


def step_from(row: QWidget, step: int) -> None:
    """Moves the focus to the row that stands before or behind, if there is one."""
    area = area_of(row)
    if area is None:
        return
    stops = [widget for widget in area.widgets if walkable(widget)]
    place = stops.index(row) + step if row in stops else -1
    if 0 <= place < len(stops):
        stops[place].setFocus(Qt.FocusReason.OtherFocusReason)


def area_of(row: QWidget) -> Rows | None:
    """The list that a row is in."""
    above = row.parentWidget()
    while above is not None and not isinstance(above, Rows):
        above = above.parentWidget()
    return above


def show_row(row: QWidget) -> None:
    """Scrolls so that the row is seen, from its head on if it is long."""
    area = area_of(row)
    if area is not None:
        top = row.mapTo(area.body, QPoint(0, 0)).y()
        area.ensureVisible(0, top + row.height(), 0, 4)
        area.ensureVisible(0, top, 0, 4)


def order_tabs(widgets: list[QWidget]) -> None:
    """Lets Tab go through the widgets, and what is in them, in this order."""
    last: QWidget | None = None
    for widget in widgets:
        for stop in (widget, *(getattr(widget, "chips", ()))):
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus:
                if last is not None:
                    QWidget.setTabOrder(last, stop)
                last = stop
