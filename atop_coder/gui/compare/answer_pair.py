"""One question answered in two ways, side by side in words, of which a person takes one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from atop_coder.compare.sheets import Difference, Side, answer_words
from atop_coder.form import Form, Question
from atop_coder.gui.widgets.cards import SOFT_RADIUS, Card, Label
from atop_coder.gui.widgets.row_list import ENTER, breakable
from atop_coder.gui.widgets.style import CLEAR, rounded
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.sheet import Answer
from atop_coder.sheet.answer_lines import DESCRIPTION

BLANK_WORDS = "Not answered."
TAKEN = "✓ "
SIDES: dict[int, Side] = {Qt.Key.Key_Left: Side.MINE, Qt.Key.Key_Right: Side.THEIRS}
STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def shown_words(question: Question, answer: Answer, form: Form) -> tuple[str, ...]:
    """The paragraphs of an answer for a person's eyes."""
    words = answer_words(question, answer, form)
    return tuple(one for one in words if one != DESCRIPTION) or (BLANK_WORDS,)


class AnswerBox(QAbstractButton):
    """An answer's words under the name of the side it comes from; what the other side has too is quiet."""

    def __init__(
        self,
        name: str,
        words: Sequence[str],
        others: Sequence[str],
        theme: Theme,
        *,
        choice: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.name, self.words = theme, name, tuple(words)
        self.setCheckable(choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if choice else Qt.FocusPolicy.NoFocus)
        if choice:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head = Label(name, theme, Role.LABEL, "quiet", parent=self)
        self.labels = [
            Label(
                breakable(one), theme, Role.BODY, "quiet" if one in others else "ink", wrap=True, parent=self
            )
            for one in words
        ]
        self._lay_out()
        self._show_taken()
        self.toggled.connect(self._show_taken)
        theme.follow(self._respace)

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        for label in (self.head, *self.labels):
            self.column.addWidget(label)
        self.column.addStretch(1)

    def _respace(self) -> None:
        self.theme.space(self.column, 6, (12, 9, 12, 11))
        self.update()

    def _show_taken(self) -> None:
        taken = self.isChecked()
        self.head.setText(f"{TAKEN if taken else ''}{self.name}")
        self.head.set_ink("accent" if taken else "quiet")
        state = (", taken" if taken else ", not taken") if self.isCheckable() else ""
        self.setAccessibleName(f"{self.name}{state}: {' '.join(self.words)}")
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color, taken = self.theme.color, self.isChecked()
        hovered = self.isCheckable() and self.underMouse()
        ground = color("accent_soft" if taken else "hover" if hovered else "field")
        edge = color("accent" if taken or self.hasFocus() else "border")
        rounded(painter, self.rect(), ground, edge, 2.5 if self.hasFocus() else 1.2, SOFT_RADIUS)
        if self.hasFocus() and taken:
            inner = self.rect().adjusted(4, 4, -4, -4)
            rounded(painter, inner, CLEAR, color("accent"), 1, SOFT_RADIUS - 2)
        painter.end()


class DifferenceCard(Card):
    """A question with both its answers; `chosen` says that a side was taken.

    Arrow keys go to the other side, and to the cards above and below.
    """

    chosen = Signal()
    walked = Signal(int)  # +1 or -1: to the card below or above

    def __init__(
        self,
        difference: Difference,
        names: tuple[str, str],
        form: Form,
        theme: Theme,
        *,
        note: str = "",
        choice: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.difference = difference
        question = form.question(difference.question)
        self.setAccessibleName(f"Question {question.number}: {question.short}")
        self.number = Label(str(question.number), theme, Role.NUMBER, "accent", parent=self)
        self.title = Label(question.short, theme, Role.STRONG, wrap=True, parent=self)
        self.note = Label(note, theme, Role.SMALL, "quiet", wrap=True, parent=self)
        self.note.setVisible(bool(note))
        words = {side: shown_words(question, difference.answer(side), form) for side in Side}
        mine, theirs = words[Side.MINE], words[Side.THEIRS]
        self.boxes = {
            Side.MINE: AnswerBox(names[0], mine, theirs, theme, choice=choice, parent=self),
            Side.THEIRS: AnswerBox(names[1], theirs, mine, theme, choice=choice, parent=self),
        }
        for side, box in self.boxes.items():
            box.clicked.connect(lambda _on=False, side=side: self._take_by_hand(side))
        self._build()
        theme.follow(self._respace)

    def _build(self) -> None:
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.row = QHBoxLayout(self)
        self.column = QVBoxLayout()
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        self.pair = QHBoxLayout()
        for box in self.boxes.values():
            self.pair.addWidget(box, 1)
        self.column.addLayout(self.head)
        self.column.addWidget(self.note)
        self.column.addLayout(self.pair)
        self.row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(self.column, 1)

    def _respace(self) -> None:
        px = self.theme.px
        self.number.setFixedWidth(px(34))
        self.theme.space(self.row, 12, (10, 12, 14, 14))
        self.column.setSpacing(px(7))
        self.pair.setSpacing(px(10))

    @property
    def side(self) -> Side | None:
        """The side that is taken; None while a person still has to choose."""
        return next((side for side, box in self.boxes.items() if box.isChecked()), None)

    def take(self, side: Side | None) -> None:
        """Takes a side, or none; tells nobody."""
        for one, box in self.boxes.items():
            box.setChecked(one == side)

    def _take_by_hand(self, side: Side) -> None:
        self.take(side)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in SIDES:
            self.boxes[SIDES[event.key()]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in STEPS:  # else the list would scroll
            self.walked.emit(STEPS[event.key()])
        else:
            super().keyPressEvent(event)
