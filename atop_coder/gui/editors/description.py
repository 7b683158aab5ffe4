"""The field for a description: plain text in paragraphs, that grows with what is in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from atop_coder.gui.editors.pasted import join_wrapped_lines
from atop_coder.gui.widgets.line import is_undo
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.gui.widgets.window_keys import wants_window_key

LOWEST = 40  # pixels at 100 %


class Description(QTextEdit):
    """A text of paragraphs, each a block with air under it; `on_typed()` is called at each change.

    `details()` gives the words with one line break between paragraphs; `Answer` tidies them. It keeps no
    undo of its own, takes no formatting from what is pasted, and lets Tab go on.
    """

    def __init__(self, theme: Theme, on_typed: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # all of it is seen
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._height = theme.px(LOWEST)
        self.restyle()
        self.textChanged.connect(on_typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def details(self) -> str:
        """The words as they stand, line breaks and no-break spaces kept (toPlainText would lose these)."""
        raw: str = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def show_details(self, details: str) -> None:
        """Shows these paragraphs, from the beginning."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self._block_format())
        cursor.insertText(details.replace("\n\n", "\n"))
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def insert_words(self, words: str) -> None:
        """Puts words where the cursor is, as a person's pasting does."""
        self.textCursor().insertText(words)

    def restyle(self) -> None:
        self.setFont(self.theme.font(Role.ANSWER))
        self.document().setDocumentMargin(self.theme.px(8))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(self._block_format())
        self._fit(self.document().size())

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(400), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(120), self._height)

    def _fit(self, size: QSizeF) -> None:
        height = max(self.theme.px(LOWEST), int(size.height()) + 2 * self.frameWidth() + 1)
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _block_format(self) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setBottomMargin(self.theme.px(8))
        block.setLineHeight(116, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes plain text alone; lines that a page had wrapped become one paragraph again."""
        if source.hasText():
            self.textCursor().insertText(join_wrapped_lines(source.text()))
            self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        if wants_window_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the page: the field shows all of its text."""
        event.ignore()
