"""What all editors have in common: one answer shown, changed only by a person, and told once a change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.checks.problem import Problem, Severity
from atop_coder.form import Kind, Question, Status, load_form
from atop_coder.gui.editors.codes_field import CodesField, make_codes_field
from atop_coder.gui.editors.description import Description
from atop_coder.gui.editors.marks import kept_words, misfit
from atop_coder.gui.editors.names import describe_with_problems, name_field
from atop_coder.gui.editors.segments import SegmentRow
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.widgets.buttons import QuietButton
from atop_coder.gui.widgets.cards import MessageBar
from atop_coder.gui.widgets.field_notice import FieldNotice
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.taborder import focusable_in, tab_after
from atop_coder.gui.widgets.theme import Theme
from atop_coder.sheet import BLANK, Answer, AnyValue, join_paragraphs
from atop_coder.sheet.unread import part_unread, with_unread

EXTRAS = ("states", "wars", "alliances")
NAMED = "named"  # of the fields whose problems a screen reader is told; the fields that are there, not a list
JOINED, AS_IT_WAS = "Lines were joined.", "Paste as it was"
ASKED_FOR = (Status.NOT_APPLICABLE, Status.UNKNOWN)


class Slot(IntEnum):
    """Where a part stands in an editor, from the top."""

    BAR = 1
    VALUE = 2
    EXTRAS = 3
    NOTICE = 4
    DESCRIPTION = 5
    JOINED = 6
    FOOT = 7


class Editor(QWidget):
    """Shows and changes the answer to one question; knows nothing of sheets, files and other editors.

    `edited(answer)` is emitted once for each change that a person makes, and never while it is filled.
    `answer()` is what was set until somebody changes it, and then that with just this part changed. `typing`
    is emitted at each key in a description: whoever hears it calls `commit` soon, which tells of all that was
    typed; and `step` before a key with which a step of undo begins.

    An answer's words may stand in two places: those that a value field could not read stay in this field,
    marked, and are the first paragraphs of `details`, with those that are no codes behind them; the others
    are in the description.
    """

    edited = Signal(object)
    typing = Signal()
    step = Signal()
    bar_place = Slot.BAR
    several = False  # whether more than one of the choices can count

    def __init__(self, question: Question, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.theme = question, theme
        self.context = EditorContext()
        self.problems: tuple[Problem, ...] = ()
        self._answer = self._told = BLANK
        self._unread: tuple[str, ...] = ()
        self._no_codes: dict[str, str] = {}
        self._rest = ""
        self._typed_value = self._typed_details = self._opened = self._untold = False
        self._loading = 0
        self._notice: MessageBar | None = None
        self._joined: MessageBar | None = None
        self._pasted = ""
        self._description: Description | None = None
        self._codes: dict[str, CodesField] = {}
        self._parts: list[QWidget] = []
        self._made = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._restyle()
        with self._quietly():
            if self.bar_place == Slot.FOOT:
                self.build()
            self.bar = self._make_bar()
            self._offer = self._make_offer()
            if self.bar_place != Slot.FOOT:
                self.build()
            self._display()
        self._made = True
        theme.follow(self._restyle, at_once=False)

    # What each kind of editor says of itself.

    def build(self) -> None:
        """Makes the fields for the value and puts them into their places."""

    def choices(self) -> Mapping[str, str]:
        """The buttons of the bar before those for N/A and Unknown: key and text."""
        return {}

    def chosen(self, _answer: Answer) -> tuple[str, ...]:
        """The keys of the buttons that go with this answer."""
        return ()

    def takes_description(self) -> bool:
        """Whether a description is offered where there is none yet."""
        return True

    def foot(self) -> FlowRow:
        """The row in which the description is offered."""
        return self.bar

    def pick(self, key: str) -> None:
        """What a person's press on one of the `choices` does."""

    def show_value(self, answer: Answer, unread: tuple[str, ...]) -> None:
        """Puts the value, or the words that could not be read as one, into the fields."""

    def read_value(self) -> tuple[AnyValue | None, tuple[str, ...]]:
        """The value that is in the fields, and the words in them that are none."""
        return None, ()

    def split_words(self, _answer: Answer) -> int:
        """How many of the first paragraphs of an answer without a value belong into a value field."""
        return 0

    def split_beside(self, _answer: Answer) -> int:
        """How many of the first paragraphs of an answer with a value belong into a value field."""
        return 0

    def problems_changed(self) -> None:
        """Marks the parts that the problems are about."""

    def context_changed(self) -> None:
        """Shows what depends on the context anew."""

    # For the page and the window.

    def set_answer(self, answer: Answer) -> None:
        """Shows an answer; leaves everything as it is, cursor included, if it is the one that is shown."""
        if answer != self.answer():
            self._answer = answer
            self._opened = False
            self._drop_joined()
            self._part_words(answer)
            self._display(anew=True)
        self._told = answer

    def _part_words(self, answer: Answer) -> None:
        """Parts the answer's words: those of the value's fields, those of the codes' fields, the others."""
        split = self.split_words if _has_words_only(answer) else self.split_beside
        count = split(answer) if answer.details else 0
        self._unread = answer.paragraphs[:count]
        below = answer.replace(details=join_paragraphs(answer.paragraphs[count:])) if count else answer
        self._no_codes, more = part_unread(self.question, below)
        self._rest = join_paragraphs(below.paragraphs[more:]) if more else below.details

    def answer(self) -> Answer:
        """The answer as it stands, with what is being typed."""
        if self._typed_value or self._typed_details:
            self._answer = self._composed()
            self._typed_value = self._typed_details = False
        return self._answer

    def draft(self) -> Answer:
        """The answer with what is being typed, and nothing of it taken over: for the recovery journal."""
        if not (self._typed_value or self._typed_details):
            return self._answer
        unread, rest = self._unread, self._rest
        try:
            return self._composed()
        finally:
            self._unread, self._rest = unread, rest

    def commit(self) -> None:
        """Takes over what is being typed, as leaving the field does; to be called before a save or undo."""
        if self._loading:
            return
        before = self._answer
        after = self.answer()
        if (before.status, before.value) != (after.status, after.value) or after.details == "":
            self._display()
        self._tell()

    def take_typed(self) -> None:
        """Takes over what stands in a line that has not been left yet; to be called before `commit`."""
        for field in self._codes.values():
            field.leave()

    def set_context(self, context: EditorContext) -> None:
        """Gives what the fields may know of the rest of the sheet."""
        self.context = context
        with self._quietly():
            for field in self._codes.values():
                field.set_context(context)
            self.context_changed()

    def set_problems(self, problems: Iterable[Problem]) -> None:
        """Marks what the problems are about, and puts their messages into what a screen reader says."""
        problems = tuple(problems)
        if problems != self.problems:
            self.problems = problems
            for field in self.findChildren(QWidget):
                if field.property(NAMED):
                    self._describe(field)
            told = any(problem.severity == Severity.ERROR for problem in problems)
            for words in self.findChildren(FieldNotice):
                words.hush(told)
            self.problems_changed()

    def focus_first(self) -> None:
        """Puts the cursor where answering begins."""
        fields = self.focusable()
        if fields:
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_description(self) -> None:
        """Puts the cursor into the description; opens it if there is none yet."""
        self._open_description()
        if self._description:
            self._description.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_change(self, changed: Sequence[QWidget]) -> None:
        """Puts the focus where undo has changed something: these fields, or the choice that holds again.

        A field that shows another text has its cursor there already.
        """
        if changed:
            changed[0].setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.focus_chosen()

    def focus_chosen(self) -> None:
        """Moves the focus to the choice that holds; where there is none, it stays in the editor."""
        if self.bar.chosen:
            self.bar.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._has_focus():
            self.focus_first()

    def _has_focus(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.isVisible()

    def choose(self, value: str) -> bool:
        """Answers with one of the choices, for the window's keys; False if there is no such choice."""
        if value not in self.choices():
            return False
        if value not in self.chosen(self.answer()):
            self.pick(value)
        self.focus_chosen()
        return True

    def set_status(self, status: Status) -> bool:
        """Answers N/A or Unknown, or takes the value back; False if the question does not allow it."""
        if status not in self.question.statuses or status == Status.ANSWERED:
            return False
        if self.answer().status != status:
            self.change_value(status=Status.ANSWERED if status == Status.BLANK else status)
        self.focus_chosen()
        return True

    def clear(self) -> None:
        """Takes away the value, and what stands in its fields; if there is no such thing, the description."""
        self.take_typed()
        self.commit()
        before, focus = self._answer, self.window().focusWidget()
        apart = self.question.kind != Kind.TEXT and (
            before.replace(details="") != BLANK or self._unread or self._no_codes
        )
        kept = self._rest if apart else ""
        self._answer = Answer(details=kept)
        self._unread, self._no_codes, self._rest = (), {}, kept
        self._display(anew=True)
        if focus is not None and not focus.isVisible():
            self.focus_first()
        self._say_kept()
        self._tell()

    def insert_words(self, words: str) -> None:
        """Puts words into the description where the cursor is, or was."""
        self._open_description()
        if self._description:
            self._description.insert_words(words)
            self.commit()

    def insert_state(self, ccode: int) -> None:
        """Puts a state into the answer: among its states where it has such, and into the words."""
        if "states" in self.question.extras and ccode not in self.answer().states:
            self.change(states=(*self.answer().states, ccode))
        self.insert_words(self.context.state_label(ccode))

    def focusable(self) -> list[QWidget]:
        """The fields that Tab comes to, in order."""
        return [field for field in focusable_in(self) if field.focusPolicy() & Qt.FocusPolicy.TabFocus]

    # For the editors.

    def change_value(self, value: AnyValue | None = None, status: Status = Status.ANSWERED) -> None:
        """A person chose this value or status; every word of the answer is kept in the description."""
        before = self._before_change()
        self._answer = before.replace(status=status, value=value)
        self._unread = ()
        self._no_codes, more = part_unread(self.question, self._answer)
        self._rest = join_paragraphs(self._answer.paragraphs[more:])
        self._display(anew=True)
        self._say_kept()
        self._tell()

    def change(self, **parts: object) -> None:
        """A person changed these parts of the answer."""
        before = self._before_change()
        if before.is_blank:
            parts["status"] = Status.ANSWERED
        self._answer = before.replace(**parts)
        self._display()
        self._tell()

    def _take_codes(self, field: CodesField) -> None:
        """A person has left a line of codes: what is in it that is no code is kept among the words."""
        self._before_change()
        self._no_codes[field.name] = field.words
        self.change(**{field.name: field.codes, "details": self._words()})

    def _before_change(self) -> Answer:
        """The answer as it stands, what was typed told by itself: it is a step of its own."""
        before = self.answer()
        if self._untold:
            self._tell()
        return before

    def value_typed(self) -> None:
        """A person is typing in a field for the value; the change is told by `commit`."""
        if not self._loading:
            self._typed_value = True

    def name(self, field: QWidget, part: str = "") -> None:
        """Gives a field what a screen reader says of it."""
        name_field(field, self.question, part)
        field.setProperty(NAMED, True)
        if self.problems:
            self._describe(field)

    def put(self, widget: QWidget, place: Slot) -> None:
        """Puts a part into its place, on the screen and in the order of Tab."""
        index = sum(other.property("place") <= place for other in self._parts)
        widget.setProperty("place", int(place))
        self.column.insertWidget(index, widget)
        self._parts.insert(index, widget)
        if self._made or widget is not self._parts[-1]:
            above = (field for part in self._parts[:index] for field in focusable_in(part))
            tab_after([self, *above][-1], widget)

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """The one guard of all: what fields say while a program fills them is no person's doing."""
        self._loading += 1
        try:
            yield
        finally:
            self._loading -= 1

    def _tell(self) -> None:
        self._untold = False
        if self._answer != self._told:
            self._told = self._answer
            self.edited.emit(self._answer)

    def _composed(self) -> Answer:
        parts: dict[str, object] = {}
        if self._typed_value:
            value, self._unread = self.read_value()
            parts["value"] = value
            if value is not None or self._unread:
                parts["status"] = Status.ANSWERED
        if self._typed_details and self._description:
            self._rest = self._description.details()
        if self._typed_details or self._typed_value:
            parts["details"] = self._words()
        if self._answer.is_blank:
            parts["status"] = Status.ANSWERED
        return self._answer.replace(**parts)

    def _words(self) -> str:
        """All words of the answer, as they are parted among the fields."""
        words = with_unread(self._no_codes, self._rest)
        return "\n".join((*self._unread, words) if words else self._unread)

    def _details_typed(self) -> None:
        if not self._loading:
            self._typed_details = self._opened = self._untold = True
            if self._description and self._pasted not in self._description.details():
                self._drop_joined()
            self.typing.emit()

    def _step_begins(self) -> None:
        if not self._loading:
            self.step.emit()

    def _say_joined(self, text: str, joined: str) -> None:
        """Tells that lines were joined, and offers the text as it was pasted."""
        self._drop_joined()
        self._pasted = joined
        self._joined = bar = MessageBar(State.NOTE, JOINED, self.theme, (AS_IT_WAS,))
        self.put(bar, Slot.JOINED)
        bar.show()
        self.name(bar.buttons[0], AS_IT_WAS.lower())
        bar.acted.connect(lambda _button: self._paste_as_it_was(text, joined))

    def _paste_as_it_was(self, text: str, joined: str) -> None:
        if self._description:
            self._description.setFocus(Qt.FocusReason.PopupFocusReason)
            self._description.change_back(joined, text)
            self.commit()
        self._drop_joined()

    def _drop_joined(self) -> None:
        if self._joined is not None:
            self._parts.remove(self._joined)
            self._joined.hide()
            self._joined.deleteLater()
            self._joined = None

    def _make_bar(self) -> SegmentRow:
        bar = SegmentRow(self.theme, self._picked, self, self.several)
        for key, text in self.choices().items():
            self.name(bar.add_segment(key, text), text)
        for status in ASKED_FOR:
            if status in self.question.statuses:
                self._add_status(bar, status)
        self.put(bar, self.bar_place)
        return bar

    def _add_status(self, bar: SegmentRow, status: Status) -> None:
        text = load_form().status_label(status)
        self.name(bar.add_segment(f":{status}", text), text)

    def _make_offer(self) -> QuietButton | None:
        if not self.takes_description():
            return None
        offer = QuietButton("+ Description", self.theme, self.foot())
        self.name(offer, "add a description")
        offer.clicked.connect(self.focus_description)
        self.foot().add(offer)
        return offer

    def _picked(self, key: str) -> None:
        if not key.startswith(":"):
            self.pick(key)
        elif self.answer().status == key[1:]:
            self.change_value()
        else:
            self.change_value(status=Status(key[1:]))

    def _display(self, anew: bool = False) -> None:
        """Shows the answer; `anew` also in the fields, where else a person's own typing stays."""
        with self._quietly():
            if anew:
                self.show_value(self._answer, self._unread)
            self._show_bar()
            self._show_extras()
            self._show_misfit()
            self._show_description(anew)

    def _show_bar(self) -> None:
        answer = self._answer
        status = f":{answer.status}"
        if answer.status in ASKED_FOR and status not in self.bar.segments:
            self._add_status(self.bar, answer.status)
        self.bar.show_chosen((status, *self.chosen(answer)))
        self.bar.setHidden(all(item.isHidden() for item in self.bar.items))

    def _show_extras(self) -> None:
        for name in EXTRAS:
            codes = getattr(self._answer, name)
            asked_for = name in self.question.extras and self._is_owed()
            if name not in self._codes and (codes or self._no_codes.get(name) or asked_for):
                self._add_codes(name)
            if name in self._codes:
                words = self._no_codes.get(name, "")
                self._codes[name].show_codes(codes, words)
                self._codes[name].setVisible(bool(codes or words) or self._is_owed())

    def _add_codes(self, name: str) -> None:
        field = make_codes_field(name, self.theme, self._take_codes)
        self._codes[name] = field
        field.set_context(self.context)
        self.name(field.line, f"{name} that are named")
        self.put(field, Slot.EXTRAS)

    def _show_misfit(self) -> None:
        self._say(
            misfit(self.question, self._answer, self._unread) if not self._opened else "", State.WARNING
        )

    def _say_kept(self) -> None:
        if self._rest and not self._is_owed() and not (self._notice and self._notice.isVisibleTo(self)):
            self._say(kept_words(self._answer, self.question), State.NOTE)

    def _say(self, text: str, state: State) -> None:
        if text and self._notice is None:
            self._notice = MessageBar(state, text, self.theme)
            self.put(self._notice, Slot.NOTICE)
        if self._notice:
            if text:
                self._notice.set_message(state, text)
            self._notice.setVisible(bool(text))

    def _is_owed(self) -> bool:
        """Whether the form asks for a description of this value."""
        value, owed = self._answer.value, self.question.details_owed
        values = value if isinstance(value, tuple) else (value,)
        return value is not None and ("answered" in owed or any(one in owed for one in values))

    def _open_description(self) -> None:
        self._opened = True
        self._display()

    def _show_description(self, anew: bool) -> None:
        wanted = self.question.kind == Kind.TEXT or bool(self._rest) or self._opened or self._is_owed()
        if wanted and self._description is None:
            self.add_description()
            anew = True
        if self._description:
            if anew:
                self._description.show_details(self._rest)
            self._description.setVisible(wanted)
        if self._offer and self._offer.isHidden() != wanted:
            self._offer.setHidden(wanted)
            self.foot().rearrange()
            self.bar.setHidden(all(item.isHidden() for item in self.bar.items))

    def add_description(self) -> None:
        """Makes the field for the description."""
        self._description = Description(self.theme, self._details_typed, self._step_begins, self._say_joined)
        self._description.setPlaceholderText(
            "Describe, and quote the treaty" if self.question.quotes_owed else "Describe"
        )
        self.name(self._description, "description")
        self.put(self._description, Slot.DESCRIPTION)

    def _describe(self, field: QWidget) -> None:
        describe_with_problems(field, self.question, (problem.message for problem in self.problems))

    def _restyle(self) -> None:
        self.column.setSpacing(self.theme.px(10))
        for child in self.findChildren(QWidget):
            if restyle := getattr(child, "restyle", None):
                restyle()


def _has_words_only(answer: Answer) -> bool:
    return answer.status == Status.ANSWERED and answer.value is None and bool(answer.details)
