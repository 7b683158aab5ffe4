"""The day on which an alliance was seen in effect, or the dates on which it ended."""

import re
from collections.abc import Mapping

from atop_coder.gui.editors.base import Editor, Slot
from atop_coder.gui.editors.date_field import DateField
from atop_coder.gui.editors.date_rows import DateRows
from atop_coder.gui.editors.typed import typed_paragraphs
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.taborder import focusable_in, tab_after
from atop_coder.sheet import Answer, AnyValue, DateEntry, Termination

IN_EFFECT, ENDED = "in_effect", "ended"
LABELS = {IN_EFFECT: "Still in effect as of", ENDED: "Ended on"}
_WORDS = re.compile(rf"({'|'.join(LABELS.values())}) (.*)", re.DOTALL)


class TerminationEditor(Editor):
    """For termination: which of the two, then its date or dates; changing over keeps the date."""

    def choices(self) -> Mapping[str, str]:
        return LABELS

    def build(self) -> None:
        self._mode = ""
        self.seen = DateField(self.theme, self.value_typed, self.commit)
        self.name(self.seen.line, "still in effect as of")
        self.put(self.seen, Slot.VALUE)
        self.ended = DateRows(self.theme, self.name, self.value_typed, self.commit)
        self.put(self.ended, Slot.VALUE)
        self.more = FlowRow(self.theme)
        self.more.add(self.ended.more)
        self.more.add(self.ended.detail)
        self.put(self.more, Slot.VALUE)
        if self._offer:  # the date comes before the description, though it stands below the button for it
            tab_after(focusable_in(self.more)[-1], self._offer)
        self._show_mode("")

    def chosen(self, _answer: Answer) -> tuple[str, ...]:
        return (self._mode,)

    def pick(self, key: str) -> None:
        self.answer()
        mode = "" if key == self._mode else key
        self._carry_over(mode)
        self._show_mode(mode)
        if mode:
            self.value_typed()
            self.commit()
        else:
            self.change_value()

    def show_value(self, answer: Answer, unread: tuple[str, ...]) -> None:
        value = answer.value if isinstance(answer.value, Termination) else None
        mode, words = _mode_and_words(unread)
        if value:
            mode = IN_EFFECT if value.in_effect_as_of else ENDED
        self.seen.show_date(
            value.in_effect_as_of if value else None, words[0] if mode == IN_EFFECT and words else ""
        )
        self.ended.show_entries(value.dates if value else (), words if mode == ENDED else ())
        self._show_mode(mode)

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        if self._mode == IN_EFFECT:
            date, words = self.seen.line.date, self.seen.line.words
            return Termination(in_effect_as_of=date) if date else None, _as_words(IN_EFFECT, (words,))
        if self._mode == ENDED:
            entries = self.ended.entries()
            return Termination(dates=entries) if entries else None, _as_words(ENDED, self.ended.words())
        return None, ()

    def split_words(self, answer: Answer) -> int:
        mode = next((mode for mode, label in LABELS.items() if answer.details.startswith(label)), "")
        count = typed_paragraphs(answer, longest=70, shape=f"{LABELS.get(mode, '')} .*") if mode else 0
        return min(count, 1) if mode == IN_EFFECT else count

    def context_changed(self) -> None:
        self.seen.set_order(self.context.date_order)
        self.ended.set_context(self.context)

    def _carry_over(self, mode: str) -> None:
        """Takes the date along to the other of the two, unless one is there already."""
        if mode == ENDED and self.seen.line.text() and not (self.ended.entries() or self.ended.words()):
            date = self.seen.line.date
            entries = (DateEntry(date=date),) if date else ()
            self.ended.show_entries(entries, () if date else (self.seen.line.words,))
        elif mode == IN_EFFECT and not self.seen.line.text():
            first = self.ended.rows[0].line
            self.seen.show_date(first.date, first.words)

    def _show_mode(self, mode: str) -> None:
        self._mode = mode
        self.seen.setVisible(mode == IN_EFFECT)
        self.ended.setVisible(mode == ENDED)
        self.more.setVisible(mode == ENDED)
        self.bar.show_chosen((mode, f":{self._answer.status}"))


def _as_words(mode: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{LABELS[mode]} {text}" for text in words if text)


def _mode_and_words(unread: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    found = [match.groups() for text in unread if (match := _WORDS.match(text))]
    modes = {label: mode for mode, label in LABELS.items()}
    return (modes[found[0][0]], tuple(text for _, text in found)) if found else ("", ())
