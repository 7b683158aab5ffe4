"""The field for a description: plain text in paragraphs, that grows with what is in it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from atop_coder.gui.editors.pasted import has_joined, join_wrapped_lines, plain_breaks
from atop_coder.gui.widgets.clipboard import text_of
from atop_coder.gui.widgets.line import is_led_here, is_undo
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.gui.widgets.typed_steps import Change, TypedSteps, change_between
from atop_coder.gui.widgets.window_keys import wants_window_key

LOWEST = 40  # pixels at 100 %


class Description(QTextEdit):
    """A text of paragraphs, each a block with air under it; `on_typed()` is called at each change of words.

    Before a change that begins a step of undo `on_step()` is called, while `details()` are still those before
    it. They give the words with one line break between paragraphs; `Answer` tidies them. The field keeps no
    undo of its own, takes no formatting from what is pasted, and lets Tab go on. `on_joined(text, joined)`
    tells of a pasted text whose lines were joined.
    """

    def __init__(
        self,
        theme: Theme,
        on_typed: Callable[[], None],
        on_step: Callable[[], None] = lambda: None,
        on_joined: Callable[[str, str], None] = lambda _text, _joined: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._on_typed, self._on_step, self._on_joined = theme, on_typed, on_step, on_joined
        self._words = ""
        self._steps = TypedSteps()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # all of it is seen
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._height = theme.px(LOWEST)
        self.restyle()
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def details(self) -> str:
        """The words as they stand, line breaks and no-break spaces kept."""
        return self._words

    def _now(self) -> str:
        raw: str = self.document().toRawText()  # toPlainText would lose the no-break spaces
        return plain_breaks(raw)

    def _changed(self) -> None:
        now = self._now()
        if now == self._words:  # it looks otherwise, and says the same
            return
        if self._steps.begins(self._words, now, self.textCursor().position()):
            self._on_step()
        self._words = now
        self._on_typed()

    def show_details(self, details: str) -> None:
        """Shows these paragraphs; the cursor is where they differ from those before."""
        self._put(change_between(self._words, details.replace("\n\n", "\n")))
        self._steps.forget()

    def _put(self, change: Change) -> None:
        """Makes a change in the text, and puts the cursor behind it."""
        start = _units(self._words[: change.start])
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(start + _units(change.removed), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.added)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def insert_words(self, words: str) -> None:
        """Puts words where the cursor is, as a person's pasting does."""
        self.textCursor().insertText(words)

    def change_back(self, joined: str, text: str) -> None:
        """Puts a text there as it was pasted, where it still stands with its lines joined."""
        start = self._words.rfind(joined)
        if start >= 0:
            self._put(Change(start, joined, text))

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
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Takes plain text alone; lines that a page had wrapped become one paragraph again."""
        text = plain_breaks(text_of(source))
        joined = join_wrapped_lines(text, QFontMetricsF(self.font()).horizontalAdvance)
        self.textCursor().insertText(joined)
        self.ensureCursorVisible()
        if has_joined(text, joined):
            self._on_joined(text, joined)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if is_led_here(event) and not self.textCursor().hasSelection():  # which is what was found
            self.moveCursor(QTextCursor.MoveOperation.End)

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


def _units(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
