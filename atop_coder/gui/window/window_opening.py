"""What the window shows while files are read: progress with Cancel, and a place to type a password."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.window_base import WindowBase

if TYPE_CHECKING:
    from atop_coder.gui.window.opening_bars import PasswordBar, ReadingBar

SHOW_AFTER = 400  # milliseconds: what is read in less needs no bar
LEFT = "{name} was not opened: it opens only with its password."
CANCELLED = "{name} was not opened: you cancelled the reading."


class OpeningTasks(WindowBase):
    """The bars are made when the first is needed: most sheets are read at once and have no password."""

    _reading_bar: "ReadingBar | None" = None
    _password_bar: "PasswordBar | None" = None
    _being_read: Path | None = None

    def follow_opener(self) -> None:
        """Connects what the opener tells; called once."""
        self._protected: list[tuple[Path, bool]] = []
        self._long = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._long.timeout.connect(self._show_reading)
        self.opener.began.connect(self._reading_began)
        self.opener.progressed.connect(self._reading_goes_on)
        self.opener.done.connect(self._reading_ended)
        self.opener.protected.connect(self._password_wanted)
        self.opener.cancelled.connect(self._reading_left)

    # progress

    @property
    def reading_bar(self) -> "ReadingBar":
        from atop_coder.gui.window.opening_bars import ReadingBar

        if self._reading_bar is None:
            self._reading_bar = ReadingBar(self.theme)
            self._reading_bar.cancel_wanted.connect(self.cancel_reading)
            self._put_below_tabs(self._reading_bar)
        return self._reading_bar

    def _put_below_tabs(self, bar: QWidget) -> None:
        column = self.body.layout()
        if isinstance(column, QBoxLayout):
            column.insertWidget(column.indexOf(self.stack), bar)

    def _reading_began(self, path: Path) -> None:
        self._being_read = path
        if self._reading_bar is not None:
            self._reading_bar.begin(path)
        if self._reading_bar is None or not self._reading_bar.isVisible():
            self._long.start()

    def _show_reading(self) -> None:
        if self._being_read is not None:
            self.reading_bar.begin(self._being_read)
            self.reading_bar.show()

    def _reading_goes_on(self, _path: Path, share: float) -> None:
        if self._reading_bar is not None:
            self._reading_bar.tell(share)

    def _reading_ended(self) -> None:
        self._being_read = None
        self._long.stop()
        if self._reading_bar is not None:
            self._reading_bar.hide()

    def cancel_reading(self) -> None:
        """Leaves the files that are being read; those that are open stay."""
        self.opener.cancel()
        self._reading_ended()

    def _reading_left(self, path: Path) -> None:
        self.notices.say(State.NOTE, CANCELLED.format(name=path.name))

    # passwords

    @property
    def password_bar(self) -> "PasswordBar":
        from atop_coder.gui.window.opening_bars import PasswordBar

        if self._password_bar is None:
            self._password_bar = PasswordBar(self.theme)
            self._password_bar.given.connect(lambda path, password: self._open_with(path, password))
            self._password_bar.left.connect(self._password_not_given)
            self._put_below_tabs(self._password_bar)
        return self._password_bar

    def _password_wanted(self, path: Path, wrong: bool) -> None:
        """Asks for one after the other; a wrong one is asked for again before the next file's."""
        place = 0 if wrong else len(self._protected)
        self._protected.insert(place, (path, wrong))
        self._ask_next()

    def _ask_next(self) -> None:
        if self._protected and not self.password_bar.isVisible():
            self.password_bar.ask(*self._protected.pop(0))

    def _open_with(self, path: Path, password: str) -> None:
        self.opener.open([path], password)
        QTimer.singleShot(0, self, self._ask_next)

    def _password_not_given(self, path: Path) -> None:
        self.opener.prints.pop(path, None)
        self.notices.say(State.NOTE, LEFT.format(name=path.name))
        self._ask_next()
