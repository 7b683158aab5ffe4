"""What is shown while files are read: progress with Cancel, and a place to type a password."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from atop_coder.gui.session.opening import Opener
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.gui.window.main_window import MainWindow

if TYPE_CHECKING:
    from atop_coder.gui.window.opening_bars import PasswordBar, ReadingBar

SHOW_AFTER = 400  # milliseconds: what is read in less needs no bar
LEFT = "{name} was not opened: it opens only with its password."
CANCELLED = "{name} was not opened: you cancelled the reading."


class ReadingController(QObject):
    """Follows the opener. A bar is made when first needed: most sheets are read at once, unprotected."""

    def __init__(self, opener: Opener, notices: Notices, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self.opener, self.notices, self.theme, self.window = opener, notices, theme, window
        self.shown: ReadingBar | None = None
        self.asked: PasswordBar | None = None
        self.being_read: Path | None = None
        self.protected: list[tuple[Path, bool]] = []
        self.long = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self.long.timeout.connect(self._show)
        opener.began.connect(self._began)
        opener.progressed.connect(self._goes_on)
        opener.done.connect(self._ended)
        opener.protected.connect(self._password_wanted)
        opener.cancelled.connect(self._cancelled)

    # progress

    @property
    def reading_bar(self) -> "ReadingBar":
        from atop_coder.gui.window.opening_bars import ReadingBar

        if self.shown is None:
            self.shown = ReadingBar(self.theme)
            self.shown.cancel_wanted.connect(self.cancel)
            self.window.put_above(self.shown)
        return self.shown

    def _began(self, path: Path) -> None:
        self.being_read = path
        if self.shown is not None:
            self.shown.begin(path)
        if self.shown is None or not self.shown.isVisible():
            self.long.start()

    def _show(self) -> None:
        if self.being_read is not None:
            self.reading_bar.begin(self.being_read)
            self.reading_bar.show()

    def _goes_on(self, _path: Path, share: float) -> None:
        if self.shown is not None:
            self.shown.tell(share)

    def _ended(self) -> None:
        self.being_read = None
        self.long.stop()
        if self.shown is not None:
            self.shown.hide()

    def cancel(self) -> None:
        """Leaves the files that are being read; those that are open stay."""
        self.opener.cancel()
        self._ended()

    def _cancelled(self, path: Path) -> None:
        self.notices.say(State.NOTE, CANCELLED.format(name=path.name))

    # passwords

    @property
    def password_bar(self) -> "PasswordBar":
        from atop_coder.gui.window.opening_bars import PasswordBar

        if self.asked is None:
            self.asked = PasswordBar(self.theme)
            self.asked.given.connect(self._open_with)
            self.asked.left.connect(self._not_given)
            self.window.put_above(self.asked)
        return self.asked

    def _password_wanted(self, path: Path, wrong: bool) -> None:
        """Asks for one after the other; a wrong one is asked for again before the next file's."""
        place = 0 if wrong else len(self.protected)
        self.protected.insert(place, (path, wrong))
        self._ask_next()

    def _ask_next(self) -> None:
        if self.protected and not self.password_bar.isVisible():
            self.password_bar.ask(*self.protected.pop(0))

    def _open_with(self, path: Path, password: str) -> None:
        self.opener.open([path], password)
        QTimer.singleShot(0, self, self._ask_next)

    def _not_given(self, path: Path) -> None:
        self.opener.prints.pop(path, None)
        self.notices.say(State.NOTE, LEFT.format(name=path.name))
        self._ask_next()
