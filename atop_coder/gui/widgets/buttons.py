"""Buttons painted from the theme: what they say and whether they are chosen shows without colour too."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from atop_coder.gui.widgets.cards import SOFT_RADIUS
from atop_coder.gui.widgets.style import CLEAR, TICK, rounded, stroke
from atop_coder.gui.widgets.theme import Role, Theme

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PaintedButton(QAbstractButton):
    """A button with a text, wide enough for it in its widest font, that Space and Enter press."""

    padding = 15
    widest = Role.STRONG  # the font that the text must fit in

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._size: QSize | None = None
        self.setText(text.replace("&", "&&"))

    @property
    def shown_text(self) -> str:
        return self.text().replace("&&", "&")

    def restyle(self) -> None:
        self._size = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._size is None:
            metrics = QFontMetrics(self.theme.font(self.widest))
            width = metrics.horizontalAdvance(self.shown_text) + 2 * self.theme.px(self.padding)
            self._size = QSize(width, metrics.height() + self.theme.px(13))
        return self._size

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor)  # now, not in 61 rows at the start
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()  # Qt would go to any other button; whoever holds the button says what arrows do
        else:
            super().keyPressEvent(event)

    def paint_body(self, painter: QPainter, fill: str, edge: str = "") -> None:
        """The ground, in a colour role, with a hairline or the ring of the focus ("" paints neither)."""
        ground = self.theme.color(fill) if fill else CLEAR
        width = 2.0 if self.hasFocus() else 1.0 if edge else 0.0
        line = self.theme.color("accent" if self.hasFocus() else edge or "border")
        rounded(painter, self.rect(), ground, line, width, SOFT_RADIUS)

    def paint_text(self, painter: QPainter, role: Role, color: str, shift: int = 0) -> None:
        painter.setFont(self.theme.font(role))
        painter.setPen(self.theme.color(color))
        room = self.rect().adjusted(shift, 0, shift, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, self.shown_text)


class Segment(PaintedButton):
    """One of the answers offered in a row; chosen, it is filled, bold and marked.

    Where one counts it looks and announces itself as a radio button, where several do as a check box. It
    never changes by itself: it calls `on_ask(key)` when a person clicks it or presses its key, also when it
    is chosen already, and is told by `show_chosen`. `on_arrow(segment, event)` says whether an arrow key was
    for it.
    """

    padding = 12
    mark, gap = 13, 7  # pixels at 100 %: the circle or box, and from there to the text

    def __init__(
        self,
        key: str,
        text: str,
        theme: Theme,
        on_ask: Callable[[str], None],
        on_arrow: Callable[["Segment", QKeyEvent], bool],
        parent: QWidget | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(text, theme, parent)
        self.key, self._on_ask, self._on_arrow, self.several = key, on_ask, on_arrow, several
        self._asked = False
        self.setCheckable(True)
        self.setAutoExclusive(not several)  # which makes a radio button of it for a screen reader
        self.clicked.connect(self._ask_once)

    def show_chosen(self, chosen: bool) -> None:
        """Shows whether it is the answer; Qt itself would not let go of a radio button."""
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(not self.several)

    def nextCheckState(self) -> None:
        """Called by Qt for a click or a key, never when a program sets the state."""
        self._asked = True
        self._on_ask(self.key)

    def _ask_once(self) -> None:
        """A radio button that is chosen already does not change for Qt, but may be taken back."""
        asked, self._asked = self._asked, False
        if not asked:
            self._on_ask(self.key)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.theme.px(self.mark) + self.theme.px(self.gap), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_arrow(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            self.paint_body(painter, "accent_hover" if self.underMouse() else "accent")
            self._paint_focus_inside(painter)
        else:
            self.paint_body(painter, "hover" if self.underMouse() or self.isDown() else "card", "handle")
        role, ink = (Role.STRONG, "accent_text") if chosen else (Role.BODY, "ink")
        side, gap = self.theme.px(self.mark), self.theme.px(self.gap)
        text = QFontMetrics(self.theme.font(role)).horizontalAdvance(self.shown_text)
        left = (self.width() - text - gap - side) / 2
        self._paint_mark(painter, QRectF(left, (self.height() - side) / 2, side, side), chosen)
        self.paint_text(painter, role, ink, (side + gap) // 2)

    def _paint_focus_inside(self, painter: QPainter) -> None:
        if self.hasFocus():
            inner = self.rect().adjusted(3, 3, -3, -3)
            rounded(painter, inner, CLEAR, self.theme.color("accent_text"), 1.5, SOFT_RADIUS - 2)

    def _paint_mark(self, painter: QPainter, box: QRectF, chosen: bool) -> None:
        color = self.theme.color("accent_text" if chosen else "handle")
        round_by = 3 if self.several else box.width() / 2
        rounded(painter, box, CLEAR, color, 1.4, round_by)
        if chosen and self.several:
            stroke(painter, box, color, TICK)
        elif chosen:
            middle = box.adjusted(*(side * box.width() * 0.28 for side in (1, 1, -1, -1)))
            rounded(painter, middle, color, color, 0, middle.width() / 2)


class QuietButton(PaintedButton):
    """A button for what is done now and then: quiet text, with a frame only under the mouse or in focus."""

    padding = 8
    widest = Role.BODY

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hot = self.underMouse() or self.isDown()
        self.paint_body(painter, "hover" if hot else "")
        self.paint_text(painter, Role.BODY, "ink" if hot or self.hasFocus() else "quiet")


class OfferButton(PaintedButton):
    """A button for something that is offered at this moment, such as a state that may be meant."""

    padding = 11

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_body(painter, "hover" if self.underMouse() or self.isDown() else "card", "handle")
        self.paint_text(painter, Role.BODY, "ink")
