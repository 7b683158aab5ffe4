"""The versions that saves have kept of a sheet: what changed, and back with one answer or with all."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from atop_coder.checks.words import capital
from atop_coder.compare.sheets import Difference, compare, questions_in_words
from atop_coder.errors import AtopError
from atop_coder.files.versions import Version
from atop_coder.gui.compare.answer_pair import DifferenceCard
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.widgets.cards import Chip, Label
from atop_coder.gui.widgets.flow import FlowRow
from atop_coder.gui.widgets.ground import Ground
from atop_coder.gui.widgets.row_list import Row, Rows
from atop_coder.gui.widgets.theme import Role, Theme
from atop_coder.session.time_format import when_words
from atop_coder.sheet import Answer, Sheet

NOW, THEN = "Now", "Then"
ONE_BACK, ALL_BACK = "Bring back this answer", "Bring back the whole sheet"
NONE_KEPT = (
    "No version is kept of this sheet yet. Each time it is saved, what stood in the file before is kept here."
)
SAME = "It says the same as the sheet does now."
BESIDE_WORDS, OWN_WORDS = "Beside the sheet", "In my own folder"


class VersionRow(Row):
    """One version: when it was saved, and in what it differs from now."""

    def __init__(self, version: Version, theme: Theme, parent: QWidget) -> None:
        when = capital(when_words(version.when).removeprefix("on "))
        super().__init__(theme, when, [("…", "quiet")], parent=parent)
        self.version = version
        self.sheet: Sheet | None = None
        self.trouble = ""

    def read(self) -> None:
        """Reads the version, once."""
        if self.sheet is None and not self.trouble:
            try:
                self.sheet = read_now(self.version.path).sheet
            except AtopError as error:
                self.trouble = str(error)

    def show_difference(self, now: Sheet) -> None:
        """Says in which questions it differs from the sheet as it is now."""
        if self.sheet is None:
            self.labels[0].setText(self.trouble)
            return
        words = questions_in_words(one.question for one in compare(now, self.sheet))
        self.labels[0].setText(f"Other in {words}" if words else "The same as now")
        self._name()


class HistoryPage(QDialog):
    """Lists versions at the left, the newest first; at the right what the chosen one says otherwise.

    What is brought back is an edit of the document like any other, and can be undone. `place_wanted` says
    whether versions shall be kept beside the sheet from now on.
    """

    place_wanted = Signal(bool)

    def __init__(
        self,
        document: Document,
        versions: Iterable[Version],
        beside: bool,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self.theme = document, theme
        self.setWindowTitle(f"History of {document.name}")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chosen: VersionRow | None = None
        self.cards: list[DifferenceCard] = []
        self.list = Rows(theme, "Versions of the sheet", self)
        self.rows = [VersionRow(version, theme, self.list.body) for version in versions]
        for row in self.rows:
            row.clicked.connect(lambda _on=False, row=row: self.choose(row))
        self._build(beside)
        room = self.screen().availableSize()
        width = min(theme.px(1040), room.width())
        self._part(width)
        self.resize(width, min(theme.px(700), room.height() - 32))
        document.edit_applied.connect(self._refresh_soon)
        self._refreshing = QTimer(self, singleShot=True, interval=0)
        self._refreshing.timeout.connect(self.refresh)
        self._unread = list(self.rows)
        self._reading = QTimer(self, interval=0)
        self._reading.timeout.connect(self._read_next)
        self._start()

    def _start(self) -> None:
        self.list.put(self.rows or [self.list.line(NONE_KEPT)])
        if self.rows:
            self.choose(self.rows[0])
            self.rows[0].setFocus()
            self._reading.start()
        else:
            self.all_back.hide()

    def _build(self, beside: bool) -> None:
        theme = self.theme
        self.title = Label("", theme, Role.TITLE, parent=self)
        self.intro = Label("", theme, Role.BODY, "quiet", wrap=True, parent=self)
        self.all_back = Chip(ALL_BACK, theme, primary=True, parent=self)
        self.all_back.clicked.connect(self._bring_all_back)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left(), 0)
        body.addWidget(self._right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self._foot(beside))

    def _left(self) -> Ground:
        left = self.left = Ground(self.theme, "panel", "right", self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, self.theme.px(8), 1, 0)
        column.addWidget(self.list)
        return left

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part(self.width())

    def _part(self, width: int) -> None:
        """The list takes a third of the page at most."""
        self.left.setFixedWidth(min(self.theme.px(290), width // 3))

    def _right(self) -> QWidget:
        px = self.theme.px
        right = QWidget(self)
        head = Ground(self.theme, "card", "bottom", right)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(22), px(14), px(18), px(14))
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.intro)
        row.addLayout(words, 1)
        row.addWidget(self.all_back, 0, Qt.AlignmentFlag.AlignBottom)
        self.area = QScrollArea(right)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.area, 1)
        return right

    def _foot(self, beside: bool) -> Ground:
        theme = self.theme
        foot = Ground(theme, "panel", "top", self)
        row = QHBoxLayout(foot)
        self.theme.space(row, 8, (18, 9, 18, 10))
        flow = FlowRow(theme, foot, gap=8)
        flow.add(Label("New versions are kept", theme, Role.SMALL, "quiet", parent=foot))
        self.places = {
            True: Chip(BESIDE_WORDS, theme, checkable=True, role=Role.LABEL, parent=foot),
            False: Chip(OWN_WORDS, theme, checkable=True, role=Role.LABEL, parent=foot),
        }
        for is_beside, chip in self.places.items():
            chip.setChecked(is_beside == beside)
            chip.clicked.connect(lambda _on=False, place=is_beside: self._choose_place(place))
            flow.add(chip)
        row.addWidget(flow, 1)
        self.close_chip = Chip("Close", theme, parent=foot)
        self.close_chip.clicked.connect(self.accept)
        row.addWidget(self.close_chip)
        return foot

    def _choose_place(self, beside: bool) -> None:
        for is_beside, chip in self.places.items():
            chip.setChecked(is_beside == beside)
        self.place_wanted.emit(beside)

    # reading in idle moments

    def _read_next(self) -> None:
        if self._unread:
            row = self._unread.pop(0)
            row.read()
            row.show_difference(self.document.sheet)
        else:
            self._reading.stop()

    # the chosen version

    def choose(self, row: VersionRow) -> None:
        """Shows what that version says otherwise."""
        self.chosen = row
        for one in self.rows:
            one.set_chosen(one is row)
        self.refresh()

    def _refresh_soon(self) -> None:
        self._refreshing.start()

    def refresh(self) -> None:
        """Compares the chosen version with the sheet as it is now."""
        if self.chosen is None:
            self.title.setText(self.windowTitle())
            return
        self.chosen.read()
        for row in self.rows:
            if row.sheet is not None or row.trouble:
                row.show_difference(self.document.sheet)
        sheet = self.chosen.sheet
        differences = compare(self.document.sheet, sheet) if sheet else ()
        self.title.setText(f"As saved {when_words(self.chosen.version.when)}")
        words = questions_in_words(one.question for one in differences)
        self.intro.setText(self.chosen.trouble or (f"It differs in {words}." if words else SAME))
        self.all_back.setEnabled(bool(differences))
        self._show(differences)

    def _show(self, differences: tuple[Difference, ...]) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        self.theme.space(column, 10, (20, 16, 20, 16))
        self.cards = [self._card(one, body) for one in differences]
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        self.area.setWidget(body)

    def _card(self, difference: Difference, body: QWidget) -> DifferenceCard:
        names = (NOW, THEN)
        card = DifferenceCard(difference, names, self.document.form, self.theme, choice=False, parent=body)
        chip = Chip(ONE_BACK, self.theme, role=Role.LABEL, parent=card)
        chip.setAccessibleName(f"{ONE_BACK}: question {difference.question}")
        chip.clicked.connect(lambda: self.bring_back({difference.question: difference.theirs}))
        card.head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _bring_all_back(self) -> None:
        if self.chosen is not None and self.chosen.sheet is not None:
            self.bring_back(dict(self.chosen.sheet))

    def bring_back(self, answers: dict[int, Answer]) -> None:
        """Gives the sheet these answers, as one step that can be undone."""
        self.document.put_all(answers)
