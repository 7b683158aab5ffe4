"""A line that suggests what may be meant: arrow keys and Enter take a suggestion, Tab never does."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QWidget

from atop_coder.gui.widgets.buttons import ENTER
from atop_coder.gui.widgets.clipboard import copied_text
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.suggestion_list import DATA, Suggestion, SuggestionList
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.widgets.window_keys import is_key_of_window, key_words, trigger_by_key

Suggest = Callable[[str], Sequence[Suggestion]]
SHOWN_AT_ONCE = 10


class SuggestField(LineField):
    """Shows `suggest(text)` under the line while a person types.

    `on_taken(data)` is called with the suggestion that was clicked or chosen by Enter, `on_entered(text)`
    with the line's own text on Enter without one and when the field is left, `on_pasted(text)` with lists.
    A line that holds `several` keeps its text when a suggestion is taken: whoever takes it puts it in.
    """

    several = False

    def __init__(
        self,
        theme: Theme,
        suggest: Suggest,
        on_taken: Callable[[object], None],
        on_entered: Callable[[str], None],
        on_pasted: Callable[[str], None],
        width: int = 300,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, width, parent)
        self._suggest, self._on_taken, self._on_entered, self._on_pasted = (
            suggest,
            on_taken,
            on_entered,
            on_pasted,
        )
        self._completer: QCompleter | None = None
        self._popup: SuggestionList | None = None
        self.textEdited.connect(self.offer)
        self.editingFinished.connect(self._finish)

    @property
    def popup_shown(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def offer(self, text: str) -> None:
        """Shows what is suggested for a text, or hides the list if that is nothing."""
        found = self._suggest(text) if text.strip() else ()
        if not found:
            self.hide_popup()
            return
        completer = self._completer = self._completer or self._make_completer()
        if self._popup:
            self._popup.fill(found)
            width = max(self.width(), self._popup.widest + self.theme.px(16))
            completer.complete(QRect(0, 0, width, self.height()))

    def hide_popup(self) -> None:
        if self._popup:
            self._popup.hide()

    def finish(self) -> None:
        """Takes the line's own text, as leaving the field does."""
        self.hide_popup()
        self._finish()

    def _make_completer(self) -> QCompleter:
        popup = self._popup = SuggestionList(self.theme)
        completer = QCompleter(popup.items, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(SHOWN_AT_ONCE)
        completer.setWidget(self)  # not setCompleter: the line's text is not to be replaced by the suggestion
        completer.setPopup(popup)  # asks for the keys first, so that our own filter comes before it
        popup.paint_by_theme()
        popup.clicked.connect(self._take)
        popup.installEventFilter(self)
        return completer

    def _take(self, index: QModelIndex) -> None:
        data = index.data(DATA)
        self.hide_popup()
        if not self.several:
            self.clear()
        self._on_taken(data)

    def _finish(self) -> None:
        if self.text().strip() and not self.popup_shown:
            self._on_entered(self.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the open list, Enter takes what is marked; Tab closes the list, takes nothing and goes on.

        The list keeps the window from getting its keys, such as Ctrl+S; they are passed on from here.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._popup:
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.hide_popup()
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
                return True
            if event.key() in ENTER:
                self._enter_from_list()
                return True
            if is_key_of_window(event):
                self.hide_popup()
                trigger_by_key(self.window(), key_words(event))
                return True
        return super().eventFilter(watched, event)

    def _enter_from_list(self) -> None:
        marked = self._popup.currentIndex() if self._popup else QModelIndex()
        self.hide_popup()
        if marked.isValid():
            self._take(marked)
        else:
            self._on_entered(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = copied_text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\n" in text.strip() or ";" in text:
            self._on_pasted(text)
        elif event.key() in ENTER and self.text().strip():
            self.hide_popup()
            self._on_entered(self.text())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)
