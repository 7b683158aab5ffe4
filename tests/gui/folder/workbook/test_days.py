"""Whole days with an edited workbook: exported from the window, edited in Excel, applied, and taken back."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atop_coder.files.versions import Versions
from atop_coder.folder import applying as core
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.folder.page_frame import Part
from atop_coder.gui.folder.workbook.page import ApplyPage
from atop_coder.gui.folder.workbook.workbook_import import TAKE_BACK
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.symbols import State
from atop_coder.gui.window.main_window import Window
from atop_coder.reading import read_sheet
from atop_coder.sheet import Answer
from atop_coder.writing import sheet_to_normalized
from tests.checks.examples import sheet
from tests.folder.conftest import write_sheet
from tests.gui.conftest import answer
from tests.gui.folder.conftest import answer_target, finish, message_of, press, said, shown

Open = Callable[..., Window]
Cells = Mapping[str, Mapping[str, str | int]]
QUOTE = "“No separate peace shall be made.” (Art. 4)"
EDITS: Cells = {"a.txt": {"q08": 1, "q08_text": QUOTE}, "b.txt": {"q15_text": "It was denounced."}}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder of two normalized sheets and one that is none."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    for name, atop_id in (("a.txt", 9001), ("b.txt", 9002)):
        text = sheet_to_normalized(sheet({1: {"value": atop_id}}))
        (folder / name).write_text(text, encoding="utf-8")
    write_sheet(folder / "c.json", {1: {"value": 9003}})
    return folder


@pytest.fixture
def window(open_window: Open, home: Path) -> Window:
    """A window on the folder, all sheets read."""
    window = open_window()
    window.open_paths([home])
    page_of(window).wait()
    return window


@pytest.fixture
def book(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dataset of the folder, exported by the button."""
    book = tmp_path / "data" / "alliances.xlsx"
    book.parent.mkdir()
    answer_target(monkeypatch, book)
    page_of(window).export.click()
    finish(page_of(window))
    page_of(window).notices.clear()
    return book


def page_of(window: Window) -> FolderPage:
    assert window.folder_page is not None
    return window.folder_page


def edit(book: Path, edits: Cells) -> None:
    """Does what a person does in Excel: types into cells, by file and column, and saves."""
    work = openpyxl.load_workbook(book)
    tab = work["Alliances"]
    places = {cell.value: place for place, cell in enumerate(tab[1], 1)}
    for row in range(2, tab.max_row + 1):
        name = Path(str(tab.cell(row, places["file"]).value)).name
        for column, value in edits.get(name, {}).items():
            tab.cell(row, places[column]).value = value
    work.save(book)


def look(window: Window, book: Path) -> ApplyPage:
    """Looks at the workbook and waits for its changes."""
    page = page_of(window)
    page.apply_workbook(book)
    finish(page)
    assert page.way is not None
    return page.way.page


def apply(window: Window, book: Path, edits: Cells = EDITS) -> None:
    """Edits the workbook and applies what is proposed."""
    edit(book, edits)
    look(window, book).apply_ticked()
    finish(page_of(window))


def is_shown(window: Window) -> bool:
    page = page_of(window)
    return page.way is not None and page.places.currentWidget() is page.way.page


def details(path: Path, question: int) -> str:
    return read_sheet(path).sheet[question].details


def show(window: Window, name: str) -> None:
    window.actions_by_id[name].trigger()


# from the folder to the workbook and back


def test_what_was_edited_in_excel_comes_into_the_sheets(window: Window, book: Path, home: Path):
    apply(window, book)
    assert not is_shown(window)
    assert said(page_of(window)) == "2 changes in 2 sheets saved."
    assert read_sheet(home / "a.txt").sheet[8] == answer(8, value="yes", details=QUOTE)
    assert details(home / "b.txt", 15) == "It was denounced."


def test_nothing_else_in_the_sheets_is_changed(window: Window, book: Path, home: Path):
    before = read_sheet(home / "a.txt").sheet
    apply(window, book)
    after = read_sheet(home / "a.txt").sheet
    assert [number for number, now in after if now != before[number]] == [8]


def test_what_the_files_held_is_kept_as_a_version(window: Window, book: Path, home: Path):
    before = (home / "a.txt").read_bytes()
    apply(window, book)
    assert [one.path.read_bytes() for one in Versions().of(home / "a.txt")] == [before]


def test_the_table_shows_the_sheets_as_they_are_now(window: Window, book: Path):
    apply(window, book, {"a.txt": {"q61": "Grace Hopper"}})
    coders = {entry.path.name: entry.summary.coders for entry in page_of(window).entries}
    assert coders["a.txt"] == ("Grace Hopper",)


def test_all_of_it_can_be_taken_back(window: Window, book: Path, home: Path):
    before = {path: path.read_bytes() for path in home.glob("*.txt")}
    apply(window, book)
    press(page_of(window), TAKE_BACK)
    finish(page_of(window))
    assert said(page_of(window)) == "Taken back in 2 sheets."
    assert {path: path.read_bytes() for path in home.glob("*.txt")} == before


def test_the_same_workbook_can_be_applied_again_after_that(window: Window, book: Path, home: Path):
    apply(window, book)
    press(page_of(window), TAKE_BACK)
    finish(page_of(window))
    look(window, book).apply_ticked()
    finish(page_of(window))
    assert details(home / "b.txt", 15) == "It was denounced."


def test_a_workbook_that_was_applied_says_the_same_as_the_sheets(window: Window, book: Path):
    apply(window, book)
    assert look(window, book).nothing.isVisible()


def test_beside_a_sheet_that_is_no_normalized_one_a_new_one_appears_in_the_table(
    window: Window, book: Path, home: Path
):
    before = (home / "c.json").read_bytes()
    apply(window, book, {"c.json": {"q15_text": "It lapsed."}})
    assert (home / "c.json").read_bytes() == before
    assert "ATOP9003.txt" in shown(page_of(window))
    press(page_of(window), TAKE_BACK)
    finish(page_of(window))
    assert not (home / "ATOP9003.txt").exists()
    assert "ATOP9003.txt" not in shown(page_of(window))


def test_only_what_is_ticked_is_applied(window: Window, book: Path, home: Path):
    edit(book, EDITS)
    page = look(window, book)
    page.rows.tick(page.rows.index(0, 0), False)
    assert page.apply.text() == "Apply 1 change to 1 sheet"
    page.apply.click()
    finish(page_of(window))
    assert read_sheet(home / "a.txt").sheet[8] == answer(8, value="no")
    assert details(home / "b.txt", 15) == "It was denounced."


def test_a_change_that_brings_an_error_is_applied_only_if_a_person_ticks_it(
    window: Window, book: Path, home: Path
):
    edit(book, {"a.txt": {"q03": "2999-01-01"}})
    page = look(window, book)
    assert not page.apply.isEnabled()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    page.apply_ticked()
    finish(page_of(window))
    assert read_sheet(home / "a.txt").sheet.signature_dates[0].date.year == 2999


# sheets that are open


def test_an_open_sheet_is_changed_in_its_tab_and_its_file_is_not(window: Window, book: Path, home: Path):
    before = (home / "a.txt").read_bytes()
    window.open_paths([home / "a.txt"])
    document = window.documents[0]
    show(window, "show-folder")
    apply(window, book)
    assert said(page_of(window)) == "1 change in 1 sheet saved; 1 change in 1 open sheet, not saved yet."
    assert document.dirty
    assert document.sheet[8] == answer(8, value="yes", details=QUOTE)
    assert (home / "a.txt").read_bytes() == before
    show(window, "next-sheet")
    show(window, "undo")
    assert not document.dirty


def test_taking_back_undoes_in_the_tab_too(window: Window, book: Path, home: Path):
    window.open_paths([home / "a.txt"])
    show(window, "show-folder")
    apply(window, book)
    press(page_of(window), TAKE_BACK)
    finish(page_of(window))
    assert said(page_of(window)) == "Taken back in 2 sheets."
    assert not window.documents[0].dirty


def test_where_all_sheets_are_open_nothing_is_written(window: Window, book: Path, home: Path):
    window.open_paths([home / "a.txt", home / "b.txt"])
    show(window, "show-folder")
    apply(window, book)
    assert said(page_of(window)) == "2 changes in 2 open sheets, not saved yet."
    press(page_of(window), TAKE_BACK)
    assert said(page_of(window)) == "Taken back in 2 sheets."


def test_what_was_not_saved_yet_is_part_of_the_sheet(window: Window, book: Path, home: Path):
    window.open_paths([home / "b.txt"])
    window.documents[0].put(58, Answer(details="Convention"))
    show(window, "show-folder")
    apply(window, book)
    assert window.documents[0].sheet[58].details == "Convention"
    assert window.documents[0].sheet[15].details == "It was denounced."


def test_an_open_sheet_that_was_edited_while_one_looked_keeps_that_answer(
    window: Window, book: Path, home: Path
):
    window.open_paths([home / "b.txt"])
    show(window, "show-folder")
    edit(book, EDITS)
    page = look(window, book)
    window.documents[0].put(15, Answer(details="I know better."))
    page.apply_ticked()
    finish(page_of(window))
    assert window.documents[0].sheet[15].details == "I know better."
    assert "question 15" in said(page_of(window))
    assert page_of(window).notices.bar is not None
    assert page_of(window).notices.bar.state == State.WARNING


def test_a_sheet_that_was_closed_without_saving_meanwhile_is_not_written(
    window: Window, book: Path, home: Path
):
    before = (home / "b.txt").read_bytes()
    window.open_paths([home / "b.txt"])
    document = window.documents[0]
    document.put(58, Answer(details="Never saved"))
    show(window, "show-folder")
    edit(book, {"b.txt": EDITS["b.txt"]})
    page = look(window, book)
    window.documents.remove(document)
    page.apply_ticked()
    finish(page_of(window))
    assert (home / "b.txt").read_bytes() == before
    assert said(page_of(window)).endswith(message_of("edit-sheet-changed", file=home / "b.txt"))


def test_a_file_that_was_changed_meanwhile_is_left_and_the_others_are_not(
    window: Window, book: Path, home: Path
):
    edit(book, EDITS)
    page = look(window, book)
    other = sheet_to_normalized(sheet({1: {"value": 9001}, 15: {"details": "Somebody else."}}))
    (home / "a.txt").write_text(other, encoding="utf-8")
    page.apply_ticked()
    finish(page_of(window))
    assert (home / "a.txt").read_text(encoding="utf-8") == other
    assert said(page_of(window)).startswith("1 change in 1 sheet saved.")
    assert message_of("edit-sheet-changed", file=home / "a.txt") in said(page_of(window))


def test_a_file_that_was_changed_since_is_not_taken_back(window: Window, book: Path, home: Path):
    apply(window, book)
    other = sheet_to_normalized(sheet({1: {"value": 9001}, 15: {"details": "Somebody else."}}))
    (home / "a.txt").write_text(other, encoding="utf-8")
    press(page_of(window), TAKE_BACK)
    finish(page_of(window))
    assert (home / "a.txt").read_text(encoding="utf-8") == other
    assert said(page_of(window)).startswith("Taken back in 1 sheet.")


# asking and cancelling


def test_the_menu_asks_for_the_workbook_where_the_last_one_was(
    window: Window, book: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Path] = []

    def choose(_parent: object, folder: Path) -> Path:
        asked.append(folder)
        return book

    monkeypatch.setattr(dialogs, "ask_workbook", choose)
    for _ in range(2):
        show(window, "apply-workbook")
        finish(page_of(window))
    page_of(window).leave_workbook()
    page_of(window).apply.click()
    finish(page_of(window))
    assert asked == [home, book.parent, book.parent]
    assert is_shown(window)


def test_thinking_better_of_it_leaves_the_folder_as_it_is(window: Window, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_given: None)
    page_of(window).apply.click()
    assert not is_shown(window)


def test_without_a_folder_there_is_nothing_to_apply_to(open_window: Open):
    assert not open_window().actions_by_id["apply-workbook"].isEnabled()


def test_from_a_sheet_the_menu_leads_to_the_folder(
    window: Window, book: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_given: book)
    window.open_paths([home / "a.txt"])
    show(window, "apply-workbook")
    finish(page_of(window))
    assert window.stack.currentWidget() is page_of(window)
    assert is_shown(window)


def test_a_file_that_is_no_dataset_says_so_over_the_table(window: Window, tmp_path: Path):
    odd = tmp_path / "odd.xlsx"
    openpyxl.Workbook().save(odd)
    look(window, odd)
    assert not is_shown(window)
    assert said(page_of(window)) == message_of("workbook-not-dataset", file=odd)


def test_escape_while_it_is_looked_at_comes_back_and_nothing_more_is_told(window: Window, book: Path):
    page = page_of(window)
    page.apply_workbook(book)
    assert is_shown(window)
    assert page.way is not None
    QTest.keyClick(page.way.page.busy.cancel, Qt.Key.Key_Escape)
    finish(page)
    assert not is_shown(window)
    assert said(page) == ""


def test_escape_closes_the_page_and_changes_nothing(window: Window, book: Path, home: Path):
    before = {path: path.read_bytes() for path in home.iterdir()}
    edit(book, EDITS)
    QTest.keyClick(look(window, book).list, Qt.Key.Key_Escape)
    assert not is_shown(window)
    assert page_of(window).table.hasFocus()
    assert {path: path.read_bytes() for path in home.iterdir()} == before


def test_saving_can_be_cancelled_between_two_sheets(
    window: Window, book: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = core.apply_changes

    def cancelled(chosen, versions, stop):
        for outcome in whole(chosen, versions, stop):
            page_of(window).way._stop.set()
            yield outcome

    monkeypatch.setattr(core, "apply_changes", cancelled)
    before = (home / "b.txt").read_bytes()
    apply(window, book)
    assert said(page_of(window)) == "1 change in 1 sheet saved; 1 sheet left as it is."
    assert (home / "b.txt").read_bytes() == before
    press(page_of(window), TAKE_BACK)
    finish(page_of(window))
    assert read_sheet(home / "a.txt").sheet[8] == answer(8, value="no")


def test_while_sheets_are_saved_no_other_workbook_is_asked_for(window: Window, book: Path, home: Path):
    edit(book, EDITS)
    page = look(window, book)
    page.apply_ticked()
    assert page_of(window).writing
    show(window, "apply-workbook")  # which would ask, and fail the test
    show(window, "search-folder")
    finish(page_of(window))
    assert not page_of(window).writing
    assert said(page_of(window)) == "2 changes in 2 sheets saved."
    assert page_of(window).part == Part.SEARCH


# elsewhere and back


def test_a_sheet_can_be_opened_from_the_page_and_the_ticks_stay(window: Window, book: Path, qtbot: QtBot):
    edit(book, EDITS)
    page = look(window, book)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.document is not None
    assert (window.document.name, window.document.current) == ("ATOP 9001", 8)
    show(window, "show-folder")
    assert is_shown(window)
    assert page.list.hasFocus()
    assert page.apply.text() == "Apply 1 change to 1 sheet"


def test_control_and_return_apply_while_a_sheet_is_open_too(window: Window, book: Path, home: Path):
    window.open_paths([home / "c.json"])
    show(window, "show-folder")
    edit(book, EDITS)
    QTest.keyClick(look(window, book).list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    finish(page_of(window))
    assert said(page_of(window)) == "2 changes in 2 sheets saved."


def test_the_search_takes_the_place_of_the_page(window: Window, book: Path):
    look(window, book)
    show(window, "search-folder")
    assert not is_shown(window)
    assert page_of(window).part == Part.SEARCH


def test_another_folder_takes_the_place_of_the_page(window: Window, book: Path, tmp_path: Path):
    write_sheet(tmp_path / "other" / "z.json")
    look(window, book)
    window.open_paths([tmp_path / "other"])
    page_of(window).wait()
    assert not is_shown(window)
    assert shown(page_of(window)) == ["z.json"]


def test_closing_the_folder_closes_the_page(window: Window, book: Path):
    look(window, book)
    show(window, "close")
    assert window.stack.currentWidget() is window.welcome
    assert not is_shown(window)


def test_closing_the_window_waits_for_the_sheet_that_is_being_saved(window: Window, book: Path, home: Path):
    edit(book, EDITS)
    look(window, book).apply_ticked()
    assert window.close()
    for name in ("a.txt", "b.txt"):
        assert read_sheet(home / name).report.format == "normalized"
