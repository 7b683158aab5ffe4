"""A folder in the window: its sheets in a table, search, what is wrong between them, and pictures."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from atop_coder.checks.words import counted
from atop_coder.files.versions import Versions
from atop_coder.folder.aside import Shelf, aside_words
from atop_coder.folder.entry import Entry
from atop_coder.folder.exporting import Exported
from atop_coder.folder.normalizing import Done, Outcome
from atop_coder.folder.summary import Summary
from atop_coder.gui.folder import targets
from atop_coder.gui.folder.actions import FolderActions
from atop_coder.gui.folder.loader import FolderLoader
from atop_coder.gui.folder.model import Wanted, told_wanted
from atop_coder.gui.folder.page_frame import FolderFrame, Part
from atop_coder.gui.folder.page_words import (
    AWAY,
    BACK,
    DATASET_KINDS,
    NO_SHEETS,
    checked_words,
    exported_words,
    normalized_words,
    nothing_words,
    replacing_words,
    sheets_words,
)
from atop_coder.gui.folder.running import Running
from atop_coder.gui.session.document import Document
from atop_coder.gui.widgets.plain import set_tip
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.widgets.theme import Theme

if TYPE_CHECKING:  # loaded when the first workbook is applied
    from atop_coder.gui.folder.workbook.workbook_import import WorkbookImport

REPLACE = "Replace them"
CHECKING = "checking"  # what a notice is about that stands while sheets are checked again
AWAIT = "The folder is being read. Try again when that is done."


class FolderPage(FolderFrame):
    """Shows one folder at a time.

    `open_wanted(paths)` asks for sheets to be opened, `place_wanted(item)` for one at a question, and
    `workbook_wanted` for an edited dataset (`apply_workbook`).
    `documents` are the sheets that are open beside it, `versions` says where versions are kept.
    """

    open_wanted = Signal(object)
    place_wanted = Signal(object)
    workbook_wanted = Signal()

    def __init__(
        self, theme: Theme, loader: FolderLoader | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.folder: Path | None = None
        self.loader = loader or FolderLoader()
        self.loader.setParent(self)
        self.folder_actions = FolderActions(self)
        self.total = 0
        self.shelf = Shelf()
        self._saved: Path | None = None
        self.documents: Callable[[], Sequence[Document]] = tuple
        self.versions: Callable[[], Versions] = Versions
        self.importing: WorkbookImport | None = None
        self._across_old = True
        self._checking: frozenset[Path] = frozenset()
        self.running = Running(self.notices)
        self._connect()
        self._add_actions()
        self.show_part(Part.SHEETS)

    # parts

    def _connect(self) -> None:
        loader, folder_actions = self.loader, self.folder_actions
        loader.begun.connect(self._begun)
        loader.arrived.connect(self._arrived)
        loader.gone.connect(self._gone)
        loader.done.connect(self._done)
        loader.failed.connect(self._failed)
        loader.away.connect(lambda: self.notices.say(State.WARNING, AWAY))
        loader.back.connect(lambda: self.notices.say(State.ANSWERED, BACK, passing=True))
        folder_actions.normalized.connect(self._normalized)
        folder_actions.exported.connect(self._exported)
        folder_actions.failed.connect(self._action_failed)
        folder_actions.progressed.connect(self.running.progress)
        self.pictures.said.connect(self._say)
        self.filter.changed.connect(self._narrow)
        self.filter.left.connect(self.table.enter)
        self.table.opened.connect(self.open_wanted)
        self.table.current_changed.connect(self._show_detail)
        self.search.wanted.connect(self.place_wanted)
        self.across.wanted.connect(self.place_wanted)
        self.cancel.clicked.connect(self.loader.cancel)
        self.export.clicked.connect(lambda: self.export_sheets(self._listed()))
        self.apply.clicked.connect(self.workbook_wanted)
        for part, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, part=part: self.show_part(part))

    def _add_actions(self) -> None:
        self.table.add_action("Check again", "F5", self.check_again)
        self.table.add_action("Write normalized sheets beside them", "Ctrl+Shift+N", self.normalize)
        self.table.add_action("Export as dataset…", "Ctrl+E", self.export_sheets)
        find = QShortcut(QKeySequence("Ctrl+F"), self.browse, self.show_search)
        narrow = QShortcut(QKeySequence("Ctrl+L"), self.browse, self.focus_filter)
        for shortcut in (find, narrow):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_part(self, part: Part) -> None:
        """Shows the table, the search, the problems across sheets, or the pictures."""
        for one, chip in self.chips.items():
            chip.setChecked(one == part)
        self.part = part
        self.leave_workbook()
        if part == Part.ACROSS and self._across_old:
            self._check_across()
        self.stack.setCurrentWidget(self.pages[part])
        if part == Part.SEARCH:
            self.search.open()
        else:
            self.focus_part()

    def show_search(self) -> None:
        """Shows the search over all sheets."""
        self.show_part(Part.SEARCH)

    def focus_part(self) -> None:
        """Puts the focus where one goes on in what is shown."""
        if self.importing is not None and self.places.currentWidget() is self.importing.page:
            self.importing.page.focus_list()
        elif self.part == Part.SEARCH:
            self.search.focus()
        elif self.part == Part.SHEETS:
            self.table.setFocus()
        elif self.part == Part.ACROSS:
            self.across.list.setFocus()

    def focus_filter(self) -> None:
        self.show_part(Part.SHEETS)
        self.filter.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.words.selectAll()

    # loading

    @property
    def name(self) -> str:
        return self.folder.name or str(self.folder) if self.folder else ""

    def open(self, folder: Path) -> None:
        """Shows the sheets of that folder as they are read."""
        self.leave_workbook()
        self.folder = folder
        self.pictures.folder = self.model.folder = folder
        self.model.clear()
        self.shelf.clear()
        self.notices.clear()
        self.title.setText(self.name)
        set_tip(self.title, str(folder))
        self.told.setText("Looking for sheets…")
        self.progress.setRange(0, 0)
        self.show_progress(True)
        self.loader.open(folder)

    def wait(self) -> None:
        """Waits until all sheets are read and shown."""
        self.loader.wait()
        QApplication.processEvents()

    def close_folder(self) -> None:
        """Leaves the folder; nothing of it is read any more."""
        self.leave_workbook()
        self.loader.stop()
        self.folder = None
        self.model.clear()
        self.shelf.clear()

    def stop(self) -> None:
        """Waits for what runs beside the window."""
        self.loader.stop()
        self.folder_actions.stop()

    def _begun(self, total: int) -> None:
        self.total = total
        self.progress.setRange(0, total)
        self._tell()

    def _arrived(self, entries: tuple[Entry, ...]) -> None:
        self._show_sorted(*self.shelf.put(entries))
        self.progress.setValue(len(self.shelf.known))
        self._changed()

    def _gone(self, paths: frozenset[Path]) -> None:
        self.model.drop(paths)
        self._show_sorted(*self.shelf.drop(paths))
        self._changed()

    def _show_sorted(self, shown: list[Entry], left: set[Path]) -> None:
        self.model.drop(left)
        self.model.put(shown)
        self._select_saved()

    def _done(self, whole: bool) -> None:
        self.show_progress(False)
        if self.table.current() is None and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(0, 0))
            self.table.scrollToTop()
        self._changed()
        if self._checking:
            self._checked(whole)
        elif not whole:
            text = f"Cancelled: {len(self.shelf.known)} of {self.total} files were read."
            self.notices.say(State.NOTE, text, ("Go on",)).acted.connect(lambda _button: self._go_on())
        elif self.part == Part.PICTURES:
            self.pictures.draw()

    def show_saved(self, path: Path) -> None:
        """A sheet was saved there: its row is the one that the person is at, as soon as it is there."""
        if self.folder is not None and path.is_relative_to(self.folder):
            self._saved = path
            self._select_saved()
            self.loader.look()

    def _select_saved(self) -> None:
        if self._saved is not None and self.table.select(self._saved):
            self._saved = None

    def _go_on(self) -> None:
        if self.folder is not None:
            self.open(self.folder)

    def _failed(self, message: str) -> None:
        self.show_progress(False)
        self.told.clear()
        self.notices.say(State.ERROR, message)

    def _changed(self) -> None:
        """Other sheets than before are in the table."""
        self._across_old = True
        self.search.entries_changed()
        self._tell()
        if not self.progress.isVisible():
            self._check_across()
        self._show_detail(self.table.current())

    def _check_across(self) -> None:
        self.across.show_entries(self.entries)
        self._across_old = False
        number = len(self.across.found)
        self.chips[Part.ACROSS].setText(f"{Part.ACROSS}  {number}" if number else Part.ACROSS)
        self.parts.rearrange()
        self._turn_bar()

    def _tell(self) -> None:
        if self.progress.isVisible() and self.total:
            self.told.setText(f"{len(self.shelf.known)} of {self.total} files read")
        else:
            words = (sheets_words(entry.summary for entry in self.entries), aside_words(self.shelf.aside))
            self.told.setText(" · ".join(filter(None, words)))
            left = (f"{path.name}: {one.why} of {one.sheet.name}" for path, one in self.shelf.aside.items())
            set_tip(self.told, "\n".join(left))
        self._count_listed()

    def _count_listed(self) -> None:
        shown, there = self.rows.rowCount(), len(self.entries)
        self.filter.show_count(f"{shown} of {there} listed" if shown != there else "")
        self.table.say_nothing("" if shown or self.progress.isVisible() else self._why_nothing())

    def _why_nothing(self) -> str:
        return nothing_words(told_wanted(self.rows.wanted)) if self.entries else NO_SHEETS

    def _narrow(self, wanted: Wanted) -> None:
        self.rows.want(replace(wanted, home=self.folder))
        self._show_detail(self.table.current())
        self._count_listed()

    def _show_detail(self, summary: Summary | None) -> None:
        if summary is None:
            self.detail.setText("")
        else:
            made = f" · made from {summary.source.name}" if summary.source else ""
            self.detail.setText(summary.message or f"{summary.path}{made}")
            self.detail.set_ink("error" if summary.message else "quiet")

    # what is done with sheets

    def check_again(self, paths: list[Path]) -> None:
        """Reads and checks these anew, and tells what came of it."""
        if not paths:
            return
        if not self.loader.read_again(paths):
            self.notices.say(State.NOTE, AWAIT, passing=True)
            return
        self._checking = frozenset(paths)
        words = f"Checking {counted(len(paths), 'sheet')} again…"
        bar = self.notices.say(State.NOTE, words, ("Cancel",), about=CHECKING)
        bar.acted.connect(lambda _button: self.loader.cancel())

    def _checked(self, whole: bool) -> None:
        self.notices.withdraw(CHECKING)
        again = [entry.summary for entry in self.entries if entry.path in self._checking]
        self._checking = frozenset()
        text = checked_words(again) if whole else "Cancelled: not all of them were checked again."
        self.notices.say(State.ANSWERED if whole else State.NOTE, text, passing=True)

    def normalize(self, paths: list[Path], replace: bool = False) -> None:
        """Writes the normalized sheets beside these; none is written over unasked."""
        if paths:
            words = f"Normalizing {counted(len(paths), 'sheet')}…"
            self.running.begin(words, lambda: self.folder_actions.normalize(paths, replace))

    def _action_failed(self, message: str) -> None:
        self.running.end()
        self._say(message, False)

    def _exported(self, result: Exported) -> None:
        if self.running.end():
            self.notices.say(State.NOTE, "Cancelled: nothing was exported.", passing=True)
        else:
            doubt = State.WARNING if result.twice or result.unread else State.ANSWERED
            self.notices.say(doubt if result.files else State.ERROR, exported_words(result))

    def _normalized(self, outcomes: tuple[Outcome, ...]) -> None:
        there = {one.path: one.target for one in outcomes if one.done == Done.EXISTS and one.target}
        failed = any(outcome.done == Done.FAILED for outcome in outcomes)
        cancelled = "Cancelled. " if self.running.end() else ""
        written = [one.target for one in outcomes if one.done == Done.WRITTEN]
        self._saved = written[0] if written else None
        self.loader.look()
        if not there:
            self._say(cancelled + normalized_words(outcomes), not failed)
            return
        text = cancelled + replacing_words(outcomes, tuple(there.values()))
        bar = self.notices.say(State.WARNING, text, (REPLACE, "Keep them"))
        paths = list(there)
        bar.acted.connect(lambda button: self.normalize(paths, True) if button == REPLACE else None)

    def export_sheets(self, paths: list[Path]) -> None:
        """Asks where, and writes one dataset of these."""
        if not paths or self.folder is None:
            return
        target = targets.ask_target(self, "Export as dataset", self.folder / "alliances", DATASET_KINDS)
        if target is not None:
            words = f"Exporting {counted(len(paths), 'sheet')}…"
            self.running.begin(words, lambda: self.folder_actions.export(paths, target))

    def apply_workbook(self, book: Path) -> None:
        """Shows what an edited dataset would change in the sheets, for a person to choose from."""
        if self.folder is not None:
            self.importing = self.importing or self._make_import()
            self.importing.look_at(book, self.folder)

    def _make_import(self) -> "WorkbookImport":
        from atop_coder.gui.folder.workbook.workbook_import import WorkbookImport

        beside = lambda: self.documents(), lambda: self.versions()  # asked for when they are needed
        importing = WorkbookImport(self.theme, self.folder_actions, self.notices, *beside, self)
        importing.shown.connect(lambda: self.places.setCurrentWidget(importing.page))
        importing.left.connect(self._show_browse)
        importing.written.connect(self.loader.look)
        importing.page.place_wanted.connect(self.place_wanted)
        self.places.addWidget(importing.page)
        return importing

    @property
    def writing(self) -> bool:
        """Whether changes of a workbook are being written."""
        return self.importing is not None and self.importing.writing

    def leave_workbook(self) -> None:
        """Shows the folder again, if a workbook is being looked through."""
        if self.importing is not None and self.places.currentWidget() is self.importing.page:
            self.importing.put_away()

    def _show_browse(self) -> None:
        self.places.setCurrentWidget(self.scroller)
        if self.isVisible():
            self.focus_part()

    def _listed(self) -> list[Path]:
        """The files that are shown, in their order, without those that could not be read."""
        shown = (self.rows.summary_at(row) for row in range(self.rows.rowCount()))
        return [summary.path for summary in shown if not summary.message]

    def _say(self, text: str, good: bool) -> None:
        self.notices.say(State.ANSWERED if good else State.ERROR, text, passing=good)
