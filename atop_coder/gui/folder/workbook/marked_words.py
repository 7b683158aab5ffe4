"""Two answers in boxes, side by side, with the words marked that the other has not."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from atop_coder.compare.texts import Spans, whole
from atop_coder.gui.compare.answer_pair import BLANK_WORDS, AnswerBox
from atop_coder.gui.folder.marked_text import marked_layout
from atop_coder.gui.widgets.theme import Theme

NARROW = 460  # pixels at 100 %: below that both answers stand under each other


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
        theme.follow(self._restyle, at_once=False)

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
            self._laid = width, marked_layout(self.text, self.spans, max(1, width), self.theme)
        return self._laid[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.theme.color(self.ink))
        self._layout(self.width()).draw(painter, QPointF(0, 0))
        painter.end()


class MarkedBox(AnswerBox):
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


class Pair(QWidget):
    """Two boxes side by side, or one under the other where the room is narrow."""

    def __init__(self, boxes: Iterable[QWidget], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.px(10))
        for box in boxes:
            self.row.addWidget(box, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self.theme.px(NARROW)
        importing = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self.row.direction() != importing:
            self.row.setDirection(importing)
