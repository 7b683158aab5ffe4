"""All that the checks found in the sheet, by weight; a click goes there, a warning can be accepted here."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.checks.problem import Problem, Severity
from atop_coder.checks.words import without_offer
from atop_coder.gui.form.problem_bar import ACCEPT, REOPEN, STATES, ReasonRow
from atop_coder.gui.session.document import Document
from atop_coder.gui.sidebar.live_panel import LivePanel
from atop_coder.gui.sidebar.words import accepted_words
from atop_coder.gui.widgets.row_list import Fold, Row, Rows
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme

HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.NOTE: "Notes"}
CHECKING = "Checking…"
NOTHING = "The checks find nothing wrong."
EMPTY = "Open a sheet to see what the checks say of it."
COUNTED = (Severity.ERROR, Severity.WARNING)


class ProblemRow(Row):
    """One problem, in the words that stand beside the field; asks for a reason in its own row."""

    def __init__(self, document: Document, problem: Problem, theme: Theme, parent: QWidget) -> None:
        self.document, self.problem = document, problem
        self.reason_row: ReasonBox | None = None
        remark = document.session.acceptance_of(problem)
        state = State.ACCEPTED if remark else STATES[problem.severity]
        message = without_offer(problem.message) if remark else problem.message
        texts = ((message, "ink"), (accepted_words(remark) if remark else "", "quiet"))
        head, chips = title_of(document, problem.question), _chips(problem, bool(remark))
        super().__init__(theme, head, texts, state, chips, parent)
        self.acted.connect(self._act)

    def _act(self, chip: str) -> None:
        if chip == REOPEN:
            self.document.session.reopen(self.problem)
        elif self.reason_row is None:
            self._ask()

    def _ask(self) -> None:
        self.reason_row = ReasonBox(self.theme, self)
        self.reason_row.given.connect(lambda reason: self.document.session.accept(self.problem, reason))
        self.reason_row.gone.connect(self._do_not_ask)
        self.append(self.reason_row)
        self.reason_row.line.setFocus()

    def _do_not_ask(self) -> None:
        if self.reason_row is not None:
            self.setFocus()
            self.reason_row.hide()
            self.reason_row.deleteLater()
            self.reason_row = None


class ReasonBox(ReasonRow):
    """The line for the reason with its buttons below it, because a panel is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        column = self.layout()
        if isinstance(column, QBoxLayout):
            while (item := column.takeAt(1)) is not None:
                if (button := item.widget()) is not None:
                    buttons.addWidget(button)
            buttons.addStretch(1)
            column.setDirection(QBoxLayout.Direction.TopToBottom)
            column.setSpacing(theme.px(6))
            column.addLayout(buttons)


def title_of(document: Document, question: int) -> str:
    """Number and short title of a question."""
    return f"{question}  {document.form.question(question).short}"


def _chips(problem: Problem, accepted: bool) -> tuple[str, ...]:
    if accepted:
        return (REOPEN,)
    return (ACCEPT,) if problem.severity == Severity.WARNING else ()


class ProblemsPanel(LivePanel):
    """Errors, warnings and notes under one another; accepted warnings folded at the end."""

    title = "Problems"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows = Rows(theme, "Problems of the sheet", self)
        self._made: dict[tuple[Problem, str], ProblemRow] = {}
        self._fold: Fold | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.rows)

    @classmethod
    def badge(cls, document: Document | None) -> str:
        """How many errors and open warnings there are, "" for none."""
        return str(sum(document.session.count(severity) for severity in COUNTED) or "") if document else ""

    def followed(self, document: Document) -> tuple[SignalInstance, ...]:
        return document.edit_applied, document.problems_changed

    def set_document(self, document: Document | None) -> None:
        if document is not self.document:
            self._made = {}
        super().set_document(document)

    def refresh(self) -> None:
        widgets = self._widgets(self.document) if self.document else [self.rows.line(EMPTY)]
        self.rows.put(widgets)
        if self._fold is not None:
            self._fold.hold(self._fold.rows)

    def _widgets(self, document: Document) -> list[QWidget]:
        remarks = {problem: document.session.reason_for(problem) for problem in document.problems}
        self._made = {(one, reason): self._row(document, one, reason) for one, reason in remarks.items()}
        widgets: list[QWidget] = []
        for severity, heading in HEADINGS.items():
            rows = [
                row for (one, reason), row in self._made.items() if one.severity == severity and not reason
            ]
            if rows:
                widgets += [self.rows.heading(f"{heading} {len(rows)}"), *rows]
        if not widgets:
            widgets.append(self.rows.line(NOTHING if document.session.shown.checked else CHECKING))
        return widgets + self._accepted([row for (_, reason), row in self._made.items() if reason])

    def _row(self, document: Document, problem: Problem, reason: str) -> ProblemRow:
        row = self._made.get((problem, reason))
        if row is None:
            row = ProblemRow(document, problem, self.theme, self.rows.body)
            row.clicked.connect(lambda: self.question_wanted.emit(problem.question))
        row.set_chosen(problem.question == document.current)
        return row

    def _accepted(self, rows: list[ProblemRow]) -> list[QWidget]:
        if not rows:
            self._fold = None
            return []
        if self._fold is None:
            self._fold = Fold("", self.theme, self.rows.body)
        self._fold.rows = list(rows)
        self._fold.set_text(f"Accepted warnings {len(rows)}")
        return [self._fold, *rows]

    def set_question(self, number: int) -> None:
        for (problem, _), row in self._made.items():
            row.set_chosen(problem.question == number)
