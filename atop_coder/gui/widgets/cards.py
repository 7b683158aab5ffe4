"""The painted parts that pages and panels are put together from: labels, cards, chips, message bars."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from atop_coder.gui.widgets.plain import plain_tip
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.symbols import WORDS, State
from atop_coder.gui.widgets.theme import Role, Theme

CARD_RADIUS = 10.0
SOFT_RADIUS = 6.0

INKS = {
    "ink": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Accent,
    "error": QPalette.ColorRole.BrightText,
}


class Label(QLabel):
    """A line or paragraph of plain text in a role's font and a named ink; follows the theme."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        role: Role = Role.BODY,
        ink: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.role = theme, role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.set_ink(ink)
        self.setText(text)
        theme.follow(self._restyle)

    def set_ink(self, ink: str) -> None:
        """Takes one of the names in `INKS`, or any colour role of the theme."""
        self.ink = ink
        if ink in INKS:
            self.setForegroundRole(INKS[ink])
        else:
            self._tint()

    def _restyle(self) -> None:
        self.setFont(self.theme.font(self.role))
        if self.ink not in INKS:
            self._tint()

    def _tint(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self.theme.color(self.ink))
        self.setPalette(palette)
        self.setForegroundRole(QPalette.ColorRole.WindowText)


class OneLine(Label):
    """A label that takes the room there is, ends with "…" where it is too little, and then has a tip."""

    def __init__(
        self,
        text: str,
        theme: Theme,
        role: Role = Role.BODY,
        ink: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, theme, role, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, text)
        painter.end()
        tip = plain_tip(self.text()) if text != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)


class Card(QFrame):
    """A rounded ground for one question; its hairline turns into the accent while it is the current one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._current = False
        theme.follow(self.update)

    @property
    def current(self) -> bool:
        return self._current

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge, width = ("accent", 1.6) if self._current else ("border", 1.0)
        rounded(painter, self.rect(), self.theme.color("card"), self.theme.color(edge), width, CARD_RADIUS)
        painter.end()


class Chip(QPushButton):
    """A button with round corners; `checkable` ones fill with the accent when chosen, `primary` ones always.

    `quiet` ones have no box until the mouse or the focus is on them, and words in `ink`. Space presses it.
    """

    def __init__(
        self,
        text: str,
        theme: Theme,
        *,
        checkable: bool = False,
        primary: bool = False,
        quiet: bool = False,
        ink: str = "accent",
        role: Role = Role.STRONG,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme, self.role = theme, role
        self.primary, self.quiet, self.ink = primary, quiet, ink
        self._hovered = False
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self.theme.font(self.role))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        shown = self.text().replace("&&", "\0").replace("&", "")
        small = self.role in (Role.LABEL, Role.SMALL)
        side = self.theme.px(8 if self.quiet else 10 if small else 14)
        return QSize(
            metrics.horizontalAdvance(shown) + 2 * side, metrics.height() + self.theme.px(10 if small else 13)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, edge, text = self._looks()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded(painter, box, fill, edge, 0 if edge == CLEAR else 1, SOFT_RADIUS)
        if self.hasFocus():
            self._paint_focus(painter, text)
        painter.setFont(self.font())
        painter.setPen(text)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic, self.text()
        )
        painter.end()

    def _looks(self) -> tuple[QColor, QColor, QColor]:
        """Ground, outline and text."""
        color, active = self.theme.color, (self._hovered or self.isDown()) and self.isEnabled()
        if self.primary or self.isChecked():
            ground = color("accent_hover" if active else "accent")
            return ground, ground, color("accent_text")
        if self.quiet:
            return color("hover") if active else CLEAR, CLEAR, color(self.ink)
        return color("hover" if active else "card"), color("edge" if active else "border"), color("ink")

    def _paint_focus(self, painter: QPainter, text: QColor) -> None:
        if self.primary or self.isChecked():
            inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            rounded(painter, inner, CLEAR, text, 1.5, SOFT_RADIUS - 2)
        rounded(painter, self.rect(), CLEAR, self.theme.color("accent"), 2, SOFT_RADIUS + 1)


class SymbolMark(QWidget):
    """One symbol as a small widget, named for those who hear the window."""

    def __init__(
        self, state: State, theme: Theme, ground: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.state, self.ground = theme, state, ground
        self.setAccessibleName(WORDS[state])
        theme.follow(self._restyle)

    def set_state(self, state: State) -> None:
        self.state = state
        self.setAccessibleName(WORDS[state])
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(self.theme.px(16), self.theme.px(16))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = str(getattr(self.theme.colors, self.ground))
        self.theme.paint_state(painter, QRectF(self.rect()), self.state, ground)
        painter.end()


_SOFT = {
    State.ERROR: "error",
    State.WARNING: "warning",
    State.UNSURE: "warning",
    State.ACCEPTED: "ok",
    State.ANSWERED: "ok",
}


class MessageBar(QWidget):
    """A message on a soft tint with its symbol, and buttons for what can be done about it.

    `acted` tells which button was pressed, by its text.
    """

    acted = Signal(str)

    def __init__(
        self,
        state: State,
        text: str,
        theme: Theme,
        buttons: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.mark = SymbolMark(state, theme, f"{_SOFT.get(state, 'note')}_soft")
        self.label = Label(text, theme, wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = tuple(self._button(name) for name in buttons)
        self._layout()
        self.set_message(state, text)
        theme.follow(self._restyle)

    def set_message(self, state: State, text: str) -> None:
        """Says something else."""
        self.state = state
        self._tint = _SOFT.get(state, "note")
        self.mark.ground = f"{self._tint}_soft"
        self.mark.set_state(state)
        self.label.setText(text)
        self.label.set_ink(self._tint)
        self.setAccessibleName(f"{WORDS[state]}: {text}")
        self.update()

    def _button(self, name: str) -> Chip:
        chip = Chip(name, self.theme, quiet=True)
        chip.clicked.connect(lambda: self.acted.emit(name))
        return chip

    def _layout(self) -> None:
        row = QHBoxLayout(self)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 1, 0, 0)
        mark.addWidget(self.mark)
        mark.addStretch()
        row.addLayout(mark)
        row.addWidget(self.label, 1)
        for chip in self.buttons:
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)

    def _restyle(self) -> None:
        row = self.layout()
        if row is not None:
            self.theme.space(row, 10, (11, 7, 11, 8))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        soft = self.theme.color(f"{self._tint}_soft")
        rounded(painter, self.rect(), soft, soft, 0, SOFT_RADIUS)
        painter.end()


class Hairline(QFrame):
    """A line of one pixel that parts two areas."""

    def __init__(self, theme: Theme, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.follow(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("border"))
        painter.end()
