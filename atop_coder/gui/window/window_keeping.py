"""What keeps work from being lost: journals, locks, versions, and comparison before anything is replaced."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from atop_coder.errors import AtopError
from atop_coder.files.compare import Difference, Side, compare, questions_in_words, taken
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.lock import drop_lock, held_by, take_lock
from atop_coder.files.log import log
from atop_coder.files.owner import Owner
from atop_coder.files.versions import Versions
from atop_coder.gui.form.form_page import FormPage
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.journal_writer import Draft, Keeper
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.session.saving import save_document
from atop_coder.gui.session.settings import BESIDE, OWN
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.time_format import when_words
from atop_coder.gui.window.lock_bar import LockBar, owner_words
from atop_coder.gui.window.window_files import FileTasks
from atop_coder.reading.report import Reading
from atop_coder.sheet import Sheet

if TYPE_CHECKING:  # loaded when the first is shown
    from atop_coder.gui.compare.compare_page import ComparePage, Wording
    from atop_coder.gui.compare.history_page import HistoryPage

ELSEWHERE, COMPARE, NOT_NOW, CLOSE = "Save elsewhere", "Compare", "Not now", "Close"


def draft_of(page: FormPage) -> Draft | None:
    """The answer that is being typed in the form, as it stands; nothing is taken over by asking."""
    document = page.document
    if document is None or document.current not in page.cards:
        return None
    return document, document.current, page.cards[document.current].editor.draft()


class KeepTasks(FileTasks):
    """Follows every open sheet with a journal and a lock; saves over nothing that was not seen."""

    leaves_traces = True  # a window that only draws a picture leaves none

    def _make_parts(self) -> None:
        super()._make_parts()
        state = self.settings.state_folder
        self.keeper = Keeper(state / "journals", lambda: draft_of(self.page), self)
        self.keeper.failed.connect(lambda message: self.notices.say(State.ERROR, message))
        self.lock_bar = LockBar(self.theme)
        self.lock_bar.taken_over.connect(self._take_over)
        self.holders: dict[Document, Owner] = {}
        self.comparison: ComparePage | None = None
        self.history_page: HistoryPage | None = None

    def _lay_out(self) -> None:
        super()._lay_out()
        self.put_above(self.lock_bar)

    def put_above(self, bar: QWidget) -> None:
        """Puts a bar between the tabs and the work, where it is seen whatever is open."""
        body = self.stack.parentWidget()
        column = body.layout() if body else None
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.stack), bar)

    # sheets that come and go

    def add_document(self, document: Document) -> None:
        super().add_document(document)
        document.refused.connect(lambda: self._say_reading_only(document))
        if self.leaves_traces:
            self.keeper.follow(document)

    def take_reading(self, path: Path, reading: Reading) -> None:
        super().take_reading(path, reading)
        log.info("opened %s as %s", path.name, reading.report.format)
        if self.document is not None and self.leaves_traces:
            self._look_round(self.document)

    def _look_round(self, document: Document) -> None:
        """Whether somebody else has the sheet, and whether there is more than one of it."""
        from atop_coder.files.conflicts import conflicted_copies

        if document.path is None:
            return
        owner = held_by(document.path)
        if owner is None:
            take_lock(document.path, self.settings.text("name"))
        else:
            document.reading_only = True
            self.holders[document] = owner
            self.lock_bar.show_for(document, owner)
        copies = conflicted_copies(document.path)
        if copies:
            self._offer_copy(document, *copies[0], more=len(copies) - 1)

    def show_document(self, document: Document | None) -> None:
        super().show_document(document)
        self._place_notices(document)
        self.lock_bar.show_for(document, self.holders.get(document) if document else None)

    def _place_notices(self, document: Document | None) -> None:
        """Notices stand above the form; while there is none, above the page of welcome."""
        middle = self.page.parentWidget()
        column = middle.layout() if middle else None
        if document is None:
            self.put_above(self.notices)
        elif isinstance(column, QVBoxLayout) and column.indexOf(self.notices) < 0:
            column.insertWidget(column.indexOf(self.completion), self.notices)

    def _drop(self, document: Document) -> None:
        self.leave(document)
        super()._drop(document)

    def leave(self, document: Document) -> None:
        """The sheet is closed here: its journal and lock go."""
        self.keeper.leave(document)
        self.holders.pop(document, None)
        if document.path is not None:
            drop_lock(document.path)

    def leave_all(self) -> None:
        """All sheets are closed, saved or given up by the person."""
        for document in list(self.keeper.journals):
            self.leave(document)

    def stop_work(self) -> None:
        super().stop_work()
        self.keeper.stop()

    # two people

    def _take_over(self, document: Document) -> None:
        if document.path is None:
            return
        take_lock(document.path, self.settings.text("name"))
        log.info("took over %s", document.path.name)
        document.reading_only = False
        self.holders.pop(document, None)
        self.lock_bar.show_for(document, None)

    def _say_reading_only(self, document: Document) -> None:
        owner = self.holders.get(document)
        if owner is not None:
            self.lock_bar.show_for(document, owner)
            self.notices.say(
                State.NOTE,
                f"{owner_words(owner)} has this sheet open: take it over to change it.",
                passing=True,
            )

    def _offer_copy(self, document: Document, copy: Path, program: str, more: int) -> None:
        others = f" There {'is one more' if more == 1 else f'are {more} more'} like it." if more else ""
        bar = self.notices.say(
            State.WARNING,
            f"{program} has put a second copy of this sheet beside it, {copy.name}: two people changed it at"
            f" the same time.{others}",
            (COMPARE, NOT_NOW),
        )
        bar.acted.connect(lambda button: self._compare_with_copy(document, copy, button))

    def _compare_with_copy(self, document: Document, copy: Path, button: str) -> None:
        from atop_coder.gui.compare.compare_page import Wording

        if button != COMPARE:
            return
        theirs = self._sheet_in(copy)
        if theirs is None:
            return
        differences = compare(document.sheet, theirs)
        if not differences:
            self.notices.say(
                State.ANSWERED, f"{copy.name} says the same as this sheet; it can be deleted.", passing=True
            )
            return
        wording = Wording(
            "Two copies of one sheet",
            f"Of each question take the answer of this sheet or of {copy.name}. The copy stays where it is"
            " until you delete it, and each change can be undone.",
            "In this sheet",
            f"In the copy, {when_words(_changed(copy))}",
            "Take these",
            "Keep all of this sheet",
            "Take all of the copy",
        )
        page = self.show_comparison(wording, differences)
        page.decided.connect(lambda choices: document.put_all(taken(differences, choices)))

    # saving

    @property
    def versions(self) -> Versions:
        """Where the versions before each save are kept, by the person's setting."""
        own = self.settings.state_folder / "versions"
        return Versions(own if self.settings.versions == OWN else None, own)

    def put_into_file(self, document: Document, path: Path) -> None:
        before = document.path
        if document.reading_only and path == before and document in self.holders:
            owner = self.holders[document]
            since = when_words(owner.since).removeprefix("on ")
            raise AtopError("held-by-another", file=path, who=owner_words(owner), since=since)

        def note(fingerprint: str) -> None:
            self.keeper.note_saving(document, path, fingerprint)

        trouble = save_document(document, path, self.versions, note)
        self.keeper.begin(document)
        log.info("saved %s", path.name)
        if before != path:
            self._move_lock(document, before, path)
        if trouble is not None:
            self.notices.say(State.WARNING, str(trouble))

    def _move_lock(self, document: Document, before: Path | None, path: Path) -> None:
        if before is not None:
            drop_lock(before)
        document.reading_only = False
        self.holders.pop(document, None)
        self.lock_bar.show_for(document, None)
        take_lock(path, self.settings.text("name"))

    def save_refused(self, document: Document, path: Path, error: AtopError) -> None:
        log.warning("%s not saved: %s (%s)", path.name, error.code, error.values.get("reason", ""))
        if error.code == "changed-outside":
            self._compare_with_file(document, path)
        else:
            self._offer_elsewhere(str(error))

    def _offer_elsewhere(self, message: str) -> None:
        bar = self.notices.say(State.ERROR, message, (ELSEWHERE, CLOSE))
        bar.acted.connect(lambda button: self.save_as() if button == ELSEWHERE else False)

    def _compare_with_file(self, document: Document, path: Path) -> None:
        now = fingerprint(path)
        try:
            theirs = read_now(path).sheet
        except AtopError as error:
            changed = AtopError("changed-outside", file=path)
            self._offer_elsewhere(f"{changed} It cannot be compared: {error}")
            return
        differences = compare(document.sheet, theirs, document.saved_sheet)
        if not differences:
            document.note_file(theirs, now)
            self._write(document, path)
            return
        page = self.show_comparison(_file_wording(document, path), differences)
        page.decided.connect(
            lambda choices: self._save_compared(document, path, theirs, now, choices, differences)
        )

    def _save_compared(
        self,
        document: Document,
        path: Path,
        theirs: Sheet,
        now: str,
        choices: dict[int, Side],
        differences: tuple[Difference, ...],
    ) -> None:
        document.note_file(theirs, now)
        document.put_all(taken(differences, choices))
        if self._write(document, path):
            many = questions_in_words(taken(differences, choices))
            said = f"Saved, with {many} as the file had it." if many else "Saved, with your answers."
            self.notices.say(State.ANSWERED, said, passing=True)

    def show_comparison(self, wording: "Wording", differences: tuple[Difference, ...]) -> "ComparePage":
        """Opens the page with both sides above the window."""
        from atop_coder.gui.compare.compare_page import ComparePage

        self.comparison = ComparePage(wording, differences, self.form, self.theme, self)
        self.comparison.destroyed.connect(self._forget_comparison)
        self.comparison.open()
        return self.comparison

    def _forget_comparison(self) -> None:
        self.comparison = None

    def _sheet_in(self, path: Path) -> Sheet | None:
        try:
            return read_now(path).sheet
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))
            return None

    # versions

    def show_history(self) -> None:
        """Shows the versions that were kept of the current sheet."""
        from atop_coder.gui.compare.history_page import HistoryPage

        if self.document is None:
            return
        self.page.commit()
        document = self.document
        kept = self.versions.of(document.path) if document.path else ()
        page = HistoryPage(document, kept, self.settings.versions == BESIDE, self.theme, self)
        page.place_wanted.connect(lambda beside: self.settings.put("versions", BESIDE if beside else OWN))
        page.destroyed.connect(self._forget_history)
        self.history_page = page
        page.open()

    def _forget_history(self) -> None:
        self.history_page = None


def _changed(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return datetime.now(UTC)


def _file_wording(document: Document, path: Path) -> "Wording":
    from atop_coder.gui.compare.compare_page import Wording

    return Wording(
        f"{document.name} was changed by somebody else",
        f"{path.name} was changed {when_words(_changed(path))}, after you had opened it. Of each question"
        " take your answer or the one in the file. What the file holds now is kept under Sheet ▸ History.",
        "Your answer",
        "In the file",
        "Save the result",
        "Take all of mine",
        "Take all of the file's",
        "Only you changed this one.",
        "Only the other person changed this one.",
        "Both of you changed this one: choose.",
    )
