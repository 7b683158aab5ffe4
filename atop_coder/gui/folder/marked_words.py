"""An answer's words in a box, those marked that another answer has not."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from atop_coder.gui.folder.change_words import Spans, whole
from atop_coder.gui.sides import BLANK_WORDS, SideBox
from atop_coder.gui.theme import Role, Theme

LINE_END = "\u2028"  # what ends a line within a text layout


class MarkedWords(QWidget):
    """Plain text that wraps; `spans` (start and end in the text) stand bold on a tint."""

    def __init__(
        self, text: str, spans: Spans, theme: Theme, ink: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.text, self.spans, self.ink = theme, text, spans, ink
        self._laid: tuple[int, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._laid = None
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width).boundingRect().height()) + 1

    def sizeHint(self) -> QSize:
        width = self.theme.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 1)

    def _layout(self, width: int) -> QTextLayout:
        if self._laid is None or self._laid[0] != width:
            self._laid = width, self._lay_out(max(1, width))
        return self._laid[1]

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text.replace("\n", LINE_END), self.theme.font(Role.BODY))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(start, end) for start, end in self.spans])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def _mark(self, start: int, end: int) -> QTextLayout.FormatRange:
        part = QTextLayout.FormatRange()
        part.start, part.length = _units(self.text[:start]), _units(self.text[start:end])
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setBackground(self.theme.color("warning_soft"))
        look.setForeground(self.theme.color("ink"))
        part.format = look
        return part

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.theme.color(self.ink))
        self._layout(self.width()).draw(painter, QPointF(0, 0))
        painter.end()


def _units(text: str) -> int:
    """The length as Qt counts it: signs beyond the first 65,536 are two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


class MarkedBox(SideBox):
    """An answer under the name of the side it comes from, with the words marked that the other has not."""

    def __init__(
        self, name: str, words: Sequence[str], spans: Spans, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, (), (), theme, parent=parent)
        self.words = tuple(words)
        ink = "quiet" if self.words == (BLANK_WORDS,) else "ink"
        self.marked = MarkedWords(whole(words), spans, theme, ink, self)
        self.column.insertWidget(1, self.marked)
        self._show_taken()
