"""Text in lines for the screen, with some of its words bold on a tint."""

from math import inf

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from atop_coder.compare.texts import Spans
from atop_coder.gui.widgets.theme import Role, Theme

LINE_END = "\u2028"  # what ends a line within a text layout


def marked_layout(text: str, spans: Spans, width: int, theme: Theme, most: float = inf) -> QTextLayout:
    """The text in at `most` so many lines of that width; `spans` are start and end of what is marked."""
    layout = QTextLayout(text.replace("\n", LINE_END), theme.font(Role.BODY))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_mark(text, start, end, theme) for start, end in spans])
    layout.beginLayout()
    y = 0.0
    while layout.lineCount() < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _mark(text: str, start: int, end: int, theme: Theme) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = _units(text[:start]), _units(text[start:end])
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setBackground(theme.color("warning_soft"))
    look.setForeground(theme.color("ink"))
    part.format = look
    return part


def _units(text: str) -> int:
    """The length as Qt counts it: signs beyond the first 65,536 are two."""
    return len(text) + sum(letter > "\uffff" for letter in text)
