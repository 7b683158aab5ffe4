"""Two people and one sheet: who has it, taking it over, and the second copies that shared folders make."""

from pathlib import Path

from PySide6.QtCore import QObject

from atop_coder.compare.sheets import compare, taken
from atop_coder.errors import AtopError
from atop_coder.files.lock import drop_lock, held_by, take_lock
from atop_coder.files.log import log
from atop_coder.gui.compare.comparisons import Comparisons
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import read_now
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.session.saving import owner_words
from atop_coder.session.time_format import changed_words, when_words

COMPARE, NOT_NOW = "Compare", "Not now"
TAKE_OVER, READ = "Take over", "Only read"
HELD = (
    "{who} has this sheet open since {since}. You can read it here. If you take it over, saving compares it"
    " with what they saved."
)


class LockController(QObject):
    """Locks each sheet that is opened from a file; one that somebody else has is only read."""

    def __init__(
        self,
        workspace: Workspace,
        notices: Notices,
        comparisons: Comparisons,
        settings: Settings,
    ) -> None:
        super().__init__(workspace)
        self.workspace, self.notices, self.comparisons = workspace, notices, comparisons
        self.settings = settings
        workspace.opened.connect(self._opened)
        workspace.closed.connect(self._closed)
        workspace.current_changed.connect(self._show_holder)

    def _opened(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            document = page.document
            document.refused.connect(self._show_holder)
            document.saved.connect(lambda before: self._saved(document, before))
            if document.path is not None:
                self._look_round(document, document.path)

    def _look_round(self, document: Document, path: Path) -> None:
        """Whether somebody else has the sheet, and whether there is more than one of it."""
        from atop_coder.files.conflicts import conflicted_copies

        document.session.hold_by(held_by(path))
        if document.session.holder is None:
            self._take(path)
        copies = conflicted_copies(path)
        if copies:
            self._offer_copy(document, *copies[0], more=len(copies) - 1)

    def _take(self, path: Path) -> None:
        take_lock(path, self.settings.text("name"))

    def _show_holder(self) -> None:
        """Says who has the sheet that is shown, or nothing more of it."""
        document = self.workspace.document
        if document is None:
            return
        owner, about = document.session.holder, ("lock", document)
        if owner is None:
            self.notices.withdraw(about)
            return
        words = HELD.format(who=owner_words(owner), since=when_words(owner.since).removeprefix("on "))
        bar = self.notices.say(State.WARNING, words, (TAKE_OVER, READ), about=about)
        bar.acted.connect(lambda button: self._take_over(document) if button == TAKE_OVER else None)

    def _closed(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            for what in ("copy", "lock"):
                self.notices.withdraw((what, page.document))
            if page.document.path is not None:
                drop_lock(page.document.path)

    def _saved(self, document: Document, before: Path | None) -> None:
        """A sheet under another name is locked there, and is nobody else's."""
        if before == document.path or document.path is None:
            return
        if before is not None:
            drop_lock(before)
        document.session.hold_by(None)
        self._show_holder()
        self._take(document.path)

    # two people

    def _take_over(self, document: Document) -> None:
        if document.path is not None:
            self._take(document.path)
            log.info("took over %s", document.path.name)
            document.session.hold_by(None)
            self._show_holder()

    # two copies

    def _offer_copy(self, document: Document, copy: Path, program: str, more: int) -> None:
        others = f" There {'is one more' if more == 1 else f'are {more} more'} like it." if more else ""
        bar = self.notices.say(
            State.WARNING,
            f"{program} has put a second copy of this sheet beside it, {copy.name}: two people changed it at"
            f" the same time.{others}",
            (COMPARE, NOT_NOW),
            about=("copy", document),
        )
        bar.acted.connect(lambda button: self._compare(document, copy) if button == COMPARE else None)

    def _compare(self, document: Document, copy: Path) -> None:
        from atop_coder.gui.compare.compare_page import Wording

        try:
            theirs = read_now(copy).sheet
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))
            return
        differences = compare(document.sheet, theirs)
        if not differences:
            said = f"{copy.name} says the same as this sheet; it can be deleted."
            self.notices.say(State.ANSWERED, said, passing=True)
            return
        wording = Wording(
            "Two copies of one sheet",
            f"Of each question take the answer of this sheet or of {copy.name}. The copy stays where it is"
            " until you delete it, and each change can be undone.",
            "In this sheet",
            f"In the copy, {changed_words(copy)}",
            "Take these",
            "Keep all of this sheet",
            "Take all of the copy",
        )
        page = self.comparisons.show(wording, differences)
        page.decided.connect(lambda choices: document.put_all(taken(differences, choices)))
