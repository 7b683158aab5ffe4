"""One date."""

from atop_coder.gui.editors.base import Editor, Slot
from atop_coder.gui.editors.date_field import DateField
from atop_coder.gui.editors.typed import typed_paragraphs
from atop_coder.sheet import Answer, AnyValue, PartialDate


class DateEditor(Editor):
    """For date: the line and its reading."""

    bar_place = Slot.FOOT

    def takes_description(self) -> bool:
        return False

    def build(self) -> None:
        self.field = DateField(self.theme, self.value_typed, self.commit)
        self.name(self.field.line, "date")
        self.put(self.field, Slot.VALUE)

    def show_value(self, answer: Answer, unread: tuple[str, ...]) -> None:
        date = answer.value if isinstance(answer.value, PartialDate) else None
        self.field.show_date(date, " ".join(unread))

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        words = self.field.line.words
        return self.field.line.date, (words,) if words else ()

    def split_words(self, answer: Answer) -> int:
        return min(1, typed_paragraphs(answer, longest=40))

    def context_changed(self) -> None:
        self.field.set_order(self.context.date_order)
