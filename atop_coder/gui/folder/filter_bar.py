"""What narrows the table of sheets: words, a state, years, and how far the work is."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from atop_coder.gui.folder.columns import TIPS, Work
from atop_coder.gui.folder.model import Wanted, are_years, with_state, with_words, with_years
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.theme import Role, Theme

TYPED_AFTER = 150  # milliseconds after the last key until the table is narrowed
YEARS_HINT = "Years: 1914, 1914-1945, 1914- or -1945"


class FilterLine(QLineEdit):
    """A line as wide as what is typed into it, whatever the room; `width_at_100` in pixels.

    Escape empties it; `left` says that the person goes on to what is listed, with Return or Down.
    """

    left = Signal()

    def __init__(self, hint: str, width_at_100: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.width_at_100 = theme, width_at_100
        self.setPlaceholderText(hint)
        self.setAccessibleName(f"Filter: {hint}")
        self.setClearButtonEnabled(True)
        theme.follow(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.setFont(self.theme.font(Role.BODY))
        self.setTextMargins(px(4), px(2), px(4), px(2))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(self.width_at_100), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()


class FilterBar(QWidget):
    """`changed(wanted)` follows what is typed or pressed; `left` leads on to the table."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.words = self._line("Words in any column", 200)
        self.state = self._line("State: name or COW code", 190)
        self.years = self._line("Years, such as 1914-1945", 190)
        self.works = {work: self._chip(work) for work in Work}
        self.count = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.hint = Label(YEARS_HINT, theme, Role.SMALL, "warning", parent=self)
        self.all = Chip("Show all", theme, quiet=True, role=Role.LABEL, parent=self)
        self.all.setToolTip("Empty the filter")
        self.all.clicked.connect(self.clear)
        self._timer = QTimer(self, singleShot=True, interval=TYPED_AFTER)
        self._timer.timeout.connect(self._tell)
        self.flow = FlowRow(theme, self, gap=8)
        for widget in (self.words, self.state, self.years, *self.works.values()):
            self.flow.add(widget)
        for widget in (self.hint, self.count, self.all):
            widget.hide()
            self.flow.add(widget)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.flow)
        self.choose(Work.ALL)
        theme.follow(self._respace)

    def _line(self, hint: str, width: int) -> FilterLine:
        line = FilterLine(hint, width, self.theme, self)
        line.textChanged.connect(lambda _text: self._timer.start())
        line.left.connect(self._leave)
        return line

    def _chip(self, work: Work) -> Chip:
        chip = Chip(work, self.theme, checkable=True, role=Role.LABEL, parent=self)
        chip.setToolTip(TIPS[work])
        chip.setAccessibleDescription(TIPS[work])
        chip.clicked.connect(lambda: self._pressed(work))
        return chip

    def _respace(self) -> None:
        self.flow.rearrange()

    def _leave(self) -> None:
        self._tell()
        self.left.emit()

    def show_count(self, words: str) -> None:
        """Says how many sheets are listed, and offers to show all; "" if all are."""
        self.count.setText(words)
        for widget in (self.count, self.all):
            widget.setVisible(bool(words))
        self.flow.rearrange()

    def choose(self, work: Work) -> None:
        """Presses that button, without telling."""
        for one, chip in self.works.items():
            chip.setChecked(one == work)

    @property
    def work(self) -> Work:
        return next((work for work, chip in self.works.items() if chip.isChecked()), Work.ALL)

    def _pressed(self, work: Work) -> None:
        self.choose(work)
        self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        wanted = with_words(Wanted(work=self.work), self.words.text())
        wanted = with_years(with_state(wanted, self.state.text()), self.years.text())
        self.hint.setVisible(not are_years(self.years.text()))
        self.flow.rearrange()
        self.changed.emit(wanted)

    def clear(self) -> None:
        """Shows all sheets again."""
        for line in (self.words, self.state, self.years):
            line.clear()
        self._pressed(Work.ALL)
