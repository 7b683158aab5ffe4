"""The row that a person is at, whole: both answers in words, and what comes with the change."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from atop_coder.checks import Problem
from atop_coder.compare.texts import differing, whole
from atop_coder.folder.workbook import Left
from atop_coder.form import load_form
from atop_coder.gui.compare.answer_pair import BLANK_WORDS
from atop_coder.gui.folder.across_page import ORDER
from atop_coder.gui.folder.workbook.change_rows import ChangeRow, LeftRow, Row, SheetRow
from atop_coder.gui.folder.workbook.change_selection import Kind, SheetSelection
from atop_coder.gui.folder.workbook.marked_words import MarkedBox, Pair
from atop_coder.gui.form.problem_bar import STATES
from atop_coder.gui.widgets.cards import Chip, Label, MessageBar
from atop_coder.gui.widgets.row_list import breakable
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.taborder import tab_after
from atop_coder.gui.widgets.theme import Role, Theme

IN_SHEET, IN_BOOK = "In the sheet", "In the workbook"
OPEN = "Open the sheet"
CLASH_WORDS = (
    "The sheet's answer was changed too since the dataset was exported. If you tick this, the workbook's"
    " answer takes its place."
)
WITH_TICKED = "New in the sheet with what is ticked"
IF_TICKED = "New in the sheet if this is ticked too"
NO_SHEET_WORDS = "These edits belong to no sheet that was found in this folder."
WRITTEN_OVER = "The sheet is written into this file. What it holds now is kept among its versions."
WRITTEN_BESIDE = (
    "This file is no normalized sheet. It stays as it is; a normalized sheet is written beside it."
)
OPEN_HERE = "The sheet is open here: it is changed in its tab as one step, and not saved."


class ChangeDetail(QScrollArea):
    """Shows one row; `ticked(on)` says that the person takes the workbook's answer or leaves the sheet's.

    `open_wanted` asks for the sheet. `open_sheets` are the paths of sheets that are open in tabs.
    """

    ticked = Signal(bool)
    open_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.row: Row | None = None
        self.boxes: tuple[MarkedBox, ...] = ()
        self.is_open = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The change that is chosen")
        theme.follow(self._show_again, at_once=False)
        self.show_row(None)

    def show_row(self, row: Row | None, is_open: bool = False) -> None:
        """Shows that row, from the top; `is_open` tells that its sheet is open in a tab."""
        other = row is not self.row
        focus = self._focused()
        self.row, self.is_open = row, is_open
        self.boxes = ()
        body = QWidget()
        column = QVBoxLayout(body)
        self.theme.space(column, 10, (18, 14, 18, 18))
        for part in self._parts(row):
            column.addWidget(part)
        column.addStretch(1)
        above = self.verticalScrollBar().value()
        if (gone := self.takeWidget()) is not None:
            gone.deleteLater()  # the click that brought us here may have come from within
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        tab_after(self, body)
        self.verticalScrollBar().setValue(0 if other else above)
        if focus is not None and self.boxes:
            self.boxes[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_again(self) -> None:
        self.show_row(self.row, self.is_open)

    def _focused(self) -> int | None:
        return next((place for place, box in enumerate(self.boxes) if box.hasFocus()), None)

    def _parts(self, row: Row | None) -> Iterator[QWidget]:
        if isinstance(row, ChangeRow):
            yield from self._change(row)
        elif isinstance(row, SheetRow):
            yield from self._sheet(row)
        elif isinstance(row, LeftRow):
            yield from self._left(row.left)

    # a change

    def _change(self, row: ChangeRow) -> Iterator[QWidget]:
        yield self._head(row.question.short, row.sheet.one.name, str(row.question.number))
        yield self._pair(row)
        if row.change.clash:
            yield MessageBar(State.WARNING, CLASH_WORDS, self.theme)
        found = row.sheet.problems(row.change.question)
        here = sorted(found, key=lambda one: (one.question != row.question.number, ORDER[one.severity]))
        yield from self._problems(WITH_TICKED if row.ticked else IF_TICKED, here, row.question.number)
        yield self._line(row.question.prompt, "quiet")
        yield self._line(f"Edited: {', '.join(row.change.cells)}", "quiet", Role.SMALL)

    def _pair(self, row: ChangeRow) -> Pair:
        before, after = row.words(row.change.before), row.words(row.change.after)
        blank = (BLANK_WORDS,) in (before, after)
        ours, theirs = ((), ()) if blank else differing(whole(before), whole(after))
        self.boxes = (
            MarkedBox(IN_SHEET, before, ours, self.theme),
            MarkedBox(IN_BOOK, after, theirs, self.theme),
        )
        for box, on in zip(self.boxes, (False, True), strict=True):
            box.setChecked(row.ticked == on)
            box.clicked.connect(lambda _on=False, on=on: self.ticked.emit(on))
        return Pair(self.boxes, self.theme)

    # a sheet, and what belongs to none

    def _sheet(self, row: SheetRow) -> Iterator[QWidget]:
        sheet = row.sheet
        if sheet is None:
            yield self._head(row.name, "", opens=False)
            yield self._line(NO_SHEET_WORDS, "quiet")
            return
        yield self._head(row.name, row.counted)
        yield self._line(str(sheet.one.path), "quiet", Role.SMALL)
        if sheet.one.changes:
            yield self._line(self._fate(sheet))
            yield from self._problems(
                WITH_TICKED, sorted(sheet.problems(), key=lambda one: ORDER[one.severity])
            )
        if sheet.one.left:
            yield self._heading(Kind.LEFT)
            for left in sheet.one.left:
                yield MessageBar(State.ERROR, f"{left.place}: {left.message}", self.theme)

    def _fate(self, sheet: SheetSelection) -> str:
        if self.is_open:
            return OPEN_HERE
        return WRITTEN_OVER if sheet.one.normalized else WRITTEN_BESIDE

    def _left(self, left: Left) -> Iterator[QWidget]:
        yield self._head(Kind.LEFT, left.place, opens=False)
        yield MessageBar(State.ERROR, left.message, self.theme)

    # parts

    def _problems(self, heading: str, problems: list[Problem], here: int = 0) -> Iterator[QWidget]:
        """New problems, with their question where that is not the one that is shown."""
        if problems:
            yield self._heading(heading)
        for problem in problems:
            short = load_form().question(problem.question).short
            place = "" if problem.question == here else f"{problem.question} {short}: "
            yield MessageBar(STATES[problem.severity], f"{place}{problem.message}", self.theme)

    def _head(self, title: str, aside: str, number: str = "", opens: bool = True) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.theme.px(10))
        if number:
            row.addWidget(Label(number, self.theme, Role.NUMBER, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(self.theme.px(1))
        words.addWidget(Label(title, self.theme, Role.TITLE, wrap=True))
        if aside:
            words.addWidget(Label(breakable(aside), self.theme, Role.SMALL, "quiet", wrap=True))
        row.addLayout(words, 1)
        if opens:
            chip = Chip(OPEN, self.theme, role=Role.LABEL)
            chip.clicked.connect(self.open_wanted)
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _heading(self, text: str) -> Label:
        return Label(text, self.theme, Role.LABEL, "quiet", wrap=True)

    def _line(self, text: str, ink: str = "ink", role: Role = Role.BODY) -> Label:
        label = Label(breakable(text), self.theme, role, ink, wrap=True)
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        label.setSizePolicy(policy)
        return label
