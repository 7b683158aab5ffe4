"""The window and its journals: what is typed is on disk, what is saved or given up is not kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from atop_coder.errors import AtopError
from atop_coder.files.journal import Journal
from atop_coder.files.recovery import Fit, Left, read_journal
from atop_coder.gui.session.document import Document
from atop_coder.gui.session.journal_writer import EVERY, Keeper
from atop_coder.gui.widgets import dialogs
from atop_coder.gui.window.main_window import Window
from atop_coder.writing.normalized import sheet_to_normalized
from tests.gui.conftest import SMALL, Checks, answer

Open = Callable[..., Window]


@pytest.fixture
def normalized(tmp_path: Path) -> Path:
    path = tmp_path / "ATOP5040.txt"
    path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    return path


@pytest.fixture
def window(open_window: Open, normalized: Path) -> Window:
    return open_window(normalized)


def journals(window: Window) -> list[Left]:
    return [read_journal(path) for path in sorted(window.keeper.folder.glob("*.journal"))]


def test_opening_and_looking_leaves_no_journal(window: Window):
    window.page.go_to(11)
    window.keeper.note()
    assert journals(window) == []


def test_a_change_is_in_the_journal_within_a_second(window: Window, normalized: Path, qtbot: QtBot):
    window.page.cards[5].editor.choose("yes")
    qtbot.waitUntil(lambda: bool(journals(window)), timeout=1000)
    (left,) = journals(window)
    assert left.path == normalized
    assert left.fit == Fit.SAME
    assert left.lost == {5: answer(5, value="yes")}


def test_it_is_noted_twice_a_second():
    assert EVERY <= 500


def test_words_that_are_being_typed_are_in_the_journal(window: Window, qtbot: QtBot):
    window.page.go_to(10)
    (field,) = window.page.cards[10].findChildren(QTextEdit)
    qtbot.keyClicks(field, "Hello ")
    window.keeper.note()
    (left,) = journals(window)
    assert left.sheet[10].details.startswith("Hello")


def test_a_number_that_is_not_taken_over_yet_is_in_the_journal_and_not_in_the_sheet(
    window: Window, qtbot: QtBot
):
    window.page.go_to(2)
    field = window.page.cards[2].editor.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "3050")
    window.keeper.note()
    assert journals(window)[0].sheet[2] == answer(2, value=3050)
    assert window.document is not None
    assert window.document.sheet[2].is_blank
    window.page.commit()
    assert window.document.sheet[2] == answer(2, value=3050)


def test_a_save_ends_the_journal(window: Window):
    window.page.cards[5].editor.choose("yes")
    window.keeper.note()
    assert window.save()
    assert journals(window) == []
    window.page.cards[5].editor.choose("no")
    window.keeper.note()
    assert journals(window)[0].fit == Fit.SAME


def test_a_save_that_is_refused_does_not(window: Window, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AtopError("not-writable", file="a", reason="the disk is full")

    monkeypatch.setattr("atop_coder.gui.window.window_keeping.save_document", refuse)
    window.page.cards[5].editor.choose("yes")
    assert not window.save()
    window.keeper.note()
    assert journals(window)[0].lost == {5: answer(5, value="yes")}


def test_a_new_sheet_has_a_journal_before_it_has_a_name(open_window: Open):
    window = open_window()
    window.start_sheet(5041, "Lee")
    window.page.go_to(5)
    window.page.cards[5].editor.choose("yes")
    window.keeper.note()
    (left,) = journals(window)
    assert left.fit == Fit.UNNAMED
    assert left.lost == {5: answer(5, value="yes")}


def test_what_a_person_gives_up_is_not_kept(window: Window, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialogs, "ask_closing", lambda *_: dialogs.Closing.DISCARD)
    window.page.cards[5].editor.choose("yes")
    window.keeper.note()
    window.close_sheet()
    assert journals(window) == []


def test_closing_the_window_asks_once_for_all_and_leaves_nothing_behind(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    paths = [tmp_path / f"ATOP504{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(sheet_to_normalized(SMALL), encoding="utf-8")
    window = open_window(*paths)
    for document in window.documents:
        document.put(5, answer(5, value="yes"))
    window.keeper.note()
    asked = []

    def ask(_window: object, names: list[str]) -> dialogs.Closing:
        asked.append(names)
        return dialogs.Closing.DISCARD

    monkeypatch.setattr(dialogs, "ask_closing", ask)
    assert window.close()
    assert len(asked) == 1
    assert len(asked[0]) == 3
    assert journals(window) == []
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


def test_a_journal_that_cannot_be_written_is_told_once_and_tried_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keeper = Keeper(tmp_path / "journals")
    document = Document(SMALL, checker=Checks())
    keeper.follow(document)
    told: list[str] = []
    keeper.failed.connect(told.append)
    write = Journal._write

    def refuse(*_: object) -> None:
        raise AtopError("journal-not-writable", folder=tmp_path, reason="the disk is full")

    monkeypatch.setattr(Journal, "_write", refuse)
    document.put(5, answer(5, value="yes"))
    keeper.note()
    document.put(9, answer(9, value="yes"))
    keeper.note()
    assert len(told) == 1
    assert "the disk is full" in told[0]
    monkeypatch.setattr(Journal, "_write", write)
    keeper.note()
    assert keeper.journals[document].sheet == document.sheet
    keeper.leave(document)
    keeper.stop()


def test_asking_for_what_is_typed_changes_nothing(window: Window, qtbot: QtBot):
    window.page.build_all()
    for number, card in window.page.cards.items():
        assert card.editor.draft() == SMALL[number]
    window.page.go_to(2)
    field = window.page.cards[2].editor.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "12")
    for _ in range(3):
        assert window.page.cards[2].editor.draft() == answer(2, value=12)
    qtbot.keyClick(field, Qt.Key.Key_3)
    window.page.commit()
    assert window.document is not None
    assert window.document.sheet[2] == answer(2, value=123)
