"""What the window does with files: open, save, revert, export, print, close."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from atop_coder.errors import AtopError
from atop_coder.files.fingerprint import fingerprint
from atop_coder.files.versions import Versions
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.opening import SHEET_LIMIT
from atop_coder.gui.session.saving import (
    is_foreign,
    new_sheet,
    people_question,
    proposed_path,
    revision_question,
    save_target,
    stamped,
    write_workbook,
)
from atop_coder.gui.session.settings import ALWAYS, ASK, NEVER
from atop_coder.gui.session.titles import file_name
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.window_opening import OpeningTasks
from atop_coder.reading.report import Reading

PUT_IN, NOT_NOW = "Put in and save", "Not now"


class FileTasks(OpeningTasks):
    """The slots of the File menu."""

    @property
    def folder(self) -> Path:
        """Where file dialogs begin: the current sheet's folder, or the one used last."""
        if self.document and self.document.path:
            return self.document.path.parent
        remembered = Path(self.settings.text("folder", str(Path.home())))
        return remembered if remembered.is_dir() else Path.home()

    @property
    def versions(self) -> Versions:
        """Where the versions before each save are kept."""
        raise NotImplementedError

    # opening

    def new_sheet(self) -> None:
        wanted = dialogs.ask_new(self, self._next_id(), self.settings.text("name"), self.theme)
        if wanted is not None:
            self.start_sheet(*wanted)

    def start_sheet(self, atop_id: int | None, name: str) -> None:
        """Opens an empty sheet with its id, coder and today filled in."""
        if name:
            self.settings.put("name", name)
        self.add_document(Document(new_sheet(self.form, atop_id, name, date.today()), parent=self))
        blanks = self.document.blanks() if self.document else ()
        if blanks:
            self.page.go_to(blanks[0])

    def _next_id(self) -> int | None:
        ids = [document.sheet.atop_id for document in self.documents]
        found = max((one for one in ids if one is not None), default=None)
        return None if found is None or found >= 9999 else found + 1

    def open_files(self) -> None:
        self.open_paths(dialogs.ask_files(self, self.folder))

    def open_paths(self, paths: list[Path]) -> None:
        """Reads these files and shows them as they come."""
        wanted = [path for path in paths if not self._show_if_open(path)]
        if len(wanted) > SHEET_LIMIT:
            self.notices.say(
                State.NOTE,
                f"There are {len(wanted)} sheets; the first {SHEET_LIMIT} were opened."
                " Open the others by name.",
            )
            wanted = wanted[:SHEET_LIMIT]
        if wanted:
            self.opener.open(wanted)

    def _show_if_open(self, path: Path) -> bool:
        place = next((i for i, one in enumerate(self.documents) if one.path and _same(one.path, path)), None)
        if place is not None:
            self.show_sheet(place)
        return place is not None

    def take_reading(self, path: Path, reading: Reading) -> None:
        """Shows a sheet that was read."""
        self.settings.add_recent(path)
        self.settings.put("folder", str(path.absolute().parent))
        document = Document.of(reading, path.absolute(), parent=self)
        document.fingerprint = self.opener.prints.pop(path, "") or fingerprint(path)
        document.password = self.opener.passwords.pop(path, None)
        self.add_document(document)
        self._fill_recent()

    def refuse_file(self, _path: Path, message: str) -> None:
        """Says why a file was not opened."""
        self.notices.say(State.ERROR, message)

    def _fill_recent(self) -> None:
        """Overridden by the window, which has the menu."""

    # saving

    def save(self) -> bool:
        """Saves the current sheet; False if it was not."""
        if self.document is None:
            return False
        self.page.commit()
        if self.settings.stamp == ALWAYS:
            self._stamp(self.document)
        return self._save_to(self.document, save_target(self.document))

    def save_as(self) -> bool:
        """Saves the current sheet under another name."""
        if self.document is None:
            return False
        self.page.commit()
        return self._save_to(self.document, None)

    def _save_to(self, document: Document, path: Path | None) -> bool:
        path = path or self._ask_target(document)
        if path is None:
            return False
        if path != save_target(document) and is_foreign(path):
            self.refuse_file(path, str(AtopError("would-overwrite", file=path)))
            return False
        return self._write(document, path)

    def _ask_target(self, document: Document) -> Path | None:
        proposed = proposed_path(document, self.folder)
        return dialogs.ask_target(self, "Save the normalized sheet", proposed, dialogs.NORMALIZED)

    def _write(self, document: Document, path: Path) -> bool:
        revised = document.opened is not None and document.opened != document.sheet
        document.reveal()  # what is saved is told as it is, also of the question that the person is in
        try:
            self.put_into_file(document, path)
        except AtopError as error:
            self.save_refused(document, path, error)
            return False
        self.settings.add_recent(path)
        self._fill_recent()
        if revised:
            self._offer_stamp(document)
        return True

    def put_into_file(self, document: Document, path: Path) -> None:
        """Writes the sheet into the file; AtopError."""
        raise NotImplementedError

    def save_refused(self, document: Document, path: Path, error: AtopError) -> None:
        """Tells why the sheet was not saved, and what can be done."""
        raise NotImplementedError

    # today and the reviewer's name in a revised sheet

    def _stamp(self, document: Document) -> bool:
        revised = document.opened is not None and document.opened != document.sheet
        answers = stamped(document.sheet, self.form, self.settings.text("name"), date.today())
        return revised and document.put_all(answers)

    def _offer_stamp(self, document: Document) -> None:
        name = self.settings.text("name")
        answers = stamped(document.sheet, self.form, name, date.today())
        if self.settings.stamp != ASK or not answers or document.stamp_offered:
            return
        document.stamp_offered = True
        today = f"{date.today():%B} {date.today().day}, {date.today().year}"
        day, people = revision_question(self.form), people_question(self.form)
        parts = {day: f"today's date ({today}) into question {day}", people: f"{name} into question {people}"}
        words = " and ".join(parts[number] for number in answers)
        bar = self.notices.say(
            State.NOTE, f"Saved. This is a revised sheet: put {words}?", (PUT_IN, NOT_NOW, "Always", "Never")
        )
        bar.acted.connect(lambda button: self._answer_offer(document, button))

    def _answer_offer(self, document: Document, button: str) -> None:
        if button in ("Always", "Never"):
            self.settings.put("stamp", ALWAYS if button == "Always" else NEVER)
        if button in (PUT_IN, "Always") and self._stamp(document):
            self._save_to(document, save_target(document))

    def revert(self) -> None:
        """Goes back to what was saved; can be undone."""
        if self.document is not None:
            self.page.commit()
            if self.document.revert():
                self.notices.say(State.NOTE, "All changes since the last save were taken back.", passing=True)

    # other forms

    def export_excel(self) -> None:
        self._write_as("Export to Excel", ".xlsx", "Excel workbooks (*.xlsx)", write_workbook)

    def export_pdf(self) -> None:
        self._write_as("Save as PDF", ".pdf", "PDF (*.pdf)", _write_pdf)

    def _write_as(self, title: str, ending: str, kinds: str, write: Callable[[Document, Path], None]) -> None:
        if self.document is None:
            return
        self.page.commit()
        proposed = self.folder / Path(file_name(self.document.sheet)).with_suffix(ending)
        path = dialogs.ask_target(self, title, proposed, kinds)
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(ending)
        try:
            write(self.document, path)
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))
        else:
            self.notices.say(State.ANSWERED, f"Written to {path}.", passing=True)

    def print_sheet(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from atop_coder.gui.paper.printing import print_to

        if self.document is None:
            return
        self.page.commit()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(f"Print {self.document.name}")
        if not dialog.exec():
            return
        try:
            print_to(self.document.sheet, printer, self.form)
        except AtopError as error:
            self.notices.say(State.ERROR, str(error))

    # closing

    def close_sheet(self) -> None:
        """Closes the current sheet; asks first if something would be lost."""
        if self.document is None:
            return
        self.page.commit()
        if self._may_close([self.document]):
            self._drop(self.document)

    def close_tab(self, place: int) -> None:
        """Closes the sheet of that tab."""
        self.show_sheet(place)
        self.close_sheet()

    def _drop(self, document: Document) -> None:
        place = self.documents.index(document)
        rest = [one for one in self.documents if one is not document]
        self.show_document(rest[min(place, len(rest) - 1)] if rest else None)  # lets go of it first
        self.documents.remove(document)
        self.refresh()
        document.deleteLater()

    def _may_close(self, documents: list[Document]) -> bool:
        """Whether nothing is lost by closing these, or the person wants it so; saves them if asked to."""
        changed = [document for document in documents if document.dirty]
        if not changed:
            return True
        answer = dialogs.ask_closing(self, [document.name for document in changed])
        if answer == dialogs.Closing.SAVE:
            return all(self._save_shown(document) for document in changed)
        return answer == dialogs.Closing.DISCARD

    def _save_shown(self, document: Document) -> bool:
        self.show_document(document)
        return self.save()


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _write_pdf(document: Document, path: Path) -> None:
    from atop_coder.gui.paper.printing import write_pdf  # with it all that lays out paper

    write_pdf(document.sheet, path, document.form)
