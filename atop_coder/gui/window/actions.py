"""One table of all that the window can be told to do; menus, keys and the page of keys come from it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

MENUS = ("&File", "&Edit", "&Go", "&Sheet", "&View", "&Help")


@dataclass(frozen=True)
class Row:
    """One action: its id, words, keys (the first is shown), menu, tip, and the window's method that does it.

    `group` parts a menu by lines; `checkable` actions pass on whether they are on. `needs_sheet` ones are
    grey while no sheet is open.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    tip: str
    slot: str
    group: int = 0
    needs_sheet: bool = True
    checkable: bool = False


def _row(
    menu: str, group: int, name: str, text: str, keys: str, tip: str, slot: str = "", **more: bool
) -> Row:
    parts = tuple(key for key in keys.split(" or ") if key)
    return Row(name, text, parts, menu, tip, slot or name.replace("-", "_"), group, **more)


FILE, EDIT, GO, SHEET, VIEW, HELP = MENUS

ACTIONS: tuple[Row, ...] = (
    _row(FILE, 0, "new", "&New sheet…", "Ctrl+N", "Start an empty sheet", "new_sheet", needs_sheet=False),
    _row(FILE, 0, "open", "&Open…", "Ctrl+O", "Open one or more sheets", "open_files", needs_sheet=False),
    _row(
        FILE,
        0,
        "open-folder",
        "Open &folder…",
        "Ctrl+Shift+O",
        "Show all sheets of a folder in a table",
        needs_sheet=False,
    ),
    _row(
        FILE,
        0,
        "apply-workbook",
        "Apply &workbook…",
        "Ctrl+Shift+I",
        "Take an Excel dataset that was edited back into the sheets of the folder",
        needs_sheet=False,
    ),
    _row(FILE, 1, "save", "&Save", "Ctrl+S", "Save as a normalized sheet"),
    _row(FILE, 1, "save-as", "Save &as…", "Ctrl+Shift+S", "Save under another name"),
    _row(FILE, 1, "revert", "&Revert to saved", "", "Take back all changes since the last save"),
    _row(FILE, 2, "export-excel", "&Export to Excel…", "Ctrl+E", "Write this sheet as a workbook"),
    _row(FILE, 2, "export-pdf", "Save as P&DF…", "Ctrl+Shift+E", "Write this sheet as a PDF"),
    _row(FILE, 2, "print", "&Print…", "Ctrl+P", "Print this sheet", "print_sheet"),
    _row(FILE, 3, "close", "&Close sheet", "Ctrl+W", "Close this sheet", "close_sheet"),
    _row(FILE, 3, "quit", "&Quit", "Ctrl+Q", "Close the window", "close", needs_sheet=False),
    _row(EDIT, 0, "undo", "&Undo", "Ctrl+Z", "Take the last change back"),
    _row(EDIT, 0, "redo", "&Redo", "Ctrl+Shift+Z or Ctrl+Y", "Make the change again"),
    _row(EDIT, 1, "find", "&Find in the sheet", "Ctrl+F", "Find words in prompts and answers", "find_words"),
    _row(
        EDIT,
        1,
        "search-folder",
        "Search all s&heets",
        "Ctrl+Shift+F",
        "Find words in all answers of all sheets of the folder",
        needs_sheet=False,
    ),
    _row(
        EDIT, 1, "filter", "Fi&lter the outline", "Ctrl+L", "Go to the box above the outline", "focus_filter"
    ),
    _row(GO, 0, "go-to", "&Question by number…", "Ctrl+G", "Type a number to go to a question"),
    _row(GO, 0, "next-question", "&Next question", "Ctrl+Down", "Go to the next question"),
    _row(GO, 0, "previous-question", "&Previous question", "Ctrl+Up", "Go to the question before"),
    _row(
        GO, 1, "next-unanswered", "Next &unanswered", "Ctrl+Return or Ctrl+Enter", "Go to the next blank one"
    ),
    _row(GO, 1, "next-problem", "Next pro&blem", "F8", "Go to the next error or warning"),
    _row(GO, 1, "previous-problem", "Previous proble&m", "Shift+F8", "Go to the error or warning before"),
    _row(
        GO,
        2,
        "show-folder",
        "Sheets of the &folder",
        "Ctrl+Shift+L",
        "Show the table of the folder that is open",
        needs_sheet=False,
    ),
    _row(GO, 2, "next-sheet", "Next &sheet", "Ctrl+PgDown", "Show the next open sheet"),
    _row(GO, 2, "previous-sheet", "Previous s&heet", "Ctrl+PgUp", "Show the open sheet before"),
    _row(SHEET, 0, "answer-yes", "Answer &Yes", "Alt+Y", "Answer the current question with Yes"),
    _row(SHEET, 0, "answer-no", "Answer &No", "Alt+N", "Answer the current question with No"),
    _row(SHEET, 0, "answer-na", "Answer N/&A", "Alt+A", "Answer the current question with N/A"),
    _row(SHEET, 0, "answer-unknown", "Answer &Unknown", "Alt+U", "Answer the current question with Unknown"),
    _row(SHEET, 1, "clear-answer", "&Clear answer", "Alt+Backspace", "Make the current question blank again"),
    _row(SHEET, 2, "accept-warning", "Accept &warning…", "Alt+W", "Accept a warning with a short reason"),
    _row(
        SHEET,
        2,
        "mark-complete",
        "&Mark complete",
        "Ctrl+M",
        "Say that the sheet is done; lists what is missing",
    ),
    _row(SHEET, 3, "history", "&History…", "Ctrl+Shift+H", "Earlier versions of this sheet", "show_history"),
    _row(VIEW, 0, "zoom-in", "Zoom &in", "Ctrl++ or Ctrl+=", "Larger text", needs_sheet=False),
    _row(VIEW, 0, "zoom-out", "Zoom &out", "Ctrl+-", "Smaller text", needs_sheet=False),
    _row(VIEW, 0, "zoom-reset", "&Normal size", "Ctrl+0", "Text in its usual size", needs_sheet=False),
    _row(
        VIEW,
        1,
        "toggle-outline",
        "Ou&tline",
        "F9",
        "Show or hide the outline",
        needs_sheet=False,
        checkable=True,
    ),
    _row(
        VIEW,
        1,
        "toggle-panels",
        "&Panels",
        "F10",
        "Show or hide the panels",
        needs_sheet=False,
        checkable=True,
    ),
    _row(VIEW, 1, "next-area", "Next &area", "F6", "Go round: outline, form, panels", needs_sheet=False),
    _row(VIEW, 2, "question-help", "&Help for the question", "Shift+F1", "Show what the question asks for"),
    _row(HELP, 0, "keys", "&Keys", "F1", "All keys on one page", "show_keys", needs_sheet=False),
    _row(HELP, 1, "about", "&About ATOP Coder", "", "Version and sources", needs_sheet=False),
)


def make_actions(window: QMainWindow, rows: Iterable[Row] = ACTIONS) -> dict[str, QAction]:
    """The window's actions by id, each connected to its method (AttributeError where there is none)."""
    return {row.id: _make_action(window, row) for row in rows}


def _make_action(window: QMainWindow, row: Row) -> QAction:
    action = QAction(row.text, window)
    action.setObjectName(row.id)
    action.setShortcuts([QKeySequence(key) for key in row.keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(row.tip)
    action.setStatusTip(row.tip)
    action.setCheckable(row.checkable)
    slot: Callable[..., object] = getattr(window, row.slot)
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
