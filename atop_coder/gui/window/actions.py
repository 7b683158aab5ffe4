"""One table of all that the window can be told to do; menus, keys and the page of keys come from it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from atop_coder.gui.session.workspace import Needs
from atop_coder.gui.window.controllers.answer import AnswerController
from atop_coder.gui.window.controllers.close import CloseController
from atop_coder.gui.window.controllers.export import ExportController
from atop_coder.gui.window.controllers.find import FindController
from atop_coder.gui.window.controllers.folder import FolderController
from atop_coder.gui.window.controllers.help import HelpController
from atop_coder.gui.window.controllers.history import HistoryController
from atop_coder.gui.window.controllers.navigation import NavigationController
from atop_coder.gui.window.controllers.open import OpenController
from atop_coder.gui.window.controllers.save import SaveController
from atop_coder.gui.window.controllers.view import ViewController

MENUS = ("&File", "&Edit", "&Go", "&Sheet", "&View", "&Help")
FILE, EDIT, GO, SHEET, VIEW, HELP = MENUS
NOTHING, PAGE, FOLDER = Needs.NOTHING, Needs.PAGE, Needs.FOLDER


@dataclass(frozen=True)
class Row:
    """One action: its words, keys (the first is shown), menu, tip, and the method that does it, after which
    the action is named.

    `group` parts a menu by lines; `checkable` actions pass on whether they are on. An action is grey while
    what it `needs` is not open.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    tip: str
    does: Callable[..., object]
    group: int = 0
    needs: Needs = Needs.SHEET
    checkable: bool = False


def _row(
    menu: str,
    group: int,
    does: Callable[..., object],
    text: str,
    keys: str,
    tip: str,
    needs: Needs = Needs.SHEET,
    checkable: bool = False,
) -> Row:
    parts = tuple(key for key in keys.split(" or ") if key)
    return Row(does.__name__.replace("_", "-"), text, parts, menu, tip, does, group, needs, checkable)


ACTIONS: tuple[Row, ...] = (
    _row(FILE, 0, OpenController.new_sheet, "&New sheet…", "Ctrl+N", "Start an empty sheet", NOTHING),
    _row(FILE, 0, OpenController.open_files, "&Open…", "Ctrl+O", "Open one or more sheets", NOTHING),
    _row(
        FILE,
        0,
        FolderController.open_folder,
        "Open &folder…",
        "Ctrl+Shift+O",
        "Show all sheets of a folder in a table",
        NOTHING,
    ),
    _row(
        FILE,
        0,
        FolderController.apply_workbook,
        "Apply &workbook…",
        "Ctrl+Shift+I",
        "Take an Excel dataset that was edited back into the sheets of the folder",
        FOLDER,
    ),
    _row(FILE, 1, SaveController.save, "&Save", "Ctrl+S", "Save as a normalized sheet"),
    _row(FILE, 1, SaveController.save_as, "Save &as…", "Ctrl+Shift+S", "Save under another name"),
    _row(FILE, 1, SaveController.revert, "&Revert to saved", "", "Take back all changes since the last save"),
    _row(
        FILE,
        2,
        ExportController.export_excel,
        "&Export to Excel…",
        "Ctrl+E",
        "Write this sheet as a workbook",
    ),
    _row(FILE, 2, ExportController.export_pdf, "Save as P&DF…", "Ctrl+Shift+E", "Write this sheet as a PDF"),
    _row(FILE, 2, ExportController.print_sheet, "&Print…", "Ctrl+P", "Print this sheet"),
    _row(FILE, 3, CloseController.close_page, "&Close sheet", "Ctrl+W", "Close this sheet", PAGE),
    _row(FILE, 3, CloseController.close_window, "&Quit", "Ctrl+Q", "Close the window", NOTHING),
    _row(EDIT, 0, AnswerController.undo, "&Undo", "Ctrl+Z", "Take the last change back"),
    _row(EDIT, 0, AnswerController.redo, "&Redo", "Ctrl+Shift+Z or Ctrl+Y", "Make the change again"),
    _row(
        EDIT,
        1,
        FindController.find_words,
        "&Find in the sheet",
        "Ctrl+F",
        "Find words in prompts and answers",
    ),
    _row(
        EDIT,
        1,
        FolderController.search_folder,
        "Search all s&heets",
        "Ctrl+Shift+F",
        "Find words in all answers of all sheets of the folder",
        FOLDER,
    ),
    _row(
        EDIT,
        1,
        ViewController.focus_filter,
        "Fi&lter the outline",
        "Ctrl+L",
        "Go to the box above the outline",
    ),
    _row(
        GO,
        0,
        NavigationController.go_to,
        "&Question by number…",
        "Ctrl+G",
        "Type a number to go to a question",
    ),
    _row(GO, 0, NavigationController.next_question, "&Next question", "Ctrl+Down", "Go to the next question"),
    _row(
        GO,
        0,
        NavigationController.previous_question,
        "&Previous question",
        "Ctrl+Up",
        "Go to the question before",
    ),
    _row(
        GO,
        1,
        NavigationController.next_unanswered,
        "Next &unanswered",
        "Ctrl+Return or Ctrl+Enter",
        "Go to the next blank one",
    ),
    _row(GO, 1, NavigationController.next_problem, "Next pro&blem", "F8", "Go to the next error or warning"),
    _row(
        GO,
        1,
        NavigationController.previous_problem,
        "Previous proble&m",
        "Shift+F8",
        "Go to the error or warning before",
    ),
    _row(
        GO,
        2,
        FolderController.show_folder,
        "Sheets of the &folder",
        "Ctrl+Shift+L",
        "Show the table of the folder that is open",
        FOLDER,
    ),
    _row(
        GO, 2, NavigationController.next_page, "Next &sheet", "Ctrl+PgDown", "Show the next open sheet", PAGE
    ),
    _row(
        GO,
        2,
        NavigationController.previous_page,
        "Previous s&heet",
        "Ctrl+PgUp",
        "Show the open sheet before",
        PAGE,
    ),
    _row(
        SHEET, 0, AnswerController.answer_yes, "Answer &Yes", "Alt+Y", "Answer the current question with Yes"
    ),
    _row(SHEET, 0, AnswerController.answer_no, "Answer &No", "Alt+N", "Answer the current question with No"),
    _row(
        SHEET, 0, AnswerController.answer_na, "Answer N/&A", "Alt+A", "Answer the current question with N/A"
    ),
    _row(
        SHEET,
        0,
        AnswerController.answer_unknown,
        "Answer &Unknown",
        "Alt+U",
        "Answer the current question with Unknown",
    ),
    _row(
        SHEET,
        1,
        AnswerController.clear_answer,
        "&Clear answer",
        "Alt+Backspace",
        "Make the current question blank again",
    ),
    _row(
        SHEET,
        2,
        AnswerController.accept_warning,
        "Accept &warning…",
        "Alt+W",
        "Accept a warning with a short reason",
    ),
    _row(
        SHEET,
        2,
        AnswerController.mark_complete,
        "&Mark complete",
        "Ctrl+M",
        "Say that the sheet is done; lists what is missing",
    ),
    _row(
        SHEET,
        3,
        HistoryController.show_history,
        "&History…",
        "Ctrl+Shift+H",
        "Earlier versions of this sheet",
    ),
    _row(VIEW, 0, ViewController.zoom_in, "Zoom &in", "Ctrl++ or Ctrl+=", "Larger text", NOTHING),
    _row(VIEW, 0, ViewController.zoom_out, "Zoom &out", "Ctrl+-", "Smaller text", NOTHING),
    _row(VIEW, 0, ViewController.zoom_reset, "&Normal size", "Ctrl+0", "Text in its usual size", NOTHING),
    _row(
        VIEW,
        1,
        ViewController.toggle_outline,
        "Ou&tline",
        "F9",
        "Show or hide the outline",
        NOTHING,
        checkable=True,
    ),
    _row(
        VIEW,
        1,
        ViewController.toggle_panels,
        "&Panels",
        "F10",
        "Show or hide the panels",
        NOTHING,
        checkable=True,
    ),
    _row(VIEW, 1, ViewController.next_area, "Next &area", "F6", "Go round: outline, form, panels", NOTHING),
    _row(
        VIEW,
        2,
        AnswerController.question_help,
        "&Help for the question",
        "Shift+F1",
        "Show what the question asks for",
    ),
    _row(HELP, 0, HelpController.show_keys, "&Keys", "F1", "All keys on one page", NOTHING),
    _row(HELP, 1, HelpController.about, "&About ATOP Coder", "", "Version and sources", NOTHING),
)


def make_actions(
    window: QMainWindow, owners: Sequence[object], rows: Iterable[Row] = ACTIONS
) -> dict[str, QAction]:
    """The window's actions by id, each connected to its method of one of the owners."""
    return {row.id: _make_action(window, row, _owner_of(row.does, owners)) for row in rows}


def _owner_of(does: Callable[..., object], owners: Sequence[object]) -> object:
    """The one whose method it is; LookupError where there is none."""
    for owner in owners:
        if getattr(type(owner), does.__name__, None) is does:
            return owner
    raise LookupError(does.__qualname__)


def _make_action(window: QMainWindow, row: Row, owner: object) -> QAction:
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
    last: dict[str, int] = {}
    for row in ACTIONS:
        if last.setdefault(row.menu, row.group) != row.group:
            menus[row.menu].addSeparator()
            last[row.menu] = row.group
        menus[row.menu].addAction(actions[row.id])
    return menus


def key_page(rows: Iterable[Row] = ACTIONS) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each menu that has keys, its name and pairs of keys and what they do."""
    page = []
    for menu in MENUS:
        pairs = [(_shown_keys(row), row.tip) for row in rows if row.menu == menu and row.keys]
        if pairs:
            page.append((menu.replace("&", ""), pairs))
    return page


def _shown_keys(row: Row) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return " or ".join(QKeySequence(key).toString(shown) for key in row.keys)
