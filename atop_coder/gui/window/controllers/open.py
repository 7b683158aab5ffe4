"""Opens sheets: new ones, files, those that are dropped or were opened last."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.log import log
from atop_coder.form import Form
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import MAX_SHEETS, Opener
from atop_coder.gui.session.settings import Settings
from atop_coder.gui.session.workspace import Page, SheetPage, Workspace
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.desktop import show_folder
from atop_coder.gui.widgets.notices import Notices
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme
from atop_coder.reading import path_in, whole_file
from atop_coder.reading.report import Reading
from atop_coder.session.saving import new_sheet
from atop_coder.sheet import Sheet

MANY = "There are {count} sheets; the first {limit} were opened. Open the others by name."
MADE = "{sheet} was made from this file. Go on there, lest there be two sheets of one alliance."
OPEN_IT, CLOSE = "Open it", "Close"
NO_FILE = "This sheet has no file yet: save it first."
MAX_ID = 9999
NOTHING_LEFT = "No sheet was open when the window was closed last, or none is there any more."


class OpenController(QObject):
    """Puts what is read into the workspace; `folders_wanted(paths)` where folders are among it.

    `question_wanted(number)` leads to where a new sheet is to be begun.
    """

    folders_wanted = Signal(object)
    question_wanted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        opener: Opener,
        notices: Notices,
        settings: Settings,
        form: Form,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.workspace, self.opener, self.notices = workspace, opener, notices
        self.settings, self.form, self.theme, self.window = settings, form, theme, window
        self._places: dict[Path, int] = {}
        opener.opened.connect(self.take_reading)
        opener.failed.connect(self.refuse_file)
        workspace.opened.connect(self._tell_of_review)

    # new

    def new_sheet(self) -> None:
        """Asks for the id and the coder of a new sheet, and opens it."""
        name = self.settings.text("name")
        wanted = dialogs.ask_new(self.window, self._next_id(), name, self.theme)
        if wanted is not None:
            self.start_sheet(*wanted)

    def start_sheet(self, atop_id: int | None, name: str) -> None:
        """Opens an empty sheet with its id, coder and today filled in."""
        if name:
            self.settings.put("name", name)
            self.workspace.sign()
        document = Document(new_sheet(self.form, atop_id, name, date.today()), parent=self.workspace)
        self.workspace.open_sheet(document)
        blanks = document.session.blanks()
        if blanks:
            self.question_wanted.emit(blanks[0])

    def duplicate_sheet(self) -> None:
        """Opens a new sheet with the answers of the current one, as an edit of an empty sheet."""
        document = self.workspace.document
        if document is None:
            return
        document.flush_pending()
        first = self.form.questions[0].number
        answers = {number: answer for number, answer in document.sheet if number != first}
        copy = Document(Sheet.empty(self.form), form=self.form, parent=self.workspace)
        self.workspace.open_sheet(copy)
        copy.put_all(answers)
        self.question_wanted.emit(first)

    def _next_id(self) -> int | None:
        ids = [document.sheet.atop_id for document in self.workspace.documents]
        found = max((one for one in ids if one is not None), default=None)
        return None if found is None or found >= MAX_ID else found + 1

    # files

    def open_files(self) -> None:
        """Asks for sheets, and opens them."""
        document = self.workspace.document
        folder = self.settings.dialog_folder(document.path if document else None)
        self.open_paths(dialogs.ask_files(self.window, folder))

    def open_paths(self, paths: list[Path]) -> None:
        """Reads these files and shows them as they come; folders are left to others."""
        folders = [path for path in paths if path.is_dir()]
        files = [path for path in paths if path not in folders]
        wanted = [path for path in files if not self.workspace.show_path(path)]
        if len(wanted) > MAX_SHEETS:
            self.notices.say(State.NOTE, MANY.format(count=len(wanted), limit=MAX_SHEETS))
        if wanted:
            self.opener.open(wanted[:MAX_SHEETS])
        if folders:
            self.folders_wanted.emit(folders)

    def open_left_off(self) -> None:
        """Opens the sheets that were open when the window was closed last, each where the person was."""
        self._places = self.settings.left_off
        there = [path for path in self._places if whole_file(path).exists()]
        if there:
            self.open_paths(there)
        else:
            self.notices.say(State.NOTE, NOTHING_LEFT, passing=True)

    def remember(self) -> None:
        """Notes what is open, for `open_left_off` on another day; the current sheet comes last."""
        open_ones = sorted(self.workspace.documents, key=lambda one: one is self.workspace.document)
        self.settings.keep_left_off({one.path: one.current for one in open_ones if one.path})

    def take_reading(self, path: Path, reading: Reading) -> Document:
        """Shows a sheet that was read."""
        self.settings.add_recent(whole_file(path))
        self.settings.put("folder", str(path.absolute().parent))
        document = Document.of(reading, path_in(path.absolute(), reading.report), parent=self.workspace)
        document.session.fingerprint = self.opener.prints.pop(path, "") or fingerprint(path)
        document.session.password = self.opener.passwords.pop(path, None)
        place = self._places.pop(path, 0)
        if place in self.form.by_number:
            document.current = place
        self.workspace.open_sheet(document)
        log.info("opened %s as %s", path.name, reading.report.format)
        if not document.session.normalized:
            self._offer_made(document)
        return document

    def _offer_made(self, document: Document) -> None:
        """A sheet that was made from this file is the one to go on with."""
        from atop_coder.folder.aside import sheet_made_of

        made = sheet_made_of(document.path) if document.path else None
        if made is not None:
            bar = self.notices.say(
                State.NOTE, MADE.format(sheet=made.name), (OPEN_IT, CLOSE), about=(MADE, document)
            )
            bar.acted.connect(lambda button: self.open_paths([made]) if button == OPEN_IT else None)

    def show_in_folder(self) -> None:
        """Opens the folder of the current sheet in the system's own window."""
        document = self.workspace.document
        if document is None or document.path is None:
            self.notices.say(State.NOTE, NO_FILE, passing=True)
        elif not show_folder(whole_file(document.path)):
            self.notices.say(State.NOTE, f"The file is {whole_file(document.path)}.")

    def refuse_file(self, _path: Path, message: str) -> None:
        """Says why a file was not opened."""
        self.notices.say(State.ERROR, message)

    def _tell_of_review(self, page: Page) -> None:
        if isinstance(page, SheetPage):
            page.document.review_failed.connect(lambda message: self.notices.say(State.ERROR, message))
            if page.document.session.review.trouble:
                self.notices.say(State.WARNING, str(page.document.session.review.trouble))
