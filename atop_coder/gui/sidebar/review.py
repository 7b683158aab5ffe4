"""What people said of the sheet, and what became of it since it was opened."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from atop_coder.checks.problem import Problem
from atop_coder.checks.words import without_offer
from atop_coder.files.remark import Remark
from atop_coder.gui.form.problem_bar import REOPEN
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.live_panel import LivePanel
from atop_coder.gui.sidebar.problems import title_of
from atop_coder.gui.sidebar.words import change_lines, said_by
from atop_coder.gui.widgets.cards import Chip
from atop_coder.gui.widgets.row_list import Row, Rows
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme

EMPTY = "Open a sheet to see what was said of it."
OPEN_AGAIN = "Work on it again"
NOT_COMPLETE = "Not marked complete. Ctrl+M lists what is missing, or marks it."
CHANGED_SINCE = "An answer was changed since, so it is not complete any more."
NO_CHANGES = "No answer was changed since the sheet was opened."
NEW = "This sheet is new: every answer in it is yours."
NO_ACCEPTED = "None."
NO_COMMENTS = "None. A comment is kept beside the sheet, not in it."
LAPSED = "Does not hold any more: the answer or the facts have changed, and the warning is open again."
SETTLED = "The warning does not come up any more."


class CommentLine(QWidget):
    """A line for a comment on the current question; `given(words)` on Return."""

    given = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Comment on the current question")
        self.line.setAccessibleDescription("Return keeps it beside the sheet, with your name and the time.")
        self.add = Chip("Add", theme, role=Role.LABEL, parent=self)
        self.add.setAccessibleName("Add the comment")
        self.line.returnPressed.connect(self._give)
        self.add.clicked.connect(self._give)
        self.line.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)
        self.row = QHBoxLayout(self)
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.add)
        theme.follow(self._respace)

    def _respace(self) -> None:
        px = self.theme.px
        self.theme.space(self.row, 8, (10, 8, 10, 10))
        self.line.setFont(self.theme.font(Role.BODY))
        self.line.setTextMargins(px(6), px(4), px(6), px(4))

    def show_question(self, number: int) -> None:
        self.line.setPlaceholderText(f"Comment on question {number}")

    def _give(self) -> None:
        words = " ".join(self.line.text().split())
        if words:
            self.line.clear()
            self.given.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        else:
            super().keyPressEvent(event)


class ReviewPanel(LivePanel):
    """Complete or not and by whom, changes since the sheet was opened, accepted warnings, comments."""

    title = "Review"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows = Rows(theme, "Review of the sheet", self)
        self.comment = CommentLine(theme, self)
        self.comment.given.connect(self._comment)
        self._made: dict[object, Row] = {}
        self._kept: dict[object, Row] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rows, 1)
        column.addWidget(self.comment)

    def followed(self, document: Document) -> tuple[SignalInstance, ...]:
        return document.edit_applied, document.problems_changed, document.saved_changed

    def set_document(self, document: Document | None) -> None:
        if document is not self.document:
            self._made = {}
        super().set_document(document)

    def set_question(self, number: int) -> None:
        self.comment.show_question(number)

    def _comment(self, words: str) -> None:
        if self.document is not None:
            self.document.session.comment(self.document.current, words)

    def refresh(self) -> None:
        self.comment.setVisible(self.document is not None)
        if self.document is None:
            self.rows.put([self.rows.line(EMPTY)])
            return
        self._kept = {}
        widgets = [
            *self._completion(self.document),
            *self._changes(self.document),
            *self._accepted(self.document),
            *self._comments(self.document),
            *self._unread(self.document),
        ]
        self._made = self._kept
        self.rows.put(widgets)

    def _row(
        self, key: object, head: str, texts: tuple[tuple[str, str], ...], state: State, *chips: str
    ) -> Row:
        """The row of that key as it was, if it says the same, or else a new one."""
        whole = (key, head, texts, state, chips)
        row = self._made.get(whole) or Row(self.theme, head, texts, state, chips, self.rows.body)
        row.unsetCursor()
        self._kept[whole] = row
        return row

    def _to_question(self, row: Row, question: int | None) -> Row:
        if question is not None and not row.property("leads"):
            row.setProperty("leads", True)
            row.setCursor(Qt.CursorShape.PointingHandCursor)
            row.clicked.connect(lambda: self.question_wanted.emit(question))
        return row

    # the parts

    def _completion(self, document: Document) -> list[QWidget]:
        remark = document.session.review.review.completed
        if remark is None:
            return [self.rows.line(NOT_COMPLETE)]
        texts = ((said_by(remark), "quiet"), ("" if document.session.complete else CHANGED_SINCE, "warning"))
        state = State.ANSWERED if document.session.complete else State.WARNING
        row = self._row(remark.id, "Marked complete", texts, state, OPEN_AGAIN)
        if not row.property("wired"):
            row.setProperty("wired", True)
            row.acted.connect(lambda _chip: document.session.mark_incomplete())
        return [row]

    def _changes(self, document: Document) -> list[QWidget]:
        changed = [number for number, _ in document.sheet if document.session.changed_since_opened(number)]
        heading = self.rows.heading(f"Changed since it was opened {len(changed) or ''}".rstrip())
        if not changed:
            return [heading, self.rows.line(NO_CHANGES if document.session.opened else NEW)]
        return [heading, *(self._change(document, number) for number in changed)]

    def _change(self, document: Document, number: int) -> Row:
        assert document.session.opened is not None  # nothing counts as changed without it
        before, after = document.session.opened[number], document.sheet[number]
        lines = change_lines(document.form.question(number), before, after, document.form)
        texts = tuple((line, "ink") for line in lines)
        row = self._row(("change", number), title_of(document, number), texts, State.CHANGED)
        return self._to_question(row, number)

    def _accepted(self, document: Document) -> list[QWidget]:
        remarks = document.session.review.review.accepted
        heading = self.rows.heading(f"Accepted warnings {len(remarks) or ''}".rstrip())
        rows = [self._acceptance(document, remark) for remark in remarks]
        return [heading, *(rows or [self.rows.line(NO_ACCEPTED)])]

    def _acceptance(self, document: Document, remark: Remark) -> QWidget:
        problem = accepted_problem(document, remark)
        gone = LAPSED if _comes_up(document, remark) else SETTLED
        message = without_offer(problem.message) if problem else gone
        texts = (
            (message, "ink" if problem else "quiet"),
            (f"“{remark.reason}”" if remark.reason else "", "ink"),
            (said_by(remark), "quiet"),
        )
        state = State.ACCEPTED if problem else State.NOTE
        head = _head(document, remark.question)
        row = self._row(remark.id, head, texts, state, *((REOPEN,) if problem else ()))
        if problem is not None and not row.property("wired"):
            row.setProperty("wired", True)
            row.acted.connect(lambda _chip: document.session.reopen(problem))
        return self._to_question(row, remark.question)

    def _comments(self, document: Document) -> list[QWidget]:
        remarks = document.session.review.review.comments
        rows: list[QWidget] = [
            self._to_question(self._comment_row(document, remark), remark.question) for remark in remarks
        ]
        heading = self.rows.heading(f"Comments {len(remarks) or ''}".rstrip())
        return [heading, *(rows or [self.rows.line(NO_COMMENTS)])]

    def _comment_row(self, document: Document, remark: Remark) -> Row:
        texts = ((remark.reason, "ink"), (said_by(remark), "quiet"))
        return self._row(remark.id, _head(document, remark.question), texts, State.NOTE)

    def _unread(self, document: Document) -> list[QWidget]:
        """Lines of the review file that could not be read: kept, and told here."""
        unread, path = document.session.review.review.unread, document.session.review.path
        trouble = (
            [self.rows.line(str(document.session.review.trouble), "error")]
            if document.session.review.trouble
            else []
        )
        if not unread or path is None:
            return list(trouble)
        lines = [self.rows.line(f"Line {one.line}: {one.why}. It reads: {one.text[:120]}") for one in unread]
        head = self.rows.heading(f"Lines of {path.name} that could not be read {len(unread)}")
        kept = self.rows.line("They are kept as they are. Somebody may have edited the file by hand.")
        return [*trouble, head, kept, *lines]


def _head(document: Document, question: int | None) -> str:
    if question is None:
        return "The sheet"
    return title_of(document, question) if question in document.form.by_number else f"Question {question}"


def accepted_problem(document: Document, remark: Remark) -> Problem | None:
    """The problem that the remark accepts at this moment, if there is one."""
    return next((one for one in document.problems if document.session.acceptance_of(one) == remark), None)


def _comes_up(document: Document, remark: Remark) -> bool:
    return any((one.question, one.code) == (remark.question, remark.code) for one in document.problems)
