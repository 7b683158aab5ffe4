"""Where one step of undo ends and the next begins while a person types: at a word, or after a pause."""

from time import monotonic
from typing import NamedTuple

PAUSE = 2.0  # seconds after which further typing is a step of its own
TYPED, DELETED, OTHER = "typed", "deleted", "other"


class Change(NamedTuple):
    """At `start`, `removed` gave way to `added`."""

    start: int
    removed: str
    added: str

    @property
    def end(self) -> int:
        """Where the cursor is after it."""
        return self.start + len(self.added)

    @property
    def kind(self) -> str:
        if len(self.added) == 1:
            return TYPED
        return DELETED if len(self.removed) == 1 and not self.added else OTHER


def change_between(old: str, new: str, cursor: int | None = None) -> Change:
    """What makes the one text of the other, with nothing in it that both have at its edges.

    `cursor` is where it stands afterwards: of several letters that are alike it tells which one is new.
    """
    start = _shared(old, new)
    if cursor is not None:
        start = max(0, min(start, cursor - max(0, len(new) - len(old))))
    rest = _shared(old[start:][::-1], new[start:][::-1])
    return Change(start, old[start : len(old) - rest], new[start : len(new) - rest])


def _shared(one: str, other: str) -> int:
    """How many characters both texts have in common from the beginning; quick in long texts too."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.startswith(other[:middle]):
            low = middle
        else:
            high = middle - 1
    return low


class TypedSteps:
    """Told of each change of one field, says whether it begins a step of its own.

    Letters belong together up to the white space before the next word, and so do letters taken away one after
    the other; all that comes at once, as by pasting, stands alone.
    """

    def __init__(self) -> None:
        self._last: Change | None = None
        self._when = 0.0

    def forget(self) -> None:
        """What comes next begins a step."""
        self._last = None

    def begins(self, old: str, new: str, cursor: int) -> bool:
        """Whether the change with which the cursor came there is no part of the one before."""
        last, self._last = self._last, change_between(old, new, cursor)
        when, self._when = self._when, monotonic()
        if last is None or self._when - when > PAUSE:
            return True
        return not _goes_on(last, self._last, old)


def _goes_on(last: Change, change: Change, old: str) -> bool:
    if change.kind != last.kind or change.kind == OTHER or (change.added and change.removed):
        return False
    if change.kind == DELETED:
        return change.start in (last.start - 1, last.start)
    before = old[: change.start]
    new_word = change.added.isspace() and bool(before) and not before[-1].isspace()
    return change.start == last.end and not new_word
