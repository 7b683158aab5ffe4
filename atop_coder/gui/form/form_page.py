"""The form: all questions of one sheet on cards, built as they are seen, filled without counting as edits."""

from time import monotonic

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QTextEdit, QWidget

from atop_coder.checks.problem import Problem
from atop_coder.form import Form
from atop_coder.gui.editors.description import Description
from atop_coder.gui.form.card_column import CardColumn
from atop_coder.gui.form.focus_heirs import has_vanished, pass_focus_on, texts_in
from atop_coder.gui.form.question_card import QuestionCard, SectionHead
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.line import LineField
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import Answer, Edit

FIRST_CARDS = 5
SLICE = 0.03  # seconds
# Milliseconds until the rest is built: behind the first picture, so that it comes at once, and at the latest.
SEEN, UNSEEN = 8, 250
JUST_TYPED = 0.5  # seconds
TAKEN_OVER = 80  # milliseconds from a key until the sheet has it


class FormPage(QScrollArea):
    """Shows one document at a time; `current_changed(number)` follows the person from question to question.

    The editors are made once, the first few at once and the others in idle moments, and are filled anew for
    each document. `whole` is emitted when all 61 are there, `steps_changed` when there may be other steps of
    typing to take back.
    """

    current_changed = Signal(int)
    comments_wanted = Signal(int)
    whole = Signal()
    steps_changed = Signal()

    def __init__(self, form: Form, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.theme = form, theme
        self.document: Document | None = None
        self.cards: dict[int, QuestionCard] = {}
        self._pending: list[int] = [question.number for question in form.questions]
        self._by_keys = False
        self._last_edit = 0.0
        self._field: QWidget | None = None
        self._setup()
        self._begin = QTimer(self, singleShot=True, interval=UNSEEN)
        self._begin.timeout.connect(self._build_on)
        self._pause = QTimer(self, singleShot=True, interval=TAKEN_OVER)
        self._pause.timeout.connect(self._flush)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._build_next)
        theme.follow(self._respace)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _setup(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Form")
        self.body = CardColumn(self.theme)
        self.setWidget(self.body)
        self.body.arranged.connect(self._hold_still)
        self.body.arranged.connect(self._follow_typing)

    def _respace(self) -> None:
        self.verticalScrollBar().setSingleStep(self.theme.px(36))
        self.body.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.set_width(self.viewport().width())
        self._keep_in_sight()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._begin.isActive() and self._begin.interval() == UNSEEN:
            self._begin.start(SEEN)

    # building

    def build_first(self) -> None:
        """Makes what is seen first; the rest follows when that is painted and there is nothing else to do."""
        self.build_to(FIRST_CARDS)
        self._begin.start(UNSEEN)

    def _build_on(self) -> None:
        self._begin.stop()
        self._idle.start()

    def build_to(self, number: int) -> None:
        """Makes all cards up to that question now."""
        if self._pending and self._pending[0] <= number:
            while self._pending and self._pending[0] <= number:
                self._build_card(self._pending.pop(0))
            self.body.arrange()

    def build_all(self) -> None:
        """Makes all cards now."""
        if self._begin.isActive():
            self._build_on()
        self.build_to(self.form.questions[-1].number)
        self._build_next()

    def _build_next(self) -> None:
        """Makes as many cards as fit into a moment that nobody notices."""
        until = monotonic() + SLICE
        while self._pending and monotonic() < until:
            self._build_card(self._pending.pop(0))
        self.body.arrange()
        if not self._pending and self._idle.isActive():
            self._idle.stop()
            self.whole.emit()

    def _build_card(self, number: int) -> None:
        question = self.form.question(number)
        section = self.form.section_of(question)
        if self.form.questions_of(section)[0] is question:
            self.body.append(SectionHead(self.form, section, self.theme, self.body))
        card = QuestionCard(question, self.theme, self.body)
        card.editor.edited.connect(lambda answer: self._edited(number, answer))
        card.editor.typing.connect(lambda: self._typed(number))
        card.editor.step.connect(self._begin_step)
        card.accepted.connect(self._accept)
        card.reopened.connect(self._reopen)
        card.comments_wanted.connect(lambda: self.comments_wanted.emit(number))
        self.cards[number] = card
        self.body.append(card)
        self._fill(number)

    def _accept(self, problem: Problem, reason: str) -> None:
        if self.document is not None:
            self.document.session.accept(problem, reason)

    def _reopen(self, problem: Problem) -> None:
        if self.document is not None:
            self.document.session.reopen(problem)

    # the document

    def set_document(self, document: Document | None) -> None:
        """Fills the form from that document; nothing of it counts as an edit.

        A focus that is in the form goes to that document's current question: what is typed belongs there.
        """
        self.commit()
        self._connect(document)
        for number in self.cards:
            self._fill(number)
        if document is not None:
            self.go_to(document.current, focus=self.card_of(QApplication.focusWidget()) is not None)

    def _connect(self, document: Document | None) -> None:
        for old, new in ((self.document, False), (document, True)):
            if old is not None:
                pairs = (
                    (old.edit_applied, self._edit_applied),
                    (old.problems_changed, self._show_problems),
                    (old.context_changed, self._show_context),
                    (old.flushing, self.commit),
                )
                for signal, slot in pairs:
                    (signal.connect if new else signal.disconnect)(slot)
        self.document = document

    def _fill(self, number: int) -> None:
        card, document = self.cards[number], self.document
        if document is not None:
            card.editor.set_context(document.context)
            card.editor.set_answer(document.sheet[number])
            card.set_problems(document.session.shown_problems(number))
            card.set_comments(len(document.session.comments_on(number)))
            card.set_current(number == document.current)

    def _typed(self, number: int) -> None:
        """A person types in a description: it is taken over in a moment, so that the key is seen at once."""
        if self.document is None:
            return
        self._by_keys = isinstance(QApplication.focusWidget(), Description)
        self.document.defer(self.cards[number].editor.commit)
        if self.document.session.reading_only:
            self.document.flush()
        elif not self._pause.isActive():
            self._pause.start()

    def _flush(self) -> None:
        if self.document is not None:
            self.document.flush()

    def _edited(self, number: int, answer: Answer) -> None:
        document = self.document
        if document is None:
            return
        self._last_edit = monotonic()
        document.put(number, answer, self._join_key(number, document.sheet[number], answer))
        if document.session.reading_only:
            self.cards[number].editor.set_answer(document.sheet[number])
        self._follow_cursor()

    def _join_key(self, number: int, before: Answer, after: Answer) -> object:
        """The key that joins typing into one step; None for an edit that stands alone."""
        in_text, self._by_keys = self._by_keys, False
        words_alone = (before.status, before.value) == (after.status, after.value) or before.is_blank
        line = QApplication.focusWidget()
        in_line = isinstance(line, LineField) and bool(line.past or line.future)
        return ("typing", number) if (in_text and words_alone) or in_line else None

    def _begin_step(self) -> None:
        """What was typed so far is a step of undo, and what comes now is the next."""
        if self.document is not None:
            self._flush()
            self.document.end_typing()

    def _edit_applied(self, edit: Edit) -> None:
        """One changed answer concerns one card, unless the editors of others look at it."""
        if self.document is not None and edit.question in self.document.context_questions:
            self._show_context()
        if edit.question in self.cards:
            self.cards[edit.question].editor.set_answer(edit.after)

    def _show_context(self) -> None:
        if self.document is not None:
            context = self.document.context
            for card in self.cards.values():
                card.editor.set_context(context)

    def _show_problems(self) -> None:
        if self.document is not None:
            for number, card in self.cards.items():
                card.set_problems(self.document.session.shown_problems(number))
                card.set_comments(len(self.document.session.comments_on(number)))

    def commit(self) -> None:
        """Takes over what is being typed, as leaving the field does."""
        self._flush()
        for card in {self.current_card, self.card_of(self._field)}:
            if card is not None:
                card.editor.take_typed()
                card.editor.commit()

    def draft(self) -> tuple[Document, int, Answer] | None:
        """The answer that is being typed, as it stands; nothing is taken over by asking."""
        card = self.current_card
        if self.document is None or card is None:
            return None
        return self.document, self.document.current, card.editor.draft()

    # where the person is

    @property
    def current_card(self) -> QuestionCard | None:
        """The card of the question that the person is in, if it is made yet."""
        return self.cards.get(self.document.current) if self.document else None

    def focus_current(self) -> None:
        """Puts the cursor into the current question."""
        card = self.current_card
        if card is not None:
            card.editor.focus_first()

    def card_of(self, widget: QWidget | None) -> QuestionCard | None:
        """The card that a widget stands on."""
        while widget is not None and not isinstance(widget, QuestionCard):
            widget = widget.parentWidget()
        return widget if isinstance(widget, QuestionCard) and self.isAncestorOf(widget) else None

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self.document is None or new is None or new.window() is not self.window():
            return
        if old is not None and has_vanished(old, self) and self._take_over(old, new):
            return
        self._begin_step()
        before = self._field
        self._watch(new)
        card = self.card_of(new)
        if card is None:
            self.document.suspend(None)
            return
        number = card.question.number
        if self.document.current == number and before is not None and self.card_of(before) is card:
            self.document.show_suspended()
        self.document.suspend(number)
        self._set_current(number)

    def _take_over(self, old: QWidget, new: QWidget) -> bool:
        """What vanishes leaves the focus to what stands before it on its card, or else to the question."""
        card = self.card_of(old) or self.current_card
        if card is None or self.card_of(new) is card:
            return False
        pass_focus_on(card.editor, to_last=self.card_of(old) is not None)
        return True

    def _watch(self, field: QWidget) -> None:
        """Keeps the cursor of the long field that has the focus in sight."""
        if isinstance(self._field, QTextEdit):
            self._field.cursorPositionChanged.disconnect(self._follow_cursor)
        elif isinstance(self._field, LineField):
            self._field.textEdited.disconnect(self.steps_changed)
        self._field = field if self.card_of(field) else None
        if isinstance(self._field, QTextEdit):
            self._field.cursorPositionChanged.connect(self._follow_cursor)
        elif isinstance(self._field, LineField):
            self._field.textEdited.connect(self.steps_changed)
        if self._field is not None:
            self._field.destroyed.connect(self._forget_field)

    def can_walk(self, back: bool) -> bool:
        """Whether a step of typing in the field can be taken back, or made again."""
        steps = self._field if isinstance(self._field, LineField) else None
        return steps is not None and bool(steps.past if back else steps.future)

    def walk(self, back: bool) -> None:
        """Undoes, or redoes: in the line that is being typed in, else in the sheet; the cursor goes there."""
        field, document = self._field, self.document
        if document is None or (isinstance(field, LineField) and field.walk(back)):
            return
        document.flush_pending()
        texts = texts_in(self.body)
        number = document.undo() if back else document.redo()
        if number is None:
            return
        self.go_to(number, focus=False)
        now = texts_in(self.body).items()
        changed = [field for field, text in now if text != texts.get(field, "") and field.isVisible()]
        self.cards[number].editor.focus_change(changed)

    def _forget_field(self) -> None:
        self._field = None

    def _follow_cursor(self) -> None:
        if isinstance(self._field, QTextEdit) and self._field.hasFocus():
            self.show_cursor(self._field, self.theme.px(30))

    def show_cursor(self, field: QTextEdit, margin: int) -> None:
        """Scrolls so that the cursor of a field is seen."""
        spot = field.viewport().mapTo(self.body, field.cursorRect().center())
        self.ensureVisible(spot.x(), spot.y(), 0, margin)

    def _hold_still(self) -> None:
        """What comes and goes above the card that a person is in does not push it away under their eyes."""
        card = self.card_of(self._field)
        if card is not None and (moved := self.body.moved.get(card, 0)):
            bar = self.verticalScrollBar()
            stood = card.geometry().translated(0, -moved - bar.value())
            if stood.top() < self.viewport().height() and stood.bottom() > 0:
                bar.setValue(bar.value() + moved)

    def _follow_typing(self) -> None:
        """A field that has grown by what was just typed may have taken the cursor out of sight."""
        if monotonic() - self._last_edit < JUST_TYPED:
            self._follow_cursor()

    def _set_current(self, number: int) -> None:
        if self.document is None or self.document.current == number:
            return
        self._flush()
        if self.document.current in self.cards:
            self.cards[self.document.current].set_current(False)
        self.document.current = number
        self.cards[number].set_current(True)
        self.current_changed.emit(number)

    def go_to(self, number: int, focus: bool = True) -> None:
        """Shows a question, and puts the cursor into it unless told otherwise."""
        self.build_to(number)
        card = self.cards.get(number)
        if card is None or self.document is None:
            return
        self._set_current(number)
        card.set_current(True)
        self.show_card(card)
        if focus and self.card_of(QApplication.focusWidget()) is not card:
            card.editor.focus_first()

    def show_card(self, card: QuestionCard) -> None:
        """Scrolls so that the card is seen from its head on."""
        top = card.y()
        seen = QRect(0, self.verticalScrollBar().value(), 1, self.viewport().height())
        if top < seen.top() or top + card.height() > seen.bottom():
            first = card.question.number == self.form.questions[0].number
            self.verticalScrollBar().setValue(0 if first else top - self.theme.px(16))

    def _keep_in_sight(self) -> None:
        """After the page has another width the current card is where it was looked for."""
        card = self.current_card
        if card is not None and self.card_of(QApplication.focusWidget()) is card:
            self.show_card(card)

    def text_field(self) -> QLineEdit | QTextEdit | None:
        """The field that is being typed into, if any."""
        return self._field if isinstance(self._field, QLineEdit | QTextEdit) else None
