"""The symbols of the window, painted: sharp at every size, each with a shape of its own and a colour."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from atop_coder.gui.widgets.colors import Colors


class State(StrEnum):
    """What a symbol tells of a question or a problem."""

    ANSWERED = "answered"
    BLANK = "blank"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    CHANGED = "changed"
    UNSURE = "unsure"
    CURRENT = "current"
    ACCEPTED = "accepted"


WORDS = {
    State.ANSWERED: "answered",
    State.BLANK: "not answered yet",
    State.ERROR: "error",
    State.WARNING: "warning",
    State.NOTE: "note",
    State.CHANGED: "changed since it was opened",
    State.UNSURE: "reading not sure",
    State.CURRENT: "current question",
    State.ACCEPTED: "warning accepted",
}


def symbol_color(state: State, colors: Colors) -> str:
    """The colour that goes with a state."""
    return {
        State.ANSWERED: colors.ok,
        State.BLANK: colors.quiet,
        State.ERROR: colors.error,
        State.WARNING: colors.warning,
        State.NOTE: colors.note,
        State.CHANGED: colors.accent,
        State.UNSURE: colors.warning,
        State.CURRENT: colors.accent,
        State.ACCEPTED: colors.ok,
    }[state]


def paint_bubble(painter: QPainter, box: QRectF, color: QColor) -> None:
    """The outline of what somebody says, its tail at the lower left; there is room for a number in it."""
    path = QPainterPath()
    body = box.adjusted(0.5, 0.5, -0.5, -0.22 * box.height())
    path.addRoundedRect(body, 3, 3)
    tail = QPolygonF(
        [
            QPointF(body.left() + 0.2 * body.width(), body.bottom()),
            QPointF(body.left() + 0.2 * body.width(), box.bottom()),
            QPointF(body.left() + 0.5 * body.width(), body.bottom()),
        ]
    )
    path.addPolygon(tail)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.1))
    painter.drawPath(path.simplified())
    painter.restore()


def paint_symbol(painter: QPainter, rect: QRectF, state: State, colors: Colors, ground: str = "") -> None:
    """Paints the symbol of a state centred in the rect; `ground` is the colour of marks cut out of it."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / 16, side / 16)
    _SHAPES[state](painter, QColor(symbol_color(state, colors)), QColor(ground or colors.card))
    painter.restore()


def _fill(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)


def _stroke(painter: QPainter, color: QColor, width: float) -> None:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _line(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _check(painter: QPainter, color: QColor, ground: QColor) -> None:
    _fill(painter, color)
    painter.drawEllipse(QPointF(8, 8), 6.5, 6.5)
    _stroke(painter, ground, 1.8)
    _line(painter, (5, 8.2), (7.2, 10.4), (11, 5.8))


def _ring(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _stroke(painter, color, 1.3)
    painter.drawEllipse(QPointF(8, 8), 5.6, 5.6)


def _cross(painter: QPainter, color: QColor, ground: QColor) -> None:
    _fill(painter, color)
    painter.drawRoundedRect(QRectF(1.75, 1.75, 12.5, 12.5), 3, 3)
    _stroke(painter, ground, 1.8)
    _line(painter, (5.5, 5.5), (10.5, 10.5))
    _line(painter, (10.5, 5.5), (5.5, 10.5))


def _triangle(painter: QPainter, color: QColor, ground: QColor) -> None:
    painter.setPen(
        QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(8, 2.4), QPointF(14.2, 13.4), QPointF(1.8, 13.4)]))
    _stroke(painter, ground, 1.7)
    _line(painter, (8, 6.2), (8, 9.4))
    painter.drawPoint(QPointF(8, 12))


def _letter_i(painter: QPainter, color: QColor, ground: QColor) -> None:
    _fill(painter, color)
    painter.drawEllipse(QPointF(8, 8), 6.5, 6.5)
    _stroke(painter, ground, 1.8)
    painter.drawPoint(QPointF(8, 4.9))
    _line(painter, (8, 7.6), (8, 11.2))


def _pencil(painter: QPainter, color: QColor, ground: QColor) -> None:
    _fill(painter, color)
    body = QPolygonF(
        [QPointF(2, 14), QPointF(2.9, 10.4), QPointF(10.6, 2.7), QPointF(13.3, 5.4), QPointF(5.6, 13.1)]
    )
    painter.drawPolygon(body)
    _stroke(painter, ground, 1.1)
    _line(painter, (9, 4.3), (11.7, 7))


def _question(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _stroke(painter, color, 1.3)
    painter.drawEllipse(QPointF(8, 8), 6, 6)
    _stroke(painter, color, 1.6)
    hook = QPainterPath(QPointF(6.2, 6.4))
    hook.cubicTo(QPointF(6.2, 3.9), QPointF(9.9, 3.9), QPointF(9.9, 6.3))
    hook.cubicTo(QPointF(9.9, 7.7), QPointF(8, 7.6), QPointF(8, 9.2))
    painter.drawPath(hook)
    painter.drawPoint(QPointF(8, 11.4))


def _dot(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _fill(painter, color)
    painter.drawEllipse(QPointF(8, 8), 5, 5)


def _ringed_check(painter: QPainter, color: QColor, _ground: QColor) -> None:
    _ring(painter, color, _ground)
    _stroke(painter, color, 1.6)
    _line(painter, (5.6, 8.2), (7.4, 10), (10.5, 6.2))


_SHAPES: dict[State, Callable[[QPainter, QColor, QColor], None]] = {
    State.ANSWERED: _check,
    State.BLANK: _ring,
    State.ERROR: _cross,
    State.WARNING: _triangle,
    State.NOTE: _letter_i,
    State.CHANGED: _pencil,
    State.UNSURE: _question,
    State.CURRENT: _dot,
    State.ACCEPTED: _ringed_check,
}
