"""A number: an identifier typed in digits, or a count with buttons for the usual ones."""

import re
from collections.abc import Mapping

from atop_coder.form import Question
from atop_coder.gui.editors.base import Editor, Slot
from atop_coder.gui.editors.published import OfferLine, offer_for
from atop_coder.gui.editors.typed import typed_paragraphs
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.taborder import focusable_in, tab_after
from atop_coder.sheet import Answer, AnyValue

QUICK = ("0", "1", "2")
MORE = "more"
LARGEST = 10**9


def is_count(question: Question) -> bool:
    """Whether the number counts something; else it is the name of an alliance in some list."""
    return question.prompt.startswith("Number of")


def read_number(text: str) -> int | None:
    """The whole number that the text is, or None."""
    text = text.strip()
    number = int(text) if re.fullmatch(r"[0-9]{1,12}", text) else None
    return number if number is not None and number <= LARGEST else None


class IntegerEditor(Editor):
    """For integer: a line for digits; a count has buttons for 0, 1 and 2, and shows the line for more."""

    def choices(self) -> Mapping[str, str]:
        return {**{key: key for key in QUICK}, MORE: "More…"} if is_count(self.question) else {}

    def takes_description(self) -> bool:
        return is_count(self.question)

    def build(self) -> None:
        self._example = "3" if is_count(self.question) else "5040"
        self._more = False
        self.line = LineField(self.theme, 96 if is_count(self.question) else 130, self.bar)
        self.name(self.line, "number")
        if is_count(self.question):
            self.line.hide()
            self.bar.insert(len(QUICK) + 1, self.line)
        else:
            self.bar.lead(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._leave)
        self.reason = FieldNotice(self.theme, echo=True)
        self.reason.setWordWrap(True)
        self.put(self.reason, Slot.VALUE)
        self._offers: OfferLine | None = None

    def chosen(self, answer: Answer) -> tuple[str, ...]:
        return (MORE,) if self._more else (str(answer.value),)

    def pick(self, key: str) -> None:
        if key != MORE:
            self.change_value(None if self.answer().value == int(key) else int(key))
        elif self._more:
            self.change_value()
        else:
            self._more = True
            self._show_line()
            self.line.setFocus()
            self.line.selectAll()

    def show_value(self, answer: Answer, unread: tuple[str, ...]) -> None:
        text = str(answer.value) if isinstance(answer.value, int) else " ".join(unread)
        self._more = bool(text) and text not in QUICK
        self.line.show_text(text)
        self._show_line()
        self._judge()
        self._offer_published()

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        text = self.line.text().strip()
        number = read_number(text)
        return number, () if number is not None or not text else (text,)

    def split_words(self, answer: Answer) -> int:
        return min(1, typed_paragraphs(answer, longest=24, shape=r"[^.]*"))

    def commit(self) -> None:
        super().commit()
        self._offer_published()

    def context_changed(self) -> None:
        self._offer_published()

    def _offer_published(self) -> None:
        offer = offer_for(self.question, self._answer, self.context)
        if offer.numbers and self._offers is None:
            self._offers = OfferLine(self.theme, self._take, self.name)
            self.put(self._offers, Slot.VALUE)
        if self._offers and self._offers.offer(offer):
            tab_after(focusable_in(self.bar)[-1], self._offers)

    def _take(self, number: int) -> None:
        """A person takes what is offered; the button goes away and must not take the focus along."""
        self.line.setFocus()
        self.change_value(number)

    def _show_line(self) -> None:
        if is_count(self.question):
            self.line.setHidden(not self._more)
            self.bar.show_chosen((f":{self._answer.status}", *self.chosen(self._answer)))
            self.bar.rearrange()

    def _typed(self) -> None:
        self.value_typed()
        if self.line.wrong:
            self._leave()

    def _leave(self) -> None:
        self._judge()
        self.commit()

    def _judge(self) -> None:
        text = self.line.text().strip()
        wrong = bool(text) and read_number(text) is None
        self.line.set_wrong(wrong)
        self.reason.say(
            f"“{text}” is not a number. Write it in digits, such as {self._example}." if wrong else "",
            "error",
        )
