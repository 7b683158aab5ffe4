"""A field for one date, typed in any usual way, with what it was read as."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.checks.words import capital
from atop_coder.errors import AtopError
from atop_coder.gui.session.editor_context import ASK, DAY_FIRST, MONTH_FIRST
from atop_coder.gui.widgets.buttons import OfferButton
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.field_with_note import FieldWithNote
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.taborder import tab_after
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import PartialDate, parse_date
from atop_coder.sheet.dates import day_first

LIKE = "July 12, 1941 or 1941"
EITHER = "“{text}” can be two dates: choose the one that is meant."


class DateRead(NamedTuple):
    """The date that a text says, or why it says none; `either` are the two that it can mean."""

    date: PartialDate | None = None
    reason: str = ""
    either: tuple[PartialDate, ...] = ()


def read_date(text: str, order: str = ASK) -> DateRead:
    """What the text says; `order` is for dates such as 3/4/1936, as in `EditorContext`."""
    if not text.strip():
        return DateRead()
    try:
        date = parse_date(text)
    except ValueError as error:
        return DateRead(reason=_refusal(text, str(error)))
    other = day_first(text)
    if other is None or order == MONTH_FIRST:
        return DateRead(date)
    if order == DAY_FIRST:
        return DateRead(other)
    return DateRead(reason=EITHER.format(text=text.strip()), either=(date, other))


def _refusal(text: str, reason: str) -> str:
    if reason.startswith("there is no"):
        return f"{capital(reason)}. Write the day that the source gives, or only the month or the year."
    return str(AtopError("date-not-read", text=text.strip()))


class DateLine(LineField):
    """The line of a date; `on_typed()` at each key, `on_left()` when the person is done with it.

    A wrong date stays as it was typed. It is marked when the field is left, and from then on at each key.
    """

    def __init__(
        self, theme: Theme, on_typed: Callable[[], None], on_left: Callable[[], None], width: int = 190
    ) -> None:
        super().__init__(theme, width)
        self._on_typed, self._on_left = on_typed, on_left
        self._given: PartialDate | None = None
        self.order = ASK
        self.setPlaceholderText(LIKE)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._leave)

    @property
    def read(self) -> DateRead:
        given = self._given
        known = given and given.words == self.text()
        return DateRead(given) if known else read_date(self.text(), self.order)

    @property
    def date(self) -> PartialDate | None:
        return self.read.date

    @property
    def words(self) -> str:
        """What stands in the line and is no date."""
        return "" if self.date else self.text().strip()

    @property
    def reason(self) -> str:
        """Why the marked text is no date."""
        return self.read.reason if self.wrong else ""

    @property
    def reading(self) -> str:
        """The date in words, where it was typed in another way; both where it can be two."""
        date, either = self.date, self.read.either
        if either:
            return f"→ {' or '.join(one.words for one in either)}?"
        return f"→ {date.words}" if date and date.words != self.text().strip() else ""

    def show_date(self, date: PartialDate | None, words: str = "") -> None:
        """Shows a date in words, or the words that are none."""
        typed = self.date
        self._given = date
        if date is None or date != typed:
            self.show_text(date.words if date else words)
        self.set_wrong(bool(self.words))

    def choose(self, date: PartialDate) -> None:
        """A person says which date is meant."""
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.setText(date.words)
        self.setModified(True)
        self._typed()
        self._leave()

    def _typed(self) -> None:
        was_wrong = self.wrong
        if was_wrong:
            self.set_wrong(bool(self.words))
        self._on_typed()
        if was_wrong:
            self._on_left()

    def _leave(self) -> None:
        self.set_wrong(bool(self.words))
        self._on_left()


class DateChoice(FlowRow):
    """Offers both dates that a line such as 3/4/1936 can mean; hidden while it has one reading."""

    def __init__(self, line: DateLine, theme: Theme) -> None:
        super().__init__(theme)
        self.line = line
        self._offered: tuple[PartialDate, ...] = ()
        self.hide()

    def show_choice(self) -> None:
        """Offers what the line can mean now."""
        dates = self.line.read.either
        if dates != self._offered:
            self._offered = dates
            self.clear()
            for date in dates:
                self._offer(date)
            tab_after(self.line, self)
        self.setVisible(bool(dates))
        self.rearrange()

    def _offer(self, date: PartialDate) -> None:
        button = OfferButton(date.words, self.theme)
        button.setAccessibleName(f"{self.line.accessibleName()}: {date.words} is meant")
        button.clicked.connect(lambda: self.line.choose(date))
        self.add(button)
        button.show()


class DateField(QWidget):
    """A date's line with its reading, or the reason why it has none, beside it."""

    def __init__(self, theme: Theme, on_typed: Callable[[], None], on_left: Callable[[], None]) -> None:
        super().__init__()
        self.theme, self._on_typed, self._on_left = theme, on_typed, on_left
        self.line = DateLine(theme, self._typed, self._left)
        self.reading = FieldNotice(theme, echo=True)
        self.reading.setWordWrap(True)
        self.choice = DateChoice(self.line, theme)
        beside = FieldWithNote(theme)
        beside.put_beside(self.line, self.reading)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(beside)
        self.column.addWidget(self.choice)
        self.restyle()

    def restyle(self) -> None:
        self.column.setSpacing(self.theme.px(6))

    def set_order(self, order: str) -> None:
        """How dates are read of which day and month cannot be told apart."""
        self.line.order = order
        self._show_reading()

    def show_date(self, date: PartialDate | None, words: str = "") -> None:
        self.line.show_date(date, words)
        self._show_reading()

    def _typed(self) -> None:
        self._show_reading()
        self._on_typed()

    def _left(self) -> None:
        self._show_reading()
        self._on_left()

    def _show_reading(self) -> None:
        reason = self.line.reason
        self.reading.say(reason or self.line.reading, "error" if reason else "quiet")
        self.choice.show_choice()
