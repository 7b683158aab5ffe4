"""A field for one date, typed in any usual way, with what it was read as."""

from collections.abc import Callable

from atop_coder.checks.words import capital
from atop_coder.errors import AtopError
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.field_with_note import FieldWithNote
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import PartialDate, parse_date


def read_date(text: str) -> tuple[PartialDate | None, str]:
    """The date that the text says, or None and why it says none; both empty for an empty text."""
    if not text.strip():
        return None, ""
    try:
        return parse_date(text), ""
    except ValueError as error:
        reason = str(error)
    if reason.startswith("there is no"):
        return None, f"{capital(reason)}. Write the day that the source gives, or only the month or the year."
    return None, str(AtopError("date-not-read", text=text.strip()))


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
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._leave)

    @property
    def date(self) -> PartialDate | None:
        given = self._given
        return given if given and given.words == self.text() else read_date(self.text())[0]

    @property
    def words(self) -> str:
        """What stands in the line and is no date."""
        return "" if self.date else self.text().strip()

    @property
    def reason(self) -> str:
        """Why the marked text is no date."""
        return read_date(self.text())[1] if self.wrong else ""

    @property
    def reading(self) -> str:
        """The date in words, where it was typed in another way."""
        date = self.date
        return f"→ {date.words}" if date and date.words != self.text().strip() else ""

    def show_date(self, date: PartialDate | None, words: str = "") -> None:
        """Shows a date in words, or the words that are none."""
        typed = self.date
        self._given = date
        if date is None or date != typed:
            self.show_text(date.words if date else words)
        self.set_wrong(bool(self.words))

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


class DateField(FieldWithNote):
    """A date's line with its reading, or the reason why it has none, beside it."""

    def __init__(self, theme: Theme, on_typed: Callable[[], None], on_left: Callable[[], None]) -> None:
        super().__init__(theme)
        self._on_typed, self._on_left = on_typed, on_left
        self.line = DateLine(theme, self._typed, self._left)
        self.line.setPlaceholderText("Day, month, year")
        self.reading = FieldNotice(theme, echo=True)
        self.reading.setWordWrap(True)
        self.put_beside(self.line, self.reading)

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
