"""Saves sheets: under their name or another, with today's date if wanted; over nothing that was not seen."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from atop_coder.compare.sheets import Difference, Side, compare, questions_in_words, taken
from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.log import log
from atop_coder.gui.compare.comparisons import Comparisons
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.session.settings import ALWAYS, ASK, NEVER, Settings
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.session.saving import (
    is_foreign,
    people_question,
    proposed_path,
    revision_question,
    save_session,
    save_target,
    stamped,
)
from atop_coder.session.time_format import changed_words
from atop_coder.sheet import Sheet

if TYPE_CHECKING:  # loaded when the first is shown
    from atop_coder.gui.compare.compare_page import Wording

PUT_IN, NOT_NOW, ALWAYS_BUTTON, NEVER_BUTTON = "Put in and save", "Not now", "Always", "Never"
ELSEWHERE, CLOSE = "Save elsewhere", "Close"
TAKEN_BACK = "All changes since the last save were taken back."


class SaveController(QObject):
    """The one that writes sheets into files."""

    def __init__(
        self,
        workspace: Workspace,
        notices: Notices,
        comparisons: Comparisons,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.workspace, self.notices, self.comparisons = workspace, notices, comparisons
        self.settings, self.window = settings, window
        workspace.closed.connect(self._closed)

    def save(self) -> bool:
        """Saves the current sheet; False if it was not."""
        document = self.workspace.document
        if document is None:
            return False
        document.flush_pending()
        if self.settings.stamp == ALWAYS:
            self._stamp(document)
        return self._save_to(document, save_target(document.session))

    def save_as(self) -> bool:
        """Saves the current sheet under another name."""
        document = self.workspace.document
        if document is None:
            return False
        document.flush_pending()
        return self._save_to(document, None)

    def save_shown(self, document: Document) -> bool:
        """Shows a sheet and saves it; False if it was not."""
        self.workspace.show_document(document)
        return self.save()

    def revert(self) -> None:
        """Goes back to what was saved; can be undone."""
        document = self.workspace.document
        if document is not None:
            document.flush_pending()
            if document.revert():
                self.notices.say(State.NOTE, TAKEN_BACK, passing=True)

    # writing

    def _save_to(self, document: Document, path: Path | None) -> bool:
        asked = path is None
        path = path or self._ask_target(document)
        if path is None:
            return False
        if path != save_target(document.session) and is_foreign(path):
            self.notices.say(State.ERROR, str(AtopError("would-overwrite", file=path)))
            return False
        if asked and path.exists() and path != document.path and not dialogs.ask_replace(self.window, path):
            return False
        return self._write(document, path)

    def _ask_target(self, document: Document) -> Path | None:
        proposed = proposed_path(document.session, self.settings.dialog_folder(document.path))
        return dialogs.ask_target(self.window, "Save the normalized sheet", proposed, dialogs.NORMALIZED)

    def _write(self, document: Document, path: Path) -> bool:
        revised = document.session.revised
        document.show_suspended()  # what is saved is told as it is, also where the person still is
        self.notices.withdraw(("save", document))
        try:
            trouble = save_session(document.session, path, self.settings.kept_versions())
        except AtopError as error:
            self._refused(document, path, error)
            return False
        log.info("saved %s", path.name)
        self.settings.add_recent(path)
        if trouble is not None:
            self.notices.say(State.WARNING, str(trouble))
        if revised:
            self._offer_stamp(document)
        return True

    def _refused(self, document: Document, path: Path, error: AtopError) -> None:
        log.warning("%s not saved: %s (%s)", path.name, error.code, error.values.get("reason", ""))
        if error.code == "changed-outside":
            self._compare_with_file(document, path)
        else:
            self._offer_elsewhere(document, str(error))

    def _offer_elsewhere(self, document: Document, message: str) -> None:
        bar = self.notices.say(State.ERROR, message, (ELSEWHERE, CLOSE), about=("save", document))
        bar.acted.connect(lambda button: self.save_as() if button == ELSEWHERE else False)

    def _closed(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            self.notices.withdraw(("save", page.document))

    # today and the reviewer's name in a revised sheet

    def _stamp(self, document: Document) -> bool:
        answers = stamped(document.sheet, document.form, self.settings.text("name"), date.today())
        return document.session.revised and document.put_all(answers)

    def _offer_stamp(self, document: Document) -> None:
        name, form, today = self.settings.text("name"), document.form, date.today()
        answers = stamped(document.sheet, form, name, today)
        if self.settings.stamp != ASK or not answers or document.session.stamp_offered:
            return
        document.session.stamp_offered = True
        day, people = revision_question(form), people_question(form)
        parts = {
            day: f"today's date ({today:%B} {today.day}, {today.year}) into question {day}",
            people: f"{name} into question {people}",
        }
        words = " and ".join(parts[number] for number in answers)
        bar = self.notices.say(
            State.NOTE,
            f"Saved. This is a revised sheet: put {words}?",
            (PUT_IN, NOT_NOW, ALWAYS_BUTTON, NEVER_BUTTON),
            about=("save", document),
        )
        bar.acted.connect(lambda button: self._answer_offer(document, button))

    def _answer_offer(self, document: Document, button: str) -> None:
        if button in (ALWAYS_BUTTON, NEVER_BUTTON):
            self.settings.put("stamp", ALWAYS if button == ALWAYS_BUTTON else NEVER)
        if button in (PUT_IN, ALWAYS_BUTTON) and self._stamp(document):
            self._save_to(document, save_target(document.session))

    # what somebody else has changed in the file meanwhile

    def _compare_with_file(self, document: Document, path: Path) -> None:
        now = fingerprint(path)
        try:
            theirs = read_now(path).sheet
        except AtopError as error:
            changed = AtopError("changed-outside", file=path)
            self._offer_elsewhere(document, f"{changed} It cannot be compared: {error}")
            return
        differences = compare(document.sheet, theirs, document.session.saved_sheet)
        if not differences:
            document.session.note_file(theirs, now)
            self._write(document, path)
            return
        page = self.comparisons.show(_wording(document, path), differences)
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
        document.session.note_file(theirs, now)
        document.put_all(taken(differences, choices))
        if self._write(document, path):
            many = questions_in_words(taken(differences, choices))
            said = f"Saved, with {many} as the file had it." if many else "Saved, with your answers."
            self.notices.say(State.ANSWERED, said, passing=True)


def _wording(document: Document, path: Path) -> "Wording":
    from atop_coder.gui.compare.compare_page import Wording

    return Wording(
        f"{document.name} was changed by somebody else",
        f"{path.name} was changed {changed_words(path)}, after you had opened it. Of each question"
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
