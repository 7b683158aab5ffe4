"""One action on many sheets of a folder, told by a notice that says how far it is and can cancel it."""

from collections.abc import Callable
from threading import Event

from atop_coder.gui.widgets.notices import Notice, Notices
from atop_coder.gui.widgets.symbols import State

RUNNING = "running"  # what its notice is about


class Running:
    """At most one goes on at a time; its notice stands in `notices` until it ends."""

    def __init__(self, notices: Notices) -> None:
        self.notices = notices
        self._stop: Event | None = None
        self._bar: Notice | None = None

    def begin(self, words: str, start: Callable[[], Event]) -> None:
        """Begins an action and says so; while one goes on, no other begins."""
        if self._stop is not None:
            return
        self._stop = stop = start()
        self._bar = self.notices.say(State.NOTE, words, ("Cancel",), about=RUNNING)
        self._bar.acted.connect(lambda _button: stop.set())

    def progress(self, done: int, total: int, what: str) -> None:
        """Says how far it is."""
        if self._bar is not None and self.notices.holds(self._bar):
            self._bar.set_message(State.NOTE, f"{done} of {total} sheets {what}…")

    def end(self) -> bool:
        """Another action may begin; returns whether this one was cancelled."""
        stop, self._stop, self._bar = self._stop, None, None
        self.notices.withdraw(RUNNING)
        return stop is not None and stop.is_set()
