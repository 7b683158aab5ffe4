"""Several dates, each with its states and note."""

from atop_coder.gui.editors.base import Editor, Slot
from atop_coder.gui.editors.date_rows import DateRows
from atop_coder.gui.editors.typed import typed_paragraphs
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.sheet import Answer, AnyValue, DateEntry


class DatesEditor(Editor):
    """For dates: a row a date."""

    bar_place = Slot.FOOT

    def build(self) -> None:
        self.rows = DateRows(self.theme, self.name, self.value_typed, self.commit)
        self.put(self.rows, Slot.VALUE)

    def foot(self) -> FlowRow:
        for place, button in enumerate((self.rows.more, self.rows.detail), start=len(self.bar.segments)):
            if button not in self.bar.items:
                self.bar.insert(place, button)
        return self.bar

    def show_value(self, answer: Answer, unread: tuple[str, ...]) -> None:
        self.rows.show_entries(date_entries(answer.value), unread)

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        return self.rows.entries() or None, self.rows.words()

    def split_words(self, answer: Answer) -> int:
        return typed_paragraphs(answer, longest=40)

    def context_changed(self) -> None:
        self.rows.set_context(self.context)


def date_entries(value: AnyValue | None) -> tuple[DateEntry, ...]:
    """The entries of a value that is a list of dates; () for any other."""
    return tuple(one for one in value if isinstance(one, DateEntry)) if isinstance(value, tuple) else ()
