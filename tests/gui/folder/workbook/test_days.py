"""Whole days with an edited workbook: exported from the window, edited in Excel, applied, and taken back."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from atop_coder.files.versions import Versions
from atop_coder.folder import workbook as core
from atop_coder.gui.app import Program
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.folder.page_frame import Part
from atop_coder.gui.folder.workbook.page import WorkbookPage
from atop_coder.gui.folder.workbook.workbook_import import TAKE_BACK
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.widgets.symbols import State
from atop_coder.reading import read_sheet
from atop_coder.sheet import Answer
from atop_coder.writing import sheet_to_normalized
from tests.checks.examples import sheet
from tests.folder.conftest import write_sheet
from tests.gui.conftest import answer
from tests.gui.folder.conftest import answer_target, finish, message_of, press, said, shown

Open = Callable[..., Program]
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
def program(open_window: Open, home: Path) -> Program:
    """A window on the folder, all sheets read."""
    program = open_window()
    program.opening.open_paths([home])
    page_of(program).wait()
    return program


@pytest.fixture
def book(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dataset of the folder, exported by the button."""
    book = tmp_path / "data" / "alliances.xlsx"
    book.parent.mkdir()
    answer_target(monkeypatch, book)
    page_of(program).export.click()
    finish(page_of(program))
    page_of(program).notices.clear()
    return book


def page_of(program: Program) -> FolderPage:
    assert program.folders.page is not None
    return program.folders.page


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


def look(program: Program, book: Path) -> WorkbookPage:
    """Looks at the workbook and waits for its changes."""
    page = page_of(program)
    page.apply_workbook(book)
    finish(page)
    assert page.importing is not None
    return page.importing.page


def apply(program: Program, book: Path, edits: Cells = EDITS) -> None:
    """Edits the workbook and applies what is proposed."""
    edit(book, edits)
    look(program, book).apply_ticked()
    finish(page_of(program))


def is_shown(program: Program) -> bool:
    page = page_of(program)
    return page.importing is not None and page.places.currentWidget() is page.importing.page


def details(path: Path, question: int) -> str:
    return read_sheet(path).sheet[question].details


def show(program: Program, name: str) -> None:
    program.actions[name].trigger()


# from the folder to the workbook and back


def test_what_was_edited_in_excel_comes_into_the_sheets(program: Program, book: Path, home: Path):
    apply(program, book)
    assert not is_shown(program)
    assert said(page_of(program)) == "2 changes in 2 sheets saved."
    assert read_sheet(home / "a.txt").sheet[8] == answer(8, value="yes", details=QUOTE)
    assert details(home / "b.txt", 15) == "It was denounced."


def test_nothing_else_in_the_sheets_is_changed(program: Program, book: Path, home: Path):
    before = read_sheet(home / "a.txt").sheet
    apply(program, book)
    after = read_sheet(home / "a.txt").sheet
    assert [number for number, now in after if now != before[number]] == [8]


def test_what_the_files_held_is_kept_as_a_version(program: Program, book: Path, home: Path):
    before = (home / "a.txt").read_bytes()
    apply(program, book)
    assert [one.path.read_bytes() for one in Versions().of(home / "a.txt")] == [before]


def test_the_table_shows_the_sheets_as_they_are_now(program: Program, book: Path):
    apply(program, book, {"a.txt": {"q61": "Grace Hopper"}})
    coders = {entry.path.name: entry.summary.coders for entry in page_of(program).entries}
    assert coders["a.txt"] == ("Grace Hopper",)


def test_all_of_it_can_be_taken_back(program: Program, book: Path, home: Path):
    before = {path: path.read_bytes() for path in home.glob("*.txt")}
    apply(program, book)
    press(page_of(program), TAKE_BACK)
    finish(page_of(program))
    assert said(page_of(program)) == "Taken back in 2 sheets."
    assert {path: path.read_bytes() for path in home.glob("*.txt")} == before


def test_the_same_workbook_can_be_applied_again_after_that(program: Program, book: Path, home: Path):
    apply(program, book)
    press(page_of(program), TAKE_BACK)
    finish(page_of(program))
    look(program, book).apply_ticked()
    finish(page_of(program))
    assert details(home / "b.txt", 15) == "It was denounced."


def test_a_workbook_that_was_applied_says_the_same_as_the_sheets(program: Program, book: Path):
    apply(program, book)
    assert look(program, book).nothing.isVisible()


def test_beside_a_sheet_that_is_no_normalized_one_a_new_one_appears_in_the_table(
    program: Program, book: Path, home: Path
):
    before = (home / "c.json").read_bytes()
    apply(program, book, {"c.json": {"q15_text": "It lapsed."}})
    assert (home / "c.json").read_bytes() == before
    assert "ATOP9003.txt" in shown(page_of(program))
    press(page_of(program), TAKE_BACK)
    finish(page_of(program))
    assert not (home / "ATOP9003.txt").exists()
    assert "ATOP9003.txt" not in shown(page_of(program))


def test_only_what_is_ticked_is_applied(program: Program, book: Path, home: Path):
    edit(book, EDITS)
    page = look(program, book)
    page.rows.tick(page.rows.index(0, 0), False)
    assert page.apply.text() == "Apply 1 change to 1 sheet"
    page.apply.click()
    finish(page_of(program))
    assert read_sheet(home / "a.txt").sheet[8] == answer(8, value="no")
    assert details(home / "b.txt", 15) == "It was denounced."


def test_a_change_that_brings_an_error_is_applied_only_if_a_person_ticks_it(
    program: Program, book: Path, home: Path
):
    edit(book, {"a.txt": {"q03": "2999-01-01"}})
    page = look(program, book)
    assert not page.apply.isEnabled()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    page.apply_ticked()
    finish(page_of(program))
    assert read_sheet(home / "a.txt").sheet.signature_dates[0].date.year == 2999


# sheets that are open


def test_an_open_sheet_is_changed_in_its_tab_and_its_file_is_not(program: Program, book: Path, home: Path):
    before = (home / "a.txt").read_bytes()
    program.opening.open_paths([home / "a.txt"])
    document = program.workspace.documents[0]
    show(program, "show-folder")
    apply(program, book)
    assert said(page_of(program)) == "1 change in 1 sheet saved; 1 change in 1 open sheet, not saved yet."
    assert document.dirty
    assert document.sheet[8] == answer(8, value="yes", details=QUOTE)
    assert (home / "a.txt").read_bytes() == before
    show(program, "next-page")
    show(program, "undo")
    assert not document.dirty


def test_taking_back_undoes_in_the_tab_too(program: Program, book: Path, home: Path):
    program.opening.open_paths([home / "a.txt"])
    show(program, "show-folder")
    apply(program, book)
    press(page_of(program), TAKE_BACK)
    finish(page_of(program))
    assert said(page_of(program)) == "Taken back in 2 sheets."
    assert not program.workspace.documents[0].dirty


def test_where_all_sheets_are_open_nothing_is_written(program: Program, book: Path, home: Path):
    program.opening.open_paths([home / "a.txt", home / "b.txt"])
    show(program, "show-folder")
    apply(program, book)
    assert said(page_of(program)) == "2 changes in 2 open sheets, not saved yet."
    press(page_of(program), TAKE_BACK)
    assert said(page_of(program)) == "Taken back in 2 sheets."


def test_what_was_not_saved_yet_is_part_of_the_sheet(program: Program, book: Path, home: Path):
    program.opening.open_paths([home / "b.txt"])
    program.workspace.documents[0].put(58, Answer(details="Convention"))
    show(program, "show-folder")
    apply(program, book)
    assert program.workspace.documents[0].sheet[58].details == "Convention"
    assert program.workspace.documents[0].sheet[15].details == "It was denounced."


def test_an_open_sheet_that_was_edited_while_one_looked_keeps_that_answer(
    program: Program, book: Path, home: Path
):
    program.opening.open_paths([home / "b.txt"])
    show(program, "show-folder")
    edit(book, EDITS)
    page = look(program, book)
    program.workspace.documents[0].put(15, Answer(details="I know better."))
    page.apply_ticked()
    finish(page_of(program))
    assert program.workspace.documents[0].sheet[15].details == "I know better."
    assert "question 15" in said(page_of(program))
    assert page_of(program).notices.bar is not None
    assert page_of(program).notices.bar.state == State.WARNING


def test_a_sheet_that_was_closed_without_saving_meanwhile_is_not_written(
    program: Program, book: Path, home: Path
):
    before = (home / "b.txt").read_bytes()
    program.opening.open_paths([home / "b.txt"])
    document = program.workspace.documents[0]
    document.put(58, Answer(details="Never saved"))
    show(program, "show-folder")
    edit(book, {"b.txt": EDITS["b.txt"]})
    page = look(program, book)
    program.workspace.close(program.workspace.pages[0])
    page.apply_ticked()
    finish(page_of(program))
    assert (home / "b.txt").read_bytes() == before
    assert said(page_of(program)).endswith(message_of("edit-sheet-changed", file=home / "b.txt"))


def test_a_file_that_was_changed_meanwhile_is_left_and_the_others_are_not(
    program: Program, book: Path, home: Path
):
    edit(book, EDITS)
    page = look(program, book)
    other = sheet_to_normalized(sheet({1: {"value": 9001}, 15: {"details": "Somebody else."}}))
    (home / "a.txt").write_text(other, encoding="utf-8")
    page.apply_ticked()
    finish(page_of(program))
    assert (home / "a.txt").read_text(encoding="utf-8") == other
    assert said(page_of(program)).startswith("1 change in 1 sheet saved.")
    assert message_of("edit-sheet-changed", file=home / "a.txt") in said(page_of(program))


def test_a_file_that_was_changed_since_is_not_taken_back(program: Program, book: Path, home: Path):
    apply(program, book)
    other = sheet_to_normalized(sheet({1: {"value": 9001}, 15: {"details": "Somebody else."}}))
    (home / "a.txt").write_text(other, encoding="utf-8")
    press(page_of(program), TAKE_BACK)
    finish(page_of(program))
    assert (home / "a.txt").read_text(encoding="utf-8") == other
    assert said(page_of(program)).startswith("Taken back in 1 sheet.")


# asking and cancelling


def test_the_menu_asks_for_the_workbook_where_the_last_one_was(
    program: Program, book: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[Path] = []

    def choose(_parent: object, folder: Path) -> Path:
        asked.append(folder)
        return book

    monkeypatch.setattr(dialogs, "ask_workbook", choose)
    for _ in range(2):
        show(program, "apply-workbook")
        finish(page_of(program))
    page_of(program).leave_workbook()
    page_of(program).apply.click()
    finish(page_of(program))
    assert asked == [home, book.parent, book.parent]
    assert is_shown(program)


def test_thinking_better_of_it_leaves_the_folder_as_it_is(program: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_given: None)
    page_of(program).apply.click()
    assert not is_shown(program)


def test_without_a_folder_there_is_nothing_to_apply_to(open_window: Open):
    assert not open_window().actions["apply-workbook"].isEnabled()


def test_from_a_sheet_the_menu_leads_to_the_folder(
    program: Program, book: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(dialogs, "ask_workbook", lambda *_given: book)
    program.opening.open_paths([home / "a.txt"])
    show(program, "apply-workbook")
    finish(page_of(program))
    assert program.window.stack.currentWidget() is page_of(program)
    assert is_shown(program)


def test_a_file_that_is_no_dataset_says_so_over_the_table(program: Program, tmp_path: Path):
    odd = tmp_path / "odd.xlsx"
    openpyxl.Workbook().save(odd)
    look(program, odd)
    assert not is_shown(program)
    assert said(page_of(program)) == message_of("workbook-not-dataset", file=odd)


def test_escape_while_it_is_looked_at_comes_back_and_nothing_more_is_told(program: Program, book: Path):
    page = page_of(program)
    page.apply_workbook(book)
    assert is_shown(program)
    assert page.importing is not None
    QTest.keyClick(page.importing.page.progress_view.cancel, Qt.Key.Key_Escape)
    finish(page)
    assert not is_shown(program)
    assert said(page) == ""


def test_escape_closes_the_page_and_changes_nothing(program: Program, book: Path, home: Path):
    before = {path: path.read_bytes() for path in home.iterdir()}
    edit(book, EDITS)
    QTest.keyClick(look(program, book).list, Qt.Key.Key_Escape)
    assert not is_shown(program)
    assert page_of(program).table.hasFocus()
    assert {path: path.read_bytes() for path in home.iterdir()} == before


def test_saving_can_be_cancelled_between_two_sheets(
    program: Program, book: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = core.apply_changes

    def cancelled(chosen, versions, stop):
        for outcome in whole(chosen, versions, stop):
            page_of(program).importing._stop.set()
            yield outcome

    monkeypatch.setattr(core, "apply_changes", cancelled)
    before = (home / "b.txt").read_bytes()
    apply(program, book)
    assert said(page_of(program)) == "1 change in 1 sheet saved; 1 sheet left as it is."
    assert (home / "b.txt").read_bytes() == before
    press(page_of(program), TAKE_BACK)
    finish(page_of(program))
    assert read_sheet(home / "a.txt").sheet[8] == answer(8, value="no")


def test_while_sheets_are_saved_no_other_workbook_is_asked_for(program: Program, book: Path, home: Path):
    edit(book, EDITS)
    page = look(program, book)
    page.apply_ticked()
    assert page_of(program).writing
    show(program, "apply-workbook")  # which would ask, and fail the test
    show(program, "search-folder")
    finish(page_of(program))
    assert not page_of(program).writing
    assert said(page_of(program)) == "2 changes in 2 sheets saved."
    assert page_of(program).part == Part.SEARCH


# elsewhere and back


def test_a_sheet_can_be_opened_from_the_page_and_the_ticks_stay(program: Program, book: Path, qtbot: QtBot):
    edit(book, EDITS)
    page = look(program, book)
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert program.workspace.document is not None
    assert (program.workspace.document.name, program.workspace.document.current) == ("ATOP 9001", 8)
    show(program, "show-folder")
    assert is_shown(program)
    assert page.list.hasFocus()
    assert page.apply.text() == "Apply 1 change to 1 sheet"


def test_control_and_return_apply_while_a_sheet_is_open_too(program: Program, book: Path, home: Path):
    program.opening.open_paths([home / "c.json"])
    show(program, "show-folder")
    edit(book, EDITS)
    QTest.keyClick(look(program, book).list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    finish(page_of(program))
    assert said(page_of(program)) == "2 changes in 2 sheets saved."


def test_the_search_takes_the_place_of_the_page(program: Program, book: Path):
    look(program, book)
    show(program, "search-folder")
    assert not is_shown(program)
    assert page_of(program).part == Part.SEARCH


def test_another_folder_takes_the_place_of_the_page(program: Program, book: Path, tmp_path: Path):
    write_sheet(tmp_path / "other" / "z.json")
    look(program, book)
    program.opening.open_paths([tmp_path / "other"])
    page_of(program).wait()
    assert not is_shown(program)
    assert shown(page_of(program)) == ["z.json"]


def test_closing_the_folder_closes_the_page(program: Program, book: Path):
    look(program, book)
    show(program, "close-page")
    assert program.window.stack.currentWidget() is program.window.welcome
    assert not is_shown(program)


def test_closing_the_window_waits_for_the_sheet_that_is_being_saved(program: Program, book: Path, home: Path):
    edit(book, EDITS)
    look(program, book).apply_ticked()
    assert program.window.close()
    for name in ("a.txt", "b.txt"):
        assert read_sheet(home / name).report.format == "normalized"
