"""An open sheet in the window: tells by signals what happens to it, and checks it while a person works."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from atop_coder.checks.problem import Problem
from atop_coder.form import Form, Kind
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.reading.report import Reading, ReadingReport
from atop_coder.session.session import Session
from atop_coder.session.shown_problems import Checker
from atop_coder.sheet import Answer, Edit, History, Sheet

CHECK_AFTER = 220  # milliseconds without a change


class Document(QObject):
    """A sheet's session with Qt's signals, and what belongs to the window: where a person is (`current`).

    The signals are those of the session; `edit_applied(edit)` follows each change. While a person is in a
    question (`suspend`), what is new about it waits until they leave. What is being typed comes into the
    sheet after a moment (`defer`), and before another edit; `typing` tells that there is such. The sheet is
    what was taken over so far: who needs all that the fields hold calls `flush_pending` first, which asks for
    it by `flushing`.
    """

    edit_applied = Signal(object)
    problems_changed = Signal()
    saved_changed = Signal()
    context_changed = Signal()
    review_failed = Signal(str)
    refused = Signal()
    typing = Signal()
    flushing = Signal()
    saving = Signal(Path, str)
    saved = Signal(object)

    def __init__(
        self,
        sheet: Sheet,
        path: Path | None = None,
        report: ReadingReport | None = None,
        *,
        form: Form | None = None,
        checker: Checker | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = Session(sheet, path, report, form=form, checker=checker)
        self.current = self.form.questions[0].number
        self.surroundings = EditorContext()
        self._deferred: Callable[[], None] | None = None
        self._live = False
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._timer.timeout.connect(self.check)
        self._pass_on()

    def _pass_on(self) -> None:
        session = self.session
        session.edit_applied.connect(self._applied)
        session.problems_changed.connect(self.problems_changed.emit)
        session.saved_changed.connect(self.saved_changed.emit)
        session.review_failed.connect(self.review_failed.emit)
        session.refused.connect(self.refused.emit)
        session.saving.connect(self.saving.emit)
        session.saved.connect(self.saved.emit)

    @classmethod
    def of(cls, reading: Reading, path: Path, parent: QObject | None = None) -> "Document":
        """The document of a file that was read."""
        document = cls(reading.sheet, path, reading.report, parent=parent)
        document.session.others = reading.others
        return document

    # the sheet

    @property
    def sheet(self) -> Sheet:
        return self.session.sheet

    @property
    def form(self) -> Form:
        return self.session.form

    @property
    def path(self) -> Path | None:
        return self.session.path

    @property
    def name(self) -> str:
        return self.session.name

    @property
    def dirty(self) -> bool:
        """Whether something would be lost if it were closed now, be it a key just pressed."""
        return self.session.dirty or self._deferred is not None

    @property
    def history(self) -> History:
        return self.session.history

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.session.problems

    # what is being typed

    def defer(self, take_over: Callable[[], None]) -> None:
        """Something is being typed; `take_over` puts it into the sheet in a moment."""
        if self._deferred is None:
            self._deferred = take_over
            self.typing.emit()

    def flush(self) -> None:
        """Takes over what was deferred."""
        if self._deferred is not None:
            take_over, self._deferred = self._deferred, None
            take_over()

    def flush_pending(self) -> None:
        """Takes over all that is being typed, as leaving the field does."""
        self.flush()
        self.flushing.emit()

    # edits

    def put(self, question: int, answer: Answer, join: object = None) -> bool:
        """Gives one question an answer; edits with one `join` key in a row are one step of undo."""
        self.flush()
        return self.session.apply(Edit(question, self.sheet[question], answer), join=join)

    def put_all(self, answers: Mapping[int, Answer]) -> bool:
        """Gives several questions their answers as one step."""
        self.flush()
        self.end_typing()
        return self.session.apply(
            *(Edit(number, self.sheet[number], answer) for number, answer in answers.items())
        )

    def undo(self) -> int | None:
        """Takes a step back; returns the question to show, None at the beginning."""
        self.flush()
        return self.session.undo()

    def redo(self) -> int | None:
        """Makes a step again; returns the question to show, None at the end."""
        self.flush()
        return self.session.redo()

    def revert(self) -> bool:
        """Goes back to what was last saved, as one step that can be undone."""
        return self.put_all(dict(self.session.saved_sheet or self.session.blank_sheet))

    def end_typing(self) -> None:
        """The next edit is a step of its own."""
        self.history.end_joining()

    def _applied(self, edit: Edit) -> None:
        self.edit_applied.emit(edit)
        if self._live:
            self._timer.start(0 if self.session.shown.in_suspended else CHECK_AFTER)

    # what the editors may know of the rest of the sheet

    @property
    def context_questions(self) -> tuple[int, ...]:
        """The questions whose answers the editors of others look at."""
        kinds = (Kind.DATES, Kind.MEMBERS)
        return tuple(
            question.number
            for question in self.form.questions
            if question.kind in kinds or question.key == "atop_id"
        )

    @property
    def context(self) -> EditorContext:
        """ATOP ID, signature dates, members, and the people and states to offer."""
        sheet = self.sheet
        dates = tuple(entry.date for entry in sheet.signature_dates)
        return replace(
            self.surroundings,
            signed=min((one.first() for one in dates), default=None),
            signed_until=max((one.last() for one in dates), default=None),
            signed_dates=tuple(one.iso for one in dates),
            atop_id=sheet.atop_id,
            members=tuple(member.ccode for member in sheet.members),
        )

    def set_surroundings(self, surroundings: EditorContext) -> None:
        """Gives the editors the states, wars and names that no sheet holds."""
        self.surroundings = surroundings
        self.context_changed.emit()

    # problems

    def suspend(self, question: int | None) -> None:
        """A person is in that question now; what is new about the one they left is shown."""
        if self.session.suspend(question):
            self._check_live()

    def show_suspended(self) -> None:
        """A field of the question was left: its problems are shown, but not what may still come."""
        self._check_live(field_left=True)

    def _check_live(self, field_left: bool = False) -> None:
        if self._live:
            self.check(field_left)

    def start_checks(self) -> None:
        """From now on checks follow the person; until then the window is busy with showing the sheet."""
        self._live = True
        self._timer.start(0)

    def check(self, field_left: bool = False) -> None:
        """Runs the checks and tells if what is to be shown is another now."""
        self._timer.stop()
        self.session.check(field_left)
