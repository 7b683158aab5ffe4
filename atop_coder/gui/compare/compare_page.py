"""Two states of a sheet, question by question: take one, the other, or of each what is right."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from atop_coder.compare.sheets import Difference, Side
from atop_coder.form import Form
from atop_coder.gui.compare.answer_pair import AnswerBox, DifferenceCard
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.theme import Role, Theme

CANCEL = "Cancel"


@dataclass(frozen=True)
class Wording:
    """What a comparison says: heading, what it is about, the names of both sides, the buttons."""

    heading: str
    intro: str
    mine: str
    theirs: str
    confirm: str
    take_mine: str
    take_theirs: str
    only_mine: str = ""
    only_theirs: str = ""
    both: str = ""

    @property
    def names(self) -> tuple[str, str]:
        return self.mine, self.theirs


class ComparePage(QDialog):
    """Shows the differences; `decided(choices)` gives a side for each question, once all are chosen.

    Left and Right move between the two answers, Up and Down between questions, Space or Return takes one.
    """

    decided = Signal(object)

    def __init__(
        self,
        wording: Wording,
        differences: Iterable[Difference],
        form: Form,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.wording = theme, wording
        self.setWindowTitle(wording.heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cards = [self._card(one, form) for one in differences]
        self._build()
        self._respace()
        self._count()
        self.resize(theme.px(980), theme.px(700))
        if self.cards:
            self.cards[0].boxes[self.cards[0].side or Side.MINE].setFocus()

    def _card(self, difference: Difference, form: Form) -> DifferenceCard:
        card = DifferenceCard(difference, self.wording.names, form, self.theme, note=self._note(difference))
        card.take(difference.proposed)
        card.chosen.connect(self._count)
        card.walked.connect(self._walk)
        return card

    def _note(self, difference: Difference) -> str:
        notes = {Side.MINE: self.wording.only_mine, Side.THEIRS: self.wording.only_theirs}
        return notes[difference.proposed] if difference.proposed else self.wording.both

    def _build(self) -> None:
        theme, wording = self.theme, self.wording
        self.title = Label(wording.heading, theme, Role.TITLE, parent=self)
        self.intro = Label(wording.intro, theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.all_mine = self._chip(wording.take_mine, lambda: self._take_all(Side.MINE))
        self.all_theirs = self._chip(wording.take_theirs, lambda: self._take_all(Side.THEIRS))
        self.left = Label("", theme, Role.SMALL, "quiet", parent=self)
        self.cancel = self._chip(CANCEL, self.reject)
        self.confirm = Chip(wording.confirm, theme, primary=True, parent=self)
        self.confirm.clicked.connect(self._decide)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._list(), 1)
        column.addWidget(self._foot())

    def _chip(self, text: str, does: object) -> Chip:
        chip = Chip(text, self.theme, parent=self)
        chip.clicked.connect(does)
        return chip

    def _head(self) -> Ground:
        head = Ground(self.theme, "card", "bottom", self)
        self.head_row = QHBoxLayout(head)
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.intro)
        self.head_row.addLayout(words, 1)
        self.head_row.addWidget(self.all_mine, 0, Qt.AlignmentFlag.AlignBottom)
        self.head_row.addWidget(self.all_theirs, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _list(self) -> QScrollArea:
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        for card in self.cards:
            self.column.addWidget(card)
        self.column.addStretch(1)
        self.area.setWidget(self.body)
        return self.area

    def _foot(self) -> Ground:
        foot = Ground(self.theme, "panel", "top", self)
        self.foot_row = QHBoxLayout(foot)
        self.foot_row.addWidget(self.left, 1)
        self.foot_row.addWidget(self.cancel)
        self.foot_row.addWidget(self.confirm)
        return foot

    def _respace(self) -> None:
        self.theme.space(self.head_row, 8, (22, 14, 18, 14))
        self.theme.space(self.column, 10, (20, 16, 20, 16))
        self.theme.space(self.foot_row, 8, (22, 10, 18, 11))

    # deciding

    @property
    def choices(self) -> dict[int, Side]:
        """The sides that are taken, by question."""
        return {card.difference.question: card.side for card in self.cards if card.side}

    def _take_all(self, side: Side) -> None:
        for card in self.cards:
            card.take(side)
        self._count()
        self.confirm.setFocus()

    def _count(self) -> None:
        missing = len(self.cards) - len(self.choices)
        self.confirm.setEnabled(not missing)
        many = "s" if missing > 1 else ""
        self.left.setText(f"{missing} question{many} still to choose" if missing else "All are chosen")

    def _decide(self) -> None:
        choices = self.choices
        self.accept()
        self.decided.emit(choices)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.confirm.isEnabled():
                self._decide()
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        focus = QApplication.focusWidget()
        place = next((at for at, card in enumerate(self.cards) if focus and card.isAncestorOf(focus)), -1)
        if not 0 <= place + step < len(self.cards):
            return
        side = next(
            (side for side, box in self.cards[max(place, 0)].boxes.items() if box is focus), Side.MINE
        )
        box = self.cards[place + step].boxes[side]
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        show_card(self.area, box)


def show_card(area: QScrollArea, box: AnswerBox) -> None:
    """Scrolls so that the card of an answer is seen from its head on."""
    card, body = box.parentWidget(), area.widget()
    if card is not None and body is not None:
        top = card.mapTo(body, QPoint(0, 0)).y()
        area.ensureVisible(0, top + card.height(), 0, 8)
        area.ensureVisible(0, top, 0, 8)
