"""The text that was read as one page of plain text, the part of the current question on a soft ground."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from atop_coder.gui.sidebar.source.source import Passage, TextPart
from atop_coder.gui.widgets.row_list import ENTER
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.theme import Role, Theme

RADIUS = 7.0
LINE_HEIGHT = 118  # per cent
LONGEST_GLIDE = 0.28  # of the view: a part that is shown stands this far below its top


class SourceView(QTextEdit):
    """Read only; Return or a double click asks for the question that the cursor stands in."""

    asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._passages: tuple[Passage, ...] = ()
        self._question: int | None = None
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keys = Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(keys)
        self.setAccessibleName("Original text of the sheet")
        self.setAccessibleDescription("Return goes to the question in which the cursor stands.")
        self.document().setDocumentMargin(0)
        self._respace()
        theme.follow(self._restyle, at_once=False)

    def _respace(self) -> None:
        px = self.theme.px
        self.setViewportMargins(px(8), px(2), px(4), px(2))

    def _restyle(self) -> None:
        self._respace()
        question = self._question
        self.show_passages(self._passages)
        self.show_question(question)

    def show_passages(self, passages: Sequence[Passage]) -> None:
        """Shows this text from its beginning."""
        self._passages, self._question = tuple(passages), None
        self.clear()
        self.document().setDefaultFont(self.theme.font(Role.BODY))
        formats = {part: self._format(part) for part in TextPart}
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for place, passage in enumerate(self._passages):
            self._write(cursor, place, formats)
            for text, part in passage.runs:
                cursor.insertText(text, formats[part])
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, place: int, formats: dict[TextPart, QTextCharFormat]) -> None:
        """Begins the paragraph of a passage, further away from the one above if another question begins."""
        shape = QTextBlockFormat()
        shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        other = place == 0 or self._passages[place].question != self._passages[place - 1].question
        shape.setTopMargin(self.theme.px(18 if other else 5))
        shape.setLeftMargin(self.theme.px(10))
        shape.setRightMargin(self.theme.px(10))
        kind = formats[self._passages[place].runs[0][1]]
        if place:
            cursor.insertBlock(shape, kind)
        else:
            cursor.setBlockFormat(shape)

    def _format(self, part: TextPart) -> QTextCharFormat:
        form = QTextCharFormat()
        colors = {
            TextPart.PROMPT: "quiet",
            TextPart.ANSWER: "ink",
            TextPart.FURNITURE: "quiet",
            TextPart.UNPLACED: "warning",
        }
        form.setForeground(self.theme.color(colors[part]))
        form.setFont(self.theme.font(Role.LABEL if part == TextPart.FURNITURE else Role.BODY))
        if part == TextPart.UNPLACED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        return form

    def show_question(self, number: int | None) -> None:
        """Marks the part of that question, and scrolls to it if it is out of sight."""
        self._question = number
        box = self._box()
        if box is not None:
            self._scroll_to(box)
        self.viewport().update()

    def show_line(self, number: int) -> None:
        """Scrolls to a line of the source."""
        place = next((at for at, one in enumerate(self._passages) if one.first <= number <= one.last), None)
        if place is not None:
            self._scroll_to(self._block_box(place))

    def _scroll_to(self, box: QRectF) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if box.top() < bar.value() or box.bottom() > bar.value() + height:
            lead = min(height * LONGEST_GLIDE, max(0.0, height - box.height()))
            bar.setValue(round(box.top() - lead / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        box = self._box()
        now, before = event.size(), event.oldSize()
        if box is not None and (now.width() != before.width() or now.height() < before.height()):
            self._scroll_to(box)

    @property
    def marked(self) -> tuple[Passage, ...]:
        """The passages of the current question."""
        return tuple(one for one in self._passages if one.question == self._question and one.question)

    def _box(self) -> QRectF | None:
        """The part of the current question, in the coordinates of the document."""
        places = [
            at for at, one in enumerate(self._passages) if one.question and one.question == self._question
        ]
        if not places:
            return None
        return self._block_box(places[0]).united(self._block_box(places[-1]))

    def _block_box(self, place: int) -> QRectF:
        block = self.document().findBlockByNumber(place)
        box = self.document().documentLayout().blockBoundingRect(block)
        top = block.blockFormat().topMargin()
        at_top = place == 0
        return box.adjusted(0, top if at_top else 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self._box()
        if box is not None:
            painter = QPainter(self.viewport())
            soft, pad = self.theme.color("accent_soft"), self.theme.px(7)
            box.translate(QPointF(0, -self.verticalScrollBar().value()))
            box = QRectF(0, box.top() - pad, self.viewport().width(), box.height() + 2 * pad)
            rounded(painter, box, soft, soft, 0, RADIUS)
            painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            rounded(painter, self.viewport().rect(), CLEAR, self.theme.color("accent"), 2, RADIUS)
            painter.end()

    def _ask(self, cursor: QTextCursor) -> None:
        passage = self._passages[cursor.blockNumber()] if self._passages else None
        if passage is not None and passage.question is not None:
            self.asked.emit(passage.question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers():
            self._ask(self.textCursor())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._ask(self.cursorForPosition(event.position().toPoint()))
