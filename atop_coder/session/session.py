"""An open sheet: the one door for its edits, what is saved of it, and what is said of it beside the file."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

from atop_coder.checks.problem import Problem, Severity
from atop_coder.errors import AtopError
from atop_coder.files.owner import Owner, this_owner
from atop_coder.files.remark import Remark, RemarkKind, answer_print, make_remark, sheet_print
from atop_coder.files.review_file import ReviewFile
from atop_coder.form import Form, load_form
from atop_coder.reading.report import Reading, ReadingReport, Sureness
from atop_coder.session.event import Event
from atop_coder.session.shown_problems import Checker, ShownProblems
from atop_coder.session.titles import sheet_name, sheet_summary
from atop_coder.sheet import Edit, History, Sheet

PANEL_ONLY = frozenset({"blank"})  # about the whole sheet: the outline and the panel tell it, not a card


class Session:
    """One sheet with its history; nothing changes it but `apply`, `undo` and `redo`.

    `edit_applied(edit)` follows each change of an answer. `opened` is the sheet as it was when it was opened
    (None for a new sheet that was never saved), `saved_at` the time of the last save, `normalized` whether
    Save may write over `path`, `fingerprint` what was in that file when it was last read or written here,
    `password` the one that a protected file was opened with, `others` the sheets that its file holds besides,
    and that nobody has opened or declined. While somebody else has it (`holder`), it is
    `reading_only`: nothing changes the sheet, and `refused` tells that somebody tried.

    What is said of the sheet and not in it (`accept`, `comment`, `mark_complete`) goes into the `review`
    beside it at once, signed with `who`; `review_failed(message)` tells that it could not be written, and is
    then tried again with the next save. `saving(path, fingerprint)` comes just before a file is replaced,
    `saved(before)` after it, with the path that the sheet had until then. `gone` tells that somebody took the
    file away: all of the sheet would be lost.
    """

    def __init__(
        self,
        sheet: Sheet,
        path: Path | None = None,
        report: ReadingReport | None = None,
        *,
        form: Form | None = None,
        checker: Checker | None = None,
    ) -> None:
        self.form = form or load_form()
        self.path, self.report = path, report
        self.history = History(sheet)
        self.opened: Sheet | None = sheet if path else None
        self.saved_sheet: Sheet | None = sheet if path else None
        self.blank_sheet = sheet
        self.saved_at: datetime | None = None
        alone = report is not None and report.format == "normalized" and report.part is None
        self.normalized = path is not None and alone
        self.fingerprint = ""
        self.gone = False
        self.password: str | None = None
        self.others: tuple[Reading, ...] = ()
        self.reading_only = False
        self.holder: Owner | None = None
        self.review = ReviewFile(path)
        self.who = ""
        self.stamp_offered = False
        self.shown = ShownProblems(checker)
        self.edit_applied: Event[[Edit]] = Event()
        self.refused: Event[[]] = Event()
        self.problems_changed: Event[[]] = Event()
        self.saved_changed: Event[[]] = Event()
        self.review_failed: Event[[str]] = Event()
        self.saving: Event[[Path, str]] = Event()
        self.saved: Event[[Path | None]] = Event()

    # the sheet

    @property
    def sheet(self) -> Sheet:
        return self.history.sheet

    @property
    def name(self) -> str:
        return sheet_name(self.sheet, self.path)

    @property
    def summary(self) -> str:
        return sheet_summary(self.sheet, self.form)

    @property
    def dirty(self) -> bool:
        """Whether something would be lost if it were closed now."""
        return self.gone or self.sheet != (self.saved_sheet or self.blank_sheet)

    @property
    def revised(self) -> bool:
        """Whether it says something else than when it was opened."""
        return self.opened is not None and self.opened != self.sheet

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

    def blanks(self) -> tuple[int, ...]:
        """The questions that nobody has answered, in order."""
        return tuple(number for number, answer in self.sheet if answer.is_blank)

    # edits

    def apply(self, *edits: Edit, join: object = None) -> bool:
        """Makes these edits as one step; returns whether that changed anything.

        Edits to one question with the same `join` key, one after the other, are one step of undo.
        """
        changed = tuple(edit for edit in edits if edit.before != edit.after)
        if not changed or self._refuses() or not self.history.apply_all(changed, join):
            return False
        self._tell(changed)
        return True

    def undo(self) -> int | None:
        """Takes a step back; returns the question to show, None at the beginning."""
        return None if self._refuses() else self._tell(self.history.undo())

    def redo(self) -> int | None:
        """Makes a step again; returns the question to show, None at the end."""
        return None if self._refuses() else self._tell(self.history.redo())

    def _refuses(self) -> bool:
        if self.reading_only:
            self.refused.emit()
        return self.reading_only

    def _tell(self, edits: Iterable[Edit]) -> int | None:
        first = None
        for edit in edits:
            first = edit.question if first is None else first
            self.edit_applied.emit(edit)
        if first is not None:
            self.saved_changed.emit()
        return first

    # saving

    def hold_by(self, owner: Owner | None) -> None:
        """Somebody else has the sheet, and it is only read here; None: it is ours."""
        self.holder, self.reading_only = owner, owner is not None

    def note_gone(self, gone: bool) -> None:
        """The file is not there any more, or is again."""
        if gone != self.gone:
            self.gone = gone
            self.saved_changed.emit()

    def note_file(self, sheet: Sheet, fingerprint: str) -> None:
        """Somebody else has put that sheet into the file, and a person has seen it."""
        self.saved_sheet, self.fingerprint = sheet, fingerprint
        self.saved_changed.emit()

    def mark_saved(self, path: Path, when: datetime, made_from: tuple[Path, str] | None = None) -> None:
        """The sheet as it is now stands in that file, normalized; `made_from` as in `ReviewFile`."""
        before = self.path
        self.path, self.saved_at, self.normalized = path, when, True
        self.saved_sheet, self.gone = self.sheet, False
        self.opened = self.opened or self.sheet
        self._write_review(lambda: self.review.move_beside(path, made_from, self.who))
        self.saved.emit(before)
        self.saved_changed.emit()

    # problems

    def suspend(self, question: int | None) -> bool:
        """A person is in that question now; returns whether it is another one than before."""
        changed = question != self.shown.suspended
        self.shown.suspended = question
        return changed

    def check(self, field_left: bool = False) -> None:
        """Runs the checks, and tells if what is to be shown is another now."""
        if self.shown.check(self.sheet, field_left):
            self.problems_changed.emit()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those to be shown."""
        return self.shown.problems

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that are shown and that nobody has accepted."""
        return tuple(problem for problem in self.problems if not self.reason_for(problem))

    def problems_of(self, question: int) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.question == question)

    def shown_problems(self, question: int) -> tuple[tuple[Problem, str], ...]:
        """What stands under a question: its problems, each with the reason that accepted it, or ""."""
        found = self.problems_of(question)
        return tuple((one, self.reason_for(one)) for one in found if one.code not in PANEL_ONLY)

    def severities_of(self, question: int) -> set[Severity]:
        """How grave the problems of a question are that nobody has accepted."""
        return {one.severity for one in self.problems_of(question) if not self.reason_for(one)}

    def count(self, severity: Severity) -> int:
        return sum(problem.severity == severity for problem in self.open_problems)

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

    def comments_on(self, question: int) -> tuple[Remark, ...]:
        """What people said of a question."""
        return tuple(one for one in self.review.review.comments if one.question == question)

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
        remark = make_remark(kind, self.who or this_owner().name, question, code, data, reason)
        self._write_review(lambda: self.review.add(remark))
        self.problems_changed.emit()
        self.saved_changed.emit()

    def _write_review(self, write: Callable[[], None]) -> None:
        try:
            write()
        except AtopError as error:
            self.review_failed.emit(str(error))
