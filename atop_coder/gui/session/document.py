"""An open sheet: its history, where it was read from, what is saved, and what the checks say of it."""

import getpass
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from atop_coder.checks.problem import Problem, Severity
from atop_coder.errors import AtopError
from atop_coder.files.owner import Owner
from atop_coder.files.remark import Remark, RemarkKind, answer_print, make_remark, sheet_print
from atop_coder.files.review_file import ReviewFile
from atop_coder.form import Form, Kind, load_form
from atop_coder.gui.session.editor_context import EditorContext
from atop_coder.gui.session.titles import sheet_name, sheet_summary
from atop_coder.reading.report import Reading, ReadingReport, Sureness
from atop_coder.sheet import Answer, Edit, History, PartialDate, Sheet

Checker = Callable[[Sheet], tuple[Problem, ...]]

CHECK_AFTER = 220  # milliseconds without a change
# Shown only when the whole question is left: while one is still in it, the description may be on its way.
PANEL_ONLY = frozenset({"blank"})  # about the whole sheet: the outline and the panel tell it, not a card
OWED_LATER = frozenset({"description-owed", "source-owed", "follow-up-blank", "renewals-not-described"})


def check_now(sheet: Sheet) -> tuple[Problem, ...]:
    """All checks; they are imported when the first sheet needs them."""
    from atop_coder.checks import check

    return tuple(check(sheet))


class LastCheck:
    """All checks; asked again on the same day for the very same sheet, it has the answer at hand."""

    def __init__(self) -> None:
        self._asked: tuple[Sheet, date] | None = None
        self._found: tuple[Problem, ...] = ()

    def __call__(self, sheet: Sheet) -> tuple[Problem, ...]:
        day = date.today()
        if self._asked is None or self._asked[0] is not sheet or self._asked[1] != day:
            self._asked, self._found = (sheet, day), check_now(sheet)
        return self._found


class Document(QObject):
    """One sheet in the window; all edits go through `put`, `put_all`, `undo` and `redo`.

    `changed(question)` follows each edit. `problems` are those to be shown: while a person is in a question
    (`hold`), what is new about it waits until they leave, but what is mended goes at once. `opened` is the
    sheet as it was when it was opened (None for a new sheet that was never saved), `saved_at` the time of the
    last save in this window, `normalized` whether Save may write over `path`, `fingerprint` what was in that
    file when it was last read or written here, `password` the one that a protected file was opened with.
    What is said of the sheet and not in it (`accept`, `comment`, `mark_complete`) goes into the `review`
    beside it at once, signed with `who`; `review_failed(message)` tells that it could not be written, and
    is then tried again with the next save. While `reading_only` nothing changes the sheet, and `refused`
    tells that somebody tried. What is being typed comes into the sheet after a moment (`expect`), but in
    any case before anybody sees or changes it; `typing` tells that there is such, and `flushing` asks for all
    that a field still holds. `saving(path, fingerprint)` comes just before a file is replaced,
    `saved(before)` after it, with the path that the sheet had until then. `holder` is the one who has the
    sheet elsewhere.
    """

    changed = Signal(int)
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
        self.form = form or load_form()
        self.path, self.report = path, report
        self.history = History(sheet)
        self.opened: Sheet | None = sheet if path else None
        self.saved_sheet: Sheet | None = sheet if path else None
        self.blank_sheet = sheet
        self.saved_at: datetime | None = None
        self.normalized = path is not None and report is not None and report.format == "normalized"
        self.problems: tuple[Problem, ...] = ()
        self.current = self.form.questions[0].number
        self.fingerprint = ""
        self.password: str | None = None
        self.reading_only = False
        self.holder: Owner | None = None
        self.review = ReviewFile(path)
        self.who = ""
        self.stamp_offered = False
        self.surroundings = EditorContext()
        self._found: tuple[Problem, ...] = ()
        self._held: int | None = None
        self._typed: Callable[[], None] | None = None
        self._check = checker or LastCheck()
        self._live = False
        self._timer = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._timer.timeout.connect(self.check)

    @classmethod
    def of(cls, reading: Reading, path: Path, parent: QObject | None = None) -> "Document":
        """The document of a file that was read."""
        return cls(reading.sheet, path, reading.report, parent=parent)

    # the sheet

    @property
    def sheet(self) -> Sheet:
        self.settle()
        return self.history.sheet

    def expect(self, take_over: Callable[[], None]) -> None:
        """Something is being typed; `take_over` puts it into the sheet when that is next looked at."""
        if self._typed is None:
            self._typed = take_over
            self.typing.emit()

    def settle(self) -> None:
        """Takes over what is being typed."""
        if self._typed is not None:
            take_over, self._typed = self._typed, None
            take_over()

    def flush_pending(self) -> None:
        """Takes over what is being typed, as leaving the field does."""
        self.flushing.emit()

    @property
    def name(self) -> str:
        return sheet_name(self.sheet, self.path)

    @property
    def summary(self) -> str:
        return sheet_summary(self.sheet, self.form)

    @property
    def dirty(self) -> bool:
        """Whether something would be lost if the window closed now."""
        return self.sheet != (self.saved_sheet or self.blank_sheet)

    def changed_since_opened(self, question: int) -> bool:
        return self.opened is not None and self.opened[question] != self.sheet[question]

    def is_unsure(self, question: int) -> bool:
        """Whether the reader wants a person's eye on an answer that nobody has touched since."""
        placed = self.report.of(question) if self.report else None
        return (
            placed is not None
            and placed.sureness == Sureness.UNSURE
            and not self.changed_since_opened(question)
        )

    # edits

    def put(self, question: int, answer: Answer, join: object = None) -> bool:
        """Gives one question an answer; edits with one `join` key in a row are one step of undo."""
        if answer != self.sheet[question] and self._refuses():
            return False
        edit = self.history.apply(question, answer, join)
        self._tell((edit,) if edit else ())
        return edit is not None

    def put_all(self, answers: dict[int, Answer]) -> bool:
        """Gives several questions their answers as one step."""
        edits = tuple(Edit(number, self.sheet[number], answer) for number, answer in answers.items())
        changed = tuple(edit for edit in edits if edit.before != edit.after)
        if changed and self._refuses():
            return False
        self.history.end_joining()
        if self.history.apply_all(changed):
            self._tell(changed)
        return bool(changed)

    def undo(self) -> int | None:
        """Takes a step back; returns the question to show, None at the beginning."""
        self.settle()
        return None if self._refuses() else self._tell(self.history.undo())

    def redo(self) -> int | None:
        """Makes a step again; returns the question to show, None at the end."""
        self.settle()
        return None if self._refuses() else self._tell(self.history.redo())

    def _refuses(self) -> bool:
        if self.reading_only:
            self.refused.emit()
        return self.reading_only

    def revert(self) -> bool:
        """Goes back to what was last saved, as one step that can be undone."""
        return self.put_all(dict(self.saved_sheet or self.blank_sheet))

    def end_typing(self) -> None:
        """The next edit is a step of its own."""
        self.history.end_joining()

    def _tell(self, edits: tuple[Edit, ...]) -> int | None:
        if not edits:
            return None
        for edit in edits:
            self.changed.emit(edit.question)
        self.saved_changed.emit()
        if not self._live:
            return edits[0].question
        if any(problem.question == self._held for problem in self.problems):
            self._timer.start(0)
        else:
            self._timer.start(CHECK_AFTER)
        return edits[0].question

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

    # who has it

    def hold_by(self, owner: Owner | None) -> None:
        """Somebody else has the sheet, and it is only read here; None: it is this window's."""
        self.holder, self.reading_only = owner, owner is not None

    # saving

    def note_file(self, sheet: Sheet, fingerprint: str) -> None:
        """Somebody else has put that sheet into the file, and a person has seen it."""
        self.saved_sheet, self.fingerprint = sheet, fingerprint
        self.saved_changed.emit()

    def mark_saved(self, path: Path, when: datetime) -> None:
        """The sheet as it is now stands in that file, normalized."""
        before = self.path
        self.path, self.saved_at, self.normalized = path, when, True
        self.saved_sheet = self.sheet
        self.opened = self.opened or self.sheet
        self._write_review(lambda: self.review.move_beside(path))
        self.saved.emit(before)
        self.saved_changed.emit()

    # problems

    def hold(self, question: int | None) -> None:
        """A person is in that question now; what is new about the one they left is shown."""
        if question != self._held:
            self._held = question
            self._check_live()

    def reveal(self) -> None:
        """A field of the held question was left: its problems are shown, but not what may still come."""
        self._check_live(reveal=True)

    def _check_live(self, reveal: bool = False) -> None:
        if self._live:
            self.check(reveal)

    def start_checks(self) -> None:
        """From now on checks follow the person; until then the window is busy with showing the sheet."""
        self._live = True
        self._timer.start(0)

    def check(self, reveal: bool = False) -> None:
        """Runs the checks and tells if what is to be shown is another now."""
        self._timer.stop()
        self._found = self._check(self.sheet)
        shown = tuple(problem for problem in self._found if self._may_show(problem, reveal))
        if shown != self.problems:
            self.problems = shown
            self.problems_changed.emit()

    def _may_show(self, problem: Problem, reveal: bool) -> bool:
        if problem.question != self._held:
            return True
        if reveal and problem.code not in OWED_LATER:
            return True
        return any(
            shown.question == problem.question and shown.code == problem.code for shown in self.problems
        )

    def shown_problems(self, question: int) -> tuple[tuple[Problem, str], ...]:
        """What stands under a question: its problems, each with the reason that accepted it, or ""."""
        found = self.problems_of(question)
        return tuple((one, self.reason_for(one)) for one in found if one.code not in PANEL_ONLY)

    # the review

    def accept(self, problem: Problem, reason: str) -> None:
        """Takes a warning as right for this reason, until the answer or the facts change."""
        print_now = answer_print(problem.question, self.sheet[problem.question])
        data = {**problem.data, "answer": print_now}
        self._say(RemarkKind.ACCEPTED, problem.question, problem.code, data, reason)

    def reopen(self, problem: Problem) -> None:
        """Takes the acceptance of a warning back."""
        if self.acceptance_of(problem):
            self._say(RemarkKind.REOPENED, problem.question, problem.code, dict(problem.data))

    def acceptance_of(self, problem: Problem) -> Remark | None:
        """Who accepted a warning, when and why; None if it stands."""
        review = self.review.review
        if not review.has_word_on(problem.question, problem.code):
            return None
        print_now = answer_print(problem.question, self.sheet[problem.question])
        return review.acceptance(problem.question, problem.code, problem.data, print_now)

    def reason_for(self, problem: Problem) -> str:
        """The reason for which a warning was accepted, "" if it stands."""
        remark = self.acceptance_of(problem)
        return (remark.reason or "no reason given") if remark else ""

    def comment(self, question: int, words: str) -> None:
        """Keeps a comment on a question beside the sheet."""
        self._say(RemarkKind.COMMENT, question, reason=words)

    def mark_complete(self) -> None:
        """Says that the sheet as it is now is done."""
        self._say(RemarkKind.COMPLETE, data={"sheet": sheet_print(self.sheet)})

    def mark_incomplete(self) -> None:
        """Says that the sheet is being worked on again."""
        self._say(RemarkKind.INCOMPLETE)

    @property
    def complete(self) -> bool:
        """Whether the sheet is marked complete, and was not changed since."""
        remark = self.review.review.completed
        return remark is not None and remark.data.get("sheet", "") in ("", sheet_print(self.sheet))

    def _say(
        self,
        kind: RemarkKind,
        question: int | None = None,
        code: str = "",
        data: Mapping[str, object] | None = None,
        reason: str = "",
    ) -> None:
        remark = make_remark(kind, self.who or login_name(), question, code, data, reason)
        self._write_review(lambda: self.review.add(remark))
        self.problems_changed.emit()
        self.saved_changed.emit()

    def _write_review(self, write: Callable[[], None]) -> None:
        try:
            write()
        except AtopError as error:
            self.review_failed.emit(str(error))

    # what is wrong

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that are shown and that nobody has accepted."""
        return tuple(problem for problem in self.problems if not self.reason_for(problem))

    def problems_of(self, question: int) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.question == question)

    def severities_of(self, question: int) -> set[Severity]:
        """How grave the problems of a question are that nobody has accepted."""
        return {one.severity for one in self.problems_of(question) if not self.reason_for(one)}

    def count(self, severity: Severity) -> int:
        return sum(problem.severity == severity for problem in self.open_problems)

    def blanks(self) -> tuple[int, ...]:
        """The questions that nobody has answered, in order."""
        return tuple(number for number, answer in self.sheet if answer.is_blank)


def login_name() -> str:
    """The name under which a person works on this machine, "" where the system does not tell."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def today() -> PartialDate:
    """Today as a sheet keeps it."""
    now = date.today()
    return PartialDate(now.year, now.month, now.day)
