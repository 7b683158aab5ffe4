"""The keys of the window, which a field that has the focus leaves to it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

Predicate = Callable[[str], bool]


class WindowKeys:
    """Knows by a predicate which keys are the window's; without one there are none."""

    def __init__(self) -> None:
        self.is_key: Predicate = lambda _key: False

    def use(self, is_key: Predicate) -> None:
        """From now on the keys that the predicate holds for, such as "Ctrl+S", are the window's."""
        self.is_key = is_key


WINDOW_KEYS = WindowKeys()


def wants_window_key(event: QEvent) -> bool:
    """Whether a field is asked to give up a key that is one of the window's.

    On X11 Qt's text fields keep Ctrl+E (end of the line) and others for themselves unless they refuse here.
    """
    return event.type() == QEvent.Type.ShortcutOverride and is_key_of_window(event)


def is_key_of_window(event: QEvent) -> bool:
    """Whether the key is one of the window's."""
    return WINDOW_KEYS.is_key(key_words(event))


def key_words(event: QEvent) -> str:
    """The key that was pressed, as the window names it: "Ctrl+S"."""
    return QKeySequence(event.keyCombination()).toString() if isinstance(event, QKeyEvent) else ""


def trigger_by_key(window: QWidget, key: str) -> None:
    """Does what a key of the window does, where Qt does not see to it: while a list is open above it."""
    for action in window.findChildren(QAction):
        if action.isEnabled() and key in (one.toString() for one in action.shortcuts()):
            action.trigger()
            return
