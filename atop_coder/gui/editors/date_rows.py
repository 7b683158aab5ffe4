"""Several dates, each with the states it holds for and a note."""

from collections.abc import Callable
from itertools import zip_longest

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.gui.editors.codes_field import CodesRead, read_codes
from atop_coder.gui.editors.date_field import DateChoice, DateLine
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.buttons import QuietButton
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.taborder import focusable_in, tab_after
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import DateEntry
from atop_coder.sheet.unread import STATES_OF

NameField = Callable[[QWidget, str], None]


class DateRow(QWidget):
    """One date; states and note are shown where there are several dates, or where they hold something."""

    def __init__(self, theme: Theme, rows: "DateRows") -> None:
        super().__init__()
        self.theme, self.rows = theme, rows
        self._entry: DateEntry | None = None
        self.line = DateLine(theme, self._typed, self._left)
        self.line.order = rows.context.date_order
        self.states = LineField(theme, 170)
        self.states.setPlaceholderText("States, if not all")
        self.note = LineField(theme, 170)
        self.note.setPlaceholderText("Note")
        self.remove = QuietButton("Remove", theme)
        self.choice = DateChoice(self.line, theme)
        self.beside, self.beneath = FieldNotice(theme, echo=True), FieldNotice(theme, echo=True)
        self._lay_out()
        for field in (self.states, self.note):
            field.textEdited.connect(self._typed)
            field.editingFinished.connect(self._left)
        self.remove.clicked.connect(lambda: self.rows.remove(self))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.top = QHBoxLayout()
        for widget in (self.line, self.states, self.note, self.remove, self.beside):
            self.top.addWidget(widget, int(widget is self.beside))
        self.top.addStretch(0)
        column.addLayout(self.top)
        column.addWidget(self.beneath)
        column.addWidget(self.choice)
        for words in (self.beside, self.beneath):
            words.setWordWrap(True)
        self.restyle()

    def restyle(self) -> None:
        self.top.setSpacing(self.theme.px(8))
        layout = self.layout()
        if layout:
            layout.setSpacing(self.theme.px(4))

    @property
    def codes(self) -> CodesRead:
        held = self._entry.states if self._entry else ()
        return read_codes("states", self.states.text(), self.rows.context, held)

    def entry(self) -> DateEntry | None:
        """The date with its states and note; None if the line holds no date."""
        date = self.line.date
        if date is None:
            return None
        states = self.codes.codes if self.states.isModified() or not self._entry else self._entry.states
        return DateEntry(date=date, states=states, note=self._whole_note())

    def words(self) -> str:
        """What stands in the row and is no part of a date that could be read."""
        if self.line.date:
            words = self.codes.words if self.states.isModified() else ""
            return f"{STATES_OF} {self.line.date.words}: {words}" if words else ""
        return " ".join(filter(None, (self.line.words, self.states.text().strip(), self.note.text().strip())))

    def show_entry(self, entry: DateEntry | None, words: str = "") -> None:
        self._entry = entry
        self.line.show_date(entry.date if entry else None, words)
        self.states.show_text(", ".join(map(str, entry.states)) if entry else "")
        self.note.show_text(entry.note if entry else "")
        self.show_reading(final=True)

    def extend(self, several: bool) -> None:
        """Shows the fields for states and note, or hides them while they are empty."""
        extended = several or bool(self.states.text() or self.note.text())
        self.states.setVisible(extended)
        self.note.setVisible(extended)
        self.remove.setVisible(several)
        self.show_reading(final=False)

    def show_reading(self, final: bool) -> None:
        codes = self.codes
        if final or self.states.wrong:
            self.states.set_wrong(bool(codes.reason))
        wrong = " ".join(filter(None, (self.line.reason, codes.reason if self.states.wrong else "")))
        right = " · ".join(filter(None, (self.line.reading, codes.reading)))
        ink = "error" if wrong else "quiet"
        beside = self.states.isHidden()
        self.beside.say((wrong or right) if beside else "", ink)
        self.beneath.say("" if beside else wrong or right, ink)
        self.choice.show_choice()

    def _whole_note(self) -> str:
        return self.note.text() if self.note.isModified() or not self._entry else self._entry.note

    def _typed(self) -> None:
        self.show_reading(final=False)
        self.rows.on_typed()

    def _left(self) -> None:
        self.show_reading(final=True)
        self.rows.on_left()


class DateRows(QWidget):
    """Rows of dates; at least one row is always there. The editor finds a place for the two buttons.

    `name(field, part)` gives a field its accessible name, `on_typed()` and `on_left()` are called as in
    `DateLine`.
    """

    def __init__(
        self, theme: Theme, name: NameField, on_typed: Callable[[], None], on_left: Callable[[], None]
    ) -> None:
        super().__init__()
        self.theme, self.name, self.on_typed, self.on_left = theme, name, on_typed, on_left
        self.context = EditorContext()
        self.rows: list[DateRow] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.more = QuietButton("+ Another date", theme)
        self.detail = QuietButton("+ States or note", theme)
        for button in (self.more, self.detail):
            name(button, button.text().removeprefix("+ ").lower())
        self.more.clicked.connect(self._add_and_go)
        self.detail.clicked.connect(self._show_detail)
        self._add_row()
        self._extend()
        self.restyle()

    def restyle(self) -> None:
        self.column.setSpacing(self.theme.px(8))

    def entries(self) -> tuple[DateEntry, ...]:
        return tuple(entry for row in self.rows if (entry := row.entry()))

    def words(self) -> tuple[str, ...]:
        return tuple(words for row in self.rows if (words := row.words()))

    def show_entries(self, entries: tuple[DateEntry, ...], words: tuple[str, ...] = ()) -> None:
        wanted: list[tuple[DateEntry | None, str]] = [(entry, "") for entry in entries]
        wanted += [(None, text) for text in words]
        for row, content in zip_longest(tuple(self.rows), wanted or [(None, "")]):
            if content is None:
                self._drop(row)
            else:
                (row or self._add_row()).show_entry(*content)
        self._extend()

    def set_context(self, context: EditorContext) -> None:
        self.context = context
        for row in self.rows:
            row.line.order = context.date_order
            row.show_reading(final=False)

    def remove(self, row: DateRow) -> None:
        """A person takes a date away."""
        place = self.rows.index(row)
        self._drop(row)
        self._extend()
        self.rows[min(place, len(self.rows) - 1)].line.setFocus()
        self.on_typed()
        self.on_left()

    def _drop(self, row: DateRow) -> None:
        self.rows.remove(row)
        self.column.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _add_row(self) -> DateRow:
        row = DateRow(self.theme, self)
        self.column.insertWidget(len(self.rows), row)
        tab_after(focusable_in(self.rows[-1])[-1] if self.rows else self, row)
        self.rows.append(row)
        for field, part in (
            (row.line, "date"),
            (row.states, "states"),
            (row.note, "note"),
            (row.remove, "remove"),
        ):
            self.name(field, f"{part} {len(self.rows)}" if len(self.rows) > 1 else part)
        return row

    def _extend(self) -> None:
        for row in self.rows:
            row.extend(len(self.rows) > 1)
        wanted = len(self.rows) == 1 and self.rows[0].states.isHidden()
        if self.detail.parentWidget() or not wanted:  # without a parent it would open a window of its own
            self.detail.setVisible(wanted)
            if isinstance(foot := self.detail.parentWidget(), FlowRow):
                foot.rearrange()

    def _add_and_go(self) -> None:
        row = self._add_row()
        self._extend()
        row.line.setFocus()

    def _show_detail(self) -> None:
        self.rows[0].states.show()
        self.rows[0].note.show()
        self.detail.hide()
        self.rows[0].states.setFocus()
