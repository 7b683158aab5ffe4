"""What the published list says of this alliance, offered under a blank or differing number."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from atop_coder.form import Question
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.buttons import OfferButton
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.field_with_note import FieldWithNote
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.plain import set_tip
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import Answer


class Offer(NamedTuple):
    """Numbers that a person may put in, and why."""

    numbers: tuple[int, ...] = ()
    why: str = ""


def offer_for(question: Question, answer: Answer, context: EditorContext) -> Offer:
    """What the published alliance with the sheet's members and date has for this question, if it is news.

    Question 1 gets its ATOP id while blank, question 2 its COW numbers unless the answer is one of them.
    """
    wanted = question.key == "cow_alliance_number" or (question.key == "atop_id" and answer.is_blank)
    found = context.alliance if wanted else None
    if found is None:
        return Offer()
    if question.key == "atop_id":
        why = f"ATOP {found.atop_id} has these members and this date in the published data."
        return Offer((found.atop_id,), why)
    if answer.value in found.cow_numbers:
        return Offer()
    why = f"COW alliance {found.cow_words} has these members and this date (ATOP {found.atop_id})."
    return Offer(found.cow_numbers, why)


class OfferLine(FieldWithNote):
    """A button for each number and the reason beside; hidden while there is none.

    `on_take(number)` is called when a person presses a button; `name(button, part)` is the editor's.
    """

    def __init__(
        self, theme: Theme, on_take: Callable[[int], None], name: Callable[[QWidget, str], None]
    ) -> None:
        super().__init__(theme)
        self._on_take, self._name = on_take, name
        self._shown = Offer()
        self.buttons, self.words = FlowRow(theme), FieldNotice(theme)
        self.words.setWordWrap(True)
        self.put_beside(self.buttons, self.words)
        self.hide()

    def offer(self, offer: Offer) -> bool:
        """Offers this and nothing else; whether that is something new."""
        if offer == self._shown:
            return False
        if offer.numbers != self._shown.numbers:
            self._make_buttons(offer.numbers)
        self._shown = offer
        self.words.say(offer.why)
        for button in self.buttons.items:
            set_tip(button, offer.why)
        self.setVisible(bool(offer.numbers))
        self.restyle()
        return True

    def _make_buttons(self, numbers: tuple[int, ...]) -> None:
        self.buttons.clear()
        for number in numbers:
            button = OfferButton(f"Put in {number}", self.theme)
            button.clicked.connect(partial(self._take, number))
            self._name(button, f"put in {number}")
            self.buttons.add(button)
            button.show()  # the row may be seen already
        self.buttons.rearrange()

    def _take(self, number: int, _checked: bool = False) -> None:
        self._on_take(number)
