"""Fusion with round fields, slim scroll bars and one focus ring, all in the theme's colours.

A style instead of a style sheet: one sheet on the whole application triples the time to build the form. A
field shows that something is wrong by its dynamic property `problem` ("error" or "warning": `mark_field`).
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QTextEdit,
    QWidget,
)

from atop_coder.gui.widgets.theme import Theme

FIELD_RADIUS = 6.0
SHORTEST_HANDLE = 36
CLEAR = QColor(0, 0, 0, 0)
TICK, DASH = ((2.8, 6.3), (5, 8.6), (9.3, 3.6)), ((3.2, 6.0), (8.8, 6.0))

Primitive = QStyle.PrimitiveElement
SubControl = QStyle.SubControl


def mark_field(field: QWidget, problem: str) -> None:
    """Outlines a field as holding an "error" or a "warning"; "" takes the mark away."""
    if (field.property("problem") or "") != problem:
        field.setProperty("problem", problem)
        field.update()


def rounded(
    painter: QPainter, rect: QRect | QRectF, fill: QColor, edge: QColor, width: float, radius: float
) -> None:
    """A filled box with round corners whose outline lies wholly within the rect."""
    half = width / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width) if width else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def chevron(painter: QPainter, rect: QRect | QRectF, color: QColor, up: bool = False) -> None:
    """A small arrow head, pointing down (or up), in the middle of the rect."""
    centre, size = QRectF(rect).center(), -3.5 if up else 3.5
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(color, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPolyline(
        QPolygonF(
            [
                centre + QPointF(-3.5, -size / 2),
                centre + QPointF(0, size / 2),
                centre + QPointF(3.5, -size / 2),
            ]
        )
    )
    painter.restore()


def check_box(painter: QPainter, rect: QRect | QRectF, theme: Theme, state: Qt.CheckState) -> None:
    """A box that is empty, ticked, or has a dash where only some of what it stands for is ticked."""
    on = state != Qt.CheckState.Unchecked
    box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    fill, edge = ("accent", "accent") if on else ("field", "edge")
    rounded(painter, box, theme.color(fill), theme.color(edge), 1.2, 3.5)
    if on:
        points = DASH if state == Qt.CheckState.PartiallyChecked else TICK
        stroke(painter, box, theme.color("accent_text"), points)


def stroke(painter: QPainter, box: QRectF, color: QColor, points: Sequence[tuple[float, float]]) -> None:
    """A line through these points of a box that is twelve units wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 12, box.height() / 12)
    round_ends, round_joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(color, 1.7, Qt.PenStyle.SolidLine, round_ends, round_joins))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.restore()


class Style(QProxyStyle):
    """Draws what Fusion draws too heavily; everything else stays Fusion's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("fusion")
        self.theme = theme
        self._primitives: dict[QStyle.PrimitiveElement, Callable[[QStyleOption, QPainter, QWidget], None]] = {
            Primitive.PE_PanelLineEdit: self._field,
            Primitive.PE_FrameLineEdit: self._nothing,
            Primitive.PE_Frame: self._frame,
            Primitive.PE_FrameFocusRect: self._focus,
            Primitive.PE_PanelButtonCommand: self._button,
            Primitive.PE_IndicatorCheckBox: self._check_box,
            Primitive.PE_IndicatorRadioButton: self._radio,
            Primitive.PE_IndicatorTabClose: self._close_mark,
        }

    def polish(self, target: object) -> None:
        """Lets text fields show the round box that their frame paints behind them."""
        super().polish(target)  # type: ignore[call-overload]  # the overload that Qt called
        if isinstance(target, QPlainTextEdit | QTextEdit):
            target.viewport().setAutoFillBackground(False)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        draw = self._primitives.get(element)
        if draw is None or widget is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_TabBarTabShape:
            self._tab_shape(option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            self._scroll_bar(option, painter)
        elif control == QStyle.ComplexControl.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            self._combo_box(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return _scroll_bar_part(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt may pass none

    def _edge(self, option: QStyleOption, widget: QWidget) -> tuple[QColor, float]:
        problem = widget.property("problem")
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) or widget.hasFocus()
        if problem:
            return self.theme.color(problem), 2.0 if focused else 1.5
        return (self.theme.color("accent"), 2.0) if focused else (self.theme.color("edge"), 1.0)

    def _field(self, option: QStyleOption, painter: QPainter, widget: QWidget) -> None:
        if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
            edge, width = self._edge(option, widget)
            rounded(painter, option.rect, self.theme.color("field"), edge, width, FIELD_RADIUS)

    def _nothing(self, option: QStyleOption, painter: QPainter, _widget: QWidget) -> None:
        """The panel has drawn the frame already."""

    def _frame(self, option: QStyleOption, painter: QPainter, widget: QWidget) -> None:
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            edge, width = self._edge(option, widget)
            rounded(painter, option.rect, self.theme.color("field"), edge, width, FIELD_RADIUS)
        elif isinstance(widget, QAbstractScrollArea):
            rounded(painter, option.rect, CLEAR, self.theme.color("border"), 1, FIELD_RADIUS)
        else:
            super().drawPrimitive(Primitive.PE_Frame, option, painter, widget)

    def _focus(self, option: QStyleOption, painter: QPainter, _widget: QWidget) -> None:
        rounded(painter, option.rect, CLEAR, self.theme.color("accent"), 2, FIELD_RADIUS)

    def _button(self, option: QStyleOption, painter: QPainter, _widget: QWidget) -> None:
        state = option.state
        down = bool(state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On))
        hover = bool(state & QStyle.StateFlag.State_MouseOver) and bool(
            state & QStyle.StateFlag.State_Enabled
        )
        fill = self.theme.color("hover" if down or hover else "card")
        edge, width = self.theme.color("border"), 1.0
        if state & QStyle.StateFlag.State_HasFocus:
            edge, width = self.theme.color("accent"), 2.0
        rounded(painter, option.rect, fill, edge, width, FIELD_RADIUS)

    def _check_box(self, option: QStyleOption, painter: QPainter, _widget: QWidget) -> None:
        on = bool(option.state & QStyle.StateFlag.State_On)
        check_box(painter, option.rect, self.theme, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _radio(self, option: QStyleOption, painter: QPainter, _widget: QWidget) -> None:
        on = bool(option.state & QStyle.StateFlag.State_On)
        box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        fill, edge = ("accent", "accent") if on else ("field", "edge")
        rounded(painter, box, self.theme.color(fill), self.theme.color(edge), 1.2, box.width() / 2)
        if on:
            dot = box.adjusted(*(box.width() * part for part in (0.32, 0.32, -0.32, -0.32)))
            rounded(painter, dot, self.theme.color("accent_text"), CLEAR, 0, dot.width() / 2)

    def _tab_shape(self, option: QStyleOption, painter: QPainter) -> None:
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.color("page"))
            painter.fillRect(rect.x(), rect.bottom() - 1, rect.width(), 2, self.theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), self.theme.color("hover"))
        painter.fillRect(rect.right(), rect.y() + 7, 1, rect.height() - 14, self.theme.color("border"))

    def _close_mark(self, option: QStyleOption, painter: QPainter, _widget: QWidget) -> None:
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if over:
            rounded(painter, option.rect, self.theme.color("border"), CLEAR, 0, 3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.theme.color("ink" if over else "quiet"), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        centre = QRectF(option.rect).center()
        for end in (QPointF(3, 3), QPointF(3, -3)):
            painter.drawLine(centre - end, centre + end)
        painter.restore()

    def _combo_box(self, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
        if widget is None:
            return
        edge, width = self._edge(option, widget)
        rounded(painter, option.rect, self.theme.color("field"), edge, width, FIELD_RADIUS)
        arrow = super().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, SubControl.SC_ComboBoxArrow, widget
        )
        chevron(painter, arrow, self.theme.color("quiet"))

    def _scroll_bar(self, option: QStyleOptionSlider, painter: QPainter) -> None:
        if option.minimum >= option.maximum:
            return
        handle = QRectF(_scroll_bar_part(option, SubControl.SC_ScrollBarSlider))
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        inset = 3.0 if hover else 4.0
        if option.orientation == Qt.Orientation.Horizontal:
            handle.adjust(2, inset, -2, -inset)
        else:
            handle.adjust(inset, 2, -inset, -2)
        color = self.theme.color("handle_hover" if hover else "handle")
        rounded(painter, handle, color, color, 0, min(handle.width(), handle.height()) / 2)


def _scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A bar without arrow buttons: groove, handle, and the pages on either side of it."""
    rect: QRect = option.rect
    flat = option.orientation == Qt.Orientation.Horizontal
    length = rect.width() if flat else rect.height()
    start, size = _handle_span(option, length)
    spans = {
        SubControl.SC_ScrollBarGroove: (0, length),
        SubControl.SC_ScrollBarSlider: (start, size),
        SubControl.SC_ScrollBarSubPage: (0, start),
        SubControl.SC_ScrollBarAddPage: (start + size, length - start - size),
    }
    if part not in spans:
        return QRect()
    begin, extent = spans[part]
    if flat:
        return QRect(rect.x() + begin, rect.y(), extent, rect.height())
    return QRect(rect.x(), rect.y() + begin, rect.width(), extent)


def _handle_span(option: QStyleOptionSlider, length: int) -> tuple[int, int]:
    span = option.maximum - option.minimum
    if span <= 0:
        return 0, length
    size = max(SHORTEST_HANDLE, length * option.pageStep // (span + option.pageStep))
    size = min(size, length)
    start = QStyle.sliderPositionFromValue(
        option.minimum,
        option.maximum,
        option.sliderPosition,
        length - size,
        option.upsideDown,
    )
    return start, size
