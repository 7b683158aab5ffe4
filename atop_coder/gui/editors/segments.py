"""The row of answers to choose from: one stop for Tab, arrow keys inside."""

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from atop_coder.gui.widgets.buttons import Segment
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.theme import Theme

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class SegmentRow(FlowRow):
    """Segments by key; `on_pick(key)` is called when a person clicks one or presses its key.

    `several` can count at once, or one. Arrow keys, Home and End move between the segments and choose
    nothing; Space and Enter choose.
    """

    def __init__(
        self,
        theme: Theme,
        on_pick: Callable[[str], None],
        parent: QWidget | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(theme, parent)
        self.several = several
        self.segments: dict[str, Segment] = {}
        self._on_pick = on_pick
        self._leading = 0

    def add_segment(self, key: str, text: str) -> Segment:
        segment = Segment(key, text, self.theme, self._on_pick, self._move, self, self.several)
        self.insert(self._leading + len(self.segments), segment)
        self.segments[key] = segment
        self._set_stop()
        return segment

    def lead(self, widget: QWidget) -> None:
        """Puts a widget before the segments."""
        self.insert(self._leading, widget)
        self._leading += 1

    def show_chosen(self, keys: Collection[str]) -> None:
        """Shows these as chosen and no others."""
        for key, segment in self.segments.items():
            segment.show_chosen(key in keys)
        self._set_stop()

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, segment in self.segments.items() if segment.isChecked())

    @property
    def stop(self) -> Segment:
        """The segment that Tab comes to: the first chosen one, or the first."""
        shown = self._reachable()
        return next((segment for segment in shown if segment.isChecked()), shown[0])

    def _move(self, segment: Segment, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        shown = self._reachable()
        key = Qt.Key(event.key())
        if key in STEPS:
            place = (shown.index(segment) + STEPS[key]) % len(shown)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if key == Qt.Key.Key_Home else -1
        else:
            return False
        shown[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _reachable(self) -> list[Segment]:
        return [segment for segment in self.segments.values() if not segment.isHidden()]

    def _set_stop(self) -> None:
        if not self._reachable():
            return
        stop = self.stop
        for segment in self.segments.values():
            wanted = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            if segment.focusPolicy() != wanted:
                segment.setFocusPolicy(wanted)
