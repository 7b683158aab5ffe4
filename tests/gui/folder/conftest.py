"""What the tests of the folder page share: a folder of four sheets and one broken file, read at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from atop_coder.errors import AtopError
from atop_coder.folder.cache import Cache
from atop_coder.gui.folder import targets
from atop_coder.gui.folder.loader import FolderLoader
from atop_coder.gui.folder.page import FolderPage
from atop_coder.gui.widgets.theme import Theme
from tests.folder.conftest import write_sheet

SHEETS = {
    "a.json": {1: {"value": 9001}},
    "b.json": {1: {"value": 9002}, 3: {"value": [{"date": "1929-08-23"}]}, 21: {"value": "yes"}},
    "more/c.json": {
        1: {"value": 9003},
        3: {"value": [{"date": "1815-04"}]},
        4: {"value": [{"ccode": 300, "name": "Austria"}, {"ccode": 255, "name": "Prussia"}]},
        10: {"value": "yes", "details": "“The Parties shall meet each spring.” (Art. 3)"},
    },
    "d.json": {1: {"value": 504}, 61: {"value": ["Grace Hopper"]}},
}
WHY = "not-a-codesheet"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "sheets"
    for name, changes in SHEETS.items():
        write_sheet(home / name, changes)  # type: ignore[arg-type]  # changes of several shapes
    (home / "broken.txt").write_text("Dear colleague, here is nothing to code.")
    return home


@pytest.fixture
def make_page(
    qtbot: QtBot, theme: Theme, tmp_path: Path, no_questions: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], FolderPage]]:
    """An empty page with a cache of its own that reads in this process, and looks only when it is told to."""
    pages: list[FolderPage] = []
    answer_target(monkeypatch, None)

    def make() -> FolderPage:
        base = tmp_path / "cache" / "sheets.sqlite"
        page = FolderPage(theme, FolderLoader(workers=0, cache=lambda: Cache(base, "p")))
        page.resize(1200, 700)
        page.show()
        pages.append(page)
        return page

    yield make
    for page in pages:
        page.stop()
        page.close()
        page.deleteLater()


@pytest.fixture
def page(make_page: Callable[[], FolderPage], folder: Path) -> FolderPage:
    """The page of the folder, all sheets read."""
    page = make_page()
    page.open(folder)
    page.wait()
    return page


def look(page: FolderPage) -> None:
    """Looks at the folder now and waits for what is found."""
    page.loader.look()
    page.wait()


def finish(page: FolderPage) -> None:
    """Waits for what is done with sheets, and for the look at the folder that follows it."""
    page.folder_actions.wait()
    QApplication.processEvents()
    page.wait()


def shown(page: FolderPage) -> list[str]:
    """The names of the files that the table lists, in its order."""
    return [page.rows.summary_at(row).path.name for row in range(page.rows.rowCount())]


def choose(page: FolderPage, *names: str) -> None:
    """Selects the rows of these files."""
    from PySide6.QtCore import QItemSelectionModel

    flags = QItemSelectionModel.SelectionFlag
    selection = page.table.selectionModel()
    selection.clear()
    for row, name in enumerate(shown(page)):
        if name in names:
            selection.select(page.rows.index(row, 0), flags.Select | flags.Rows)
            selection.setCurrentIndex(page.rows.index(row, 0), flags.NoUpdate)


def answer_target(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Stands in for the person who chooses where to write."""
    monkeypatch.setattr(targets, "ask_target", lambda *_given: path)


def said(page: FolderPage) -> str:
    return page.notices.bar.label.text() if page.notices.bar else ""


def press(page: FolderPage, text: str) -> None:
    """Presses a button of the notice."""
    assert page.notices.bar
    next(button for button in page.notices.bar.buttons if button.text() == text).click()


def message_of(code: str, **values: object) -> str:
    return str(AtopError(code, **values))
