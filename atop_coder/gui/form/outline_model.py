"""The outline's rows: a heading for each section, and under it the questions that the filter lets through."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from atop_coder.checks.words import counted
from atop_coder.form import Question, Section
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import Filter, matches, passes, state_of
from atop_coder.gui.widgets.symbols import WORDS

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class SectionRow:
    """A heading, with how many of its questions are answered."""

    section: Section
    answered: int
    total: int
    folded: bool

    @property
    def words(self) -> str:
        return f"{self.answered} of {self.total}"


@dataclass(frozen=True)
class QuestionRow:
    """A question."""

    question: Question


class OutlineModel(QAbstractListModel):
    """Rows for one document; `filter`, `words` and folded sections decide which are there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.filter = Filter.ALL
        self.words = ""
        self.folded: set[str] = set()
        self.rows: list[SectionRow | QuestionRow] = []

    def set_document(self, document: Document | None) -> None:
        self.document = document
        self.rebuild()

    def set_filter(self, chosen: Filter, words: str) -> None:
        self.filter, self.words = chosen, words
        self.rebuild()

    def toggle_fold(self, key: str) -> None:
        self.folded ^= {key}
        self.rebuild()

    def rebuild(self) -> None:
        """Asks the document anew; the view keeps its place when the rows stay the same questions."""
        rows = self._make_rows()
        if [_identity(row) for row in rows] == [_identity(row) for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def update(self, numbers: Set[int]) -> None:
        """These questions have other answers: their rows are shown anew, and the counts above them."""
        if self.document is None or self.narrowed:
            self.rebuild()
            return
        for place, row in enumerate(self.rows):
            if isinstance(row, SectionRow):
                questions = self.document.form.questions_of(row.section)
                heading = self._heading(self.document, row.section, questions, row.folded)
                if heading == row:
                    continue
                self.rows[place] = heading
            elif row.question.number not in numbers:
                continue
            self.dataChanged.emit(self.index(place), self.index(place))

    @property
    def narrowed(self) -> bool:
        """Whether only some of the questions are listed."""
        return self.filter != Filter.ALL or bool(self.words.strip())

    def _make_rows(self) -> list[SectionRow | QuestionRow]:
        rows: list[SectionRow | QuestionRow] = []
        if self.document is None:
            return rows
        narrowed = self.narrowed
        for section in self.document.form.sections:
            questions = self.document.form.questions_of(section)
            shown = [question for question in questions if self._shows(self.document, question)]
            folded = section.key in self.folded and not narrowed
            if shown or not narrowed:
                rows.append(self._heading(self.document, section, questions, folded))
            if not folded:
                rows.extend(QuestionRow(question) for question in shown)
        return rows

    def _shows(self, document: Document, question: Question) -> bool:
        return passes(document, question.number, self.filter) and matches(document, question, self.words)

    def _heading(
        self, document: Document, section: Section, questions: tuple[Question, ...], folded: bool
    ) -> SectionRow:
        answered = sum(not document.sheet[question.number].is_blank for question in questions)
        return SectionRow(section, answered, len(questions), folded)

    def row_of(self, number: int) -> int | None:
        """The place of a question among the rows; None while it is folded or filtered away."""
        return next(
            (
                place
                for place, row in enumerate(self.rows)
                if isinstance(row, QuestionRow) and row.question.number == number
            ),
            None,
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.document is None:
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(self.document, row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, QuestionRow):
            return self._tip(self.document, row.question)
        return None

    def _spoken(self, document: Document, row: SectionRow | QuestionRow) -> str:
        if isinstance(row, SectionRow):
            return f"Section {row.section.numeral}, {row.section.title}, {row.words} answered"
        words = WORDS[state_of(document, row.question.number)]
        count = len(document.session.comments_on(row.question.number))
        said = f", {counted(count, 'comment')}" if count else ""
        return f"Question {row.question.number}, {row.question.short}, {words}{said}"

    def _tip(self, document: Document, question: Question) -> str:
        problems = (f"• {problem.message}" for problem in document.session.problems_of(question.number))
        state = WORDS[state_of(document, question.number)]
        said = (f"{one.who}: {one.reason}" for one in document.session.comments_on(question.number))
        lines = (f"{question.number}. {question.prompt}", state.capitalize(), *problems, *said)
        return _as_plain("\n".join(lines))


def _title(row: SectionRow | QuestionRow) -> str:
    if isinstance(row, SectionRow):
        return row.section.title
    return f"{row.question.number} {row.question.short}"


def _identity(row: SectionRow | QuestionRow) -> tuple[str, bool]:
    if isinstance(row, SectionRow):
        return row.section.key, row.folded
    return row.question.key, False


def _as_plain(text: str) -> str:
    """A tip that Qt cannot take for HTML, wrapped at a width for reading."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>"
