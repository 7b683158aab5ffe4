"""Who gets how much of the window's width: the form what it needs to be read, the sides what is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from atop_coder.gui.widgets.theme import Theme

OUTLINE, PANELS = "outline", "panels"
FORM = 470  # pixels at 100 % that the form needs for prompts and buttons to be read
USUAL = {OUTLINE: 282, PANELS: 350}
FULL_WIDTH = 4000  # a side never wants more, whatever the settings say


class SplitterLayout(QObject):
    """Shows the sides that are wanted and fit; where both do not, the one that was asked for last.

    Widths are kept in pixels at 100 %, so that they grow and shrink with the zoom. `fitted` follows each
    change of what is shown.
    """

    fitted = Signal()

    def __init__(
        self,
        splitter: QSplitter,
        areas: dict[str, QWidget],
        least: dict[str, Callable[[], int]],
        theme: Theme,
    ) -> None:
        super().__init__(splitter)
        self.splitter, self.areas, self.least, self.theme = splitter, areas, least, theme
        self.wanted = dict.fromkeys(areas, True)
        self.widths = dict(USUAL)
        self._last = OUTLINE
        self._asked = False
        self._room = 0
        splitter.splitterMoved.connect(self._keep_widths)

    def want(self, side: str, on: bool) -> None:
        """A person wants that side to be seen, or not."""
        self.wanted[side] = on
        if on:
            self._last, self._asked = side, True
        self.fit(self._room)

    def fit(self, room: int) -> None:
        """Divides that many pixels anew."""
        self._room = room
        if room <= 0:
            return
        shown = self._fitting(room)
        for side, area in self.areas.items():
            area.setMinimumWidth(min(self.least[side](), room // 2))
            area.setVisible(side in shown)
        self._divide(room, shown)
        self.fitted.emit()

    def shows(self, side: str) -> bool:
        return not self.areas[side].isHidden()

    def _fitting(self, room: int) -> list[str]:
        left = room - self.theme.px(FORM)
        shown = []
        for side in sorted(self.areas, key=lambda side: side != self._last):
            if self.wanted[side] and (self.least[side]() <= left or (side == self._last and self._asked)):
                shown.append(side)
                left -= self.least[side]()
        return shown

    def _divide(self, room: int, shown: list[str]) -> None:
        spare = room - self.theme.px(FORM) - sum(self.least[side]() for side in shown)
        sizes = {}
        for side in shown:
            more = max(0, min(self.theme.px(self.widths[side]) - self.least[side](), spare))
            sizes[side] = self.least[side]() + more
            spare -= more
        outline, panels = sizes.get(OUTLINE, 0), sizes.get(PANELS, 0)
        self.splitter.setSizes([outline, max(1, room - outline - panels), panels])

    def _keep_widths(self) -> None:
        outline, _, panels = self.splitter.sizes()
        unit = self.theme.px(100) / 100
        for side, width in ((OUTLINE, outline), (PANELS, panels)):
            if self.shows(side):
                self.widths[side] = round(width / unit)

    def take_widths(self, outline: int, panels: int) -> None:
        """Takes the widths of another day; what cannot be is passed over."""
        for side, width in ((OUTLINE, outline), (PANELS, panels)):
            if 0 < width < FULL_WIDTH:
                self.widths[side] = width
