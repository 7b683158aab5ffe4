"""The workspace: pages that come and go, and the one that is shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from atop_coder.gui.session.document import Document
from atop_coder.gui.session.workspace import Needs, SheetPage, Workspace
from tests.gui.conftest import SMALL, Checks, answer


class Table:
    """A page that is no sheet."""

    title, tab, dirty = "Reports", "Table Reports", False
    actions = frozenset((Needs.PAGE, Needs.FOLDER))
    closed = False
    file = ""

    def __init__(self) -> None:
        self.widget = QWidget()

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def workspace(qtbot: QtBot) -> Workspace:
    widget = QWidget()
    qtbot.addWidget(widget)
    return Workspace(widget, lambda: "Lee", widget)


def sheet(name: str = "a.txt") -> Document:
    return Document(SMALL, Path(name), checker=Checks())


def shown(workspace: Workspace) -> list[object]:
    """What will be shown, one after the other."""
    seen: list[object] = []
    workspace.current_changed.connect(seen.append)
    return seen


def test_an_empty_workspace_shows_nothing(workspace: Workspace):
    assert workspace.current is None
    assert workspace.document is None
    assert workspace.documents == []


def test_an_opened_sheet_is_shown_and_signed_by_whoever_works_here(workspace: Workspace):
    document = sheet()
    workspace.open_sheet(document)
    assert workspace.document is document
    assert document.session.who == "Lee"


def test_who_shows_a_page_has_heard_before_that_it_was_opened(workspace: Workspace):
    told: list[str] = []
    workspace.opened.connect(lambda _page: told.append("opened"))
    workspace.current_changed.connect(lambda _page: told.append("shown"))
    workspace.open_sheet(sheet())
    assert told == ["opened", "shown"]


def test_sheets_stand_before_other_pages(workspace: Workspace):
    table = Table()
    workspace.open(table)
    workspace.open_sheet(sheet("a.txt"))
    workspace.open_sheet(sheet("b.txt"))
    assert workspace.pages[-1] is table
    assert [document.path for document in workspace.documents] == [Path("a.txt"), Path("b.txt")]


def test_after_a_sheet_the_next_one_is_shown_and_after_the_last_what_is_left(workspace: Workspace):
    table = Table()
    first, second = sheet("a.txt"), sheet("b.txt")
    workspace.open(table)
    workspace.open_sheet(first)
    workspace.open_sheet(second)
    workspace.show_document(first)
    workspace.close(workspace.pages[0])
    assert workspace.document is second
    workspace.close(workspace.pages[0])
    assert workspace.current is table
    workspace.close(table)
    assert workspace.current is None
    assert table.closed


def test_a_page_is_told_as_closed_when_another_is_shown_already(workspace: Workspace):
    workspace.open_sheet(sheet("a.txt"))
    workspace.open_sheet(sheet("b.txt"))
    then: list[Document | None] = []
    workspace.closed.connect(lambda _page: then.append(workspace.document))
    workspace.close(workspace.pages[1])
    assert then == workspace.documents


def test_pages_are_walked_round_and_round(workspace: Workspace):
    for name in ("a.txt", "b.txt", "c.txt"):
        workspace.open_sheet(sheet(name))
    seen = shown(workspace)
    workspace.step(1)
    workspace.step(-1)
    assert seen == [workspace.pages[0], workspace.pages[2]]


def test_showing_what_is_shown_changes_nothing(workspace: Workspace):
    workspace.open_sheet(sheet())
    seen = shown(workspace)
    workspace.show(workspace.current)
    assert seen == []


def test_a_tab_that_is_none_is_passed_over(workspace: Workspace):
    workspace.open_sheet(sheet())
    current = workspace.current
    workspace.show_at(5)
    workspace.show_at(-1)
    assert workspace.current is current


def test_a_sheet_is_found_by_its_file_however_it_is_named(workspace: Workspace, tmp_path: Path):
    workspace.open_sheet(sheet(str(tmp_path / "a.txt")))
    workspace.open_sheet(sheet(str(tmp_path / "b.txt")))
    assert workspace.show_path(tmp_path / "sub" / ".." / "a.txt")
    assert workspace.document is workspace.documents[0]
    assert not workspace.show_path(tmp_path / "c.txt")


def test_what_is_typed_is_taken_over_before_another_page_is_shown(workspace: Workspace):
    first = sheet("a.txt")
    workspace.open_sheet(first)
    asked: list[Document | None] = []
    first.flushing.connect(lambda: asked.append(workspace.document))
    workspace.open_sheet(sheet("b.txt"))
    assert asked == [first]


@pytest.mark.parametrize(
    ("needs", "empty", "with_sheet", "with_table"),
    [
        (Needs.NOTHING, True, True, True),
        (Needs.PAGE, False, True, True),
        (Needs.SHEET, False, True, False),
        (Needs.FOLDER, False, False, True),
    ],
)
def test_what_can_be_done_follows_from_what_is_open(
    workspace: Workspace, needs: Needs, empty: bool, with_sheet: bool, with_table: bool
):
    table = Table()
    assert workspace.offers(needs) == empty
    workspace.open_sheet(sheet())
    assert workspace.offers(needs) == with_sheet
    workspace.open(table)
    assert workspace.offers(needs) == with_table


def test_what_needs_a_folder_can_be_done_from_a_sheet_too(workspace: Workspace):
    table = Table()
    workspace.open(table)
    workspace.open_sheet(sheet())
    assert workspace.offers(Needs.FOLDER)


def test_the_tab_of_a_sheet_tells_that_it_is_not_saved(qapp: QApplication, workspace: Workspace):
    document = sheet()
    workspace.open_sheet(document)
    page = workspace.current
    assert isinstance(page, SheetPage)
    assert page.tab == page.title == "ATOP 5040 · a.txt"
    told: list[bool] = []
    workspace.changed.connect(lambda: told.append(page.dirty))
    document.put(5, answer(5, value="yes"))
    assert page.tab == "ATOP 5040 · a.txt •"
    assert told[-1]


def test_at_the_end_every_page_is_told_as_closed_and_none_is_shown_for_it(workspace: Workspace):
    for name in ("a.txt", "b.txt"):
        workspace.open_sheet(sheet(name))
    pages = list(workspace.pages)
    gone: list[object] = []
    workspace.closed.connect(gone.append)
    seen = shown(workspace)
    workspace.end()
    assert gone == pages
    assert seen == []
