"""After a crash: what the journals hold is offered, taken, looked at or set aside."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from atop_coder.compare.sheets import Side, compare
from atop_coder.errors import AtopError
from atop_coder.files.log import log
from atop_coder.files.recovery import Fit, Left, forget, left_behind, set_aside
from atop_coder.form import Form
from atop_coder.gui.compare.comparisons import Comparisons
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.journal_writer import JournalWriter
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.session.workspace import Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.recovery_bar import ASIDE, COMPARE, LOOK, TAKE, RecoveryArea
from atop_coder.reading.report import Reading
from atop_coder.session.time_format import when_words
from atop_coder.sheet import Answer, Sheet

if TYPE_CHECKING:  # loaded when the first comparison is shown
    from atop_coder.gui.compare.compare_page import Wording


class RecoveryController(QObject):
    """Offers what a crash left behind; nothing of it is replayed or deleted unasked.

    `take_reading(path, reading)` opens a sheet that was read; `question_wanted(number)` leads to what came
    back.
    """

    question_wanted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        journals: JournalWriter,
        notices: Notices,
        comparisons: Comparisons,
        area: RecoveryArea,
        take_reading: Callable[[Path, Reading], Document],
        form: Form,
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.journals, self.notices = workspace, journals, notices
        self.comparisons, self.area, self.form = comparisons, area, form
        self.take_reading = take_reading
        area.acted.connect(self._act)

    def offer(self) -> None:
        """Looks for journals that were left behind and offers them."""
        found = list(self._worth_offering(left_behind(self.journals.folder, self.form)))
        for left, fit in found:
            log.info("left behind: %s (%s)", _name(left), fit)
        self.area.offer(found)

    def _worth_offering(self, journals: tuple[Left, ...]) -> Iterator[tuple[Left, Fit]]:
        for left in journals:
            fit = left.fit
            if fit == Fit.DAMAGED or self._still_lost(left, fit):
                yield left, fit
            else:
                forget(left)  # all of it stands in the file

    def _still_lost(self, left: Left, fit: Fit) -> dict[int, Answer]:
        """The answers of a journal that stand nowhere else."""
        lost = left.lost
        if fit != Fit.CHANGED or left.path is None:
            return lost
        try:
            now = read_now(left.path).sheet
        except AtopError:
            return lost
        return {number: answer for number, answer in lost.items() if now[number] != answer}

    def _act(self, left: Left, button: str) -> None:
        does = {TAKE: self._take, LOOK: self._look_at, COMPARE: self._look_at, ASIDE: self._put_aside}
        does[button](left)

    def _put_aside(self, left: Left) -> None:
        try:
            place = set_aside(left)
        except OSError as error:
            self.notices.say(State.ERROR, f"The journal could not be discarded ({error.strerror}).")
            return
        self.area.drop(left)
        log.info("set aside a journal as %s", place.name)
        if self.workspace.document is not None:
            self.notices.say(State.NOTE, f"Discarded. It is kept as {place}.")

    # taking

    def _take(self, left: Left) -> None:
        if left.fit == Fit.CHANGED:  # it was changed after the bar had been put up
            self._look_at(left)
        elif self._put_back(left, left.lost):
            self._settle(left)

    def _settle(self, left: Left) -> None:
        self.area.drop(left)
        forget(left)

    def _put_back(self, left: Left, answers: dict[int, Answer]) -> bool:
        """Opens the sheet with these answers as edits; True once they are in a journal of their own."""
        document = self._open(left)
        if document is None or document.session.reading_only:
            return False
        document.put_all(answers)
        self.journals.sync()
        log.info("recovered %d answers of %s", len(answers), _name(left))
        if answers:
            self.question_wanted.emit(min(answers))
        return True

    def _open(self, left: Left) -> Document | None:
        if left.path is None or left.fit == Fit.GONE:
            return self._open_new(left.saved)
        if self.workspace.show_path(left.path):
            return self.workspace.document
        try:
            return self.take_reading(left.path, read_now(left.path))
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))
            return None

    def _open_new(self, sheet: Sheet) -> Document:
        document = Document(sheet, form=self.form, parent=self.workspace)
        self.workspace.open_sheet(document)
        return document

    # looking

    def _look_at(self, left: Left) -> None:
        fit = left.fit
        theirs = self._file_of(left, fit)
        if theirs is None:
            return
        mine = theirs
        for number, answer in left.lost.items():
            mine = mine.with_answer(number, answer)
        differences = compare(mine, theirs, left.start if fit == Fit.CHANGED else theirs)
        if not differences:
            self._take(left)
            return
        page = self.comparisons.show(_wording(left, fit), differences)
        page.decided.connect(lambda choices: self._take_some(left, choices))

    def _file_of(self, left: Left, fit: Fit) -> Sheet | None:
        if left.path is None or fit in (Fit.GONE, Fit.UNNAMED):
            return left.saved
        try:
            return read_now(left.path).sheet
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))
        # nothing to compare with: the work opens as a sheet of its own
        if self._open_new(left.start).put_all(left.lost):
            self.journals.sync()
            self._put_aside(left)
        return None

    def _take_some(self, left: Left, choices: dict[int, Side]) -> None:
        mine = {number: left.sheet[number] for number, side in choices.items() if side == Side.MINE}
        if not self._put_back(left, mine):
            return
        if len(mine) == len(choices):
            self._settle(left)
        else:
            self._put_aside(left)


def _name(left: Left) -> str:
    return left.path.name if left.path else "a new sheet"


def _wording(left: Left, fit: Fit) -> "Wording":
    from atop_coder.gui.compare.compare_page import Wording

    changed = fit == Fit.CHANGED
    kept = "What you do not take is set aside, not deleted."
    since = "The file was changed by somebody since. " if changed else ""
    until = when_words(left.when).removeprefix("on ")
    return Wording(
        "What was typed before the program ended",
        f"{since}Of each question take what was typed until {until}, or what the file has. {kept} It is saved"
        " when you save.",
        "What was typed",
        "In the file" if left.path else "Before",
        "Take these",
        "Take all that was typed",
        "Take nothing of it",
        "Changed only by what was typed." if changed else "",
        "Changed only in the file.",
        "Changed in both: choose." if changed else "",
    )
