"""What a crash left behind, offered above the window's work: take it, look at it, or set it aside."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.checks.words import capital
from atop_coder.compare.sheets import questions_in_words
from atop_coder.files.recovery import Fit, Left
from atop_coder.gui.widgets.cards import MessageBar
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.session.time_format import when_words
from atop_coder.session.titles import sheet_name

TAKE, LOOK, COMPARE, ASIDE = "Restore", "Preview", "Compare", "Discard"
BUTTONS = {
    Fit.SAME: (TAKE, LOOK, ASIDE),
    Fit.CHANGED: (COMPARE, ASIDE),
    Fit.GONE: (TAKE, LOOK, ASIDE),
    Fit.UNNAMED: (TAKE, LOOK, ASIDE),
    Fit.DAMAGED: (ASIDE,),
}
MAX_BARS = 3  # more bars at once leave no room for the work


def left_words(left: Left, fit: Fit) -> str:
    """Which sheet, when, what was changed, and what became of the file."""
    when = when_words(left.when)
    if fit == Fit.DAMAGED:
        return f"A recovery journal from {_plain(when)} cannot be read. Discarded, it is kept as it is."
    name = sheet_name(left.sheet, left.path)
    many = len(left.lost) > 1
    what = questions_in_words(left.lost)
    changed = f"{capital(what)} {'were' if many else 'was'} changed and not saved."
    if fit == Fit.UNNAMED:
        name = "A new sheet" if left.sheet.atop_id is None else name
        return f"{name} was never saved when the program ended {when}. {changed}"
    file = left.path.name if left.path else ""
    about = name if name == file else f"{name} ({file})"
    after = {
        Fit.GONE: f" The file is not in {left.path.parent if left.path else ''} any more.",
        Fit.CHANGED: " The file was changed since then: see both.",
    }
    return f"The program ended {when} while {about} was open. {changed}{after.get(fit, '')}"


def _plain(when: str) -> str:
    return when.removeprefix("on ")


class RecoveryBar(MessageBar):
    """One journal that was left behind."""

    def __init__(self, left: Left, fit: Fit, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(State.WARNING, left_words(left, fit), theme, BUTTONS[fit], parent)
        self.journal = left


class RecoveryArea(QWidget):
    """The bars, the oldest first; `acted(left, button)` says what a person wants done."""

    acted = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.bars: list[RecoveryBar] = []
        self.column = QVBoxLayout(self)
        theme.follow(self._respace)
        self.hide()

    def _respace(self) -> None:
        self.theme.space(self.column, 6, (18, 8, 18, 8))

    def offer(self, found: Iterable[tuple[Left, Fit]]) -> None:
        """Puts these up, as many at once as there is room for."""
        for left, fit in found:
            bar = RecoveryBar(left, fit, self.theme, self)
            bar.acted.connect(lambda button, left=left: self.acted.emit(left, button))
            self.bars.append(bar)
            self.column.addWidget(bar)
        self._show_some()

    def drop(self, left: Left) -> None:
        """That journal is dealt with."""
        for bar in [bar for bar in self.bars if bar.journal is left]:
            self.bars.remove(bar)
            bar.hide()
            bar.deleteLater()
        self._show_some()

    def _show_some(self) -> None:
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < MAX_BARS)
        self.setVisible(bool(self.bars))
