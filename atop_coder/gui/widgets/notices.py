"""Notices above the work, which need no dialog."""

from collections.abc import Hashable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from atop_coder.gui.widgets.cards import MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.taborder import tab_after
from atop_coder.gui.widgets.theme import Theme

CLOSE = ("Close",)


class Notice(MessageBar):
    """One of them; `about` is what it is about, and an offer is one that waits for an answer.

    A pair as `about` is a word and the sheet that the notice belongs to.
    """

    def __init__(
        self,
        state: State,
        text: str,
        theme: Theme,
        buttons: tuple[str, ...],
        about: Hashable,
        parent: QWidget,
    ) -> None:
        super().__init__(state, text, theme, buttons, parent)
        self.about = about
        self.sheet = about[1] if isinstance(about, tuple) else None
        self.is_offer = buttons not in ((), CLOSE)


class Notices(QWidget):
    """Says something, or asks it, above the form; nobody has to answer before going on.

    One is seen at a time, the newest. An offer that another notice covers waits, and is seen again when that
    is gone; so does one about a sheet while another sheet is shown. `left` says that the person has answered
    one in which the focus was. Tab comes to the notice behind `tab_anchor`.
    """

    left = Signal()

    PASSING = 6000  # milliseconds that a passing notice stays

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tab_anchor: QWidget = self
        self._queue: list[Notice] = []
        self._sheet: Hashable = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        self._passing = QTimer(self, singleShot=True, interval=self.PASSING)
        self._passing.timeout.connect(self._pass)
        self.hide()

    @property
    def bar(self) -> Notice | None:
        """The notice that is seen."""
        mine = (one for one in reversed(self._queue) if one.sheet in (None, self._sheet))
        return next(mine, None)

    def show_for(self, sheet: Hashable) -> None:
        """Another sheet is shown now: what is said of others waits until they are."""
        self._sheet = sheet
        self._show_newest()

    def say(
        self,
        state: State,
        text: str,
        buttons: tuple[str, ...] = CLOSE,
        passing: bool = False,
        about: Hashable = None,
    ) -> Notice:
        """Puts up a notice; any of its buttons takes it away, as does a later one about the same thing."""
        if about is not None:
            self.withdraw(about)
        if self.bar is not None and not self.bar.is_offer:
            self.drop(self.bar)
        notice = Notice(state, text, self.theme, buttons, about, self)
        notice.acted.connect(lambda _button: self.drop(notice))
        self.column.addWidget(notice)
        self._queue.append(notice)
        tab_after(self.tab_anchor, notice)
        self._show_newest()
        if passing:
            self._passing.start()
        return notice

    def _show_newest(self) -> None:
        self._passing.stop()
        for notice in self._queue:
            notice.setVisible(notice is self.bar)
        self.setVisible(self.bar is not None)

    def _pass(self) -> None:
        if self.bar is not None:
            self.drop(self.bar)

    def holds(self, notice: Notice) -> bool:
        """Whether a notice is seen, or waits."""
        return notice in self._queue

    def drop(self, notice: Notice) -> None:
        """Takes a notice away, if it is still there."""
        if self.holds(notice):
            focus = QApplication.focusWidget()
            had_focus = focus is not None and notice.isAncestorOf(focus)
            self._queue.remove(notice)
            notice.hide()
            notice.deleteLater()
            self._show_newest()
            if had_focus:
                self.left.emit()

    def withdraw(self, about: Hashable) -> None:
        """Takes away what was said about a thing that is settled or gone."""
        for notice in [one for one in self._queue if one.about == about]:
            self.drop(notice)

    def clear(self) -> None:
        """Takes all away."""
        for notice in list(self._queue):
            self.drop(notice)
