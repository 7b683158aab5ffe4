"""One table of all that the window can be told to do; menus, keys and the page of keys come from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from atop_coder.gui.session.workspace import Needs
from atop_coder.gui.window.controllers.answer import AnswerController as Answer
from atop_coder.gui.window.controllers.close import CloseController as Close
from atop_coder.gui.window.controllers.export import ExportController as Export
from atop_coder.gui.window.controllers.find import FindController as Find
from atop_coder.gui.window.controllers.folder import FolderController as Folder
from atop_coder.gui.window.controllers.help import HelpController as Help
from atop_coder.gui.window.controllers.history import HistoryController as History
from atop_coder.gui.window.controllers.navigation import NavigationController as Go
from atop_coder.gui.window.controllers.open import OpenController as Open
from atop_coder.gui.window.controllers.preferences import PreferencesController as Preferences
from atop_coder.gui.window.controllers.save import SaveController as Save
from atop_coder.gui.window.controllers.view import ViewController as View

NOTHING, PAGE, FOLDER = Needs.NOTHING, Needs.PAGE, Needs.FOLDER


@dataclass(frozen=True)
class ActionRow:
    """One action: its words, keys (the first is shown), menu, tip, and the method that does it, after which
    the action is named.

    `checkable` actions pass on whether they are on. An action is grey while what it `needs` is not open.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    tip: str
    does: Callable[..., object]
    needs: Needs = Needs.SHEET
    checkable: bool = False


def _row(
    does: Callable[..., object],
    text: str,
    keys: str,
    tip: str,
    needs: Needs = Needs.SHEET,
    checkable: bool = False,
) -> ActionRow:
    parts = tuple(key for key in keys.split(" or ") if key)
    return ActionRow(does.__name__.replace("_", "-"), text, parts, tip, does, needs, checkable)


# Each menu with its groups, which lines part.
MENUS: dict[str, tuple[tuple[ActionRow, ...], ...]] = {
    "&File": (
        (
            _row(Open.new_sheet, "&New sheet…", "Ctrl+N", "Start an empty sheet", NOTHING),
            _row(
                Open.duplicate_sheet,
                "Duplicate sheet",
                "",
                "Start a new sheet with the answers of this one, without its ATOP ID",
            ),
            _row(Open.open_files, "&Open…", "Ctrl+O", "Open one or more sheets", NOTHING),
            _row(
                Open.open_left_off,
                "Open where you left off",
                "Ctrl+Shift+T",
                "Open the sheets that were open when the window was closed",
                NOTHING,
            ),
            _row(
                Folder.open_folder,
                "Open &folder…",
                "Ctrl+Shift+O",
                "Show all sheets of a folder in a table",
                NOTHING,
            ),
            _row(
                Folder.apply_workbook,
                "Apply &workbook…",
                "Ctrl+Shift+I",
                "Take an Excel dataset that was edited back into the sheets of the folder",
                FOLDER,
            ),
        ),
        (
            _row(Save.save, "&Save", "Ctrl+S", "Save as a normalized sheet"),
            _row(Save.save_as, "Save &as…", "Ctrl+Shift+S", "Save under another name"),
            _row(Open.show_in_folder, "S&how in folder", "", "Open the folder that the sheet's file lies in"),
            _row(Save.revert, "&Revert to saved", "", "Take back all changes since the last save"),
        ),
        (
            _row(Export.export_excel, "&Export to Excel…", "Ctrl+E", "Write this sheet as a workbook"),
            _row(Export.export_word, "Export to Word…", "", "Write this sheet as a Word document"),
            _row(
                Export.export_opendocument, "Export to OpenDocument…", "", "Write this sheet as an ODT text"
            ),
            _row(Export.export_markdown, "Export to Markdown…", "", "Write this sheet as Markdown"),
            _row(Export.export_pdf, "Save as P&DF…", "Ctrl+Shift+E", "Write this sheet as a PDF"),
            _row(Export.print_sheet, "&Print…", "Ctrl+P", "Print this sheet"),
        ),
        (
            _row(Close.close_page, "&Close sheet", "Ctrl+W", "Close this sheet", PAGE),
            _row(Close.close_window, "&Quit", "Ctrl+Q", "Close the window", NOTHING),
        ),
    ),
    "&Edit": (
        (
            _row(Answer.undo, "&Undo", "Ctrl+Z", "Take the last change back"),
            _row(Answer.redo, "&Redo", "Ctrl+Shift+Z or Ctrl+Y", "Make the change again"),
        ),
        (
            _row(Find.find_words, "&Find in the sheet", "Ctrl+F", "Find words in prompts and answers"),
            _row(Find.replace_words, "Replace in the sheet", "Ctrl+H", "Replace words in the descriptions"),
            _row(Find.find_next, "Find next", "F3", "Go to the next place of the words"),
            _row(Find.find_previous, "Find previous", "Shift+F3", "Go to the previous place"),
            _row(
                Folder.search_folder,
                "Search all s&heets",
                "Ctrl+Shift+F",
                "Find words in all answers of all sheets of the folder",
                FOLDER,
            ),
            _row(View.focus_filter, "Fi&lter the outline", "Ctrl+L", "Go to the box above the outline"),
        ),
        (
            _row(
                Preferences.show_preferences,
                "Prefere&nces…",
                "Ctrl+,",
                "Your name, saving, dates, colours and size: all that can be set",
                NOTHING,
            ),
        ),
    ),
    "&Go": (
        (
            _row(Go.go_to, "&Question by number…", "Ctrl+G", "Type a number to go to a question"),
            _row(Go.next_question, "&Next question", "Ctrl+Down", "Go to the next question"),
            _row(Go.previous_question, "&Previous question", "Ctrl+Up", "Go to the question before"),
        ),
        (
            _row(
                Go.next_unanswered,
                "Next &unanswered",
                "Ctrl+Return or Ctrl+Enter",
                "Go to the next blank one",
            ),
            _row(Go.next_problem, "Next pro&blem", "F8", "Go to the next error or warning"),
            _row(Go.previous_problem, "Previous proble&m", "Shift+F8", "Go to the previous error or warning"),
        ),
        (
            _row(
                Folder.show_folder,
                "Sheets of the &folder",
                "Ctrl+Shift+L",
                "Show the table of the folder that is open",
                FOLDER,
            ),
            _row(Go.next_page, "Next &sheet", "Ctrl+PgDown or Ctrl+Tab", "Show the next open sheet", PAGE),
            _row(
                Go.previous_page,
                "Previous s&heet",
                "Ctrl+PgUp or Ctrl+Shift+Tab",
                "Show the open sheet before",
                PAGE,
            ),
        ),
    ),
    "&Sheet": (
        (
            _row(Answer.answer_yes, "Answer &Yes", "Alt+Y", "Answer the current question with Yes"),
            _row(Answer.answer_no, "Answer &No", "Alt+N", "Answer the current question with No"),
            _row(Answer.answer_na, "Answer N/&A", "Alt+A", "Answer the current question with N/A"),
            _row(
                Answer.answer_unknown, "Answer &Unknown", "Alt+U", "Answer the current question with Unknown"
            ),
        ),
        (
            _row(
                Answer.clear_answer, "&Clear answer", "Alt+Backspace", "Make the current question blank again"
            ),
        ),
        (
            _row(Answer.accept_warning, "Accept &warning…", "Alt+W", "Accept a warning with a short reason"),
            _row(
                Answer.mark_complete,
                "&Mark complete",
                "Ctrl+M",
                "Say that the sheet is done; lists what is missing",
            ),
        ),
        (
            _row(Answer.insert_today, "Insert today", "Ctrl+;", "Put today's date where the cursor is"),
            _row(
                Answer.insert_citation,
                "Insert citation",
                "Ctrl+'",
                "Put (Art. ) where the cursor is, ready for the number",
            ),
        ),
        (_row(History.show_history, "&History…", "Ctrl+Shift+H", "Earlier versions of this sheet"),),
    ),
    "&View": (
        (
            _row(View.zoom_in, "Zoom &in", "Ctrl++ or Ctrl+=", "Larger text", NOTHING),
            _row(View.zoom_out, "Zoom &out", "Ctrl+-", "Smaller text", NOTHING),
            _row(View.zoom_reset, "&Normal size", "Ctrl+0", "Text in its usual size", NOTHING),
        ),
        (
            _row(View.toggle_outline, "Ou&tline", "F9", "Show or hide the outline", NOTHING, checkable=True),
            _row(View.toggle_panels, "&Panels", "F10", "Show or hide the panels", NOTHING, checkable=True),
            _row(View.next_area, "Next &area", "F6", "Go round: bars, outline, form, panels", NOTHING),
        ),
        (
            _row(
                Answer.question_help, "&Help for the question", "Shift+F1", "Show what the question asks for"
            ),
        ),
    ),
    "&Help": (
        (_row(Help.show_keys, "&Keys", "F1", "All keys on one page", NOTHING),),
        (_row(Help.about, "&About ATOP Coder", "", "Version and sources", NOTHING),),
    ),
}
ACTIONS: tuple[ActionRow, ...] = tuple(row for groups in MENUS.values() for group in groups for row in group)


def make_actions(
    window: QMainWindow, owners: Sequence[object], rows: Iterable[ActionRow] = ACTIONS
) -> dict[str, QAction]:
    """The window's actions by id, each connected to its method of one of the owners."""
    return {row.id: _make_action(window, row, _owner_of(row.does, owners)) for row in rows}


def _owner_of(does: Callable[..., object], owners: Sequence[object]) -> object:
    """The one whose method it is; LookupError where there is none."""
    for owner in owners:
        if getattr(type(owner), does.__name__, None) is does:
            return owner
    raise LookupError(does.__qualname__)


def _make_action(window: QMainWindow, row: ActionRow, owner: object) -> QAction:
    action = QAction(row.text, window)
    action.setObjectName(row.id)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(row.tip)
    action.setStatusTip(row.tip)
    action.setCheckable(row.checkable)
    slot = partial(row.does, owner)
    if row.checkable:
        action.toggled.connect(slot)
    else:
        action.triggered.connect(lambda: slot())
    return action


@cache
def _window_keys() -> frozenset[str]:
    return frozenset(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)


def is_window_key(key: str) -> bool:
    """Whether the key, as Qt names it, is in the table."""
    return key in _window_keys()


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """The menu bar, from the table; returns the menus by their names."""
    menus = {name: window.menuBar().addMenu(name) for name in MENUS}
    for name, groups in MENUS.items():
        for group in groups:
            if not menus[name].isEmpty():
                menus[name].addSeparator()
            menus[name].addActions([actions[row.id] for row in group])
    return menus


def key_page() -> list[tuple[str, list[tuple[str, str]]]]:
    """For each menu that has keys, its name and pairs of keys and what they do."""
    page = []
    for menu, groups in MENUS.items():
        pairs = [(_shown_keys(row), row.tip) for group in groups for row in group if row.keys]
        if pairs:
            page.append((menu.replace("&", ""), pairs))
    return page


def _shown_keys(row: ActionRow) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(key).toString(shown) for key in row.keys)
