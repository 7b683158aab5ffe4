"""A panel that keeps up with its document, and does no work while nobody looks at it."""

from PySide6.QtCore import QTimer, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.panel import Panel
from atop_coder.gui.widgets.theme import Theme

REFRESH_AFTER = 80  # milliseconds: changes in a row, such as typing, are shown together


class LivePanel(Panel):
    """Calls `refresh` when one of the document's signals came that it follows, at once for another document.

    While the panel is hidden it only notes that it is out of date, and catches up when it is shown.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._stale = True
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._timer.timeout.connect(self.catch_up)

    def followed(self, document: Document) -> tuple[SignalInstance, ...]:
        """The signals after which the panel is out of date."""
        return (document.edit_applied,)

    def refresh(self) -> None:
        """Shows the document as it is now, or nothing."""

    def set_document(self, document: Document | None) -> None:
        for old, new in ((self.document, False), (document, True)):
            for signal in self.followed(old) if old else ():
                (signal.connect if new else signal.disconnect)(self.refresh_later)
        super().set_document(document)
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def refresh_later(self) -> None:
        """The document changed: shown as soon as it stays as it is for a moment."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def catch_up(self) -> None:
        """Shows what came since the last time; nothing to do if nothing did."""
        if self._stale:
            self._stale = False
            self._timer.stop()
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
