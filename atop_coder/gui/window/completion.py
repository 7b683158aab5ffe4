"""What a sheet lacks before it can be marked complete: a list above the form that shrinks as work goes on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from atop_coder.checks.problem import Severity
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.question_status import to_do
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.row_list import Row, Rows
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Role, Theme

REFRESH_AFTER = 150  # milliseconds
HIGHEST = 300  # pixels at 100 %: the list scrolls beyond that
BLANK = "Not answered yet."
COMPLETE = "Nothing is missing."
READY = "The sheet can be marked complete."


class CompletionSheet(Ground):
    """Lists blank questions and errors of one document; `complete_wanted` once there are none left.

    It stays open while a person mends what it lists, and takes nothing away from them: Escape or Close puts
    it away.
    """

    question_wanted = Signal(int)
    complete_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "card", "bottom", parent)
        self.document: Document | None = None
        self.title = Label("", theme, Role.TITLE, parent=self)
        self.intro = Label("", theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.rows = Rows(theme, "What is missing before the sheet is complete", self)
        self.complete = Chip("Mark complete", theme, primary=True, parent=self)
        self.close_chip = Chip("Close", theme, quiet=True, parent=self)
        self.complete.clicked.connect(self.complete_wanted)
        self.close_chip.clicked.connect(self.put_away)
        self._made: dict[tuple[int, State, tuple[str, ...]], Row] = {}
        self._timer = QTimer(self, singleShot=True, interval=REFRESH_AFTER)
        self._timer.timeout.connect(self.refresh)
        self._lay_out()
        theme.follow(self._respace)
        self.hide()

    def _lay_out(self) -> None:
        self.head = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.intro)
        self.head.addLayout(words, 1)
        self.head.addWidget(self.complete, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.close_chip, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.head)
        self.column.addWidget(self.rows)

    def _respace(self) -> None:
        self.theme.space(self.column, 6, (16, 12, 14, 8))
        self.theme.space(self.head, 8, (8, 0, 0, 0))
        QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as its rows, up to a limit."""
        self.rows.setFixedHeight(max(1, min(self.rows.needed + 2, self.theme.px(HIGHEST))))

    # the document

    def open_for(self, document: Document) -> bool:
        """Lists what the document lacks; False, and stays away, if that is nothing."""
        document.suspend(None)
        document.check()
        self._follow(document)
        if not lacking_rows(document):
            self.put_away()
            return False
        self.refresh()
        self.show()
        self._fit()
        self.rows.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_document(self, document: Document | None) -> None:
        """Another sheet is shown now: the list is not about that."""
        if document is not self.document:
            self.put_away()

    def put_away(self) -> None:
        """Closes the list."""
        self._follow(None)
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _follow(self, document: Document | None) -> None:
        for old, new in ((self.document, False), (document, True)):
            for signal in (old.problems_changed, old.edit_applied) if old else ():
                (signal.connect if new else signal.disconnect)(self._refresh_later)
        if document is not self.document:
            self._made = {}
        self.document = document

    def _refresh_later(self) -> None:
        self._timer.start()

    def refresh(self) -> None:
        """Lists what is missing now."""
        if self.document is None:
            return
        lacking = lacking_rows(self.document)
        count = len(lacking)
        self.title.setText(f"{count} question{'s' if count > 1 else ''} to go" if count else COMPLETE)
        self.intro.setText(_intro(self.document, count))
        self.complete.setVisible(not lacking)
        self._made = {key: self._made.get(key) or self._row(*key) for key in lacking}
        self.rows.put(self._made.values())
        self.rows.setVisible(bool(lacking))
        QTimer.singleShot(0, self, self._fit)

    def _row(self, question: int, state: State, texts: tuple[str, ...]) -> Row:
        short = self.document.form.question(question).short if self.document else ""
        lines = [(text, "ink") for text in texts]
        row = Row(self.theme, f"{question}  {short}", lines, state, parent=self.rows.body)
        row.clicked.connect(lambda: self.question_wanted.emit(question))
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


def lacking_rows(document: Document) -> list[tuple[int, State, tuple[str, ...]]]:
    """The questions that keep the sheet from being complete, in order, with what is wrong."""
    errors: dict[int, list[str]] = {}
    for problem in document.problems:
        if problem.severity == Severity.ERROR:
            errors.setdefault(problem.question, []).append(problem.message)
    return [
        (number, State.ERROR, tuple(errors[number])) if number in errors else (number, State.BLANK, (BLANK,))
        for number in sorted(to_do(document))
    ]


def _intro(document: Document, count: int) -> str:
    open_warnings = document.session.count(Severity.WARNING)
    if not open_warnings:
        return "Choose one to go there." if count else READY
    many = open_warnings > 1
    warnings = f"{open_warnings} warnings are open; they do" if many else "1 warning is open; it does"
    told = f"{warnings} not keep the sheet from being complete."
    return f"Choose one to go there. {told}" if count else f"{READY} {told}"
